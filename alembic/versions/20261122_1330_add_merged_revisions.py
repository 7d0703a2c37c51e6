"""Add merged revisions.

Why: what several people save at once is brought together. What each sent stays, and says which revision holds it.
Locks: ACCESS EXCLUSIVE on revisions for a moment: a nullable column is added without writing a row.
Back: loses which revisions were brought together; all texts stay.
Needs: none.
"""

import sqlalchemy as sa
from alembic import op

revision = "add_merged_revisions"
down_revision = "chain_the_audit_entries"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("revisions", sa.Column("merged_into_number", sa.Integer()))


def downgrade() -> None:
    op.drop_column("revisions", "merged_into_number")
