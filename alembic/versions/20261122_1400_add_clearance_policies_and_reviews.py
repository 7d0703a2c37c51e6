"""Add clearance policies and reviews.

Why: a mission chooses who must agree before a kind of post goes out, and each agreement is to an exact revision.
Locks: none that anyone waits for, since both tables are new; under a second.
Back: what was chosen and what was agreed to is lost; then every post goes out freely.
Needs: none.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "add_clearance_policies_and_revie"
down_revision = "index_events_by_mission"
branch_labels = None
depends_on = None

KINDS = ["BLOG_POST", "STATEMENT", "SPEECH", "NOTICE"]
CLEARANCES = ["FREE", "FOUR_EYES", "HEADQUARTERS", "PUBLISH_THEN_REVIEW"]
MOMENT = sa.DateTime(timezone=True)


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    """A table between its key, which is first, and the two moments that every row ends in."""
    now = sa.text("now()")
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        *parts,
        sa.Column("created_at", MOMENT, server_default=now, nullable=False),
        sa.Column("updated_at", MOMENT, server_default=now, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _one_of(table: str, column: str, name: str, values: list[str]) -> sa.CheckConstraint:
    return _check(table, name, f"{column} in ({', '.join(map(repr, values))})")


def _names(table: str, column: str, other: str, **options: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, **options)


def _index(table: str, *columns: str, where: str | None = None) -> None:
    name = op.f(f"ix_{table}_{'_'.join(columns)}")
    op.create_index(name, table, list(columns), postgresql_where=None if where is None else sa.text(where))


def upgrade() -> None:
    table = "clearance_policies"
    _table(
        table,
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=True),
        sa.Column("clearance", sa.String(40), nullable=False),
        sa.Column("review_within_hours", sa.SmallInteger(), server_default=sa.text("24"), nullable=False),
        sa.Column("allows_emergency", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("requires_step_up", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("allowed_below", postgresql.ARRAY(sa.Text()), nullable=True),
        _names(table, "mission_id", "missions"),
        _one_of(table, "kind", "postkind", KINDS),
        _one_of(table, "clearance", "clearance", CLEARANCES),
        _check(table, "reviews_within_a_week", "review_within_hours between 1 and 168"),
        sa.UniqueConstraint(
            "mission_id", "kind", name=op.f(f"uq_{table}_mission_id_kind"), postgresql_nulls_not_distinct=True
        ),
    )
    _create_reviews()


def _create_reviews() -> None:
    table = "reviews"
    _table(
        table,
        sa.Column("translation_id", sa.Uuid(), nullable=False),
        sa.Column("revision_number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("clearance", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), server_default="PENDING", nullable=False),
        sa.Column("submitted_by_id", sa.Uuid(), nullable=True),
        sa.Column("submitted_by", sa.String(), nullable=False),
        sa.Column("submitted_at", MOMENT, nullable=False),
        sa.Column("emergency", sa.String(), nullable=True),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("escalated_at", MOMENT, nullable=True),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("remarks", sa.Text(), nullable=True),
        sa.Column("published_at", MOMENT, nullable=True),
        _names(table, "translation_id", "translations", ondelete="CASCADE"),
        _names(table, "submitted_by_id", "accounts"),
        _names(table, "decided_by_id", "accounts"),
        _one_of(table, "kind", "reviewkind", ["BEFORE", "AFTER"]),
        _one_of(table, "clearance", "clearance", CLEARANCES),
        _one_of(table, "state", "reviewstate", ["PENDING", "CLEARED", "RETURNED", "OBJECTED", "LAPSED"]),
        _check(table, "due_when_it_comes_after", "(kind = 'AFTER') = (due_at is not null)"),
        _check(table, "decided_at_a_moment", "(state = 'PENDING') = (decided_at is null)"),
    )
    pending = sa.text("state = 'PENDING'")
    op.create_index("uq_reviews_pending", table, ["translation_id", "kind"], unique=True, postgresql_where=pending)
    _index(table, "translation_id", "revision_number", "id")
    _index(table, "submitted_at", "id")
    _index(table, "due_at", "id", where="state = 'PENDING' and due_at is not null")
    _index(table, "submitted_by_id", where="submitted_by_id is not null")
    _index(table, "decided_by_id", where="decided_by_id is not null")


def downgrade() -> None:
    op.drop_table("reviews")
    op.drop_table("clearance_policies")
