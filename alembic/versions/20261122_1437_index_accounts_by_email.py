"""Index accounts by e-mail address.

Why: somebody who signs in is found by their address, and no two accounts have the same.
Locks: none that anyone waits for.
Back: nothing is lost.
Needs: none.
"""

from alembic import op

revision = "index_accounts_by_email"
down_revision = "let_accounts_sign_in"
branch_labels = None
depends_on = None

NAME = "ix_accounts_email"


def upgrade() -> None:
    with op.get_context().autocommit_block():
        op.create_index(
            op.f(NAME), "accounts", ["email"], unique=True, postgresql_concurrently=True, if_not_exists=True
        )


def downgrade() -> None:
    with op.get_context().autocommit_block():
        op.drop_index(op.f(NAME), "accounts", postgresql_concurrently=True, if_exists=True)
