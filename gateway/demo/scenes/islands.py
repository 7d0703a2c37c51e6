"""Three pictures from Port-Amarante and the islands of its district."""

from PIL import Image

from gateway.demo.canvas import Canvas, darker, wave
from gateway.demo.figures import APOLLINE, TEODRIC, Look, arm, bust, flag, from_behind, palm, plant, standing


def parasol() -> Image.Image:
    """The consular day: a table under a parasol on a market square."""
    canvas = Canvas("#86cfe0", "#e6f4e8")
    canvas.shape([(0, 380), (260, 300), (520, 360), (800, 290), (1200, 370), (1200, 460), (0, 460)], "#7fb894")
    for x, width, height, wall, roof in (
        (-30, 210, 210, "#f3b7a0", "#b5503f"),
        (190, 180, 170, "#f6dc9a", "#b5503f"),
        (860, 190, 180, "#a9d6c8", "#8c4a3a"),
        (1060, 190, 220, "#f3c6cf", "#b5503f"),
    ):
        house(canvas, x, 500, width, height, wall, roof)
    canvas.box(0, 496, 1200, 800, "#eadcb8")
    for y in (540, 600, 680, 760):
        canvas.box(0, y, 1200, y + 3, "#dccba0")
    palm(canvas, 800, 520, 300, 40)
    fountain(canvas, 1010, 580)
    canvas.box(594, 190, 608, 700, "#8a6442")
    canvas.oval(600, 706, 260, 30, "#000000", alpha=34)
    bust(canvas, 690, 600, 96, TEODRIC, turn=-0.5)
    canvas.box(420, 590, 840, 616, "#a9744a", round_by=8)
    canvas.shape([(434, 616), (826, 616), (812, 730), (448, 730)], "#17626b")
    canvas.shape([(434, 616), (826, 616), (824, 634), (436, 634)], "#e9b949")
    canvas.box(520, 540, 620, 592, "#e5e9ee", round_by=8)
    canvas.box(534, 520, 606, 546, "#ffffff")
    canvas.box(530, 562, 610, 572, "#4a5568", round_by=4)
    for at in range(5):
        canvas.box(742 + at, 584 - at * 9, 806 + at, 592 - at * 9, "#7b2d43" if at % 2 else "#8c3a50", round_by=3)
    arm(canvas, [(610, 472), (592, 556), (644, 574)], 88, TEODRIC)
    canvas.pie(600, 250, 330, 150, 180, 360, "#c8553d")
    for start in (202.5, 247.5, 292.5):
        canvas.pie(600, 250, 330, 150, start, start + 22.5, "#fbf1da")
    for at in range(8):
        canvas.pie(600 - 330 + 41.25 + at * 82.5, 249, 41.25, 20, 0, 180, "#fbf1da" if at % 2 else "#b5452f")
    lady = Look("#c08a5e", "#d7d3cd", "bun", "#6a5a9c", shawl="#e3b23c", casual=True)
    brother = Look("#a8704a", "#2a2324", "curly", "#b5503f", casual=True, beard=True)
    other = Look("#a8704a", "#2a2324", "short", "#3d6f8c", casual=True)
    pupil = Look("#6f4328", "#1d191b", "short", "#e0a23b", casual=True)
    standing(canvas, 76, 752, 76, other, legs="#5b4a3a", turn=0.5)
    standing(canvas, 196, 746, 76, brother, legs="#3d4a5a", turn=0.6)
    standing(canvas, 328, 740, 72, lady, legs="#4a4266", turn=0.8, hands=((-1.14, -0.1), (1.2, -0.6)))
    canvas.box(410, 540, 452, 590, "#7b2d43", round_by=4)
    standing(canvas, 268, 782, 46, pupil, legs="#2f5f7a", turn=0.9, hands=((-1.14, -0.1), (1.35, -2.1)))
    canvas.stroke([(880, 740), (880, 350)], "#8a6442", 8)
    flag(canvas, 884, 356, 130)
    return canvas.finished()


def house(canvas: Canvas, x: float, y: float, width: float, height: float, wall: str, roof: str) -> None:
    canvas.box(x, y - height, x + width, y, wall)
    canvas.shape(
        [
            (x - 18, y - height),
            (x + width + 18, y - height),
            (x + width - 20, y - height - 56),
            (x + 20, y - height - 56),
        ],
        roof,
    )
    for dx in (0.18, 0.62):
        for dy in (0.78, 0.36):
            left, top = x + width * dx, y - height * dy
            canvas.box(left, top, left + width * 0.2, top + height * 0.2, "#4d7f93", round_by=3)
            canvas.box(left - width * 0.08, top - 3, left - 2, top + height * 0.2 + 3, darker(wall, 0.3))
            canvas.box(left + width * 0.2 + 2, top - 3, left + width * 0.28, top + height * 0.2 + 3, darker(wall, 0.3))


def fountain(canvas: Canvas, x: float, y: float) -> None:
    for reach in (24, 46):
        canvas.arc(x - reach, y - 78, reach, 44, 270, 359, "#d9f1f5", 5)
    canvas.arc(x + 26, y - 78, 26, 44, 180, 300, "#d9f1f5", 5)
    canvas.box(x - 12, y - 90, x + 12, y, "#b7ab90", round_by=6)
    canvas.oval(x, y - 84, 44, 12, "#c9bea3")
    canvas.oval(x, y + 10, 124, 34, "#b7ab90")
    canvas.oval(x, y + 2, 108, 25, "#8fd0da")


