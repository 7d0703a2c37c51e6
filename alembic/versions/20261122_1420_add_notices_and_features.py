"""Add notices and features.

Why: what was public is corrected and withdrawn with a public note, and some posts stand on the front of their mission.
Locks: posts and translations, exclusively, while the list of their states is replaced: milliseconds at any size.
Back: every notice and every front is lost, and what was withdrawn counts as taken back without a trace. The row of such
a text still holds its tombstone; its words are in its revisions.
Needs: none. A release that does not know the state hides what is withdrawn.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "add_notices_and_features"
down_revision = "create_preview_links"
branch_labels = None
depends_on = None

STATED = ("posts", "translations")
BEFORE = ("DRAFT", "LIVE", "UNPUBLISHED")
KINDS = ("CLARIFICATION", "CORRECTION", "SUPERSEDED", "WITHDRAWN", "RETRACTION", "RESTORED")


def upgrade() -> None:
    for table in STATED:
        op.drop_constraint(op.f(f"ck_{table}_publicationstate"), table)
        _only(table, *BEFORE, "WITHDRAWN")
    _create_notices()
    _create_features()


def downgrade() -> None:
    op.drop_table("features")
    op.drop_table("notices")
    for table in STATED:
        op.drop_constraint(op.f(f"ck_{table}_publicationstate"), table)
        op.execute(f"update {table} set state = 'UNPUBLISHED' where state = 'WITHDRAWN'")
        _only(table, *BEFORE)
        op.execute(f"alter table {table} validate constraint ck_{table}_publicationstate")


def _only(table: str, *states: str) -> None:
    name = op.f(f"ck_{table}_publicationstate")
    op.create_check_constraint(name, table, f"state in ({_listed(states)})", postgresql_not_valid=True)


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


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


def _create_notices() -> None:
    _table(
        "notices",
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("translation_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("notes", postgresql.JSONB(), server_default=sa.text("'{}'::jsonb"), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision_before", sa.Integer(), nullable=True),
        sa.Column("revision_after", sa.Integer(), nullable=True),
        sa.Column("superseded_by_id", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(f"kind in ({_listed(KINDS)})", name=op.f("ck_notices_noticekind")),
        sa.CheckConstraint(
            "kind <> 'SUPERSEDED' or superseded_by_id is not null", name=op.f("ck_notices_superseded_by_something")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_notices_post_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["superseded_by_id"], ["posts.id"], name=op.f("fk_notices_superseded_by_id")),
        sa.ForeignKeyConstraint(
            ["translation_id"], ["translations.id"], name=op.f("fk_notices_translation_id"), ondelete="CASCADE"
        ),
    )
    newest = ["post_id", sa.text("noted_at desc"), sa.text("id desc")]
    op.create_index("ix_notices_post_newest", "notices", newest)
    for column in ("superseded_by_id", "translation_id"):
        where = sa.text(f"{column} is not null")
        op.create_index(op.f(f"ix_notices_{column}"), "notices", [column], postgresql_where=where)
    op.create_index(
        "uq_notices_standing_withdrawal",
        "notices",
        ["post_id", "translation_id"],
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text("kind in ('WITHDRAWN', 'RETRACTION') and ended_at is null"),
    )


def _create_features() -> None:
    _table(
        "features",
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_features_mission_id")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_features_post_id"), ondelete="CASCADE"),
        sa.UniqueConstraint(
            "mission_id",
            "position",
            name=op.f("uq_features_mission_id_position"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.UniqueConstraint("post_id", name=op.f("uq_features_post_id")),
    )
