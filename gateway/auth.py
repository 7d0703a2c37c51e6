"""Proving who asks: a bearer token → an actor."""

import hashlib
from datetime import UTC, datetime

from cachetools import TTLCache

from schema.accounts.services import find_actor
from schema.change import Sessions
from schema.context import VISITOR, Actor

REMEMBERED_SECONDS = 2
"""How long a token that was looked up is not looked up again; a revoked one is useless after that."""


class TokenRefused(Exception):
    """The token is unknown, expired or revoked."""


class Authentication:
    """Who sends which token."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._known: TTLCache[bytes, Actor] = TTLCache(1024, REMEMBERED_SECONDS)

    async def actor(self, authorization: str | None) -> Actor:
        """The actor of an Authorization header; a visitor when there is none.

        Raises:
            TokenRefused.
        """
        if not authorization:
            return VISITOR
        scheme, _, secret = authorization.partition(" ")
        if scheme.lower() != "bearer" or not secret.strip():
            raise TokenRefused
        digest = hashlib.sha256(secret.encode(errors="replace")).digest()
        known = self._known.get(digest)
        if known is None:
            async with self._sessions() as db:
                known = await find_actor(db, secret.strip(), datetime.now(UTC))
            if known is None:
                raise TokenRefused
            self._known[digest] = known
        return known
