"""Tables of missions."""

import enum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Base, one_of


class MissionKind(enum.Enum):
    """What a mission is."""

    HEADQUARTERS = "headquarters"
    EMBASSY = "embassy"
    CONSULATE = "consulate"
    PERMANENT_MISSION = "permanent_mission"


class Mission(Base):
    """One row is one mission. Written by administrators; never deleted while it has posts."""

    __tablename__ = "missions"
    __table_args__ = (
        UniqueConstraint("slug"),
        Index(None, "parent_id"),
        Index(None, "name", "id"),
        CheckConstraint("cardinality(languages) > 0", name="has_a_language"),
        CheckConstraint("cardinality(time_zones) > 0", name="has_a_time_zone"),
    )

    kind: Mapped[MissionKind] = mapped_column(one_of(MissionKind))
    slug: Mapped[str]
    name: Mapped[str] = mapped_column(doc="In the mission's first language.")
    names: Mapped[dict[str, str]] = mapped_column(
        JSONB, server_default=text("'{}'::jsonb"), doc="The name in other languages, by language tag."
    )
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("missions.id"), doc="Null for a headquarters.")
    lineage: Mapped[list[UUID]] = mapped_column(
        ARRAY(Uuid()),
        server_default=text("'{}'::uuid[]"),
        doc="Itself and every mission above it, the headquarters last.",
    )
    host_country: Mapped[str | None] = mapped_column(
        doc="ISO 3166-1 alpha-2 code of the country it is accredited to; null for a headquarters."
    )
    city: Mapped[str | None]
    time_zones: Mapped[list[str]] = mapped_column(ARRAY(Text), doc="IANA names; the first is where the mission sits.")
    languages: Mapped[list[str]] = mapped_column(ARRAY(Text), doc="BCP 47 tags; the first is what it writes in.")

    parent: Mapped["Mission | None"] = relationship(remote_side="Mission.id", lazy="raise")
