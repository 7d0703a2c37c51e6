"""The table of how translations stand against the authentic text."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Base
from schema.posts.models import Translation


class Comparison(Base):
    """One row says how a translation stands against the authentic text: as both are shown, or the newest of both.

    It is made anew whenever one of the two is written or shown; the words of neither are touched.
    """

    __tablename__ = "comparisons"
    __table_args__ = (
        UniqueConstraint("translation_id", "is_public"),
        Index("ix_comparisons_outdated", "translation_id", postgresql_where=text("is_public and outdated_count > 0")),
    )

    translation_id: Mapped[UUID] = mapped_column(ForeignKey("translations.id", ondelete="CASCADE"))
    is_public: Mapped[bool] = mapped_column(doc="Of what is shown of both, else of the newest revisions.")
    revision_number: Mapped[int] = mapped_column(doc="The revision of the translation.")
    authentic_revision_number: Mapped[int] = mapped_column(doc="The revision of the authentic text.")
    origins: Mapped[dict[str, Any]] = mapped_column(
        JSONB, doc="As those of the revision, with what was confirmed since."
    )
    rows: Mapped[list[dict[str, Any]]] = mapped_column(
        JSONB,
        doc="A line for each part: there, here, state; of the newest also said and revision, what it was made from.",
    )
    part_count: Mapped[int]
    outdated_count: Mapped[int] = mapped_column(
        doc="How many the authentic text has changed, added or taken out since."
    )
    untranslated_count: Mapped[int] = mapped_column(doc="How many are still to be translated.")

    translation: Mapped[Translation] = relationship(lazy="raise")
