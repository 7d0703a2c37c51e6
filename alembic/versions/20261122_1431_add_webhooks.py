"""Add webhooks.

Why: addresses of others are told of events; what came of it stands beside them.
Locks: none that anyone waits for, since the tables are new; under a second.
Back: webhooks with their secrets are lost, and what was waiting to be delivered.
Needs: none.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "add_webhooks"
down_revision = "add_signed_statements"
branch_labels = None
depends_on = None

WAITING = sa.text("state = 'WAITING'")


def upgrade() -> None:
    _create_webhooks()
    _create_deliveries()


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    """A table between its key, which is first, and the two moments that every row ends in."""
    now = sa.text("now()")
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        *parts,
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _state(table: str, name: str, *values: str) -> tuple[sa.Column[str], sa.CheckConstraint]:
    listed = ", ".join(f"'{value}'" for value in values)
    return (
        sa.Column("state", sa.String(40), server_default=values[0], nullable=False),
        sa.CheckConstraint(f"state in ({listed})", name=op.f(f"ck_{table}_{name}")),
    )


def _create_webhooks() -> None:
    _table(
        "webhooks",
        sa.Column("mission_id", sa.Uuid(), nullable=True),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("events", postgresql.ARRAY(sa.Text()), nullable=False),
        *_state("webhooks", "webhookstate", "ACTIVE", "PAUSED", "OFF"),
        sa.Column("off_reason", sa.String(), nullable=True),
        sa.Column("quiet_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("previous_secret", sa.LargeBinary(), nullable=True),
        sa.Column("previous_secret_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_webhooks_mission_id")),
    )
    op.create_index(op.f("ix_webhooks_mission_id"), "webhooks", ["mission_id"])


def _create_deliveries() -> None:
    _table(
        "deliveries",
        sa.Column("webhook_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        *_state("deliveries", "deliverystate", "WAITING", "DELIVERED", "FAILED"),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False),
        sa.UniqueConstraint("webhook_id", "event_id", name=op.f("uq_deliveries_webhook_id_event_id")),
        sa.ForeignKeyConstraint(
            ["webhook_id"], ["webhooks.id"], name=op.f("fk_deliveries_webhook_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["event_id"], ["outbox_events.id"], name=op.f("fk_deliveries_event_id")),
    )
    op.create_index(op.f("ix_deliveries_event_id"), "deliveries", ["event_id"])
    op.create_index(op.f("ix_deliveries_created_at"), "deliveries", ["created_at"])
    op.create_index(op.f("ix_deliveries_due_at"), "deliveries", ["due_at"], postgresql_where=WAITING)
    op.create_index(
        op.f("ix_deliveries_webhook_id_subject_id_sequence"),
        "deliveries",
        ["webhook_id", "subject_id", "sequence"],
        postgresql_where=WAITING,
    )
    op.create_index(op.f("ix_deliveries_webhook_id_sequence_id"), "deliveries", ["webhook_id", "sequence", "id"])


def downgrade() -> None:
    op.drop_table("deliveries")
    op.drop_table("webhooks")
