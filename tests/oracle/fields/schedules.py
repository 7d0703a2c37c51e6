"""The fields of schedules and holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import exists, select, true
from sqlalchemy.orm import aliased

from schema.missions.models import Mission
from schema.posts.models import Post, Translation
from schema.schedules.models import Hold, Schedule
from tests.oracle import filters
from tests.oracle.asking import Asking
from tests.oracle.lists import Listing, by
from tests.oracle.resolving import lists, resolves
from tests.oracle.seeing import may_read


@dataclass
class Clock:
    """What a clock shows."""

    zone: str
    time: str


def shown(moment: datetime, zone: str) -> Clock:
    return Clock(zone, moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M:%S"))


@resolves("Translation.schedule")
async def schedule(text: Any, asking: Asking) -> Schedule | None:
    found: list[Schedule] = await asking.many(Schedule, "translation_id", text.id)
    return next((one for one in found if text.published_at is None or text.published_at < one.set_at), None)


@resolves("Schedule.wallTime")
def wall_time(schedule: Schedule, asking: Asking) -> str | None:
    return schedule.wall_time and schedule.wall_time.strftime("%Y-%m-%dT%H:%M:%S")


@resolves("Schedule.inMission")
async def in_mission(schedule: Schedule, asking: Asking) -> Clock:
    mission = await asking.one(Mission, schedule.mission_id)
    return shown(schedule.publish_at, mission.time_zones[0])


@resolves("Schedule.inHeadquarters")
async def in_headquarters(schedule: Schedule, asking: Asking) -> Clock:
    mission = await asking.one(Mission, schedule.mission_id)
    while mission.parent_id:
        mission = await asking.one(Mission, mission.parent_id)
    return shown(schedule.publish_at, mission.time_zones[0])


@resolves("Schedule.hold")
async def hold(schedule: Schedule, asking: Asking) -> Hold | None:
    above, mission = [], await asking.one(Mission, schedule.mission_id)
    while mission:
        above.append(mission.id)
        mission = await asking.one(Mission, mission.parent_id)
    row: Any = aliased(Hold)
    in_force = select(row).where(row.released_at.is_(None), may_read(asking.asker, row))
    found = [one for (one,) in await asking.rows(in_force.order_by(row.created_at, row.id))]
    reach = {one.id: above if one.includes_missions_below else above[:1] for one in found}
    return next((one for one in found if one.mission_id is None or one.mission_id in reach[one.id]), None)


@resolves("Schedule.post")
async def post(schedule: Schedule, asking: Asking) -> Any:
    return await asking.one(Post, schedule.post_id)


@resolves("Schedule.translation")
async def translation(schedule: Schedule, asking: Asking) -> Any:
    return await asking.one(Translation, schedule.translation_id)


@resolves("Hold.mission")
async def mission(hold: Hold, asking: Asking) -> Any:
    return await asking.one(Mission, hold.mission_id)


@resolves("Hold.placedAt")
def placed_at(hold: Hold, asking: Asking) -> datetime:
    return hold.created_at


def still_wanted(asking: Asking, schedule: Any, arguments: Any) -> Any:
    """Schedules whose text nobody has published since, and may be read."""
    text: Any = aliased(Translation)
    is_later = text.published_at.is_(None) | (text.published_at < schedule.set_at)
    return exists().where(text.id == schedule.translation_id, is_later, may_read(asking.asker, text))


def in_force(asking: Asking, hold: Any, arguments: Any) -> Any:
    """Holds that are, or are not, released."""
    wanted = arguments.get("isInForce")
    return true() if wanted is None else hold.released_at.is_(None) == wanted


lists(Listing("Query.schedules", Schedule, by("publish_at", "id"), of=still_wanted, filters=filters.SCHEDULES))
lists(Listing("Query.holds", Hold, by("-created_at", "-id"), of=in_force))
