"""Validate the roles of memberships.

Why: the revision before this one listed the roles without looking at the rows there were.
Locks: memberships, against other changes of its structure only, while it is read once: milliseconds.
Back: nothing is lost; there is nothing to take back.
Needs: none.
"""

from alembic import op

revision = "validate_the_roles_of_membership"
down_revision = "add_roles_of_translators_and_hea"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table memberships validate constraint ck_memberships_role")


def downgrade() -> None:
    """A constraint that was validated stays so: nothing is known to be wrong with the rows."""
