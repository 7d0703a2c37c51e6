"""Five pictures from Marsa al-Yamam."""

import math
import random

from PIL import Image

from gateway.demo.canvas import Canvas, darker, lighter, mix, wave
from gateway.demo.figures import CROWD, SAMIR, Look, bust, flag, from_behind, standing
from gateway.demo.scenes.halmere import passer_by


def library() -> Image.Image:
    """The reading room: arched windows, high shelves, a long table."""
    canvas = Canvas("#f0dfbd", "#e2c592")
    dice = random.Random(7)
    canvas.box(0, 620, 1200, 800, "#9c6b43")
    for x in (330, 620):
        window(canvas, x, 70, 230, 400)
    for x0, x1 in ((20, 300), (890, 1180)):
        shelves(canvas, x0, x1, dice)
    standing(canvas, 940, 716, 90, SAMIR, legs="#47506a", turn=-0.7)
    for x, look, turn in ((250, CROWD[2], 0.6), (450, CROWD[4], -0.2), (660, CROWD[3], 0.2)):
        bust(canvas, x, 640, 88, look, turn=turn)
    canvas.box(120, 610, 800, 640, "#7a4e2e", round_by=8)
    canvas.box(160, 640, 188, 800, "#6b4327")
    canvas.box(732, 640, 760, 800, "#6b4327")
    for x in (250, 450, 660):
        canvas.shape([(x - 56, 608), (x, 616), (x, 590), (x - 50, 580)], "#fffaf0")
        canvas.shape([(x + 56, 608), (x, 616), (x, 590), (x + 50, 580)], "#f1e7d2")
    for x in (350, 560):
        canvas.stroke([(x, 610), (x, 560)], "#8a6a2f", 6)
        canvas.pie(x, 562, 44, 40, 180, 360, "#2f7a5c")
        canvas.glow(x, 590, 90, "#fff0b8", 110)
    from_behind(canvas, 560, 880, 96, CROWD[1])
    return canvas.finished()


