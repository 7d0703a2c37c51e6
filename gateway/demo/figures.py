"""People, flags and furniture for the pictures; each is drawn from where it stands or sits."""

import math
from dataclasses import dataclass
from typing import Literal

from gateway.demo.canvas import Canvas, Point, darker, lighter, mix, wave

INK = "#22304a"
Hair = Literal["short", "curly", "bun", "bob", "long", "bald", "cloud", "scarf"]


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody looks."""

    skin: str
    hair: str
    style: Hair
    top: str
    shirt: str = "#f4f1ea"
    glasses: bool = False
    beard: bool = False
    tie: str | None = None
    shawl: str | None = None
    casual: bool = False


MINISTER = Look("#e9b893", "#8d8f98", "bob", "#7b2d43", "#f7efe4")
DORIAN = Look("#f0c8a4", "#a5532c", "short", "#2f4a6d", glasses=True, beard=True, tie="#d99a2b")
SELMA = Look("#d69c72", "#2b2030", "bun", "#c8553d", "#fbe9d7")
LUDOVINE = Look("#f3cfb4", "#d9a441", "long", "#3f6f63", shawl="#e3b23c")
TEODRIC = Look("#7c4a2d", "#1e1a1c", "short", "#e8a33d", "#fff6e6")
SAMIR = Look("#c58d5f", "#2a211f", "curly", "#35557f", "#eef3f7", beard=True)
APOLLINE = Look("#a9673f", "#241a1b", "cloud", "#2d7a74", "#fdf3e1", glasses=True)

CROWD = [
    Look("#8a5636", "#241c1c", "cloud", "#8c4a66"),
    Look("#f0c6a2", "#6b4226", "bob", "#4c7a8c"),
    Look("#d29b70", "#3b4a63", "scarf", "#5d6fa3"),
    Look("#e6b48c", "#c9c4bd", "short", "#6b705c"),
    Look("#6f4328", "#1d191b", "bun", "#d08c3f"),
    Look("#f2cdb0", "#b5672e", "long", "#557a5a"),
    Look("#c08a5e", "#2a2324", "curly", "#a34e3b"),
    Look("#9c6440", "#a33f4f", "scarf", "#3d5a73"),
]


def bust(canvas: Canvas, x: float, y: float, u: float, look: Look, *, turn: float = 0) -> None:
    """Somebody from the waist up, seen from the front; ``y`` is the waist, ``u`` about a head's height."""
    hair_behind(canvas, x, y - 2.42 * u, u, look)
    torso(canvas, x, y, u, look.top)
    canvas.box(x - 0.2 * u, y - 2.1 * u, x + 0.2 * u, y - 1.55 * u, darker(look.skin, 0.12), round_by=0.12 * u)
    if look.casual:
        canvas.oval(x, y - 1.68 * u, 0.27 * u, 0.17 * u, darker(look.skin, 0.12))
    else:
        collar(canvas, x, y, u, look)
    if look.style == "scarf":
        drape(canvas, x, y, u, look.hair)
    head(canvas, x, y - 2.42 * u, u, look, turn)


def drape(canvas: Canvas, x: float, y: float, u: float, fill: str) -> None:
    """A headscarf around the neck and over the shoulders."""
    edge = [
        (-0.5, -2.3),
        (0.5, -2.3),
        (0.56, -1.8),
        (0.66, -1.5),
        (0.3, -1.22),
        (0, -1.1),
        (-0.3, -1.22),
        (-0.66, -1.5),
    ]
    canvas.blob([(x + dx * u, y + dy * u) for dx, dy in [*edge, (-0.56, -1.8)]], fill)
    canvas.stroke([(x - 0.36 * u, y - 1.84 * u), (x + 0.3 * u, y - 1.4 * u)], darker(fill, 0.16), 0.035 * u)


def torso(canvas: Canvas, x: float, y: float, u: float, fill: str) -> None:
    half = [
        (0.2, -1.8),
        (0.34, -1.69),
        (0.6, -1.6),
        (0.78, -1.52),
        (0.92, -1.38),
        (1.0, -1.16),
        (1.04, -0.8),
        (1.08, 0),
    ]
    left = [(x - dx * u, y + dy * u) for dx, dy in half]
    canvas.shape([*reversed(left), *((x + dx * u, y + dy * u) for dx, dy in half)], fill)
    for side in (-1, 1):
        canvas.stroke([(x + side * 0.72 * u, y - 0.86 * u), (x + side * 0.75 * u, y)], darker(fill, 0.16), 0.035 * u)


