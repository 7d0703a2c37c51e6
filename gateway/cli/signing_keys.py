"""`communique keys` and `communique sign`: the keys that sign what is published, and signing it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from gateway.cli.endings import CommandRefused, Exit
from gateway.cli.presenting import Json, Screen, typed
from gateway.cli.reaching import current_database, open_sessions, operator

if TYPE_CHECKING:
    from gateway.settings import Settings
    from schema.change import Change, Sessions
    from schema.statements.models import SigningKey

T = TypeVar("T")


def list_keys(json: Json = False) -> None:
    """List the keys that sign or have signed, the newest first.

    The first one is made when the first statement is signed.

    With --json: `keys`, each with `key_id`, `used_from`, `used_until`, `revoked_from`, `revoked_because` and `state`.
    """

    async def work(change: "Change") -> list[dict[str, Any]]:
        from sqlalchemy import select

        from schema.statements.models import SigningKey

        found = await change.db.scalars(select(SigningKey).order_by(SigningKey.used_from.desc(), SigningKey.id.desc()))
        return [_described(key) for key in found]

    screen, keys = Screen(json), _change(work)
    screen.answer({"keys": keys})
    for key in keys:
        until = key["revoked_from"] or key["used_until"] or "…"
        screen.line(f"  {key['key_id']}  {key['state']:<8} {key['used_from']} – {until}")
    if not keys:
        screen.line("  There is no key yet: the first one is made when something is signed.")


def rotate(json: Json = False) -> None:
    """Make a new key that signs from now on; what the one before has signed stays valid.

    With --json: what `keys list` shows of the new one.
    """
    from gateway.settings import load_settings
    from gateway.signing import Signer

    settings = load_settings()

    async def work(change: "Change") -> dict[str, Any]:
        return _described(await Signer(settings).new_key(change))

    screen, key = Screen(json), _change(work, settings)
    screen.answer(key)
    screen.line(f"  {key['key_id']} signs from now on.")


def revoke(
    key: Annotated[str, typer.Argument(metavar="KEY", help="Its id, as `keys list` shows it.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; it stays in the audit log.")],
    since: Annotated[
        str, typer.Option(metavar="WHEN", help="From when on it cannot be believed, such as 2026-03-01T09:30:00Z.")
    ] = "",
    json: Json = False,
) -> None:
    """Let what a key has signed count for nothing, from a moment on; without --since, from its beginning.

    If it is the key that signs, the next statement gets a new one. What it signed since then is signed anew.

    With --json: what `keys list` shows of it.
    """

    async def work(change: "Change") -> dict[str, Any]:
        from sqlalchemy import select

        from schema.statements import services
        from schema.statements.models import SigningKey

        began = await change.db.scalar(select(SigningKey.used_from).where(SigningKey.key_id == key))
        at = _moment(since) if since else began or change.now
        return _described(await services.revoke_key(change, key_id=key, at=at, reason=reason))

    screen, revoked = Screen(json), _change(work)
    screen.answer(revoked)
    screen.line(f"  {revoked['key_id']} counts for nothing from {revoked['revoked_from']} on.")
    screen.note(f"  Sign anew what it had signed since: {typed('sign')}", style="dim")


def sign(json: Json = False) -> None:
    """Sign everything published that is not signed yet. A worker does it by itself, within seconds.

    With --json: `signed`, how many statements.
    """
    from gateway.settings import load_settings
    from gateway.signing import KeyNotReadable, Signer, sign_statements

    settings = load_settings()

    async def work(sessions: "Sessions") -> int:
        return await sign_statements(sessions, Signer(settings))

    screen = Screen(json)
    try:
        signed = _with_sessions(work, settings)
    except KeyNotReadable as refusal:
        raise CommandRefused(str(refusal), Exit.WRONG, f"Type: {typed('keys', 'rotate')}") from None
    screen.answer({"signed": signed})
    screen.line(f"  {signed:,} signed.")


def _change(work: "Callable[[Change], Awaitable[T]]", settings: "Settings | None" = None) -> T:
    """Do something in one change, as the operator."""
    from gateway.settings import load_settings
    from schema.change import begin_change

    async def act(sessions: "Sessions") -> T:
        async with begin_change(sessions, operator()) as change:
            return await work(change)

    return _with_sessions(act, settings or load_settings())


def _with_sessions(work: "Callable[[Sessions], Awaitable[T]]", settings: "Settings") -> T:
    async def act(url: str) -> T:
        async with open_sessions(url) as sessions:
            return await work(sessions)

    with current_database(settings) as url:
        return asyncio.run(act(url))


def _described(key: "SigningKey") -> dict[str, Any]:
    from schema.canonical import moment_text

    def shown(moment: datetime | None) -> str | None:
        return None if moment is None else moment_text(moment)

    return {
        "key_id": key.key_id,
        "used_from": shown(key.used_from),
        "used_until": shown(key.used_until),
        "revoked_from": shown(key.revoked_from),
        "revoked_because": key.revoked_because,
        "state": "revoked" if key.revoked_from else "replaced" if key.used_until else "signs",
    }


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise CommandRefused(f"“{text}” is no moment.", Exit.WRONG, "Write one such as 2026-03-01T09:30:00Z.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
