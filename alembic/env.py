"""How a revision is run: alone in its database, within the timeouts, in a transaction of its own.

gateway/migrations.py hands over the connection. Alembic's own command line has none, and gets the database that the
settings name.
"""

import asyncio
import re
from typing import Any

from alembic import context
from alembic.operations import MigrationScript
from alembic.runtime.migration import MigrationContext, MigrationInfo
from sqlalchemy import Connection

from gateway import migrations
from schema.tables import metadata

ID_LENGTH = 32  # of the column in which Alembic keeps it


def name_after_the_message(_: Any, __: Any, directives: list[MigrationScript]) -> None:
    """Give a new revision the id that its file is named after: what it does, in words."""
    for script in directives:
        script.rev_id = re.sub(r"\W+", "_", (script.message or "").lower()).strip("_")[:ID_LENGTH]


LAW: dict[str, Any] = {
    "target_metadata": metadata,
    "transaction_per_migration": True,
    "compare_type": True,
    "compare_server_default": True,
    "process_revision_directives": name_after_the_message,
}


def run(connection: Connection) -> None:
    """Bring one database to the wanted revision; a second server that starts meanwhile waits for this one."""
    applied: list[str] = context.config.attributes.setdefault("applied", [])

    def note(ctx: MigrationContext, step: MigrationInfo, heads: Any, run_args: Any) -> None:
        applied.append(step.up_revision_id or "")

    with migrations.alone(connection):
        context.configure(connection=connection, on_version_apply=note, **LAW)
        with context.begin_transaction():
            context.run_migrations()


def print_sql() -> None:
    """Write the statements instead of running them, timeouts included."""
    context.configure(dialect_name="postgresql", literal_binds=True, dialect_opts={"paramstyle": "named"}, **LAW)
    for statement in migrations.TIMEOUTS:
        context.execute(statement)
    with context.begin_transaction():
        context.run_migrations()


def run_from_the_command_line() -> None:
    """Take the database that the settings name; the embedded one is started for it."""
    from gateway.embedded import database
    from gateway.settings import load_settings

    with database(load_settings()) as url:
        asyncio.run(migrations.inside(url, run))


if context.is_offline_mode():
    print_sql()
elif "connection" in context.config.attributes:
    run(context.config.attributes["connection"])
else:
    run_from_the_command_line()
