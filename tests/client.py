"""A gateway in this process over a copy of the world, and a client that asks it over HTTP."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

import asyncpg
import orjson
from httpx2 import ASGITransport, AsyncClient, Response
from sqlalchemy import make_url
from starlette.applications import Starlette

from gateway.app import create_app
from gateway.cookies import NAME
from gateway.settings import Settings
from tests.database import fresh_database, open_engine
from tests.world import World, make_world

ADDRESS = "http://testserver"
AT_A_BROWSER = ("at a browser", "halfway")
"""How the names of those end who are known by a cookie."""
PREFLIGHT = {"graphql-require-preflight": "1"}
SETTINGS: Mapping[str, Any] = {
    "_secrets_dir": None,
    "public_url": "https://posts.example",
    "allowed_hosts": ("testserver",),
    "runs_worker": False,
}


@dataclass(frozen=True)
class Client:
    """Asks one gateway, as a visitor or by the token of an account of the world."""

    app: Starlette
    http: AsyncClient
    world: World
    url: str
    """Of the database the gateway serves."""
    original: str
    """Of the database it is a copy of, which nobody is connected to."""

    def on_a_copy(self, **settings: Any) -> AbstractAsyncContextManager["Client"]:
        """A client of another gateway over another copy of the world, for a test that changes it."""
        return served_copy(self.original, self.world, **settings)

    async def send(
        self,
        query: str,
        variables: Mapping[str, Any] | None = None,
        *,
        by: str | None = None,
        name: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """The response to one operation by POST."""
        parts = {"query": query, "variables": variables, "operationName": name}
        return await self.http.post("/graphql", json=parts, headers={**self.token(by), **(headers or {})})

    async def answer(self, query: str, variables: Mapping[str, Any] | None = None, *, by: str | None = None) -> Any:
        """The whole answer to an operation, whatever it came to."""
        return orjson.loads((await self.send(query, variables, by=by)).content)

    async def ask(self, query: str, variables: Mapping[str, Any] | None = None, *, by: str | None = None) -> Any:
        """The data of an operation, which must come to no error."""
        answer = await self.answer(query, variables, by=by)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def token(self, by: str | None) -> dict[str, str]:
        """The headers by which an account is known."""
        if by is None:
            return {}
        if by.endswith(AT_A_BROWSER):
            return {"cookie": f"{NAME}={self.world.tokens[by]}", "sec-fetch-site": "same-origin"}
        return {"authorization": f"Bearer {self.world.tokens[by]}"}


@asynccontextmanager
async def open_world() -> AsyncIterator[Client]:
    """A gateway over a copy of the world, which is made for it."""
    async with fresh_database() as url:
        async with open_engine(url) as engine:
            world = await make_world(engine)
        async with served_copy(url, world) as client:
            yield client


@asynccontextmanager
async def served_copy(original: str, world: World, **settings: Any) -> AsyncIterator[Client]:
    """A gateway over a copy of a database."""
    async with copied(original) as url, served(url, original, world, **settings) as client:
        yield client


@asynccontextmanager
async def served(url: str, original: str, world: World, **settings: Any) -> AsyncIterator[Client]:
    """A gateway over a database; what it opens is closed at the end."""
    app = create_app(Settings(**{**SETTINGS, **settings}), url)
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with app.router.lifespan_context(app), AsyncClient(transport=transport, base_url=ADDRESS) as http:
        yield Client(app, http, world, url, original)


@asynccontextmanager
async def copied(original: str) -> AsyncIterator[str]:
    """The URL of a copy of a database that nobody is connected to; it is dropped afterwards."""
    name = f"copy_{uuid4().hex[:12]}"
    server = _in(original, "postgres")
    await execute(server, f"create database {name} template {make_url(original).database} strategy file_copy")
    try:
        yield _in(original, name)
    finally:
        await execute(server, f"drop database {name} with (force)")


@dataclass(frozen=True)
class Answered:
    """What an application answered, byte by byte."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes

    @property
    def codes(self) -> list[str]:
        """The codes of its errors."""
        return [error["extensions"]["code"] for error in orjson.loads(self.body)["errors"]]


async def request(
    app: Starlette,
    method: str,
    path: bytes,
    headers: list[tuple[bytes, bytes]],
    *,
    query: bytes = b"",
    body: bytes = b"",
    left: asyncio.Event | None = None,
) -> Answered:
    """One request as no client would send it; who sends it leaves when `left` is set."""
    answered: list[Any] = []
    parts = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Any:
        if parts:
            return parts.pop()
        await (left or asyncio.Event()).wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        answered.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path.decode("latin-1"), errors="replace"),
        "raw_path": path,
        "query_string": query,
        "headers": headers,
        "client": ("192.0.2.1", 1234),
        "server": ("testserver", 80),
    }
    await app(scope, receive, send)
    start = next(message for message in answered if message["type"] == "http.response.start")
    return Answered(start["status"], start["headers"], b"".join(message.get("body", b"") for message in answered))


async def execute(url: str, *statements: str) -> None:
    """Run statements, each in a transaction of its own."""
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


def _in(url: str, database: str) -> str:
    return make_url(url).set(database=database).render_as_string(hide_password=False)
