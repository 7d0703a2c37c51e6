"""The fields of webhooks and of what they were told."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import true

from schema.history.models import Event
from schema.missions.models import Mission
from schema.webhooks.models import Delivery, DeliveryState, Webhook
from tests.oracle.asking import Asking
from tests.oracle.lists import PARENT, Listing, by
from tests.oracle.resolving import lists, resolves


@resolves("Webhook.mission")
async def mission(webhook: Webhook, asking: Asking) -> Any:
    return await asking.one(Mission, webhook.mission_id)


@resolves("Delivery.event")
async def event(delivery: Delivery, asking: Asking) -> Any:
    return await asking.one(Event, delivery.event_id)


@resolves("Delivery.attempts")
def attempts(delivery: Delivery, asking: Asking) -> Any:
    return [SimpleNamespace(**{**one, "at": datetime.fromisoformat(one["at"])}) for one in delivery.attempts]


def told(asking: Asking, delivery: Any, arguments: Any) -> Any:
    """Deliveries of the parent, in some states if they are named."""
    states = arguments.get("state")
    wanted = true() if states is None else delivery.state.in_([DeliveryState[name] for name in states])
    return (delivery.webhook_id == PARENT) & wanted


lists(Listing("Webhook.deliveries", Delivery, by("-sequence", "-id"), of=told))
lists(Listing("Query.webhooks", Webhook, by("id")))
