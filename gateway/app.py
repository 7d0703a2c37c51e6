"""The server as three lists: its routes, its middleware, and what it opens and closes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from gateway.auth import Authentication
from gateway.cookies import SessionCookie
from gateway.database import open_database
from gateway.execution import Execution
from gateway.hosts import KnownHosts
from gateway.migrations import heads
from gateway.outside.oidc import Providers
from gateway.routes.explorer import explorer_assets
from gateway.routes.graphql import PREFLIGHT_HEADERS, graphql
from gateway.routes.health import alive, ready
from gateway.routes.media import media
from gateway.routes.oidc import SECONDS as WAY_SECONDS
from gateway.routes.oidc import routes as oidc_routes
from gateway.routes.sign_in import routes as sign_in_routes
from gateway.routes.statements import KEYS_PATH, keys, statement
from gateway.secrets import Seal
from gateway.settings import Settings
from gateway.signing_in import rules
from gateway.telemetry import RequestLog, SecurityHeaders
from gateway.worker import working


def create_app(settings: Settings, database_url: str) -> Starlette:
    """The gateway over one database, whose tables are up to date."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with open_database(
            database_url,
            most_readers=settings.read_pool_count,
            most_member_readers=settings.read_pool_count_for_editors,
            most_writers=settings.write_pool_count,
            most_previews=settings.preview_pool_count,
            wait_seconds=settings.pool_timeout_seconds,
            read_timeout_ms=round(settings.statement_timeout_seconds * 1000),
            member_read_timeout_ms=round(settings.statement_timeout_seconds_for_editors * 1000),
        ) as database:
            app.state.settings = settings
            app.state.database = database
            app.state.schema_heads = heads()
            app.state.authentication = Authentication(database.sessions_of_tokens, rules(settings))
            app.state.session_cookie = SessionCookie(settings.public_url, settings.session_days * 86_400)
            app.state.providers = Providers(settings.oidc_providers)
            app.state.way_cookie = SessionCookie(settings.public_url, WAY_SECONDS, "-way")
            app.state.way_seal = Seal(settings.secret, "signing in elsewhere")
            app.state.execution = Execution(database, settings)
            async with working(database_url, settings) if settings.runs_worker else nullcontext():
                yield

    app = Starlette(
        routes=routes(settings),
        middleware=middleware(settings),
        exception_handlers={HTTPException: refusal},
        lifespan=lifespan,
    )
    # `/graphql/` is another address, and nothing is there: a redirect would repeat the host and scheme of the request.
    app.router.redirect_slashes = False
    return app


def routes(settings: Settings) -> list[BaseRoute]:
    """Every address this server answers at."""
    return [
        Route("/graphql", graphql, methods=["GET", "POST"]),
        *([explorer_assets] if settings.is_explorer_on else []),
        *sign_in_routes,
        *oidc_routes,
        Route("/media/{key:path}", media, methods=["GET"]),
        Route(KEYS_PATH, keys, methods=["GET"]),
        Route("/statements/{post}/{locale}/{revision:int}", statement, methods=["GET"]),
        Route("/healthz", alive, methods=["GET"]),
        Route("/readyz", ready, methods=["GET"]),
    ]


def middleware(settings: Settings) -> list[Middleware]:
    """What every request passes, the first one outermost."""
    return [
        Middleware(RequestLog),
        Middleware(SecurityHeaders),
        Middleware(KnownHosts, hosts=settings.hosts),
        # Mounted only where it is needed: it makes every answer vary by origin.
        *([_cross_origin(settings)] if settings.cross_origin_origins else []),
    ]


def _cross_origin(settings: Settings) -> Middleware:
    return Middleware(
        CORSMiddleware,
        allow_origins=list(settings.cross_origin_origins),
        allow_methods=["GET", "POST"],
        allow_headers=["authorization", "content-type", *PREFLIGHT_HEADERS],
        max_age=86_400,
    )


async def refusal(request: Request, error: Exception) -> Response:
    """What is refused before an operation is looked at, such as a body that is too large."""
    assert isinstance(error, HTTPException)
    messages = {413: "The request is too large.", 404: "There is nothing at this address.", 405: "Use another method."}
    message = messages.get(error.status_code, error.detail)
    body = {"errors": [{"message": message, "extensions": {"code": f"HTTP_{error.status_code}"}}]}
    return JSONResponse(body, error.status_code, headers=error.headers)
