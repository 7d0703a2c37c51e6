"""Who may read and choose clearance policies."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, false, select
from sqlalchemy.orm import aliased

from schema.context import Actor, Role, Viewer
from schema.missions.models import Mission
from schema.sources import Row, any_readable


def policy_is_visible(viewer: Viewer, policy: Any) -> ColumnElement[bool] | None:
    """To members of the mission that chose it, and of the missions below, which it binds."""
    if viewer.kind == "administrator":
        return None
    if viewer.kind == "visitor":
        return false()
    bound: Row = aliased(Mission)
    is_bound = (viewer.is_member_of(bound.id), policy.mission_id == any_(bound.lineage))
    return any_readable(select(bound).where(*is_bound))


def may_choose(actor: Actor, mission_id: UUID) -> bool:
    """Administrators of the mission."""
    return actor.may(Role.ADMINISTRATOR, mission_id)
