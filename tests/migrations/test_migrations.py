import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import Connection

from gateway import migrations
from gateway.migrations import MigrationRefused
from schema.tables import metadata
from tests.migrations.databases import empty_tables, execute, make_database, revisions, structure

ROOT = Path(__file__).parents[2]
ROWS = Path(__file__).parent / "rows"
UPGRADE = "import asyncio, sys; from gateway import migrations; print(asyncio.run(migrations.upgrade(sys.argv[1])))"


async def test_up_from_nothing_is_what_the_models_say(empty_server: str, empty: str) -> None:
    assert await migrations.upgrade(empty) == tuple(revision.revision for revision in revisions())
    assert await migrations.check(empty) == ()

    made_at_once = await make_database(empty_server)
    await migrations.inside(made_at_once, _make_at_once)
    assert structure(empty) == structure(made_at_once)


def _make_at_once(connection: Connection) -> None:
    metadata.create_all(connection)
    connection.commit()


async def test_a_difference_is_named(empty: str) -> None:
    await migrations.upgrade(empty)
    await execute(empty, "alter table tags add column colour text")
    (line,) = await migrations.check(empty)
    assert "remove_column" in line
    assert "colour" in line


async def test_where_a_database_stands(empty: str) -> None:
    everything = tuple(revision.revision for revision in revisions())
    assert (await migrations.current(empty), await migrations.pending(empty)) == ((), everything)
    await migrations.upgrade(empty)
    assert (await migrations.current(empty), await migrations.pending(empty)) == (migrations.heads(), ())
    assert await migrations.upgrade(empty) == ()


async def test_each_revision_goes_up_and_down_with_rows_in_it(empty: str) -> None:
    before = "base"
    for script in revisions():
        revision = script.revision
        await _go_up(empty, revision)
        there = structure(empty)
        assert await migrations.downgrade(empty, before) == (revision,)
        await _go_up(empty, revision)
        assert structure(empty) == there
        before = revision
    assert await empty_tables(empty) == [], "each table needs a row in tests/migrations/rows/"


async def test_taking_everything_back_leaves_nothing(empty: str) -> None:
    nothing = structure(empty)
    await migrations.upgrade(empty)
    await migrations.downgrade(empty, "base")
    assert structure(empty) == nothing


async def _go_up(url: str, revision: str) -> None:
    assert await migrations.upgrade(url, revision) == (revision,)
    rows = ROWS / f"{revision}.sql"
    if rows.exists():
        await execute(url, rows.read_text())


async def test_two_upgrades_in_one_process_succeed(empty: str) -> None:
    both = await asyncio.gather(migrations.upgrade(empty), migrations.upgrade(empty))
    assert sorted(both, key=len) == [(), tuple(revision.revision for revision in revisions())]


async def test_two_servers_that_start_together_succeed(empty: str) -> None:
    both = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", UPGRADE, empty, cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        for _ in range(2)
    ]
    written = {(await process.communicate())[0].decode().strip() for process in both}
    assert [process.returncode for process in both] == [0, 0]
    assert written == {"()", str(tuple(revision.revision for revision in revisions()))}


async def test_who_waits_too_long_for_the_other_is_told(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "TURN_TIMEOUT_SECONDS", 0)
    async with _holding(empty, f"select pg_advisory_lock({migrations.TURN_KEY})"):
        with pytest.raises(MigrationRefused, match="Another server has been changing the tables"):
            await migrations.upgrade(empty)


async def test_a_table_in_use_is_not_waited_for_long(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    await migrations.upgrade(empty, revisions()[0].revision)
    before = structure(empty)
    monkeypatch.setattr(migrations, "TIMEOUTS", ("set lock_timeout = '50ms'",))
    async with _holding(empty, "lock table missions in access share mode"):
        with pytest.raises(MigrationRefused, match="in use for longer than 4 s"):
            await migrations.downgrade(empty, "base")
    assert structure(empty) == before


async def test_a_statement_that_takes_long_is_no_table_in_use(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    await migrations.upgrade(empty, revisions()[0].revision)
    before = structure(empty)
    monkeypatch.setattr(migrations, "TIMEOUTS", ("set statement_timeout = '50ms'",))
    async with _holding(empty, "lock table missions in access share mode"):
        with pytest.raises(MigrationRefused, match="A statement took longer than 5 s"):
            await migrations.downgrade(empty, "base")
    assert structure(empty) == before


@asynccontextmanager
async def _holding(url: str, statement: str) -> AsyncIterator[None]:
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction():
            await connection.execute(statement)
            yield
    finally:
        await connection.close()


async def test_a_database_of_a_newer_release_is_refused(empty: str) -> None:
    await migrations.upgrade(empty)
    await execute(empty, "update alembic_version set version_num = 'from_the_future'")
    for act in (migrations.pending, migrations.upgrade):
        with pytest.raises(MigrationRefused, match="“from_the_future”, which this release does not know"):
            await act(empty)


async def test_an_unknown_revision_is_refused(empty: str) -> None:
    with pytest.raises(MigrationRefused, match="Can't locate revision identified by 'nowhere'"):
        await migrations.upgrade(empty, "nowhere")
