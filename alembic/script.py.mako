"""${message}.

Why: …
Locks: which lock on which table, and for how long at how many rows.
Back: whether `downgrade` loses anything that was written since.
Needs: the release that must be running everywhere before this one; “none” if any.

The law of every revision (gateway/migrations.py enforces the figures):

1. The release before this one goes on working on the tables as they are after it. To rename is five releases: add,
   write both, backfill, read the new one, drop.
2. It waits 4 s for a lock and a statement runs 5 s at most. What cannot be done in that is not a revision.
3. One transaction. An index on a table in use is made `CONCURRENTLY`, alone in its revision, inside
   `with op.get_context().autocommit_block():` with `postgresql_concurrently=True, if_not_exists=True`.
4. A constraint on a table in use is added `NOT VALID` and validated in a later revision.
5. It changes structure. Rows are moved in alembic/backfills/, in batches, outside the deploy.
6. It says with plain values what it makes: it imports nothing from schema/, which will be another one tomorrow.
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
