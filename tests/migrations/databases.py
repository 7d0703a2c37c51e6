"""Empty databases to migrate, on a throw-away server of their own, and what they look like afterwards."""

import re
import subprocess
from pathlib import Path
from uuid import uuid4

import asyncpg
from alembic.script import Script, ScriptDirectory

from gateway import migrations
from gateway.embedded.programs import installed


def revisions() -> list[Script]:
    """Every revision, oldest first."""
    scripts = ScriptDirectory.from_config(migrations.configuration())
    return list(reversed(list(scripts.walk_revisions())))


async def make_database(server: str) -> str:
    """The URL of a new, empty database."""
    name = f"empty_{uuid4().hex[:12]}"
    await execute(server, f"create database {name} template template0 encoding 'UTF8'")
    return server.replace("/communique?", f"/{name}?")


async def execute(url: str, statements: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statements)
    finally:
        await connection.close()


async def empty_tables(url: str) -> list[str]:
    """The tables without a row."""
    connection = await asyncpg.connect(url)
    try:
        names = await connection.fetch("select tablename from pg_tables where schemaname = 'public' order by 1")
        counts = {row[0]: await connection.fetchval(f'select count(*) from "{row[0]}"') for row in names}
    finally:
        await connection.close()
    return [name for name, count in counts.items() if count == 0]


def structure(url: str) -> str:
    """Everything that is defined in a database, as Postgres itself writes it, whatever the order of columns."""
    pg_dump: Path = installed() / "bin/pg_dump"
    options = ["--schema-only", "--no-owner", "--restrict-key=none", "--exclude-table=alembic_version"]
    dump = subprocess.run([pg_dump, *options, url], capture_output=True, text=True, check=True).stdout
    dump = re.sub(r"^--.*\n", "", dump, flags=re.MULTILINE)
    return re.sub(r"(?<= \(\n)(?:    .*\n)+(?=\);)", _in_order, dump)


def _in_order(columns: re.Match[str]) -> str:
    """A column that was added later stands last in a table that is migrated, and elsewhere in one made at once."""
    return "".join(sorted(line.rstrip(",\n") + ",\n" for line in columns[0].splitlines(keepends=True)))
