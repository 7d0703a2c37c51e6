"""People and appointments for tests."""

from datetime import date
from typing import Any

from schema.change import Change
from schema.missions.models import Mission
from schema.people import services
from schema.people.models import Appointment, Person


async def make_person(change: Change, **over: Any) -> Person:
    """Someone named Adaeze Okafor."""
    return await services.create_person(change, **{"name": "Adaeze Okafor"} | over)


async def make_appointment(change: Change, person: Person, mission: Mission, **over: Any) -> Appointment:
    """Ambassador since the beginning of 2026."""
    values: dict[str, Any] = {"office": "Ambassador", "starts_on": date(2026, 1, 1)}
    return await services.appoint(change, person_id=person.id, mission_id=mission.id, **values | over)
