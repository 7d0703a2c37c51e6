"""A receiver of webhooks on this machine: it keeps what it is sent, and answers as a test says."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson

Answer = tuple[int, str]
"""A status, and further lines of the head."""


@dataclass(frozen=True)
class Received:
    """One message as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def said(self) -> Any:
        return orjson.loads(self.body)

    @property
    def subject(self) -> str:
        return str(self.said["data"]["id"])


@dataclass
class Receiver:
    """What was received, oldest first, and what is answered."""

    url: str = ""
    received: list[Received] = field(default_factory=list)
    answers: Callable[[Received], Answer] = lambda received: (204, "")
    came: asyncio.Event = field(default_factory=asyncio.Event)
    pause: asyncio.Event | None = None
    """If there is one, nothing is answered before it is set."""

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            received = Received(head[0].split()[1], headers, body)
            self.received.append(received)
            self.came.set()
            if self.pause:
                await self.pause.wait()
            status, more = self.answers(received)
            writer.write(f"HTTP/1.1 {status} Said\r\ncontent-length: 0\r\n{more}connection: close\r\n\r\n".encode())
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    """A receiver that listens while the block lasts."""
    receiver = Receiver()
    server = await asyncio.start_server(receiver.handle, "127.0.0.1", 0)
    receiver.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
    try:
        yield receiver
    finally:
        server.close()
