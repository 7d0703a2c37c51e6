"""The two forms that are public for ever: what is hashed, and what is signed. docs/reference/signed-statements.md."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from schema.canonical import canonical, moment_text

STATEMENT_FORMAT = "communique-statement/1"
SIGNATURE_FORMAT = "communique-signature/1"
DOCUMENT_FORMAT = "communique-signed-statement/1"
STATEMENT_MEMBERS = frozenset(
    (
        *("format", "post", "kind", "mission", "locale", "is_authentic", "slug", "revision", "published_at"),
        *("title", "summary", "body", "photos", "bylines", "notice"),
    )
)


@dataclass(frozen=True)
class Said:
    """Everything a statement says; ids are those of GraphQL."""

    post: str
    kind: str
    mission: Mapping[str, str]
    locale: str
    is_authentic: bool
    slug: str
    revision: int
    published_at: datetime
    title: str
    summary: str
    body: Mapping[str, Any]
    photos: Sequence[Mapping[str, str]]
    bylines: Sequence[Mapping[str, Any]]
    notice: Mapping[str, str] | None

    def canonical(self) -> str:
        """Its canonical form, of which the SHA-256 is made."""
        members = {name: getattr(self, name) for name in STATEMENT_MEMBERS - {"format"}}
        members |= {"format": STATEMENT_FORMAT, "published_at": moment_text(self.published_at)}
        return canonical(members).decode()


def signed_bytes(*, issuer: str, key_id: str, sha256: str, signed_at: datetime) -> bytes:
    """What a signature is made over: who signs which hash, with which key, when."""
    said = {"issuer": issuer, "key_id": key_id, "sha256": sha256, "signed_at": moment_text(signed_at)}
    return canonical({"format": SIGNATURE_FORMAT, **said})


def thumbprint(public_key: bytes) -> str:
    """The id of an Ed25519 key, by RFC 7638."""
    return base64url(hashlib.sha256(canonical({"crv": "Ed25519", "kty": "OKP", "x": base64url(public_key)})).digest())


def base64url(content: bytes) -> str:
    """Bytes in the alphabet of addresses, without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    """The bytes in a text of that alphabet."""
    return base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
