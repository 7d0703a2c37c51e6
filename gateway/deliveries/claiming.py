"""Who is told of what, and whose turn it is: the statements of deliveries."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, func, literal, not_, or_, select, true, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from gateway.duties import NOW, seconds_from_now
from schema.history.models import Event
from schema.webhooks.access import is_told
from schema.webhooks.models import Delivery, DeliveryState, Webhook, WebhookState

HANDED_ON_AT_ONCE = 1_000
HANDING_ON = 7302002
"""The lock of handing events on: two that did it at once could hand a later event on first."""


async def hand_on(db: AsyncSession) -> bool:
    """Make a delivery of each new event for each webhook that is told of it, in the order of commits.

    Returns:
        Whether there may be more.
    """
    if not await db.scalar(select(func.pg_try_advisory_xact_lock(HANDING_ON))):
        return True
    ids = select(Event.id).where(Event.delivered_at.is_(None)).order_by(Event.sequence).limit(HANDED_ON_AT_ONCE)
    taken = update(Event).where(Event.id.in_(ids)).values(delivered_at=NOW).returning(Event.id)
    events = list(await db.scalars(taken))
    if events:
        told = (
            select(Webhook.id, Event.id, Event.subject_id, Event.sequence)
            .join(Event, is_told(Webhook, Event))
            .where(Event.id.in_(events))
        )
        made = insert(Delivery).from_select(["webhook_id", "event_id", "subject_id", "sequence"], told)
        await db.execute(made.on_conflict_do_nothing(index_elements=["webhook_id", "event_id"]))
    return len(events) == HANDED_ON_AT_ONCE


async def claim(
    db: AsyncSession, *, most: int, most_each: int, busy: Collection[UUID], lease_seconds: float
) -> Sequence[Row[Delivery, Webhook, Event]]:
    """Deliveries that are due and whose turn it is, claimed for a time.

    There are a few of each webhook, so that one that is slow does not keep the others waiting.

    Args:
        busy: webhooks that have enough under way.
    """
    delivery: Any = aliased(Delivery)
    next_of_one = (
        select(delivery.id)
        .where(delivery.webhook_id == Webhook.id, _may_be_sent(delivery), delivery.due_at <= NOW)
        .order_by(delivery.due_at, delivery.sequence)
        .limit(most_each)
        .with_for_update(skip_locked=True)
        .lateral("next_of_one")
    )
    theirs = select(next_of_one.c.id).select_from(Webhook).join(next_of_one, true())
    theirs = theirs.where(_is_told_now(), Webhook.id.not_in(busy)).limit(most)
    lease = NOW + timedelta(seconds=lease_seconds)
    claimed = update(Delivery).where(Delivery.id.in_(theirs)).values(leased_until=lease, tries=Delivery.tries + 1)
    rows = list(await db.scalars(claimed.returning(Delivery)))
    wanted = select(Delivery, Webhook, Event).join(Webhook, Webhook.id == Delivery.webhook_id)
    wanted = wanted.join(Event, Event.id == Delivery.event_id).where(Delivery.id.in_([row.id for row in rows]))
    return (await db.execute(wanted.order_by(Delivery.sequence))).all()


async def seconds_until_due(db: AsyncSession) -> float | None:
    """When the next delivery can be claimed; None when none is waiting that can be sent by itself."""
    delivery: Any = aliased(Delivery)
    free_at = func.min(func.greatest(delivery.due_at, delivery.leased_until, Webhook.quiet_until))
    waiting = select(seconds_from_now(free_at)).join(Webhook, Webhook.id == delivery.webhook_id)
    is_first = not_(_waits_for_another(delivery))
    found: float | None = await db.scalar(
        waiting.where(delivery.state == DeliveryState.WAITING, Webhook.state == WebhookState.ACTIVE, is_first)
    )
    return found


def _is_told_now() -> ColumnElement[bool]:
    quiet = or_(Webhook.quiet_until.is_(None), Webhook.quiet_until <= NOW)
    return (Webhook.state == WebhookState.ACTIVE) & quiet


def _may_be_sent(delivery: Any) -> ColumnElement[bool]:
    """Whether it waits, nobody has claimed it, and nothing before it about the same thing is still waiting."""
    is_free = or_(delivery.leased_until.is_(None), delivery.leased_until < NOW)
    return and_(delivery.state == DeliveryState.WAITING, is_free, not_(_waits_for_another(delivery)))


def _waits_for_another(delivery: Any) -> ColumnElement[bool]:
    earlier: Any = aliased(Delivery)
    is_before = (
        earlier.webhook_id == delivery.webhook_id,
        earlier.subject_id == delivery.subject_id,
        earlier.state == DeliveryState.WAITING,
        earlier.sequence < delivery.sequence,
    )
    return select(literal(1)).where(*is_before).exists()
