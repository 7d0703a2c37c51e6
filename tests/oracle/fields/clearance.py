"""The fields of clearance policies and reviews; which policy is in force is worked out a second time, up the tree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from schema.clearance.models import Clearance, ClearancePolicy
from schema.kinds import PostKind
from schema.missions.models import Mission
from schema.posts.models import Review, ReviewKind, ReviewState, Translation
from tests.oracle.asking import Asking
from tests.oracle.filters import REVIEWS
from tests.oracle.lists import PARENT, Listing, by, orders
from tests.oracle.resolving import lists, resolves


@dataclass(frozen=True)
class InForce:
    """What holds for a kind in a mission."""

    clearance: Clearance
    review_within_hours: int
    allows_emergency: bool
    requires_step_up: bool
    source_id: UUID | None
    top_id: UUID


@dataclass(frozen=True)
class OfKind:
    """An element of the list of a mission."""

    mission: Mission
    kind: PostKind | None


async def _everything(asking: Asking, model: Any) -> list[Any]:
    """Every row of a small table, whoever asks."""

    async def batch(keys: list[str]) -> list[Any]:
        rows = [one for (one,) in await asking.rows(select(model))]
        return [rows for _ in keys]

    return list(await asking.load(("everything", model), batch, ""))


async def in_force(asking: Asking, mission_id: UUID, kind: PostKind | None) -> InForce:
    """The choice of the nearest mission that every mission above lets it make."""
    missions = {mission.id: mission for mission in await _everything(asking, Mission)}
    way = [missions[mission_id]]
    while way[-1].parent_id is not None:
        way.append(missions[way[-1].parent_id])
    policies = await _everything(asking, ClearancePolicy)
    made = [choice for mission in way if (choice := _choice(policies, mission.id, kind)) is not None]
    for place, choice in enumerate(made):
        if all(_lets(above, choice) for above in made[place + 1 :]):
            terms = (choice.review_within_hours, choice.allows_emergency, choice.requires_step_up)
            return InForce(choice.clearance, *terms, choice.mission_id, way[-1].id)
    return InForce(Clearance.FREE, 24, False, False, None, way[-1].id)


def _choice(policies: Sequence[Any], mission_id: UUID, kind: PostKind | None) -> Any:
    own = {policy.kind: policy for policy in policies if policy.mission_id == mission_id}
    return own.get(kind) or own.get(None)


def _lets(above: Any, choice: Any) -> bool:
    if above.allowed_below is None:
        return True
    is_looser = choice.allows_emergency > above.allows_emergency or choice.requires_step_up < above.requires_step_up
    return choice.clearance.name in above.allowed_below and not is_looser


@resolves("Mission.clearancePolicies")
def clearance_policies(mission: Mission, asking: Asking) -> list[OfKind]:
    return [OfKind(mission, kind) for kind in (None, *PostKind)]


@resolves("ClearanceOfKind.inForce")
async def policy_in_force(of: OfKind, asking: Asking) -> InForce | None:
    is_member = asking.asker.is_administrator or of.mission.id in asking.asker.missions
    return await in_force(asking, of.mission.id, of.kind) if is_member else None


@resolves("ClearanceOfKind.chosen")
async def chosen(of: OfKind, asking: Asking) -> Any:
    own = await asking.many(ClearancePolicy, "mission_id", of.mission.id)
    return next((policy for policy in own if policy.kind is of.kind), None)


@resolves("PolicyInForce.source")
async def source(held: InForce, asking: Asking) -> Any:
    return await asking.one(Mission, held.source_id)


@resolves("ClearancePolicy.allowedBelow")
def allowed_below(policy: ClearancePolicy, asking: Asking) -> list[str]:
    return [one.name for one in Clearance] if policy.allowed_below is None else policy.allowed_below


@resolves("ClearancePolicy.bindsBelow")
def binds_below(policy: ClearancePolicy, asking: Asking) -> bool:
    return policy.allowed_below is not None


@resolves("Review.isOverdue")
def is_overdue(review: Review, asking: Asking) -> bool:
    return review.state is ReviewState.PENDING and review.due_at is not None and review.due_at < datetime.now(UTC)


@resolves("Review.secondsToPublication")
def seconds_to_publication(review: Review, asking: Asking) -> int | None:
    return None if review.published_at is None else int((review.published_at - review.submitted_at).total_seconds())


@resolves("Review.translation")
async def translation(review: Review, asking: Asking) -> Any:
    return await asking.one(Translation, review.translation_id)


@resolves("Translation.review")
async def last_review(text: Any, asking: Asking) -> Any:
    its = await asking.many(Review, "translation_id", text.id, "-id")
    before = [review for review in its if review.kind is ReviewKind.BEFORE]
    return next((review for review in before if review.revision_number == text.newest_revision_number), None)


for listing in (
    Listing(
        "Query.reviews",
        Review,
        orders("OLDEST", OLDEST=("submitted_at", "id"), NEWEST=("-submitted_at", "-id")),
        filters=REVIEWS,
    ),
    Listing(
        "Translation.reviews",
        Review,
        by("-submitted_at", "-id"),
        of=lambda asking, review, arguments: review.translation_id == PARENT,
    ),
):
    lists(listing)
