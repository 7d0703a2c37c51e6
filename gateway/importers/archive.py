"""Opening what an operator hands in: a file, a ZIP or a folder, read-only and within bounds.

Nothing is ever unpacked to disk. Every name, size and type is checked before the first byte of content is read.
"""

import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from lzma import LZMAError
from pathlib import Path
from typing import BinaryIO, cast

from schema.errors import Invalid

MAX_MEMBERS = 20_000
MAX_TOTAL_BYTES = 2 * 1024**3
MAX_RATIO = 200
RATIO_APPLIES_FROM_BYTES = 10 * 1024**2

DRIVE = re.compile(r"[A-Za-z]:/")
DAMAGE = (
    zipfile.BadZipFile, zlib.error, LZMAError, struct.error, EOFError, NotImplementedError, RuntimeError, OSError,
    ValueError, LookupError, ArithmeticError,
)  # fmt: skip


class NotAnExport(Invalid):
    """“{name}” is not an export that can be read here: {reason}."""


class UnsafeArchive(Invalid):
    """“{name}” was not opened, because {reason}."""


class DamagedArchive(Invalid):
    """“{name}” is damaged and cannot be read: {reason}. Fetch the export again."""


@dataclass(frozen=True)
class Member:
    """One file of the archive. Its name is relative, with forward slashes."""

    name: str
    size_bytes: int
    check: int | None
    """The checksum of the content where the archive keeps one; tells copies of one photo from two photos."""
    opener: Callable[[], BinaryIO]

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The content from its first byte.

        Raises:
            DamagedArchive.
        """
        with refusing_damage(self.name), self.opener() as stream:
            yield stream

    def read(self, limit_bytes: int) -> bytes | None:
        """The whole content; None when it is longer than ``limit_bytes``."""
        with self.open() as stream:
            content = stream.read(limit_bytes + 1)
        return content if len(content) <= limit_bytes else None


@dataclass(frozen=True)
class Archive:
    """The members of what was handed in, sorted by name."""

    name: str
    members: tuple[Member, ...]
    is_single_file: bool


@contextmanager
def refusing_damage(name: str) -> Iterator[None]:
    """Turn what broken input makes the libraries raise into a refusal."""
    try:
        yield
    except DAMAGE as error:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise DamagedArchive(name=name, reason=reason) from error


def open_archive(path: Path) -> Archive:
    """List what ``path`` holds, whether it is a folder, a ZIP or a single file.

    Raises:
        NotAnExport, UnsafeArchive, DamagedArchive.
    """
    with refusing_damage(path.name):
        if path.is_dir():
            return _checked(path.name, list(_folder_members(path)))
        if not path.is_file():
            raise NotAnExport(name=path.name, reason="there is no such file or folder")
        if _magic(path).startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return _checked(path.name, list(_zip_members(path)))
        member = Member(path.name, path.stat().st_size, None, lambda: path.open("rb"))
        return _checked(path.name, [member], is_single_file=True)


def _magic(path: Path) -> bytes:
    """The first bytes; a packed archive that is no ZIP is named as such."""
    with path.open("rb") as stream:
        start = stream.read(8)
    if start.startswith((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")):
        raise NotAnExport(name=path.name, reason="it is packed, but not as a ZIP; unpack it and name the folder")
    return start


def _folder_members(folder: Path) -> Iterator[Member]:
    for parent, folders, names in os.walk(folder, followlinks=False):
        for name in sorted(folders + names):
            path = Path(parent, name)
            state = path.lstat()
            if stat.S_ISLNK(state.st_mode):
                raise UnsafeArchive(name=folder.name, reason=f"“{name}” in it is a symbolic link")
            if stat.S_ISREG(state.st_mode):
                yield Member(path.relative_to(folder).as_posix(), state.st_size, None, _file_opener(path))


def _file_opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


def _zip_members(path: Path) -> Iterator[Member]:
    packed = zipfile.ZipFile(path)
    for info in packed.infolist():
        if info.is_dir():
            continue
        if stat.S_ISLNK(info.external_attr >> 16):
            raise UnsafeArchive(name=path.name, reason=f"“{info.filename}” in it is a symbolic link")
        if info.flag_bits & 0x1:
            raise UnsafeArchive(name=path.name, reason="it is protected by a password")
        if info.file_size > max(info.compress_size, 1) * MAX_RATIO and info.file_size > RATIO_APPLIES_FROM_BYTES:
            raise UnsafeArchive(
                name=path.name, reason=f"“{info.filename}” unpacks to more than {MAX_RATIO} times its size"
            )
        yield Member(info.filename.replace("\\", "/"), info.file_size, info.CRC, _zip_opener(packed, info))


def _zip_opener(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    return lambda: cast(BinaryIO, packed.open(info))


def _checked(name: str, members: list[Member], *, is_single_file: bool = False) -> Archive:
    """The archive without its junk, or a refusal if its names or sizes are not those of an export."""
    if len(members) > MAX_MEMBERS:
        raise UnsafeArchive(name=name, reason=f"it has more than {MAX_MEMBERS:,} files")
    if sum(member.size_bytes for member in members) > MAX_TOTAL_BYTES:
        raise UnsafeArchive(name=name, reason=f"it is larger than {MAX_TOTAL_BYTES // 1024**3} GiB when unpacked")
    for member in members:
        if member.name.startswith("/") or DRIVE.match(member.name) or ".." in member.name.split("/"):
            raise UnsafeArchive(name=name, reason=f"“{member.name}” in it points outside the archive")
    kept = sorted((member for member in members if not _is_junk(member.name)), key=lambda member: member.name)
    return Archive(name, tuple(kept), is_single_file)


def _is_junk(name: str) -> bool:
    """What operating systems leave behind in archives."""
    parts = name.split("/")
    return "__MACOSX" in parts or parts[-1].startswith("._") or parts[-1] in {".DS_Store", "Thumbs.db", "desktop.ini"}
