"""Setting a password."""

from schema.accounts import models
from schema.accounts.means import SigningIn
from schema.accounts.passwords import LONGEST, SHORTEST
from schema.accounts.refusals import PasswordUnfit
from schema.accounts.services.sessions import end_sessions, own_session_stepped_up
from schema.change import Change


async def set_password(change: Change, *, password: str) -> models.Account:
    """Set one's password, and end every other session.

    Raises:
        SessionNeeded, StepUpNeeded, PasswordUnfit.

    Records:
        account.password_set
    """
    means = change.handed(SigningIn)
    async with means.passwords.turn():
        account, session = await own_session_stepped_up(change)
        account.password_hash = await new_password(change, account, password)
    await end_sessions(change, account, but=session.id)
    change.record("account.password_set", account, None)
    await change.db.flush()
    return account


async def new_password(change: Change, account: models.Account, password: str) -> str:
    """What is kept of a password that may be used.

    Raises:
        PasswordUnfit.
    """
    known = {(account.email or "").casefold(), account.name.casefold()}
    if not SHORTEST <= len(password) <= LONGEST or password.strip().casefold() in known:
        raise PasswordUnfit(path=("input", "password"))
    return await change.handed(SigningIn).passwords.hashed(password)
