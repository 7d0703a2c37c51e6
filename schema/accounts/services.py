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
from schema.texts import MAX_NAME, language, line

SECRET_PREFIX = "cq_"
SECRET_BYTES = 32


class AccountNameTaken(Conflict):
    """There is already an account named “{name}”. Choose another name."""


class ScopeMissing(Invalid):
    """A token needs at least one scope. Name what it may be used for."""


class LanguagesAreForTranslators(Invalid):
    """Only the role “translator” is limited to languages. Leave the languages out, or choose that role."""


class LanguagesOfTranslatorMissing(Invalid):
    """A translator who is limited to languages needs at least one. Name them, or leave the limit out."""


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


async def grant_role(
    change: Change,
    account: models.Account,
    mission_id: UUID | None,
    role: Role,
    languages: Sequence[str] | None = None,
) -> models.Membership:
    """Give an account a role in a mission and those below it, in place of the one it had there.

    Args:
        mission_id: None gives the role in every mission.
        languages: into which a translator may translate; None lets them translate into every language.

    Raises:
        NotAllowed, NotFound, LanguagesAreForTranslators, LanguagesOfTranslatorMissing, UnknownLanguage.

    Records:
        account.role_granted
    """
    if mission_id is not None:
        await get_mission(change.db, mission_id)
    if not access.may_grant(change.actor, mission_id):
        raise NotAllowed(verb="grant a role", role="administrator", path=("input", "mission"))
    given = {"role": role, "languages": _languages(role, languages)}
    granted = (
        insert(models.Membership)
        .values(account_id=account.id, mission_id=mission_id, **given)
        .on_conflict_do_update(index_elements=["account_id", "mission_id"], set_=given)
        .returning(models.Membership)
        .execution_options(populate_existing=True)
    )
    membership = (await change.db.scalars(granted)).one()
    change.record("account.role_granted", account, mission_id, role=role.name.lower(), languages=membership.languages)
    await change.db.flush()
    return membership


def _languages(role: Role, languages: Sequence[str] | None) -> list[str] | None:
    path = ("input", "languages")
    if languages is None:
        return None
    if role is not Role.TRANSLATOR:
        raise LanguagesAreForTranslators(path=path)
    if not languages:
        raise LanguagesOfTranslatorMissing(path=path)
    return sorted({language(locale, (*path, index)) for index, locale in enumerate(languages)})


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
        select(membership.mission_id, membership.role, membership.languages)
        .join(asking, membership.account_id == asking.c.id)
        .cte("reach", recursive=True)
    )
    reach = reach.union(
        select(Mission.id, reach.c.role, reach.c.languages).join(reach, Mission.parent_id == reach.c.mission_id)
    )
    everything = select(asking, reach).outerjoin(reach, asking.c.id.is_not(None))
    rows = (await db.execute(everything)).all()
    return _actor(rows) if rows else None


def _actor(rows: Sequence[Any]) -> Actor:
    account_id, name, scopes, *_ = rows[0]
    granted: dict[UUID | None, list[tuple[Role, list[str] | None]]] = {}
    for *_, mission_id, role, languages in rows:
        if role is not None:
            granted.setdefault(mission_id, []).append((role, languages))
    highest = {mission_id: max(role for role, _ in grants) for mission_id, grants in granted.items()}
    limits = {mission_id: _limit(grants) for mission_id, grants in granted.items()}
    return Actor(
        name=name,
        account_id=account_id,
        roles={mission_id: role for mission_id, role in highest.items() if mission_id is not None},
        role_everywhere=highest.get(None),
        languages={mission_id: limit for mission_id, limit in limits.items() if limit is not None},
        scopes=frozenset(map(Scope, scopes)),
    )


def _limit(grants: Iterable[tuple[Role, list[str] | None]]) -> frozenset[str] | None:
    """The languages that all grants in one place add up to; None is every language."""
    of_translators = [languages for role, languages in grants if role is Role.TRANSLATOR]
    if not of_translators or None in of_translators:
        return None
    return frozenset(locale for languages in of_translators for locale in languages or ())


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode(errors="replace")).digest()
