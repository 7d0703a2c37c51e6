"""Two ways to the database that cannot be taken for each other: connections for reading, sessions for writing."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session

READ_SETTINGS = {
    "application_name": "communique-read",
    "default_transaction_read_only": "on",
    "plan_cache_mode": "force_generic_plan",
    "jit": "off",
    "timezone": "UTC",
    "max_parallel_workers_per_gather": "0",
}
"""A plan is made once per statement and connection: planning costs more than reading a page."""


STATEMENTS_KEPT: dict[str, Any] = {
    "statement_cache_size": 200,
    "max_cached_statement_lifetime": 0,
    "max_cacheable_statement_size": 0,
}
"""Prepared statements of a connection: as many as there are busy pages, however long they are, and for good."""

MOST_TOKEN_READERS = 2
"""Connections for looking tokens up: nobody who asks with one waits for somebody who writes."""


PREVIEW_LOCK_TIMEOUT_MS = 400
"""How long a preview waits for somebody who is saving the same text. It tries twice, within a visitor's patience."""


class DatabaseBusy(Exception):
    """Every connection for reading is in use, or what is to be read is being written."""


class ReadPool:
    """Read-only connections, the one used last handed out first, without a round trip to reset them.

    A connection that a request was cut off from is closed, never handed on.
    """

    def __init__(self, url: str, most: int, wait_seconds: float, statement_timeout_ms: int) -> None:
        self._url, self._most, self._wait_seconds = url, most, wait_seconds
        self._settings = {**READ_SETTINGS, "statement_timeout": str(statement_timeout_ms)}
        self._idle: deque[asyncpg.Connection] = deque()
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._open = 0
        self.statements = 0

    async def fetchrow(self, sql: str, arguments: list[Any], timeout_seconds: float) -> asyncpg.Record | None:
        """One row of one statement; tried again once when the connection, or its plan, turned out to be stale.

        Raises:
            DatabaseBusy: no connection became free in time.
        """
        async with asyncio.timeout(timeout_seconds):
            return await self._fetchrow_or_again(sql, arguments)

    async def _fetchrow_or_again(self, sql: str, arguments: list[Any]) -> asyncpg.Record | None:
        try:
            return await self._fetchrow(sql, arguments)
        except (asyncpg.InterfaceError, asyncpg.PostgresConnectionError, asyncpg.AdminShutdownError, ConnectionError):
            await self.close_idle()
        except asyncpg.InvalidCachedStatementError:
            pass
        return await self._fetchrow(sql, arguments)

    async def _fetchrow(self, sql: str, arguments: list[Any]) -> asyncpg.Record | None:
        connection = await self._take()
        is_clean = False
        try:
            self.statements += 1
            row = await connection.fetchrow(sql, *arguments)
            is_clean = True
            return row
        except asyncpg.PostgresError as error:
            is_clean = not isinstance(error, asyncpg.PostgresConnectionError | asyncpg.AdminShutdownError)
            raise
        finally:
            self._give_back(connection, is_clean)

    async def _take(self) -> asyncpg.Connection:
        while self._idle:
            connection = self._idle.pop()
            if not connection.is_closed():
                return connection
            self._open -= 1
        if self._open < self._most:
            return await self._connect()
        return await self._wait()

    async def _wait(self) -> asyncpg.Connection:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await asyncio.wait_for(turn, self._wait_seconds)
        except TimeoutError:
            raise DatabaseBusy from None
        return await self._take()

    async def _connect(self) -> asyncpg.Connection:
        self._open += 1
        try:
            connection: asyncpg.Connection = await asyncpg.connect(
                self._url,
                server_settings=self._settings,
                **STATEMENTS_KEPT,
                timeout=self._wait_seconds + 1,
            )
            for name in ("json", "jsonb"):
                await _keep_as_it_is(connection, name)
        except BaseException:
            self._open -= 1
            raise
        return connection

    def _give_back(self, connection: asyncpg.Connection, is_clean: bool) -> None:
        if is_clean and not connection.is_closed():
            self._idle.append(connection)
        else:
            self._open -= 1
            connection.terminate()
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                break

    async def close_idle(self) -> None:
        """Close every connection that is not in use."""
        while self._idle:
            self._idle.pop().terminate()
            self._open -= 1


