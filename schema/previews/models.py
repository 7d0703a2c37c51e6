"""Tables of who may read what is not public yet."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.accounts.models import Account
from schema.base import Base
from schema.posts.models import Translation


class PreviewLink(Base):
    """One row is one secret that shows one text before it is public. Only its digest is kept."""

    __tablename__ = "preview_links"
    __table_args__ = (
        UniqueConstraint("digest"),
        Index("ix_preview_links_translation_newest", "translation_id", text("id desc")),
        Index(None, "account_id", postgresql_where=text("account_id is not null")),
    )

    translation_id: Mapped[UUID] = mapped_column(ForeignKey("translations.id", ondelete="CASCADE"))
    digest: Mapped[bytes] = mapped_column(LargeBinary, doc="SHA-256 of the secret, which has 256 random bits.")
    revision: Mapped[int | None] = mapped_column(doc="The revision it shows; null: whichever is the newest.")
    account_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("accounts.id"), doc="Whose link it is; it shows nothing while that account is deactivated."
    )
    actor_name: Mapped[str]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None] = mapped_column(doc="To the minute.")

    translation: Mapped[Translation] = relationship(lazy="raise")
    account: Mapped[Account | None] = relationship(lazy="raise")
