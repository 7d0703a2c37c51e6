"""What a mission chooses, and what is in force where."""

from typing import Any

import pytest
from sqlalchemy import select, update

from schema.change import Change
from schema.clearance import services
from schema.clearance.models import Clearance
from schema.clearance.policy import policy_in_force
from schema.context import Role
from schema.errors import NotAllowed, NotFound
from schema.history.models import AuditEntry
from schema.kinds import PostKind
from schema.missions.models import Mission, MissionKind
from tests.makers.accounts import Actors, as_actor, make_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission
from tests.makers.uuids import NOWHERE

FREE, FOUR_EYES, HEADQUARTERS = Clearance.FREE, Clearance.FOUR_EYES, Clearance.HEADQUARTERS
FIRST = Clearance.PUBLISH_THEN_REVIEW


@pytest.fixture
async def tree(change: Change) -> list[Mission]:
    """A ministry, an embassy below it, and a consulate below that."""
    ministry = await make_mission(change, kind=MissionKind.HEADQUARTERS, name="Ministry")
    embassy = await make_mission(change, parent_id=ministry.id)
    return [ministry, embassy, await make_mission(change, parent_id=embassy.id)]


async def choose(change: Change, mission: Mission, kind: PostKind | None, clearance: Clearance, **terms: Any) -> None:
    await services.set_clearance_policy(change, mission_id=mission.id, kind=kind, clearance=clearance, **terms)


async def held(change: Change, mission: Mission, kind: PostKind | None = PostKind.NOTICE) -> Any:
    return (await change.db.execute(policy_in_force(mission.id, kind))).one()


async def test_where_nobody_has_chosen_posts_go_out_freely(change: Change, tree: list[Mission]) -> None:
    ministry, _, consulate = tree
    for mission in tree:
        found = await held(change, mission)
        assert (found.clearance, found.review_within_hours, found.source_id) == (FREE, 24, None)
        assert (found.allows_emergency, found.requires_step_up) == (False, False)
    assert (await held(change, consulate)).headquarters_id == ministry.id


async def test_a_choice_holds_below_until_another_is_nearer(change: Change, tree: list[Mission]) -> None:
    ministry, embassy, consulate = tree
    await choose(change, ministry, None, HEADQUARTERS, allows_emergency=True, requires_step_up=True)
    await choose(change, embassy, PostKind.NOTICE, FIRST, review_within_hours=6)
    for kind, mission, clearance, source in (
        (PostKind.SPEECH, consulate, HEADQUARTERS, ministry),
        (PostKind.NOTICE, consulate, FIRST, embassy),
        (PostKind.NOTICE, ministry, HEADQUARTERS, ministry),
        (None, embassy, HEADQUARTERS, ministry),
    ):
        found = await held(change, mission, kind)
        assert (found.clearance, found.source_id) == (clearance, source.id), (kind, mission.slug)
    speech, notice = await held(change, consulate, PostKind.SPEECH), await held(change, consulate)
    assert (speech.allows_emergency, speech.requires_step_up) == (True, True)
    assert (notice.review_within_hours, notice.allows_emergency, notice.requires_step_up) == (6, False, False)


async def test_the_choice_for_a_kind_comes_before_that_for_all(change: Change, tree: list[Mission]) -> None:
    _, embassy, _ = tree
    await choose(change, embassy, PostKind.NOTICE, FREE)
    await choose(change, embassy, None, FOUR_EYES)
    assert (await held(change, embassy, PostKind.NOTICE)).clearance is FREE
    assert (await held(change, embassy, PostKind.SPEECH)).clearance is FOUR_EYES


async def test_a_mission_above_says_what_may_be_chosen(change: Change, tree: list[Mission]) -> None:
    ministry, embassy, consulate = tree
    await choose(change, ministry, PostKind.NOTICE, HEADQUARTERS, allowed_below=[FOUR_EYES], requires_step_up=True)
    for mission, clearance, terms in (
        (embassy, FREE, {"requires_step_up": True}),
        (consulate, FIRST, {"requires_step_up": True}),
        (embassy, FOUR_EYES, {"requires_step_up": False}),
        (embassy, FOUR_EYES, {"requires_step_up": True, "allows_emergency": True}),
    ):
        async with refused(change, services.PolicyNotAllowedHere, mission="Ministry") as caught:
            await choose(change, mission, PostKind.NOTICE, clearance, **terms)
        assert caught.value.message == (
            "“Ministry” leaves missions below it only “four eyes”, without publication in an emergency,"
            " with a fresh proof of who publishes. Choose within that, or ask its administrators."
        )
    await choose(change, embassy, PostKind.NOTICE, FOUR_EYES, requires_step_up=True)
    await choose(change, embassy, None, FREE)
    assert (await held(change, consulate)).clearance is FOUR_EYES
    assert (await held(change, embassy, PostKind.SPEECH)).clearance is FREE


