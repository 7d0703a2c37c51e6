"""Logs: one line for each request, as JSON for machines or as text for people; crashes with their reference."""

import logging
import secrets
import sys
import time

import orjson
import structlog
from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger()

LONGEST_REQUEST_ID = 64


def configure_logging(log_format: str, log_level: str) -> None:
    """Say how and what is logged, on standard error."""
    as_json = structlog.processors.JSONRenderer(lambda event, **_: orjson.dumps(event, default=str))
    as_lines = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
    )
    rendered = [structlog.processors.format_exc_info, as_json] if log_format == "json" else [as_lines]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *rendered,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, log_level.upper())),
        logger_factory=structlog.BytesLoggerFactory(sys.stderr.buffer)
        if log_format == "json"
        else structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


class RequestLog:
    """Gives each request an id, and logs it once it is answered; a crash becomes a 500 with a reference."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _request_id(scope)
        started, status, sent = time.perf_counter(), 0, 0

        async def noted(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            else:
                sent += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception as error:
            if not status:
                await crash(error)(scope, receive, noted)
        finally:
            milliseconds = round((time.perf_counter() - started) * 1000, 2)
            facts = {"method": scope["method"], "path": scope["path"][:200], "status": status, "bytes": sent}
            log.info("request", request=request_id, **facts, milliseconds=milliseconds)


def crash(error: Exception) -> Response:
    """A fault of ours: logged in full, shown only by its reference."""
    reference = secrets.token_hex(4)
    log.error("crash", reference=reference, exc_info=error)
    message = f"Something went wrong on our side. Tell the operator this reference: {reference}."
    body = {"errors": [{"message": message, "extensions": {"code": "INTERNAL_SERVER_ERROR", "reference": reference}}]}
    return JSONResponse(body, 500)


def _request_id(scope: Scope) -> str:
    """The id a proxy gave, when it is a plain one; else a new one."""
    given = Headers(scope=scope).get("x-request-id", "")
    is_plain = 0 < len(given) <= LONGEST_REQUEST_ID and given.replace("-", "").isalnum() and given.isascii()
    return given if is_plain else secrets.token_hex(8)


class SecurityHeaders:
    """The headers every answer has unless its route says otherwise."""

    DEFAULTS = (
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"strict-origin-when-cross-origin"),
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
        (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    )

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(pair for pair in self.DEFAULTS if pair[0] not in said)]
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)
