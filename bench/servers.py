"""The two servers that the gateway is measured against: the same SQL without a gateway, and the ordinary way.

`python -m bench.servers bare|ordinary URL PORT`; both answer at /graphql/<name of an operation>, and at /healthz.
"""

import sys
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import asyncpg
import orjson
import uvicorn
from graphql import parse, validate
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.operations import OPERATIONS
from bench.sides import PUBLIC_URL, sent
from gateway.database import READ_SETTINGS
from tests.oracle.asking import Asker
from tests.oracle.executable import answer, oracle_schema

CONNECTIONS = 10
JSON = "application/json"

Handler = Callable[[Request], Awaitable[Response]]


@asynccontextmanager
async def bare(url: str) -> AsyncIterator[Handler]:
    """The statement of each operation with its arguments, sent as it is; the answer, sent on as it is."""
    fields = {operation.name: operation.field.encode() for operation in OPERATIONS}
    statements = {operation.name: (await sent(operation, url))[0] for operation in OPERATIONS}
    idle: deque[asyncpg.Connection] = deque()
    async with AsyncExitStack() as stack:
        for _ in range(CONNECTIONS):
            connection = await asyncpg.connect(
                url,
                server_settings={**READ_SETTINGS, "statement_timeout": "1500"},
                statement_cache_size=200,
                max_cached_statement_lifetime=0,
                max_cacheable_statement_size=0,
            )
            stack.push_async_callback(connection.close)
            for name in ("json", "jsonb"):
                await connection.set_type_codec(
                    name, schema="pg_catalog", encoder=bytes, decoder=bytes, format="binary"
                )
            idle.append(connection)

        async def handle(request: Request) -> Response:
            await request.body()
            name = request.path_params["name"]
            sql, arguments = statements[name]
            connection = idle.pop()
            try:
                row = await connection.fetchrow(sql, *arguments)
            finally:
                idle.append(connection)
            assert row is not None
            return Response(b'{"data":{"%b":%b}}' % (fields[name], row[0]), media_type=JSON)

        yield handle


@asynccontextmanager
async def ordinary(url: str) -> AsyncIterator[Handler]:
    """Resolvers, DataLoaders and an ORM; documents are parsed and validated once, as a good server does."""
    schema, documents = oracle_schema(), dict[str, Any]()
    address = url.replace("postgresql://", "postgresql+asyncpg://", 1)
    engine = create_async_engine(
        address, isolation_level="AUTOCOMMIT", pool_size=CONNECTIONS, enable_from_linting=False
    )

    async def handle(request: Request) -> Response:
        asked = orjson.loads(await request.body())
        document = documents.get(asked["query"])
        if document is None:
            document = documents[asked["query"]] = parse(asked["query"])
            assert not validate(schema, document)
        async with AsyncSession(engine) as session:
            answered = await answer(schema, document, asked["variables"], session, Asker(), PUBLIC_URL)
        assert not answered.errors
        return Response(orjson.dumps({"data": answered.data}), media_type=JSON)

    try:
        yield handle
    finally:
        await engine.dispose()


def server(kind: str, url: str) -> Starlette:
    """One of the two as an app."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with {"bare": bare, "ordinary": ordinary}[kind](url) as handle:
            app.state.handle = handle
            yield

    async def respond(request: Request) -> Response:
        handle: Handler = request.app.state.handle
        return await handle(request)

    async def alive(request: Request) -> Response:
        return Response("alive")

    routes = [Route("/graphql/{name}", respond, methods=["POST"]), Route("/healthz", alive)]
    return Starlette(routes=routes, lifespan=lifespan)


if __name__ == "__main__":
    kind, url, port = sys.argv[1:]
    app = server(kind, url)
    uvicorn.run(app, port=int(port), http="httptools", loop="uvloop", ws="none", access_log=False, log_level="warning")
