"""What signing in takes that content does not know: keys, clocks, limits, and where a request came from."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol
from urllib.parse import urlsplit

from schema.accounts.passwords import Passwords

SECRET_BYTES = 32


class Sealing(Protocol):
    """Encrypts what is stored, for one place each."""

    def close(self, content: bytes, place: str) -> bytes:
        """Encrypt for a place."""

    def open(self, sealed: bytes, place: str) -> bytes:
        """What was sealed for this place."""


@dataclass(frozen=True)
class Window:
    """So many failures in so long a time are too many."""

    failures: int
    within: timedelta


@dataclass(frozen=True)
class Rules:
    """How long a session lasts, and how often one may fail."""

    idle: timedelta = timedelta(hours=12)
    lifetime: timedelta = timedelta(days=7)
    by_one: Window = Window(5, timedelta(minutes=15))
    """Of one network with one account."""
    by_network: Window = Window(50, timedelta(hours=1))
    of_codes: Window = Window(20, timedelta(hours=1))
    """Of all networks together with the codes of one account: a code has only six digits."""


@dataclass(frozen=True)
class SigningIn:
    """Everything the verbs of signing in are handed by the door."""

    passwords: Passwords
    seal: Sealing
    digest_key: bytes
    public_url: str
    network: str = ""
    """A keyed digest of the address a request came from."""
    device: str = ""
    rules: Rules = Rules()

    @property
    def host(self) -> str:
        """The name under which passkeys know this server."""
        return urlsplit(self.public_url).hostname or "localhost"

    def subject(self, kind: str, name: str) -> str:
        """What an attempt is counted under, so that no address stands in the table of failures."""
        return hmac.digest(self.digest_key, f"{kind} {name}".encode(errors="replace"), "sha256").hex()

    def link(self, secret: str) -> str:
        """The address of the page that uses a one-time link."""
        return f"{self.public_url}/sign-in?link={secret}"


def new_secret(prefix: str = "") -> str:
    """A secret nobody can guess."""
    return prefix + secrets.token_urlsafe(SECRET_BYTES)


def digest(secret: str) -> bytes:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode(errors="replace")).digest()
