"""Where the bytes of photos lie: each file under a key made of its content, so a key never means anything else."""

import asyncio
import os
import re
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol

ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/avif": "avif",
}
"""The media types that are kept, and how the keys of their files end."""

KEY = re.compile(rf"([0-9a-f]{{2}})/(\1[0-9a-f]{{62}})\.(?:{'|'.join(ENDINGS.values())})")


class NotStored(LookupError):
    """There is no file under this key."""


class Storage(Protocol):
    """Keeps files. Storing the same content again is no fault and changes nothing; a key that is none is not there."""

    async def put(self, content: bytes, media_type: str) -> tuple[str, bool]:
        """Keep a file for good; once this returned, the file outlasts a crash.

        Returns:
            Its key, and whether it was not there before.
        """

    async def read(self, key: str) -> bytes:
        """The whole file.

        Raises:
            NotStored.
        """

    async def exists(self, key: str) -> bool:
        """Whether there is a file under this key."""

    async def delete(self, key: str) -> None:
        """Forget a file; one that is not there is no fault."""


def key_of(content: bytes, media_type: str) -> str:
    """``ab/ab12….jpg``: a folder for the first two digits of the SHA-256, then all of it.

    Raises:
        KeyError: this media type is never kept.
    """
    digest = sha256(content).hexdigest()
    return f"{digest[:2]}/{digest}.{ENDINGS[media_type]}"


class LocalStorage:
    """Files below one folder of this machine. Several processes may use it at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def put(self, content: bytes, media_type: str) -> tuple[str, bool]:
        key = key_of(content, media_type)
        return key, await asyncio.to_thread(_write, self.path(key), content)

    async def read(self, key: str) -> bytes:
        try:
            return await asyncio.to_thread(self.path(key).read_bytes)
        except FileNotFoundError:
            raise NotStored(key) from None

    async def exists(self, key: str) -> bool:
        with suppress(NotStored):
            return await asyncio.to_thread(self.path(key).is_file)
        return False

    async def delete(self, key: str) -> None:
        with suppress(NotStored):
            await asyncio.to_thread(self.path(key).unlink, missing_ok=True)

    def path(self, key: str) -> Path:
        """Where the file of a key lies, or would lie: always below the folder.

        Raises:
            NotStored: this can be no key.
        """
        if not KEY.fullmatch(key):
            raise NotStored(key)
        return self.folder / key


class MemoryStorage:
    """Files that are gone with the process, for tests."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    async def put(self, content: bytes, media_type: str) -> tuple[str, bool]:
        key = key_of(content, media_type)
        is_new = key not in self.files
        self.files[key] = content
        return key, is_new

    async def read(self, key: str) -> bytes:
        try:
            return self.files[key]
        except KeyError:
            raise NotStored(key) from None

    async def exists(self, key: str) -> bool:
        return key in self.files

    async def delete(self, key: str) -> None:
        self.files.pop(key, None)


class NullStorage(MemoryStorage):
    """Gives keys and keeps nothing, for a trial run."""

    async def put(self, content: bytes, media_type: str) -> tuple[str, bool]:
        return key_of(content, media_type), True


def _write(path: Path, content: bytes) -> bool:
    """Write beside the place, then move: whoever looks sees the whole file or none. Says whether it was missing."""
    if path.is_file() and path.stat().st_size == len(content):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".incoming-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fchmod(stream.fileno(), 0o644)
            os.fsync(stream.fileno())
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return True


def _sync_folder(folder: Path) -> None:
    """Make the file's name outlast a crash too, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
