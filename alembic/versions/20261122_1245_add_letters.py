"""Add letters.

Why: somebody is told something by e-mail, such as an invitation; the worker sends it after the change is committed.
Locks: none that anyone waits for, since the table is new; under a second.
Back: letters that were not sent yet are lost.
Needs: none.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "add_letters"
down_revision = "create_the_first_tables"
branch_labels = None
depends_on = None

WAKE_WORKER = """
create or replace function wake_worker() returns trigger language plpgsql as $$
begin
    perform pg_notify('worker', '');
    return null;
end
$$
"""


def upgrade() -> None:
    now = sa.text("now()")
    op.create_table(
        "letters",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("recipient", sa.String(), nullable=True),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("data", postgresql.JSONB(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("given_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
    )
    op.create_index(op.f("ix_letters_due_at"), "letters", ["due_at"], postgresql_where=sa.text("recipient is not null"))
    op.create_index(op.f("ix_letters_created_at"), "letters", ["created_at"])
    op.execute(WAKE_WORKER)
    op.execute("create trigger wake_worker after insert on letters execute function wake_worker()")


def downgrade() -> None:
    op.drop_table("letters")
    op.execute("drop function wake_worker()")
