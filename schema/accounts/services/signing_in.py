"""Signing in by a password and a second factor, and proving once more that it is you."""

from sqlalchemy import select

from schema.accounts import models
from schema.accounts.emails import folded
from schema.accounts.means import SigningIn
from schema.accounts.refusals import SecondFactorRefused, SignInRefused
from schema.accounts.services.attempts import forget_failures, note_failure, refuse_too_many
from schema.accounts.services.proving import FactorProof, prove_factor
from schema.accounts.services.sessions import SessionOpened, finish_session, open_session, own_session
from schema.change import Change


async def sign_in(change: Change, *, email: str, password: str) -> SessionOpened:
    """Begin a session by an e-mail address and a password; halfway, if the account has a second factor.

    An address that nobody has answers as a wrong password does, after the same work.

    Raises:
        TooManyAttempts, SignInRefused.

    Records:
        account.signed_in
    """
    means = change.handed(SigningIn)
    subject = means.subject("email", folded(email))
    async with means.passwords.turn():
        await refuse_too_many(change, subject)
        account = await find_by_email(change, email)
        kept = account.password_hash if account else None
        if not await means.passwords.are_equal(kept, password) or account is None:
            await note_failure(change, subject)
            raise SignInRefused(path=("input",))
    await forget_failures(change, subject)
    return await open_session(change, account)


async def complete_second_factor(change: Change, *, proof: FactorProof) -> SessionOpened:
    """Make a whole session of the half one that asks.

    Raises:
        SessionNeeded, TooManyAttempts, SecondFactorRefused.

    Records:
        account.signed_in
    """
    account, session = await own_session(change, is_half=True)
    await prove_factor(change, account, session, proof)
    return await finish_session(change, account, session)


async def step_up(change: Change, *, password: str | None = None, proof: FactorProof | None = None) -> models.Account:
    """Prove once more that it is you: by the password, or by a second factor.

    Raises:
        SessionNeeded, TooManyAttempts, SecondFactorRefused.

    Records:
        account.stepped_up
    """
    means = change.handed(SigningIn)
    async with means.passwords.turn():
        account, session = await own_session(change)
        if password is not None:
            await _prove_password(change, account, password)
    if proof is not None:
        await prove_factor(change, account, session, proof)
        session.second_factor_at = change.now
    session.stepped_up_at = change.now
    change.record("account.stepped_up", account, None)
    await change.db.flush()
    return account


async def _prove_password(change: Change, account: models.Account, password: str) -> None:
    means = change.handed(SigningIn)
    subject = means.subject("password", str(account.id))
    await refuse_too_many(change, subject)
    if not await means.passwords.are_equal(account.password_hash, password):
        await note_failure(change, subject)
        raise SecondFactorRefused(path=("input", "password"))
    await forget_failures(change, subject)


async def find_by_email(change: Change, email: str) -> models.Account | None:
    """The account in use that has this address."""
    account = models.Account
    return await change.db.scalar(select(account).where(account.email == folded(email), account.is_active))
