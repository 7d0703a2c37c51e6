"""Tables of who may act."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Base, one_of
from schema.context import Role


class Account(Base):
    """One row is someone, or some program, that may act."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("name"), Index(None, "person_id"))

    name: Mapped[str]
    person_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("people.id"), doc="Who this is in public; null for a program."
    )
    is_active: Mapped[bool] = mapped_column(server_default=text("true"))


class Membership(Base):
    """One row is one role of one account, in one mission and those below it."""

    __tablename__ = "memberships"
    __table_args__ = (
        UniqueConstraint("account_id", "mission_id", postgresql_nulls_not_distinct=True),
        Index(None, "mission_id"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    mission_id: Mapped[UUID | None] = mapped_column(ForeignKey("missions.id"), doc="Null: in every mission.")
    role: Mapped[Role] = mapped_column(one_of(Role))
    languages: Mapped[list[str] | None] = mapped_column(
        ARRAY(Text), doc="Into which a translator translates; null: every language. Means nothing in other roles."
    )


class ApiToken(Base):
    """One row is one secret a program sends. Only its digest is kept."""

    __tablename__ = "api_tokens"
    __table_args__ = (
        UniqueConstraint("digest"),
        Index(None, "account_id"),
        CheckConstraint("cardinality(scopes) > 0", name="has_a_scope"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    name: Mapped[str] = mapped_column(doc="What the operator calls it: where it is used.")
    digest: Mapped[bytes] = mapped_column(LargeBinary, doc="SHA-256 of the secret, which has 256 random bits.")
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship(lazy="raise")
