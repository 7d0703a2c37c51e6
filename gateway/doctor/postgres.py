"""What is looked at in Postgres: that it answers, is the right one, and is kept well."""

import time
from collections.abc import AsyncIterator
from typing import Any

import asyncpg

from gateway import migrations
from gateway.doctor.finding import Finding, fail, ok, warn
from gateway.embedded import EmbeddedRefused, database
from gateway.migrations import MigrationRefused, engine_url
from gateway.settings import Settings
from gateway.settings_types import Environment
from schema.languages import SEARCH_CONFIGURATIONS

NEEDED_VERSION = 18
ANSWER_TIMEOUT_SECONDS = 5
SKEW_WARN_SECONDS, SKEW_FAIL_SECONDS = 1.0, 30.0
WAIT_WARN_SECONDS, WAIT_FAIL_SECONDS = 300, 3_600
OTHER_CONNECTIONS = 5  # migrations, a command of the operator, a backup
OUTBOX = """
    select row(
        count(*) filter (where delivered_at is null),
        count(delivered_at),
        extract(epoch from clock_timestamp() - min(created_at) filter (where delivered_at is null))::float8
    )
    from outbox_events
"""
SAFETY = ("fsync", "full_page_writes", "synchronous_commit")


async def examine_postgres(settings: Settings) -> list[Finding]:
    """Look at the database in use. What cannot be looked at without an answer from it is left out."""
    try:
        with database(settings) as url:
            return [finding async for finding in _look(url, settings)]
    except EmbeddedRefused as refused:
        return [fail("postgres", str(refused), "Set COMMUNIQUE_DATABASE_URL to a Postgres 18, or do what it says.")]


async def _look(url: str, settings: Settings) -> AsyncIterator[Finding]:
    place = engine_url(url).set(drivername="postgresql").render_as_string(hide_password=True)
    try:
        connection = await asyncpg.connect(url, timeout=ANSWER_TIMEOUT_SECONDS)
    except (OSError, asyncpg.PostgresError, ValueError) as error:
        reason = str(error).strip().split("\n")[0] or "it does not answer in time"
        fix = "Start it, and check the host, the password and the firewall in COMMUNIQUE_DATABASE_URL."
        yield fail("postgres", f"{place} cannot be reached: {reason}.", fix)
        return
    try:
        for look in (_version, _configuration, _clock, _searches):
            yield await look(connection, settings)
        yield await _tables(url)
        yield await _deliveries(connection)
    finally:
        await connection.close()


async def _version(connection: asyncpg.Connection, _: Settings) -> Finding:
    version: str = (await connection.fetchval("show server_version")).split()[0]
    if int(version.split(".")[0]) < NEEDED_VERSION:
        fix = f"Use Postgres {NEEDED_VERSION} or later: older ones have no uuidv7()."
        return fail("postgres", f"It is version {version}.", fix)
    return ok("postgres", f"Version {version} answers.")


async def _configuration(connection: asyncpg.Connection, settings: Settings) -> Finding:
    """The settings of Postgres without which something is lost, or nobody is served."""
    names = ("server_encoding", "transaction_read_only", "max_connections", *SAFETY)
    it: dict[str, str] = {name: await connection.fetchval("select current_setting($1)", name) for name in names}
    if it["server_encoding"] != "UTF8":
        fix = "create database communique template template0 encoding 'UTF8'"
        return fail("configuration", f"The database is encoded in {it['server_encoding']}.", fix)
    if it["transaction_read_only"] == "on":
        fix = "Name the primary in COMMUNIQUE_DATABASE_URL, not a replica."
        return fail("configuration", "The database cannot be written.", fix)
    wanted = settings.read_pool_count + settings.write_pool_count + OTHER_CONNECTIONS
    if int(it["max_connections"]) < wanted:
        message = f"It allows {it['max_connections']} connections, and one server takes up to {wanted}."
        return warn("configuration", message, f"alter system set max_connections = {2 * wanted}; then restart it")
    unsafe = [name for name in SAFETY if it[name] == "off"]
    if unsafe and settings.environment is Environment.PRODUCTION:
        fix = "; ".join(f"alter system set {name} = on" for name in unsafe)
        return fail("configuration", f"{', '.join(unsafe)} off: a crash loses what was published.", fix)
    return ok("configuration", f"UTF8, writable, {it['max_connections']} connections.")


async def _clock(connection: asyncpg.Connection, _: Settings) -> Finding:
    """How far the clocks are apart; the way there and back is not counted."""
    before = time.time()
    theirs: float = await connection.fetchval("select extract(epoch from clock_timestamp())::float8")
    after = time.time()
    apart = max(before - theirs, theirs - after, 0.0)
    message = f"This machine and Postgres are {apart:.1f} s apart."
    fix = "Let both keep time by NTP: timedatectl set-ntp true"
    if apart > SKEW_FAIL_SECONDS:
        return fail("clock", message, fix)
    return warn("clock", message, fix) if apart > SKEW_WARN_SECONDS else ok("clock", message)


async def _searches(connection: asyncpg.Connection, _: Settings) -> Finding:
    """The text search configurations of the languages that we search by their grammar."""
    rows: list[Any] = await connection.fetch("select cfgname from pg_ts_config where pg_ts_config_is_visible(oid)")
    missing = sorted({*SEARCH_CONFIGURATIONS.values(), "simple"} - {row[0] for row in rows})
    if missing:
        fix = "; ".join(f"create text search configuration {name} (copy = simple)" for name in missing)
        return fail("search", f"Postgres has no text search for {', '.join(missing)}.", fix)
    return ok("search", f"{len(SEARCH_CONFIGURATIONS)} languages by their grammar, the others word by word.")


async def _tables(url: str) -> Finding:
    try:
        pending = await migrations.pending(url)
    except MigrationRefused as refused:
        return fail("tables", str(refused), "Install the newer release.")
    if pending:
        return fail("tables", f"These revisions are missing: {', '.join(pending)}.", "communique migrate")
    return ok("tables", f"Up to date: {', '.join(migrations.heads())}.")


async def _deliveries(connection: asyncpg.Connection) -> Finding:
    """How long the oldest event has been waiting to be told to others, if they were ever told of one."""
    if not await connection.fetchval("select to_regclass('outbox_events')"):
        return ok("deliveries", "There are none yet.")
    waiting, delivered, oldest = await connection.fetchval(OUTBOX)
    if not waiting:
        return ok("deliveries", "None is waiting.")
    if not delivered:
        return ok("deliveries", f"{waiting} events are kept, and nobody takes them.")
    message = f"{waiting} events are waiting, the oldest for {oldest / 60:.0f} min."
    fix = "See that a worker runs, and what its log says."
    if oldest > WAIT_FAIL_SECONDS:
        return fail("deliveries", message, fix)
    return warn("deliveries", message, fix) if oldest > WAIT_WARN_SECONDS else ok("deliveries", message)
