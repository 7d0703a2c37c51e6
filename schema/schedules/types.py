"""Schedules and holds as GraphQL."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import aliased

from schema.declaring import column, field, object_type
from schema.missions import models as missions
from schema.missions.types import Mission
from schema.paging import Node
from schema.schedules import models
from schema.schedules.access import covers
from schema.sources import First, JsonRow, readable, rows_of, sql

if TYPE_CHECKING:
    from schema.posts.types import Post, Translation

ISO = 'YYYY-MM-DD"T"HH24:MI:SS'


@object_type
class ClockTime:
    """What the clocks of a place show at some moment."""

    zone: str = column("The IANA name of the zone.")
    time: str = column("Date and time there, such as 2026-11-23T07:00:00, without an offset.")


@object_type
class Hold(Node):
    """What keeps everything scheduled in some missions from going out. Only members of those missions see it."""

    mission: Mission | None = column("The mission it is about; null for every mission.")
    includes_missions_below: bool = column("Whether it is also about all missions below that one.")
    reason: str = column("Why.")
    actor_name: str = column("Who placed it.")
    released_at: datetime | None = column("When it was released; null while it is in force.")
    released_by_name: str | None = column("Who released it; null while it is in force.")

    @field
    def placed_at(self) -> datetime:
        """When it was placed."""
        return sql(self).created_at


@object_type
class Schedule(Node):
    """When a text is to go out by itself. Only members of its mission see it."""

    publish_at: datetime = column("When it is to go out, in UTC.")
    set_at: datetime = column("When it was scheduled.")
    actor_name: str = column("Who scheduled it.")
    revision_number: int = column("The newest revision when it was scheduled; what goes out is the newest one then.")
    zone: str | None = column("The IANA name of the zone it was scheduled in; null for an instant.")
    waiting_since: datetime | None = column("Since when it waits though its time has come; null while it has not.")
    waiting_code: str | None = column("The code of the refusal that keeps it.")
    waiting_reason: str | None = column("What keeps it and what to do next, for people.")

    @field
    def wall_time(self) -> str | None:
        """What the clocks of `zone` show then, such as 2026-11-23T07:00:00; null for an instant."""
        return sql(func.to_char(sql(self).wall_time, ISO))

    @field
    def in_mission(self) -> ClockTime:
        """What the clocks of the mission show then."""
        mission = aliased(missions.Mission)
        zone = select(mission.time_zones[1]).where(mission.id == sql(self).mission_id)
        return sql(_shown(sql(self), zone, mission))

    @field
    def in_headquarters(self) -> ClockTime:
        """What the clocks of its headquarters show then."""
        mission, top = aliased(missions.Mission), aliased(missions.Mission)
        is_top = top.id == mission.lineage[func.cardinality(mission.lineage)]
        zone = select(top.time_zones[1]).join(mission, is_top).where(mission.id == sql(self).mission_id)
        return sql(_shown(sql(self), zone, mission, top))

    @field
    def hold(self) -> Hold | None:
        """What keeps it now, or will keep it if it is not released before; null when nothing does."""
        hold, mission = aliased(models.Hold), aliased(missions.Mission)
        in_force = (
            select(hold)
            .join(mission, covers(hold, mission))
            .where(mission.id == sql(self).mission_id, hold.released_at.is_(None))
        )
        return sql(First(readable(in_force, mission).order_by(hold.created_at, hold.id)))

    @field
    def post(self) -> Annotated["Post", strawberry.lazy("schema.posts.types")] | None:
        """The post."""
        post = rows_of("Post")
        return sql(First(select(post).where(post.id == sql(self).post_id), is_limited=False))

    @field
    def translation(self) -> Annotated["Translation", strawberry.lazy("schema.posts.types")] | None:
        """The text of it that is to go out."""
        text = rows_of("Translation")
        return sql(First(select(text).where(text.id == sql(self).translation_id), is_limited=False))


def _shown(schedule: Any, zone: Any, *read: Any) -> JsonRow:
    its = readable(zone, *read).scalar_subquery()
    time = func.to_char(func.timezone(its, schedule.publish_at), ISO)
    return JsonRow(func.jsonb_build_object("zone", its, "time", time, type_=JSONB), schedule)
