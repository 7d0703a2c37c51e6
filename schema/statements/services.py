"""The verbs of signed statements: writing down what was published, and managing the keys that sign it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from schema.canonical import sha256
from schema.change import Change
from schema.errors import Invalid, NotAllowed, NotFound
from schema.statements import access
from schema.statements.form import Said, thumbprint
from schema.statements.models import Signature, SigningKey, Statement
from schema.texts import line, shown

MAX_REASON = 1_000


class RevokedInFuture(Invalid):
    """A key cannot be revoked from {at} on, which is still to come. Name a moment that is over."""


async def keep_statement(change: Change, translation_id: UUID, said: Said) -> None:
    """Write down what a revision says that goes out, in the form that will be signed.

    A revision that is shown again says what it said then.

    Statements: 1
    """
    canonical = said.canonical()
    values = {
        "translation_id": translation_id,
        "revision_number": said.revision,
        "canonical": canonical,
        "sha256": sha256(canonical.encode()),
    }
    kept = insert(Statement).values(values).on_conflict_do_nothing(index_elements=["translation_id", "revision_number"])
    await change.db.execute(kept)


async def rotate_key(change: Change, *, public_key: bytes, sealed_private_key: bytes) -> SigningKey:
    """Let a new key sign from now on, in place of the one that does; what that one signed stays valid.

    Args:
        public_key: 32 bytes.
        sealed_private_key: in a form that only whoever signs can read.

    Raises:
        NotAllowed.

    Records:
        signing_key.created
    """
    _check_may_manage(change)
    await lock_keys(change.db)
    before = await change.db.scalar(_current().with_for_update())
    if before is not None:
        before.used_until = change.now
        await change.db.flush()
    key = SigningKey(
        key_id=thumbprint(public_key),
        public_key=public_key,
        sealed_private_key=sealed_private_key,
        used_from=change.now,
    )
    change.db.add(key)
    await change.db.flush()
    change.record("signing_key.created", key, None, key=key.key_id, instead_of=before and before.key_id)
    await change.db.flush()
    return key


async def revoke_key(change: Change, *, key_id: str, at: datetime, reason: str) -> SigningKey:
    """Let nothing count that a key has signed since a moment. If it still signs, it stops; another is to be made.

    Statements it signed since then are signed anew by the next key. Revoking it again moves the moment.

    Args:
        at: when it may have come into wrong hands; UTC.
        reason: at most 1,000 characters.

    Raises:
        NotAllowed, NotFound, RevokedInFuture, TextMissing, TextTooLong, TextUnstorable.

    Records:
        signing_key.revoked
    """
    _check_may_manage(change)
    key = await change.db.scalar(select(SigningKey).where(SigningKey.key_id == key_id).with_for_update())
    if key is None:
        raise NotFound(noun="key", key=shown(key_id), path=("input", "key"))
    if at > change.now:
        raise RevokedInFuture(at=at.isoformat(), path=("input", "at"))
    key.revoked_from = at
    key.revoked_because = line(reason, "The reason", MAX_REASON, ("input", "reason"))
    key.used_until = key.used_until or change.now
    change.record("signing_key.revoked", key, None, key=key.key_id, at=at.isoformat(), reason=key.revoked_because)
    await change.db.flush()
    return key


async def find_current_key(db: AsyncSession) -> SigningKey | None:
    """The key that signs now.

    Statements: 1
    """
    key: SigningKey | None = await db.scalar(_current())
    return key


async def lock_keys(db: AsyncSession) -> None:
    """Let nobody else make a key until this transaction ends.

    Statements: 1
    """
    await db.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("signing keys", 0))))


async def unsigned(db: AsyncSession, limit: int) -> Sequence[Statement]:
    """Statements that no key has signed that can be believed, locked; those that another is signing are left out.

    Statements: 1
    """
    counts = or_(SigningKey.revoked_from.is_(None), SigningKey.revoked_from > Signature.signed_at)
    signed = exists().where(Signature.statement_id == Statement.id, SigningKey.id == Signature.signing_key_id, counts)
    free = select(Statement).where(~signed).order_by(Statement.id).limit(limit)
    return (await db.scalars(free.with_for_update(skip_locked=True))).all()


async def keep_signatures(db: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Keep signatures; a second one by the same key under the same statement is dropped.

    Statements: 1
    """
    kept = insert(Signature).on_conflict_do_nothing(index_elements=["statement_id", "signing_key_id"])
    await db.execute(kept, list(rows))


def _current() -> Any:
    return select(SigningKey).where(SigningKey.used_until.is_(None))


def _check_may_manage(change: Change) -> None:
    if not access.may_manage_keys(change.actor):
        raise NotAllowed(verb="manage the keys that sign", role="administrator", path=("input",))
