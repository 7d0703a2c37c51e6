"""`communique token`: the secrets with which programs act for an account."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar
from uuid import UUID

import typer

from gateway.cli.endings import CommandRefused, Exit
from gateway.cli.naming import find_account, mission_named
from gateway.cli.presenting import Json, Screen, typed
from gateway.cli.reaching import current_database, open_sessions, operator

if TYPE_CHECKING:
    from schema.accounts.models import Account, ApiToken
    from schema.change import Change

RoleName = Literal["reader", "translator", "author", "editor", "head", "administrator"]
UNITS = {"h": "hours", "d": "days", "w": "weeks"}

T = TypeVar("T")


class ScopeName(StrEnum):
    """The scopes by name: `schema.context`, where they are decided, loads a database library, and `--help` must not."""

    READ = "read"
    WRITE = "write"
    INTROSPECT = "introspect"


def create(
    account: Annotated[
        str, typer.Option(metavar="NAME", help="Who acts with it, such as “Web team”; made if there is none.")
    ],
    role: Annotated[
        RoleName | None,
        typer.Option(
            metavar="ROLE",
            help="reader, translator, author, editor, head or administrator: of a new account, or instead of its old"
            " one.",
        ),
    ] = None,
    mission: Annotated[
        list[str] | None,
        typer.Option(metavar="SLUG", help="The mission the role is for, and those below it. Repeat it for more."),
    ] = None,
    everywhere: Annotated[bool, typer.Option("--everywhere", help="The role is for every mission.")] = False,
    scope: Annotated[
        list[ScopeName] | None,
        typer.Option(metavar="SCOPE", help="read, write or introspect; repeat it for more. Without it: read."),
    ] = None,
    expires: Annotated[
        str, typer.Option(metavar="WHEN", help="After so many hours, days or weeks (12h, 90d, 8w), or on a day.")
    ] = "90d",
    name: Annotated[
        str, typer.Option(metavar="NAME", help="Where it is used, such as “ci”; the account’s name if left out.")
    ] = "",
    json: Json = False,
) -> None:
    """Make a secret and print it, once: only its digest is kept.

    A program sends it as `authorization: Bearer cq_…`. The account's role says what it may do; the scopes, what of that
    this one secret is for.

    With --json: `secret`, and what `token list` shows.
    """
    expires_at = _moment(expires, datetime.now(UTC))
    if role is not None and bool(mission) is everywhere:
        raise CommandRefused(
            "A role is for missions, or for all of them.", Exit.WRONG, "Add --mission SLUG, or --everywhere."
        )
    if role is None and (mission or everywhere):
        raise CommandRefused("A mission without a role says nothing.", Exit.WRONG, "Add --role, such as --role editor.")

    async def work(change: "Change") -> dict[str, Any]:
        from schema.accounts import services
        from schema.context import Role, Scope

        found = await find_account(change, account)
        if found is None and role is None:
            role_given = typed("token", "create", "--account", account, "--role", "editor", "--everywhere")
            raise CommandRefused(f"There is no account “{account}” yet.", Exit.WRONG, f"Make it: {role_given}")
        owner = found or await services.create_account(change, name=account)
        if role is not None:
            places: list[UUID | None] = [(await mission_named(change, slug)).id for slug in mission or []]
            for mission_id in places or [None]:
                await services.grant_role(change, owner, mission_id, Role[role.upper()])
        token, secret = await services.create_token(
            change,
            account=owner,
            name=name or owner.name,
            scopes=[Scope(one) for one in scope or [ScopeName.READ]],
            expires_at=expires_at,
        )
        return {"secret": secret, **(await _described(change, token, owner)), "is_new_account": found is None}

    _say_created(Screen(json), _change(work))


def list_tokens(
    all: Annotated[bool, typer.Option("--all", help="Also those that are expired or revoked.")] = False,
    json: Json = False,
) -> None:
    """List the secrets that work now: whose they are, what they may be used for, until when.

    With --json: `tokens`, each with `id`, `name`, `account`, `roles`, `scopes`, `expires_at` and `state`.
    """

    async def work(change: "Change") -> list[dict[str, Any]]:
        described = [await _described(change, token, owner) for token, owner in await _tokens(change)]
        return [one for one in described if all or one["state"] == "active"]

    screen, found = Screen(json), _change(work)
    screen.answer({"tokens": found})
    if not found:
        screen.line(f"  No token works. Make one: {typed('token', 'create', '--help')}")
    elif not json:
        screen.table(_table(found))


def revoke(
    token: Annotated[str, typer.Argument(metavar="TOKEN", help="Its name; or its id, where several have that name.")],
    json: Json = False,
) -> None:
    """Make a secret useless. A server that is running stops believing it within two seconds.

    With --json: `id`, `name` and `revoked_at`.
    """

    async def work(change: "Change") -> dict[str, Any]:
        from schema.accounts import services

        found = await _find_token(change, token)
        revoked = await services.revoke_token(change, found.id)
        return {"id": _public_id(revoked.id), "name": revoked.name, "revoked_at": revoked.revoked_at}

    screen, revoked = Screen(json), _change(work)
    screen.answer(revoked)
    screen.line(f"  “{revoked['name']}” is revoked.")


def _change(work: "Callable[[Change], Awaitable[T]]") -> T:
    """Do something with the accounts of the configured database, as its operator."""
    from gateway.settings import load_settings
    from schema.change import begin_change

    async def act(url: str) -> T:
        async with open_sessions(url) as sessions, begin_change(sessions, operator()) as change:
            return await work(change)

    with current_database(load_settings()) as url:
        return asyncio.run(act(url))


async def _tokens(change: "Change") -> "Sequence[tuple[ApiToken, Account]]":
    from sqlalchemy import select

    from schema.accounts.models import Account, ApiToken

    asked = select(ApiToken, Account).join(Account, Account.id == ApiToken.account_id).order_by(ApiToken.id)
    return (await change.db.execute(asked)).all()


async def _find_token(change: "Change", named: str) -> "ApiToken":
    """By its id, or by a name that only one token bears that still works."""
    tokens = [token for token, _ in await _tokens(change)]
    found = [token for token in tokens if named == _public_id(token.id)]
    found = found or [token for token in tokens if token.name == named and _state(token, change.now) == "active"]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(_public_id(token.id) for token in found)
        raise CommandRefused(f"{len(found)} tokens are named “{named}”.", Exit.FOUND, f"Name one by its id: {ids}")
    raise CommandRefused(f"No token is named “{named}”.", Exit.FOUND, f"See them: {typed('token', 'list', '--all')}")


async def _described(change: "Change", token: "ApiToken", owner: "Account") -> dict[str, Any]:
    """A token as it is shown; never its secret."""
    from sqlalchemy import select

    from schema.accounts.models import Membership
    from schema.missions.models import Mission

    held = (
        select(Membership.role, Mission.slug)
        .outerjoin(Mission, Mission.id == Membership.mission_id)
        .where(Membership.account_id == owner.id)
        .order_by(Mission.slug.nulls_first())
    )
    return {
        "id": _public_id(token.id),
        "name": token.name,
        "account": owner.name,
        "roles": [{"role": role.name.lower(), "mission": slug} for role, slug in await change.db.execute(held)],
        "scopes": token.scopes,
        "expires_at": token.expires_at.isoformat(timespec="seconds"),
        "state": _state(token, change.now),
    }


def _state(token: "ApiToken", now: datetime) -> Literal["active", "expired", "revoked"]:
    return "revoked" if token.revoked_at else "expired" if token.expires_at <= now else "active"


def _public_id(key: UUID) -> str:
    from schema.sources import encode_id

    return encode_id("ApiToken", key)


def _moment(text: str, now: datetime) -> datetime:
    """``90d`` from now, or the end of a day by UTC."""
    if match := re.fullmatch(r"(\d{1,5})([hdw])", text.strip().lower()):
        return now + timedelta(**{UNITS[match[2]]: int(match[1])})
    try:
        return datetime.fromisoformat(text.strip()).replace(hour=23, minute=59, second=59, tzinfo=UTC)
    except ValueError:
        raise CommandRefused(
            f"“{text}” is no time to expire.", Exit.WRONG, "Write 12h, 90d or 8w, or a day such as 2027-06-30."
        ) from None


def _say_created(screen: Screen, token: dict[str, Any]) -> None:
    screen.answer(token)
    if screen.is_json:
        return
    screen.line(f"  {token['secret']}", style="bold")
    screen.line()
    screen.fact("Account", token["account"], "made just now" if token["is_new_account"] else "")
    screen.fact("Roles", _roles(token))
    screen.fact("Scopes", ", ".join(token["scopes"]))
    screen.fact("Expires", token["expires_at"])
    screen.fact("Revoke it", typed("token", "revoke", token["name"]))
    screen.note("  The secret is shown this once. Only its digest is kept.", style="dim")


def _roles(token: dict[str, Any]) -> str:
    return ", ".join(f"{one['role']} in {one['mission'] or 'every mission'}" for one in token["roles"]) or "none"


def _table(tokens: Sequence[dict[str, Any]]) -> Any:
    from rich.table import Table

    table = Table(box=None, header_style="bold", pad_edge=True)
    for heading in ("name", "account", "roles", "scopes", "expires", "state"):
        table.add_column(heading, overflow="fold")
    for one in tokens:
        table.add_row(
            one["name"], one["account"], _roles(one), " ".join(one["scopes"]), one["expires_at"][:10], one["state"]
        )
    return table
