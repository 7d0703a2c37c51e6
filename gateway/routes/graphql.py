"""POST and GET /graphql, by the GraphQL-over-HTTP specification."""

import asyncio
import inspect
import re
from collections.abc import Coroutine
from functools import lru_cache
from typing import Any, TypeVar

import orjson
from graphql import GraphQLError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from gateway.auth import PreviewRefused, SessionEnded, TokenRefused
from gateway.cookies import is_same_origin
from gateway.errors import explained
from gateway.execution import UNAVAILABLE, Answered, Asked, refused
from gateway.routes.explorer import explorer_page, wants_explorer
from schema.context import Actor

GRAPHQL_JSON = "application/graphql-response+json"
JSON = "application/json"
PREFLIGHT_HEADERS = ("graphql-require-preflight", "apollo-require-preflight", "x-apollo-operation-name")
WEIGHT = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")
LEAVE_WATCHED_AFTER_SECONDS = 0.25
CLIENT_LEFT_STATUS = 499
"""What proxies log for a request whose client has left; it reaches nobody."""
STATUS_OF = {
    "MUTATION_BY_GET": 405,
    "UNAUTHENTICATED": 401,
    "PREVIEW_READS_ONLY": 403,
    "SERVICE_UNAVAILABLE": 503,
    "TIMEOUT": 503,
    "INTERNAL_SERVER_ERROR": 500,
    "UNSUPPORTED_MEDIA_TYPE": 415,
    "NOT_ACCEPTABLE": 406,
    "REQUEST_TIMEOUT": 408,
    "CROSS_ORIGIN": 403,
}

HEADERS_OF_PREVIEWS = {"x-robots-tag": "noindex", "referrer-policy": "no-referrer"}
"""With a draft nobody may be led to it. That no answer is kept is said to everybody."""

T = TypeVar("T")


class RequestRefused(Exception):
    """A request that is no GraphQL request; refused before any operation is looked at, whatever is accepted."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class ClientLeft(Exception):
    """Nobody waits for the answer any more."""


class DatabaseAway(Exception):
    """A token could not be looked up."""


async def graphql(request: Request) -> Response:
    """Answer one operation; a browser that comes by its address bar gets the explorer."""
    settings = request.app.state.settings
    if settings.is_explorer_on and wants_explorer(request):
        return explorer_page(request)
    try:
        media_type = accepted_type(request)
        asked = await asked_of(request)
        actor = await actor_of(request)
    except RequestRefused as refusal:
        return _refusal(refusal.code, str(refusal))
    except TokenRefused as refused_token:
        return _unknown(refused_token)
    except SessionEnded:
        return _forgetting(request, "Your session has ended. Sign in again.")
    except DatabaseAway as away:
        return respond(refused([explained(away.__cause__ or away)]), media_type)
    device = request.headers.get("user-agent", "")
    answer = request.app.state.execution.answer(asked, actor, network_of(request), device)
    try:
        answered = await unless_left(request, answer)
    except ClientLeft:
        return Response(status_code=CLIENT_LEFT_STATUS)
    response = respond(answered, media_type)
    response.headers.update(HEADERS_OF_PREVIEWS if actor.preview else {})
    return _with_session(request, actor, answered, response)


async def actor_of(request: Request) -> Actor:
    """Who asks, by the token of a request, or else by its cookie.

    Raises:
        TokenRefused, SessionEnded, DatabaseAway.
        RequestRefused: a page of somebody else sent it.
    """
    state, authorization = request.app.state, request.headers.get("authorization")
    secret = None if authorization else state.session_cookie.read(request.cookies)
    if secret and request.method == "POST" and not is_same_origin(request.headers, state.settings.public_url):
        message = "A request with a cookie must come from a page of this server. Programs send a token instead."
        raise RequestRefused("CROSS_ORIGIN", message)
    try:
        asking = state.authentication.actor_of_session(secret) if secret else state.authentication.actor(authorization)
        actor: Actor = await asking
    except (TokenRefused, SessionEnded):
        raise
    except Exception as error:
        raise DatabaseAway from error
    return actor


def _with_session(request: Request, actor: Actor, answered: Answered, response: Response) -> Response:
    """The answer with the cookie of a session that was opened or ended; what was known of it is looked up again."""
    cookie = request.app.state.session_cookie
    if answered.is_write and actor.session_id is not None:
        request.app.state.authentication.forget(cookie.read(request.cookies) or "")
    if answered.cookie is not None:
        response.headers.append("set-cookie", cookie.header(answered.cookie))
    return response


def _forgetting(request: Request, message: str) -> Response:
    """A refusal after which the browser is a visitor's again."""
    response = _refusal("UNAUTHENTICATED", message)
    response.headers.append("set-cookie", request.app.state.session_cookie.header(""))
    return response


