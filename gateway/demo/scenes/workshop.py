"""Five pictures from the workshop in the old customs house."""

import math

from PIL import Image

from gateway.demo.canvas import Canvas, darker
from gateway.demo.figures import (
    CROWD,
    DORIAN,
    INK,
    LUDOVINE,
    SAMIR,
    SELMA,
    TEODRIC,
    arm,
    bust,
    from_behind,
    hanging_flag,
    microphone,
    plant,
)


def lectern() -> Image.Image:
    """A man at a lectern points to a bar chart; three listeners in front of him."""
    canvas = Canvas("#e9e3d3", "#d8cfb8")
    canvas.box(0, 640, 1200, 800, "#b08d62")
    canvas.box(0, 630, 1200, 648, "#8f6f4a")
    for x in (40, 110):
        canvas.box(x, 0, x + 34, 630, "#ded5bf")
    canvas.box(470, 70, 1130, 480, "#4a5568", round_by=10)
    canvas.box(484, 84, 1116, 466, "#fdfdfb", round_by=4)
    canvas.box(530, 122, 760, 140, "#c4ccd6", round_by=9)
    canvas.box(530, 154, 680, 166, "#dde2e8", round_by=6)
    for at, (height, fill) in enumerate(
        [(70, "#9cc5bd"), (118, "#72aaa3"), (92, "#9cc5bd"), (176, "#17626b"), (140, "#72aaa3"), (222, "#e9a23b")]
    ):
        x = 545 + at * 92
        canvas.box(x, 424 - height, x + 58, 424, fill, round_by=5)
    canvas.stroke([(526, 426), (1076, 426)], "#8791a0", 4)
    bust(canvas, 290, 490, 112, DORIAN, turn=0.6)
    arm(canvas, [(378, 344), (446, 366), (520, 320)], 104, DORIAN)
    canvas.shape([(150, 480), (424, 480), (396, 720), (178, 720)], "#8a5a36")
    canvas.box(132, 462, 442, 492, "#a36d43", round_by=8)
    canvas.shape([(166, 500), (408, 500), (404, 532), (170, 532)], "#7a4e2e")
    star(canvas, 287, 606, 34, "#e9b949")
    microphone(canvas, 226, 466, 22, 66)
    for x, look in ((560, CROWD[1]), (800, CROWD[2]), (1040, CROWD[0])):
        from_behind(canvas, x, 860, 108, look)
    return canvas.finished()


def star(canvas: Canvas, x: float, y: float, size: float, fill: str) -> None:
    points = [(0, -1), (0.24, -0.24), (1, 0), (0.24, 0.24), (0, 1), (-0.24, 0.24), (-1, 0), (-0.24, -0.24)]
    canvas.shape([(x + dx * size, y + dy * size) for dx, dy in points], fill)


def timeline() -> Image.Image:
    """A woman with a telephone in front of a wall: a storm cloud, a line of hours, notes."""
    canvas = Canvas("#28506a", "#1c3c54")
    canvas.box(70, 70, 1130, 560, "#f4efe2", round_by=12)
    canvas.box(70, 560, 1130, 580, "#d3c8ad", round_by=8)
    canvas.stroke([(160, 330), (1060, 330)], INK, 7)
    for at, (x, fill) in enumerate([(190, "#c8553d"), (330, "#e9a23b"), (1010, "#17626b")]):
        canvas.oval(x, 330, 22, 22, "#f4efe2")
        canvas.oval(x, 330, 16, 16, fill)
        clock(canvas, x, 250, 36, [160, 175, 277][at], [120, 300, 90][at])
    for x in range(400, 970, 62):
        canvas.oval(x, 330, 6, 6, "#8d97a6")
    cloud(canvas, 214, 122, 0.72)
    bubble(canvas, 270, 380, 150, 82, "#ffffff", 2)
    bubble(canvas, 860, 380, 240, 150, "#ffffff", 5)
    for x, y, fill in ((830, 110, "#f3d37a"), (930, 96, "#9cc5bd"), (1030, 116, "#eaa58f"), (420, 120, "#f3d37a")):
        canvas.box(x + 4, y + 5, x + 80, y + 81, "#000000", alpha=26)
        canvas.box(x, y, x + 76, y + 76, fill)
        for row in range(3):
            canvas.box(x + 12, y + 16 + row * 18, x + 62 - row * 10, y + 22 + row * 18, darker(fill, 0.25), round_by=3)
    bust(canvas, 620, 810, 172, SELMA, turn=-0.3)
    arm(canvas, [(478, 588), (420, 716), (446, 586)], 160, SELMA)
    canvas.box(412, 462, 476, 572, INK, round_by=12)
    canvas.box(419, 472, 469, 560, "#bfe3dc", round_by=6)
    arm(canvas, [(762, 588), (838, 700), (880, 596)], 160, SELMA)
    return canvas.finished()


