"""A sheet to draw on, 1200 by 800 units, painted at twice that size and then made smaller, so that edges are soft."""

import math
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1200, 800
SCALE = 2

Point = tuple[float, float]
Colour = tuple[int, int, int] | tuple[int, int, int, int]


def colour(code: str, alpha: int = 255) -> Colour:
    """``#rrggbb`` as numbers; with ``alpha`` below 255 it lets through what is underneath."""
    red, green, blue = (int(code[at : at + 2], 16) for at in (1, 3, 5))
    return (red, green, blue, alpha)


def mix(one: str, other: str, share: float) -> str:
    """The colour between two, ``share`` of the way to the other."""
    pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darker(code: str, share: float = 0.18) -> str:
    return mix(code, "#101830", share)


def lighter(code: str, share: float = 0.2) -> str:
    return mix(code, "#ffffff", share)


class Canvas:
    """Shapes in units of the finished picture; the origin is at the top left."""

    def __init__(self, top: str, bottom: str) -> None:
        """Start with a sky or a wall that changes from ``top`` to ``bottom``."""
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.fade((0, 0, WIDTH, HEIGHT), top, bottom)

    def fade(self, box: tuple[float, float, float, float], top: str, bottom: str) -> None:
        """A rectangle that changes its colour from top to bottom."""
        x0, y0, x1, y1 = (round(value * SCALE) for value in box)
        for y in range(y0, y1):
            self.pen.line([(x0, y), (x1 - 1, y)], fill=colour(mix(top, bottom, (y - y0) / max(1, y1 - y0 - 1))))

    def box(
        self, x0: float, y0: float, x1: float, y1: float, fill: str, *, round_by: float = 0, alpha: int = 255
    ) -> None:
        corners = (x0 * SCALE, y0 * SCALE, x1 * SCALE, y1 * SCALE)
        self.pen.rounded_rectangle(corners, radius=round_by * SCALE, fill=colour(fill, alpha))

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str, *, alpha: int = 255) -> None:
        corners = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self.pen.ellipse(corners, fill=colour(fill, alpha))

    def pie(self, x: float, y: float, rx: float, ry: float, start: float, end: float, fill: str) -> None:
        """A slice of an oval; angles in degrees, clockwise from the right."""
        corners = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self.pen.pieslice(corners, start, end, fill=colour(fill))

    def arc(self, x: float, y: float, rx: float, ry: float, start: float, end: float, fill: str, width: float) -> None:
        corners = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self.pen.arc(corners, start, end, fill=colour(fill), width=round(width * SCALE))

    def shape(self, points: Sequence[Point], fill: str, *, alpha: int = 255) -> None:
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour(fill, alpha))

    def blob(self, points: Sequence[Point], fill: str, *, alpha: int = 255) -> None:
        """A closed, smooth outline through all points."""
        self.shape(smooth(points), fill, alpha=alpha)

    def stroke(self, points: Sequence[Point], fill: str, width: float, *, alpha: int = 255) -> None:
        """A line with round ends and joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour(fill, alpha), width=round(width * SCALE), joint="curve")
        if alpha == 255:
            for x, y in points if width > 6 else (points[0], points[-1]):
                self.oval(x, y, width / 2, width / 2, fill)

    def glow(self, x: float, y: float, radius: float, fill: str, strength: int = 120) -> None:
        """Soft light around a lamp or the sun."""
        size = round(radius * SCALE)
        light = Image.new("L", (size * 2, size * 2), 0)
        ImageDraw.Draw(light).ellipse((size // 2, size // 2, size * 3 // 2, size * 3 // 2), fill=strength)
        light = light.filter(ImageFilter.GaussianBlur(size / 4))
        corner = (round(x * SCALE) - size, round(y * SCALE) - size)
        self.image.paste(Image.new("RGB", light.size, colour(fill)[:3]), corner, light)

    def finished(self) -> Image.Image:
        return self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def smooth(points: Sequence[Point], steps: int = 10) -> list[Point]:
    """A closed Catmull-Rom curve through the points."""
    curve: list[Point] = []
    count = len(points)
    for i in range(count):
        p0, p1, p2, p3 = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            curve.append((spline(p0[0], p1[0], p2[0], p3[0], t), spline(p0[1], p1[1], p2[1], p3[1], t)))
    return curve


def spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def wave(x0: float, x1: float, y: float, height: float, length: float, phase: float = 0) -> list[Point]:
    """Points along a wave, from left to right."""
    steps = max(2, round((x1 - x0) / 8))
    return [
        (x, y + height * math.sin((x / length + phase) * math.tau))
        for x in (x0 + (x1 - x0) * step / steps for step in range(steps + 1))
    ]
