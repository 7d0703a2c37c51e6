"""Tables whose new rows are work for the worker: a trigger tells it at the moment they are committed."""

from sqlalchemy import DDL, Table, event

CHANNEL = "worker"
"""Where the worker listens. What it hears says nothing but “look again”."""

WAKE_WORKER = f"""
create or replace function wake_worker() returns trigger language plpgsql as $$
begin
    perform pg_notify('{CHANNEL}', '');
    return null;
end
$$
"""


def wakes_worker(table: Table, when: str = "insert") -> None:
    """Make rows that are inserted into a table, or changed, wake the worker, once for each statement."""
    trigger = f"create trigger wake_worker after {when} on {table.name} execute function wake_worker()"
    run_after_creating(table, WAKE_WORKER, trigger)


def run_after_creating(table: Table, *statements: str) -> None:
    """What the tables of a new database need besides themselves; a migration says the same for those that exist."""
    for statement in statements:
        event.listen(table, "after_create", DDL(statement.replace("%", "%%")))  # type: ignore[no-untyped-call]
