"""Who asks: the account of a token or of a session, with its roles, in one statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CTE, Select, and_, literal, select, update
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.ext.asyncio import AsyncSession

from schema.accounts import models
from schema.accounts.means import Rules, digest
from schema.change import Sessions
from schema.context import Actor, Role, Scope
from schema.missions.models import Mission


@dataclass(frozen=True)
class SessionFound:
    """Who has a session, and when it was last seen."""

    actor: Actor
    last_seen_at: datetime


async def find_actor(db: AsyncSession, secret: str, now: datetime) -> Actor | None:
    """Who sends this secret: the account of a token that is neither expired nor revoked, with its roles; else None.

    A role in a mission holds in all missions below it.

    Statements: 1
    """
    token, account = models.ApiToken, models.Account
    asking = (
        select(account.id, account.name, token.scopes)
        .join(account, account.id == token.account_id)
        .where(token.digest == digest(secret), token.expires_at > now, token.revoked_at.is_(None), account.is_active)
    )
    rows = await _with_roles(db, asking)
    return _actor(rows) if rows else None


async def find_session(db: AsyncSession, secret: str, now: datetime, rules: Rules) -> SessionFound | None:
    """Who has this session, if it has not ended: the account with its roles, or nobody yet if a second factor is owed.

    Statements: 1
    """
    session, account = models.AccountSession, models.Account
    is_half = and_(session.needs_second_factor, session.second_factor_at.is_(None))
    asking = (
        select(
            account.id,
            account.name,
            array([literal(scope.value) for scope in Scope]).label("scopes"),
            session.id.label("session_id"),
            session.stepped_up_at,
            session.last_seen_at,
            is_half.label("is_half"),
        )
        .join(account, account.id == session.account_id)
        .where(
            session.digest == digest(secret),
            session.expires_at > now,
            session.last_seen_at > now - rules.idle,
            session.revoked_at.is_(None),
            account.is_active,
        )
    )
    rows = await _with_roles(db, asking)
    if not rows:
        return None
    first = rows[0]
    if first.is_half:
        return SessionFound(Actor(session_id=first.session_id), first.last_seen_at)
    actor = _actor(rows, session_id=first.session_id, stepped_up_at=first.stepped_up_at)
    return SessionFound(actor, first.last_seen_at)


async def note_seen(sessions: Sessions, session_id: UUID, now: datetime) -> None:
    """Remember that a session was used."""
    session = models.AccountSession
    async with sessions() as db:
        seen = and_(session.id == session_id, session.last_seen_at < now)
        await db.execute(update(session).where(seen).values(last_seen_at=now))
        await db.commit()


async def _with_roles(db: AsyncSession, asking: Select[*tuple[Any, ...]]) -> Sequence[Any]:
    """Who asks, once for each role in each mission that it reaches."""
    found: CTE = asking.cte("asking")
    membership = models.Membership
    reach = (
        select(membership.mission_id, membership.role, membership.languages)
        .join(found, membership.account_id == found.c.id)
        .cte("reach", recursive=True)
    )
    below = select(Mission.id, reach.c.role, reach.c.languages).join(reach, Mission.parent_id == reach.c.mission_id)
    reach = reach.union(below)
    return (await db.execute(select(found, reach).outerjoin(reach, found.c.id.is_not(None)))).all()


def _actor(rows: Sequence[Any], **known: Any) -> Actor:
    granted: dict[UUID | None, list[tuple[Role, list[str] | None]]] = {}
    for row in rows:
        if row.role is not None:
            granted.setdefault(row.mission_id, []).append((row.role, row.languages))
    highest = {mission_id: max(role for role, _ in grants) for mission_id, grants in granted.items()}
    limits = {mission_id: _limit(grants) for mission_id, grants in granted.items()}
    return Actor(
        name=rows[0].name,
        account_id=rows[0].id,
        roles={mission_id: role for mission_id, role in highest.items() if mission_id is not None},
        role_everywhere=highest.get(None),
        languages={mission_id: limit for mission_id, limit in limits.items() if limit is not None},
        scopes=frozenset(map(Scope, rows[0].scopes)),
        **known,
    )


def _limit(grants: Iterable[tuple[Role, list[str] | None]]) -> frozenset[str] | None:
    """The languages that all grants in one place add up to; None is every language."""
    of_translators = [languages for role, languages in grants if role is Role.TRANSLATOR]
    if not of_translators or None in of_translators:
        return None
    return frozenset(locale for languages in of_translators for locale in languages or ())
