"""Making posts public and taking them back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from schema.change import Change
from schema.errors import NotAllowed
from schema.posts import access, models, obstacles
from schema.posts.models import PublicationState
from schema.posts.refusals import PublishedInFuture
from schema.posts.services.bylines import snapshot_offices
from schema.posts.services.featuring import take_off
from schema.posts.services.loading import get_text_to, newest_revision
from schema.posts.services.reviewing import check_read, note_publication
from schema.posts.services.stating import state
from schema.posts.services.text import Written, keep, show, text_of, written
from schema.texts import line

MAX_REASON = 1_000


async def publish_post(
    change: Change,
    *,
    post_id: UUID,
    locale: str | None = None,
    revision: int | None = None,
    emergency: str | None = None,
    at: datetime | None = None,
    accepts_missing_alternatives: bool = False,
) -> models.Post:
    """Make the newest text of a post public in one language.

    With its first publication the bylines keep the office each person held that day.

    Args:
        locale: the authentic text when left out.
        revision: what the editor has read; refused when it is no longer the newest.
        emergency: why it goes out without clearance, where the policy allows that; at most 1,000 characters. It is
            reviewed afterwards.
        at: when it went out, for an import; UTC. Now when left out.
        accepts_missing_alternatives: only for an import of what was public before, with ``at``: photos of which nobody
            has said what they show go out as they are, and the import reports each of them.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, TextWithdrawn, AuthenticNotLive, PublishedInFuture, StaleRevision,
        AlreadyPublished, NothingToPublish, PhotoOfAnotherMission, AlternativeMissing, BylineMissing, NotCleared,
        EmergencyNotAllowed, StepUpMissing, TextMissing, TextTooLong, TextUnstorable.

    Records:
        post.published
    """
    if accepts_missing_alternatives and (at is None or not access.may_import(change.actor)):
        raise NotAllowed(verb="publish photos that nobody has described", role="system", path=("input",))
    rule = obstacles.publishing if emergency is None else obstacles.publishing_in_emergency
    rule = obstacles.publishing_what_was_public if accepts_missing_alternatives else rule
    post, translation = await get_text_to(change, rule, post_id, locale)
    published_at = _moment(change, at)
    if emergency is not None:
        emergency = line(emergency, "The reason", MAX_REASON, ("input", "emergency", "reason"))
    await check_read(change, translation, revision, "Nothing was published.")
    newest = await newest_revision(change.db, translation)
    text = await written(change.db, post.mission_id, translation.locale, text_of(newest))
    is_first = post.first_published_at is None
    kept = await keep(change, translation, text, "post.published", base=newest.number)
    await make_public(change, post, translation, text, published_at)
    await state(change, post, translation, text)
    policy = await note_publication(change, post, translation, read=newest.number, emergency=emergency)
    details = {"locale": translation.locale, "revision": kept.number, "slug": translation.slug, "is_first": is_first}
    cleared = {"policy": policy.value, "emergency": emergency}
    change.record("post.published", post, post.mission_id, **details, **cleared)
    await change.db.flush()
    return post


async def make_public(
    change: Change, post: models.Post, translation: models.Translation, text: Written, at: datetime
) -> None:
    """Put a text in place as what everybody reads, from a moment on. Whether it may be is decided before."""
    await show(change.db, translation, text)
    translation.state, translation.published_at = PublicationState.LIVE, at
    is_first = post.first_published_at is None
    if translation.is_authentic:
        post.state, post.first_published_at = PublicationState.LIVE, post.first_published_at or at
    if is_first:
        await snapshot_offices(change, post, await _bylines(change, post), at)
    post.updated_at = change.now


async def unpublish_post(change: Change, *, post_id: UUID, reason: str, locale: str | None = None) -> models.Post:
    """Take a text back from the public without a trace; with the authentic one, the whole post in all languages.

    For what should never have gone out. What readers have relied on is withdrawn, which tells them.

    Args:
        reason: at most 1,000 characters; members of the mission can read it.
        locale: the authentic text when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, NotPublished, TombstoneStands, TextMissing, TextTooLong, TextUnstorable.

    Records:
        post.unpublished
    """
    post, translation = await get_text_to(change, obstacles.unpublishing, post_id, locale)
    reason = line(reason, "The reason", MAX_REASON, ("input", "reason"))
    taken_back = [translation]
    if translation.is_authentic:
        post.state = PublicationState.UNPUBLISHED
        taken_back = await texts_in(change, post, PublicationState.LIVE)
        await take_off(change, post)
    for text in taken_back:
        text.state = PublicationState.UNPUBLISHED
    post.updated_at = change.now
    locales = [text.locale for text in taken_back]
    change.record("post.unpublished", post, post.mission_id, locales=locales, reason=reason)
    await change.db.flush()
    return post


async def texts_in(change: Change, post: models.Post, state: PublicationState) -> list[models.Translation]:
    """Every text of a post in a state, locked, the authentic one first."""
    translation = models.Translation
    found = await change.db.scalars(
        select(translation)
        .where(translation.post_id == post.id, translation.state == state)
        .order_by(translation.is_authentic.desc(), translation.locale)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return list(found)


def _moment(change: Change, at: datetime | None) -> datetime:
    if at is not None and at > change.now:
        raise PublishedInFuture(at=at.isoformat(), path=("input", "at"))
    return at or change.now


async def _bylines(change: Change, post: models.Post) -> Sequence[models.Byline]:
    return (await change.db.scalars(select(models.Byline).where(models.Byline.post_id == post.id))).all()
