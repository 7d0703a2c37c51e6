"""The chain of audit entries: how it grows, and that whatever is done to it behind its back is named."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import event, func, select
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker

from schema.change import Change, Sessions, begin_change
from schema.context import SYSTEM
from schema.errors import Refusal
from schema.history.chain import link
from schema.history.exporting import Line, audit_lines, unlinked
from schema.history.models import AuditChain, AuditEntry, AuditLink
from schema.history.verification import Fault, Verifier
from schema.missions.models import Mission
from tests.client import execute
from tests.conftest import NOW
from tests.database import fresh_database, open_engine
from tests.makers.missions import make_mission

ZEROS = "0" * 64
NOWHERE = UUID(int=0)
BARE = {
    "event": "post.published",
    "subject_type": "Post",
    "subject_id": NOWHERE,
    "actor_name": "Ann",
    "happened_at": NOW,
}
"""An entry as it is written past `begin_change`."""


class Kept(Refusal):
    """Somebody else was first; what was done is kept."""

    keeps_changes = True


@dataclass(frozen=True)
class Log:
    """An audit log of two missions' chains and the installation's own, in a database that may be spoilt."""

    url: str
    sessions: Sessions
    first: Mission
    second: Mission

    async def lines(self, mission: Mission | None = None) -> list[Line]:
        async with self.sessions() as db:
            return [line async for line in audit_lines(db, NOW, mission and mission.id)]

    async def faults(self, **known: Any) -> list[Fault]:
        return verified(await self.lines(), **known)

    async def spoil(self, *statements: str) -> None:
        """Do to the tables what nobody may, as somebody could who owns them."""
        off = [f"alter table {name} disable trigger all" for name in ("audit_entries", "audit_links", "audit_chains")]
        await execute(self.url, *off, *(statement.replace("$first", f"'{self.first.id}'") for statement in statements))


def verified(lines: list[Line], **known: Any) -> list[Fault]:
    verifier = Verifier(**known)
    return [fault for line in lines for fault in verifier.take(line)] + list(verifier.end())


def found(faults: list[Fault]) -> list[tuple[str, int | None]]:
    return [(fault.what, fault.position) for fault in faults]


async def note(sessions: Sessions, mission: Mission | None, *names: object) -> None:
    """Record something in a change of its own, once for each name."""
    async with begin_change(sessions, SYSTEM, NOW) as change:
        for name in names:
            record(change, mission, name)


async def fail(sessions: Sessions, mission: Mission, error: Exception) -> None:
    """Record something, then go wrong."""
    async with begin_change(sessions, SYSTEM, NOW) as change:
        record(change, mission, "failed")
        raise error


def record(change: Change, mission: Mission | None, name: object) -> None:
    subject = Mission(id=mission.id if mission else NOWHERE)
    change.record("mission.created", subject, mission and mission.id, slug=name)


@asynccontextmanager
async def counted(engine: AsyncEngine) -> AsyncIterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def note(*arguments: object) -> None:
        sent.append(str(arguments[2]))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine.sync_engine, "before_cursor_execute", note)


@pytest.fixture
async def log() -> AsyncIterator[Log]:
    async with fresh_database() as url, open_engine(url) as engine:
        sessions: Sessions = async_sessionmaker(engine, expire_on_commit=False)
        async with begin_change(sessions, SYSTEM, NOW) as change:
            first, second = await make_mission(change, slug="first"), await make_mission(change, slug="second")
        for name in ("two", "three", "four"):
            await note(sessions, first, name)
        await note(sessions, None, "one")
        yield Log(url, sessions, first, second)


async def test_a_log_that_nobody_touched_is_whole(log: Log) -> None:
    lines = await log.lines()
    assert verified(lines) == []
    heads = {line["chain"]["mission"]: line["chain"]["length"] for line in lines if "chain" in line}
    assert heads == {None: 1, f"Mission:{log.first.id}": 4, f"Mission:{log.second.id}": 1}
    assert [line["entry"]["details"]["slug"] for line in await log.lines(log.first) if "entry" in line] == [
        "first", "two", "three", "four",
    ]  # fmt: skip


async def test_an_outsider_needs_no_more_than_the_lines(log: Log) -> None:
    """Python's own JSON writes what these entries hold as RFC 8785 does; nothing of ours is used here."""
    previous, position = ZEROS, 0
    for line in (await log.lines(log.first))[2:]:
        said = line["entry"]
        assert (said["previous"], said["position"]) == (previous, position + 1)
        written = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        assert line["hash"] == hashlib.sha256(written).hexdigest()
        previous, position = line["hash"], said["position"]
    assert (await log.lines(log.first))[1]["chain"]["hash"] == previous
    assert list(said) == [
        "id", "event", "subject", "mission", "account", "actor", "happened_at", "details", "position", "previous",
    ]  # fmt: skip
    assert said["happened_at"] == "2026-03-10T09:30:00.000000Z"


