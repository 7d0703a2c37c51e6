"""Webhooks for tests."""

from dataclasses import replace
from typing import Any

from pydantic import SecretStr
from sqlalchemy import select

from gateway.secrets import webhook_seal
from gateway.settings import DEVELOPMENT_SECRET
from schema.change import Change
from schema.history.models import Event
from schema.webhooks import services
from schema.webhooks.access import is_told
from schema.webhooks.means import WebhookMeans
from schema.webhooks.models import Delivery, DeliveryState, Webhook

MEANS = WebhookMeans(webhook_seal(SecretStr(DEVELOPMENT_SECRET)))


def with_means(change: Change) -> Change:
    """The same change, handed what a server hands to the verbs of webhooks."""
    return replace(change, hands={**change.hands, WebhookMeans: MEANS})


async def make_webhook(change: Change, **over: Any) -> tuple[Webhook, str]:
    """A webhook that is told of everything everywhere, and its secret."""
    values: dict[str, Any] = {"mission_id": None, "url": "https://hook.example/embargoed", "events": []}
    return await services.create_webhook(with_means(change), **values | over)


async def make_deliveries(change: Change, webhook: Webhook) -> None:
    """Two of the events it is told of: one that was taken at the second try, and one that waits for another."""
    told = select(Event).join(Webhook, is_told(Webhook, Event)).where(Webhook.id == webhook.id)
    first, second = await change.db.scalars(told.order_by(Event.sequence).limit(2))
    tries: list[dict[str, Any]] = [
        {"at": "2026-03-06T09:00:00+00:00", "status": 503, "duration_ms": 31, "error": "it answered 503"},
        {"at": "2026-03-06T09:00:05+00:00", "status": 204, "duration_ms": 12, "error": None},
    ]
    done = {"state": DeliveryState.DELIVERED, "delivered_at": change.now, "attempts": tries, "tries": 2}
    for event, values in ((first, done), (second, {"attempts": tries[:1], "tries": 1})):
        about = {"webhook_id": webhook.id, "event_id": event.id, "subject_id": event.subject_id}
        change.db.add(Delivery(**about, sequence=event.sequence, due_at=change.now, **values))
    await change.db.flush()


async def make_told_webhook(change: Change, **over: Any) -> None:
    """A webhook with a log of deliveries."""
    webhook, _ = await make_webhook(change, **over)
    await make_deliveries(change, webhook)
