"""Clearance policies as GraphQL: what holds for each kind of post in a mission, and what the mission has chosen."""

from typing import Any

import strawberry
from sqlalchemy import ColumnElement, Text, Uuid, cast, func, literal, select
from sqlalchemy.dialects.postgresql import JSONB, array
from sqlalchemy.orm import aliased

from schema.clearance import models
from schema.clearance.choices import Clearance, PostKind
from schema.clearance.policy import policy_in_force
from schema.context import Role
from schema.declaring import column, field, object_type
from schema.missions.models import Mission as MissionRow
from schema.missions.types import Mission
from schema.sources import Made, Row, sql


@object_type
class ClearancePolicy:
    """What a mission has chosen for a kind of post, for itself and where missions below choose nothing."""

    clearance: Clearance = column("Who must agree.")
    review_within_hours: int = column("Until when what goes out first must be reviewed.")
    allows_emergency: bool = column("Whether editors may publish without clearance, with a reason.")
    requires_step_up: bool = column("Whether who publishes must have proved again who they are.")

    @field
    def allowed_below(self) -> list[Clearance]:
        """What missions below may choose instead."""
        everything = array([clearance.name for clearance in Clearance], type_=Text())
        return sql(func.coalesce(sql(self).allowed_below, everything))

    @field
    def binds_below(self) -> bool:
        """Whether missions below are held to that, and to terms that are no looser; else it is left to them."""
        return sql(sql(self).allowed_below.is_not(None))


@object_type
class PolicyInForce:
    """What holds for a kind of post in a mission now."""

    clearance: Clearance = column("Who must agree.")
    review_within_hours: int = column("Until when what goes out first, or in an emergency, must be reviewed.")
    allows_emergency: bool = column("Whether editors may publish without clearance, with a reason.")
    requires_step_up: bool = column("Whether who publishes must have proved again who they are.")

    @field
    def source(self) -> Mission | None:
        """The mission whose choice it is; null where nobody has chosen, and posts go out freely."""
        mission: Row = aliased(MissionRow)
        return sql(select(mission).where(mission.id == cast(sql(self).text_of("source_id"), Uuid())))


@object_type
class ClearanceOfKind:
    """Who must agree before posts of a kind go out in a mission."""

    kind: PostKind | None = column("The kind; null stands for every kind for which nothing else was chosen.")

    @field
    def in_force(self, info: strawberry.Info) -> PolicyInForce | None:
        """What holds now; null to whoever is no member of the mission."""
        viewer, mission_id = info.context.viewer, sql(self).parent.id
        if viewer.kind == "visitor":
            return None
        holds = policy_in_force(mission_id, _kind(self)).subquery()
        names = ("clearance", "review_within_hours", "allows_emergency", "requires_step_up", "source_id")
        members = (part for name in names for part in (literal(name), holds.c[name]))
        told = select(func.jsonb_build_object(*members, type_=JSONB)).where(viewer.has(Role.READER, mission_id))
        return sql(Made(told.scalar_subquery(), sql(self).parent, is_sure=False))

    @field
    def chosen(self) -> ClearancePolicy | None:
        """What the mission itself has chosen; null when it has not, and to whoever is bound by no such choice."""
        policy: Row = aliased(models.ClearancePolicy)
        is_own = (policy.mission_id == sql(self).parent.id, policy.kind.is_not_distinct_from(_kind(self)))
        return sql(select(policy).where(*is_own))


def _kind(row: Any) -> ColumnElement[Any]:
    """The kind an element of the list is about, as columns hold it."""
    return cast(sql(row).text_of("kind"), models.ClearancePolicy.kind.type)