async def test_one_change_may_grow_several_chains(log: Log) -> None:
    async with begin_change(log.sessions, SYSTEM, NOW) as change:
        for mission in (log.second, None, log.first, log.second):
            record(change, mission, "several")
    assert await log.faults() == []
    assert len(await log.lines(log.second)) == 2 + 3


async def test_what_was_rolled_back_is_in_no_chain(log: Log) -> None:
    before = await log.lines()
    with pytest.raises(ZeroDivisionError):
        await fail(log.sessions, log.first, ZeroDivisionError())
    async with begin_change(log.sessions, SYSTEM, NOW) as change:
        savepoint = await change.db.begin_nested()
        record(change, log.first, "lost")
        await change.db.flush()
        await savepoint.rollback()
    assert await log.lines() == before


async def test_a_refusal_that_keeps_something_is_chained(log: Log) -> None:
    with pytest.raises(Kept):
        await fail(log.sessions, log.first, Kept())
    assert len(await log.lines(log.first)) == 2 + 5
    assert await log.faults() == []


async def test_many_changes_at_once_make_one_chain(log: Log) -> None:
    async def both(name: str, *missions: Mission) -> None:
        async with begin_change(log.sessions, SYSTEM, NOW) as change:
            for mission in missions:
                record(change, mission, name)

    one, other = log.first, log.second
    await asyncio.gather(*(both(str(n), *((one, other) if n % 2 else (other, one))) for n in range(16)))
    assert await log.faults() == []
    assert len(await log.lines(one)) == 2 + 4 + 16


async def test_a_mission_begun_twice_at_once_has_one_chain(log: Log) -> None:
    async with begin_change(log.sessions, SYSTEM, NOW) as change:
        third = await make_mission(change, slug="third")
        await change.db.execute(AuditEntry.__table__.insert().values(**BARE, mission_id=third.id))
    await asyncio.gather(*(note(log.sessions, third, str(n)) for n in range(6)))
    assert found(await log.faults()) == [("not_linked", None)]


async def test_linking_costs_two_statements(log: Log) -> None:
    engine = log.sessions.kw["bind"]
    for missions in ([log.first], [log.first, log.second, None, log.first]):
        async with counted(engine) as sent, begin_change(log.sessions, SYSTEM, NOW) as change:
            for mission in missions:
                record(change, mission, "counted")
            await change.db.flush()
            sent.clear()
        assert [statement.split()[0].lower() for statement in sent] == ["insert", "with"]
    async with counted(engine) as sent, begin_change(log.sessions, SYSTEM, NOW) as change:
        await change.db.scalar(select(func.count()).select_from(AuditEntry))
    assert len(sent) == 1


@pytest.mark.parametrize("table", ["audit_entries", "audit_links", "audit_chains"])
@pytest.mark.parametrize("verb", ["update", "delete", "truncate"])
async def test_rows_are_only_added_to(log: Log, table: str, verb: str) -> None:
    statement = {
        "update": f"update {table} set created_at = now()",
        "delete": f"delete from {table}",
        "truncate": f"truncate {table} cascade",
    }[verb]
    if (verb, table) == ("update", "audit_chains"):
        await execute(log.url, statement)
        return
    with pytest.raises(asyncpg.RestrictViolationError, match=f"are only added to; {verb.upper()} is refused"):
        await execute(log.url, statement)