def clock(canvas: Canvas, x: float, y: float, size: float, hour: float, minute: float) -> None:
    """A clock; the hands as angles from twelve, clockwise."""
    canvas.oval(x, y, size, size, INK)
    canvas.oval(x, y, size - 6, size - 6, "#ffffff")
    for angle, reach, width in ((hour, 0.48, 5), (minute, 0.7, 4)):
        turn = math.radians(angle - 90)
        canvas.stroke([(x, y), (x + math.cos(turn) * size * reach, y + math.sin(turn) * size * reach)], INK, width)


def cloud(canvas: Canvas, x: float, y: float, size: float) -> None:
    for dx, dy, r in ((-58, 8, 34), (-20, -14, 44), (30, -8, 40), (66, 10, 30)):
        canvas.oval(x + dx * size, y + dy * size, r * size, r * size, "#6f8296")
    canvas.box(x - 92 * size, y + 4 * size, x + 96 * size, y + 42 * size, "#6f8296", round_by=19 * size)
    bolt = [(8, 30), (-16, 66), (2, 66), (-10, 98), (30, 54), (10, 54), (26, 30)]
    canvas.shape([(x + dx * size, y + dy * size) for dx, dy in bolt], "#e9a23b")


def bubble(canvas: Canvas, x: float, y: float, width: float, height: float, fill: str, lines: int) -> None:
    """A message; its tail points up to the line of hours."""
    canvas.shape([(x + 40, y - 26), (x + 30, y + 6), (x + 66, y + 6)], fill)
    canvas.box(x, y, x + width, y + height, fill, round_by=16)
    for row in range(lines):
        end = x + width - (24 if row % 2 == 0 else 58)
        canvas.box(x + 22, y + 22 + row * 24, end, y + 32 + row * 24, "#b8c1cc", round_by=5)


def panel() -> Image.Image:
    """Three people at a panel table with microphones; the middle one speaks."""
    canvas = Canvas("#7f9c8f", "#5f8073")
    for at in range(13):
        x = at * 100 - 20
        canvas.fade((x, 0, x + 46, 560), "#8aa79a", "#6a8b7e")
    canvas.box(0, 0, 1200, 26, "#4d6a5f")
    hanging_flag(canvas, 96, 150, 330, ("#6f4a86", "#f5ead2", "#e08a3c"))
    hanging_flag(canvas, 1070, 150, 330, ("#17626b", "#e9b949", "#17626b"))
    bust(canvas, 300, 610, 116, CROWD[3], turn=0.9)
    bust(canvas, 900, 610, 116, CROWD[4], turn=-0.9)
    bust(canvas, 600, 610, 134, LUDOVINE)
    arm(canvas, [(712, 430), (772, 536), (762, 432)], 122, LUDOVINE)
    arm(canvas, [(488, 430), (440, 545), (520, 578)], 122, LUDOVINE)
    canvas.box(70, 580, 1130, 618, "#a9744a", round_by=10)
    canvas.shape([(90, 618), (1110, 618), (1090, 800), (110, 800)], "#f2ead8")
    for x in range(130, 1090, 80):
        canvas.shape([(x, 618), (x + 30, 618), (x + 20, 800), (x - 4, 800)], "#e3d8bf")
    for x in (300, 600, 900):
        microphone(canvas, x + 96, 580, -42, 92)
        canvas.shape([(x - 92, 582), (x + 40, 582), (x + 52, 540), (x - 80, 540)], "#fbf8f0")
        canvas.box(x - 62, 553, x + 26, 562, INK, round_by=4)
        canvas.box(x - 62, 568, x + 2, 574, "#9aa5b4", round_by=3)
        glass(canvas, x + 150, 580)
    canvas.box(0, 770, 1200, 800, "#6b4a31")
    return canvas.finished()


def glass(canvas: Canvas, x: float, y: float) -> None:
    canvas.shape([(x - 17, y - 50), (x + 17, y - 50), (x + 12, y), (x - 12, y)], "#ffffff", alpha=110)
    canvas.shape([(x - 14, y - 30), (x + 14, y - 30), (x + 12, y), (x - 12, y)], "#bfe0ea", alpha=190)


