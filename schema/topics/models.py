"""Tables of topics and tags."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Base


class Topic(Base):
    """One row is one subject of the network's hierarchy."""

    __tablename__ = "topics"
    __table_args__ = (UniqueConstraint("slug"), Index(None, "parent_id"), Index(None, "name", "id"))

    slug: Mapped[str]
    name: Mapped[str]
    names: Mapped[dict[str, str]] = mapped_column(
        JSONB, server_default=text("'{}'::jsonb"), doc="The name in other languages, by language tag."
    )
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("topics.id"), doc="Null at the top of the hierarchy.")

    parent: Mapped["Topic | None"] = relationship(remote_side="Topic.id", lazy="raise")


class Tag(Base):
    """One row is one free word."""

    __tablename__ = "tags"
    __table_args__ = (UniqueConstraint("slug"), Index(None, "name", "id"))

    slug: Mapped[str]
    name: Mapped[str]
