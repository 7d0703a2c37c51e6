"""The database a command works on: found, reached, new enough; or one sentence that says why not."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from gateway.cli.endings import CommandRefused, Exit
from gateway.cli.presenting import typed

if TYPE_CHECKING:
    from gateway.settings import Settings
    from schema.change import Sessions
    from schema.context import Actor

TIMEOUT_SECONDS = 5
OLDEST_POSTGRES = 18
VARIABLE = "COMMUNIQUE_DATABASE_URL"


@contextmanager
def reached_database(settings: "Settings") -> Iterator[str]:
    """The address of the database that the settings name, or of our own, which is started; it answers.

    Raises:
        CommandRefused, EmbeddedRefused.
    """
    from gateway.embedded import database

    with database(settings) as url:
        url = url.replace("postgres://", "postgresql://", 1) if url.startswith("postgres://") else url
        asyncio.run(_reach(url))
        yield url


@contextmanager
def current_database(settings: "Settings") -> Iterator[str]:
    """The same, with the tables of this release; our own is brought up to date, another one is only looked at.

    Raises:
        CommandRefused, EmbeddedRefused, MigrationRefused.
    """
    from gateway import migrations

    with reached_database(settings) as url:
        if settings.database_url is None:
            asyncio.run(migrations.upgrade(url))
        else:
            refuse_unless_current(url)
        yield url


def refuse_unless_current(url: str) -> None:
    """Say what to type when the tables are older than this release.

    Raises:
        CommandRefused, MigrationRefused.
    """
    from gateway import migrations

    missing = asyncio.run(migrations.pending(url))
    if missing and not asyncio.run(migrations.current(url)):
        raise CommandRefused("This database has no tables yet.", Exit.DATABASE, f"Type: {typed('migrate')}")
    if missing:
        raise CommandRefused(
            f"The tables of this database are older than this release; to apply: {', '.join(missing)}.",
            Exit.DATABASE,
            f"Make a backup, then type: {typed('migrate')}",
        )


@asynccontextmanager
async def open_sessions(url: str) -> AsyncIterator["Sessions"]:
    """Sessions for writing, for as long as one command lasts; a statement may take as long as it needs."""
    from sqlalchemy import NullPool
    from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

    from gateway.migrations import engine_url

    settings = {"application_name": "communique-command", "timezone": "UTC", "jit": "off"}
    engine = create_async_engine(engine_url(url), poolclass=NullPool, connect_args={"server_settings": settings})
    try:
        yield async_sessionmaker(engine, expire_on_commit=False)
    finally:
        await engine.dispose()


def operator() -> "Actor":
    """Who acts when an operator types a command: whoever may read the secrets of this server may do everything."""
    from dataclasses import replace

    from schema.context import SYSTEM

    return replace(SYSTEM, name="operator")


async def _reach(url: str) -> None:
    import asyncpg

    parts = urlsplit(url)
    place = f"{parts.hostname or 'localhost'}, port {parts.port or 5432}"
    try:
        connection = await asyncpg.connect(url, timeout=TIMEOUT_SECONDS)
    except (OSError, TimeoutError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise _refusal(error, place, parts.path.lstrip("/")) from None
    try:
        version: int = connection.get_server_version().major
    finally:
        await connection.close()
    if version < OLDEST_POSTGRES:
        raise CommandRefused(
            f"The Postgres at {place} is version {version}, and this release needs {OLDEST_POSTGRES}.",
            Exit.DATABASE,
            f"Name another one in {VARIABLE}, or unset it and one of our own is started.",
        )


def _refusal(error: Exception, place: str, name: str) -> CommandRefused:
    import asyncpg

    check = f"Check {VARIABLE}."
    match error:
        case asyncpg.InvalidCatalogNameError():
            said, next = f"The Postgres at {place} has no database “{name}”.", f"Make it: createdb {name}. Or: {check}"
        case asyncpg.InvalidPasswordError() | asyncpg.InvalidAuthorizationSpecificationError():
            said, next = f"The Postgres at {place} refuses this user: {error}.", check
        case asyncpg.CannotConnectNowError():
            said, next = f"The Postgres at {place} is still starting.", "Wait a moment, then type it again."
        case socket.gaierror():
            said, next = f"Nobody knows the host of the database, {place}.", check
        case TimeoutError():
            said, next = f"The Postgres at {place} does not answer within {TIMEOUT_SECONDS} s.", check
        case OSError():
            said, next = f"Nothing answers at {place}, where the database should be.", f"Is Postgres running? {check}"
        case _:
            said, next = f"The Postgres at {place} cannot be used: {error}.", check
    return CommandRefused(said, Exit.DATABASE, next)
