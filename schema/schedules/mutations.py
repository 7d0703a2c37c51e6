"""What changes holds: inputs, and mutations that call one service each."""

from datetime import datetime, timedelta

import strawberry

from schema.change import Change
from schema.declaring import column, input_type, object_type, option
from schema.schedules import services
from schema.schedules.types import Hold
from schema.verbs import Payload, VerbInput, key_of, key_of_optional, stored, verb


@input_type
class PlaceHoldInput(VerbInput):
    """What to keep from going out."""

    mission: strawberry.ID | None = option("The mission; every mission when it is left out.")
    includes_missions_below: bool = option("Whether all missions below it are kept too.", default=True)
    reason: str = column("Why; members of the missions can read it.")


@input_type
class RetimeInput:
    """New times for what should have gone out during a hold, in the order in which it should have."""

    first_at: datetime = column("When the first of them goes out.")
    spacing_minutes: int = option("How many minutes lie between two of them.", default=15)


@input_type
class ReleaseHoldInput(VerbInput):
    """A hold to release."""

    hold: strawberry.ID = column("The hold.")
    retime: RetimeInput | None = option(
        "When to publish what was missed; left out, it waits until somebody schedules it anew or publishes it."
    )


@object_type
class HoldPayload(Payload):
    """What came of a mutation of a hold."""

    hold: Hold | None = option("The hold as it is now.")


@object_type
class ScheduleMutations:
    """What changes holds."""

    @verb
    async def place_hold(self, change: Change, input: PlaceHoldInput) -> HoldPayload:
        """Keep everything scheduled from going out by itself. Takes the head of the mission; nothing is lost by it."""
        hold = await services.place_hold(
            change,
            mission_id=key_of_optional(input.mission, "Mission", "mission"),
            includes_missions_below=input.includes_missions_below,
            reason=input.reason,
        )
        return HoldPayload(hold=stored(hold))

    @verb
    async def release_hold(self, change: Change, input: ReleaseHoldInput) -> HoldPayload:
        """Let what is scheduled go out again. What was missed never goes out all at once."""
        retime = input.retime
        hold = await services.release_hold(
            change,
            hold_id=key_of(input.hold, "Hold", "hold"),
            retiming=services.Retiming(retime.first_at, timedelta(minutes=retime.spacing_minutes)) if retime else None,
        )
        return HoldPayload(hold=stored(hold))
