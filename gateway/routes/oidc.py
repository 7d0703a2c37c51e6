"""/sign-in/oidc/{provider}: to a ministry's own sign-in and back."""

import base64
import json
from dataclasses import replace
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gateway.outside.oidc import NotVouchedFor, Vouched
from gateway.pages import sign_in_page
from gateway.routes.graphql import network_of
from gateway.routes.sign_in import led_on, own_path
from gateway.secrets import NotUnsealed
from gateway.settings_types import OidcProvider
from schema.accounts import services
from schema.accounts.services import SessionOpened
from schema.change import begin_change
from schema.context import SYSTEM, Role
from schema.errors import Refusal

SECONDS = 600
PLACE = "on the way"
"""What the cookie of a browser that is on its way is sealed for."""


async def begin(request: Request) -> Response:
    """Lead a browser to the provider."""
    provider, state = _provider(request), request.app.state
    next = own_path(request.query_params.get("next"))
    request.scope["session"] = {}
    try:
        response: Response = await state.providers.begin(request, provider.name, _callback(request, provider))
    except NotVouchedFor as refusal:
        return sign_in_page(next, str(refusal), 503, list(state.providers.by_name)).response()
    way = json.dumps({**request.scope["session"], "next": next}).encode()
    sealed = base64.urlsafe_b64encode(state.way_seal.close(way, PLACE)).decode()
    response.headers.append("set-cookie", state.way_cookie.header(sealed))
    return response


async def come_back(request: Request) -> Response:
    """Let somebody in whom the provider vouches for."""
    provider, state = _provider(request), request.app.state
    way = _way(request)
    next = own_path(way.pop("next", None))
    request.scope["session"] = way
    try:
        vouched = await state.providers.finish(request, provider.name)
        opened = await _let_in(request, provider, vouched)
    except (NotVouchedFor, Refusal) as refusal:
        said = refusal.message if isinstance(refusal, Refusal) else str(refusal)
        response = sign_in_page(next, said, 400, list(state.providers.by_name)).response()
    else:
        response = led_on(request, opened, next)
    response.headers.append("set-cookie", state.way_cookie.header(""))
    return response


async def _let_in(request: Request, provider: OidcProvider, vouched: Vouched) -> SessionOpened:
    state = request.app.state
    hands = state.execution.hands(network_of(request), request.headers.get("user-agent", ""))
    actor = replace(SYSTEM, name=f"sign-in at {provider.name}")
    async with begin_change(state.database.sessions, actor, hands=hands) as change:
        return await services.sign_in_elsewhere(
            change,
            email=vouched.email,
            name=vouched.name,
            new_role=Role[provider.new_account_role.upper()] if provider.new_account_role else None,
            new_mission=provider.new_account_mission,
        )


def _provider(request: Request) -> OidcProvider:
    provider: OidcProvider | None = request.app.state.providers.by_name.get(request.path_params["provider"])
    if provider is None:
        raise HTTPException(404)
    return provider


def _callback(request: Request, provider: OidcProvider) -> str:
    return f"{request.app.state.settings.public_url}/sign-in/oidc/{provider.name}/callback"


def _way(request: Request) -> dict[str, Any]:
    """What a browser that comes back was sent with; nothing, when it was not sent by us."""
    state = request.app.state
    sealed = state.way_cookie.read(request.cookies) or ""
    try:
        way: dict[str, Any] = json.loads(state.way_seal.open(base64.urlsafe_b64decode(sealed), PLACE))
    except (NotUnsealed, ValueError):
        return {}
    return way


routes = [
    Route("/sign-in/oidc/{provider}", begin, methods=["GET"]),
    Route("/sign-in/oidc/{provider}/callback", come_back, methods=["GET"]),
]
"""To each provider and back."""
