"""Putting texts before somebody who agrees to them, and looking at what went out first."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from schema.change import Change
from schema.clearance.models import Clearance
from schema.clearance.policy import policy_in_force
from schema.context import SYSTEM
from schema.posts import models, obstacles
from schema.posts.models import ReviewKind, ReviewState, Verdict
from schema.posts.services.loading import get_text_to, newest_revision, refuse_stale
from schema.texts import lines

MAX_REMARKS = 5_000
SHORTLY = 100
"""How many overdue reviews are noted in one change."""


async def submit_post(change: Change, *, post_id: UUID, locale: str | None = None) -> models.Translation:
    """Put the newest revision of a text before somebody who clears it.

    Args:
        locale: the authentic text when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, AlreadyPublished, NothingToPublish, AlternativeMissing, BylineMissing,
        AlreadySubmitted, AlreadyCleared.

    Records:
        post.submitted
    """
    post, translation = await get_text_to(change, obstacles.submitting, post_id, locale)
    policy = await _policy_of(change, post)
    review = _put(change, translation, ReviewKind.BEFORE, policy.clearance)
    change.db.add(review)
    details = {"locale": translation.locale, "revision": review.revision_number, "policy": policy.clearance.value}
    change.record("post.submitted", post, post.mission_id, **details)
    await change.db.flush()
    return translation


async def return_post(change: Change, *, post_id: UUID, remarks: str, locale: str | None = None) -> models.Translation:
    """Hand the newest revision of a text back to who wrote it. What was cleared and is not out yet can be returned too.

    Args:
        remarks: what is to be changed; at most 5,000 characters.
        locale: the authentic text when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, NotSubmitted, TextMissing, TextTooLong, TextUnstorable.

    Records:
        post.returned
    """
    post, translation = await get_text_to(change, obstacles.returning, post_id, locale)
    remarks = lines(remarks, "The remarks", MAX_REMARKS, ("input", "remarks"))
    review = await _standing(change, translation, translation.newest_revision_number)
    _decide(change, review, ReviewState.RETURNED, remarks)
    details = {"locale": translation.locale, "revision": review.revision_number, "remarks": remarks}
    change.record("post.returned", post, post.mission_id, **details)
    await change.db.flush()
    return translation


async def clear_post(
    change: Change, *, post_id: UUID, revision: int, remarks: str | None = None, locale: str | None = None
) -> models.Translation:
    """Agree to a revision of a text, which may go out then. It clears that revision and no later one.

    Args:
        revision: what was read; refused when it is no longer the newest.
        remarks: at most 5,000 characters.
        locale: the authentic text when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, NotSubmitted, AlreadyCleared, HeadquartersDecides, OwnSubmission,
        OwnWords, StaleRevision, TextMissing, TextTooLong, TextUnstorable.

    Records:
        post.cleared
    """
    post, translation = await get_text_to(change, obstacles.clearing, post_id, locale)
    await check_read(change, translation, revision, "Nothing was cleared.")
    said = None if remarks is None else lines(remarks, "The remarks", MAX_REMARKS, ("input", "remarks"))
    policy = await _policy_of(change, post)
    review = await _standing(change, translation, revision)
    review.clearance = policy.clearance
    _decide(change, review, ReviewState.CLEARED, said)
    details = {"locale": translation.locale, "revision": revision, "policy": policy.clearance.value, "remarks": said}
    change.record("post.cleared", post, post.mission_id, **details)
    await change.db.flush()
    return translation


async def review_post(
    change: Change, *, post_id: UUID, verdict: Verdict, remarks: str | None = None, locale: str | None = None
) -> models.Translation:
    """Say of a text that went out first whether it should have. An objection takes nothing back by itself.

    Args:
        remarks: at most 5,000 characters; an objection needs them.
        locale: the authentic text when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, NothingToReview, HeadquartersDecides, OwnPublication, TextMissing,
        TextTooLong, TextUnstorable.

    Records:
        post.reviewed
    """
    post, translation = await get_text_to(change, obstacles.reviewing, post_id, locale)
    objects = verdict is Verdict.OBJECT
    said = lines(remarks or "", "The remarks", MAX_REMARKS, ("input", "remarks")) if objects or remarks else None
    review = await _pending_after(change, translation)
    assert review is not None
    _decide(change, review, ReviewState.OBJECTED if objects else ReviewState.CLEARED, said)
    details = {"locale": translation.locale, "revision": review.revision_number, "remarks": said}
    change.record("post.reviewed", post, post.mission_id, verdict=verdict.value, **details)
    await change.db.flush()
    return translation


async def escalate_overdue_reviews(change: Change) -> int:
    """Note each publication that nobody has reviewed in time, once; how many there were, at most a hundred.

    Records:
        post.review_overdue
    """
    review, text, post = models.Review, models.Translation, models.Post
    overdue = (
        select(review, text.locale, post)
        .join(text, text.id == review.translation_id)
        .join(post, post.id == text.post_id)
        .where(review.state == ReviewState.PENDING, review.due_at < change.now, review.escalated_at.is_(None))
        .order_by(review.due_at, review.id)
        .limit(SHORTLY)
        .with_for_update(of=review, skip_locked=True)
    )
    found = (await change.db.execute(overdue)).all()
    for row, locale, its_post in found:
        row.escalated_at = change.now
        details = {"locale": locale, "revision": row.revision_number}
        due_at = row.due_at and row.due_at.isoformat()
        change.record("post.review_overdue", its_post, its_post.mission_id, due_at=due_at, **details)
    await change.db.flush()
    return len(found)


async def lapse_review(change: Change, translation: models.Translation) -> None:
    """Nobody has to read a revision any more after which another was written."""
    review = models.Review
    is_moot = (
        review.translation_id == translation.id,
        review.kind == ReviewKind.BEFORE,
        review.state == ReviewState.PENDING,
        review.revision_number < translation.newest_revision_number,
    )
    lapsed = {"state": ReviewState.LAPSED, "decided_at": change.now}
    await change.db.execute(update(review).where(*is_moot).values(lapsed))


async def note_publication(
    change: Change, post: models.Post, translation: models.Translation, *, read: int, emergency: str | None
) -> Clearance:
    """Say when a reviewed revision went out, and put what goes out first before somebody afterwards.

    Args:
        read: the revision that goes out, by the number under which it was reviewed.
        emergency: why it goes out without clearance.
    """
    policy = await _policy_of(change, post)
    clearance: Clearance = policy.clearance
    before = await _last(change, translation, read)
    is_cleared = before is not None and before.state is ReviewState.CLEARED
    if before is not None and before.state in (ReviewState.PENDING, ReviewState.CLEARED):
        before.published_at = change.now
        if not is_cleared:
            before.state, before.decided_at = ReviewState.LAPSED, change.now
    goes_first = clearance is Clearance.PUBLISH_THEN_REVIEW and not is_cleared
    if change.actor == SYSTEM or not (emergency or goes_first):
        return clearance
    due_at = change.now + timedelta(hours=policy.review_within_hours)
    if (open_one := await _pending_after(change, translation)) is not None:
        # What goes out again before anybody has looked is not given more time.
        due_at = min(due_at, open_one.due_at or due_at)
        open_one.state, open_one.decided_at = ReviewState.LAPSED, change.now
        await change.db.flush()
    after = _put(change, translation, ReviewKind.AFTER, clearance)
    after.due_at, after.emergency, after.published_at = due_at, emergency, change.now
    change.db.add(after)
    return clearance


async def check_read(change: Change, translation: models.Translation, revision: int | None, kept: str) -> None:
    """Refuse when what somebody has read is no longer the newest; `kept` says what that came to.

    Raises:
        StaleRevision.
    """
    if revision is not None and revision != translation.newest_revision_number:
        refuse_stale(await newest_revision(change.db, translation), kept, ("input", "revision"))


async def _policy_of(change: Change, post: models.Post) -> Any:
    return (await change.db.execute(policy_in_force(post.mission_id, post.kind))).one()


def _put(change: Change, translation: models.Translation, kind: ReviewKind, clearance: Clearance) -> models.Review:
    return models.Review(
        translation_id=translation.id,
        revision_number=translation.newest_revision_number,
        kind=kind,
        clearance=clearance,
        state=ReviewState.PENDING,
        submitted_by_id=change.actor.account_id,
        submitted_by=change.actor.name,
        submitted_at=change.now,
    )


def _decide(change: Change, review: models.Review, state: ReviewState, remarks: str | None) -> None:
    review.state, review.remarks, review.decided_at = state, remarks, change.now
    review.decided_by_id, review.decided_by = change.actor.account_id, change.actor.name


async def _last(change: Change, translation: models.Translation, number: int) -> models.Review | None:
    """The last review that a revision was put before, locked."""
    review = models.Review
    its = (review.translation_id == translation.id, review.revision_number == number, review.kind == ReviewKind.BEFORE)
    newest_first = select(review).where(*its).order_by(review.id.desc()).limit(1)
    return await change.db.scalar(newest_first.with_for_update())


async def _standing(change: Change, translation: models.Translation, number: int) -> models.Review:
    review = await _last(change, translation, number)
    assert review is not None
    return review


async def _pending_after(change: Change, translation: models.Translation) -> models.Review | None:
    review = models.Review
    its = (review.translation_id == translation.id, review.kind == ReviewKind.AFTER)
    return await change.db.scalar(select(review).where(*its, review.state == ReviewState.PENDING).with_for_update())
