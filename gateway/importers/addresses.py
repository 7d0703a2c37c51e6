"""What the address of a picture says: the file's name, and where the same picture is served in full size."""

import re
from pathlib import PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

# The hosts that put the wanted size into the address: /s320/, /w320-h214/, =s640, =w320-h214-p.
SIZING_HOST = re.compile(r"(?:^|\.)(?:bp\.blogspot\.com|googleusercontent\.com|ggpht\.com)$", re.IGNORECASE)
SIZE = r"(?:s\d+|w\d+|h\d+)(?:-[a-z]{1,3}\d*)*"
SIZE_SEGMENT = re.compile(rf"/{SIZE}/(?=[^/]*$)")
SIZE_SUFFIX = re.compile(rf"={SIZE}$")
PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic|heif|avif|svg)$", re.IGNORECASE)
COPY_NUMBER = re.compile(r"\s*\(\d{1,3}\)(?=\.[^.]*$|$)")


def split(address: str) -> SplitResult | None:
    """The parts of an address; None when it cannot be understood."""
    try:
        parts = urlsplit(address.strip())
        return parts if parts.hostname is not None or parts.path else None
    except ValueError:
        return None


def host(address: str) -> str:
    """The host in lower case; empty where there is none."""
    parts = split(with_scheme(address))
    return (parts.hostname or "") if parts else ""


def with_scheme(address: str) -> str:
    """``//host/x`` → ``https://host/x``; everything else unchanged."""
    return f"https:{address}" if address.startswith("//") else address


def full_size(address: str) -> str | None:
    """Where the original is served; None when the host is not one that sizes pictures by their address."""
    parts = split(with_scheme(address))
    if parts is None or not SIZING_HOST.search(parts.hostname or ""):
        return None
    path = SIZE_SEGMENT.sub("/s0/", SIZE_SUFFIX.sub("=s0", parts.path))
    return parts._replace(scheme="https", path=path).geturl()


def is_picture(address: str) -> bool:
    """Whether the address leads to a picture rather than to a page."""
    parts = split(with_scheme(address))
    if parts is None:
        return False
    return bool(PICTURE_FILE.search(parts.path) or (SIZING_HOST.search(parts.hostname or "") and parts.path != "/"))


def file_name(address: str) -> str | None:
    """The last part of the path, decoded; None for data addresses and bare hosts."""
    parts = split(with_scheme(address))
    if parts is None or parts.scheme not in {"", "http", "https"}:
        return None
    name = PurePosixPath(unquote(SIZE_SUFFIX.sub("", parts.path))).name
    return name.strip().replace("\x00", "") or None


def candidates(*addresses: str | None) -> tuple[str, ...]:
    """File names to look for, best first: as named, decoded once more, without the number of a copy."""
    names = [name for address in addresses if address and (name := file_name(address))]
    again = [unquote(name.replace("+", " ")) for name in names]
    without_copy = [COPY_NUMBER.sub("", name) for name in names + again]
    return tuple(dict.fromkeys(name for name in names + again + without_copy if name))
