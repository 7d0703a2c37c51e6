"""Serving an app: taking the port, answering until somebody says stop, and finishing what was begun."""

import errno
import logging
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import structlog
import uvicorn
from starlette.types import ASGIApp
from uvicorn.config import STARTUP_FAILURE

log = structlog.get_logger()

STOP_WITHIN_SECONDS = 10
KEEP_ALIVE_SECONDS = 65
"""Longer than the minute proxies keep a connection: whoever closes it first must not be us, or a request is lost."""

WAITING_CONNECTIONS = 2048


class PortTaken(Exception):
    """Another program listens there."""

    def __init__(self, host: str, port: int) -> None:
        self.port = port
        super().__init__(f"Another program listens at {host}, port {port}.")


class AddressRefused(Exception):
    """This machine does not let us listen there; the message says why."""


class NotStarted(Exception):
    """The app could not open what it needs; the log says what."""


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Take a port, before anything else is opened. Requests wait from here on until the app is ready.

    Raises:
        PortTaken, AddressRefused.
    """
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.create_server(address[:2], family=family, backlog=WAITING_CONNECTIONS)
    except OSError as error:
        raise _refusal(error, host, port) from None
    with listener:
        yield listener


def free_port(host: str, after: int) -> int:
    """The next port above `after` that nobody has; any free one if there is none near."""
    for port in range(after + 1, min(after + 100, 65_536)):
        try:
            with listening(host, port):
                return port
        except (PortTaken, AddressRefused):
            continue
    with listening(host, 0) as listener:
        return int(listener.getsockname()[1])


def answer_requests(
    app: ASGIApp, listener: socket.socket, trusted_proxies: Sequence[str], when_ready: Callable[[], None]
) -> None:
    """Answer until Ctrl+C, SIGTERM or SIGHUP; requests that were begun have ten seconds to end.

    Raises:
        NotStarted.
    """
    config = uvicorn.Config(
        app,
        http="httptools",
        loop="uvloop",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(trusted_proxies),
        forwarded_allow_ips=list(trusted_proxies),
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=STOP_WITHIN_SECONDS,
    )
    server = _Server(config, when_ready)
    with _warnings_logged(), _told_by_hanging_up(server):
        try:
            server.run(sockets=[listener])
        except (KeyboardInterrupt, SystemExit) as stop:
            # Once it has shut down, uvicorn sends itself the signal that told it to.
            if server.started:
                return
            if isinstance(stop, SystemExit) and stop.code == STARTUP_FAILURE:
                raise NotStarted from None
            raise


class _Server(uvicorn.Server):
    """One that says when it is ready."""

    def __init__(self, config: uvicorn.Config, when_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_ready = when_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._when_ready()


@contextmanager
def _told_by_hanging_up(server: uvicorn.Server) -> Iterator[None]:
    """A terminal that is closed says stop too; uvicorn knows of Ctrl+C and SIGTERM only."""
    before = signal.getsignal(signal.SIGHUP)
    if before is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, server.handle_exit)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)


class _ToOurLog(logging.Handler):
    """Hands what a library logs to our own log."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        (log.error if record.levelno >= logging.ERROR else log.warning)(record.getMessage(), exc_info=error)


@contextmanager
def _warnings_logged() -> Iterator[None]:
    logger, handler = logging.getLogger("uvicorn.error"), _ToOurLog(logging.WARNING)
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = True


def _refusal(error: OSError, host: str, port: int) -> PortTaken | AddressRefused:
    if error.errno == errno.EADDRINUSE:
        return PortTaken(host, port)
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return AddressRefused(f"“{host}” is no address of this machine.")
    if error.errno == errno.EACCES:
        return AddressRefused(f"Port {port} may be used by root only. Take one above 1023.")
    return AddressRefused(f"Nothing can listen at {host}, port {port}: {error.strerror}.")