def accepted_type(request: Request) -> str:
    """The media type to answer in, by the weights of the header; the newer one when it is named and weighs the same.

    Raises:
        RequestRefused: neither is accepted.
    """
    media_type = preferred(",".join(request.headers.getlist("accept")))
    if media_type is None:
        raise RequestRefused("NOT_ACCEPTABLE", f"Answers are {GRAPHQL_JSON} or {JSON}; accept one of them.")
    return media_type


@lru_cache(maxsize=256)
def preferred(accept: str) -> str | None:
    """The media type that an Accept header likes best of ours; None when it accepts neither."""
    if not accept.strip():
        return GRAPHQL_JSON
    weights = dict(_weighed(accepted) for accepted in accept.split(","))
    any_other = weights.get("application/*", weights.get("*/*", 0.0))
    newer = (weights.get(GRAPHQL_JSON, any_other), GRAPHQL_JSON in weights, GRAPHQL_JSON)
    older = (weights.get(JSON, any_other), GRAPHQL_JSON not in weights, JSON)
    weight, _, media_type = max(newer, older)
    return media_type if weight else None


def _weighed(accepted: str) -> tuple[str, float]:
    """A media type and its weight: `text/html;q=0.5` → `("text/html", 0.5)`."""
    media_type, *parameters = (part.strip().lower() for part in accepted.split(";"))
    weights = [parameter.removeprefix("q=") for parameter in parameters if parameter.startswith("q=")]
    return media_type, float(weights[0]) if weights and WEIGHT.fullmatch(weights[0]) else float(not weights)


async def asked_of(request: Request) -> Asked:
    """The operation a request asks for.

    Raises:
        RequestRefused.
    """
    if request.method in ("GET", "HEAD"):
        if len(request.scope["query_string"]) > request.app.state.settings.body_limit_bytes:
            raise HTTPException(413)
        return _asked(_query_parameters(request), may_write=False)
    if request.headers.get("content-encoding", "identity") != "identity":
        raise RequestRefused("UNSUPPORTED_MEDIA_TYPE", "Send the body as it is, without a content encoding.")
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.strip().lower().replace('"', "")
    if kind.strip().lower() != JSON or charset not in ("", "charset=utf-8"):
        raise RequestRefused("UNSUPPORTED_MEDIA_TYPE", f"Send the operation as JSON with content-type: {JSON}.")
    try:
        async with asyncio.timeout(request.app.state.settings.body_timeout_seconds):
            body = await _body(request, request.app.state.settings.body_limit_bytes)
        return _asked(orjson.loads(body), may_write=True)
    except TimeoutError:
        raise RequestRefused("REQUEST_TIMEOUT", "The request took too long to arrive. Send it again.") from None
    except ClientDisconnect:
        raise RequestRefused("CLIENT_LEFT", "The request was not sent to its end.") from None
    except orjson.JSONDecodeError:
        raise RequestRefused("BAD_REQUEST", "The body is not JSON in UTF-8. Check that nothing is cut off.") from None


async def _body(request: Request, limit: int) -> bytes:
    """The body, read no further than it may be long.

    Starlette's own limit answers without a code, so it is not used here.
    """
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limit:
        raise HTTPException(413)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise HTTPException(413)
    return bytes(body)


