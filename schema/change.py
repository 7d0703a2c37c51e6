"""Change: one transaction with its actor, its moment and its records.

Every verb takes one; only `begin_change` commits.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from schema.base import Base
from schema.context import Actor
from schema.errors import Refusal
from schema.events import EventName
from schema.history.chain import link_recorded, remember
from schema.history.models import AuditEntry, Event
from schema.sources import encode_id

Sessions = async_sessionmaker[AsyncSession]
Means = TypeVar("Means")


@dataclass(frozen=True)
class Withheld:
    """A detail that only the audit log keeps, such as a remark: not everybody who reads events may read it."""

    value: Any


@dataclass(frozen=True)
class Change:
    """What a verb works with: the database, who acts, when, and where it says what happened.

    A change never waits on the network: ask the world before it begins, or after it is committed.
    """

    db: AsyncSession
    actor: Actor
    now: datetime
    hands: Mapping[type, Any] = field(default_factory=dict)

    def handed(self, kind: type[Means]) -> Means:
        """What the door handed in that content cannot know by itself, such as the keys under which secrets are kept."""
        means: Means = self.hands[kind]
        return means

    def record(self, event: EventName, subject: Base, mission_id: UUID | None, **details: Any) -> None:
        """Say what happened to `subject`, which must have its key: one audit entry and one outbox event.

        ``details`` must be JSON without fractions, and hold nothing of a reader: they are kept for ever. They also go
        out to whoever reads events, but for those that are `Withheld`. ``mission_id`` is the mission whose members may
        read of it.
        """
        what = {"event": event, "subject_type": type(subject).__name__, "subject_id": subject.id}
        what |= {"mission_id": mission_id, "happened_at": self.now}
        who = {"account_id": self.actor.account_id, "actor_name": self.actor.name}
        whole = {name: said.value if isinstance(said, Withheld) else said for name, said in details.items()}
        entry = AuditEntry(**what, **who, details=whole)
        self.db.add(entry)
        remember(self.db, entry)
        told = {name: said for name, said in details.items() if not isinstance(said, Withheld)}
        payload = {"id": encode_id(type(subject).__name__, subject.id), **told}
        if mission_id:
            payload["mission"] = encode_id("Mission", mission_id)
        self.db.add(Event(**what, payload=payload))


@asynccontextmanager
async def begin_change(
    sessions: Sessions, actor: Actor, now: datetime | None = None, hands: Mapping[type, Any] | None = None
) -> AsyncIterator[Change]:
    """Open a transaction for one verb; commit when the block ends, roll back when it raises.

    What was recorded is linked into the chains of the audit log last of all.

    A refusal that keeps something (`Refusal.keeps_changes`), such as a side draft, is committed and still raised.
    """
    async with sessions() as db:
        try:
            yield Change(db, actor, now or datetime.now(UTC), hands or {})
        except Refusal as refusal:
            if refusal.keeps_changes:
                await _commit(db)
            raise
        await _commit(db)


async def _commit(db: AsyncSession) -> None:
    await link_recorded(db)
    await db.commit()
