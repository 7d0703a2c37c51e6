"""Proving who asks: a bearer token, or the secret of a preview link → an actor."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

from cachetools import TTLCache

from schema.accounts.services import find_actor
from schema.change import Sessions
from schema.context import VISITOR, Actor
from schema.previews.services import open_preview

REMEMBERED_SECONDS = 2
"""How long a token that was looked up is not looked up again; a revoked one is useless after that."""


class TokenRefused(Exception):
    """This token is unknown, expired or revoked. Ask its operator for another."""

    scheme = "Bearer"


class PreviewRefused(TokenRefused):
    """This preview link is wrong, expired or revoked. Ask whoever sent it for another."""

    scheme = "Preview"


class Authentication:
    """Who sends which secret."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._known: TTLCache[bytes, Actor] = TTLCache(1024, REMEMBERED_SECONDS)

    async def actor(self, authorization: str | None) -> Actor:
        """The actor of an Authorization header; a visitor when there is none.

        Raises:
            TokenRefused, PreviewRefused.
        """
        if not authorization:
            return VISITOR
        scheme, _, secret = authorization.partition(" ")
        if scheme.lower() == "preview":
            return await self._previewing(secret.strip())
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

    async def _previewing(self, secret: str) -> Actor:
        """A visitor who is shown one text besides; a link that is revoked is useless at once."""
        async with self._sessions.begin() as db:
            preview = await open_preview(db, secret, datetime.now(UTC))
        if preview is None:
            raise PreviewRefused
        return replace(VISITOR, preview=preview)
