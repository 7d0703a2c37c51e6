"""Tables of signed statements and of the keys that sign them."""

from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, Table, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Base
from schema.history.models import REFUSE_TO_FORGET
from schema.waking import run_after_creating, wakes_worker


class Statement(Base):
    """One row is what one published revision said, written with its publication and never changed."""

    __tablename__ = "statements"
    __table_args__ = (UniqueConstraint("translation_id", "revision_number"), UniqueConstraint("sha256"))

    translation_id: Mapped[UUID] = mapped_column(ForeignKey("translations.id"))
    revision_number: Mapped[int]
    canonical: Mapped[str] = mapped_column(Text, doc="Its canonical form (schema/statements/form.py).")
    sha256: Mapped[bytes] = mapped_column(LargeBinary, doc="Of the canonical form in UTF-8.")


class SigningKey(Base):
    """One row is one Ed25519 key. Its public half is published for ever; its private half is only here, encrypted."""

    __tablename__ = "signing_keys"
    __table_args__ = (
        UniqueConstraint("key_id"),
        Index(
            "uq_signing_keys_current",
            text("(used_until is null)"),
            unique=True,
            postgresql_where=text("used_until is null"),
        ),
        CheckConstraint("revoked_from is null or used_until is not null", name="revoked_keys_sign_no_more"),
    )

    key_id: Mapped[str] = mapped_column(doc="Its thumbprint by RFC 7638.")
    public_key: Mapped[bytes] = mapped_column(LargeBinary, doc="32 bytes.")
    sealed_private_key: Mapped[bytes] = mapped_column(LargeBinary, doc="Only the gateway can read it.")
    used_from: Mapped[datetime]
    used_until: Mapped[datetime | None] = mapped_column(doc="When another took its place; null: it signs now.")
    revoked_from: Mapped[datetime | None] = mapped_column(doc="What it signed from then on counts for nothing.")
    revoked_because: Mapped[str | None]


class Signature(Base):
    """One row is one signature of one key under a statement."""

    __tablename__ = "signatures"
    __table_args__ = (UniqueConstraint("statement_id", "signing_key_id"), Index(None, "signing_key_id"))

    statement_id: Mapped[UUID] = mapped_column(ForeignKey("statements.id"))
    signing_key_id: Mapped[UUID] = mapped_column(ForeignKey("signing_keys.id"))
    issuer: Mapped[str] = mapped_column(doc="The public address of the server that signed; it is signed too.")
    signed_at: Mapped[datetime]
    signature: Mapped[bytes] = mapped_column(LargeBinary, doc="64 bytes.")


wakes_worker(cast(Table, Statement.__table__))
run_after_creating(
    cast(Table, Statement.__table__),
    REFUSE_TO_FORGET,
    "create trigger refuse_to_forget before update or truncate on statements"
    " for each statement execute function refuse_to_forget()",
)
