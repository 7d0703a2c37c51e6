"""What `Change.record` writes, and the order in which it can be read."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from schema.change import Change, Sessions, Withheld, begin_change
from schema.context import SYSTEM
from schema.history.models import AuditEntry, Event
from schema.sources import encode_id
from tests.conftest import NOW
from tests.database import fresh_database, open_engine
from tests.makers.missions import make_mission


@pytest.fixture
async def sessions() -> AsyncIterator[Sessions]:
    """Sessions on a database of their own, which is thrown away."""
    async with fresh_database() as url, open_engine(url) as engine:
        yield async_sessionmaker(engine, expire_on_commit=False)


async def told(db: AsyncSession, after: Any) -> Sequence[Any]:
    """The slugs of the missions that were made, as whoever has read so far goes on reading."""
    rows = select(Event.payload["slug"].astext).where(Event.sequence > after).order_by(Event.sequence)
    return (await db.scalars(rows)).all()


async def test_what_is_withheld_stays_in_the_audit_log(change: Change) -> None:
    mission = await make_mission(change, slug="here")
    change.record("post.unpublished", mission, mission.id, locales=["en"], reason=Withheld("Ask a@ministry.example."))
    await change.db.flush()
    entry = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.unpublished"))).one()
    event = (await change.db.scalars(select(Event).where(Event.event == "post.unpublished"))).one()
    assert entry.details == {"locales": ["en"], "reason": "Ask a@ministry.example."}
    id = encode_id("Mission", mission.id)
    assert event.payload == {"id": id, "locales": ["en"], "mission": id}
    assert (event.mission_id, event.subject_id, event.happened_at) == (mission.id, mission.id, change.now)


async def test_events_are_numbered_in_the_order_of_their_commits(sessions: Sessions) -> None:
    """A change that began first and ended last comes last, with its own events in the order it recorded them."""
    async with begin_change(sessions, SYSTEM) as slow:
        await make_mission(slow, slug="slow-1")
        await make_mission(slow, slug="slow-2")
        async with begin_change(sessions, SYSTEM) as quick:
            await make_mission(quick, slug="quick")
        async with sessions() as db:
            assert await told(db, after=0) == ["quick"]
            last = await db.scalar(select(Event.sequence))
    async with sessions() as db:
        assert await told(db, after=last) == ["slow-1", "slow-2"]


async def test_what_is_rolled_back_is_told_to_nobody(sessions: Sessions) -> None:
    async with sessions() as db:
        await make_mission(Change(db, SYSTEM, NOW), slug="never")
        await db.rollback()
    async with begin_change(sessions, SYSTEM) as change:
        await make_mission(change, slug="after")
    async with sessions() as db:
        assert await told(db, after=0) == ["after"]
