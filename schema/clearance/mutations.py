"""What changes clearance policies."""

import strawberry

from schema.change import Change
from schema.clearance import services
from schema.clearance.choices import Clearance, PostKind
from schema.declaring import column, input_type, object_type, option
from schema.missions.types import Mission
from schema.verbs import Payload, VerbInput, key_of, stored, verb


@input_type
class SetClearancePolicyInput(VerbInput):
    """Who is to agree before posts go out."""

    mission: strawberry.ID = column("The mission that chooses.")
    kind: PostKind | None = option("For which kind of post; for every kind without a choice of its own, if left out.")
    clearance: Clearance = column("Who must agree.")
    review_within_hours: int | None = option(
        "Until when what goes out first, or in an emergency, must be reviewed: 1 to 168; 24 when it is left out."
    )
    allows_emergency: bool = option("Whether editors may publish without clearance, with a reason.", default=False)
    requires_step_up: bool = option(
        "Whether who publishes must have proved again, in the last ten minutes, who they are.", default=False
    )
    allowed_below: list[Clearance] | None = option(
        "What missions below may choose instead, on terms that are no looser; it is left to them when left out."
    )


@input_type
class RemoveClearancePolicyInput(VerbInput):
    """A choice to take back."""

    mission: strawberry.ID = column("The mission.")
    kind: PostKind | None = option("For which kind; the choice for every other kind, if left out.")


@object_type
class ClearancePolicyPayload(Payload):
    """What came of a mutation of a clearance policy."""

    mission: Mission | None = option("The mission; see its `clearancePolicies`.")


@object_type
class ClearanceMutations:
    """What changes clearance policies."""

    @verb
    async def set_clearance_policy(self, change: Change, input: SetClearancePolicyInput) -> ClearancePolicyPayload:
        """Choose who must agree before posts go out, in a mission and below it. Takes an administrator of the mission.

        What a mission above does not allow is refused; if that is decided later, the choice no longer counts.
        """
        mission = await services.set_clearance_policy(
            change,
            mission_id=key_of(input.mission, "Mission", "mission"),
            kind=input.kind,
            clearance=input.clearance,
            review_within_hours=input.review_within_hours,
            allows_emergency=input.allows_emergency,
            requires_step_up=input.requires_step_up,
            allowed_below=input.allowed_below,
        )
        return ClearancePolicyPayload(mission=stored(mission))

    @verb
    async def remove_clearance_policy(
        self, change: Change, input: RemoveClearancePolicyInput
    ) -> ClearancePolicyPayload:
        """Take back a choice: what the mission above has chosen holds again. Takes an administrator of the mission."""
        mission_id = key_of(input.mission, "Mission", "mission")
        mission = await services.remove_clearance_policy(change, mission_id=mission_id, kind=input.kind)
        return ClearancePolicyPayload(mission=stored(mission))
