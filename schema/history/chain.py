"""The chain of audit entries: each entry's hash covers what it says, its place, and the hash of the one before.

A mission has a chain of its own, and what belongs to no mission is in another, so that missions do not wait for each
other. A chain is locked from here to the commit, which follows at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from schema.canonical import canonical, moment_text, sha256
from schema.history.models import AuditChain, AuditEntry
from schema.sources import encode_id

BEGINNING = bytes(32)
"""What stands for the hash before the first entry."""

RECORDED = "recorded audit entries"
"""Where a session remembers what its change has recorded."""

ADD_LINKS = text(
    """
    with added as (
        insert into audit_links (id, chain_id, position, previous_hash, hash)
        select * from unnest(cast(:ids as uuid[]), cast(:chains as uuid[]), cast(:positions as bigint[]),
                             cast(:previous as bytea[]), cast(:hashes as bytea[]))
    )
    update audit_chains set hash = ended.hash, updated_at = now()
    from unnest(cast(:ended as uuid[]), cast(:last as bytea[])) as ended (id, hash)
    where audit_chains.id = ended.id
    """
)


def content_of(entry: Any, position: int, previous: bytes) -> dict[str, Any]:
    """What the hash of an entry is made of. Its form is public: docs/reference/audit-log.md."""
    return {
        "id": encode_id("AuditEntry", entry.id),
        "event": entry.event,
        "subject": encode_id(entry.subject_type, entry.subject_id),
        "mission": mission_text(entry.mission_id),
        "account": None if entry.account_id is None else encode_id("Account", entry.account_id),
        "actor": entry.actor_name,
        "happened_at": moment_text(entry.happened_at),
        "details": entry.details,
        "position": position,
        "previous": previous.hex(),
    }


def mission_text(mission_id: UUID | None) -> str | None:
    """The name of a chain: the id of its mission, or None."""
    return None if mission_id is None else encode_id("Mission", mission_id)


def remember(db: AsyncSession, entry: AuditEntry) -> None:
    """Note an entry, to be linked when its change is over."""
    db.info.setdefault(RECORDED, []).append(entry)


async def link_recorded(db: AsyncSession) -> None:
    """Put what this session has recorded at the end of its chains. To be called last: until the commit others wait.

    Statements: 2, and none when nothing was recorded
    """
    await db.flush()
    # What was recorded inside a savepoint that was rolled back is not there any more.
    await link(db, [entry for entry in db.info.pop(RECORDED, ()) if inspect(entry).persistent])


async def link(db: AsyncSession, entries: Iterable[AuditEntry]) -> None:
    """Put entries at the end of their chains, in this order."""
    by_mission: dict[UUID | None, list[AuditEntry]] = {}
    for entry in entries:
        by_mission.setdefault(entry.mission_id, []).append(entry)
    if not by_mission:
        return
    rows: list[tuple[Any, ...]] = []
    last: dict[UUID, bytes] = {}
    for chain in await _grow(db, {mission: len(added) for mission, added in by_mission.items()}):
        added, last[chain.id] = by_mission[chain.mission_id], chain.hash
        for position, entry in enumerate(added, chain.length - len(added) + 1):
            previous = last[chain.id]
            last[chain.id] = sha256(canonical(content_of(entry, position, previous)))
            rows.append((entry.id, chain.id, position, previous, last[chain.id]))
    columns = map(list, zip(*rows, strict=True))
    values = dict(zip(("ids", "chains", "positions", "previous", "hashes"), columns, strict=True))
    await db.execute(ADD_LINKS, {**values, "ended": list(last), "last": list(last.values())})


async def _grow(db: AsyncSession, added: Mapping[UUID | None, int]) -> Sequence[Any]:
    """Lengthen chains, which locks them: id, mission, new length and the hash each has ended in so far.

    Always in the same order, so that no two changes wait for each other.
    """
    missions = sorted(added, key=lambda mission: mission.bytes if mission else b"")
    heads = [{"mission_id": mission, "length": added[mission], "hash": BEGINNING} for mission in missions]
    begun = insert(AuditChain).values(heads)
    grown = begun.on_conflict_do_update(
        index_elements=["mission_id"], set_={"length": AuditChain.length + begun.excluded.length}
    )
    return (
        await db.execute(grown.returning(AuditChain.id, AuditChain.mission_id, AuditChain.length, AuditChain.hash))
    ).all()
