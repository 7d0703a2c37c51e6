"""Signatures for tests, made by hand from what docs/reference/signed-statements.md says and by nothing of ours."""

import base64
import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from schema.change import Change
from schema.statements.models import Signature, Statement
from schema.statements.services import rotate_key

ISSUER = "https://posts.example"


def make_key(number: int) -> Ed25519PrivateKey:
    """The same key for the same number, in every run."""
    return Ed25519PrivateKey.from_private_bytes(sha256(f"key {number}".encode()).digest())


def unpadded(content: bytes) -> str:
    """Base64 as addresses have it."""
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def key_id_of(key: Ed25519PrivateKey) -> str:
    """The thumbprint of RFC 7638, whose members are sorted and without spaces."""
    x = unpadded(key.public_key().public_bytes_raw())
    return unpadded(sha256(f'{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}'.encode()).digest())


def message(issuer: str, key_id: str, digest: str, signed_at: datetime) -> bytes:
    """The bytes that are signed."""
    moment = signed_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    said = {"format": "communique-signature/1", "issuer": issuer, "key_id": key_id, "sha256": digest}
    return json.dumps({**said, "signed_at": moment}, sort_keys=True, separators=(",", ":")).encode()


async def sign_everything(change: Change) -> None:
    """Sign every statement with a second key; a first one was replaced."""
    for number in (1, 2):
        public = make_key(number).public_key().public_bytes_raw()
        key = await rotate_key(change, public_key=public, sealed_private_key=b"not read")
    private, values = make_key(2), []
    for statement in await change.db.scalars(select(Statement)):
        signature = private.sign(message(ISSUER, key.key_id, statement.sha256.hex(), change.now))
        values.append({"statement_id": statement.id, "signing_key_id": key.id, "signature": signature})
    common: dict[str, Any] = {"issuer": ISSUER, "signed_at": change.now}
    change.db.add_all(Signature(**common, **value) for value in values)
    await change.db.flush()
