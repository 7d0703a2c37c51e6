"""The audit log as lines, for whoever keeps or verifies it elsewhere. docs/reference/audit-log.md describes them.

{"format": "communique-audit/1", "exported_at": …}
{"chain": {"mission": …, "length": …, "hash": …}}      followed by its entries in their order
{"entry": {…}, "hash": …}
{"missing": {"id": …, "position": …}}                  a place in the chain whose entry is gone
{"unlinked": {"id": …, …}}                             after all chains: an entry that is in none
"""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from schema.canonical import moment_text
from schema.history.chain import content_of, mission_text
from schema.history.models import AuditChain, AuditEntry, AuditLink
from schema.sources import encode_id

FORMAT = "communique-audit/1"
BATCH = 500

Line = dict[str, Any]


async def audit_lines(db: AsyncSession, now: datetime, mission_id: UUID | None = None) -> AsyncIterator[Line]:
    """Every line, as of one moment and in batches, however many there are.

    Args:
        mission_id: only the chain of this mission; every chain when it is None.
    """
    await db.connection(execution_options={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True})
    yield {"format": FORMAT, "exported_at": moment_text(now)}
    chains = select(AuditChain).order_by(AuditChain.mission_id.nulls_first())
    if mission_id is not None:
        chains = chains.where(AuditChain.mission_id == mission_id)
    for chain in (await db.scalars(chains)).all():
        head = {"mission": mission_text(chain.mission_id), "length": chain.length, "hash": chain.hash.hex()}
        yield {"chain": head}
        async for line in _entries(db, chain):
            yield line
    async for line in _unlinked(db, mission_id):
        yield line


async def _entries(db: AsyncSession, chain: AuditChain) -> AsyncIterator[Line]:
    columns = (
        AuditLink.position,
        AuditLink.previous_hash,
        AuditLink.hash.label("link_hash"),
        AuditLink.id.label("key"),
    )
    links = (
        select(*AuditEntry.__table__.c, *columns)
        .select_from(AuditLink)
        .outerjoin(AuditEntry, AuditEntry.id == AuditLink.id)
        .where(AuditLink.chain_id == chain.id)
        .order_by(AuditLink.position)
    )
    async for row in await db.stream(links.execution_options(yield_per=BATCH)):
        if row.id is None:
            yield {"missing": {"id": encode_id("AuditEntry", row.key), "position": row.position}}
        else:
            yield {"entry": content_of(row, row.position, row.previous_hash), "hash": row.link_hash.hex()}


async def _unlinked(db: AsyncSession, mission_id: UUID | None) -> AsyncIterator[Line]:
    loose = unlinked(mission_id).order_by(AuditEntry.happened_at, AuditEntry.id)
    async for entry in await db.stream_scalars(loose.execution_options(yield_per=BATCH)):
        said = {"event": entry.event, "happened_at": moment_text(entry.happened_at)}
        yield {"unlinked": {"id": encode_id("AuditEntry", entry.id), "mission": mission_text(entry.mission_id), **said}}


def unlinked(mission_id: UUID | None) -> Any:
    """The statement that finds entries in no chain: of a mission, or all."""
    loose = select(AuditEntry).where(~exists().where(AuditLink.id == AuditEntry.id))
    return loose if mission_id is None else loose.where(AuditEntry.mission_id == mission_id)
