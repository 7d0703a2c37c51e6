"""Tables of what happened."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, LargeBinary, Table, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Base
from schema.waking import run_after_creating, wakes_worker


class AuditEntry(Base):
    """One row is one decision, written by `Change.record` and never changed."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index(None, "subject_id", "happened_at", "id"),
        Index(None, "mission_id", "happened_at", "id"),
        Index(None, "account_id", postgresql_where=text("account_id is not null")),
    )

    event: Mapped[str]
    subject_type: Mapped[str]
    subject_id: Mapped[UUID]
    mission_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("missions.id"), doc="Whose members may read this entry; null: administrators only."
    )
    account_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("accounts.id"), doc="Null: a visitor or the system itself."
    )
    actor_name: Mapped[str]
    happened_at: Mapped[datetime]
    details: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=text("'{}'::jsonb"))


class AuditChain(Base):
    """One row is the chain of one mission's audit entries: how long it is, and the hash it ends in."""

    __tablename__ = "audit_chains"
    __table_args__ = (UniqueConstraint("mission_id", postgresql_nulls_not_distinct=True),)

    mission_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("missions.id"), doc="Null: the chain of what belongs to no mission."
    )
    length: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[bytes] = mapped_column(LargeBinary, doc="Of its last link; 32 zeros before the first.")


class AuditLink(Base):
    """One row puts the audit entry of the same key into its chain, and is never changed (schema/history/chain.py)."""

    __tablename__ = "audit_links"
    __table_args__ = (UniqueConstraint("chain_id", "position"),)

    id: Mapped[UUID] = mapped_column(ForeignKey("audit_entries.id"), primary_key=True, sort_order=-10)
    chain_id: Mapped[UUID] = mapped_column(ForeignKey("audit_chains.id"))
    position: Mapped[int] = mapped_column(BigInteger, doc="1 for the first.")
    previous_hash: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary, doc="SHA-256 of the entry, its position and the hash before.")


class Event(Base):
    """One row is one event on its way out, written with the change it tells of and kept after delivery."""

    __tablename__ = "outbox_events"
    __table_args__ = (
        UniqueConstraint("sequence"),
        Index(None, "sequence", postgresql_where=text("delivered_at is null"), unique=False),
        Index(None, "subject_id", "sequence"),
        Index(None, "mission_id", "sequence"),
    )

    sequence: Mapped[int] = mapped_column(
        BigInteger, Identity(always=True), doc="The order in which events were committed; see ORDER_BY_COMMIT."
    )
    event: Mapped[str]
    subject_type: Mapped[str]
    subject_id: Mapped[UUID]
    mission_id: Mapped[UUID | None] = mapped_column(
        doc="Whose members may read this event; null: administrators of every mission only."
    )
    happened_at: Mapped[datetime]
    payload: Mapped[dict[str, Any]] = mapped_column(JSONB)
    delivered_at: Mapped[datetime | None] = mapped_column(doc="When it was handed to every webhook that wants it.")


ORDER_BY_COMMIT = """
create or replace function order_by_commit() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(7302001);
    update outbox_events set sequence = default where id = new.id;
    return null;
end
$$
"""
"""Numbers the events of a transaction anew when it ends, one transaction at a time.

A number that was taken while others were still at work could become visible after a higher one, and whoever had read
that far would miss it.
"""

wakes_worker(cast(Table, Event.__table__))
run_after_creating(
    cast(Table, Event.__table__),
    ORDER_BY_COMMIT,
    "create constraint trigger order_by_commit after insert on outbox_events"
    " deferrable initially deferred for each row execute function order_by_commit()",
)


class KeptAnswer(Base):
    """One row is the outcome of one mutation that carried an idempotency key, kept for 24 hours."""

    __tablename__ = "kept_answers"
    __table_args__ = (UniqueConstraint("actor_key", "idempotency_key"), Index(None, "created_at"))

    actor_key: Mapped[str] = mapped_column(doc="Whose key it is: the account, or the network a visitor came from.")
    idempotency_key: Mapped[str]
    request_digest: Mapped[bytes] = mapped_column(LargeBinary, doc="SHA-256 of the mutation's name and input.")
    outcome: Mapped[dict[str, Any]] = mapped_column(JSONB, doc="Type and key of each thing the answer names.")


REFUSE_TO_FORGET = """
create or replace function refuse_to_forget() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are only added to; % is refused.', tg_table_name, tg_op
        using errcode = 'restrict_violation';
end
$$
"""
KEPT = {
    AuditEntry: "update or delete or truncate on audit_entries",
    AuditLink: "update or delete or truncate on audit_links",
    AuditChain: "delete or truncate on audit_chains",
}
"""What Postgres refuses whoever asks, so that no mistake in a verb or at a prompt can rewrite what happened."""

for model, refused in KEPT.items():
    trigger = f"create trigger refuse_to_forget before {refused} for each statement execute function refuse_to_forget()"
    run_after_creating(Base.metadata.tables[model.__tablename__], REFUSE_TO_FORGET, trigger)
