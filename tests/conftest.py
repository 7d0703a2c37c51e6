"""What every test may ask for: a database, a change in it, actors, the statements that were sent, and a client."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from schema.change import Change
from schema.context import SYSTEM
from tests.client import Client, open_world
from tests.database import fresh_database, open_engine, rolled_back
from tests.makers.accounts import Actors, make_actors

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
async def database(anyio_backend: str) -> AsyncIterator[str]:
    """The URL of this worker's database: migrated, and empty between tests."""
    async with fresh_database() as url:
        yield url


@pytest.fixture
async def change(database: str) -> AsyncIterator[Change]:
    """A change by the system at 09:30 UTC on 10 March 2026. Nothing of it stays."""
    async with open_engine(database) as engine, rolled_back(engine) as session:
        yield Change(session, SYSTEM, NOW)


@pytest.fixture
async def actors(change: Change) -> Actors:
    """A visitor, and a reader, an author, an editor and an administrator of one mission."""
    return await make_actors(change)


@pytest.fixture(scope="session")
async def client(anyio_backend: str) -> AsyncIterator[Client]:
    """A client of a gateway over the world of tests/world.py. A test that changes it works on a copy of its own."""
    async with open_world() as client:
        yield client


@pytest.fixture
async def statements(change: Change) -> AsyncIterator[list[str]]:
    """The SQL statements sent by ``change`` since the test began; clear it before what is to be counted."""
    sent: list[str] = []

    def note(*arguments: object) -> None:
        sent.append(str(arguments[2]))

    connection = (await change.db.connection()).sync_connection
    event.listen(connection, "before_cursor_execute", note)
    yield sent
    event.remove(connection, "before_cursor_execute", note)
