"""Add schedules and holds.

Why: texts go out by themselves at a moment that was chosen before, unless somebody holds them.
Locks: none that anyone waits for, since the tables are new; under a second.
Back: taking it back forgets what was to go out, and every hold. Nothing that is public changes.
Needs: none.
"""

import sqlalchemy as sa
from alembic import op

revision = "add_schedules_and_holds"
down_revision = "add_merged_revisions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_schedules()
    _create_holds()


def downgrade() -> None:
    op.drop_table("holds")
    op.drop_table("schedules")


def _create_holds() -> None:
    op.create_table(
        "holds",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=True),
        sa.Column("includes_missions_below", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("released_by_name", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_holds_account_id")),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_holds_mission_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
    )
    op.create_index(
        op.f("ix_holds_account_id"), "holds", ["account_id"], postgresql_where=sa.text("account_id is not null")
    )
    op.create_index("ix_holds_in_force", "holds", ["created_at", "id"], postgresql_where=sa.text("released_at is null"))
    op.create_index(op.f("ix_holds_mission_id"), "holds", ["mission_id"])


def _create_schedules() -> None:
    op.create_table(
        "schedules",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("translation_id", sa.Uuid(), nullable=False),
        sa.Column("publish_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wall_time", sa.DateTime(), nullable=True),
        sa.Column("zone", sa.String(), nullable=True),
        sa.Column("occurrence", sa.String(40), nullable=True),
        sa.Column("revision_number", sa.Integer(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("waiting_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("waiting_code", sa.String(), nullable=True),
        sa.Column("waiting_reason", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("occurrence in ('FIRST', 'SECOND')", name=op.f("ck_schedules_occurrence")),
        sa.CheckConstraint("(wall_time is null) = (zone is null)", name=op.f("ck_schedules_a_wall_time_has_a_zone")),
        sa.CheckConstraint(
            "num_nonnulls(waiting_since, waiting_code, waiting_reason) in (0, 3)",
            name=op.f("ck_schedules_who_waits_knows_why"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_schedules_account_id")),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_schedules_mission_id")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_schedules_post_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["translation_id"], ["translations.id"], name=op.f("fk_schedules_translation_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedules")),
        sa.UniqueConstraint("translation_id", name=op.f("uq_schedules_translation_id")),
    )
    op.create_index(
        op.f("ix_schedules_account_id"), "schedules", ["account_id"], postgresql_where=sa.text("account_id is not null")
    )
    op.create_index(op.f("ix_schedules_mission_id_publish_at_id"), "schedules", ["mission_id", "publish_at", "id"])
    op.create_index(
        op.f("ix_schedules_next_try_at"),
        "schedules",
        ["next_try_at"],
        postgresql_where=sa.text("next_try_at is not null"),
    )
    op.create_index(op.f("ix_schedules_post_id"), "schedules", ["post_id"])
    op.execute("create trigger wake_worker after insert or update on schedules execute function wake_worker()")