async def test_what_is_no_longer_allowed_does_not_count(change: Change, tree: list[Mission]) -> None:
    ministry, embassy, consulate = tree
    await choose(change, embassy, None, FREE)
    await choose(change, consulate, None, FOUR_EYES)
    await choose(change, ministry, PostKind.SPEECH, HEADQUARTERS, allowed_below=[FOUR_EYES])
    assert (await held(change, embassy, PostKind.SPEECH)).source_id == ministry.id
    assert (await held(change, consulate, PostKind.SPEECH)).source_id == consulate.id
    assert (await held(change, embassy, PostKind.NOTICE)).source_id == embassy.id
    await services.remove_clearance_policy(change, mission_id=ministry.id, kind=PostKind.SPEECH)
    assert (await held(change, embassy, PostKind.SPEECH)).source_id == embassy.id
    await choose(change, ministry, None, HEADQUARTERS, allowed_below=[])
    assert (await held(change, consulate, PostKind.SPEECH)).source_id == ministry.id
    async with refused(change, services.PolicyNotAllowedHere, allowed="no choice of their own"):
        await choose(change, embassy, None, HEADQUARTERS)


async def test_where_the_tree_is_not_known_nothing_goes_out_unseen(change: Change, tree: list[Mission]) -> None:
    _, embassy, _ = tree
    await change.db.execute(update(Mission).where(Mission.id == embassy.id).values(lineage=[]))
    found = await held(change, embassy)
    assert (found.clearance, found.headquarters_id) == (HEADQUARTERS, None)


async def test_choosing_again_replaces_what_was_chosen(change: Change, tree: list[Mission]) -> None:
    _, embassy, _ = tree
    await choose(change, embassy, None, FOUR_EYES, allowed_below=[FREE, FREE])
    before = await row_counts(change.db)
    await choose(change, embassy, None, FIRST, review_within_hours=2)
    assert await row_counts(change.db) - before == {"audit_entries": 1, "outbox_events": 1}
    assert ((await held(change, embassy)).clearance, (await held(change, embassy)).review_within_hours) == (FIRST, 2)
    assert (await events(change))[-2:] == ["mission.policy_set"] * 2
    told = (await change.db.scalars(select(AuditEntry.details).order_by(AuditEntry.id.desc()))).first()
    terms = {"within_hours": 2, "allows_emergency": False, "requires_step_up": False}
    assert told == {"kind": None, "policy": "publish_then_review", "allowed_below": None, **terms}


async def test_taking_a_choice_back_is_one_event(change: Change, tree: list[Mission]) -> None:
    _, embassy, _ = tree
    for kind, named in ((None, "every kind"), (PostKind.BLOG_POST, "the kind “blog post”")):
        async with refused(change, services.PolicyNotSet, kind=named):
            await services.remove_clearance_policy(change, mission_id=embassy.id, kind=kind)
        await choose(change, embassy, kind, FOUR_EYES)
    await services.remove_clearance_policy(change, mission_id=embassy.id, kind=PostKind.BLOG_POST)
    assert (await events(change))[-1] == "mission.policy_removed"
    assert (await held(change, embassy, PostKind.BLOG_POST)).clearance is FOUR_EYES
    await services.remove_clearance_policy(change, mission_id=embassy.id, kind=None)
    assert (await held(change, embassy, PostKind.BLOG_POST)).source_id is None


async def test_only_administrators_of_the_mission_choose(change: Change, actors: Actors) -> None:
    other = await make_actor(change, Role.ADMINISTRATOR, await make_mission(change))
    for actor in (actors.visitor, actors.editor, actors.head, other):
        mine = as_actor(change, actor)
        async with refused(change, NotAllowed, role="administrator"):
            await choose(mine, actors.mission, None, FREE)
        async with refused(change, NotAllowed, role="administrator"):
            await services.remove_clearance_policy(mine, mission_id=actors.mission.id, kind=None)
    await choose(as_actor(change, actors.administrator), actors.mission, None, FREE)
    async with refused(change, NotFound):
        await services.set_clearance_policy(change, mission_id=NOWHERE, kind=None, clearance=FREE)


@pytest.mark.parametrize("hours", [0, 169])
async def test_what_went_out_first_is_reviewed_within_a_week(change: Change, hours: int) -> None:
    mission = await make_mission(change)
    async with refused(change, services.ReviewTooLate, limit=168):
        await choose(change, mission, None, FIRST, review_within_hours=hours)
