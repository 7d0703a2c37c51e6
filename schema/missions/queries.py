"""Entrances to missions: root fields, filters, orders."""

import enum
from typing import Any

import strawberry
from sqlalchemy import any_, select
from sqlalchemy.orm import aliased

from schema.declaring import connection, enum_type, field, input_type, object_type, option
from schema.missions import models
from schema.missions.types import Mission
from schema.paging import Connection
from schema.sources import Filter, Row, among, filtered, given, key, keys, one_by, sql


@enum_type
class MissionOrder(enum.Enum):
    """The order of a list of missions."""

    NAME = "name"
    NEWEST = "newest"

    def keys(self, mission: Row) -> tuple[Any, ...]:
        """What to order by."""
        return (mission.name, mission.id) if self is MissionOrder.NAME else (mission.id.desc(),)


@input_type
class MissionFilter(Filter):
    """Which missions. Every field that is given must hold."""

    id: list[strawberry.ID] | None = option("One of these.")
    kind: list[models.MissionKind] | None = option("Of one of these kinds.")
    host_country: list[str] | None = option("In one of these countries, by ISO 3166-1 alpha-2 code.")
    parent: strawberry.ID | None = option("Reporting to this mission.")
    language: str | None = option("Writing in this language, by BCP 47 tag.")
    and_: list["MissionFilter"] | None = option("All of these hold.", name="and")
    or_: list["MissionFilter"] | None = option("At least one of these holds.", name="or")
    not_: "MissionFilter | None" = option("This does not hold.", name="not")

    def own_conditions(self, mission: Row) -> list[Any]:
        """A condition per field."""
        return [
            among(mission.id, keys("Mission", self.id)) if given(self.id) else None,
            mission.kind.in_(self.kind) if given(self.kind) else None,
            among(mission.host_country, self.host_country) if given(self.host_country) else None,
            mission.parent_id == key("Mission", self.parent) if given(self.parent) else None,
            any_(mission.languages) == self.language if given(self.language) else None,
        ]


@object_type
class MissionQueries:
    """Root fields of missions."""

    @field
    def mission(self, id: strawberry.ID | None = None, slug: str | None = None) -> Mission | None:
        """One mission, by id or by slug."""
        return sql(one_by(models.Mission, id=id, slug=slug))

    @connection
    def missions(
        self, filter: MissionFilter | None = None, order: MissionOrder = MissionOrder.NAME
    ) -> Connection[Mission]:
        """Every mission that fits, by name unless another order is asked for."""
        mission = aliased(models.Mission)
        return sql(filtered(select(mission), mission, filter).order_by(*order.keys(mission)))
