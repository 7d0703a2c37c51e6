"""Beginning posts, saving drafts of them, and adding languages."""

import asyncio
from typing import NoReturn
from uuid import UUID

from sqlalchemy import select

from schema.change import Change
from schema.errors import NotAllowed
from schema.missions.services import get_mission
from schema.posts import access, models, obstacles
from schema.posts.models import CommentPolicy, PostKind, PublicationState
from schema.posts.refusals import StaleRevision
from schema.posts.services.loading import (
    get_post_to,
    get_revision,
    get_text_to,
    newest_revision,
)
from schema.posts.services.text import (
    BodyInput,
    Text,
    Written,
    checked_text,
    keep,
    new_translation,
    place,
    revised_text,
    says,
    show,
    written,
)
from schema.posts.slugs import claim_slug, wanted_slug
from schema.sources import encode_id
from schema.texts import language


async def create_post(
    change: Change,
    *,
    mission_id: UUID,
    kind: PostKind,
    locale: str,
    title: str,
    summary: str = "",
    body: BodyInput | None = None,
    slug: str | None = None,
    comment_policy: CommentPolicy | None = None,
) -> models.Post:
    """Begin a post: a draft, with its authentic text in one language.

    Args:
        title: at most 300 characters; it may be empty until the post is published.
        summary: at most 1,000 characters.
        slug: brought into form and made unique in the mission, as is one made from the title when it is left out.
        comment_policy: open when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, TextTooLong, TextUnstorable, BodyAmbiguous, BodyNotKept, BodyInvalid,
        PhotoOfAnotherMission.

    Records:
        post.created
    """
    await get_mission(change.db, mission_id)
    if not access.may_create(change.actor, mission_id):
        raise NotAllowed(verb="write for this mission", role="author", path=("input", "mission"))
    locale = language(locale, ("input", "locale"))
    text = await written(change.db, mission_id, locale, await asyncio.to_thread(checked_text, title, summary, body))
    post = models.Post(
        mission_id=mission_id,
        kind=kind,
        state=PublicationState.DRAFT,
        comment_policy=comment_policy or CommentPolicy.OPEN,
        created_by_id=change.actor.account_id,
        created_at=change.now,
        updated_at=change.now,
    )
    change.db.add(post)
    await change.db.flush()
    translation = await _begin(change, post, locale, text, slug, is_authentic=True)
    change.record("post.created", post, mission_id, kind=kind.value, locale=locale, slug=translation.slug)
    await change.db.flush()
    return post


async def add_translation(
    change: Change,
    *,
    post_id: UUID,
    locale: str,
    title: str,
    summary: str = "",
    body: BodyInput | None = None,
    slug: str | None = None,
) -> models.Translation:
    """Begin a post's text in one more language, as a draft.

    Args:
        title: at most 300 characters; it may be empty until it is published.
        summary: at most 1,000 characters.
        slug: as for `create_post`.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, TranslationExists, TextTooLong, TextUnstorable, BodyAmbiguous,
        BodyNotKept, BodyInvalid, PhotoOfAnotherMission.

    Records:
        post.translation_added
    """
    locale = language(locale, ("input", "locale"))
    post = await get_post_to(change, obstacles.adding_translation(locale), post_id)
    text = await written(
        change.db, post.mission_id, locale, await asyncio.to_thread(checked_text, title, summary, body)
    )
    translation = await _begin(change, post, locale, text, slug, is_authentic=False)
    _note_unseen_change(change, post)
    change.record("post.translation_added", post, post.mission_id, locale=locale, slug=translation.slug)
    await change.db.flush()
    return translation


