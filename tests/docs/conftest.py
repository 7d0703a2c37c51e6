"""The demo, loaded once and copied for each page, and the accounts that its examples are asked by."""

import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from httpx2 import ASGITransport, AsyncClient
from sqlalchemy.ext.asyncio import async_sessionmaker
from starlette.applications import Starlette

from gateway.app import create_app
from gateway.demo.loading import load_demo
from gateway.outside.storage import LocalStorage
from gateway.settings import Settings
from gateway.settings_types import Environment
from schema.accounts import services as accounts
from schema.change import Change, Sessions, begin_change
from schema.context import SYSTEM, Role, Scope
from schema.missions.services import find_mission
from tests.client import copied
from tests.database import fresh_database, open_engine
from tests.docs.running import Asker, Shell

ADDRESS = "http://127.0.0.1:8000"
WHO = {"author": Role.AUTHOR, "editor": Role.EDITOR, "administrator": Role.ADMINISTRATOR}
"""Whom a page may name: an account of the embassy with that role; an administrator is one of every mission."""


@dataclass(frozen=True)
class Demo:
    """A database with the demo in it, which nobody is connected to."""

    url: str
    media: Path
    tokens: dict[str, str]


@pytest.fixture(scope="session")
async def demo(anyio_backend: str) -> AsyncIterator[Demo]:
    """The demo with an account for each role."""
    with tempfile.TemporaryDirectory() as folder:
        async with fresh_database() as url:
            async with open_engine(url) as engine:
                sessions: Sessions = async_sessionmaker(engine, expire_on_commit=False)
                await load_demo(sessions, LocalStorage(Path(folder)))
                async with begin_change(sessions, SYSTEM) as change:
                    tokens = {who: await _token(change, who, role) for who, role in WHO.items()}
            yield Demo(url, Path(folder), tokens)


@pytest.fixture
async def asker(demo: Demo) -> AsyncIterator[Asker]:
    """Asks a gateway over a copy of the demo."""
    async with copied(demo.url) as url:
        template = "https://embassy.example/preview?token={secret}"
        settings = Settings(
            media_folder=demo.media, environment=Environment.DEMO, runs_worker=False, preview_url_template=template
        )
        app = create_app(settings, url)
        async with (
            app.router.lifespan_context(app),
            AsyncClient(transport=ASGITransport(app, raise_app_exceptions=False), base_url=ADDRESS) as http,
        ):
            asker = Asker(http, demo.tokens)
            _note_statements(app, asker)
            yield asker


@pytest.fixture
def shell() -> Iterator[Shell]:
    """Types commands; its folder can be entered by the user that an embedded Postgres runs as."""
    folder = Path(tempfile.mkdtemp(prefix="docs"))
    folder.chmod(0o755)
    shell = Shell(folder)
    try:
        yield shell
    finally:
        shell.close()


def _note_statements(app: Starlette, asker: Asker) -> None:
    """Let the asker know the SQL of what is read."""
    reads = app.state.database.reads
    fetchrow = reads.fetchrow

    async def noted(sql: str, *arguments: Any) -> Any:
        asker.statements.append(sql)
        return await fetchrow(sql, *arguments)

    reads.fetchrow = noted


async def _token(change: Change, who: str, role: Role) -> str:
    embassy = await find_mission(change.db, "murjan")
    assert embassy is not None
    account = await accounts.create_account(change, name=f"The {who}")
    await accounts.grant_role(change, account, None if role is Role.ADMINISTRATOR else embassy.id, role)
    until = change.now + timedelta(days=1)
    _, secret = await accounts.create_token(change, account=account, name=who, scopes=list(Scope), expires_at=until)
    return secret
