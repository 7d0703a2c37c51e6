"""Writing what an archive holds: each blog through the services, as the system, in one transaction.

``import_archive`` is the whole writing half. Importing the same archive again changes nothing. What it does with what
it finds is told by the report, loss by loss; the rules are in the modules of the steps, which ``STEPS`` lists in order.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import func, select

from gateway.importers.records import ForeignArchive, ForeignBlog, kind_of
from gateway.importers.report import LossReport
from gateway.importers.writing.comments import write_comments
from gateway.importers.writing.gathering import Gathered, Gathering, addresses_of
from gateway.importers.writing.labels import file_labels
from gateway.importers.writing.memory import Memory
from gateway.importers.writing.people import write_people
from gateway.importers.writing.photos import write_photos
from gateway.importers.writing.posts import sign, write_posts, write_translations
from gateway.importers.writing.publishing import publish
from gateway.importers.writing.redirects import write_redirects
from gateway.importers.writing.texts import read_texts
from gateway.importers.writing.work import Destination, NotImported, Progress, Work
from gateway.outside.fetching import Fetch
from gateway.outside.pictures import PictureReader, picture_reader
from gateway.outside.storage import NullStorage, Storage
from schema.change import Change, Sessions, begin_change
from schema.context import SYSTEM
from schema.errors import Conflict
from schema.media.models import Photo
from schema.missions.services import get_mission
from schema.posts.services import find_imported

__all__ = [
    "BlogResult",
    "Destination",
    "ImportResult",
    "ImportRunning",
    "NotImported",
    "Progress",
    "import_archive",
]


async def remember(work: Work) -> None:
    """Write down which foreign record became what."""
    await work.memory.write_down(work.change)


STEPS: tuple[Callable[[Work], Awaitable[None]], ...] = (
    read_texts,  # what is new, changed or unchanged; who is whose translation
    write_people,  # the authors: people known here, the mission itself, new people
    write_photos,  # pictures that were found, as photos of the mission
    file_labels,  # labels as topics and tags
    write_posts,  # authentic texts, as drafts
    write_translations,  # and their translations
    sign,  # the names over them
    publish,  # what was public, from the moment it was
    write_comments,  # each after the one it answers
    write_redirects,  # old paths lead to the new posts
    remember,  # which foreign record became what
)

IMPORT_TURN = 7_205_759_404
"""The advisory lock of imports: a number that nothing else takes in this database."""
NO_DESTINATION = "no mission was named for this blog"


@dataclass(frozen=True)
class BlogResult:
    """What became of one blog."""

    title: str
    mission_id: UUID
    is_new: bool
    """Nothing of it was here before."""


@dataclass(frozen=True)
class ImportResult:
    """What became of an archive; the report has the counts and every loss."""

    blogs: tuple[BlogResult, ...]
    report: LossReport
    is_dry_run: bool


class ImportRunning(Conflict):
    """Another import into this database is running. Wait until it has ended."""


class _NeverMind(Exception):
    """Takes everything back that a dry run wrote."""


async def import_archive(
    sessions: Sessions,
    storage: Storage,
    archive: ForeignArchive,
    destination_of: Callable[[ForeignBlog], Destination | None],
    *,
    report: LossReport,
    fetch: Fetch | None = None,
    is_dry_run: bool = False,
    progress: Progress | None = None,
    now: datetime | None = None,
) -> ImportResult:
    """Write the blogs of an archive, one transaction each: a failure leaves nothing of that blog behind.

    Pictures are found, checked and stored before the transaction begins; files that no photo needs are removed again.

    Args:
        destination_of: where each blog goes; None leaves it out, and the report counts it as skipped.
        report: the one that ``read_archive`` filled; it is balanced afterwards.
        fetch: asks the internet for pictures that no album holds; None asks nobody.
        is_dry_run: do everything and take it back, and store no file; the report is the same.

    Raises:
        ImportRunning.
        NotImported: something that no rule of the import foresees was refused; nothing of its blog is here.
    """
    errand = _Errand(sessions, storage, archive, report, fetch, progress or _silent, now or datetime.now(UTC))
    chosen = [(blog, destination_of(blog)) for blog in archive.blogs]
    for blog, destination in chosen:
        if destination is None:
            _skip(blog, report)
    wanted = [(blog, destination) for blog, destination in chosen if destination is not None]
    async with _turn(sessions):
        with picture_reader() as reader:
            results = await (errand.rehearse(wanted, reader) if is_dry_run else errand.carry_out(wanted, reader))
    report.assert_balanced()
    return ImportResult(tuple(results), report, is_dry_run)


@dataclass(frozen=True)
class _Errand:
    """One import."""

    sessions: Sessions
    storage: Storage
    archive: ForeignArchive
    report: LossReport
    fetch: Fetch | None
    progress: Progress
    now: datetime

    async def carry_out(
        self, wanted: Sequence[tuple[ForeignBlog, Destination]], reader: PictureReader
    ) -> list[BlogResult]:
        """Each blog in a transaction of its own."""
        results = []
        for blog, destination in wanted:
            gathering = await self._gathering(self.storage, destination, reader)
            try:
                pictures = await gathering.gather(blog, self._note_pictures)
                async with begin_change(self.sessions, SYSTEM, self.now) as change:
                    results.append(await self._write(change, blog, destination, pictures))
            finally:
                await self._remove_unused(gathering)
        return results

    async def rehearse(
        self, wanted: Sequence[tuple[ForeignBlog, Destination]], reader: PictureReader
    ) -> list[BlogResult]:
        """All blogs in one transaction that is rolled back."""
        results: list[BlogResult] = []
        try:
            async with begin_change(self.sessions, SYSTEM, self.now) as change:
                for blog, destination in wanted:
                    gathering = await self._gathering(NullStorage(), destination, reader)
                    pictures = await gathering.gather(blog, self._note_pictures)
                    results.append(await self._write(change, blog, destination, pictures))
                raise _NeverMind
        except _NeverMind:
            return results

    async def _gathering(self, storage: Storage, destination: Destination, reader: PictureReader) -> Gathering:
        async with self.sessions() as db:
            records = await find_imported(db, destination.mission_id, self.archive.source)
        memory = Memory(destination.mission_id, self.archive.source, records)
        return Gathering(self.archive.photos, storage, reader, self.fetch, memory)

    async def _write(
        self, change: Change, blog: ForeignBlog, destination: Destination, pictures: Mapping[str, Gathered]
    ) -> BlogResult:
        mission = await get_mission(change.db, destination.mission_id)
        records = await find_imported(change.db, mission.id, self.archive.source)
        memory = Memory(mission.id, self.archive.source, records)
        work = Work(change, blog, mission, destination, memory, pictures, self.report, self.progress)
        for step in STEPS:
            await step(work)
        return BlogResult(blog.title, mission.id, is_new=not any(text.state != "new" for text in work.texts.values()))

    async def _remove_unused(self, gathering: Gathering) -> None:
        """Delete the files this import stored and no photo shows: after a failure, all of them."""
        if not gathering.stored:
            return
        async with self.sessions() as db:
            used = set(await db.scalars(select(Photo.storage_key).where(Photo.storage_key.in_(gathering.stored))))
        for key in gathering.stored:
            if key not in used:
                await self.storage.delete(key)

    def _note_pictures(self, done: int, total: int) -> None:
        self.progress("pictures", done, total)


def _skip(blog: ForeignBlog, report: LossReport) -> None:
    """Count a whole blog as left out."""
    for post in blog.posts:
        report.skipped(kind_of(post), NO_DESTINATION)
        report.skipped("placement", NO_DESTINATION, len(post.images))
        report.skipped("redirect", NO_DESTINATION, len(post.old_paths))
    report.skipped("comment", NO_DESTINATION, len(blog.comments))
    report.skipped("person", NO_DESTINATION, len(blog.people))
    report.skipped("tag", NO_DESTINATION, len({label for post in blog.posts for label in post.labels}))
    report.skipped("photo", NO_DESTINATION, len(addresses_of(image for post in blog.posts for image in post.images)))


@asynccontextmanager
async def _turn(sessions: Sessions) -> AsyncIterator[None]:
    """One import at a time: of two, each might take the other's files for unused.

    Raises:
        ImportRunning.
    """
    async with sessions() as db:
        if not await db.scalar(select(func.pg_try_advisory_xact_lock(IMPORT_TURN))):
            raise ImportRunning
        yield


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""
