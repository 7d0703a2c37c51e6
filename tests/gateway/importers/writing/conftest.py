"""Databases to import into: an empty one with one mission, and one with the demo in it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import async_sessionmaker

from gateway.demo.loading import DemoResult, load_demo
from gateway.outside.storage import MemoryStorage
from schema.change import Sessions, begin_change
from schema.context import SYSTEM
from tests.client import copied
from tests.database import fresh_database, open_engine
from tests.gateway.importers.writing.blogs import NOW, Blog
from tests.makers.missions import make_mission


@dataclass(frozen=True)
class Loaded:
    """A database with the demo in it, which nobody is connected to, and the files of its photos."""

    url: str
    files: dict[str, bytes]
    result: DemoResult
    told: list[tuple[str, int, int]]
    """What the progress was told."""


@pytest.fixture(scope="session")
async def loaded(anyio_backend: str) -> AsyncIterator[Loaded]:
    storage = MemoryStorage()
    told: list[tuple[str, int, int]] = []
    async with fresh_database() as url:
        async with open_engine(url) as engine:
            sessions = async_sessionmaker(engine, expire_on_commit=False)
            result = await load_demo(sessions, storage, lambda *what: told.append(what))
        yield Loaded(url, storage.files, result, told)


@pytest.fixture
async def demo(loaded: Loaded) -> AsyncIterator[Sessions]:
    """Sessions on a copy of the demo."""
    async with copied(loaded.url) as url, open_engine(url) as engine:
        yield async_sessionmaker(engine, expire_on_commit=False)


@pytest.fixture
async def sessions() -> AsyncIterator[Sessions]:
    """Sessions on an empty database."""
    async with fresh_database() as url, open_engine(url) as engine:
        yield async_sessionmaker(engine, expire_on_commit=False)


@pytest.fixture
async def blog(sessions: Sessions, tmp_path: Path) -> Blog:
    """A blog of an embassy that writes English."""
    async with begin_change(sessions, SYSTEM, NOW) as change:
        mission = await make_mission(change, slug="lisbon", languages=["en", "pt"])
    return Blog(tmp_path, mission, sessions)