def collar(canvas: Canvas, x: float, y: float, u: float, look: Look) -> None:
    """The shirt in the opening of a jacket, with a tie or a shawl."""
    canvas.shape(
        [(x - 0.3 * u, y - 1.74 * u), (x, y - 0.75 * u), (x + 0.3 * u, y - 1.74 * u), (x, y - 1.5 * u)], look.shirt
    )
    canvas.oval(x, y - 1.68 * u, 0.2 * u, 0.15 * u, darker(look.skin, 0.12))
    for side in (-1, 1):
        canvas.shape(
            [
                (x + side * 0.28 * u, y - 1.76 * u),
                (x + side * 0.02 * u, y - 0.72 * u),
                (x + side * 0.38 * u, y - 1.2 * u),
                (x + side * 0.52 * u, y - 1.6 * u),
            ],
            darker(look.top, 0.14),
        )
    if look.tie:
        canvas.shape(
            [
                (x - 0.07 * u, y - 1.5 * u),
                (x + 0.07 * u, y - 1.5 * u),
                (x + 0.1 * u, y - 0.95 * u),
                (x, y - 0.78 * u),
                (x - 0.1 * u, y - 0.95 * u),
            ],
            look.tie,
        )
    if look.shawl:
        canvas.blob(
            [
                (x - 0.5 * u, y - 1.72 * u),
                (x, y - 1.86 * u),
                (x + 0.5 * u, y - 1.72 * u),
                (x + 0.36 * u, y - 1.42 * u),
                (x, y - 1.3 * u),
                (x - 0.36 * u, y - 1.42 * u),
            ],
            look.shawl,
        )
        canvas.shape(
            [
                (x + 0.1 * u, y - 1.42 * u),
                (x + 0.42 * u, y - 1.5 * u),
                (x + 0.4 * u, y - 0.6 * u),
                (x + 0.16 * u, y - 0.64 * u),
            ],
            darker(look.shawl, 0.1),
        )


def hair_behind(canvas: Canvas, x: float, y: float, u: float, look: Look) -> None:
    """The hair that a head hides in part; ``y`` is the middle of the head."""
    if look.style == "long":
        canvas.box(x - 0.6 * u, y - 0.45 * u, x + 0.6 * u, y + 0.98 * u, darker(look.hair, 0.15), round_by=0.4 * u)
    if look.style == "bob":
        canvas.box(x - 0.6 * u, y - 0.5 * u, x + 0.6 * u, y + 0.5 * u, darker(look.hair, 0.15), round_by=0.36 * u)
    if look.style == "bun":
        canvas.oval(x, y - 0.7 * u, 0.24 * u, 0.22 * u, darker(look.hair, 0.1))
    if look.style == "cloud":
        canvas.oval(x, y - 0.16 * u, 0.76 * u, 0.68 * u, look.hair)


def head(canvas: Canvas, x: float, y: float, u: float, look: Look, turn: float) -> None:
    """A face: ``turn`` from -1 (looks left) to 1 (looks right)."""
    if look.style == "scarf":
        canvas.oval(x, y - 0.02 * u, 0.57 * u, 0.68 * u, look.hair)
        canvas.oval(x, y + 0.05 * u, 0.4 * u, 0.5 * u, look.skin)
    else:
        for side in (-1, 1):
            canvas.oval(x + side * 0.47 * u, y + 0.06 * u, 0.09 * u, 0.13 * u, darker(look.skin, 0.1))
        canvas.oval(x, y, 0.47 * u, 0.57 * u, look.skin)
    if look.beard:
        canvas.oval(x, y + 0.16 * u, 0.475 * u, 0.46 * u, look.hair)
        canvas.oval(x, y - 0.08 * u, 0.46 * u, 0.48 * u, look.skin)
        canvas.oval(x, y + 0.29 * u, 0.19 * u, 0.1 * u, lighter(look.skin, 0.08))
    fringe(canvas, x, y, u, look)
    face(canvas, x + turn * 0.12 * u, y, u, look)


