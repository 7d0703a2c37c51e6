"""Sessions: opened when somebody has proved who they are, ended by whoever may."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import exists, select, update

from schema.accounts import access, models
from schema.accounts.means import SigningIn, digest, new_secret
from schema.accounts.refusals import SessionNeeded, StepUpNeeded
from schema.change import Change
from schema.context import STEP_UP_HOLDS
from schema.errors import NotAllowed, NotFound
from schema.sources import encode_id

HALFWAY = timedelta(minutes=10)
LONGEST_DEVICE = 200


@dataclass(frozen=True)
class SessionOpened:
    """A session and its secret, which is kept nowhere and goes into a cookie."""

    session: models.AccountSession
    secret: str

    @property
    def is_half(self) -> bool:
        """Whether a second factor is still owed."""
        return self.session.needs_second_factor and self.session.second_factor_at is None


async def open_session(change: Change, account: models.Account) -> SessionOpened:
    """Begin a session of an account, in place of the one that asks; halfway if a second factor is owed.

    Records:
        account.signed_in
    """
    means, factor = change.handed(SigningIn), models.Factor
    await _revoke(change, models.AccountSession.id == change.actor.session_id)
    confirmed = exists().where(factor.account_id == account.id, factor.confirmed_at.is_not(None))
    is_half = bool(await change.db.scalar(select(confirmed)))
    secret = new_secret()
    session = models.AccountSession(
        account_id=account.id,
        digest=digest(secret),
        device=means.device[:LONGEST_DEVICE],
        last_seen_at=change.now,
        expires_at=change.now + (HALFWAY if is_half else means.rules.lifetime),
        needs_second_factor=is_half,
        stepped_up_at=None if is_half else change.now,
    )
    change.db.add(session)
    await change.db.flush()
    if not is_half:
        change.record("account.signed_in", account, None, second_factor=False)
        await change.db.flush()
    return SessionOpened(session, secret)


async def finish_session(change: Change, account: models.Account, session: models.AccountSession) -> SessionOpened:
    """Make a whole session of a half one, under a new secret.

    Records:
        account.signed_in
    """
    secret = new_secret()
    session.digest = digest(secret)
    session.second_factor_at = session.stepped_up_at = session.last_seen_at = change.now
    session.expires_at = change.now + change.handed(SigningIn).rules.lifetime
    change.record("account.signed_in", account, None, second_factor=True)
    await change.db.flush()
    return SessionOpened(session, secret)


async def own_session(change: Change, *, is_half: bool = False) -> tuple[models.Account, models.AccountSession]:
    """The account and the session of whoever asks, locked.

    Args:
        is_half: the session of somebody who still owes a second factor, instead of a whole one.

    Raises:
        SessionNeeded.
    """
    session = None
    if change.actor.session_id is not None:
        session = await change.db.get(
            models.AccountSession, change.actor.session_id, with_for_update=True, populate_existing=True
        )
    if session is None or session.revoked_at is not None or session.expires_at <= change.now:
        raise SessionNeeded(path=("input",))
    if is_half != (session.needs_second_factor and session.second_factor_at is None):
        raise SessionNeeded(path=("input",))
    account = await change.db.get(models.Account, session.account_id, with_for_update=True, populate_existing=True)
    if account is None or not account.is_active:
        raise SessionNeeded(path=("input",))
    return account, session


async def own_session_stepped_up(change: Change) -> tuple[models.Account, models.AccountSession]:
    """The same, of somebody who has just proved that it is they.

    Raises:
        SessionNeeded, StepUpNeeded.
    """
    account, session = await own_session(change)
    newest = session.stepped_up_at
    if newest is None or change.now - newest > STEP_UP_HOLDS:
        raise StepUpNeeded(path=("input",))
    return account, session


async def sign_out(change: Change) -> models.Account:
    """End the session that asks.

    Raises:
        SessionNeeded.

    Records:
        account.signed_out
    """
    account, session = await own_session(change)
    session.revoked_at = change.now
    change.record("account.signed_out", account, None)
    await change.db.flush()
    return account


async def revoke_sessions(
    change: Change, *, account_id: UUID | None = None, session_id: UUID | None = None
) -> models.Account:
    """End the sessions of an account but the one that asks, or one of them.

    Args:
        account_id: one's own account when left out.
        session_id: this one only.

    Raises:
        SessionNeeded, NotFound, NotAllowed.

    Records:
        account.sessions_revoked
    """
    if account_id is None or account_id == change.actor.account_id:
        account, _ = await own_session(change)
    else:
        account = await get_account_to_manage(change, account_id)
    session = models.AccountSession
    which = [session.account_id == account.id, session.id.is_distinct_from(change.actor.session_id)]
    if session_id is not None:
        which = [session.account_id == account.id, session.id == session_id]
    ended = await _revoke(change, *which)
    if session_id is not None and not ended:
        raise NotFound(noun="session", key=encode_id("AccountSession", session_id), path=("input", "session"))
    change.record("account.sessions_revoked", account, None, count=ended)
    await change.db.flush()
    return account


async def end_sessions(change: Change, account: models.Account, *, but: UUID | None = None) -> None:
    """End the sessions of an account, all but one."""
    session = models.AccountSession
    await _revoke(change, session.account_id == account.id, session.id.is_distinct_from(but))


async def get_account_to_manage(change: Change, account_id: UUID) -> models.Account:
    """An account, locked, for an administrator of everything it may do.

    Raises:
        NotFound, NotAllowed.
    """
    path = ("input", "account")
    account = await change.db.get(models.Account, account_id, with_for_update=True, populate_existing=True)
    if account is None or not await access.may_know(change.db, change.actor, account):
        raise NotFound(noun="account", key=encode_id("Account", account_id), path=path)
    if not await access.may_manage(change.db, change.actor, account):
        raise NotAllowed(verb="manage this account", role="administrator", path=path)
    return account


async def _revoke(change: Change, *which: object) -> int:
    session = models.AccountSession
    ending = update(session).where(*which, session.revoked_at.is_(None))  # type: ignore[arg-type]
    ended = await change.db.execute(ending.values(revoked_at=change.now).returning(session.id))
    return len(ended.all())
