"""What is kept of a picture, what is taken out of it, and which are refused; hostile ones end a worker, not us."""

import struct
import threading
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from gateway.outside import pictures
from gateway.outside.pictures import (
    PictureBroken,
    PictureIsDrawing,
    PictureKindUnknown,
    PictureReader,
    PictureTooHeavy,
    PictureTooLarge,
    PictureTooLong,
    picture_reader,
)
from schema.errors import Invalid

TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif", "AVIF": "image/avif"}
GPS, ORIENTATION, ARTIST = 0x8825, 0x0112, 0x013B


@pytest.fixture(scope="module")
def reader() -> Iterator[PictureReader]:
    with picture_reader(2) as one:
        yield one


def picture(width: int = 30, height: int = 20) -> Image.Image:
    """The left half is red, the right one blue."""
    image = Image.new("RGB", (width, height), (0, 0, 255))
    image.paste((255, 0, 0), (0, 0, width // 2, height))
    return image


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def exif(**tags: int | str) -> Image.Exif:
    made = Image.Exif()
    for name, value in tags.items():
        made[{"orientation": ORIENTATION, "artist": ARTIST}[name]] = value
    return made


def authored() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Okonrad")
    return info


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("kind", TYPES)
def test_a_plain_picture_stays_as_it_is(reader: PictureReader, kind: str) -> None:
    content = saved(picture(), kind)
    read = reader.read(content, "a")
    assert (read.media_type, read.width, read.height) == (TYPES[kind], 30, 20)
    assert read.content == content


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_who_took_it_where_and_with_what_is_taken_out(reader: PictureReader, kind: str) -> None:
    tags = exif(artist="Selma Okonrad")
    tags.get_ifd(GPS)[2] = (38.0, 42.0, 0.0)
    content = saved(picture(), kind, exif=tags)
    assert b"Okonrad" in content
    read = reader.read(content, "a")
    assert b"Okonrad" not in read.content
    assert not opened(read.content).getexif()
    assert (read.width, read.height) == (30, 20)


@pytest.mark.parametrize(
    "content",
    [
        saved(picture(), xmp=b"<x:xmpmeta>Okonrad</x:xmpmeta>"),
        saved(picture(), comment=b"Okonrad"),
        saved(picture(), "WEBP", xmp=b"<x:xmpmeta>Okonrad</x:xmpmeta>"),
        saved(picture(), "GIF", comment=b"Okonrad"),
        saved(picture(), "PNG", pnginfo=authored()),
    ],
    ids=["jpeg xmp", "jpeg comment", "webp xmp", "gif comment", "png text"],
)  # fmt: skip
def test_words_in_the_file_are_taken_out(reader: PictureReader, content: bytes) -> None:
    assert b"Okonrad" in content
    assert b"Okonrad" not in reader.read(content, "a").content


@pytest.mark.parametrize(("orientation", "size"), [(1, (30, 20)), (3, (30, 20)), (6, (20, 30)), (8, (20, 30))])
def test_a_turned_picture_is_stored_upright(reader: PictureReader, orientation: int, size: tuple[int, int]) -> None:
    read = reader.read(saved(picture(), exif=exif(orientation=orientation), quality=95), "a")
    image = opened(read.content)
    assert (read.width, read.height) == image.size == size
    assert image.getexif().get(ORIENTATION) is None
    red = {1: (2, 10), 3: (27, 10), 6: (10, 2), 8: (10, 27)}[orientation]
    pixel = image.convert("RGB").getpixel(red)
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200
    assert pixel[2] < 60


def test_colours_stay_true(reader: PictureReader) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = saved(picture(), icc_profile=profile, exif=exif(artist="A"))
    assert opened(reader.read(content, "a").content).info["icc_profile"] == profile


def test_a_transparent_picture_stays_so(reader: PictureReader) -> None:
    image = picture().convert("RGBA")
    image.putpixel((0, 0), (0, 0, 0, 0))
    content = saved(image, "PNG", exif=exif(artist="A"))
    assert opened(reader.read(content, "a").content).convert("RGBA").getpixel((0, 0)) == (0, 0, 0, 0)


def moving(kind: str, frames: int, size: tuple[int, int] = (30, 20), **options: Any) -> bytes:
    shades = [Image.new("RGB", size, (number * 80 % 256, number // 256, 128)) for number in range(frames)]
    return saved(shades[0], kind, save_all=True, append_images=shades[1:], duration=80, loop=0, **options)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_an_animation_stays_one(reader: PictureReader, kind: str) -> None:
    content = moving(kind, 3)
    assert reader.read(content, "a").content == content
    said: dict[str, Any] = {"comment": b"Okonrad"} if kind == "GIF" else {"exif": exif(artist="Okonrad")}
    told = moving(kind, 3, **said)
    again = reader.read(told, "a").content
    assert b"Okonrad" in told
    assert b"Okonrad" not in again
    image = Image.open(BytesIO(again))
    assert getattr(image, "n_frames", 1) == 3
    image.seek(1)
    image.load()
    assert image.info["duration"] == 80


def test_a_photo_with_a_small_one_behind_it_is_one_photo(reader: PictureReader) -> None:
    content = saved(picture(), "MPO", save_all=True, append_images=[picture(10, 10)])
    read = reader.read(content, "a")
    assert (read.media_type, read.width, read.height) == ("image/jpeg", 30, 20)
    assert opened(read.content).format == "JPEG"


def huge_png(width: int, height: int) -> bytes:
    """A file of a few bytes that says it is enormous."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


REFUSED = {
    "empty": (b"", PictureKindUnknown),
    "text": (b"hello", PictureKindUnknown),
    "web page": (b"<html><body>404</body></html>", PictureKindUnknown),
    "tiff": (saved(picture(), "TIFF"), PictureKindUnknown),
    "bmp": (saved(picture(), "BMP"), PictureKindUnknown),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', PictureIsDrawing),
    "svg with a prolog": (b"\xef\xbb\xbf<?xml version='1.0'?><!-- a --><svg/>", PictureIsDrawing),
    "cut off jpeg": (saved(picture(300, 200))[:900], PictureBroken),
    "cut off png": (saved(picture(300, 200), "PNG")[:200], PictureBroken),
    "cut off webp": (saved(picture(300, 200), "WEBP")[:100], PictureBroken),
    "only a head": (saved(picture())[:20], PictureBroken),
    "too many pixels": (huge_png(10_000, 4_001), PictureTooLarge),
    "absurdly many pixels": (huge_png(2**31 - 1, 2**31 - 1), PictureTooLarge),
    "too many frames": (moving("GIF", 601, (2, 2)), PictureTooLong),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_kept_is_refused_in_a_sentence(reader: PictureReader, name: str) -> None:
    content, refusal = REFUSED[name]
    with pytest.raises(refusal) as caught:
        reader.read(content, "quay.jpg")
    assert caught.value.message.startswith("“quay.jpg” ")


def test_forty_million_pixels_are_not_too_many(reader: PictureReader) -> None:
    content = saved(Image.new("L", (8_000, 5_000), 255), "PNG")
    assert reader.read(content, "a").width == 8_000


def test_a_file_over_the_limit_is_not_even_looked_at(reader: PictureReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 10)
    with pytest.raises(PictureTooHeavy):
        reader.read(b"x" * 11, "a")


def test_a_worker_that_hangs_is_ended_and_the_next_picture_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    stuck = tmp_path / "worker.py"
    stuck.write_text("import time\ntime.sleep(600)\n")
    with picture_reader(1) as reader:
        with monkeypatch.context() as patch:
            patch.setattr(pictures, "WORKER", stuck)
            patch.setattr(pictures, "TIMEOUT_SECONDS", 0.3)
            before = time.monotonic()
            with pytest.raises(PictureBroken):
                reader.read(saved(picture()), "a")
            assert time.monotonic() - before < 5
        assert reader.read(saved(picture()), "a").width == 30


def test_a_worker_that_crashes_is_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    crashing = tmp_path / "worker.py"
    crashing.write_text("import os\nos.abort()\n")
    with picture_reader(1) as reader:
        with monkeypatch.context() as patch:
            patch.setattr(pictures, "WORKER", crashing)
            with pytest.raises(PictureBroken):
                reader.read(saved(picture()), "a")
        assert reader.read(saved(picture()), "a").width == 30


def test_a_worker_has_limits(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    greedy = tmp_path / "worker.py"
    source = pictures.WORKER.read_text("utf-8")
    greedy.write_text(source.replace("    image.load()\n", "    bytearray(2_000_000_000)\n", 1))
    monkeypatch.setattr(pictures, "WORKER", greedy)
    with picture_reader(1) as reader, pytest.raises(PictureBroken):
        reader.read(saved(picture()), "a")


def test_many_threads_share_a_few_workers(reader: PictureReader) -> None:
    contents = [saved(picture(10 + number, 10), "PNG") for number in range(20)]
    with ThreadPoolExecutor(8) as pool:
        widths = list(pool.map(lambda content: reader.read(content, "a").width, contents))
    assert widths == [10 + number for number in range(20)]


def test_nothing_of_the_workers_is_left() -> None:
    with picture_reader(2) as reader:
        reader.read(saved(picture()), "a")
        processes = [worker._process for worker in reader._all if worker._process is not None]
    assert [process.poll() is not None for process in processes] == [True]
    assert threading.active_count() < 20


@pytest.mark.parametrize("refusal", [*pictures.REFUSALS.values(), PictureTooHeavy])
def test_each_refusal_says_what_to_do(refusal: type[Invalid]) -> None:
    assert refusal(name="a.jpg").message.count(". ") == 1
