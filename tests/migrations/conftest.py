"""Databases of these tests alone: empty ones, since what is tested is how they are filled."""

from collections.abc import Iterator

import pytest

from gateway.embedded import throw_away_postgres
from tests.migrations.databases import make_database


@pytest.fixture(scope="session")
def empty_server() -> Iterator[str]:
    with throw_away_postgres() as url:
        yield url


@pytest.fixture
async def empty(empty_server: str) -> str:
    """The URL of a database without a table."""
    return await make_database(empty_server)
