"""Noting which publications nobody has reviewed in time."""

from gateway.duties import Duty, log
from schema.change import begin_change
from schema.context import SYSTEM
from schema.posts.services import escalate_overdue_reviews

EVERY_SECONDS = 60.0


class EscalateReviews(Duty):
    """Looks every minute; each overdue review is noted once, whichever worker finds it."""

    async def attend(self) -> float:
        """Note what is overdue, some at a time."""
        noted = True
        while noted:
            async with begin_change(self.sessions, SYSTEM) as change:
                count = await escalate_overdue_reviews(change)
            noted = count > 0
            if noted:
                log.info("reviews_overdue", rows=count)
        return EVERY_SECONDS
