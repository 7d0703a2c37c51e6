"""The pictures that came with an archive, found again by file names that were changed on the way."""

import base64
import binascii
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import unquote, unquote_to_bytes

from gateway.importers.addresses import COPY_NUMBER, PICTURE_FILE, SIZE_SUFFIX
from gateway.importers.archive import Archive, DamagedArchive, Member
from gateway.importers.records import ForeignImage

MAX_PHOTO_BYTES = 40 * 1024**2


class Photos:
    """An index of picture files by name: first as written, then by what is left when spelling is ignored."""

    def __init__(self, members: Iterable[Member] = ()) -> None:
        self._exact: dict[str, list[Member]] = defaultdict(list)
        self._loose: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            name = PurePosixPath(member.name).name
            self._exact[exact_name(name)].append(member)
            self._loose[loose_name(name)].append(member)

    def __len__(self) -> int:
        return sum(len(members) for members in self._exact.values())

    def find(self, image: ForeignImage) -> tuple[Member, ...]:
        """The files this picture may be: none, one, or several of which nobody can tell which is meant."""
        for index, spelling in ((self._exact, exact_name), (self._loose, loose_name)):
            for name in image.candidates:
                if members := index.get(spelling(name)):
                    return _without_copies(members)
        return ()

    def read(self, image: ForeignImage) -> bytes | None:
        """The picture's bytes; None when no file, several different files, or an unreadable one bears its name."""
        if image.address.startswith("data:"):
            return _inline_bytes(image.address)
        members = self.find(image)
        if len(members) != 1:
            return None
        try:
            return members[0].read(MAX_PHOTO_BYTES)
        except DamagedArchive:
            return None


def exact_name(name: str) -> str:
    """A file name as compared: decoded, in one case and one Unicode form."""
    return unicodedata.normalize("NFC", unquote(name)).strip().casefold()


def loose_name(name: str) -> str:
    """A file name without what exports change in it: copy numbers, sizes, spaces and punctuation."""
    plain = COPY_NUMBER.sub("", SIZE_SUFFIX.sub("", exact_name(exact_name(name).replace("+", " "))))
    return re.sub(r"[\W_]+", "_", plain)


def album_photos(archive: Archive) -> list[Member]:
    """The pictures in the albums of an export, or every picture when it was handed in as a folder of photos."""
    return [member for member in picture_files(archive) if "Albums" in PurePosixPath(member.name).parts[:-1]]


def picture_files(archive: Archive) -> list[Member]:
    """Every file that is named like a picture."""
    return [member for member in archive.members if PICTURE_FILE.search(member.name)]


def _without_copies(members: list[Member]) -> tuple[Member, ...]:
    """One member for each different content, as far as sizes and checksums tell."""
    different = {
        (member.size_bytes, member.check if member.check is not None else member.name): member for member in members
    }
    return tuple(different.values())


def _inline_bytes(address: str) -> bytes | None:
    """The bytes written into a ``data:`` address itself."""
    header, comma, content = address.partition(",")
    if not comma or len(content) > 2 * MAX_PHOTO_BYTES:
        return None
    if not header.endswith(";base64"):
        return unquote_to_bytes(content)[:MAX_PHOTO_BYTES]
    try:
        return base64.b64decode(unquote(content).encode("ascii", "ignore"), validate=False)
    except (binascii.Error, ValueError):
        return None
