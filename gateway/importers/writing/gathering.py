"""Finding the pictures of a blog, checking them and putting them into storage, before the transaction begins.

A picture is looked for in the archive's albums and in the folder named beside it, then, only if that was asked for, at
the address where it was shown. What was found by an earlier import is not looked for again.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from gateway.importers.photos import Photos
from gateway.importers.records import ForeignBlog, ForeignImage
from gateway.importers.writing.memory import Memory
from gateway.outside.fetching import Fetch, NotFetched
from gateway.outside.pictures import PictureReader
from gateway.outside.storage import Storage
from schema.errors import Refusal

AT_ONCE = 4
NOT_FOUND = "no file of this name came with the archive"
UNREADABLE = "its file is damaged, or larger than 40 MB"
NOT_CERTAIN = "several files that came with the archive bear this name"


@dataclass(frozen=True)
class Gathered:
    """A picture, or why there is none."""

    image: ForeignImage
    sha256: str | None = None
    """Of the file as it was given; None when there is none."""
    storage_key: str = ""
    """Empty when an earlier import has stored it."""
    media_type: str = ""
    size_bytes: int = 0
    width: int = 0
    height: int = 0
    missing: str = ""
    """Why there is no picture, in words shared by all of this sort; ``detail`` is the sentence about this one."""
    detail: str = ""


class Gathering:
    """One search. ``stored`` are the keys that this search has put into storage and that were not there before."""

    def __init__(
        self, photos: Photos, storage: Storage, reader: PictureReader, fetch: Fetch | None, memory: Memory
    ) -> None:
        self.photos, self.storage, self.reader, self.fetch, self.memory = photos, storage, reader, fetch, memory
        self.stored: list[str] = []
        self._turn = asyncio.Semaphore(AT_ONCE)

    async def gather(self, blog: ForeignBlog, note: Callable[[int, int], None]) -> Mapping[str, Gathered]:
        """Every picture of the posts that are to be imported, by address."""
        images = {image.address: image for post in blog.posts if not post.is_trashed for image in post.images}
        found: dict[str, Gathered] = {}

        async def find(image: ForeignImage) -> None:
            async with self._turn:
                found[image.address] = await self._gather(image)
            note(len(found), len(images))

        outcomes = await asyncio.gather(*map(find, images.values()), return_exceptions=True)
        for failure in outcomes:
            if failure is not None:
                raise failure
        return found

    async def _gather(self, image: ForeignImage) -> Gathered:
        if record := self.memory.find("photo", image.address):
            return Gathered(image, sha256=record.digest)
        try:
            content = await asyncio.to_thread(self.photos.read, image)
            if content is None and self.fetch is not None:
                content = await self.fetch(_secure(image.full_size_address or image.address))
            if content is None:
                return Gathered(image, missing=self._why_missing(image))
            return await self._keep(image, content)
        except NotFetched as refusal:
            return Gathered(image, missing="its file could not be fetched", detail=refusal.message)
        except Refusal as refusal:
            return Gathered(image, missing="its file cannot be kept", detail=refusal.message)

    async def _keep(self, image: ForeignImage, content: bytes) -> Gathered:
        name = image.file_name or "picture"
        picture = await asyncio.to_thread(self.reader.read, content, name)
        key, is_new = await self.storage.put(picture.content, picture.media_type)
        if is_new:
            self.stored.append(key)
        return Gathered(
            image,
            sha256=sha256(content).hexdigest(),
            storage_key=key,
            media_type=picture.media_type,
            size_bytes=len(picture.content),
            width=picture.width,
            height=picture.height,
        )

    def _why_missing(self, image: ForeignImage) -> str:
        files = len(self.photos.find(image))
        return NOT_FOUND if files == 0 else UNREADABLE if files == 1 else NOT_CERTAIN


def _secure(address: str) -> str:
    """The same over HTTPS: old posts name hosts that have long learned it."""
    return f"https://{address[7:]}" if address[:7].lower() == "http://" else address


def addresses_of(images: Iterable[ForeignImage]) -> list[str]:
    """Each address once, in the order of the text."""
    return list(dict.fromkeys(image.address for image in images))
