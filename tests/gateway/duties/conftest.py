"""What duties work with in tests: a database of their own, and what the worker knows of it."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import async_sessionmaker

from gateway.duties import Work
from gateway.settings import Settings
from tests.database import fresh_database, open_engine

WorkWith = Callable[..., Work]


@pytest.fixture
async def own_database(anyio_backend: str) -> AsyncIterator[str]:
    """The URL of a database of this test."""
    async with fresh_database() as url:
        yield url


@pytest.fixture
async def work_with(own_database: str) -> AsyncIterator[WorkWith]:
    """What a duty works with, under settings that a test chooses."""
    async with open_engine(own_database) as engine:

        def work(**settings: Any) -> Work:
            return Work(async_sessionmaker(engine, expire_on_commit=False), Settings(_secrets_dir=None, **settings))

        yield work
