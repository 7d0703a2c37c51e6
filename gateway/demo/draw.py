"""Draw the pictures of the demo archive: ``python -m gateway.demo.draw``.

Nothing is downloaded and nothing is left to chance: the same code gives the same pictures, in flat colours, without a
single letter in them, because a picture goes with texts in three languages.
"""

from pathlib import Path

from PIL import Image

from gateway.demo import ARCHIVE, MISSIONS
from gateway.demo.scenes import SCENES

QUALITY = 82


def main() -> None:
    for path, picture in pictures().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save(path, "JPEG", quality=QUALITY, optimize=True, progressive=True)


def pictures() -> dict[Path, Image.Image]:
    """Every picture of the archive, by path."""
    albums = ARCHIVE / "Takeout" / "Blogger" / "Albums"
    return {albums / mission.blog / name: draw() for mission in MISSIONS for name, draw in SCENES[mission.slug].items()}


if __name__ == "__main__":
    main()
