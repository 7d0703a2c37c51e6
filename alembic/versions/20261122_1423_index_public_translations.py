"""Index public translations.

Why: everyone reads live texts and tombstones by one rule, and an index serves
texts by language only if it follows that rule.
Locks: none that anyone waits for: the index is made and the one before it dropped while translations are in use.
Back: nothing is lost.
Needs: none. The release before this one finds texts by language without an index meanwhile.
"""

import sqlalchemy as sa
from alembic import op

revision = "index_public_translations"
down_revision = "index_public_posts"
branch_labels = None
depends_on = None

COLUMNS = ["locale", "post_id"]
NOW, BEFORE = "ix_translations_public_locale", "ix_translations_locale_post_id"


def upgrade() -> None:
    _replace(BEFORE, NOW, "state in ('LIVE', 'WITHDRAWN')")


def downgrade() -> None:
    _replace(NOW, BEFORE, "state = 'LIVE'")


def _replace(old: str, new: str, which: str) -> None:
    options = {"postgresql_concurrently": True}
    with op.get_context().autocommit_block():
        op.create_index(new, "translations", COLUMNS, postgresql_where=sa.text(which), if_not_exists=True, **options)
        op.drop_index(old, "translations", if_exists=True, **options)
