"""Entrances to schedules and holds: root fields, and the filter of every list of schedules."""

from datetime import datetime
from typing import Any

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import aliased

from schema.declaring import connection, input_type, object_type, option
from schema.paging import Connection
from schema.schedules import models
from schema.schedules.access import is_in_force
from schema.schedules.types import Hold, Schedule
from schema.sources import Filter, Row, given, key, readable, rows_of, sql


@input_type
class ScheduleFilter(Filter):
    """Which schedules. Every field that is given must hold."""

    mission: strawberry.ID | None = option("Of posts of this mission.")
    is_waiting: bool | None = option("Whether its time has come and something keeps it.")
    publish_after: datetime | None = option("To go out after this moment.")
    publish_before: datetime | None = option("To go out before this moment.")
    and_: list["ScheduleFilter"] | None = option("All of these hold.", name="and")
    or_: list["ScheduleFilter"] | None = option("At least one of these holds.", name="or")
    not_: "ScheduleFilter | None" = option("This does not hold.", name="not")

    def own_conditions(self, schedule: Row) -> list[Any]:
        """A condition per field."""
        return [
            schedule.mission_id == key("Mission", self.mission) if given(self.mission) else None,
            schedule.waiting_since.is_not(None) == self.is_waiting if given(self.is_waiting) else None,
            schedule.publish_at > self.publish_after if given(self.publish_after) else None,
            schedule.publish_at < self.publish_before if given(self.publish_before) else None,
        ]


@object_type
class ScheduleQueries:
    """Root fields of schedules and holds."""

    @connection
    def schedules(self, filter: ScheduleFilter | None = None) -> Connection[Schedule]:
        """What is to go out by itself, the next one first. Only members of the missions see any."""
        schedule, text = aliased(models.Schedule), rows_of("Translation")
        still = select(schedule).join(text, text.id == schedule.translation_id).where(is_in_force(schedule, text))
        chosen = readable(still, text) if filter is None else readable(still, text).where(filter.condition(schedule))
        return sql(chosen.order_by(schedule.publish_at, schedule.id))

    @connection
    def holds(self, is_in_force: bool | None = None) -> Connection[Hold]:
        """What keeps, or kept, scheduled posts from going out, the latest first. Only members see any.

        Args:
            is_in_force: Only those that are, or are not, in force now.
        """
        hold = aliased(models.Hold)
        every = select(hold)
        if is_in_force is not None:
            every = every.where(hold.released_at.is_(None) == is_in_force)
        return sql(every.order_by(hold.created_at.desc(), hold.id.desc()))
