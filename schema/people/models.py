"""Tables of people and the offices they hold."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Base
from schema.missions.models import Mission


class Person(Base):
    """One row is one person, as their name is written in public."""

    __tablename__ = "people"
    __table_args__ = (UniqueConstraint("slug"), Index(None, "name", "id"))

    name: Mapped[str]
    names: Mapped[dict[str, str]] = mapped_column(
        JSONB, server_default=text("'{}'::jsonb"), doc="The name in other languages and scripts, by language tag."
    )
    slug: Mapped[str]


class Appointment(Base):
    """One row is one office held by one person in one mission. Amending it never rewrites old bylines."""

    __tablename__ = "appointments"
    __table_args__ = (
        Index(None, "person_id", "starts_on", "id"),
        Index(None, "mission_id", "starts_on", "id"),
        CheckConstraint("ends_on is null or ends_on >= starts_on", name="ends_after_it_starts"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    mission_id: Mapped[UUID] = mapped_column(ForeignKey("missions.id"))
    office: Mapped[str] = mapped_column(doc="In the mission's first language.")
    offices: Mapped[dict[str, str]] = mapped_column(
        JSONB, server_default=text("'{}'::jsonb"), doc="The office in other languages, by language tag."
    )
    is_ad_interim: Mapped[bool] = mapped_column(server_default=text("false"))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(doc="The last day in office; null while it is held.")

    person: Mapped[Person] = relationship(lazy="raise")
    mission: Mapped[Mission] = relationship(lazy="raise")
