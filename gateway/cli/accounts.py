"""`communique account`: the people who sign in, the first of whom nobody could invite."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from gateway.cli.endings import CommandRefused, Exit
from gateway.cli.naming import mission_named
from gateway.cli.presenting import Json, Screen, typed
from gateway.cli.reaching import current_database, open_sessions, operator
from gateway.cli.tokens import RoleName

if TYPE_CHECKING:
    from schema.change import Change

T = TypeVar("T")


def create(
    email: Annotated[str, typer.Option(metavar="ADDRESS", help="Where they read letters; they sign in with it.")],
    role: Annotated[
        RoleName, typer.Option(metavar="ROLE", help="reader, translator, author, editor, head or administrator.")
    ],
    mission: Annotated[
        str | None,
        typer.Option(metavar="SLUG", help="The mission it is for, and those below it; else every one."),
    ] = None,
    name: Annotated[
        str, typer.Option(metavar="NAME", help="How the others know them; what stands before the @ if left out.")
    ] = "",
    json: Json = False,
) -> None:
    """Add somebody who signs in, and print a link that lets them in once, within 15 minutes.

    This is how an installation gets its first account. The others are invited by mutations.

    With --json: `id`, `name`, `email` and `link`.
    """

    async def work(change: "Change") -> dict[str, Any]:
        from schema.accounts import services
        from schema.context import Role
        from schema.sources import encode_id

        mission_id = (await mission_named(change, mission)).id if mission else None
        account = await services.create_account(change, name=name or email.partition("@")[0], email=email)
        await services.grant_role(change, account, mission_id, Role[role.upper()])
        link = await services.make_sign_in_link(change, account)
        return {
            "id": encode_id("Account", account.id), "name": account.name, "email": account.email, "link": link
        }  # fmt: skip

    _say(Screen(json), _change(work))


def link(
    email: Annotated[str, typer.Argument(metavar="ADDRESS", help="The e-mail address of an account.")],
    json: Json = False,
) -> None:
    """Print a link that lets somebody in once, within 15 minutes: for who has lost their password and their e-mail.

    With --json: `id`, `name`, `email` and `link`.
    """

    async def work(change: "Change") -> dict[str, Any]:
        from schema.accounts import services
        from schema.sources import encode_id

        account = await services.find_by_email(change, email)
        if account is None:
            make = typed("account", "create", "--email", email, "--role", "editor")
            raise CommandRefused(f"No account in use has the address “{email}”.", Exit.FOUND, f"Make it: {make}")
        made = await services.make_sign_in_link(change, account)
        return {
            "id": encode_id("Account", account.id), "name": account.name, "email": account.email, "link": made
        }  # fmt: skip

    _say(Screen(json), _change(work))


def _change(work: "Callable[[Change], Awaitable[T]]") -> T:
    """Do something with the accounts of the configured database, as its operator."""
    from gateway.settings import load_settings
    from gateway.signing_in import signing_in
    from schema.accounts.means import SigningIn
    from schema.change import begin_change

    settings = load_settings()

    async def act(url: str) -> T:
        hands: dict[type, Any] = {SigningIn: signing_in(settings)}
        async with open_sessions(url) as sessions, begin_change(sessions, operator(), hands=hands) as change:
            return await work(change)

    with current_database(settings) as url:
        return asyncio.run(act(url))


def _say(screen: Screen, account: dict[str, Any]) -> None:
    screen.answer(account)
    if screen.is_json:
        return
    screen.line(f"  {account['link']}", style="bold")
    screen.line()
    screen.fact("Account", account["name"])
    screen.fact("E-mail", account["email"])
    screen.note("  The link works once, within 15 minutes, while the server runs.", style="dim")
