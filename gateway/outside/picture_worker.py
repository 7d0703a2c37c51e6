"""The program in which strangers' pictures are decoded; run by path, it imports nothing of ours.

It reads frames from its input and answers each with one: four bytes of length, then the frame. A question is a
picture; an answer is a line of JSON, and behind it the file to keep where that is not the one that was sent.
"""

import json
import struct
import sys
import warnings
from io import BytesIO
from typing import Any, BinaryIO

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

MEMORY_BYTES = 1_500_000_000
CPU_SECONDS = 30
MOST_PIXELS = 40_000_000
MOST_FRAMES = 600
MOST_MOVING_PIXELS = 150_000_000
"""All frames of an animation together; so many fit into the memory when they must be written again."""

FORMATS = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
FORMATS |= {"GIF": "image/gif", "AVIF": "image/avif"}
OPENED = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
"""Among JPEG files are those of MPO, which hold several pictures; the first one counts."""
BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF")
ORIENTATION = 0x0112
TELLING = frozenset({"exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment", "Raw profile type exif", "mp"})
"""What `Image.info` holds of a picture beside the picture: where, when, by whom and with what it was taken."""


class Refused(Exception):
    """This cannot be kept; the word says why, the details go into the sentence."""

    def __init__(self, reason: str, **details: Any) -> None:
        self.reason, self.details = reason, details


def read(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Facts about a picture, and its new content; empty when it can stay as it is."""
    try:
        with Image.open(BytesIO(content), formats=OPENED) as image:
            return _read(image)
    except UnidentifiedImageError:
        raise Refused(_looks_like(content)) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused("too_large") from None
    except Refused:
        raise
    except Exception as error:  # what a decoder may raise for a broken file is not written down anywhere
        raise Refused("broken", cause=type(error).__name__) from None


def _read(image: Image.Image) -> tuple[dict[str, Any], bytes]:
    media_type = FORMATS[str(image.format)]
    if image.width * image.height > MOST_PIXELS:
        raise Refused("too_large", width=image.width, height=image.height)
    frames = getattr(image, "n_frames", 1) if image.format != "MPO" else 1
    if frames > MOST_FRAMES or (frames > 1 and frames * image.width * image.height > MOST_MOVING_PIXELS):
        raise Refused("too_long", frames=frames)
    is_turned = image.getexif().get(ORIENTATION, 1) not in (0, 1)
    is_telling = bool(image.getexif()) or any(_tells(key, value) for key, value in image.info.items())
    is_telling = is_telling or image.format == "MPO"
    if frames > 1:
        shown, again = _moving(image, media_type, is_telling=is_telling)
    else:
        shown, again = _still(image, media_type, is_turned=is_turned, is_telling=is_telling)
    return {"media_type": media_type, "width": shown[0], "height": shown[1]}, again


def _tells(key: object, value: object) -> bool:
    """Whether an entry says something about the picture in words or tags; text chunks of PNG are words."""
    return bool(value) and (key in TELLING or (isinstance(value, str) and key not in {"srgb", "default_image"}))


def _still(image: Image.Image, media_type: str, *, is_turned: bool, is_telling: bool) -> tuple[tuple[int, int], bytes]:
    image.load()
    if not (is_turned or is_telling):
        return image.size, b""
    upright = ImageOps.exif_transpose(image) if is_turned else image.copy()
    return upright.size, _written([upright], media_type, image.info, durations=[])


def _moving(image: Image.Image, media_type: str, *, is_telling: bool) -> tuple[tuple[int, int], bytes]:
    """Every frame is decoded, because a broken one would show; they are kept only if they must be written again."""
    frames, durations = [], []
    for frame in ImageSequence.Iterator(image):
        frame.load()
        if is_telling:
            frames.append(frame.copy())
            durations.append(int(frame.info.get("duration") or 100))
    return image.size, _written(frames, media_type, image.info, durations) if is_telling else b""


def _written(
    frames: list[Image.Image],
    media_type: str,
    info: dict[str, Any] | dict[str | tuple[int, int], Any],
    durations: list[int],
) -> bytes:
    """The picture and nothing else; its colour profile belongs to it."""
    kind = media_type.removeprefix("image/").upper()
    options: dict[str, Any] = {"icc_profile": info.get("icc_profile"), "exif": b"", "xmp": b""}
    options |= {"JPEG": {"quality": 92, "optimize": True}, "WEBP": {"quality": 90}, "AVIF": {"quality": 85}}.get(
        kind, {}
    )
    if durations:
        options |= {"save_all": True, "append_images": frames[1:], "duration": durations, "loop": info.get("loop", 0)}
    if "transparency" in info and kind in {"PNG", "GIF"}:
        options["transparency"] = info["transparency"]
    for frame in frames:
        frame.info = {key: frame.info[key] for key in ("transparency", "background") if key in frame.info}
    file = BytesIO()
    frames[0].save(file, kind, **options)
    return file.getvalue()


def _looks_like(content: bytes) -> str:
    """Why nobody can tell what it is: a picture without its beginning whole, a drawing in words, or no picture."""
    if content.startswith(BEGINNINGS) or content[4:12] == b"ftypavif":
        return "broken"
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "drawing" if start.startswith((b"<?xml", b"<svg", b"<!doctype svg")) or b"<svg" in start else "unknown"


def limit() -> None:
    """Take no more memory than a picture needs; a system without such limits sets none."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time() -> None:
    """From now on, so many seconds of processor time; the system ends the program that takes more."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next frame; None when there is none."""
    head = stream.read(4)
    return stream.read(struct.unpack(">I", head)[0]) if len(head) == 4 else None


def write_frame(stream: BinaryIO, frame: bytes) -> None:
    stream.write(struct.pack(">I", len(frame)) + frame)
    stream.flush()


def main() -> None:
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    limit()
    while (content := read_frame(sys.stdin.buffer)) is not None:
        limit_time()
        try:
            answer, again = read(content)
        except Refused as refused:
            answer, again = {"refused": refused.reason, **refused.details}, b""
        write_frame(sys.stdout.buffer, json.dumps(answer).encode() + b"\n" + again)


if __name__ == "__main__":
    main()
