import pytest

from gateway import migrations
from gateway.cli.endings import Exit
from tests.gateway.cli.typed import Type, execute


@pytest.fixture
async def newer_database(own_database: str) -> str:
    """One that a newer release has changed."""
    await execute(own_database, "update alembic_version set version_num = 'of_tomorrow'")
    return own_database


def test_an_empty_database_is_brought_up_to_date(type_: Type, empty_database: str) -> None:
    checked = type_("migrate", "--check")
    assert checked.code == Exit.FOUND
    assert "pending" in checked.out
    assert checked.err == "The tables are older than this release. Type: communique migrate\n"
    migrated = type_("migrate")
    assert migrated.code == Exit.DONE
    assert migrated.out.endswith("  The tables are up to date.\n")
    assert type_("migrate", "--check") == (Exit.DONE, "  The tables are up to date.\n", "")


def test_a_program_reads_the_revisions(type_: Type, empty_database: str) -> None:
    pending = type_("migrate", "--check", "--json").json["pending"]
    assert pending[-1] in migrations.heads()
    assert type_("migrate", "--json").json == {"applied": pending, "pending": []}
    assert type_("migrate", "--json").json == {"applied": [], "pending": []}


def test_tables_of_a_newer_release_are_left_alone(type_: Type, newer_database: str) -> None:
    for words in (["migrate"], ["migrate", "--check"], ["token", "list"]):
        ran = type_(*words)
        assert ran.code == Exit.DATABASE
        assert "“of_tomorrow”, which this release does not know" in ran.err


def test_other_commands_do_not_migrate_a_database_that_is_named(type_: Type, empty_database: str) -> None:
    ran = type_("token", "list")
    assert (ran.code, ran.out) == (Exit.DATABASE, "")
    assert ran.err == "This database has no tables yet.\nType: communique migrate\n"
