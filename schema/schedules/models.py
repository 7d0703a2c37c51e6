"""Tables of what is to go out, and of what keeps it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Base, one_of
from schema.clocks import Occurrence
from schema.missions.models import Mission
from schema.waking import wakes_worker


class Schedule(Base):
    """One row is one text that is to go out by itself; it is taken away when it has, or when somebody thinks better.

    A publication after `set_at` ends it, whoever published.
    """

    __tablename__ = "schedules"
    __table_args__ = (
        UniqueConstraint("translation_id"),
        Index(None, "post_id"),
        Index(None, "next_try_at", postgresql_where=text("next_try_at is not null")),
        Index(None, "mission_id", "publish_at", "id"),
        Index(None, "account_id", postgresql_where=text("account_id is not null")),
        CheckConstraint("(wall_time is null) = (zone is null)", name="a_wall_time_has_a_zone"),
        CheckConstraint(
            "num_nonnulls(waiting_since, waiting_code, waiting_reason) in (0, 3)", name="who_waits_knows_why"
        ),
    )

    mission_id: Mapped[UUID] = mapped_column(ForeignKey("missions.id"))
    post_id: Mapped[UUID] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    translation_id: Mapped[UUID] = mapped_column(ForeignKey("translations.id", ondelete="CASCADE"))
    publish_at: Mapped[datetime] = mapped_column(doc="When it is to go out; for a wall time, by the rules known today.")
    wall_time: Mapped[datetime | None] = mapped_column(
        DateTime(timezone=False), doc="What the clocks of the zone show then; null for a moment of its own."
    )
    zone: Mapped[str | None] = mapped_column(doc="IANA name.")
    occurrence: Mapped[Occurrence | None] = mapped_column(one_of(Occurrence))
    revision_number: Mapped[int] = mapped_column(doc="The newest revision when it was scheduled.")
    set_at: Mapped[datetime]
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    actor_name: Mapped[str]
    next_try_at: Mapped[datetime | None] = mapped_column(doc="When it is looked at next; null while a person must act.")
    waiting_since: Mapped[datetime | None] = mapped_column(doc="Null while its time has not come.")
    waiting_code: Mapped[str | None] = mapped_column(doc="The code of the refusal that kept it.")
    waiting_reason: Mapped[str | None]


class Hold(Base):
    """One row keeps everything scheduled in some missions from going out, until it is released. It is never deleted."""

    __tablename__ = "holds"
    __table_args__ = (
        Index(None, "mission_id"),
        Index("ix_holds_in_force", "created_at", "id", postgresql_where=text("released_at is null")),
        Index(None, "account_id", postgresql_where=text("account_id is not null")),
    )

    mission_id: Mapped[UUID | None] = mapped_column(ForeignKey("missions.id"), doc="Null: every mission.")
    includes_missions_below: Mapped[bool]
    reason: Mapped[str]
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    actor_name: Mapped[str] = mapped_column(doc="Who placed it.")
    released_at: Mapped[datetime | None]
    released_by_name: Mapped[str | None]

    mission: Mapped[Mission | None] = relationship(lazy="raise")


wakes_worker(Schedule.__table__, "insert or update")  # type: ignore[arg-type]
