"""Verifying a saved statement with the public keys, and nothing else: pure, and the same for everyone who verifies."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from schema.canonical import canonical, moment_text, sha256
from schema.statements.form import STATEMENT_FORMAT, STATEMENT_MEMBERS, from_base64url, signed_bytes

MOST_CHARACTERS = 5_000_000
NAMES = {"keyId": "key_id", "signedAt": "signed_at"}
"""GraphQL writes some members its own way."""


@dataclass(frozen=True)
class Verdict:
    """What there is to say of a saved statement."""

    problems: Sequence[str]
    """What does not fit; empty when it is valid."""
    document: Mapping[str, Any]
    """The members that were signed, as far as they could be read."""
    statement: Mapping[str, Any]
    """What was said, as far as it could be read."""

    @property
    def is_valid(self) -> bool:
        """Whether exactly this was signed by one of the keys, at a moment when it could be believed."""
        return not self.problems


def verify(text: str, keys: Mapping[str, Any]) -> Verdict:
    """Whether a saved statement is what was signed.

    Args:
        text: the document as it was served, or what GraphQL answered for `statement`.
        keys: the published keys, a JWK set.
    """
    document = read(text)
    if document is None:
        return Verdict(["This is no signed statement: it is not a JSON object of that form."], {}, {})
    statement, unread = _statement(document)
    problems = [*unread, *_signature(document, keys)]
    return Verdict(problems, document, statement)


def read(text: str) -> dict[str, Any] | None:
    """The members of a saved statement, wherever in an answer of GraphQL it stands; None when it is none."""
    if len(text) > MOST_CHARACTERS:
        return None
    try:
        found = next(_objects(json.loads(text)), None)
    except (ValueError, RecursionError):
        return None
    return found and {NAMES.get(name, name): value for name, value in found.items()}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "sha256" in value and ("canonical" in value or "signature" in value):
            yield value
        for member in value.values():
            yield from _objects(member)
    elif isinstance(value, list):
        for element in value:
            yield from _objects(element)


def digest_in(text: str) -> bytes:
    """The SHA-256 of the words in a saved statement, else the one it names; empty when there is neither."""
    document = read(text) or {}
    try:
        if isinstance(words := document.get("canonical"), str):
            return sha256(words.encode())
        return bytes.fromhex(document["sha256"])
    except (KeyError, TypeError, ValueError):
        return b""


def _statement(document: Mapping[str, Any]) -> tuple[Mapping[str, Any], list[str]]:
    """What the words in a document say, and what is wrong with them."""
    words = document.get("canonical")
    if not isinstance(words, str):
        return {}, ["The words are not in it, so only their hash can be verified."]
    problems = []
    try:
        found = sha256(words.encode()).hex()
        said = json.loads(words)
        is_canonical = isinstance(said, dict) and canonical(said).decode() == words
    except (ValueError, TypeError, RecursionError):
        return {}, ["The words in it are not in the form that is signed."]
    if found != document.get("sha256"):
        problems.append("The words were changed: their SHA-256 is not the one that was signed.")
    if not is_canonical or said.get("format") != STATEMENT_FORMAT or said.keys() != STATEMENT_MEMBERS:
        problems.append(f"The words in it are not in the form {STATEMENT_FORMAT}.")
        said = said if is_canonical else {}
    return said, problems


def _signature(document: Mapping[str, Any], keys: Mapping[str, Any]) -> Iterator[str]:
    try:
        key_id, issuer = str(document["key_id"]), str(document.get("issuer") or keys["issuer"])
        signed_at = datetime.fromisoformat(document["signed_at"])
        message = signed_bytes(issuer=issuer, key_id=key_id, sha256=str(document["sha256"]), signed_at=signed_at)
        signature = from_base64url(document["signature"])
    except (KeyError, TypeError, ValueError):
        yield "It is not signed: a part of the signature is missing, or cannot be read."
        return
    if issuer != keys.get("issuer", issuer):
        yield f"It says it is from {issuer}, and these are the keys of {keys['issuer']}."
    key = _key(keys.get("keys", ()), key_id)
    if key is None:
        yield f"None of the keys is {key_id}, with which it says it was signed."
        return
    try:
        Ed25519PublicKey.from_public_bytes(from_base64url(key["x"])).verify(signature, message)
    except (InvalidSignature, KeyError, TypeError, ValueError):
        yield "The signature is not of these words by this key."
    yield from _time(key, signed_at.astimezone(UTC))


def _key(keys: Iterable[Mapping[str, Any]], key_id: str) -> Mapping[str, Any] | None:
    return next((key for key in keys if key.get("kid") == key_id and key.get("crv") == "Ed25519"), None)


def _time(key: Mapping[str, Any], signed_at: datetime) -> Iterator[str]:
    """Whether a key could be believed when it signed."""
    moment = moment_text(signed_at)
    if moment < str(key.get("used_from") or "") or moment > str(key.get("used_until") or "9999"):
        yield f"Its key was not in use at {moment}."
    if key.get("revoked_from") and moment >= key["revoked_from"]:
        yield f"Its key was revoked for everything signed from {key['revoked_from']} on."


def as_jwk(*, key_id: str, x: str, used_from: str, used_until: str | None, revoked_from: str | None) -> dict[str, Any]:
    """A public key as a JWK of RFC 8037, with the times between which it could be believed."""
    times = {"used_from": _utc(used_from), "used_until": _utc(used_until), "revoked_from": _utc(revoked_from)}
    return {"kty": "OKP", "crv": "Ed25519", "x": x, "kid": key_id, "use": "sig", "alg": "Ed25519", **times}


def _utc(moment: str | None) -> str | None:
    return moment and moment_text(datetime.fromisoformat(moment))


def check(
    document: str, keys: Sequence[Mapping[str, Any]], issuer: str, known: Mapping[str, Any] | None
) -> dict[str, Any]:
    """What `Query.verifyStatement` answers.

    Args:
        keys: every key of this server, as `as_jwk` takes it.
        known: the state of the statement with these words here, and which revision is shown now; None: there is none.
    """
    verdict = verify(document, {"issuer": issuer, "keys": [as_jwk(**key) for key in keys]})
    said, state = verdict.statement, known and known["state"]
    return {
        "is_valid": verdict.is_valid,
        "is_known": known is not None,
        "problems": list(verdict.problems),
        "state": state,
        "superseded_by": known["shown"] if known and state == "SUPERSEDED" else None,
        "post": said.get("post"),
        "locale": said.get("locale"),
        "revision": said.get("revision"),
        "key_id": verdict.document.get("key_id"),
        "signed_at": _read_moment(verdict.document.get("signed_at")),
    }


def _read_moment(text: Any) -> str | None:
    try:
        return datetime.fromisoformat(text).astimezone(UTC).isoformat()
    except (TypeError, ValueError):
        return None
