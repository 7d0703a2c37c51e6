"""`communique doctor`: everything that must hold, looked at one by one."""

import asyncio

from gateway.cli.endings import Exit
from gateway.cli.presenting import Json, Screen


def doctor(json: Json = False) -> int:
    """Look for what is wrong, and say how to put it right: settings, disk, clocks, Postgres, tables, deliveries.

    Nothing is changed. Exit 1 if something failed; a warning is no failure.

    With --json: `is_healthy` and `findings`, each with its name, status, message and fix.
    """
    from gateway.doctor import as_table, examine, is_healthy
    from gateway.settings import load_settings

    screen, findings = Screen(json), asyncio.run(examine(load_settings()))
    screen.answer({"is_healthy": is_healthy(findings), "findings": [finding._asdict() for finding in findings]})
    if not json:
        as_table(screen.people, findings)
    return Exit.DONE if is_healthy(findings) else Exit.FOUND