def face(canvas: Canvas, x: float, y: float, u: float, look: Look) -> None:
    dark = int(look.skin[1:3], 16) < 0xA0
    brows = look.hair if look.style not in ("scarf", "curly") else "#2a211f"
    for side in (-1, 1):
        eye = x + side * 0.18 * u
        canvas.oval(eye, y + 0.02 * u, 0.048 * u, 0.06 * u, "#10131f")
        canvas.arc(eye, y - 0.06 * u, 0.1 * u, 0.09 * u, 205, 335, darker(brows, 0.3), 0.032 * u)
        if look.glasses:
            canvas.arc(eye, y + 0.02 * u, 0.145 * u, 0.135 * u, 0, 360, INK, 0.028 * u)
    if look.glasses:
        canvas.stroke([(x - 0.04 * u, y + 0.01 * u), (x + 0.04 * u, y + 0.01 * u)], INK, 0.028 * u)
    canvas.arc(x, y + 0.13 * u, 0.055 * u, 0.05 * u, 20, 160, darker(look.skin, 0.35), 0.028 * u)
    mouth = mix(look.skin, "#f6d3c4", 0.6) if dark else darker("#a8463c", 0.15)
    canvas.arc(x, y + 0.24 * u, 0.13 * u, 0.1 * u, 25, 155, mouth, 0.036 * u)


def fringe(canvas: Canvas, x: float, y: float, u: float, look: Look) -> None:
    """The hair over the forehead: the top of the skull down to a hairline."""
    if look.style in ("bald", "scarf"):
        return
    if look.style == "curly":
        for dx, dy, r in (
            (-0.42, -0.24, 0.16),
            (-0.36, -0.42, 0.18),
            (-0.14, -0.54, 0.2),
            (0.12, -0.55, 0.2),
            (0.35, -0.43, 0.18),
            (0.43, -0.24, 0.16),
        ):
            canvas.oval(x + dx * u, y + dy * u, r * u, r * u, look.hair)
        return
    wide, low = (0.56, 15) if look.style in ("long", "bob") else (0.5, 6)
    skull = [
        (x + wide * u * math.cos(math.radians(angle)), y + 0.6 * u * math.sin(math.radians(angle)))
        for angle in range(180 - low, 361 + low, 6)
    ]
    hairline = {
        "short": [(0.44, -0.12), (0.38, -0.3), (0.1, -0.36), (-0.2, -0.32), (-0.38, -0.28), (-0.44, -0.12)],
        "bun": [(0.45, -0.02), (0.36, -0.24), (0.14, -0.38), (0, -0.4), (-0.14, -0.38), (-0.36, -0.24), (-0.45, -0.02)],
        "cloud": [(0.45, -0.05), (0.38, -0.26), (0, -0.34), (-0.38, -0.26), (-0.45, -0.05)],
        "bob": [(0.43, 0.06), (0.38, -0.2), (0.1, -0.25), (-0.38, -0.2), (-0.43, 0.06)],
        "long": [(0.43, 0.1), (0.36, -0.16), (0.06, -0.38), (-0.3, -0.18), (-0.43, 0.1)],
    }[look.style]
    canvas.shape([*skull, *((x + dx * u, y + dy * u) for dx, dy in hairline)], look.hair)


