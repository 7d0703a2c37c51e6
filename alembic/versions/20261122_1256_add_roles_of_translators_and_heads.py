"""Add the roles of translators and heads.

Why: translators write texts in their languages and nothing else, heads of mission decide what an editor may not. The
role of administrators gets its whole name.
Locks: memberships, exclusively, for the time it takes to rewrite the rows of administrators: milliseconds.
Back: translators become readers, heads become editors, and the languages of translators are lost.
Needs: none. No release has been made that still says ADMIN.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "add_roles_of_translators_and_hea"
down_revision = "add_lineage_to_missions"
branch_labels = None
depends_on = None

ROLE = "ck_memberships_role"


def upgrade() -> None:
    op.add_column("memberships", sa.Column("languages", postgresql.ARRAY(sa.Text()), nullable=True))
    op.drop_constraint(op.f(ROLE), "memberships")
    op.execute("update memberships set role = 'ADMINISTRATOR' where role = 'ADMIN'")
    _only("READER", "TRANSLATOR", "AUTHOR", "EDITOR", "HEAD", "ADMINISTRATOR")


def downgrade() -> None:
    op.drop_constraint(op.f(ROLE), "memberships")
    before = {"ADMINISTRATOR": "ADMIN", "HEAD": "EDITOR", "TRANSLATOR": "READER"}
    for role, other in before.items():
        op.execute(f"update memberships set role = '{other}' where role = '{role}'")
    _only("READER", "AUTHOR", "EDITOR", "ADMIN")
    op.execute("alter table memberships validate constraint ck_memberships_role")
    op.drop_column("memberships", "languages")


def _only(*roles: str) -> None:
    listed = ", ".join(f"'{role}'" for role in roles)
    op.create_check_constraint(op.f(ROLE), "memberships", f"role in ({listed})", postgresql_not_valid=True)
