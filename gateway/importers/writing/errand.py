"""One import from its turn to its end: pictures, then a transaction for each blog, then the files nobody needs."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.importers.records import ForeignArchive, ForeignBlog
from gateway.importers.report import LossReport
from gateway.importers.writing.gathering import Gathered, Gathering
from gateway.importers.writing.many import among_texts
from gateway.importers.writing.memory import Memory
from gateway.importers.writing.steps import STEPS
from gateway.importers.writing.work import Destination, Progress, Work
from gateway.outside.fetching import Fetch
from gateway.outside.pictures import PictureReader
from gateway.outside.storage import NullStorage, Storage
from schema.change import Change, Sessions, begin_change
from schema.context import SYSTEM
from schema.errors import Conflict
from schema.media.models import Photo
from schema.missions.services import get_mission
from schema.posts.services import find_imported

IMPORT_TURN = 7_205_759_404
"""The advisory lock of imports: a number that nothing else takes in this database."""

Wanted = Sequence[tuple[ForeignBlog, Destination]]


class ImportRunning(Conflict):
    """Another import into this database is running. Wait until it has ended."""


@dataclass(frozen=True)
class BlogResult:
    """What became of one blog."""

    title: str
    mission_id: UUID
    is_new: bool
    """Nothing of it was here before."""


class NeverMind(Exception):
    """Takes everything back that a dry run wrote."""


@dataclass(frozen=True)
class Errand:
    """One import of one archive."""

    sessions: Sessions
    storage: Storage
    archive: ForeignArchive
    report: LossReport
    reader: PictureReader
    fetch: Fetch | None
    progress: Progress
    now: datetime

    async def carry_out(self, wanted: Wanted) -> list[BlogResult]:
        """Each blog in a transaction of its own."""
        results = []
        for blog, destination in wanted:
            async with self.sessions() as db:
                gathering = await self._gathering(db, self.storage, destination)
            try:
                pictures = await gathering.gather(blog, self._note("pictures"))
                async with begin_change(self.sessions, SYSTEM, self.now) as change:
                    results.append(await self._write(change, blog, destination, pictures))
            finally:
                await self._remove_unused(gathering)
        return results

    async def rehearse(self, wanted: Wanted) -> list[BlogResult]:
        """All blogs in one transaction that is rolled back; their files are stored nowhere."""
        results: list[BlogResult] = []
        try:
            async with begin_change(self.sessions, SYSTEM, self.now) as change:
                for blog, destination in wanted:
                    gathering = await self._gathering(change.db, NullStorage(), destination)
                    pictures = await gathering.gather(blog, self._note("pictures"))
                    results.append(await self._write(change, blog, destination, pictures))
                raise NeverMind
        except NeverMind:
            return results

    async def _gathering(self, db: AsyncSession, storage: Storage, destination: Destination) -> Gathering:
        records = await find_imported(db, destination.mission_id, self.archive.source)
        memory = Memory(destination.mission_id, self.archive.source, records)
        return Gathering(self.archive.photos, storage, self.reader, self.fetch, memory)

    async def _write(
        self, change: Change, blog: ForeignBlog, destination: Destination, pictures: Mapping[str, Gathered]
    ) -> BlogResult:
        mission = await get_mission(change.db, destination.mission_id)
        records = await find_imported(change.db, mission.id, self.archive.source)
        memory = Memory(mission.id, self.archive.source, records)
        work = Work(change, blog, mission, destination, memory, pictures, self.report, self.progress)
        for step in STEPS:
            await step(work)
        return BlogResult(blog.title, mission.id, is_new=all(text.state == "new" for text in work.texts.values()))

    async def _remove_unused(self, gathering: Gathering) -> None:
        """Delete the files this import stored and no photo shows: after a failure, all of them."""
        if not gathering.stored:
            return
        async with self.sessions() as db:
            used = set(
                await db.scalars(select(Photo.storage_key).where(among_texts(Photo.storage_key, gathering.stored)))
            )
        for key in gathering.stored:
            if key not in used:
                await self.storage.delete(key)

    def _note(self, what: str) -> Callable[[int, int], None]:
        return lambda done, total: self.progress(what, done, total)


@asynccontextmanager
async def turn(sessions: Sessions) -> AsyncIterator[None]:
    """One import at a time: of two, each might take the other's files for unused.

    Raises:
        ImportRunning.
    """
    async with sessions() as db:
        if not await db.scalar(select(func.pg_try_advisory_xact_lock(IMPORT_TURN))):
            raise ImportRunning
        yield
