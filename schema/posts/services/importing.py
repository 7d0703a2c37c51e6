"""What an import remembers: which foreign record became which row here, and what it said then."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from schema.base import Base
from schema.change import Change
from schema.errors import NotAllowed
from schema.history.models import AuditEntry
from schema.posts import access, models


async def find_imported(db: AsyncSession, mission_id: UUID, source: str) -> dict[str, models.ImportedRecord]:
    """Everything a mission ever imported from a source, by the source's key.

    Statements: 1
    """
    record = models.ImportedRecord
    found = await db.scalars(select(record).where(record.mission_id == mission_id, record.source == source))
    return {record.foreign_key: record for record in found}


async def remember_imported(
    change: Change, *, mission_id: UUID, source: str, became: Mapping[str, tuple[Base, str]]
) -> None:
    """Note which rows foreign records became; the rows must have their keys.

    Args:
        became: by the source's own key with its kind, such as ``post:4711``: the row, and the SHA-256 of the foreign
            record in hexadecimal.

    Raises:
        NotAllowed.

    Statements: 1
    """
    _check_may_import(change)
    common = {"mission_id": mission_id, "source": source}
    rows = [
        {**common, "foreign_key": key, "subject_type": type(row).__name__, "subject_id": row.id, "digest": digest}
        for key, (row, digest) in became.items()
    ]
    if rows:
        await change.db.execute(insert(models.ImportedRecord), rows)


def renew_imported(change: Change, record: models.ImportedRecord, digest: str) -> None:
    """Note that what the foreign record says now is here.

    Raises:
        NotAllowed.
    """
    _check_may_import(change)
    record.digest = digest


async def find_touched(db: AsyncSession, posts: Collection[UUID]) -> frozenset[UUID]:
    """Those of ``posts`` that somebody here has worked on: an account is in their history.

    Statements: 1
    """
    entry = AuditEntry
    found = await db.scalars(
        select(entry.subject_id).where(entry.subject_id.in_(posts), entry.account_id.is_not(None)).distinct()
    )
    return frozenset(found)


def _check_may_import(change: Change) -> None:
    if not access.may_import(change.actor):
        raise NotAllowed(verb="import", role="system", path=("input",))
