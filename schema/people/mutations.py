"""What changes people: inputs, and mutations that call one service each."""

from datetime import date

import strawberry

from schema.change import Change
from schema.declaring import column, input_type, object_type, option
from schema.names import NameInput, by_locale
from schema.people import services
from schema.people.types import Appointment, Person
from schema.verbs import Payload, VerbInput, key_of, key_of_optional, stored, verb


@input_type
class CreatePersonInput(VerbInput):
    """Someone who is to be named over posts."""

    name: str = column("Their name, as it is written in public.")
    names: list[NameInput] | None = option("Their name in other languages and scripts.")
    slug: str | None = option("Their name in addresses; made from the name when it is left out.")
    mission: strawberry.ID | None = option("The mission whose editor adds them; needed unless you edit everywhere.")


@object_type
class CreatePersonPayload(Payload):
    """What came of `createPerson`."""

    person: Person | None = option("The person.")


@input_type
class AppointInput(VerbInput):
    """An office that somebody holds."""

    person: strawberry.ID = column("Who holds it.")
    mission: strawberry.ID = column("Where.")
    office: str = column("The office in the mission's first language, such as “Spokesperson”.")
    offices: list[NameInput] | None = option("The office in other languages.")
    starts_on: date = column("The first day in office.")
    ends_on: date | None = option("The last day in office; leave it out while it is held.")
    is_ad_interim: bool = option("Whether it is held for the time being.", default=False)


@object_type
class AppointPayload(Payload):
    """What came of `appoint`."""

    appointment: Appointment | None = option("The appointment.")


@object_type
class PersonMutations:
    """What changes people."""

    @verb
    async def create_person(self, change: Change, input: CreatePersonInput) -> CreatePersonPayload:
        """Add someone who can be named over posts. Takes an editor."""
        person = await services.create_person(
            change,
            name=input.name,
            names=by_locale(input.names),
            slug=input.slug,
            mission_id=key_of_optional(input.mission, "Mission", "mission"),
        )
        return CreatePersonPayload(person=stored(person))

    @verb
    async def appoint(self, change: Change, input: AppointInput) -> AppointPayload:
        """Say which office somebody holds, from when to when. Old bylines keep theirs. Takes an administrator."""
        appointment = await services.appoint(
            change,
            person_id=key_of(input.person, "Person", "person"),
            mission_id=key_of(input.mission, "Mission", "mission"),
            office=input.office,
            offices=by_locale(input.offices),
            starts_on=input.starts_on,
            ends_on=input.ends_on,
            is_ad_interim=input.is_ad_interim,
        )
        return AppointPayload(appointment=stored(appointment))
