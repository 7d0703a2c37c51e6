"""Missions for tests."""

from itertools import count
from typing import Any

from schema.change import Change
from schema.missions import services
from schema.missions.models import Mission, MissionKind

_numbers = count(1)


async def make_mission(change: Change, **over: Any) -> Mission:
    """An embassy in Lisbon that writes English, with an address of its own."""
    values: dict[str, Any] = {
        "kind": MissionKind.EMBASSY,
        "slug": f"mission-{next(_numbers)}",
        "name": "Embassy in Lisbon",
        "time_zones": ["Europe/Lisbon"],
        "languages": ["en"],
    }
    return await services.create_mission(change, **values | over)
