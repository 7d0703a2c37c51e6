"""Add signed statements.

Why: whoever has saved what was published must be able to prove that it was said so, by whom and when.
Locks: ACCESS EXCLUSIVE on translations while a foreign key to it is made; under a second, since the tables are new.
Back: taking it back drops the statements, the signatures and the keys, which cannot be made again. Back up first.
Needs: none. What servers of the release before publish meanwhile has no statement until it is published again.
"""

import sqlalchemy as sa
from alembic import op

revision = "add_signed_statements"
down_revision = "index_public_translations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _table(
        "signing_keys",
        sa.Column("key_id", sa.String(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_private_key", sa.LargeBinary(), nullable=False),
        sa.Column("used_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_because", sa.String(), nullable=True),
        sa.CheckConstraint(
            "revoked_from is null or used_until is not null", name=op.f("ck_signing_keys_revoked_keys_sign_no_more")
        ),
        sa.UniqueConstraint("key_id", name=op.f("uq_signing_keys_key_id")),
    )
    op.create_index(
        "uq_signing_keys_current",
        "signing_keys",
        [sa.text("(used_until is null)")],
        unique=True,
        postgresql_where=sa.text("used_until is null"),
    )
    _table(
        "statements",
        sa.Column("translation_id", sa.Uuid(), nullable=False),
        sa.Column("revision_number", sa.Integer(), nullable=False),
        sa.Column("canonical", sa.Text(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["translation_id"], ["translations.id"], name=op.f("fk_statements_translation_id")),
        sa.UniqueConstraint("sha256", name=op.f("uq_statements_sha256")),
        sa.UniqueConstraint(
            "translation_id", "revision_number", name=op.f("uq_statements_translation_id_revision_number")
        ),
    )
    _table(
        "signatures",
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("signing_key_id", sa.Uuid(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["signing_key_id"], ["signing_keys.id"], name=op.f("fk_signatures_signing_key_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name=op.f("fk_signatures_statement_id")),
        sa.UniqueConstraint("statement_id", "signing_key_id", name=op.f("uq_signatures_statement_id_signing_key_id")),
    )
    op.create_index(op.f("ix_signatures_signing_key_id"), "signatures", ["signing_key_id"])
    op.execute("create trigger wake_worker after insert on statements execute function wake_worker()")
    op.execute(
        "create trigger refuse_to_forget before update or truncate on statements"
        " for each statement execute function refuse_to_forget()"
    )


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


def downgrade() -> None:
    for name in ("signatures", "statements", "signing_keys"):
        op.drop_table(name)
