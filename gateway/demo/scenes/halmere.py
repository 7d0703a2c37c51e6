"""Two pictures from the capital."""

from PIL import Image

from gateway.demo.canvas import Canvas, darker
from gateway.demo.figures import CROWD, MINISTER, arm, bust, flag, from_behind, hanging_flag, microphone
from gateway.demo.scenes.workshop import star


def podium() -> Image.Image:
    """The Minister speaks in a hall with columns."""
    canvas = Canvas("#3c5470", "#5b7590")
    for x in (60, 300, 820, 1060):
        canvas.fade((x, 60, x + 84, 640), "#dfe3e2", "#c3cccf")
        for line in (18, 40, 62):
            canvas.box(x + line, 70, x + line + 6, 630, "#b4c0c5")
        canvas.box(x - 16, 36, x + 100, 66, "#eceeea", round_by=6)
        canvas.box(x - 16, 620, x + 100, 650, "#eceeea", round_by=6)
    canvas.box(0, 0, 1200, 40, "#d5dad8")
    canvas.box(420, 60, 780, 640, "#1d5a63")
    for x in range(428, 780, 44):
        canvas.fade((x, 60, x + 18, 640), "#256b74", "#174a52")
    star(canvas, 600, 104, 36, "#e9b949")
    canvas.box(0, 640, 1200, 800, "#42566c")
    hanging_flag(canvas, 404, 230, 300, ("#17626b", "#e9b949", "#17626b"))
    bust(canvas, 600, 520, 124, MINISTER, turn=-0.2)
    arm(canvas, [(704, 352), (764, 452), (750, 352)], 112, MINISTER)
    arm(canvas, [(496, 352), (462, 452), (530, 470)], 112, MINISTER)
    canvas.shape([(452, 490), (748, 490), (722, 740), (478, 740)], "#8a5a36")
    canvas.shape([(476, 520), (724, 520), (704, 720), (496, 720)], "#9c6a41")
    canvas.box(432, 470, 768, 502, "#ac774a", round_by=8)
    star(canvas, 600, 616, 48, "#f4e6c3")
    microphone(canvas, 540, 474, 34, 64)
    microphone(canvas, 660, 474, -34, 64)
    for x, y, look in (
        (110, 850, CROWD[5]),
        (300, 870, CROWD[6]),
        (900, 870, CROWD[7]),
        (1090, 850, CROWD[0]),
        (490, 900, CROWD[1]),
        (710, 900, CROWD[4]),
    ):
        from_behind(canvas, x, y, 92, look)
    return canvas.finished()


def front() -> Image.Image:
    """The ministry: tall windows, steps, the flag above the door."""
    canvas = Canvas("#8fc1d6", "#e4eee6")
    for x, y, r in ((180, 130, 50), (240, 110, 62), (310, 136, 46), (930, 90, 44), (990, 76, 56), (1050, 96, 40)):
        canvas.oval(x, y, r, r * 0.62, "#ffffff", alpha=210)
    canvas.box(0, 650, 1200, 800, "#c8bda4")
    canvas.box(0, 650, 1200, 668, "#a99d83")
    canvas.box(130, 250, 1070, 656, "#efe3c8")
    canvas.box(110, 226, 1090, 262, "#d8c8a4")
    canvas.shape([(400, 228), (800, 228), (600, 132)], "#efe3c8")
    canvas.shape([(380, 228), (820, 228), (820, 240), (380, 240)], "#cbb98f")
    canvas.shape([(380, 232), (600, 118), (820, 232), (796, 232), (600, 136), (404, 232)], "#cbb98f")
    star(canvas, 600, 192, 30, "#17626b")
    for x in (168, 262, 356, 790, 884, 978):
        for y, height in ((300, 130), (480, 130)):
            canvas.box(x - 8, y - 12, x + 64, y + height + 10, "#d8c8a4", round_by=4)
            canvas.fade((x, y, x + 56, y + height), "#4d7f93", "#7fb0bd")
            canvas.box(x + 26, y, x + 30, y + height, "#efe3c8")
            canvas.box(x, y + height * 0.4, x + 56, y + height * 0.4 + 4, "#efe3c8")
    for x in (440, 520, 650, 730):
        canvas.fade((x, 262, x + 34, 640), "#fbf3df", "#dccda9")
        canvas.box(x - 8, 258, x + 42, 276, "#cbb98f", round_by=3)
        canvas.box(x - 8, 626, x + 42, 644, "#cbb98f", round_by=3)
    canvas.oval(600, 476, 36, 36, "#0f4750")
    canvas.box(564, 476, 636, 656, "#17626b")
    canvas.box(598, 450, 602, 650, "#0f4750")
    canvas.oval(610, 566, 4, 4, "#e9b949")
    for step in range(4):
        canvas.box(420 - step * 26, 644 + step * 20, 780 + step * 26, 666 + step * 20, darker("#f0e6cf", 0.04 * step))
    canvas.stroke([(600, 118), (600, 18)], "#5d6b78", 6)
    flag(canvas, 603, 24, 150)
    for x in (70, 1130):
        canvas.box(x - 9, 560, x + 9, 680, "#7a5738")
        for dx, dy, r in ((0, -30, 74), (-40, 20, 54), (40, 20, 54), (0, 36, 60)):
            canvas.oval(x + dx, 500 + dy, r, r, "#5f9469" if dx <= 0 else "#4e8259")
    for x, y, h, top in ((280, 752, 96, "#c8553d"), (338, 756, 86, "#35557f"), (930, 760, 94, "#e0a23b")):
        passer_by(canvas, x, y, h, top)
    return canvas.finished()


def passer_by(canvas: Canvas, x: float, y: float, height: float, top: str) -> None:
    """Somebody far away."""
    canvas.oval(x, y, height * 0.34, 6, "#000000", alpha=40)
    for side in (-1, 1):
        canvas.stroke(
            [(x + side * height * 0.08, y - height * 0.4), (x + side * height * 0.14, y - 4)], "#2b3348", height * 0.13
        )
    canvas.box(x - height * 0.2, y - height * 0.86, x + height * 0.2, y - height * 0.34, top, round_by=height * 0.16)
    canvas.oval(x, y - height * 1.0, height * 0.15, height * 0.17, "#c58d5f")
    canvas.pie(x, y - height * 1.03, height * 0.16, height * 0.17, 180, 360, "#33261f")
