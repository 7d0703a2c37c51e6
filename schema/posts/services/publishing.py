"""Making posts public and taking them back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from schema.change import Change
from schema.errors import NotAllowed
from schema.posts import access, models
from schema.posts.models import PostKind, PublicationState
from schema.posts.services.bylines import snapshot_offices
from schema.posts.services.loading import get_post_to_publish, get_translation, newest_revision
from schema.posts.services.refusals import (
    AlreadyPublished,
    AlternativeMissing,
    AuthenticNotLive,
    BylineMissing,
    NothingToPublish,
    NotPublished,
    PublishedInFuture,
    StaleRevision,
)
from schema.posts.services.text import Written, keep, show, text_of, written
from schema.texts import line

SIGNED = {PostKind.BLOG_POST: "blog post", PostKind.SPEECH: "speech"}
"""The kinds that go out under a name."""
MAX_REASON = 1_000
IN_LOCALE = ("input", "locale")


async def publish_post(
    change: Change,
    *,
    post_id: UUID,
    locale: str | None = None,
    revision: int | None = None,
    at: datetime | None = None,
    accepts_missing_alternatives: bool = False,
) -> models.Post:
    """Make the newest text of a post public in one language.

    With its first publication the bylines keep the office each person held that day.

    Args:
        locale: the authentic text when left out.
        revision: what the editor has read; refused when it is no longer the newest.
        at: when it went out, for an import; UTC. Now when left out.
        accepts_missing_alternatives: only for an import of what was public before, with ``at``: photos of which nobody
            has said what they show go out as they are, and the import reports each of them.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, AuthenticNotLive, PublishedInFuture, StaleRevision, AlreadyPublished,
        NothingToPublish, PhotoOfAnotherMission, AlternativeMissing, BylineMissing.

    Records:
        post.published
    """
    post = await get_post_to_publish(change, post_id)
    if accepts_missing_alternatives and (at is None or not access.may_import(change.actor)):
        raise NotAllowed(verb="publish photos that nobody has described", role="system", path=("input",))
    translation = await get_translation(change, post, locale)
    await _check_authentic_is_live(change, post, translation)
    published_at = _moment(change, at)
    newest = await newest_revision(change.db, translation)
    _check_newest(translation, newest, revision)
    text = await written(change.db, post.mission_id, translation.locale, text_of(newest))
    _check_words(translation, text)
    if not accepts_missing_alternatives:
        _check_alternatives(text)
    bylines = await _bylines(change, post)
    kept = keep(change, translation, text, "post.published", base=newest.number)
    await show(change.db, translation, text)
    translation.state, translation.published_at = PublicationState.LIVE, published_at
    is_first = post.first_published_at is None
    if translation.is_authentic:
        post.state, post.first_published_at = PublicationState.LIVE, post.first_published_at or published_at
    if is_first:
        await snapshot_offices(change, post, bylines, published_at)
    post.updated_at = change.now
    details = {"locale": translation.locale, "revision": kept.number, "slug": translation.slug, "is_first": is_first}
    change.record("post.published", post, post.mission_id, **details)
    await change.db.flush()
    return post


async def unpublish_post(change: Change, *, post_id: UUID, reason: str, locale: str | None = None) -> models.Post:
    """Take a text back from the public; with the authentic one, the whole post in all languages.

    Args:
        reason: at most 1,000 characters; members of the mission can read it.
        locale: the authentic text when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, NotPublished, TextMissing, TextTooLong, TextUnstorable.

    Records:
        post.unpublished
    """
    post = await get_post_to_publish(change, post_id)
    translation = await get_translation(change, post, locale)
    reason = line(reason, "The reason", MAX_REASON, ("input", "reason"))
    if translation.state is not PublicationState.LIVE:
        raise NotPublished(locale=translation.locale, path=IN_LOCALE)
    taken_back = [translation]
    if translation.is_authentic:
        post.state = PublicationState.UNPUBLISHED
        taken_back = await _live_translations(change, post)
    for text in taken_back:
        text.state = PublicationState.UNPUBLISHED
    post.updated_at = change.now
    locales = [text.locale for text in taken_back]
    change.record("post.unpublished", post, post.mission_id, locales=locales, reason=reason)
    await change.db.flush()
    return post


async def _live_translations(change: Change, post: models.Post) -> list[models.Translation]:
    """Every public text of a post, locked, the authentic one first."""
    translation = models.Translation
    found = await change.db.scalars(
        select(translation)
        .where(translation.post_id == post.id, translation.state == PublicationState.LIVE)
        .order_by(translation.is_authentic.desc(), translation.locale)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return list(found)


async def _check_authentic_is_live(change: Change, post: models.Post, translation: models.Translation) -> None:
    if not translation.is_authentic and post.state is not PublicationState.LIVE:
        authentic = await get_translation(change, post, None)
        raise AuthenticNotLive(locale=authentic.locale, path=IN_LOCALE)


def _moment(change: Change, at: datetime | None) -> datetime:
    if at is not None and at > change.now:
        raise PublishedInFuture(at=at.isoformat(), path=("input", "at"))
    return at or change.now


def _check_newest(translation: models.Translation, newest: models.Revision, revision: int | None) -> None:
    if revision is not None and revision != newest.number:
        raise StaleRevision(
            saved_by=newest.actor_name,
            current_revision=newest.number,
            side_draft_revision_id=None,
            kept="Nothing was published.",
            path=("input", "revision"),
        )
    is_live = translation.state is PublicationState.LIVE
    if is_live and translation.revision_number == newest.number:
        raise AlreadyPublished(locale=translation.locale, path=IN_LOCALE)


async def _bylines(change: Change, post: models.Post) -> Sequence[models.Byline]:
    """The names over a post.

    Raises:
        BylineMissing: a post of this kind goes out under one.
    """
    bylines = (await change.db.scalars(select(models.Byline).where(models.Byline.post_id == post.id))).all()
    if post.kind in SIGNED and not bylines:
        raise BylineMissing(kind=SIGNED[post.kind], path=("input",))
    return bylines


def _check_words(translation: models.Translation, text: Written) -> None:
    if not text.text.title:
        raise NothingToPublish(locale=translation.locale, part="title", path=IN_LOCALE)
    if text.text.is_blank:
        raise NothingToPublish(locale=translation.locale, part="body", path=IN_LOCALE)


def _check_alternatives(text: Written) -> None:
    for use in text.text.document.photos:
        is_chosen = use.alternative in ("in_text", "decorative")
        if not is_chosen and not (use.alternative == "described" and (use.alternative_text or "").strip()):
            file_name = text.photos[use.photo_id].file_name
            raise AlternativeMissing(file_name=file_name, block=use.block_id, path=("input",))
