"""The verbs of clearance policies: what a mission chooses for itself and for those below it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from schema.change import Change
from schema.clearance import access, models
from schema.clearance.models import Clearance
from schema.clearance.policy import HOURS, forbidding
from schema.errors import Invalid, NotAllowed, NotReady
from schema.kinds import PostKind
from schema.missions.models import Mission
from schema.missions.services import get_mission

LONGEST_HOURS = 168
IN_POLICY = ("input", "clearance")


class PolicyNotAllowedHere(NotAllowed):
    """“{mission}” leaves missions below it {allowed}. Choose within that, or ask its administrators."""


class PolicyNotSet(NotReady):
    """This mission has chosen nothing for {kind}. What holds there comes from a mission above it."""


class ReviewTooLate(Invalid):
    """What goes out first is reviewed within 1 to {limit} hours. Choose a number between them."""


async def set_clearance_policy(
    change: Change,
    *,
    mission_id: UUID,
    kind: PostKind | None,
    clearance: Clearance,
    review_within_hours: int | None = None,
    allows_emergency: bool = False,
    requires_step_up: bool = False,
    allowed_below: Collection[Clearance] | None = None,
) -> Mission:
    """Choose who must agree before posts of a kind go out, in a mission and where missions below choose nothing.

    Args:
        kind: None is every kind for which nothing else is chosen here.
        review_within_hours: until when what goes out first, or in an emergency, must be reviewed; 24 when left out.
        allows_emergency: editors may publish without clearance, with a reason.
        requires_step_up: who publishes must have proved again who they are.
        allowed_below: what missions below may choose instead, on terms that are no looser; None leaves it to them.

    Raises:
        NotFound, NotAllowed, PolicyNotAllowedHere, ReviewTooLate.

    Records:
        mission.policy_set
    """
    mission = await _get_own_mission(change, mission_id)
    hours = HOURS if review_within_hours is None else review_within_hours
    if not 1 <= hours <= LONGEST_HOURS:
        raise ReviewTooLate(limit=LONGEST_HOURS, path=("input", "reviewWithinHours"))
    below = None if allowed_below is None else sorted({allowed.name for allowed in allowed_below})
    chosen: dict[str, Any] = {
        "clearance": clearance,
        "review_within_hours": hours,
        "allows_emergency": allows_emergency,
        "requires_step_up": requires_step_up,
        "allowed_below": below,
    }
    row = insert(models.ClearancePolicy).values(mission_id=mission_id, kind=kind, **chosen)
    async with change.db.begin_nested():
        await change.db.execute(row.on_conflict_do_update(index_elements=["mission_id", "kind"], set_=chosen))
        await _check_allowed(change, mission_id, kind)
    details = {"kind": kind and kind.value, "policy": clearance.value, "allowed_below": below}
    terms = {"within_hours": hours, "allows_emergency": allows_emergency, "requires_step_up": requires_step_up}
    change.record("mission.policy_set", mission, mission_id, **details, **terms)
    await change.db.flush()
    return mission


async def remove_clearance_policy(change: Change, *, mission_id: UUID, kind: PostKind | None) -> Mission:
    """Take back what a mission has chosen for a kind: what the mission above has chosen holds again.

    Raises:
        NotFound, NotAllowed, PolicyNotSet.

    Records:
        mission.policy_removed
    """
    mission = await _get_own_mission(change, mission_id)
    policy = models.ClearancePolicy
    own = (policy.mission_id == mission_id, policy.kind.is_not_distinct_from(kind))
    if not (await change.db.scalars(delete(policy).where(*own).returning(policy.id))).all():
        named = "every kind" if kind is None else f"the kind “{_words(kind.value)}”"
        raise PolicyNotSet(kind=named, path=("input", "kind"))
    change.record("mission.policy_removed", mission, mission_id, kind=kind and kind.value)
    await change.db.flush()
    return mission


async def _get_own_mission(change: Change, mission_id: UUID) -> Mission:
    mission = await get_mission(change.db, mission_id)
    if not access.may_choose(change.actor, mission_id):
        raise NotAllowed(verb="choose who clears posts", role="administrator", path=("input", "mission"))
    return mission


async def _check_allowed(change: Change, mission_id: UUID, kind: PostKind | None) -> None:
    """Refuse a choice, already made, that a mission above does not allow; it is taken back with the savepoint."""
    above = (await change.db.execute(forbidding(mission_id, kind))).mappings().first()
    if above is None:
        return
    name = (await change.db.scalars(select(Mission.name).where(Mission.id == above["mission_id"]))).one()
    named = ", ".join(f"“{_words(choice.lower())}”" for choice in above["allowed_below"])
    if not named:
        raise PolicyNotAllowedHere(mission=name, allowed="no choice of their own", path=IN_POLICY)
    allowed = f"only {named}"
    allowed += "" if above["allows_emergency"] else ", without publication in an emergency"
    allowed += ", with a fresh proof of who publishes" if above["requires_step_up"] else ""
    raise PolicyNotAllowedHere(mission=name, allowed=allowed, path=IN_POLICY)


def _words(name: str) -> str:
    return name.replace("_", " ")
