"""Signed statements as GraphQL."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import aliased

from schema.declaring import column, enum_type, field, object_type
from schema.sources import fact, readable, sql
from schema.statements import models

SHOWN = "is_shown"
"""The fact that says whether a statement's revision is the one whose words are public now."""


@object_type
class SignedStatement:
    """What one published revision said, in a form whose signature anybody can verify. Save it whole.

    docs/howto/verify-a-statement.md tells how.
    """

    @field
    def canonical(self) -> str | None:
        """Its canonical JSON by RFC 8785; null once the revision is no longer the one that is shown."""
        return sql(case((fact(sql(self), SHOWN, False), sql(self).canonical)))

    @field
    def sha256(self) -> str:
        """The SHA-256 of the canonical form, in hexadecimal."""
        return sql(func.encode(sql(self).sha256, "hex"))

    @field
    def issuer(self) -> str | None:
        """The address of the ministry's server, which is signed too; null until it is signed, within seconds."""
        return sql(_best(self, "issuer"))

    @field
    def key_id(self) -> str | None:
        """The key that signed it, of those at /.well-known/communique-keys.json; null until it is signed."""
        _, key, best = _signatures(self)
        return sql(best.with_only_columns(key.key_id, maintain_column_froms=True).scalar_subquery())

    @field
    def signed_at(self) -> datetime | None:
        """When it was signed; null until then."""
        return sql(_best(self, "signed_at"))

    @field
    def signature(self) -> str | None:
        """The Ed25519 signature in base64url; null until it is signed."""
        signature, _, best = _signatures(self)
        written = best.with_only_columns(base64url(signature.signature), maintain_column_froms=True)
        return sql(written.scalar_subquery())


@object_type
class SigningKey:
    """A public key, with the times between which its signatures count."""

    key_id: str = column("Its thumbprint by RFC 7638.")
    used_from: datetime = column("When it began to sign.")
    used_until: datetime | None = column("When another took its place; null while it signs.")
    revoked_from: datetime | None = column("What it signed from then on counts for nothing; null: all of it counts.")

    @field
    def public_key(self) -> str:
        """Its 32 bytes in base64url, the `x` of a JWK."""
        return sql(base64url(sql(self).public_key))


@enum_type
class StatementState(enum.Enum):
    """What has become of a revision that was published."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@object_type
class StatementCheck:
    """What there is to say of a saved statement."""

    is_valid: bool = column("Whether exactly this was signed by a key of this server that counts.")
    is_known: bool = column("Whether this server has published it, as far as you may know.")
    problems: list[str] = column("What does not fit, a sentence each; empty when it is valid.")
    state: StatementState | None = column("What has become of that revision; null when it is not known.")
    superseded_by: int | None = column("The revision that is shown instead; null when it is current or withdrawn.")
    post: str | None = column("The id of the post, as the statement says.")
    locale: str | None = column("The language of the text, as the statement says.")
    revision: int | None = column("The revision, as the statement says.")
    key_id: str | None = column("The key it says it was signed with.")
    signed_at: datetime | None = column("When it says it was signed.")


def base64url(content: Any) -> Any:
    """Bytes in the alphabet of addresses, in SQL."""
    written = func.translate(func.encode(content, "base64"), "+/=\n", "-_")
    return written


def _signatures(statement: Any) -> tuple[Any, Any, Any]:
    """The rows of signature and key, and the SQL that reads the one to show: one that counts, the latest."""
    signature, key = aliased(models.Signature), aliased(models.SigningKey)
    counts = or_(key.revoked_from.is_(None), key.revoked_from > signature.signed_at)
    of = select(signature, key).where(signature.statement_id == statement.id, key.id == signature.signing_key_id)
    best = readable(of).order_by(counts.desc(), signature.signed_at.desc(), signature.id.desc()).limit(1)
    return signature, key, best


def _best(statement: Any, name: str) -> Any:
    signature, _, best = _signatures(statement)
    return best.with_only_columns(getattr(signature, name), maintain_column_froms=True).scalar_subquery()