def from_behind(canvas: Canvas, x: float, y: float, u: float, look: Look) -> None:
    """A listener who looks into the picture."""
    torso(canvas, x, y, u, look.top)
    canvas.box(x - 0.2 * u, y - 2.0 * u, x + 0.2 * u, y - 1.55 * u, darker(look.skin, 0.16), round_by=0.1 * u)
    middle = y - 2.42 * u
    if look.style == "scarf":
        canvas.oval(x, middle + 0.05 * u, 0.56 * u, 0.66 * u, look.hair)
        canvas.blob(
            [
                (x - 0.5 * u, middle + 0.3 * u),
                (x + 0.5 * u, middle + 0.3 * u),
                (x + 0.6 * u, y - 1.4 * u),
                (x, y - 1.15 * u),
                (x - 0.6 * u, y - 1.4 * u),
            ],
            look.hair,
        )
        return
    for side in (-1, 1):
        canvas.oval(x + side * 0.48 * u, middle + 0.08 * u, 0.08 * u, 0.12 * u, darker(look.skin, 0.1))
    canvas.oval(x, middle + 0.02 * u, 0.5 * u, 0.6 * u, look.hair if look.style != "bald" else look.skin)
    if look.style in ("long", "bob"):
        end = 0.95 if look.style == "long" else 0.55
        canvas.box(x - 0.52 * u, middle - 0.2 * u, x + 0.52 * u, middle + end * u, look.hair, round_by=0.3 * u)
    if look.style == "bun":
        canvas.oval(x, middle - 0.55 * u, 0.27 * u, 0.25 * u, darker(look.hair, 0.12))
    if look.style == "cloud":
        canvas.oval(x, middle - 0.1 * u, 0.72 * u, 0.66 * u, look.hair)
    if look.style == "curly":
        for dx, dy in ((-0.4, -0.1), (-0.3, -0.4), (0, -0.52), (0.3, -0.4), (0.4, -0.1)):
            canvas.oval(x + dx * u, middle + dy * u, 0.2 * u, 0.2 * u, look.hair)


def arm(canvas: Canvas, points: list[Point], u: float, look: Look) -> None:
    """A sleeve from the shoulder along the points, the part below the elbow a little darker, and a hand."""
    canvas.stroke(points[:-1], look.top, 0.44 * u)
    below = darker(look.top, 0.1)
    canvas.stroke(points[-2:], below, 0.44 * u)
    (x0, y0), (x1, y1) = points[-2:]
    reach = 0.16 * u / max(1.0, math.hypot(x1 - x0, y1 - y0))
    canvas.oval(x1 + (x1 - x0) * reach, y1 + (y1 - y0) * reach, 0.2 * u, 0.2 * u, look.skin)


def standing(
    canvas: Canvas,
    x: float,
    y: float,
    u: float,
    look: Look,
    *,
    legs: str = "#3a4256",
    turn: float = 0,
    hands: tuple[Point, Point] = ((-1.14, -0.1), (1.14, -0.1)),
) -> None:
    """Somebody from head to foot; ``y`` is the ground, ``hands`` are seen from the middle of the waist."""
    canvas.oval(x, y, 1.0 * u, 0.16 * u, "#000000", alpha=36)
    for side in (-1, 1):
        hip, foot = x + side * 0.4 * u, x + side * 0.44 * u
        canvas.shape(
            [
                (hip - 0.36 * u, y - 2.3 * u),
                (hip + 0.36 * u, y - 2.3 * u),
                (foot + 0.24 * u, y - 0.08 * u),
                (foot - 0.24 * u, y - 0.08 * u),
            ],
            legs,
        )
        canvas.oval(foot + (0.06 * side + 0.1 * turn) * u, y - 0.08 * u, 0.34 * u, 0.14 * u, darker(legs, 0.5))
    waist = y - 2.0 * u
    canvas.box(x - 1.0 * u, waist - 0.6 * u, x + 1.0 * u, waist, look.top, round_by=0.16 * u)
    bust(canvas, x, waist - 0.08 * u, u, look, turn=turn)
    for side, (dx, dy) in zip((-1, 1), hands, strict=True):
        shoulder = (x + side * 0.84 * u, waist - 1.36 * u)
        hand = (x + dx * u, waist + dy * u)
        elbow = (x + side * 1.1 * u, (shoulder[1] + max(hand[1], waist - 0.7 * u)) / 2)
        arm(canvas, [shoulder, elbow, hand], 0.92 * u, look)