THIRD = "(select id from audit_links where position = 3)"
SPOILT = {
    "a detail": (
        ["update audit_entries set details = '{\"slug\": \"3\"}' where id = {third}"],
        [("content_changed", 3)],
    ),
    "a detail that was not there": (
        ["update audit_entries set details = details || '{\"by\": null}' where id = {third}"],
        [("content_changed", 3)],
    ),
    "the actor": (["update audit_entries set actor_name = 'Ann' where id = {third}"], [("content_changed", 3)]),
    "the moment": (
        ["update audit_entries set happened_at = happened_at + interval '1 microsecond' where id = {third}"],
        [("content_changed", 3)],
    ),
    "an entry deleted": (["delete from audit_entries where id = {third}"], [("entry_missing", 3)]),
    "the end cut off": (
        ["delete from audit_links where position = 4", "delete from audit_entries where details->>'slug' = 'four'"],
        [("head", 4)],
    ),
    "the head too": (
        [
            "delete from audit_links where position = 4",
            "update audit_chains set length = 3 where mission_id = $first",
        ],
        [("head", 3), ("not_linked", None)],
    ),
    "two places exchanged": (
        [
            "update audit_links set position = 9 where position = 2",
            "update audit_links set position = 2 where position = 3",
            "update audit_links set position = 3 where position = 9",
        ],
        [("content_changed", 2), ("order", 2), ("content_changed", 3), ("order", 3), ("order", 4)],
    ),
    "an entry put in": (
        ["insert into audit_entries (event, subject_type, subject_id, actor_name, happened_at)"
         " values ('post.published', 'Post', uuidv7(), 'Ann', now())"],
        [("not_linked", None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", SPOILT)
async def test_what_is_done_behind_its_back_is_named(log: Log, how: str) -> None:
    statements, expected = SPOILT[how]
    await log.spoil(*(statement.replace("{third}", THIRD) for statement in statements))
    assert found(await log.faults()) == expected


async def test_an_entry_deleted_with_its_link_leaves_a_gap(log: Log) -> None:
    await log.spoil(
        "delete from audit_links where position = 3", "delete from audit_entries where details->>'slug' = 'three'"
    )
    (fault,) = await log.faults()
    assert (fault.what, fault.position, fault.chain) == ("entry_missing", 3, f"Mission:{log.first.id}")
    assert fault.says == "Entry 3 of the chain cannot be found."


async def test_an_entry_that_was_hashed_anew_is_named_by_the_next(log: Log) -> None:
    """Somebody who changes an entry and its hash would have to change every hash after it."""
    (line,) = [line for line in await log.lines(log.first) if line.get("entry", {}).get("position") == 2]
    said = line["entry"] | {"actor": "Ann"}
    written = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    hash = hashlib.sha256(written).hexdigest()
    await log.spoil(
        f"update audit_links set hash = '\\x{hash}' where position = 2",
        "update audit_entries set actor_name = 'Ann' where details->>'slug' = 'two'",
    )
    (fault,) = await log.faults()
    assert (fault.what, fault.position) == ("order", 3)
    assert fault.says == "The entry before it is not the one that stood there."


async def test_a_chain_made_anew_is_noticed_by_who_remembers_the_old_one(log: Log) -> None:
    ends = Verifier()
    for line in await log.lines():
        list(ends.take(line))
    list(ends.end())
    await note(log.sessions, log.first, "five")
    assert await log.faults(known=ends.ends) == []
    await log.spoil("delete from audit_links", "delete from audit_entries", "delete from audit_chains")
    for name in ("first", "two", "THREE", "four", "five"):
        await note(log.sessions, log.first, name)
    assert await log.faults() == []
    assert found(await log.faults(known=ends.ends)) == [("order", 4), ("head", None), ("head", None)]


async def test_what_is_in_no_chain_can_be_put_into_one(log: Log) -> None:
    async with log.sessions() as db:
        await db.execute(AuditEntry.__table__.insert().values(**BARE, mission_id=log.first.id))
        await db.commit()
        assert found(await log.faults()) == [("not_linked", None)]
        await link(db, (await db.scalars(unlinked(None))).all())
        await db.commit()
    assert await log.faults() == []
    assert len(await log.lines(log.first)) == 2 + 5


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([], "It is empty."),
        ([{"format": "communique-audit/2"}], "It does not begin with the format communique-audit/1."),
        ([{"format": "communique-audit/1"}, {"entry": {}, "hash": ""}], "A line is none of this format"),
        ([{"format": "communique-audit/1"}, {"other": 1}], "A line is none of this format"),
    ],
)
def test_what_is_no_log_is_no_whole_one(lines: list[Line], says: str) -> None:
    (fault,) = verified(lines)
    assert fault.what == "unreadable"
    assert fault.says.startswith(says)


async def test_a_number_that_is_not_whole_is_not_recorded(log: Log) -> None:
    with pytest.raises(TypeError, match=r"0\.5 is no whole number"):
        await note(log.sessions, log.first, 0.5)
    async with log.sessions() as db:
        assert await db.scalar(select(func.count()).select_from(AuditLink)) == 6
        assert await db.scalar(select(func.sum(AuditChain.length))) == 6
