"""What a test sees of everything that is stored, so that it can say what changed and that nothing did."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import func, literal, select, text, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from schema.change import Change
from schema.errors import Refusal
from schema.history.models import AuditEntry, Event
from schema.tables import metadata


async def row_counts(db: AsyncSession) -> Counter[str]:
    """How many rows each table has; the difference of two says what was added."""
    counts = (select(literal(table.name), func.count()).select_from(table) for table in metadata.sorted_tables)
    return Counter({name: count for name, count in await db.execute(union_all(*counts))})


async def everything(db: AsyncSession) -> dict[str, str]:
    """A digest of every table, which changes when any value of any row does."""
    digests = (
        f"select '{table.name}', md5(coalesce(string_agg(row::text, '' order by row.id), '')) from {table.name} row"
        for table in metadata.sorted_tables
    )
    return {name: digest for name, digest in await db.execute(text(" union all ".join(digests)))}


@asynccontextmanager
async def refused(
    change: Change, refusal: type[Refusal], **details: Any
) -> AsyncIterator[pytest.ExceptionInfo[Refusal]]:
    """What is done within is refused, and leaves neither rows nor history behind."""
    before = await everything(change.db)
    with pytest.raises(refusal) as caught:
        yield caught
    assert caught.value.path[0] == "input"
    assert caught.value.message
    assert {name: caught.value.details[name] for name in details} == details
    assert await everything(change.db) == before


async def events(change: Change) -> list[str]:
    """The events recorded so far, oldest first; audit log and outbox must agree."""
    sent = list(await change.db.scalars(select(Event.event).order_by(Event.sequence)))
    audited = list(await change.db.scalars(select(AuditEntry.event)))
    assert Counter(sent) == Counter(audited)
    return sent
