"""Tables of who must agree before what goes out."""

import enum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Base, one_of
from schema.kinds import PostKind


class Clearance(enum.Enum):
    """Who must agree before a post goes out, or after it did."""

    FREE = "free"
    FOUR_EYES = "four_eyes"
    HEADQUARTERS = "headquarters"
    PUBLISH_THEN_REVIEW = "publish_then_review"


class ClearancePolicy(Base):
    """One row is what a mission has chosen for one kind of post, or for all, and what it lets missions below choose."""

    __tablename__ = "clearance_policies"
    __table_args__ = (
        UniqueConstraint("mission_id", "kind", postgresql_nulls_not_distinct=True),
        CheckConstraint("review_within_hours between 1 and 168", name="reviews_within_a_week"),
    )

    mission_id: Mapped[UUID] = mapped_column(ForeignKey("missions.id"))
    kind: Mapped[PostKind | None] = mapped_column(one_of(PostKind), doc="Null: every kind without a row of its own.")
    clearance: Mapped[Clearance] = mapped_column(one_of(Clearance))
    review_within_hours: Mapped[int] = mapped_column(
        SmallInteger, server_default=text("24"), doc="Until when what went out first must be reviewed."
    )
    allows_emergency: Mapped[bool] = mapped_column(
        server_default=text("false"), doc="Whether editors may publish without clearance, with a reason."
    )
    requires_step_up: Mapped[bool] = mapped_column(
        server_default=text("false"), doc="Whether who publishes must have proved again who they are."
    )
    allowed_below: Mapped[list[str] | None] = mapped_column(
        ARRAY(Text), doc="Names of Clearance that missions below may choose; null: any, on any terms."
    )
