"""How often somebody may fail to prove who they are: counted in Postgres, for all servers together.

An account is never locked: whoever fails from one network keeps nobody out who comes from another.
"""

from datetime import timedelta
from math import ceil

from sqlalchemy import delete, func, select

from schema.accounts.means import SigningIn, Window
from schema.accounts.models import SignInFailure
from schema.accounts.refusals import TooManyAttempts
from schema.change import Change

KEPT = timedelta(hours=1)


async def refuse_too_many(change: Change, subject: str, *, everywhere: Window | None = None) -> None:
    """Refuse an attempt after too many failures; until this change ends, others from the same network wait.

    Args:
        everywhere: how many failures are too many from all networks together.

    Raises:
        TooManyAttempts.
    """
    means = change.handed(SigningIn)
    await change.db.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"attempts {means.network}", 0))))
    failure, rules = SignInFailure, means.rules
    is_from_here, is_of_this = failure.network == means.network, failure.subject == subject
    await _refuse_beyond(change, rules.by_one, is_from_here, is_of_this)
    await _refuse_beyond(change, rules.by_network, is_from_here)
    if everywhere is not None:
        await _refuse_beyond(change, everywhere, is_of_this)


async def _refuse_beyond(change: Change, window: Window, *which: object) -> None:
    """The failure that leaves the window first says how long to wait."""
    failed_at = SignInFailure.failed_at
    newest = (
        select(failed_at)
        .where(*which, failed_at > change.now - window.within)  # type: ignore[arg-type]
        .order_by(failed_at.desc())
        .offset(window.failures - 1)
        .limit(1)
    )
    oldest_that_counts = await change.db.scalar(newest)
    if oldest_that_counts is not None:
        wait = oldest_that_counts + window.within - change.now
        raise TooManyAttempts(seconds=max(1, ceil(wait.total_seconds())), path=("input",))


async def note_failure(change: Change, subject: str) -> None:
    """Count one failure, and forget the old ones."""
    means = change.handed(SigningIn)
    await change.db.execute(delete(SignInFailure).where(SignInFailure.failed_at < change.now - KEPT))
    change.db.add(SignInFailure(subject=subject, network=means.network, failed_at=change.now))
    await change.db.flush()


async def forget_failures(change: Change, subject: str) -> None:
    """Who has proved who they are may make mistakes again."""
    means = change.handed(SigningIn)
    mine = (SignInFailure.subject == subject, SignInFailure.network == means.network)
    await change.db.execute(delete(SignInFailure).where(*mine))