def window(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    middle, radius = x + width / 2, width / 2
    canvas.oval(middle, y + radius, radius + 16, radius + 16, "#caa468")
    canvas.box(x - 16, y + radius, x + width + 16, y + height + 16, "#caa468")
    canvas.oval(middle, y + radius, radius, radius, "#cfe8ea")
    canvas.fade((x, y + radius, x + width, y + height), "#cfe8ea", "#f4f6e6")
    canvas.box(x, y + height - 66, x + width, y + height, "#6fb0b4")
    canvas.box(middle - 3, y, middle + 3, y + height, "#f5e7c6")
    canvas.box(x, y + radius - 3, x + width, y + radius + 4, "#f5e7c6")
    canvas.box(x, y + height * 0.68, x + width, y + height * 0.68 + 6, "#f5e7c6")


def shelves(canvas: Canvas, x0: float, x1: float, dice: random.Random) -> None:
    canvas.box(x0, 40, x1, 640, "#6b4327", round_by=6)
    covers = ["#b0483a", "#2f5f7a", "#d9a441", "#4d7a58", "#8a5a7c", "#e6d5b0", "#39475f", "#c67a4a"]
    for row in range(5):
        y0, y1 = 58 + row * 116, 58 + row * 116 + 100
        canvas.box(x0 + 14, y0, x1 - 14, y1, "#4a2d1a")
        x = x0 + 20
        while x < x1 - 46:
            width, height = dice.randint(14, 26), dice.randint(62, 90)
            if dice.random() < 0.1:
                x += 18
                continue
            cover = dice.choice(covers)
            canvas.box(x, y1 - height, x + width, y1, cover, round_by=2)
            canvas.box(x + 3, y1 - height + 12, x + width - 3, y1 - height + 17, lighter(cover, 0.4))
            x += width + 2


def planting() -> Image.Image:
    """People of all sizes set small trees into the mud along the shore."""
    canvas = Canvas("#bfe3e6", "#fbeecb")
    canvas.glow(940, 150, 150, "#fff3b0", 200)
    canvas.oval(940, 150, 50, 50, "#fff0a8")
    canvas.shape(
        [(0, 300), (180, 250), (420, 290), (640, 240), (900, 286), (1200, 250), (1200, 360), (0, 360)], "#9cc0a6"
    )
    canvas.fade((0, 330, 1200, 500), "#5fb0b5", "#8fcfc9")
    for y, phase in ((360, 0.0), (396, 0.4), (430, 0.7)):
        canvas.stroke(wave(0, 1200, y, 4, 130, phase), "#a9dbd6", 3)
    canvas.shape([*wave(0, 1200, 462, 14, 640), (1200, 800), (0, 800)], "#a98a63")
    canvas.shape([*wave(0, 1200, 560, 18, 800, 0.3), (1200, 800), (0, 800)], "#947550")
    for x, y in ((180, 640), (460, 730), (760, 690), (980, 760), (90, 760), (610, 610)):
        canvas.oval(x, y, 90, 15, "#b8d9d2", alpha=150)
    for x, y, size in ((70, 560, 0.8), (330, 540, 0.7), (560, 545, 0.7), (840, 540, 0.7), (1090, 560, 0.8)):
        seedling(canvas, x, y, size)
    boots = "#385c63"
    ginger = Look("#f2cdb0", "#b5672e", "long", "#d9a441", casual=True)
    grey = Look("#e6b48c", "#c9c4bd", "short", "#6f8f9c", casual=True)
    teacher = Look("#9c6440", "#a33f4f", "scarf", "#3d5a73", casual=True)
    standing(canvas, 180, 700, 64, ginger, legs=boots, turn=0.6, hands=((-1.14, -0.1), (1.25, 0.25)))
    standing(canvas, 640, 700, 64, grey, legs="#4d5a44", turn=0.2, hands=((-1.2, -0.2), (1.3, -0.9)))
    standing(canvas, 950, 700, 64, teacher, legs="#5a4a6b", turn=0.6, hands=((-1.16, -0.1), (1.5, -1.1)))
    spade(canvas, 716, 690)
    pupils = [
        (350, 748, Look("#8a5636", "#241c1c", "short", "#e0663b", casual=True), "#41506b", 0.4),
        (496, 766, Look("#d69c72", "#2b2030", "bob", "#2d7a74", casual=True), "#6b4a5a", -0.4),
        (800, 768, Look("#6f4328", "#1d191b", "bun", "#e9b949", casual=True), "#3e4c6b", 0.2),
        (1090, 758, Look("#f0c6a2", "#a5532c", "curly", "#7b5a9c", casual=True), "#6b5a3a", -0.7),
    ]
    for x, y, look, trousers, turn in pupils:
        standing(canvas, x, y, 48, look, legs=trousers, turn=turn, hands=((-0.25, -0.05), (0.3, -0.05)))
        pot(canvas, x + 2, y - 98)
        seedling(canvas, x + 2, y - 116, 0.56)
    for x, y, size in ((70, 770, 1.2), (258, 782, 1.15), (640, 786, 1.2), (930, 784, 1.1), (1166, 700, 0.9)):
        seedling(canvas, x, y, size)
    return canvas.finished()


def seedling(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.oval(x, y, 24 * size, 6 * size, "#6e5438")
    canvas.stroke([(x, y), (x + 2 * size, y - 70 * size)], "#5f8a3c", 6 * size)
    for base_up, dx, dy in ((24, -34, -44), (34, 36, -56), (52, -28, -80), (60, 28, -92)):
        leaf(
            canvas,
            (x + size, y - base_up * size),
            (x + dx * size, y + dy * size),
            8 * size,
            "#4f9a58" if dx < 0 else "#68b06a",
        )
    leaf(canvas, (x + 2 * size, y - 66 * size), (x + 3 * size, y - 112 * size), 7 * size, "#7bbd74")


def leaf(canvas: Canvas, base: tuple[float, float], tip: tuple[float, float], half: float, fill: str) -> None:
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    length = math.hypot(dx, dy)
    across = (-dy / length * half, dx / length * half)
    middle = (base[0] + dx * 0.45, base[1] + dy * 0.45)
    sides = [(middle[0] + across[0] * sign, middle[1] + across[1] * sign) for sign in (1, -1)]
    canvas.blob([base, sides[0], tip, sides[1]], fill)


def spade(canvas: Canvas, x: float, y: float) -> None:
    canvas.stroke([(x, y), (x + 14, y - 190)], "#8a6442", 9)
    canvas.stroke([(x - 8, y - 192), (x + 36, y - 188)], "#6b4a2f", 9)
    canvas.shape([(x - 24, y - 12), (x + 22, y - 8), (x + 20, y + 30), (x - 2, y + 52), (x - 24, y + 26)], "#8d97a6")


def pot(canvas: Canvas, x: float, y: float) -> None:
    canvas.shape([(x - 20, y - 18), (x + 20, y - 18), (x + 14, y + 18), (x - 14, y + 18)], "#c9714b")
    canvas.box(x - 23, y - 24, x + 23, y - 14, "#d98560", round_by=4)


def seedlings() -> Image.Image:
    """Rows of numbered seedlings at low tide, seen from near the ground."""
    canvas = Canvas("#f6d9a8", "#f9ecd0")
    canvas.glow(600, 240, 240, "#fff4c4", 220)
    canvas.oval(600, 250, 70, 70, "#fff6d2")
    canvas.shape([(0, 262), (220, 236), (500, 262), (820, 240), (1200, 268), (1200, 330), (0, 330)], "#8fae9a")
    canvas.fade((0, 296, 1200, 440), "#86c3c2", "#c9e2d4")
    canvas.shape([(540, 296), (660, 296), (760, 430), (440, 430)], "#fff6d2", alpha=120)
    for y, phase in ((330, 0.1), (366, 0.5), (398, 0.8)):
        canvas.stroke(wave(0, 1200, y, 3, 110, phase), "#e3f0e4", 3)
    canvas.fade((0, 424, 1200, 800), "#ab8b63", "#7d6142")
    canvas.shape([*wave(0, 1200, 420, 8, 520), (1200, 450), (0, 450)], "#ab8b63")
    for y, size, step, shift in ((448, 0.42, 116, 0), (508, 0.72, 176, 44), (604, 1.2, 266, -30), (748, 1.9, 392, 20)):
        for at in range(-6, 7):
            x = 600 + shift + at * step
            canvas.oval(
                x + 30 * size, y + 6 * size, 70 * size, 11 * size, mix("#c9ddd0", "#8d7049", size / 2.4), alpha=150
            )
            seedling(canvas, x, y, size)
            tag(canvas, x + 48 * size, y + 4 * size, size * 0.9)
    return canvas.finished()


def tag(canvas: Canvas, x: float, y: float, size: float) -> None:
    """The number of a seedling, on a stick; too small to read."""
    canvas.stroke([(x, y + 4 * size), (x, y - 26 * size)], "#7a5738", 3 * size)
    canvas.box(x - 13 * size, y - 44 * size, x + 13 * size, y - 24 * size, "#fbf3dd", round_by=3 * size)
    canvas.box(x - 7 * size, y - 36 * size, x + 7 * size, y - 32 * size, "#c8553d", round_by=1)


def charter_day() -> Image.Image:
    """The harbour at sunset, boats at the quay and the flag on its mast."""
    canvas = Canvas("#3d4f86", "#f6b27a")
    canvas.fade((0, 0, 1200, 250), "#3d4f86", "#c08690")
    canvas.fade((0, 250, 1200, 430), "#c08690", "#fbcf8a")
    canvas.glow(420, 410, 240, "#ffe6a0", 210)
    canvas.oval(420, 404, 66, 66, "#fff0b8")
    canvas.shape(
        [(0, 420), (150, 360), (340, 400), (520, 350), (760, 402), (1200, 362), (1200, 450), (0, 450)], "#6a5a86"
    )
    town(canvas)
    canvas.fade((0, 440, 1200, 700), "#e39a74", "#34517a")
    canvas.shape([(360, 440), (480, 440), (560, 700), (280, 700)], "#ffe3a4", alpha=110)
    for y in range(462, 690, 26):
        canvas.stroke(
            wave(0, 1200, y, 3 + (y - 440) / 60, 90 + (y - 440), y / 50), mix("#efb388", "#5f6f90", (y - 462) / 228), 3
        )
    boat(canvas, 240, 560, 1.0, "#c8553d", "#f7ead0")
    boat(canvas, 640, 610, 1.35, "#2d7a74", "#fbf1da")
    boat(canvas, 470, 500, 0.62, "#35557f", "#f3dcb4")
    canvas.box(0, 690, 1200, 800, "#4b3f52")
    canvas.box(0, 682, 1200, 704, "#6d5c6c")
    for x in range(60, 1200, 180):
        canvas.box(x, 650, x + 26, 700, "#33293a", round_by=8)
    canvas.box(936, 120, 948, 700, "#efe6d2", round_by=6)
    canvas.oval(942, 116, 12, 12, "#e9b949")
    flag(canvas, 948, 132, 236)
    for x, y, h in ((760, 752, 104), (824, 758, 96), (1040, 752, 106), (1098, 762, 70)):
        passer_by(canvas, x, y, h, "#3a3350")
    return canvas.finished()


def town(canvas: Canvas) -> None:
    """White houses along the water with their first lights."""
    dice = random.Random(3)
    x = 690.0
    while x < 1200:
        width, height = dice.randint(44, 78), dice.randint(46, 120)
        wall = mix("#e8c9a6", "#b58c94", dice.random() * 0.6)
        canvas.box(x, 446 - height, x + width, 450, wall)
        if dice.random() < 0.35:
            canvas.oval(x + width / 2, 446 - height, width * 0.36, width * 0.34, darker(wall, 0.1))
        for dx in range(10, width - 14, 20):
            for dy in range(14, height - 14, 26):
                lit = "#ffdf8c" if dice.random() < 0.5 else "#7d6478"
                canvas.box(x + dx, 446 - height + dy, x + dx + 9, 446 - height + dy + 13, lit, round_by=4)
        x += width + 2


def boat(canvas: Canvas, x: float, y: float, size: float, hull: str, sail: str) -> None:
    canvas.shape(
        [
            (x - 100 * size, y + 34 * size),
            (x + 96 * size, y + 34 * size),
            (x + 66 * size, y + 62 * size),
            (x - 70 * size, y + 62 * size),
        ],
        darker(hull, 0.4),
        alpha=110,
    )
    canvas.stroke([(x, y), (x, y - 170 * size)], "#5a3d2b", 6 * size)
    canvas.shape([(x + 6 * size, y - 168 * size), (x + 6 * size, y - 16 * size), (x + 96 * size, y - 20 * size)], sail)
    canvas.shape(
        [(x - 6 * size, y - 150 * size), (x - 6 * size, y - 16 * size), (x - 70 * size, y - 18 * size)],
        darker(sail, 0.1),
    )
    canvas.shape(
        [
            (x - 110 * size, y - 8 * size),
            (x + 112 * size, y - 14 * size),
            (x + 76 * size, y + 34 * size),
            (x - 78 * size, y + 34 * size),
        ],
        hull,
    )
    canvas.shape(
        [
            (x - 110 * size, y - 8 * size),
            (x + 112 * size, y - 14 * size),
            (x + 106 * size, y - 2 * size),
            (x - 104 * size, y + 4 * size),
        ],
        lighter(hull, 0.45),
    )


def choir() -> Image.Image:
    """Two choirs in two rows on the quay at night, under strings of lamps."""
    canvas = Canvas("#141c3d", "#2c3a68")
    dice = random.Random(11)
    for _ in range(70):
        canvas.oval(dice.randint(0, 1200), dice.randint(0, 300), 1.6, 1.6, "#dfe6ff", alpha=dice.randint(90, 220))
    canvas.oval(300, 62, 40, 40, "#fbf1c7")
    canvas.oval(284, 54, 35, 35, mix("#141c3d", "#2c3a68", 58 / 800))
    canvas.fade((0, 400, 1200, 560), "#1f3566", "#2f5583")
    for y in range(420, 556, 24):
        canvas.stroke(wave(0, 1200, y, 3, 120, y / 40), "#4a6c9f", 3)
    canvas.box(0, 540, 1200, 800, "#5d4c50")
    for y in (580, 640, 716):
        canvas.box(0, y, 1200, y + 4, "#4d3e43")
    canvas.box(60, 520, 1140, 560, "#7a5738", round_by=6)
    back = [CROWD[at] for at in (0, 3, 6, 4, 1, 7, 5)]
    for at, look in enumerate(back):
        singer(canvas, 150 + at * 150, 560, 66, look, "#2f4a6d")
    front = [CROWD[at] for at in (2, 5, 4, 7, 1, 2)]
    for at, look in enumerate(front):
        singer(canvas, 222 + at * 151, 700, 62, look, "#f0e4cc")
    for y, sag in ((90, 70), (190, 60)):
        lamps(canvas, y, sag)
    from_behind(canvas, 600, 900, 104, Look("#e6b48c", "#4a3528", "bun", "#1d2238"))
    canvas.stroke([(690, 740), (770, 660), (800, 580)], "#1d2238", 40)
    canvas.oval(802, 566, 19, 19, "#e6b48c")
    canvas.stroke([(804, 556), (842, 500)], "#fbf1c7", 5)
    return canvas.finished()


def singer(canvas: Canvas, x: float, y: float, u: float, look: Look, robe: str) -> None:
    """Somebody in a choir's robe, mouth open, a score in hand."""
    dressed = Look(look.skin, look.hair, look.style, robe, "#fbf7ec", glasses=look.glasses)
    bust(canvas, x, y, u, dressed)
    canvas.shape([(x - u * 1.08, y), (x + u * 1.08, y), (x + u * 1.14, y + u * 0.9), (x - u * 1.14, y + u * 0.9)], robe)
    canvas.oval(x, y - 2.12 * u, 0.1 * u, 0.12 * u, "#7a2a2a")
    canvas.shape(
        [(x - 0.6 * u, y - 0.86 * u), (x, y - 0.7 * u), (x, y - 0.1 * u), (x - 0.56 * u, y - 0.26 * u)], "#c8553d"
    )
    canvas.shape(
        [(x + 0.6 * u, y - 0.86 * u), (x, y - 0.7 * u), (x, y - 0.1 * u), (x + 0.56 * u, y - 0.26 * u)], "#b04a34"
    )
    for side in (-1, 1):
        canvas.oval(x + side * 0.55 * u, y - 0.3 * u, 0.15 * u, 0.15 * u, look.skin)


def lamps(canvas: Canvas, y: float, sag: float) -> None:
    points = [(x, y + sag * math.sin(math.pi * ((x % 600) / 600))) for x in range(0, 1201, 20)]
    canvas.stroke(points, "#0d1330", 3)
    for x, at in points[2::4]:
        canvas.glow(x, at + 12, 44, "#ffdf8c", 150)
        canvas.oval(x, at + 12, 8, 10, "#fff0b8")
