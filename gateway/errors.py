"""Refusal → problem; everything else that goes wrong → one GraphQL error with a code, a crash only as a reference."""

import asyncio
import re
import secrets
from typing import Any

import asyncpg
import structlog
from graphql import GraphQLError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from gateway.database import DatabaseBusy

log = structlog.get_logger()

UNAVAILABLE = (DatabaseBusy, PoolTimeout, asyncpg.PostgresConnectionError, asyncpg.CannotConnectNowError,
               asyncpg.AdminShutdownError, asyncpg.TooManyConnectionsError, ConnectionError, OSError,
               asyncpg.InterfaceError)  # fmt: skip
RETRY_AFTER_SECONDS = 1
LONGEST_MESSAGE = 500
INNER_WORDS = re.compile(r", but encountered error '.*'; found(?=: )", re.DOTALL)
"""What graphql-core says of an exception inside a scalar: the words of Python, which help nobody outside."""


def as_json(error: GraphQLError) -> dict[str, Any]:
    """An error as it goes out: a sentence, under a code."""
    formatted: dict[str, Any] = {**error.formatted, "message": _sentence(error.message)}
    formatted["extensions"] = {"code": "INTERNAL_SERVER_ERROR", **(error.extensions or {})}
    return formatted


def _sentence(message: str) -> str:
    """A message that ends as a sentence does, and does not send a long value back."""
    message = INNER_WORDS.sub(", found", message)
    if len(message) > LONGEST_MESSAGE:
        return f"{message[: LONGEST_MESSAGE - 1]}…"
    return message if message.endswith((".", "?", "!")) else f"{message}."


def explained(error: BaseException) -> GraphQLError:
    """What a person outside may know of an error; a crash is logged and known by its reference only."""
    cause = _cause(error)
    if isinstance(cause, asyncpg.QueryCanceledError | TimeoutError | asyncio.TimeoutError):
        return _like(error, "This took too long and was given up. Ask for less, or try again.", "TIMEOUT")
    if isinstance(cause, UNAVAILABLE):
        message = "The service is busy or restarting. Try again in a moment."
        return _like(error, message, "SERVICE_UNAVAILABLE", retryAfter=RETRY_AFTER_SECONDS)
    if isinstance(cause, asyncpg.DataError | asyncpg.UntranslatableCharacterError):
        return _like(error, "A value in this request cannot be used in a query. Check its form.", "BAD_USER_INPUT")
    if isinstance(error, GraphQLError) and (cause is error or isinstance(cause, GraphQLError)):
        return error
    reference = secrets.token_hex(4)
    log.error("crash", reference=reference, exc_info=cause)
    message = f"Something went wrong on our side. Tell the operator this reference: {reference}."
    return _like(error, message, "INTERNAL_SERVER_ERROR", reference=reference)


def _cause(error: BaseException) -> BaseException:
    """What really happened, below the errors of the libraries between."""
    if isinstance(error, GraphQLError) and error.original_error is not None:
        return _cause(error.original_error)
    if isinstance(error, DBAPIError) and error.orig is not None:
        return _cause(error.orig.__cause__ or error.orig)
    return error


def _like(error: BaseException, message: str, code: str, **extensions: Any) -> GraphQLError:
    """Another error in the same place of the answer."""
    nodes, path = (error.nodes, error.path) if isinstance(error, GraphQLError) else (None, None)
    return GraphQLError(message, nodes=nodes, path=path, extensions={"code": code, **extensions})
