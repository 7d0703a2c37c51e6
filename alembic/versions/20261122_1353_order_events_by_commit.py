"""Order events by commit.

Why: the number of an event is taken while its transaction is at work, so that a lower one could become visible after a
higher one, and whoever had read that far would miss it. It is taken again when the transaction ends, under a lock.
Events also say their mission, whose members may read them, and wake the worker.
Locks: access exclusive on outbox_events for an instant; it is not rewritten.
Back: whose members may read an event is lost; events written meanwhile keep their order.
Needs: none.
"""

import sqlalchemy as sa
from alembic import op

revision = "order_events_by_commit"
down_revision = "add_schedules_and_holds"
branch_labels = None
depends_on = None

ORDER_BY_COMMIT = """
create or replace function order_by_commit() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(7302001);
    update outbox_events set sequence = default where id = new.id;
    return null;
end
$$
"""


def upgrade() -> None:
    op.add_column("outbox_events", sa.Column("mission_id", sa.Uuid(), nullable=True))
    op.execute("create trigger wake_worker after insert on outbox_events execute function wake_worker()")
    op.execute(ORDER_BY_COMMIT)
    op.execute(
        "create constraint trigger order_by_commit after insert on outbox_events"
        " deferrable initially deferred for each row execute function order_by_commit()"
    )


def downgrade() -> None:
    op.execute("drop trigger order_by_commit on outbox_events")
    op.execute("drop function order_by_commit()")
    op.execute("drop trigger wake_worker on outbox_events")
    op.drop_column("outbox_events", "mission_id")
