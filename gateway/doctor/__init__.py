"""Everything that must hold for a server to work, looked at one by one, each with what to do when it does not."""

import asyncio
from collections.abc import Iterable

from gateway.doctor.finding import Finding, as_json, as_table, is_healthy
from gateway.doctor.machine import clocks_of_the_world, disk, media_folder, public_url, secret, settings_in_use
from gateway.doctor.postgres import examine_postgres
from gateway.settings import Settings

__all__ = ["Finding", "as_json", "as_table", "examine", "is_healthy"]

# In the order in which an operator would look: what was asked for, the machine, the database.
OF_THE_MACHINE = [settings_in_use, secret, public_url, clocks_of_the_world, disk, media_folder]


async def examine(settings: Settings) -> list[Finding]:
    """Look at everything. Nothing is changed; the embedded Postgres is started if it is the one in use."""
    findings = await asyncio.to_thread(_of_the_machine, settings)
    return [*findings, *await examine_postgres(settings)]


def _of_the_machine(settings: Settings) -> Iterable[Finding]:
    return [look(settings) for look in OF_THE_MACHINE]
