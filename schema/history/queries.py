"""The entrance to events: a list in the order of commits, for programs that catch up."""

from typing import Any

import strawberry
from sqlalchemy import Text, Uuid, select
from sqlalchemy.orm import aliased

from schema.declaring import connection, input_type, object_type, option
from schema.history import models
from schema.history.types import Event
from schema.paging import Connection
from schema.sources import Filter, Row, among, filtered, given, keys, known_id, sql


@input_type
class EventFilter(Filter):
    """Which events. Every field that is given must hold."""

    names: list[str] | None = option("With one of these names, such as post.published.")
    mission: list[strawberry.ID] | None = option("Of one of these missions.")
    subject: strawberry.ID | None = option("That happened to the thing with this id, of whatever type.")
    and_: list["EventFilter"] | None = option("All of these hold.", name="and")
    or_: list["EventFilter"] | None = option("At least one of these holds.", name="or")
    not_: "EventFilter | None" = option("This does not hold.", name="not")

    def own_conditions(self, event: Row) -> list[Any]:
        """A condition per field."""
        return [
            among(event.event, self.names) if given(self.names) else None,
            among(event.mission_id, keys("Mission", self.mission)) if given(self.mission) else None,
            _happened_to(event, sql(self.subject)) if given(self.subject) else None,
        ]


def _happened_to(event: Row, id: Any) -> Any:
    key = id.converted("key", lambda value: known_id(value).partition(":")[2], Uuid())
    kind = id.converted("type", lambda value: known_id(value).partition(":")[0], Text())
    return (event.subject_id == key) & (event.subject_type == kind)


@object_type
class EventQueries:
    """Root fields of what happened."""

    @connection
    def events(self, filter: EventFilter | None = None) -> Connection[Event]:
        """What happened in your missions, in the order it was committed. Only members see any.

        Whoever keeps the last cursor and asks for what comes after it misses nothing and reads nothing twice.
        """
        event = aliased(models.Event)
        return sql(filtered(select(event), event, filter).order_by(event.sequence, event.id))
