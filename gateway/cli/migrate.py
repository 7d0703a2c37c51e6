"""`communique migrate`: the tables of the database, brought to this release."""

import asyncio
from typing import Annotated

import typer

from gateway.cli.endings import Exit
from gateway.cli.presenting import Json, Screen, typed
from gateway.cli.reaching import reached_database


def migrate(
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit 1 if something is to be applied.")
    ] = False,
    json: Json = False,
) -> int:
    """Bring the tables of the database up to date; what is there stays.

    It may run while servers of the release before answer: every migration works with it. Two at once take turns.

    With --json: `applied` and `pending`, the revisions in their order.
    """
    from gateway import migrations
    from gateway.settings import load_settings

    screen, settings = Screen(json), load_settings()
    with reached_database(settings) as url:
        before = asyncio.run(migrations.pending(url))
        applied = () if check else asyncio.run(migrations.upgrade(url))
        pending = before if check else ()
    screen.answer({"applied": applied, "pending": pending})
    for revision in applied:
        screen.line(f"  applied  {revision}")
    for revision in pending:
        screen.line(f"  pending  {revision}")
    if pending:
        screen.note(f"The tables are older than this release. Type: {typed('migrate')}")
        return Exit.FOUND
    screen.line("  The tables are up to date.")
    return Exit.DONE