def flag(canvas: Canvas, x: float, y: float, width: float, *, blow: float = 1) -> None:
    """The flag of Kestrane, from the top of its pole: sea, sand and a white four-pointed star."""
    height = width * 0.62
    top = wave(x, x + width, y, 0.05 * width * blow, width * 0.9)
    low = [(px, py + height) for px, py in top]
    canvas.shape([*top, *reversed(low)], "#17626b")
    middle = [(px, py + height * 0.64) for px, py in top]
    under = [(px, py + height * 0.78) for px, py in top]
    canvas.shape([*middle, *reversed(under)], "#e9b949")
    cx, cy, r = x + width * 0.3, y + height * 0.34, height * 0.22
    points = [(0, -1), (0.24, -0.24), (1, 0), (0.24, 0.24), (0, 1), (-0.24, 0.24), (-1, 0), (-0.24, -0.24)]
    canvas.shape([(cx + dx * r, cy + dy * r) for dx, dy in points], "#fbf7ec")


def hanging_flag(canvas: Canvas, x: float, y: float, height: float, stripe: tuple[str, str, str]) -> None:
    """A flag that hangs from a pole indoors."""
    canvas.stroke([(x, y - 20), (x, y + height + 150)], "#b08a4a", 7)
    canvas.oval(x, y - 26, 9, 9, "#e0bd6c")
    first, second, third = stripe
    canvas.shape([(x, y), (x + 74, y + 26), (x + 58, y + height), (x, y + height - 14)], first)
    canvas.shape([(x, y), (x + 40, y + 14), (x + 26, y + height - 6), (x, y + height - 14)], second)
    canvas.shape([(x, y), (x + 18, y + 6), (x + 10, y + height - 10), (x, y + height - 14)], third)


def microphone(canvas: Canvas, x: float, y: float, lean: float, length: float = 70) -> None:
    """A table microphone on a thin neck."""
    canvas.oval(x, y, 22, 6, INK)
    tip = (x + lean, y - length)
    canvas.stroke([(x, y), (x + lean * 0.2, y - length * 0.6), tip], INK, 4)
    canvas.stroke([tip, (tip[0] + lean * 0.3, tip[1] - 12)], "#111827", 13)


def plant(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A plant in a pot, as every mission has one."""
    for dx, dy in ((-0.9, -1.5), (-0.5, -2.0), (0, -2.3), (0.5, -2.0), (0.95, -1.45), (-0.25, -1.7), (0.3, -1.6)):
        tip = (x + dx * size, y + dy * size)
        base = (x, y - 0.7 * size)
        side = 0.22 * size
        canvas.blob(
            [
                base,
                ((base[0] + tip[0]) / 2 - side, (base[1] + tip[1]) / 2),
                tip,
                ((base[0] + tip[0]) / 2 + side, (base[1] + tip[1]) / 2),
            ],
            "#3f7d58" if dx < 0.2 else "#55966a",
        )
    canvas.shape(
        [
            (x - 0.5 * size, y - 0.8 * size),
            (x + 0.5 * size, y - 0.8 * size),
            (x + 0.38 * size, y),
            (x - 0.38 * size, y),
        ],
        "#c9714b",
    )
    canvas.box(x - 0.56 * size, y - 0.92 * size, x + 0.56 * size, y - 0.7 * size, "#d98560", round_by=4)


def palm(canvas: Canvas, x: float, y: float, height: float, lean: float, fill: str = "#3f7d58") -> None:
    """A palm tree; ``lean`` says how far the wind has bent it."""
    trunk = [(x + lean * (step / 6) ** 2, y - height * step / 6) for step in range(7)]
    for at in range(6):
        canvas.stroke([trunk[at], trunk[at + 1]], mix_trunk(at), 20 - 1.6 * at)
    tip_x, tip_y = trunk[-1]
    for dx, dy in (
        (-1, 0.2),
        (-0.8, -0.4),
        (-0.3, -0.65),
        (0.35, -0.6),
        (0.85, -0.3),
        (1, 0.25),
        (-0.6, 0.5),
        (0.65, 0.55),
    ):
        reach = height * 0.42
        end = (tip_x + dx * reach + lean * 0.55, tip_y + dy * reach * 0.8)
        bend = ((tip_x + end[0]) / 2, (tip_y + end[1]) / 2 - reach * 0.22)
        canvas.blob(
            [(tip_x, tip_y), (bend[0], bend[1] - 12), end, (bend[0], bend[1] + 16)],
            fill if dy > -0.3 else lighter(fill, 0.1),
        )


def mix_trunk(at: int) -> str:
    return "#8a6442" if at % 2 else "#7a5738"