def _query_parameters(request: Request) -> dict[str, Any]:
    """The parts of a request by GET, which other sites must not be able to make a browser send."""
    if not any(name in request.headers for name in PREFLIGHT_HEADERS):
        message = f"A request by GET needs the header {PREFLIGHT_HEADERS[0]}: 1, so that no other site can make one."
        raise RequestRefused("PREFLIGHT_REQUIRED", message)
    parts: dict[str, Any] = dict(request.query_params)
    for name in ("variables", "extensions"):
        try:
            parts[name] = orjson.loads(parts.get(name) or "null")
        except orjson.JSONDecodeError:
            raise RequestRefused("BAD_REQUEST", f"The parameter “{name}” is not JSON.") from None
    return parts


def _asked(parts: Any, may_write: bool) -> Asked:
    if not isinstance(parts, dict):
        raise RequestRefused("BAD_REQUEST", "Send one JSON object with “query”; several at once are not taken.")
    query, name = parts.get("query"), parts.get("operationName")
    variables, extensions = parts.get("variables"), parts.get("extensions")
    if not isinstance(query, str) or not query.strip():
        raise RequestRefused("BAD_REQUEST", "“query” is missing: send the text of an operation.")
    if not isinstance(variables, dict | None):
        raise RequestRefused("BAD_REQUEST", "“variables” must be a JSON object.")
    if not isinstance(extensions, dict | None):
        raise RequestRefused("BAD_REQUEST", "“extensions” must be a JSON object.")
    if not isinstance(name, str | None):
        raise RequestRefused("BAD_REQUEST", "“operationName” must be a text.")
    return Asked(query, variables or {}, name or None, may_write)


def respond(answered: Answered, media_type: str) -> Response:
    """An answer with its status: by the specification, `application/json` says 200 to every well-formed request."""
    status = 200
    if not answered.has_data:
        status = STATUS_OF.get(answered.code or "", 400)
        if media_type == JSON and status == 400:
            status = 200
    headers = {"cache-control": "no-store", "vary": "accept, authorization, cookie"}
    if answered.code in UNAVAILABLE:
        headers["retry-after"] = "1"
    if status == 405:
        headers["allow"] = "POST"
    return Response(answered.body, status, headers, media_type=f"{media_type}; charset=utf-8")


def _refusal(code: str, message: str) -> Response:
    """A refusal of the request itself, which has the same status whatever is accepted."""
    answered = refused([GraphQLError(message, extensions={"code": code})])
    return respond(answered, GRAPHQL_JSON)


def _unknown(token: TokenRefused) -> Response:
    """A refusal of whoever sent a secret that is good for nothing."""
    response = _refusal("UNAUTHENTICATED", inspect.getdoc(token) or "")
    response.headers["www-authenticate"] = token.scheme
    response.headers.update(HEADERS_OF_PREVIEWS if isinstance(token, PreviewRefused) else {})
    return response


def network_of(request: Request) -> str:
    """The network address a request came from, as the server sees it behind its trusted proxies."""
    return request.client.host if request.client else "unknown"


async def unless_left(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """The result of some work, given up when the client leaves: its statement must not run on.

    Watching costs a task, so it begins only when an answer takes its time.
    """
    current = asyncio.current_task()
    assert current is not None
    watcher: list[asyncio.Task[None]] = []

    def watch() -> None:
        watcher.append(asyncio.create_task(_cancel_when_left(request, current)))

    timer = asyncio.get_running_loop().call_later(LEAVE_WATCHED_AFTER_SECONDS, watch)
    try:
        return await work
    except asyncio.CancelledError:
        if any(task.done() for task in watcher):
            current.uncancel()
            raise ClientLeft from None
        raise
    finally:
        timer.cancel()
        for task in watcher:
            task.cancel()


async def _cancel_when_left(request: Request, work: asyncio.Task[Any]) -> None:
    """Once the body was read, all that can still arrive is the news that the client has left."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    work.cancel()
