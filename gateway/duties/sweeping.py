"""Clearing away what has served its time."""

from datetime import timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, Delete, delete

from gateway.duties import NOW, Duty, log
from schema.history.models import KeptAnswer
from schema.mail.models import Letter
from schema.webhooks.models import Delivery

EVERY_SECONDS = 3_600.0

SWEPT: dict[str, Delete] = {
    # A repeated request finds its first answer for 24 hours.
    "kept_answers": delete(KeptAnswer).where(KeptAnswer.created_at < NOW - timedelta(hours=24)),
    # Of a letter that was sent nothing is left but that it was.
    "letters": delete(Letter).where(Letter.created_at < NOW - timedelta(days=30), Letter.recipient.is_(None)),
    # The log of deliveries; what still waits after so long is waited for by nobody.
    "deliveries": delete(Delivery).where(Delivery.created_at < NOW - timedelta(days=30)),
}
"""What is deleted, and after how long; each in a transaction of its own."""


class Sweep(Duty):
    """Sweeps when the worker starts, and then every hour."""

    async def attend(self) -> float:
        """Delete what is over."""
        for table, statement in SWEPT.items():
            async with self.sessions.begin() as db:
                swept = cast(CursorResult[Any], await db.execute(statement)).rowcount
            if swept:
                log.info("swept", table=table, rows=swept)
        return EVERY_SECONDS
