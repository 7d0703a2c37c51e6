"""/sign-in: the page with its forms, each of which calls one verb and answers with the next page."""

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gateway.auth import SessionEnded
from gateway.cookies import is_same_origin
from gateway.pages import Page, factor_page, link_page, sign_in_page, signed_in_page
from gateway.routes.graphql import network_of
from schema.accounts import services
from schema.accounts.services import FactorProof, SessionOpened
from schema.change import Change, begin_change
from schema.context import VISITOR, Actor
from schema.errors import Refusal

HOME = "/sign-in"
LONGEST_FORM = 16_384
CODE_DIGITS = 6

Verb = Callable[[Change, dict[str, str]], Awaitable[SessionOpened | None]]
Again = Callable[..., Page]


async def page(request: Request) -> Response:
    """Whichever of the pages fits who asks."""
    next, link = own_path(request.query_params.get("next")), request.query_params.get("link")
    if link:
        return link_page(link, next).response()
    actor = await _actor(request)
    if actor.account_id is not None:
        return signed_in_page(next).response()
    if actor.session_id is not None:
        return factor_page(next).response()
    return sign_in_page(next, providers=_names(request)).response()


def own_path(next: str | None) -> str:
    """A path of ours to go on to; what a browser could take for an address elsewhere is home.

    >>> own_path("//elsewhere.example")
    '/sign-in'
    """
    path = next or HOME
    is_plain = path.isprintable() and path.isascii() and "\\" not in path
    return path if is_plain and path.startswith("/") and not path.startswith("//") else HOME


async def with_password(request: Request) -> Response:
    """By an e-mail address and a password."""
    return await _answered(request, _password, sign_in_page)


async def with_link(request: Request) -> Response:
    """By a one-time link, which is used up by this and by nothing else."""
    return await _answered(request, _link, sign_in_page)


async def request_link(request: Request) -> Response:
    """By a letter, whether or not there is anybody to read it."""
    said = "If there is an account with this address, a link is on its way to it."
    return await _answered(request, _request, sign_in_page, said)


async def with_factor(request: Request) -> Response:
    """The second half."""
    return await _answered(request, _factor, factor_page)


async def sign_out(request: Request) -> Response:
    """The end of the session."""
    response = await _answered(request, _out, sign_in_page, "You are signed out.")
    response.headers.append("set-cookie", request.app.state.session_cookie.header(""))
    return response


async def _answered(request: Request, verb: Verb, again: Again, said: str = "") -> Response:
    """Run one verb with a form; a refusal is the same page with its sentence."""
    form = await _form(request)
    next, actor = own_path(form.get("next")), await _actor(request)
    state = request.app.state
    hands = state.execution.hands(network_of(request), request.headers.get("user-agent", ""))
    others = {"providers": _names(request)} if again is sign_in_page else {}
    try:
        async with begin_change(state.database.sessions, actor, hands=hands) as change:
            opened = await verb(change, form)
    except Refusal as refusal:
        return again(next, refusal.message, 400, **others).response()
    return led_on(request, opened, next) if opened else again(next, said, 200, **others).response()


def led_on(request: Request, opened: SessionOpened, next: str) -> Response:
    """The cookie of a session, and on to where somebody wanted to go; or to the second factor first."""
    where = f"{HOME}?next={quote(next)}" if opened.is_half else next
    response = RedirectResponse(where, 303, {"cache-control": "no-store"})
    response.headers.append("set-cookie", request.app.state.session_cookie.header(opened.secret))
    return response


def _names(request: Request) -> list[str]:
    """The providers at which one may sign in besides here."""
    return list(request.app.state.providers.by_name)


async def _password(change: Change, form: dict[str, str]) -> SessionOpened:
    return await services.sign_in(change, email=form.get("email", ""), password=form.get("password", ""))


async def _link(change: Change, form: dict[str, str]) -> SessionOpened:
    return await services.use_sign_in_link(change, secret=form.get("link", ""))


async def _request(change: Change, form: dict[str, str]) -> None:
    await services.request_sign_in_link(change, email=form.get("email", ""))


async def _factor(change: Change, form: dict[str, str]) -> SessionOpened:
    code = "".join(form.get("code", "").split())
    is_of_app = len(code) == CODE_DIGITS and code.isdigit()
    proof = FactorProof(totp_code=code) if is_of_app else FactorProof(recovery_code=code)
    return await services.complete_second_factor(change, proof=proof)


async def _out(change: Change, form: dict[str, str]) -> None:
    await services.sign_out(change)


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form that a page of ours sent."""
    if not is_same_origin(request.headers, request.app.state.settings.public_url):
        raise HTTPException(403, "This form must be sent from its own page. Open /sign-in and try again.")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            raise HTTPException(413)
    fields = parse_qs(bytes(body).decode(errors="replace"), keep_blank_values=True, max_num_fields=20)
    return {name: values[0] for name, values in fields.items()}


async def _actor(request: Request) -> Actor:
    """Who has the cookie; a visitor when it has ended."""
    state = request.app.state
    secret = state.session_cookie.read(request.cookies)
    if not secret:
        return VISITOR
    try:
        state.authentication.forget(secret)
        actor: Actor = await state.authentication.actor_of_session(secret)
    except SessionEnded:
        return VISITOR
    return actor


routes = [
    Route(HOME, page, methods=["GET"]),
    Route(f"{HOME}/password", with_password, methods=["POST"]),
    Route(f"{HOME}/link", with_link, methods=["POST"]),
    Route(f"{HOME}/request", request_link, methods=["POST"]),
    Route(f"{HOME}/factor", with_factor, methods=["POST"]),
    Route(f"{HOME}/out", sign_out, methods=["POST"]),
]
"""The page and what its forms are sent to."""
