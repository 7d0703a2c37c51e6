"""Proving who asks: a bearer token, the cookie of a session, or the secret of a preview link → an actor."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cachetools import TTLCache

from schema.accounts.means import Rules
from schema.accounts.services import find_actor, find_session, note_seen
from schema.change import Sessions
from schema.context import VISITOR, Actor
from schema.previews.services import open_preview

REMEMBERED_SECONDS = 2
"""How long a token or session that was looked up is not looked up again; a revoked one is useless after that."""

SEEN_EVERY = timedelta(minutes=1)
"""How often it is written down that a session is in use."""


class TokenRefused(Exception):
    """This token is unknown, expired or revoked. Ask its operator for another."""

    scheme = "Bearer"


class PreviewRefused(TokenRefused):
    """This preview link is wrong, expired or revoked. Ask whoever sent it for another."""

    scheme = "Preview"


class SessionEnded(Exception):
    """The session is unknown, has ended or was revoked."""


class Authentication:
    """Who sends which secret."""

    def __init__(self, sessions: Sessions, rules: Rules) -> None:
        self._sessions, self._rules = sessions, rules
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
        digest = _digest("token", secret)
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

    async def actor_of_session(self, secret: str) -> Actor:
        """The actor of a cookie: an account, or somebody who still owes a second factor and is nobody yet.

        Raises:
            SessionEnded.
        """
        digest, now = _digest("session", secret), datetime.now(UTC)
        known = self._known.get(digest)
        if known is None:
            async with self._sessions() as db:
                found = await find_session(db, secret, now, self._rules)
            if found is None:
                raise SessionEnded
            known = self._known[digest] = found.actor
            if found.last_seen_at < now - SEEN_EVERY and known.session_id is not None:
                await note_seen(self._sessions, known.session_id, now)
        return known

    def forget(self, secret: str) -> None:
        """Look a session up again, since it may have changed."""
        self._known.pop(_digest("session", secret), None)


def _digest(kind: str, secret: str) -> bytes:
    return hashlib.sha256(f"{kind} {secret}".encode(errors="replace")).digest()