async def _keep_as_it_is(connection: asyncpg.Connection, type_name: str) -> None:
    """Hand values of a type of JSON out as the bytes they are."""
    codec: dict[str, Any] = {"encoder": bytes, "decoder": _as_it_is, "format": "binary"}
    await connection.set_type_codec(type_name, schema="pg_catalog", **codec)


def _as_it_is(value: bytes) -> bytes:
    return value


def write_engine(
    url: str, most: int, wait_seconds: float, statement_timeout_ms: int, name: str = "communique-write"
) -> AsyncEngine:
    """An engine of writes: its own connections, so that reads never wait for writers. `name` is what Postgres shows."""
    return create_async_engine(
        url.replace("postgresql://", "postgresql+asyncpg://", 1),
        pool_size=most,
        max_overflow=0,
        pool_timeout=wait_seconds,
        pool_pre_ping=True,
        connect_args={
            "server_settings": {
                "application_name": name,
                "timezone": "UTC",
                "jit": "off",
                "statement_timeout": str(statement_timeout_ms),
                "lock_timeout": str(statement_timeout_ms),
            }
        },
    )


def preview_engine(url: str, most: int, wait_seconds: float, statement_timeout_ms: int) -> AsyncEngine:
    """The engine of previews, which write what they roll back: plans as those of reads, and a short wait for locks."""
    settings = {
        **READ_SETTINGS,
        "application_name": "communique-preview",
        "default_transaction_read_only": "off",
        "statement_timeout": str(statement_timeout_ms),
        "lock_timeout": str(min(PREVIEW_LOCK_TIMEOUT_MS, statement_timeout_ms)),
    }
    engine = create_async_engine(
        url.replace("postgresql://", "postgresql+asyncpg://", 1),
        pool_size=most,
        max_overflow=0,
        pool_timeout=wait_seconds,
        pool_pre_ping=True,
        connect_args={"server_settings": settings, **STATEMENTS_KEPT},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def answer_in_bytes(connection: Any, record: Any) -> None:
        """What a compiled read answers is JSON, which goes out as it is; tables hold JSONB, which SQLAlchemy reads."""
        connection.run_async(lambda driver: _keep_as_it_is(driver, "json"))

    return engine


class RolledBack(Session):
    """A session that cannot commit, whoever tells it to."""


@event.listens_for(RolledBack, "before_commit")
def _refuse_to_commit(session: Session) -> None:
    raise LookupError("a preview is never committed")


class Database:
    """The ways of one server to its database, none of which waits for another."""

    def __init__(
        self,
        reads: ReadPool,
        reads_of_members: ReadPool,
        tokens: AsyncEngine,
        previews: AsyncEngine,
        engine: AsyncEngine,
    ) -> None:
        self.reads, self.reads_of_members = reads, reads_of_members
        self.sessions = async_sessionmaker(engine, expire_on_commit=False)
        self.sessions_of_tokens = async_sessionmaker(tokens)
        self.sessions_of_previews = async_sessionmaker(previews, sync_session_class=RolledBack)


@asynccontextmanager
async def open_database(
    url: str,
    *,
    most_readers: int = 8,
    most_member_readers: int = 4,
    most_writers: int = 4,
    most_previews: int = 2,
    wait_seconds: float = 1.0,
    read_timeout_ms: int = 1_500,
    member_read_timeout_ms: int = 8_000,
    write_timeout_ms: int = 5_000,
) -> AsyncIterator[Database]:
    """Both ways to the database at a `postgresql://` address; closed at the end."""
    reads = ReadPool(url, most_readers, wait_seconds, read_timeout_ms)
    reads_of_members = ReadPool(url, most_member_readers, wait_seconds, member_read_timeout_ms)
    tokens = write_engine(url, MOST_TOKEN_READERS, wait_seconds, read_timeout_ms)
    previews = preview_engine(url, most_previews, wait_seconds, read_timeout_ms)
    engine = write_engine(url, most_writers, wait_seconds, write_timeout_ms)
    try:
        yield Database(reads, reads_of_members, tokens, previews, engine)
    finally:
        await reads.close_idle()
        await reads_of_members.close_idle()
        await tokens.dispose()
        await previews.dispose()
        await engine.dispose()
