"""What is stored encrypted: private keys and the secrets of others, under keys derived from the setting `secret`.

Whoever has a copy of the database and not the setting can read none of it. Whoever has both can read all of it.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import SecretStr

KEY_BYTES = 32
NONCE_BYTES = 12
FORM = b"\x01"
"""The first byte of everything sealed: AES-256-GCM under a key by HKDF-SHA256, a nonce, then the ciphertext."""


class NotUnsealed(Exception):
    """Something sealed cannot be read: it was sealed under another `secret`, for another place, or it was altered."""


class Seal:
    """Encrypts for one purpose, such as `signing keys`; what is sealed for one cannot be read for another."""

    def __init__(self, secret: SecretStr, purpose: str) -> None:
        derived = HKDF(SHA256(), KEY_BYTES, salt=None, info=f"communique: {purpose}".encode())
        self._cipher = AESGCM(derived.derive(secret.get_secret_value().encode()))

    def close(self, content: bytes, place: str) -> bytes:
        """Encrypt `content` for one place, such as the id of its row: moved to another row, it cannot be read."""
        nonce = os.urandom(NONCE_BYTES)
        return FORM + nonce + self._cipher.encrypt(nonce, content, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """What was sealed for this place.

        Raises:
            NotUnsealed.
        """
        nonce, encrypted = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        if sealed[:1] != FORM or len(nonce) != NONCE_BYTES:
            raise NotUnsealed
        try:
            return self._cipher.decrypt(nonce, encrypted, place.encode())
        except InvalidTag:
            raise NotUnsealed from None


def webhook_seal(secret: SecretStr) -> Seal:
    """What the secrets of webhooks are sealed with, by verbs, and opened with, by the worker."""
    return Seal(secret, "webhooks")
