"""What happened, as GraphQL."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry
from sqlalchemy import func, select
from strawberry.scalars import JSON

from schema.declaring import column, field, object_type
from schema.paging import Node
from schema.sources import rows_of, sql

if TYPE_CHECKING:
    from schema.missions.types import Mission


@object_type
class AuditEntry(Node):
    """One decision: what happened, when, and who took it."""

    event: str = column("What happened, such as post.published.")
    happened_at: datetime = column("When.")
    actor_name: str = column("Who: the name of an account, “visitor”, “system” or “operator”.")
    subject_type: str = column("What sort of thing it happened to.")


@object_type
class Event(Node):
    """Something that happened, as programs are told of it: here, and by webhooks."""

    happened_at: datetime = column("When.")
    payload: JSON = column("What there is to tell, by its name; the reference of events says what each carries.")

    @field
    def name(self) -> str:
        """What happened, such as post.published."""
        return sql(self).event

    @field
    def subject(self) -> strawberry.ID:
        """The id of what it happened to."""
        return sql(func.concat(sql(self).subject_type, ":", sql(self).subject_id))

    @field
    def mission(self) -> Annotated["Mission", strawberry.lazy("schema.missions.types")] | None:
        """The mission it concerns; null for what concerns all of them."""
        mission = rows_of("Mission")
        return sql(select(mission).where(mission.id == sql(self).mission_id))
