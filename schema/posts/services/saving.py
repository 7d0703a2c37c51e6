"""Saving a draft, whoever else saves it: what can be brought together is, and what cannot is kept aside and named."""

import asyncio
from dataclasses import dataclass
from typing import Any, NoReturn
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from schema.change import Change
from schema.posts import models, obstacles
from schema.posts.refusals import StaleRevision
from schema.posts.services.comparisons import Reading
from schema.posts.services.loading import get_revision, get_text_to, newest_revision
from schema.posts.services.merging import TextCollision, merged_text
from schema.posts.services.reviewing import lapse_review
from schema.posts.services.text import (
    BodyInput,
    Text,
    keep,
    note_unseen_change,
    revised_text,
    says,
    show,
    waits,
    written,
)
from schema.posts.services.translating import reading_of
from schema.sources import encode_id


@dataclass(frozen=True)
class SavedDraft:
    """What came of a save.

    ``revision`` is the newest text now, and ``sent`` the one that says exactly what was sent: the same, unless it was
    brought together with what others had saved.
    """

    translation: models.Translation
    revision: models.Revision
    sent: models.Revision


@dataclass(frozen=True)
class _Save:
    """A save in the course of being done: the text that was written, and the revision its writer started from."""

    change: Change
    post: models.Post
    translation: models.Translation
    text: Text
    base: models.Revision
    reading: Reading


async def save_draft(
    change: Change,
    *,
    post_id: UUID,
    locale: str | None = None,
    base_revision: int,
    title: str | None = None,
    summary: str | None = None,
    body: BodyInput | None = None,
    source_revision: int | None = None,
) -> SavedDraft:
    """Keep what was written since a revision. Nothing is published: what is public stays as it is until it is.

    When others have saved since, what each changed is brought together, block by block. Saving what is there already
    changes nothing, so it can be repeated.

    Args:
        locale: the authentic text when left out.
        base_revision: the revision the writer started from.
        title: what is None stays as the base has it; so with ``summary`` and ``body``.
        source_revision: of a translation, the revision of the authentic text that its writer had before them; the
            newest when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, NotATranslation, RevisionUnknown, TextTooLong, TextUnstorable,
        BodyAmbiguous, BodyNotKept, BodyInvalid, PhotoOfAnotherMission.
        StaleRevision: others have changed the same block, title or summary; what was written is kept as a side draft.

    Records:
        post.draft_saved, or post.side_draft_kept when it cannot be brought together.
    """
    post, translation = await get_text_to(change, obstacles.saving, post_id, locale)
    base = await get_revision(change.db, translation, base_revision, ("input", "baseRevision"))
    newest = await newest_revision(change.db, translation)
    reading = await reading_of(change, post, translation, source_revision)
    text = await asyncio.to_thread(revised_text, base, title, summary, body)
    if says(newest, text):
        return SavedDraft(translation, newest, newest)
    save = _Save(change, post, translation, text, base, reading)
    if base.number == newest.number:
        saved = await _keep_newest(save, text, newest)
        return SavedDraft(translation, saved, saved)
    return await _bring_together(save, newest)


async def _bring_together(save: _Save, newest: models.Revision) -> SavedDraft:
    """Merge what was written with what others saved since, or keep it aside and refuse."""
    shared = await _shared_by_both(save.change.db, save.translation, save.base)
    merged = await asyncio.to_thread(merged_text, shared, save.text, newest)
    if not isinstance(merged, Text):
        await _refuse_stale(save, newest, merged)
    if says(newest, merged):
        return SavedDraft(save.translation, newest, await _keep_sent(save, into=newest.number))
    sent = await _keep_sent(save, into=save.translation.revision_count + 2)
    return SavedDraft(save.translation, await _keep_newest(save, merged, newest), sent)


async def _shared_by_both(db: AsyncSession, translation: models.Translation, base: models.Revision) -> models.Revision:
    """The newest revision that is in both texts: a side draft is in nobody else's, but what it started from is."""
    while base.is_side_draft and base.base_number is not None:
        base = await get_revision(db, translation, base.base_number, ())
    return base


async def _keep_newest(save: _Save, text: Text, newest: models.Revision) -> models.Revision:
    change, post, translation = save.change, save.post, save.translation
    prepared = await written(change.db, post.mission_id, translation.locale, text)
    revision = await keep(change, translation, prepared, "post.draft_saved", base=newest.number, reading=save.reading)
    if not waits(translation):
        await show(change.db, translation, prepared)
    await lapse_review(change, translation)
    note_unseen_change(change, post)
    change.record("post.draft_saved", post, post.mission_id, locale=translation.locale, revision=revision.number)
    await change.db.flush()
    return revision


async def _keep_sent(save: _Save, *, into: int) -> models.Revision:
    """The revision that says what was sent and is part of another; what was sent again is kept once."""
    if says(save.base, save.text):
        return save.base
    if found := await _find_sent(save, models.Revision.merged_into_number.is_not(None)):
        return found
    change, translation = save.change, save.translation
    prepared = await written(change.db, save.post.mission_id, translation.locale, save.text)
    of_save: Any = {"base": save.base.number, "reading": save.reading}
    sent = await keep(change, translation, prepared, "post.draft_saved", merged_into=into, **of_save)
    await change.db.flush()
    return sent


async def _refuse_stale(save: _Save, newest: models.Revision, collisions: list[TextCollision]) -> NoReturn:
    """Keep the losing text beside the newest one, unless nothing was written or it is kept already, and refuse."""
    kept, side_draft = "You had changed nothing.", None
    if not says(save.base, save.text):
        side_draft = await _find_sent(save, models.Revision.is_side_draft) or await _keep_aside(save)
        kept = f"What you wrote is kept as a side draft, revision {side_draft.number}."
    raise StaleRevision(
        saved_by=newest.actor_name,
        current_revision=newest.number,
        current_revision_id=encode_id("Revision", newest.id),
        side_draft_revision_id=side_draft and encode_id("Revision", side_draft.id),
        collisions=[collision.as_json() for collision in collisions],
        kept=kept,
        path=("input", "baseRevision"),
    )


async def _find_sent(save: _Save, is_kept: Any) -> models.Revision | None:
    """What this account has sent before from the same base, when nobody heard the answer and it is sent again."""
    revision = models.Revision
    sent = select(revision).where(
        revision.translation_id == save.translation.id,
        is_kept,
        revision.base_number == save.base.number,
        revision.account_id.is_not_distinct_from(save.change.actor.account_id),
    )
    return next((found for found in await save.change.db.scalars(sent) if says(found, save.text)), None)


async def _keep_aside(save: _Save) -> models.Revision:
    change, post, translation = save.change, save.post, save.translation
    prepared = await written(change.db, post.mission_id, translation.locale, save.text)
    of_save: Any = {"base": save.base.number, "reading": save.reading}
    side_draft = await keep(change, translation, prepared, "post.side_draft_kept", is_side_draft=True, **of_save)
    await change.db.flush()
    details = {"locale": translation.locale, "revision": side_draft.number, "base": save.base.number}
    note_unseen_change(change, post)
    change.record("post.side_draft_kept", post, post.mission_id, **details)
    await change.db.flush()
    return side_draft
