"""Passwords: argon2id in a thread, a few at a time, and the same work whether or not there is anything to compare."""

import asyncio
import secrets
import unicodedata
from contextlib import AbstractAsyncContextManager
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST: Final = 12
LONGEST: Final = 1_000
AT_ONCE: Final = 2


class Passwords:
    """Hashes and compares. `verifications` counts the comparisons, of which every attempt takes one."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._of_nobody = self._hasher.hash(secrets.token_urlsafe())
        self.verifications = 0

    def turn(self) -> AbstractAsyncContextManager[None]:
        """Wait here, before the database is asked: who waits for the processor must not hold a connection."""
        return self._turns

    async def hashed(self, password: str) -> str:
        """What is kept of a password."""
        return await asyncio.to_thread(self._hasher.hash, _normal(password))

    async def are_equal(self, kept: str | None, password: str) -> bool:
        """Whether this is the password; where there is none, as much work for the same answer."""
        self.verifications += 1
        is_right = await asyncio.to_thread(self._compare, kept or self._of_nobody, _normal(password)[:LONGEST])
        return is_right and kept is not None

    def _compare(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False


def _normal(password: str) -> str:
    """The same characters however the keyboard composed them; a lone surrogate cannot be hashed."""
    return unicodedata.normalize("NFKC", password).encode(errors="replace").decode()
