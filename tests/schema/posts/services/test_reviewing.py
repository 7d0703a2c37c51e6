"""Submitting, returning and clearing texts, and looking at what went out first."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from schema.change import Change
from schema.clearance.models import Clearance
from schema.clearance.services import set_clearance_policy
from schema.context import Actor, Role
from schema.errors import NotAllowed
from schema.history.models import AuditEntry
from schema.missions.models import Mission, MissionKind
from schema.posts import services
from schema.posts.models import Post, PublicationState, Review, ReviewKind, ReviewState, Verdict
from schema.texts import TextMissing, TextTooLong
from tests.makers.accounts import as_actor, make_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission
from tests.makers.posts import make_post

FREE, FOUR_EYES, HEADQUARTERS = Clearance.FREE, Clearance.FOUR_EYES, Clearance.HEADQUARTERS
FIRST = Clearance.PUBLISH_THEN_REVIEW


@dataclass(frozen=True)
class Office:
    """An embassy below a ministry, who works in it, and a change by each of them."""

    change: Change
    ministry: Mission
    embassy: Mission
    people: dict[str, Actor]

    def by(self, name: str, hours: float = 0) -> Change:
        return replace(as_actor(self.change, self.people[name]), now=self.change.now + timedelta(hours=hours))

    async def choose(self, clearance: Clearance, **terms: Any) -> None:
        await set_clearance_policy(self.change, mission_id=self.embassy.id, kind=None, clearance=clearance, **terms)

    async def begin(self, **over: Any) -> Post:
        return await make_post(self.by("author"), self.embassy, **over)


@pytest.fixture
async def office(change: Change) -> Office:
    ministry = await make_mission(change, kind=MissionKind.HEADQUARTERS, name="Ministry")
    embassy = await make_mission(change, parent_id=ministry.id)
    people = {
        "author": await make_actor(change, Role.AUTHOR, embassy),
        "editor": await make_actor(change, Role.EDITOR, embassy),
        "second": await make_actor(change, Role.EDITOR, embassy),
        "ambassador": await make_actor(change, Role.HEAD, embassy),
        "desk": await make_actor(change, Role.EDITOR, ministry),
    }
    below = {ministry.id: Role.EDITOR, embassy.id: Role.EDITOR}
    return Office(change, ministry, embassy, people | {"desk": replace(people["desk"], roles=below)})


async def reviews(change: Change) -> list[tuple[Any, ...]]:
    """Kind, revision and state of each review, oldest first."""
    found = await change.db.scalars(select(Review).order_by(Review.id))
    return [(review.kind.name, review.revision_number, review.state.name) for review in found]


async def test_four_eyes_are_of_two_people(change: Change, office: Office) -> None:
    await office.choose(FOUR_EYES)
    post = await office.begin()
    async with refused(change, services.NotCleared, whom="a second editor", reason="Submit it first.") as caught:
        await services.publish_post(office.by("editor"), post_id=post.id)
    assert "Revision 1 in “en” is not cleared: in this mission a statement takes" in caught.value.message
    await services.submit_post(office.by("editor"), post_id=post.id)
    async with refused(change, services.NotCleared, reason="It is submitted and waits."):
        await services.publish_post(office.by("second"), post_id=post.id)
    async with refused(change, services.OwnSubmission):
        await services.clear_post(office.by("editor"), post_id=post.id, revision=1)
    await services.clear_post(office.by("second"), post_id=post.id, revision=1)
    await services.publish_post(office.by("editor"), post_id=post.id)
    assert post.state is PublicationState.LIVE
    assert await reviews(change) == [("BEFORE", 1, "CLEARED")]


async def test_who_wrote_a_revision_does_not_clear_it(change: Change, office: Office) -> None:
    await office.choose(FOUR_EYES)
    post = await office.begin()
    await services.save_draft(office.by("second"), post_id=post.id, base_revision=1, title="Better")
    await services.submit_post(office.by("editor"), post_id=post.id)
    async with refused(change, services.OwnWords):
        await services.clear_post(office.by("second"), post_id=post.id, revision=2)
    await services.clear_post(office.by("ambassador"), post_id=post.id, revision=2)


async def test_a_review_clears_one_revision_and_no_later_one(change: Change, office: Office) -> None:
    await office.choose(FOUR_EYES)
    post = await office.begin()
    await services.submit_post(office.by("author"), post_id=post.id)
    await services.clear_post(office.by("editor"), post_id=post.id, revision=1)
    await services.save_draft(office.by("author"), post_id=post.id, base_revision=1, title="One word more")
    async with refused(change, services.NotCleared, revision=2):
        await services.publish_post(office.by("editor"), post_id=post.id)
    async with refused(change, services.NotSubmitted, revision=2):
        await services.clear_post(office.by("second"), post_id=post.id, revision=2)
    await services.submit_post(office.by("author"), post_id=post.id)
    async with refused(change, services.StaleRevision) as caught:
        await services.clear_post(office.by("second"), post_id=post.id, revision=1)
    assert "Nothing was cleared." in caught.value.message
    await services.clear_post(office.by("second"), post_id=post.id, revision=2)
    await services.publish_post(office.by("editor"), post_id=post.id)
    assert await reviews(change) == [("BEFORE", 1, "CLEARED"), ("BEFORE", 2, "CLEARED")]


async def test_what_is_written_meanwhile_ends_the_wait(change: Change, office: Office) -> None:
    post = await office.begin()
    await services.submit_post(office.by("author"), post_id=post.id)
    await services.save_draft(office.by("author"), post_id=post.id, base_revision=1, title="Wait")
    assert await reviews(change) == [("BEFORE", 1, "LAPSED")]


async def test_the_headquarters_decide_with_a_role_of_their_own(change: Change, office: Office) -> None:
    await office.choose(HEADQUARTERS)
    post = await office.begin()
    await services.submit_post(office.by("author"), post_id=post.id)
    for name in ("editor", "ambassador"):
        async with refused(change, services.HeadquartersDecides, headquarters="Ministry", kind="statement"):
            await services.clear_post(office.by(name), post_id=post.id, revision=1)
    await services.clear_post(office.by("desk"), post_id=post.id, revision=1)
    await services.publish_post(office.by("editor"), post_id=post.id)
    await services.save_draft(office.by("desk"), post_id=post.id, base_revision=2, title="By the desk")
    await services.submit_post(office.by("desk"), post_id=post.id)
    async with refused(change, services.OwnSubmission):
        await services.clear_post(office.by("desk"), post_id=post.id, revision=3)


async def test_what_the_mission_cleared_is_not_cleared_by_the_headquarters(change: Change, office: Office) -> None:
    await office.choose(FOUR_EYES)
    post = await office.begin()
    await services.submit_post(office.by("author"), post_id=post.id)
    await services.clear_post(office.by("editor"), post_id=post.id, revision=1)
    await office.choose(HEADQUARTERS)
    async with refused(change, services.NotCleared, whom="the headquarters") as caught:
        await services.publish_post(office.by("editor"), post_id=post.id)
    assert "have the headquarters clear it too" in caught.value.message
    await services.clear_post(office.by("desk"), post_id=post.id, revision=1)
    async with refused(change, services.AlreadyCleared):
        await services.submit_post(office.by("author"), post_id=post.id)
    await services.publish_post(office.by("editor"), post_id=post.id)


async def test_a_returned_text_is_changed_and_submitted_again(change: Change, office: Office) -> None:
    await office.choose(FOUR_EYES)
    post = await office.begin()
    await services.submit_post(office.by("author"), post_id=post.id)
    async with refused(change, services.AlreadySubmitted, submitted_by=office.people["author"].name, revision=1):
        await services.submit_post(office.by("editor"), post_id=post.id)
    for remarks, refusal in (("", TextMissing), ("x" * 5_001, TextTooLong)):
        async with refused(change, refusal):
            await services.return_post(office.by("editor"), post_id=post.id, remarks=remarks)
    async with refused(change, NotAllowed, verb="return this text"):
        await services.return_post(office.by("author"), post_id=post.id, remarks="No.")
    await services.return_post(office.by("editor"), post_id=post.id, remarks="Name\nthem.")
    async with refused(change, services.NotCleared, reason="It was returned: change it and submit it again."):
        await services.publish_post(office.by("editor"), post_id=post.id)
    async with refused(change, services.NotSubmitted):
        await services.return_post(office.by("editor"), post_id=post.id, remarks="Again.")
    await services.submit_post(office.by("author"), post_id=post.id)
    await services.clear_post(office.by("editor"), post_id=post.id, revision=1, remarks="Well.")
    await services.return_post(office.by("second"), post_id=post.id, remarks="Wait.")
    assert await reviews(change) == [("BEFORE", 1, "RETURNED"), ("BEFORE", 1, "RETURNED")]
    assert (await events(change))[-4:] == ["post.returned", "post.submitted", "post.cleared", "post.returned"]


async def test_what_is_not_ready_is_not_submitted(change: Change, office: Office) -> None:
    post = await office.begin(title="")
    async with refused(change, services.NothingToPublish, part="title"):
        await services.submit_post(office.by("author"), post_id=post.id)
    live = await office.begin()
    await services.publish_post(office.by("editor"), post_id=live.id)
    async with refused(change, services.AlreadyPublished):
        await services.submit_post(office.by("author"), post_id=live.id)


async def test_submitting_is_one_review_and_one_event(change: Change, office: Office) -> None:
    await office.choose(FOUR_EYES)
    post = await office.begin()
    before = await row_counts(change.db)
    await services.submit_post(office.by("author", 1), post_id=post.id)
    assert await row_counts(change.db) - before == {"reviews": 1, "audit_entries": 1, "outbox_events": 1}
    review = (await change.db.scalars(select(Review))).one()
    author = office.people["author"]
    assert (review.submitted_by_id, review.submitted_by) == (author.account_id, author.name)
    assert (review.kind, review.clearance, review.due_at) == (ReviewKind.BEFORE, FOUR_EYES, None)
    await services.clear_post(office.by("editor", 2), post_id=post.id, revision=1)
    await services.publish_post(office.by("second", 3), post_id=post.id)
    moments = (review.submitted_at, review.decided_at, review.published_at)
    assert moments == tuple(change.now + timedelta(hours=hours) for hours in (1, 2, 3))
    assert (review.decided_by_id, review.state) == (office.people["editor"].account_id, ReviewState.CLEARED)


async def test_what_waits_under_no_policy_goes_out_and_lapses(change: Change, office: Office) -> None:
    post = await office.begin()
    await services.submit_post(office.by("author"), post_id=post.id)
    await services.publish_post(office.by("editor"), post_id=post.id)
    assert await reviews(change) == [("BEFORE", 1, "LAPSED")]
    review = (await change.db.scalars(select(Review))).one()
    assert (review.published_at, review.decided_by) == (change.now, None)


async def test_what_goes_out_first_is_reviewed_in_time(change: Change, office: Office) -> None:
    await office.choose(FIRST, review_within_hours=6)
    post = await office.begin()
    await services.publish_post(office.by("editor"), post_id=post.id)
    review = (await change.db.scalars(select(Review))).one()
    assert (review.kind, review.revision_number, review.state) == (ReviewKind.AFTER, 2, ReviewState.PENDING)
    assert (review.due_at, review.published_at) == (change.now + timedelta(hours=6), change.now)
    async with refused(change, services.OwnPublication):
        await services.review_post(office.by("editor"), post_id=post.id, verdict=Verdict.APPROVE)
    async with refused(change, NotAllowed, verb="review this text"):
        await services.review_post(office.by("author"), post_id=post.id, verdict=Verdict.APPROVE)
    async with refused(change, TextMissing):
        await services.review_post(office.by("second"), post_id=post.id, verdict=Verdict.OBJECT)
    await services.review_post(office.by("second"), post_id=post.id, verdict=Verdict.OBJECT, remarks="Too soon.")
    assert (review.state, review.remarks, post.state) == (ReviewState.OBJECTED, "Too soon.", PublicationState.LIVE)
    async with refused(change, services.NothingToReview, locale="en"):
        await services.review_post(office.by("second"), post_id=post.id, verdict=Verdict.APPROVE)
    assert (await events(change))[-1] == "post.reviewed"


async def test_what_was_cleared_before_is_not_reviewed_again(change: Change, office: Office) -> None:
    await office.choose(FIRST)
    post = await office.begin()
    await services.submit_post(office.by("author"), post_id=post.id)
    await services.clear_post(office.by("second"), post_id=post.id, revision=1)
    await services.publish_post(office.by("editor"), post_id=post.id)
    assert await reviews(change) == [("BEFORE", 1, "CLEARED")]


async def test_publishing_again_gives_no_more_time(change: Change, office: Office) -> None:
    await office.choose(FIRST, review_within_hours=6)
    post = await office.begin()
    await services.publish_post(office.by("editor"), post_id=post.id)
    await services.save_draft(office.by("author"), post_id=post.id, base_revision=2, title="Again")
    await services.publish_post(office.by("editor", 2), post_id=post.id)
    assert await reviews(change) == [("AFTER", 2, "LAPSED"), ("AFTER", 4, "PENDING")]
    due = await change.db.scalars(select(Review.due_at).order_by(Review.id))
    assert set(due) == {change.now + timedelta(hours=6)}


async def test_an_emergency_goes_out_with_a_reason_where_the_policy_lets_it(change: Change, office: Office) -> None:
    await office.choose(HEADQUARTERS)
    post = await office.begin()
    async with refused(change, services.EmergencyNotAllowed, kind="statement"):
        await services.publish_post(office.by("editor"), post_id=post.id, emergency="A storm.")
    await office.choose(HEADQUARTERS, allows_emergency=True)
    async with refused(change, TextMissing) as caught:
        await services.publish_post(office.by("editor"), post_id=post.id, emergency=" ")
    assert caught.value.path == ("input", "emergency", "reason")
    await services.publish_post(office.by("editor"), post_id=post.id, emergency="A storm.")
    review = (await change.db.scalars(select(Review))).one()
    assert (review.emergency, review.due_at) == ("A storm.", change.now + timedelta(hours=24))
    audit = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.published"))).one()
    assert (audit.details["emergency"], audit.details["policy"]) == ("A storm.", "headquarters")
    async with refused(change, services.HeadquartersDecides):
        await services.review_post(office.by("second"), post_id=post.id, verdict=Verdict.APPROVE)
    await services.review_post(office.by("desk"), post_id=post.id, verdict=Verdict.APPROVE)
    assert review.state is ReviewState.CLEARED


async def test_an_overdue_review_is_noted_once(change: Change, office: Office) -> None:
    await office.choose(FIRST, review_within_hours=6)
    seen, unseen = await office.begin(), await office.begin(slug="unseen")
    for post in (seen, unseen):
        await services.publish_post(office.by("editor"), post_id=post.id)
    await services.review_post(office.by("second"), post_id=seen.id, verdict=Verdict.APPROVE)
    assert await services.escalate_overdue_reviews(replace(change, now=change.now + timedelta(hours=6))) == 0
    late = replace(change, now=change.now + timedelta(hours=6, seconds=1))
    assert [await services.escalate_overdue_reviews(late) for _ in range(2)] == [1, 0]
    audit = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.review_overdue"))).one()
    due_at = (change.now + timedelta(hours=6)).isoformat()
    assert (audit.subject_id, audit.details) == (unseen.id, {"locale": "en", "revision": 2, "due_at": due_at})
    await services.review_post(office.by("second"), post_id=unseen.id, verdict=Verdict.APPROVE)


async def test_the_system_passes_by(change: Change, office: Office) -> None:
    """An import publishes what is public elsewhere."""
    await office.choose(HEADQUARTERS, requires_step_up=True)
    post = await office.begin()
    await services.publish_post(change, post_id=post.id)
    assert (post.state, await reviews(change)) == (PublicationState.LIVE, [])


async def test_a_policy_can_ask_for_a_fresh_proof(change: Change, office: Office) -> None:
    await office.choose(FREE, requires_step_up=True)
    post = await office.begin()
    async with refused(change, services.StepUpMissing, kind="statement") as caught:
        await services.publish_post(office.by("editor"), post_id=post.id)
    assert "a token cannot give that proof" in caught.value.message
    editor, now = office.people["editor"], change.now
    for minutes, is_enough in ((11, False), (9, True)):
        proved = replace(editor, stepped_up_at=now - timedelta(minutes=minutes))
        if not is_enough:
            async with refused(change, services.StepUpMissing):
                await services.publish_post(as_actor(change, proved), post_id=post.id)
        else:
            await services.publish_post(as_actor(change, proved), post_id=post.id)
    assert post.state is PublicationState.LIVE
