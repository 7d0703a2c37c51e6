"""Tables of who may act, and of how they prove who they are."""

import enum
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Base, one_of
from schema.context import Role

DIGEST = "SHA-256 of the secret, which has 256 random bits."


class Account(Base):
    """One row is someone, or some program, that may act."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("name"), Index(None, "email", unique=True), Index(None, "person_id"))

    name: Mapped[str]
    person_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("people.id"), doc="Who this is in public; null for a program."
    )
    email: Mapped[str | None] = mapped_column(doc="Case-folded; null for a program, which cannot sign in.")
    password_hash: Mapped[str | None] = mapped_column(doc="argon2id; null for who signs in another way.")
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
    digest: Mapped[bytes] = mapped_column(LargeBinary, doc=DIGEST)
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship(lazy="raise")


class AccountSession(Base):
    """One row is one browser in which somebody is signed in, or halfway: they still owe a second factor."""

    __tablename__ = "account_sessions"
    __table_args__ = (UniqueConstraint("digest"), Index(None, "account_id"))

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    digest: Mapped[bytes] = mapped_column(LargeBinary, doc=DIGEST)
    device: Mapped[str] = mapped_column(doc="What the browser calls itself, shortened.")
    last_seen_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(doc="When it ends, however much it is used.")
    revoked_at: Mapped[datetime | None]
    needs_second_factor: Mapped[bool]
    second_factor_at: Mapped[datetime | None] = mapped_column(doc="When a second factor was proved in it.")
    stepped_up_at: Mapped[datetime | None] = mapped_column(doc="When it was last proved who sits at it.")
    challenge: Mapped[bytes | None] = mapped_column(LargeBinary, doc="What a passkey is to sign next, once.")
    challenge_expires_at: Mapped[datetime | None]


class FactorKind(enum.Enum):
    """A way to prove who one is, beside the password."""

    TOTP = "totp"
    PASSKEY = "passkey"


class Factor(Base):
    """One row is one second factor of an account: an app that makes codes, or a passkey."""

    __tablename__ = "factors"
    __table_args__ = (UniqueConstraint("credential_id"), Index(None, "account_id"))

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[FactorKind] = mapped_column(one_of(FactorKind))
    name: Mapped[str] = mapped_column(doc="What its owner calls it, such as “blue key”.")
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, doc="The secret of an app, encrypted for this row.")
    credential_id: Mapped[bytes | None] = mapped_column(LargeBinary, doc="What a passkey is known by.")
    public_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    counter: Mapped[int] = mapped_column(
        BigInteger, server_default=text("0"), doc="How far it was used: the step of the last code, or a count of uses."
    )
    confirmed_at: Mapped[datetime | None] = mapped_column(doc="Null until it was proved once; till then it is nothing.")
    last_used_at: Mapped[datetime | None]


class RecoveryCode(Base):
    """One row is one code that stands in for a second factor, once."""

    __tablename__ = "recovery_codes"
    __table_args__ = (UniqueConstraint("digest"), Index(None, "account_id"))

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    digest: Mapped[bytes] = mapped_column(LargeBinary, doc="SHA-256 of account and code, which has 80 random bits.")
    used_at: Mapped[datetime | None]


class SignInLink(Base):
    """One row is one secret in a letter that signs somebody in, once."""

    __tablename__ = "sign_in_links"
    __table_args__ = (UniqueConstraint("digest"), Index(None, "account_id"))

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    digest: Mapped[bytes] = mapped_column(LargeBinary, doc=DIGEST)
    is_invitation: Mapped[bool]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class SignInFailure(Base):
    """One row is one attempt that failed. It is kept for an hour."""

    __tablename__ = "sign_in_failures"
    __table_args__ = (
        Index(None, "network", "failed_at"),
        Index(None, "subject", "failed_at"),
        Index(None, "failed_at"),
    )

    subject: Mapped[str] = mapped_column(doc="Keyed digest of what was tried: an address, or a second factor.")
    network: Mapped[str] = mapped_column(doc="Keyed digest of where it came from.")
    failed_at: Mapped[datetime]
