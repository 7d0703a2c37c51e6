"""Rounds of requests to three servers in turn, and the time of the processor each of them took."""

import asyncio
import os
import socket
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Any

import orjson
import psutil

from bench.client import HOST, asked_for, asked_together, connected, post
from bench.operations import OPERATIONS, Operation
from bench.sides import PUBLIC_URL, SECRET, sent, statements_of_ordinary

KINDS = ("gateway", "bare", "ordinary")
ROUNDS = 12
SECONDS = 0.5
CONNECTIONS = 4
START_SECONDS = 60
CLOCK_OF_PROCESS = 2
"""As clock_getcpuclockid(3) makes the number of such a clock, which Python does not have."""
MILLISECOND = 1_000
MICROSECOND = 1_000_000


@dataclass
class Measured:
    """One operation on one server: the best round in microseconds a request, every time in seconds."""

    server_us: float = float("inf")
    postgres_us: float = float("inf")
    took: list[float] = field(default_factory=list)
    bytes_: int = 0
    statements: int = 1

    def figures(self) -> dict[str, Any]:
        """As it is written down."""
        cuts = quantiles(self.took, n=20)
        return {
            "server_us": round(self.server_us),
            "postgres_us": round(self.postgres_us),
            "p50_ms": round(cuts[9] * MILLISECOND, 2),
            "p95_ms": round(cuts[18] * MILLISECOND, 2),
            "bytes": self.bytes_,
            "statements": self.statements,
        }


@dataclass(frozen=True)
class Server:
    """A server that runs beside this process."""

    kind: str
    port: int
    process: psutil.Process

    def request(self, operation: Operation) -> bytes:
        """How this server is asked for an operation."""
        path = "/graphql" if self.kind == "gateway" else f"/graphql/{operation.name}"
        return post(path, operation.request)


async def measure(url: str, postgres: psutil.Process) -> dict[str, dict[str, Any]]:
    """Every operation on every server, by the name of the operation and the kind of server."""
    measured = {operation.name: {kind: Measured() for kind in KINDS} for operation in OPERATIONS}
    async with AsyncExitStack() as stack:
        servers = [await stack.enter_async_context(running(kind, url)) for kind in KINDS]
        for operation in OPERATIONS:
            await _prepare(servers, operation, measured[operation.name], url)
        for _ in range(ROUNDS):
            for operation in OPERATIONS:
                for server in servers:
                    await _round(server, operation, measured[operation.name][server.kind], postgres)
    return {name: {kind: one.figures() for kind, one in by_kind.items()} for name, by_kind in measured.items()}


@asynccontextmanager
async def running(kind: str, url: str) -> AsyncIterator[Server]:
    """A server of its own process, ready to answer."""
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    command = (
        ["-m", "gateway.cli", "serve", "--port", str(port)] if kind == "gateway" else ["-m", "bench.servers", kind]
    )
    command += [] if kind == "gateway" else [url, str(port)]
    environment = os.environ | {
        "COMMUNIQUE_ENVIRONMENT": "production",
        "COMMUNIQUE_PUBLIC_URL": PUBLIC_URL,
        "COMMUNIQUE_SECRET": SECRET,
        "COMMUNIQUE_DATABASE_URL": url,
    }
    with tempfile.TemporaryFile() as log:
        process = await asyncio.create_subprocess_exec(sys.executable, *command, env=environment, stderr=log)
        try:
            if not await _is_ready(port, process):
                log.seek(0)
                raise RuntimeError(f"the server “{kind}” does not start: {log.read().decode()[-2_000:]}")
            yield Server(kind, port, psutil.Process(process.pid))
        finally:
            with suppress(ProcessLookupError):
                process.terminate()
            await process.wait()


async def _is_ready(port: int, process: asyncio.subprocess.Process) -> bool:
    """Whether a server answers before it ends, or before it has taken too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.returncode is None:
        with suppress(OSError):
            async with connected(port) as connection:
                connection.writer.write(f"GET /healthz HTTP/1.1\r\nhost: {HOST}\r\n\r\n".encode())
                if (await connection.reader.readline()).startswith(b"HTTP/1.1 200"):
                    return True
        await asyncio.sleep(0.1)
    return False


async def _prepare(servers: list[Server], operation: Operation, measured: dict[str, Measured], url: str) -> None:
    """Let every server answer often enough to have its statements prepared, and see that they answer alike."""
    answers = {}
    for server in servers:
        await asked_together(server.port, server.request(operation), SECONDS, CONNECTIONS)
        async with connected(server.port) as connection:
            body = await connection.ask(server.request(operation))
        answers[server.kind] = orjson.dumps(orjson.loads(body)["data"])
        measured[server.kind].bytes_ = len(body)
    assert answers["gateway"] == answers["bare"] == answers["ordinary"], f"different answers to {operation.name}"
    measured["gateway"].statements = len(await sent(operation, url))
    measured["ordinary"].statements = await statements_of_ordinary(operation, url)


async def _round(server: Server, operation: Operation, measured: Measured, postgres: psutil.Process) -> None:
    """A burst on several connections for the processor's time, and one connection for how long an answer takes."""
    request = server.request(operation)
    server_before, postgres_before = seconds_worked(server.process), _seconds_of_children(postgres)
    answers = await asked_together(server.port, request, SECONDS, CONNECTIONS)
    server_us = (seconds_worked(server.process) - server_before) / answers * MICROSECOND
    postgres_us = (_seconds_of_children(postgres) - postgres_before) / answers * MICROSECOND
    measured.server_us, measured.postgres_us = (
        min(measured.server_us, server_us),
        min(measured.postgres_us, postgres_us),
    )
    measured.took += await asked_for(server.port, request, SECONDS / 2)


def seconds_worked(process: psutil.Process) -> float:
    """The time of the processor a process has taken so far: on Linux to the nanosecond, by the clock of its own."""
    if sys.platform == "linux":
        return time.clock_gettime(~process.pid << 3 | CLOCK_OF_PROCESS)
    times = process.cpu_times()
    return float(times.user + times.system)


def _seconds_of_children(process: psutil.Process) -> float:
    total = 0.0
    for child in process.children():
        with suppress(psutil.NoSuchProcess, OSError):
            total += seconds_worked(child)
    return total
