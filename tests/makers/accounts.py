"""Accounts and actors for tests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from pydantic import SecretStr

from gateway.secrets import Seal
from gateway.settings import DEVELOPMENT_SECRET
from schema.accounts import services
from schema.accounts.means import Rules, SigningIn, digest, new_secret
from schema.accounts.models import Account, AccountSession, Factor, FactorKind, RecoveryCode, SignInLink
from schema.accounts.passwords import Passwords
from schema.accounts.services.proving import digest_of_code, place_of
from schema.change import Change
from schema.context import VISITOR, Actor, Role, Scope
from schema.missions.models import Mission
from tests.makers.missions import make_mission

PUBLIC_URL = "https://posts.example"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SEAL = Seal(SecretStr(DEVELOPMENT_SECRET), "second factors")
PASSWORDS = Passwords()

_numbers = count(1)


@dataclass(frozen=True)
class Actors:
    """Who may ask, seen from one mission."""

    mission: Mission
    visitor: Actor
    reader: Actor
    translator: Actor
    author: Actor
    editor: Actor
    head: Actor
    administrator: Actor


async def make_account(change: Change, name: str | None = None) -> Account:
    """An account without a role."""
    return await services.create_account(change, name=name or f"account {next(_numbers)}")


async def make_actor(
    change: Change,
    role: Role,
    mission: Mission,
    *,
    languages: Sequence[str] | None = None,
    scopes: Iterable[str | Scope] = tuple(Scope),
) -> Actor:
    """An account with one role in one mission, and every scope unless some are named."""
    account = await make_account(change, f"{role.name.lower()} {next(_numbers)}")
    await services.grant_role(change, account, mission.id, role, languages)
    limits = {mission.id: frozenset(languages)} if languages else {}
    return Actor(
        account.name, account.id, roles={mission.id: role}, languages=limits, scopes=frozenset(map(Scope, scopes))
    )


async def make_actors(change: Change) -> Actors:
    """One of each, in a mission that is made for them."""
    mission = await make_mission(change)
    members = {role.name.lower(): await make_actor(change, role, mission) for role in Role}
    return Actors(mission, VISITOR, **members)


async def make_session(
    change: Change, account: Account, *, is_half: bool = False, until: datetime | None = None
) -> str:
    """The secret of a session that was used just now; with `until`, it was so then, and has not ended before."""
    secret, seen_at = new_secret(), until or change.now
    session = AccountSession(
        account_id=account.id,
        digest=digest(secret),
        device="Firefox",
        last_seen_at=seen_at,
        expires_at=until or change.now + Rules().lifetime,
        needs_second_factor=is_half,
        stepped_up_at=None if is_half else seen_at,
    )
    change.db.add(session)
    await change.db.flush()
    return secret


async def make_factor(change: Change, account: Account, name: str, *, is_confirmed: bool = True) -> Factor:
    """An app that makes codes of `TOTP_SECRET`."""
    factor = Factor(account_id=account.id, kind=FactorKind.TOTP, name=name)
    change.db.add(factor)
    await change.db.flush()
    factor.sealed = SEAL.close(TOTP_SECRET.encode(), place_of(factor))
    factor.confirmed_at = change.now if is_confirmed else None
    await change.db.flush()
    return factor


async def make_recovery_code(change: Change, account: Account, code: str) -> None:
    """A code that stands in for a second factor."""
    change.db.add(RecoveryCode(account_id=account.id, digest=digest_of_code(account, code)))
    await change.db.flush()


async def make_link(
    change: Change, account: Account, secret: str, *, is_invitation: bool = False, until: datetime | None = None
) -> None:
    """A one-time link with this secret."""
    expires_at = until or change.now + timedelta(minutes=15)
    change.db.add(
        SignInLink(account_id=account.id, digest=digest(secret), is_invitation=is_invitation, expires_at=expires_at)
    )
    await change.db.flush()


def means(**over: Any) -> SigningIn:
    """What a door hands to the verbs of signing in."""
    values: dict[str, Any] = {"passwords": PASSWORDS, "seal": SEAL, "digest_key": b"key", "public_url": PUBLIC_URL}
    return SigningIn(**{**values, "network": "here", "device": "Firefox", **over})


def at_door(change: Change, actor: Actor = VISITOR, **over: Any) -> Change:
    """The same change by somebody whom a door has handed the means of signing in."""
    return replace(change, actor=actor, hands={SigningIn: means(**over)})


async def in_session(change: Change, account: Account, *, is_half: bool = False, **over: Any) -> Change:
    """The same change by an account at a browser."""
    secret = await make_session(change, account, is_half=is_half)
    found = await services.find_session(change.db, secret, change.now, Rules())
    assert found is not None
    return at_door(change, found.actor, **over)


def as_actor(change: Change, actor: Actor) -> Change:
    """The same change, made by somebody else."""
    return replace(change, actor=actor)