async def save_draft(
    change: Change,
    *,
    post_id: UUID,
    locale: str | None = None,
    base_revision: int,
    title: str | None = None,
    summary: str | None = None,
    body: BodyInput | None = None,
) -> models.Translation:
    """Keep what was written since a revision. Nothing is published: a live text stays as it is until it is.

    Saving what is there already changes nothing, so it can be repeated.

    Args:
        locale: the authentic text when left out.
        base_revision: the revision the writer started from.
        title: what is None stays as the base has it; so with ``summary`` and ``body``.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, RevisionUnknown, TextTooLong, TextUnstorable, BodyAmbiguous, BodyNotKept,
        BodyInvalid, PhotoOfAnotherMission.
        StaleRevision: the base is no longer the newest; what was written is kept as a side draft.

    Records:
        post.draft_saved, or post.side_draft_kept when the base is no longer the newest.
    """
    post, translation = await get_text_to(change, obstacles.saving, post_id, locale)
    base = await get_revision(change.db, translation, base_revision, ("input", "baseRevision"))
    newest = await newest_revision(change.db, translation)
    text = await asyncio.to_thread(revised_text, base, title, summary, body)
    if says(newest, text):
        return translation
    if base.number != newest.number:
        await _refuse_stale(change, post, translation, text, base, newest)
    prepared = await written(change.db, post.mission_id, translation.locale, text)
    revision = keep(change, translation, prepared, "post.draft_saved", base=base.number)
    if translation.state is not PublicationState.LIVE:
        await show(change.db, translation, prepared)
    _note_unseen_change(change, post)
    change.record("post.draft_saved", post, post.mission_id, locale=translation.locale, revision=revision.number)
    await change.db.flush()
    return translation


async def _begin(
    change: Change, post: models.Post, locale: str, text: Written, slug: str | None, *, is_authentic: bool
) -> models.Translation:
    """Add a text to a post: its row, first revision, placements and address."""
    wanted = wanted_slug(slug, text.text.title, locale, post.kind, post.id)
    translation = new_translation(post, locale, text, slug=wanted, is_authentic=is_authentic)
    translation.created_at = change.now
    change.db.add(translation)
    await change.db.flush()
    keep(change, translation, text, "post.created" if is_authentic else "post.translation_added", base=None)
    translation.revision_number = translation.newest_revision_number
    await place(change.db, translation, text)
    await claim_slug(change.db, post.mission_id, translation, wanted)
    return translation


def _note_unseen_change(change: Change, post: models.Post) -> None:
    """A live post keeps its moment of change, which strangers read: it must not tell that a draft is waiting."""
    if post.state is not PublicationState.LIVE:
        post.updated_at = change.now


async def _refuse_stale(
    change: Change,
    post: models.Post,
    translation: models.Translation,
    text: Text,
    base: models.Revision,
    newest: models.Revision,
) -> NoReturn:
    """Keep the losing text beside the newest one, unless nothing was written or it is kept already, and refuse."""
    kept, side_draft = "You had changed nothing.", None
    if not says(base, text):
        side_draft = await _find_side_draft(change, translation, text, base)
        side_draft = side_draft or await _keep_aside(change, post, translation, text, base)
        kept = f"What you wrote is kept as a side draft, revision {side_draft.number}."
    raise StaleRevision(
        saved_by=newest.actor_name,
        current_revision=newest.number,
        side_draft_revision_id=side_draft and encode_id("Revision", side_draft.id),
        kept=kept,
        path=("input", "baseRevision"),
    )


async def _find_side_draft(
    change: Change, translation: models.Translation, text: Text, base: models.Revision
) -> models.Revision | None:
    """The side draft this account has made of the same text, when it was sent before and nobody heard the answer."""
    revision = models.Revision
    aside = select(revision).where(
        revision.translation_id == translation.id,
        revision.is_side_draft,
        revision.base_number == base.number,
        revision.account_id.is_not_distinct_from(change.actor.account_id),
    )
    return next((found for found in await change.db.scalars(aside) if says(found, text)), None)


async def _keep_aside(
    change: Change, post: models.Post, translation: models.Translation, text: Text, base: models.Revision
) -> models.Revision:
    prepared = await written(change.db, post.mission_id, translation.locale, text)
    side_draft = keep(change, translation, prepared, "post.side_draft_kept", base=base.number, is_side_draft=True)
    await change.db.flush()
    details = {"locale": translation.locale, "revision": side_draft.number, "base": base.number}
    _note_unseen_change(change, post)
    change.record("post.side_draft_kept", post, post.mission_id, **details)
    await change.db.flush()
    return side_draft
