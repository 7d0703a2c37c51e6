"""Add its lineage to each mission.

Why: what holds for a mission and all below it, such as a hold, is asked in every list; a walk up the tree for each row
is not.
Locks: missions, which are hundreds; under a second.
Back: the column goes, and is filled again when it comes back.
Needs: none.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "add_lineage_to_missions"
down_revision = "add_letters"
branch_labels = None
depends_on = None

FILL = """
with recursive above(id, lineage) as (
    select id, array[id] from missions where parent_id is null
    union all
    select missions.id, array[missions.id] || above.lineage from missions join above on missions.parent_id = above.id
)
update missions set lineage = above.lineage from above where missions.id = above.id
"""


def upgrade() -> None:
    kind = postgresql.ARRAY(sa.Uuid())
    op.add_column("missions", sa.Column("lineage", kind, server_default=sa.text("'{}'::uuid[]"), nullable=False))
    op.execute(FILL)


def downgrade() -> None:
    op.drop_column("missions", "lineage")
