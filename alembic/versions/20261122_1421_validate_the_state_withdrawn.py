"""Validate the state withdrawn.

Why: the revision before this one listed the states without looking at the rows there were.
Locks: posts and translations, against other changes of their structure only, while they are read once.
Back: nothing is lost; there is nothing to take back.
Needs: none.
"""

from alembic import op

revision = "validate_the_state_withdrawn"
down_revision = "add_notices_and_features"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("posts", "translations"):
        op.execute(f"alter table {table} validate constraint ck_{table}_publicationstate")


def downgrade() -> None:
    """A constraint that was validated stays so: nothing is known to be wrong with the rows."""
