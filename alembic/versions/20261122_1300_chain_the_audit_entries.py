"""Chain the audit entries.

Why: whoever looks at the audit log later must be able to see that nothing in it was changed, taken out or put in.
Locks: ACCESS EXCLUSIVE on audit_entries while a trigger is made, and on missions while a foreign key to it is; under
a second at any number of rows.
Back: taking it back drops the chains, and with them the proof of every entry so far; the entries stay.
Needs: none. What servers of the release before record meanwhile is in no chain; `communique audit link` adds it.
"""

import sqlalchemy as sa
from alembic import op

revision = "chain_the_audit_entries"
down_revision = "validate_the_roles_of_membership"
branch_labels = None
depends_on = None

KEPT = """
create function refuse_to_forget() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are only added to; % is refused.', tg_table_name, tg_op
        using errcode = 'restrict_violation';
end
$$
"""


def upgrade() -> None:
    _table(
        "audit_chains",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=True),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["mission_id"], ["missions.id"], name=op.f("fk_audit_chains_mission_id")),
        sa.UniqueConstraint("mission_id", name=op.f("uq_audit_chains_mission_id"), postgresql_nulls_not_distinct=True),
    )
    _table(
        "audit_links",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("chain_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("previous_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["chain_id"], ["audit_chains.id"], name=op.f("fk_audit_links_chain_id")),
        sa.ForeignKeyConstraint(["id"], ["audit_entries.id"], name=op.f("fk_audit_links_id")),
        sa.UniqueConstraint("chain_id", "position", name=op.f("uq_audit_links_chain_id_position")),
    )
    op.execute(KEPT)
    _keep("update or delete or truncate on audit_entries")
    _keep("update or delete or truncate on audit_links")
    _keep("delete or truncate on audit_chains")


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    """A table that ends in the two moments of every row."""
    now = sa.text("now()")
    op.create_table(
        name,
        *parts,
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=now, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _keep(refused: str) -> None:
    made = f"create trigger refuse_to_forget before {refused} for each statement execute function refuse_to_forget()"
    op.execute(made)


def downgrade() -> None:
    op.drop_table("audit_links")
    op.drop_table("audit_chains")
    op.execute("drop trigger refuse_to_forget on audit_entries")
    op.execute("drop function refuse_to_forget()")
