"""A client that costs little: keep-alive connections over asyncio streams, and the time each answer took."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

HOST = "127.0.0.1"


@dataclass
class Connection:
    """One connection to a server."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def ask(self, request: bytes) -> bytes:
        """The body of the answer, whose status must be 200."""
        self.writer.write(request)
        head = await self.reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        (length,) = (line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        return await self.reader.readexactly(int(length.partition(b":")[2]))


@asynccontextmanager
async def connected(port: int) -> AsyncIterator[Connection]:
    """A connection that is closed at the end."""
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        yield Connection(reader, writer)
    finally:
        writer.close()
        await writer.wait_closed()


def post(path: str, body: bytes) -> bytes:
    """A request as it goes over the wire."""
    head = (
        f"POST {path} HTTP/1.1",
        f"host: {HOST}",
        "content-type: application/json",
        "accept: application/graphql-response+json, application/json",
        f"content-length: {len(body)}",
    )
    return "\r\n".join([*head, "", ""]).encode() + body


async def asked_for(port: int, request: bytes, seconds: float) -> list[float]:
    """Ask one after the other for some time on one connection: how long each answer took, in seconds."""
    took: list[float] = []
    async with connected(port) as connection:
        until = time.perf_counter() + seconds
        while (began := time.perf_counter()) < until:
            await connection.ask(request)
            took.append(time.perf_counter() - began)
    return took


async def asked_together(port: int, request: bytes, seconds: float, connections: int) -> int:
    """Ask on several connections at once for some time: how many answers there were."""
    rounds = await asyncio.gather(*(asked_for(port, request, seconds) for _ in range(connections)))
    return sum(map(len, rounds))