def counter() -> Image.Image:
    """The consul listens to a visitor through the counter's window."""
    canvas = Canvas("#d9e8e0", "#bcd6cb")
    canvas.box(0, 560, 1200, 800, "#2d6b66")
    canvas.box(0, 548, 1200, 584, "#c9925e", round_by=4)
    canvas.box(90, 70, 210, 230, "#ffffff", round_by=6)
    for row in range(4):
        canvas.box(108, 96 + row * 30, 190 - (row % 2) * 24, 106 + row * 30, "#a9bccb", round_by=4)
    canvas.box(300, 60, 900, 560, "#8a6442", round_by=14)
    canvas.fade((326, 86, 874, 548), "#f5e6c6", "#e6cc98")
    for row, fill in enumerate(("#b0483a", "#35557f", "#d9a441", "#4d7a58")):
        canvas.box(352 + row * 34, 150, 378 + row * 34, 240, fill, round_by=3)
    canvas.box(340, 240, 520, 252, "#8a6442")
    canvas.oval(790, 160, 46, 46, "#fbf7ec")
    canvas.arc(790, 160, 46, 46, 0, 360, "#22304a", 6)
    canvas.stroke([(790, 160), (790, 130)], "#22304a", 5)
    canvas.stroke([(790, 160), (812, 168)], "#22304a", 5)
    bust(canvas, 600, 556, 134, APOLLINE, turn=-0.4)
    arm(canvas, [(488, 376), (452, 500), (540, 532)], 124, APOLLINE)
    arm(canvas, [(712, 376), (748, 500), (660, 532)], 124, APOLLINE)
    canvas.shape([(560, 88), (690, 88), (470, 546), (340, 546)], "#ffffff", alpha=46)
    canvas.shape([(740, 88), (790, 88), (570, 546), (520, 546)], "#ffffff", alpha=34)
    canvas.box(300, 548, 900, 584, "#d9a774", round_by=4)
    canvas.shape([(640, 556), (742, 552), (754, 574), (652, 578)], "#fffdf6")
    canvas.box(690, 556, 730, 572, "#7b2d43", round_by=3)
    plant(canvas, 1040, 556, 108)
    canvas.box(930, 90, 1130, 230, "#22304a", round_by=10)
    canvas.stroke([(954, 200), (996, 160), (1034, 178), (1076, 126), (1108, 140)], "#7fd1c4", 6)
    for x in range(60, 1200, 150):
        canvas.box(x, 620, x + 110, 780, "#347a74", round_by=6)
    from_behind(canvas, 400, 850, 140, Look("#e6b48c", "#b9b4ac", "bun", "#8c4a66"))
    return canvas.finished()


def shutters() -> Image.Image:
    """A house with its shutters closed, palms bent by the wind, a sky full of rain."""
    canvas = Canvas("#39475f", "#8a9aa6")
    for x, y, r, fill in (
        (120, 110, 130, "#4b5b74"),
        (330, 80, 150, "#445369"),
        (600, 110, 170, "#53647c"),
        (860, 70, 150, "#475871"),
        (1090, 120, 150, "#53647c"),
    ):
        canvas.oval(x, y, r * 1.3, r * 0.6, fill)
    canvas.fade((0, 470, 1200, 620), "#4f7480", "#3d6270")
    for y, phase in ((486, 0.1), (520, 0.5), (560, 0.8)):
        canvas.stroke(wave(0, 1200, y, 9, 150, phase), "#a8bcc4", 5)
    canvas.shape([*wave(0, 1200, 606, 10, 700, 0.2), (1200, 800), (0, 800)], "#8d9a72")
    canvas.shape([*wave(0, 1200, 700, 10, 900, 0.6), (1200, 800), (0, 800)], "#76855f")
    palm(canvas, 180, 690, 380, 170, "#3c6b4c")
    palm(canvas, 960, 680, 330, 160, "#3c6b4c")
    canvas.box(420, 380, 820, 690, "#f0c9a0")
    canvas.box(420, 660, 820, 700, "#b9a58a")
    canvas.shape([(380, 384), (860, 384), (760, 260), (480, 260)], "#a8483a")
    for at in range(1, 6):
        canvas.stroke([(480 + at * 47, 262), (380 + at * 80, 382)], "#8f3a2f", 4)
    for x in (456, 690):
        canvas.box(x - 6, 434, x + 104, 562, "#fbf1da", round_by=4)
        for side in (0, 50):
            canvas.box(x + side, 440, x + side + 46, 556, "#2d7a74", round_by=3)
            for y in range(452, 548, 16):
                canvas.box(x + side + 7, y, x + side + 39, y + 6, "#235f5a")
        canvas.box(x - 2, 490, x + 100, 502, "#8a6442")
    canvas.box(578, 470, 662, 690, "#7b2d43", round_by=4)
    canvas.stroke([(586, 500), (654, 660)], "#8a6442", 12)
    canvas.stroke([(654, 500), (586, 660)], "#8a6442", 12)
    for at in range(90):
        x, y = (at * 137) % 1300, (at * 89) % 790
        canvas.stroke([(x, y), (x - 16, y + 44)], "#e4edf2", 2, alpha=90)
    for x, y in ((300, 300), (880, 420), (120, 420)):
        canvas.blob([(x, y), (x + 18, y - 12), (x + 40, y - 2), (x + 20, y + 8)], "#5c8a55")
    return canvas.finished()