def call() -> Image.Image:
    """A man on a large screen, from a room where it is still night; four people watch."""
    canvas = Canvas("#3b4663", "#2a3350")
    canvas.box(150, 50, 1050, 556, "#141b2b", round_by=18)
    canvas.fade((172, 72, 1028, 534), "#f2d7a6", "#e2b87c")
    canvas.box(720, 110, 960, 400, "#8a6442", round_by=6)
    canvas.fade((734, 124, 946, 386), "#131d42", "#2a3b6e")
    for x, y, r in ((770, 160, 3), (820, 210, 2), (900, 150, 3), (866, 290, 2), (780, 300, 2), (920, 320, 3)):
        canvas.oval(x, y, r, r, "#fdf6d8")
    canvas.oval(890, 196, 26, 26, "#fdf0bd")
    canvas.oval(902, 188, 23, 23, "#182450")
    canvas.box(836, 124, 844, 386, "#8a6442")
    canvas.box(734, 250, 946, 258, "#8a6442")
    plant(canvas, 290, 534, 92)
    bust(canvas, 540, 536, 146, TEODRIC)
    arm(canvas, [(662, 340), (706, 466), (690, 350)], 136, TEODRIC)
    canvas.box(150, 534, 1050, 556, "#141b2b", round_by=10)
    canvas.box(854, 424, 1010, 520, "#2d7a74", round_by=10)
    bust(canvas, 932, 520, 33, SELMA)
    for at, fill in enumerate(("#e5e9f0", "#e5e9f0", "#d9534a")):
        canvas.oval(548 + at * 52, 504, 19, 19, fill, alpha=235)
    canvas.box(570, 556, 630, 640, "#141b2b")
    canvas.box(0, 640, 1200, 800, "#20283f")
    for x, look in ((170, CROWD[5]), (450, CROWD[6]), (750, CROWD[7]), (1035, DORIAN)):
        from_behind(canvas, x, 880, 112, look)
    return canvas.finished()


def round_table() -> Image.Image:
    """A man reads aloud at a round table; five others follow on paper."""
    canvas = Canvas("#f2e2c4", "#e6cfa4")
    for x in (90, 480, 870):
        arch(canvas, x, 60, 240, 360)
    canvas.box(0, 520, 1200, 800, "#c9925e")
    for y in range(540, 800, 52):
        canvas.box(0, y, 1200, y + 3, "#b8824f")
    bust(canvas, 205, 560, 96, CROWD[2], turn=0.8)
    bust(canvas, 400, 505, 92, CROWD[1], turn=0.6)
    bust(canvas, 800, 505, 92, CROWD[0], turn=-0.6)
    bust(canvas, 995, 560, 96, CROWD[3], turn=-0.8)
    bust(canvas, 600, 540, 122, SAMIR, turn=0.1)
    canvas.oval(600, 640, 500, 150, "#000000", alpha=40)
    canvas.oval(600, 620, 490, 142, "#7c5233")
    canvas.oval(600, 606, 490, 140, "#a06d43")
    canvas.oval(600, 602, 462, 126, "#ad784c")
    for x, y in ((300, 590), (420, 545), (790, 545), (900, 590), (700, 690), (470, 690)):
        canvas.shape([(x - 46, y + 14), (x - 20, y - 18), (x + 52, y - 14), (x + 34, y + 20)], "#fbf7ec")
        for row in range(3):
            canvas.stroke([(x - 18, y - 8 + row * 9), (x + 28, y - 5 + row * 9)], "#bdb59f", 3)
    canvas.oval(600, 622, 70, 24, "#e9dcc0")
    for dx, dy in ((-34, -4), (-12, -10), (12, -10), (34, -4), (-22, 6), (2, 4), (24, 6)):
        canvas.oval(600 + dx, 616 + dy, 15, 10, "#8f5a2f" if dx % 4 else "#a76b38")
    arm(canvas, [(498, 376), (470, 492), (548, 470)], 110, SAMIR)
    arm(canvas, [(702, 376), (730, 492), (652, 470)], 110, SAMIR)
    canvas.shape([(546, 408), (654, 408), (662, 520), (538, 520)], "#fffdf6")
    for row in range(5):
        canvas.stroke([(640 - (row % 2) * 4, 428 + row * 18), (560 + (row % 3) * 14, 428 + row * 18)], "#9aa5b4", 4)
    from_behind(canvas, 330, 860, 100, CROWD[4])
    from_behind(canvas, 870, 860, 100, SELMA)
    return canvas.finished()


def arch(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """An arched window on the harbour side."""
    middle, radius = x + width / 2, width / 2
    canvas.oval(middle, y + radius, radius + 14, radius + 14, "#d2b583")
    canvas.box(x - 14, y + radius, x + width + 14, y + height + 14, "#d2b583")
    canvas.oval(middle, y + radius, radius, radius, "#a9d4dc")
    canvas.fade((x, y + radius, x + width, y + height), "#a9d4dc", "#d9eef0")
    canvas.box(x, y + height - 90, x + width, y + height, "#4e9aa3")
    canvas.box(middle - 4, y, middle + 4, y + height, "#f7ecd3")
    canvas.box(x, y + height * 0.5, x + width, y + height * 0.5 + 7, "#f7ecd3")
