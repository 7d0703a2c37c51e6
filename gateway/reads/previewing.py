"""Reading by a preview link: the text is published, what was asked is read, and all of it is rolled back.

So whatever the schema can be asked is answered as it will be, and nothing else that is not public can be seen.
"""

import asyncio
from datetime import UTC, datetime
from typing import Any

import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.database import DatabaseBusy
from schema.change import Change, Sessions
from schema.context import VISITOR, Preview
from schema.posts.services import show_unpublished

PASSING = (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError, asyncpg.InvalidCachedStatementError)
"""What may be otherwise at once: somebody is saving this text, or a table was changed under the connection."""


class PreviewReads:
    """Reads one text as if it were public, on connections of its own: few, so that readers and writers never wait."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    async def fetchrow(self, preview: Preview, sql: str, arguments: list[Any], timeout_seconds: float) -> Any:
        """One row of one statement, as a visitor would read it if the text were public; tried again once.

        Raises:
            DatabaseBusy: somebody is saving the text all the while.
        """
        async with asyncio.timeout(timeout_seconds):
            row = await self._fetched(preview, sql, arguments) or await self._fetched(preview, sql, arguments)
        if row is None:
            raise DatabaseBusy
        return row

    async def _fetched(self, preview: Preview, sql: str, arguments: list[Any]) -> Any:
        """One row, or None when something stood in the way that passes."""
        try:
            async with self._sessions() as db:
                change = Change(db, VISITOR, datetime.now(UTC))
                await show_unpublished(change, translation_id=preview.translation_id, revision=preview.revision)
                return await _read(db, sql, arguments)
        except asyncpg.PostgresError as error:
            if isinstance(error, PASSING):
                return None
            raise
        except DBAPIError as error:
            if error.orig is not None and isinstance(error.orig.__cause__, PASSING):
                return None
            raise


async def _read(db: AsyncSession, sql: str, arguments: list[Any]) -> Any:
    """One row of a compiled read, in the transaction of a session. The session has sent its BEGIN by now."""
    connection = await (await db.connection()).get_raw_connection()
    driver: Any = connection.driver_connection
    return await driver.fetchrow(sql, *arguments)
