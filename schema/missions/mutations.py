"""What changes missions: inputs, and mutations that call one service each."""

import strawberry

from schema.change import Change
from schema.declaring import column, input_type, object_type, option
from schema.missions import models, services
from schema.missions.types import Mission
from schema.names import NameInput, by_locale
from schema.verbs import Payload, VerbInput, key_of_optional, stored, verb


@input_type
class CreateMissionInput(VerbInput):
    """A mission to add to the network."""

    kind: models.MissionKind = column("What it is.")
    slug: str = column("Its name in addresses: lower-case letters, digits and hyphens; unique.")
    name: str = column("Its name in the first of its languages.")
    names: list[NameInput] | None = option("Its name in other languages.")
    parent: strawberry.ID | None = option("The mission it reports to; none for a headquarters.")
    host_country: str | None = option("ISO 3166-1 alpha-2 code of its host country.")
    city: str | None = option("The city it sits in.")
    time_zones: list[str] = column("IANA zone names; the first is where it sits.")
    languages: list[str] = column("BCP 47 tags of the languages it writes in; the first is its own.")


@object_type
class CreateMissionPayload(Payload):
    """What came of `createMission`."""

    mission: Mission | None = option("The new mission.")


@object_type
class MissionMutations:
    """What changes missions."""

    @verb
    async def create_mission(self, change: Change, input: CreateMissionInput) -> CreateMissionPayload:
        """Add a mission to the network. Takes an administrator of the mission above it."""
        mission = await services.create_mission(
            change,
            kind=input.kind,
            slug=input.slug,
            name=input.name,
            names=by_locale(input.names),
            parent_id=key_of_optional(input.parent, "Mission", "parent"),
            host_country=input.host_country,
            city=input.city,
            time_zones=input.time_zones,
            languages=input.languages,
        )
        return CreateMissionPayload(mission=stored(mission))
