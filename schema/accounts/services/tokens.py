"""Secrets with which programs act for an account."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from schema.accounts import access, models
from schema.accounts.means import digest, new_secret
from schema.accounts.refusals import ScopeMissing, TokenExpiresInThePast
from schema.change import Change
from schema.context import Scope
from schema.errors import NotAllowed, NotFound
from schema.sources import encode_id
from schema.texts import MAX_NAME, line

SECRET_PREFIX = "cq_"


async def create_token(
    change: Change, *, account: models.Account, name: str, scopes: Collection[Scope], expires_at: datetime
) -> tuple[models.ApiToken, str]:
    """Make a secret with which a program acts for an account. The secret is not kept: show it once.

    Args:
        name: where it is used; at most 200 characters.

    Raises:
        NotAllowed, ScopeMissing, TokenExpiresInThePast, TextMissing, TextTooLong, TextUnstorable.

    Records:
        token.created
    """
    if not access.may_make_tokens(change.actor, account.id):
        raise NotAllowed(verb="make a token", role="administrator", path=("input",))
    if not scopes:
        raise ScopeMissing(path=("input", "scopes"))
    if expires_at <= change.now:
        raise TokenExpiresInThePast(path=("input", "expiresAt"))
    secret = new_secret(SECRET_PREFIX)
    token = models.ApiToken(
        account_id=account.id,
        name=line(name, "The name", MAX_NAME, ("input", "name")),
        digest=digest(secret),
        scopes=sorted({scope.value for scope in scopes}),
        expires_at=expires_at,
    )
    change.db.add(token)
    await change.db.flush()
    change.record("token.created", token, None, name=token.name, account=account.name, scopes=token.scopes)
    await change.db.flush()
    return token, secret


async def revoke_token(change: Change, token_id: UUID) -> models.ApiToken:
    """Make a token useless from now on. Revoking it again changes nothing.

    Raises:
        NotFound.

    Records:
        token.revoked
    """
    token = await change.db.get(models.ApiToken, token_id, with_for_update=True, populate_existing=True)
    account = await change.db.get_one(models.Account, token.account_id) if token else None
    if token is None or account is None or not await access.may_revoke_tokens(change.db, change.actor, account):
        raise NotFound(noun="token", key=encode_id("ApiToken", token_id), path=("input", "token"))
    if token.revoked_at is None:
        token.revoked_at = change.now
        change.record("token.revoked", token, None, name=token.name)
        await change.db.flush()
    return token
