"""Publishing what is scheduled, each text once, whoever else is at it."""

from sqlalchemy import select

from gateway.duties import Duty, log, seconds_from_now
from schema.change import begin_change
from schema.context import SYSTEM
from schema.posts.services import next_due, publish_next_due


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


def _log(fault: Exception) -> None:
    log.error("publication_failed", error=type(fault).__name__, exc_info=fault)
