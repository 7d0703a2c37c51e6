"""Publishing what is scheduled, each text once, whoever else is at it."""

from time import monotonic

from sqlalchemy import select

from gateway.duties import Duty, log, seconds_from_now
from schema.change import begin_change
from schema.context import SYSTEM
from schema.posts.services import next_due, publish_next_due, resolve_wall_times

EVERY_SECONDS = 86_400.0


class PublishScheduled(Duty):
    """Publishes what is due, one text after another, the earliest first."""

    async def attend(self) -> float | None:
        """Publish until nothing is due."""
        while await self._publish_one():
            pass
        async with self.sessions() as db:
            seconds: float | None = await db.scalar(select(seconds_from_now(next_due().scalar_subquery())))
            return seconds

    async def _publish_one(self) -> bool:
        async with begin_change(self.sessions, SYSTEM) as change:
            return await publish_next_due(change, _log)


class ResolveWallTimes(Duty):
    """Moves what is scheduled by the clocks of a place when the rules of its zone have changed."""

    _looked_at = -EVERY_SECONDS

    async def attend(self) -> float | None:
        """Look once a day; a worker that begins looks at once."""
        if (since := monotonic() - self._looked_at) < EVERY_SECONDS:
            return EVERY_SECONDS - since
        self._looked_at = monotonic()
        async with begin_change(self.sessions, SYSTEM) as change:
            if moved := await resolve_wall_times(change):
                log.warning("wall_times_moved", count=moved)
        return EVERY_SECONDS


def _log(fault: Exception) -> None:
    log.error("publication_failed", error=type(fault).__name__, exc_info=fault)
