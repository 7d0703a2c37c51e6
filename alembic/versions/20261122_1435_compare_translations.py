"""Compare translations with the authentic text.

Why: a translation is held against the authentic text part by part. Revisions keep what their parts were made from, and
the blocks of a draft beside a live text; comparisons keep what came of it.
Locks: revisions, for an instant: two columns without a default. The table is new.
Back: what was confirmed is lost; every word stays.
Needs: none. What the release before this one saves has no origins, and they are inferred when it is compared.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "compare_translations"
down_revision = "add_webhooks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("revisions", sa.Column("blocks", postgresql.JSONB(), nullable=True))
    op.add_column("revisions", sa.Column("origins", postgresql.JSONB(), nullable=True))
    now = sa.text("now()")
    op.create_table(
        "comparisons",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("translation_id", sa.Uuid(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("revision_number", sa.Integer(), nullable=False),
        sa.Column("authentic_revision_number", sa.Integer(), nullable=False),
        sa.Column("origins", postgresql.JSONB(), nullable=False),
        sa.Column("rows", postgresql.JSONB(), nullable=False),
        sa.Column("part_count", sa.Integer(), nullable=False),
        sa.Column("outdated_count", sa.Integer(), nullable=False),
        sa.Column("untranslated_count", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.ForeignKeyConstraint(
            ["translation_id"],
            ["translations.id"],
            name=op.f("fk_comparisons_translation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comparisons")),
        sa.UniqueConstraint("translation_id", "is_public", name=op.f("uq_comparisons_translation_id_is_public")),
    )
    op.create_index(
        "ix_comparisons_outdated",
        "comparisons",
        ["translation_id"],
        postgresql_where=sa.text("is_public and outdated_count > 0"),
    )


def downgrade() -> None:
    op.drop_table("comparisons")
    op.drop_column("revisions", "origins")
    op.drop_column("revisions", "blocks")
