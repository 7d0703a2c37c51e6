"""Index public posts.

Why: everyone reads live texts and tombstones by one rule, and an index serves
the newest posts only if it follows that rule.
Locks: none that anyone waits for: the index is made and the one before it dropped while posts are in use.
Back: nothing is lost.
Needs: none. The release before this one finds the newest posts without an index meanwhile.
"""

import sqlalchemy as sa
from alembic import op

revision = "index_public_posts"
down_revision = "validate_the_state_withdrawn"
branch_labels = None
depends_on = None

COLUMNS = [sa.text("sort_at desc"), sa.text("id desc")]
NOW, BEFORE = "ix_posts_public_newest", "ix_posts_live_newest"


def upgrade() -> None:
    _replace(BEFORE, NOW, "state in ('LIVE', 'WITHDRAWN')")


def downgrade() -> None:
    _replace(NOW, BEFORE, "state = 'LIVE'")


def _replace(old: str, new: str, which: str) -> None:
    options = {"postgresql_concurrently": True}
    with op.get_context().autocommit_block():
        op.create_index(new, "posts", COLUMNS, postgresql_where=sa.text(which), if_not_exists=True, **options)
        op.drop_index(old, "posts", if_exists=True, **options)
