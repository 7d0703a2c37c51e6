"""Index events by mission.

Why: members read the events of their missions in order, among very many of others.
Locks: none that anyone waits for: the index is made beside the writers, in as long as it takes to read the table twice.
Back: loses nothing.
Needs: none.
"""

from alembic import op

revision = "index_events_by_mission"
down_revision = "order_events_by_commit"
branch_labels = None
depends_on = None

NAME = "ix_outbox_events_mission_id_sequence"


def upgrade() -> None:
    with op.get_context().autocommit_block():
        op.create_index(
            NAME, "outbox_events", ["mission_id", "sequence"], postgresql_concurrently=True, if_not_exists=True
        )


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index(NAME, "outbox_events", postgresql_concurrently=True, if_exists=True)
