"""Tables of who is told of events, and what came of telling them."""

import enum
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, Text, UniqueConstraint, func, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Base, one_of
from schema.history.models import Event
from schema.missions.models import Mission


class WebhookState(enum.Enum):
    """Whether a webhook is told of events."""

    ACTIVE = "active"
    PAUSED = "paused"
    OFF = "off"


class DeliveryState(enum.Enum):
    """What came of a delivery so far."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"


class Webhook(Base):
    """One row is one address that is told of events."""

    __tablename__ = "webhooks"
    __table_args__ = (Index(None, "mission_id"),)

    mission_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("missions.id"), doc="Told of this mission and those below it; null: of everything."
    )
    url: Mapped[str]
    events: Mapped[list[str]] = mapped_column(ARRAY(Text), doc="The names of the events it is told of; empty: of all.")
    state: Mapped[WebhookState] = mapped_column(one_of(WebhookState), server_default=WebhookState.ACTIVE.name)
    off_reason: Mapped[str | None] = mapped_column(doc="Why we switched it off.")
    quiet_until: Mapped[datetime | None] = mapped_column(
        doc="It asked for rest, or did not answer: until then, nothing."
    )
    secret: Mapped[bytes] = mapped_column(LargeBinary, doc="What deliveries are signed with, sealed for this row.")
    previous_secret: Mapped[bytes | None] = mapped_column(LargeBinary, doc="The one before, while both sign.")
    previous_secret_until: Mapped[datetime | None]

    mission: Mapped[Mission | None] = relationship(lazy="raise")


class Delivery(Base):
    """One row is one event that one webhook is told of, whether it was yet or not."""

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("webhook_id", "event_id"),
        Index(None, "event_id"),
        Index(None, "webhook_id", "subject_id", "sequence", postgresql_where=text("state = 'WAITING'")),
        Index(None, "due_at", postgresql_where=text("state = 'WAITING'")),
        Index(None, "webhook_id", "sequence", "id"),
        Index(None, "created_at"),
    )

    webhook_id: Mapped[UUID] = mapped_column(ForeignKey("webhooks.id", ondelete="CASCADE"))
    event_id: Mapped[UUID] = mapped_column(ForeignKey("outbox_events.id"))
    subject_id: Mapped[UUID] = mapped_column(doc="Of the event: deliveries about one thing wait for each other.")
    sequence: Mapped[int] = mapped_column(BigInteger, doc="Of the event: the order they wait in.")
    state: Mapped[DeliveryState] = mapped_column(one_of(DeliveryState), server_default=DeliveryState.WAITING.name)
    tries: Mapped[int] = mapped_column(server_default=text("0"), doc="Since it was last asked for.")
    due_at: Mapped[datetime] = mapped_column(server_default=func.now(), doc="When it is to be tried next.")
    leased_until: Mapped[datetime | None] = mapped_column(doc="Until then one worker has it, and the others leave it.")
    delivered_at: Mapped[datetime | None]
    attempts: Mapped[list[dict[str, Any]]] = mapped_column(
        JSONB, server_default=text("'[]'::jsonb"), doc="The latest tries, oldest first: at, status, duration_ms, error."
    )

    event: Mapped[Event] = relationship(lazy="raise")
