"""Create preview links.

Why: whoever writes a text shows it to others before it is public, by a secret of which the digest is kept here.
Locks: share row exclusive on translations and accounts while the keys that name them are made: writers wait, readers
do not. The table is new and empty, so it takes a few milliseconds at any number of rows.
Back: taking it back drops every preview link; those that are out show nothing from then on.
Needs: none.
"""

import sqlalchemy as sa
from alembic import op

revision = "create_preview_links"
down_revision = "add_clearance_policies_and_revie"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "preview_links",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("translation_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_preview_links_account_id")),
        sa.ForeignKeyConstraint(
            ["translation_id"],
            ["translations.id"],
            name=op.f("fk_preview_links_translation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preview_links")),
        sa.UniqueConstraint("digest", name=op.f("uq_preview_links_digest")),
    )
    op.create_index(
        op.f("ix_preview_links_account_id"),
        "preview_links",
        ["account_id"],
        postgresql_where=sa.text("account_id is not null"),
    )
    op.create_index("ix_preview_links_translation_newest", "preview_links", ["translation_id", sa.text("id desc")])


def downgrade() -> None:
    op.drop_table("preview_links")
