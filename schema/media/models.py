"""Tables of photos."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Base
from schema.missions.models import Mission

MEDIA_PATH = "/media/"
"""Where photos are served, below the public URL; a `storage_key` follows it."""


class Photo(Base):
    """One row is one picture, whose bytes lie in storage under `storage_key`. The same file is one row a mission."""

    __tablename__ = "photos"
    __table_args__ = (
        UniqueConstraint("mission_id", "sha256"),
        Index(None, "mission_id", "id"),
        CheckConstraint("width > 0 and height > 0", name="has_a_size"),
        CheckConstraint("focal_x between 0 and 1 and focal_y between 0 and 1", name="focus_is_inside"),
    )

    mission_id: Mapped[UUID] = mapped_column(ForeignKey("missions.id"))
    storage_key: Mapped[str] = mapped_column(doc="The address below /media/; it never changes.")
    sha256: Mapped[str]
    media_type: Mapped[str]
    size_bytes: Mapped[int]
    width: Mapped[int] = mapped_column(doc="Pixels, after the orientation was applied.")
    height: Mapped[int]
    file_name: Mapped[str] = mapped_column(doc="As it was given; for editors only, never shown as a description.")
    credit: Mapped[str | None]
    licence: Mapped[str | None]
    taken_on: Mapped[date | None]
    focal_x: Mapped[float] = mapped_column(server_default="0.5")
    focal_y: Mapped[float] = mapped_column(server_default="0.5")

    mission: Mapped[Mission] = relationship(lazy="raise")
