"""Who may read and manage accounts."""

from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Select, Uuid, and_, any_, cast, false, func, literal, null, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from schema.accounts.models import Account, Membership
from schema.context import Actor, Role, Viewer
from schema.missions.models import Mission
from schema.sources import any_readable


def nobody(viewer: Viewer, row: Any) -> ColumnElement[bool]:
    """No row, to no one: it is not part of the API."""
    return false()


def account_is_visible(viewer: Viewer, account: Any) -> ColumnElement[bool] | None:
    """Oneself, and who has a role where one has one too; every account, to members of every mission."""
    if viewer.kind == "administrator":
        return None
    if viewer.kind == "visitor":
        return false()
    membership = aliased(Membership)
    held = select(membership).where(membership.account_id == account.id)
    return or_(account.id == viewer.account_id, any_readable(held))


def membership_is_visible(viewer: Viewer, membership: Any) -> ColumnElement[bool] | None:
    """One's own roles, and those that hold in one's missions."""
    if viewer.kind == "administrator":
        return None
    if viewer.kind == "visitor":
        return false()
    mission = aliased(Mission)
    below = any_readable(_below(mission, membership, viewer.missions))
    return or_(membership.account_id == viewer.account_id, _holds_among(viewer.missions, membership, below))


def is_of_readable_account(viewer: Viewer, row: Any) -> ColumnElement[bool]:
    """How an account proves who it is: to itself, and to administrators where it has a role."""
    if viewer.kind == "visitor":
        return false()
    return or_(row.account_id == viewer.account_id, administers(viewer, row.account_id))


def administers(viewer: Viewer, account_id: Any) -> ColumnElement[bool]:
    """Whether a viewer is an administrator of a mission in which an account was given a role, or of every mission."""
    membership = aliased(Membership)
    theirs = select(membership).where(
        membership.account_id == account_id, viewer.has(Role.ADMINISTRATOR, membership.mission_id)
    )
    return or_(viewer.has(Role.ADMINISTRATOR, cast(null(), Uuid())), any_readable(theirs))


def _below(mission: Any, membership: Any, missions: Any) -> Select[Any]:
    """Those of some missions in which a role holds, since it was given above them."""
    return select(mission).where(mission.id == any_(missions), membership.mission_id == any_(mission.lineage))


def _holds_among(missions: Any, membership: Any, below: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a role holds in one of some missions."""
    everywhere = and_(membership.mission_id.is_(None), func.cardinality(missions) > 0)
    return or_(everywhere, membership.mission_id == any_(missions), below)


async def may_know(db: AsyncSession, actor: Actor, account: Account) -> bool:
    """As `account_is_visible`, for a verb: whoever changes one changes the other."""
    if account.id == actor.account_id or actor.role_everywhere is not None:
        return True
    if not actor.roles:
        return False
    missions = literal(sorted(actor.roles), ARRAY(Uuid()))
    below = _below(aliased(Mission), Membership, missions).exists()
    shared = select(Membership.id).where(Membership.account_id == account.id, _holds_among(missions, Membership, below))
    return await db.scalar(shared.limit(1)) is not None


async def may_manage(db: AsyncSession, actor: Actor, account: Account) -> bool:
    """Administrators of every mission; and of an account with roles, administrators wherever it has one."""
    if actor.may(Role.ADMINISTRATOR, None):
        return True
    places = list(await db.scalars(select(Membership.mission_id).where(Membership.account_id == account.id)))
    return bool(places) and all(actor.may(Role.ADMINISTRATOR, place) for place in places)


def may_create(actor: Actor) -> bool:
    """Administrators of every mission."""
    return actor.may(Role.ADMINISTRATOR, None)


def may_grant(actor: Actor, mission_id: UUID | None) -> bool:
    """Administrators of the mission; for a role in every mission, administrators of every mission."""
    return actor.may(Role.ADMINISTRATOR, mission_id)


async def may_revoke_tokens(db: AsyncSession, actor: Actor, account: Account) -> bool:
    """Whoever may manage the account; and everybody their own, also with the token itself."""
    return actor.account_id == account.id or await may_manage(db, actor, account)


def may_make_tokens(actor: Actor, account_id: UUID) -> bool:
    """Administrators of every mission; and everybody their own, when they are signed in."""
    is_own = actor.account_id == account_id and actor.session_id is not None
    return is_own or actor.may(Role.ADMINISTRATOR, None)
