"""Who may read schedules and holds, and who may place a hold."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, any_, false, or_, select
from sqlalchemy.orm import aliased

from schema.context import Actor, Role, Viewer
from schema.missions.models import Mission
from schema.sources import any_readable


def schedule_is_visible(viewer: Viewer, schedule: Any) -> ColumnElement[bool] | None:
    """What their missions have scheduled, to members."""
    if viewer.kind == "administrator":
        return None
    return viewer.is_member_of(schedule.mission_id) if viewer.kind == "member" else false()


def hold_is_visible(viewer: Viewer, hold: Any) -> ColumnElement[bool] | None:
    """What keeps, or kept, what their missions have scheduled, to members."""
    if viewer.kind == "administrator":
        return None
    if viewer.kind == "visitor":
        return false()
    mission = aliased(Mission)
    held = select(mission).where(viewer.is_member_of(mission.id), covers(hold, mission))
    return or_(viewer.is_member_of(hold.mission_id), any_readable(held))


def covers(hold: Any, mission: Any) -> ColumnElement[bool]:
    """Whether a hold, in force or not, is about a mission."""
    is_above = and_(hold.includes_missions_below, hold.mission_id == any_(mission.lineage))
    return or_(hold.mission_id.is_(None), hold.mission_id == mission.id, is_above)


def may_hold(actor: Actor, mission_id: UUID | None) -> bool:
    """The head of the mission; for every mission, an administrator of all of them."""
    return actor.may(Role.ADMINISTRATOR if mission_id is None else Role.HEAD, mission_id)


def is_in_force(schedule: Any, text: Any) -> ColumnElement[bool]:
    """Whether nobody has published a text since it was scheduled."""
    return or_(text.published_at.is_(None), text.published_at < schedule.set_at)
