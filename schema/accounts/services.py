"""The verbs of accounts and tokens, and finding who asks."""

import hashlib
import secrets
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from schema.accounts import access, models
from schema.change import Change
from schema.context import Actor, Role, Scope
from schema.errors import Conflict, Invalid, NotAllowed, NotFound
from schema.missions.models import Mission
from schema.missions.services import get_mission
from schema.people.services import get_person
from schema.sources import encode_id
from schema.texts import MAX_NAME, line

SECRET_PREFIX = "cq_"
SECRET_BYTES = 32


class AccountNameTaken(Conflict):
    """There is already an account named “{name}”. Choose another name."""


class ScopeMissing(Invalid):
    """A token needs at least one scope. Name what it may be used for."""


class TokenExpiresInThePast(Invalid):
    """A token must expire after now. Choose a later moment."""


async def create_account(change: Change, *, name: str, person_id: UUID | None = None) -> models.Account:
    """Add someone, or some program, that may act. It has no role yet.

    Args:
        name: at most 200 characters; no two accounts share one.
        person_id: who this is in public; None for a program.

    Raises:
        NotAllowed, NotFound, AccountNameTaken, TextMissing, TextTooLong, TextUnstorable.

    Records:
        account.created
    """
    if not access.may_create(change.actor):
        raise NotAllowed(verb="add an account", role="administrator", path=("input",))
    name = line(name, "The name", MAX_NAME, ("input", "name"))
    if person_id is not None:
        await get_person(change.db, person_id)
    made = insert(models.Account).values(name=name, person_id=person_id).on_conflict_do_nothing(index_elements=["name"])
    account: models.Account | None = await change.db.scalar(made.returning(models.Account))
    if account is None:
        raise AccountNameTaken(name=name, path=("input", "name"))
    change.record("account.created", account, None, name=name)
    await change.db.flush()
    return account


async def grant_role(change: Change, account: models.Account, mission_id: UUID | None, role: Role) -> models.Membership:
    """Give an account a role in a mission and those below it, in place of the one it had there.

    Args:
        mission_id: None gives the role in every mission.

    Raises:
        NotAllowed, NotFound.

    Records:
        account.role_granted
    """
    if mission_id is not None:
        await get_mission(change.db, mission_id)
    if not access.may_grant(change.actor, mission_id):
        raise NotAllowed(verb="grant a role", role="administrator", path=("input", "mission"))
    values = {"account_id": account.id, "mission_id": mission_id, "role": role}
    granted = (
        insert(models.Membership)
        .values(values)
        .on_conflict_do_update(index_elements=["account_id", "mission_id"], set_={"role": role})
        .returning(models.Membership)
        .execution_options(populate_existing=True)
    )
    membership = (await change.db.scalars(granted)).one()
    change.record("account.role_granted", account, mission_id, role=role.name.lower())
    await change.db.flush()
    return membership


async def create_token(
    change: Change, *, account: models.Account, name: str, scopes: Collection[Scope], expires_at: datetime
) -> tuple[models.ApiToken, str]:
    """Make a secret with which a program acts for an account. The secret is not kept: show it once.

    Args:
        name: where it is used; at most 200 characters.

    Raises:
        NotAllowed, ScopeMissing, TokenExpiresInThePast, TextMissing, TextTooLong, TextUnstorable.

    Records:
        token.created
    """
    if not access.may_manage_tokens(change.actor):
        raise NotAllowed(verb="make a token", role="administrator", path=("input",))
    if not scopes:
        raise ScopeMissing(path=("input", "scopes"))
    if expires_at <= change.now:
        raise TokenExpiresInThePast(path=("input", "expiresAt"))
    secret = SECRET_PREFIX + secrets.token_urlsafe(SECRET_BYTES)
    token = models.ApiToken(
        account_id=account.id,
        name=line(name, "The name", MAX_NAME, ("input", "name")),
        digest=_digest(secret),
        scopes=sorted({scope.value for scope in scopes}),
        expires_at=expires_at,
    )
    change.db.add(token)
    await change.db.flush()
    change.record("token.created", token, None, name=token.name, account=account.name, scopes=token.scopes)
    await change.db.flush()
    return token, secret


async def revoke_token(change: Change, token_id: UUID) -> models.ApiToken:
    """Make a token useless from now on. Revoking it again changes nothing.

    Raises:
        NotAllowed, NotFound.

    Records:
        token.revoked
    """
    if not access.may_manage_tokens(change.actor):
        raise NotAllowed(verb="revoke a token", role="administrator", path=("input",))
    token = await change.db.get(models.ApiToken, token_id, with_for_update=True, populate_existing=True)
    if token is None:
        raise NotFound(noun="token", key=encode_id("ApiToken", token_id), path=("input", "token"))
    if token.revoked_at is None:
        token.revoked_at = change.now
        change.record("token.revoked", token, None, name=token.name)
        await change.db.flush()
    return token


async def find_actor(db: AsyncSession, secret: str, now: datetime) -> Actor | None:
    """Who sends this secret: the account of a token that is neither expired nor revoked, with its roles; else None.

    A role in a mission holds in all missions below it.

    Statements: 1
    """
    token, account = models.ApiToken, models.Account
    asking = (
        select(account.id, account.name, token.scopes)
        .join(account, account.id == token.account_id)
        .where(token.digest == _digest(secret), token.expires_at > now, token.revoked_at.is_(None), account.is_active)
        .cte("asking")
    )
    membership = models.Membership
    reach = (
        select(membership.mission_id, membership.role)
        .join(asking, membership.account_id == asking.c.id)
        .cte("reach", recursive=True)
    )
    reach = reach.union(select(Mission.id, reach.c.role).join(reach, Mission.parent_id == reach.c.mission_id))
    everything = select(asking, reach).outerjoin(reach, asking.c.id.is_not(None))
    rows = (await db.execute(everything)).all()
    return _actor(rows) if rows else None


def _actor(rows: Sequence[Any]) -> Actor:
    account_id, name, scopes, *_ = rows[0]
    granted = [(mission_id, role) for *_, mission_id, role in rows if role is not None]
    return Actor(
        name=name,
        account_id=account_id,
        roles={mission: _highest(granted, mission) for mission, _ in granted if mission is not None},
        role_everywhere=_highest(granted, None) if any(mission is None for mission, _ in granted) else None,
        scopes=frozenset(map(Scope, scopes)),
    )


def _highest(granted: Iterable[tuple[UUID | None, Role]], mission_id: UUID | None) -> Role:
    return max(role for mission, role in granted if mission == mission_id)


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode(errors="replace")).digest()
