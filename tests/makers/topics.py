"""Topics for tests."""

from typing import Any

from schema.change import Change
from schema.topics import services
from schema.topics.models import Topic


async def make_topic(change: Change, **over: Any) -> Topic:
    """A topic at the top of the hierarchy."""
    values: dict[str, Any] = {"slug": "digital-diplomacy", "name": "Digital diplomacy"}
    return await services.create_topic(change, **values | over)
