"""Let accounts sign in.

Why: people sign in with a password or a link and second factors, and stay signed in; failures are counted.
Locks: accounts, exclusively, for two columns without a value: milliseconds. The other tables are new.
Back: e-mail addresses, passwords, sessions and second factors are lost: nobody can sign in.
Needs: none.
"""

import sqlalchemy as sa
from alembic import op

revision = "let_accounts_sign_in"
down_revision = "compare_translations"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("accounts", sa.Column("email", sa.String(), nullable=True))
    op.add_column("accounts", sa.Column("password_hash", sa.String(), nullable=True))
    _create_account_sessions()
    _create_factors()
    _create_secrets(
        "recovery_codes",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
    )
    _create_secrets(
        "sign_in_links",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("is_invitation", sa.Boolean(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
    )
    _create_sign_in_failures()


def downgrade() -> None:
    for table in ("sign_in_failures", "sign_in_links", "recovery_codes", "factors", "account_sessions"):
        op.drop_table(table)
    op.drop_column("accounts", "password_hash")
    op.drop_column("accounts", "email")


def _create_account_sessions() -> None:
    _create_secrets(
        "account_sessions",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("last_seen_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.Column("needs_second_factor", sa.Boolean(), nullable=False),
        sa.Column("second_factor_at", MOMENT, nullable=True),
        sa.Column("stepped_up_at", MOMENT, nullable=True),
        sa.Column("challenge", sa.LargeBinary(), nullable=True),
        sa.Column("challenge_expires_at", MOMENT, nullable=True),
    )


def _create_factors() -> None:
    _create_secrets(
        "factors",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("credential_id", sa.LargeBinary(), nullable=True),
        sa.Column("public_key", sa.LargeBinary(), nullable=True),
        sa.Column("counter", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("last_used_at", MOMENT, nullable=True),
        sa.CheckConstraint("kind in ('TOTP', 'PASSKEY')", name=op.f("ck_factors_factorkind")),
        unique="credential_id",
    )


def _create_sign_in_failures() -> None:
    _create(
        "sign_in_failures",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("failed_at", MOMENT, nullable=False),
    )
    op.create_index(op.f("ix_sign_in_failures_network_failed_at"), "sign_in_failures", ["network", "failed_at"])
    op.create_index(op.f("ix_sign_in_failures_subject_failed_at"), "sign_in_failures", ["subject", "failed_at"])
    op.create_index(op.f("ix_sign_in_failures_failed_at"), "sign_in_failures", ["failed_at"])


def _create_secrets(name: str, *parts: sa.schema.SchemaItem, unique: str = "digest") -> None:
    """A table of what an account proves itself by."""
    _create(
        name,
        sa.Column("account_id", sa.Uuid(), nullable=False),
        *parts,
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f(f"fk_{name}_account_id")),
        sa.UniqueConstraint(unique, name=op.f(f"uq_{name}_{unique}")),
    )
    op.create_index(op.f(f"ix_{name}_account_id"), name, ["account_id"])


def _create(name: str, *parts: sa.schema.SchemaItem) -> None:
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
