"""Going back to an older state of a text."""

import asyncio
from uuid import UUID

from sqlalchemy import select

from schema.change import Change
from schema.media.models import Photo
from schema.posts import models, obstacles
from schema.posts.refusals import PhotosGone
from schema.posts.services.comparisons import Reading
from schema.posts.services.loading import get_revision, get_text_to, newest_revision, refuse_stale
from schema.posts.services.reviewing import lapse_review
from schema.posts.services.text import Text, keep, note_unseen_change, says, show, text_of, waits, written


async def restore_revision(
    change: Change, *, post_id: UUID, locale: str | None = None, revision: int, base_revision: int
) -> tuple[models.Translation, models.Revision]:
    """Make an older text the newest draft. What is live stays as it is until the draft is published.

    Restoring what the newest text says already changes nothing.

    Args:
        locale: the authentic text when left out.
        revision: whose text is to be the newest again; it may be a side draft.
        base_revision: the newest revision the actor has seen; what others saved after it is not overwritten unseen.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, RevisionUnknown, PhotosGone, PhotoOfAnotherMission.
        StaleRevision: others have saved since; nothing is restored.

    Records:
        post.revision_restored
    """
    post, translation = await get_text_to(change, obstacles.saving, post_id, locale)
    older = await get_revision(change.db, translation, revision, ("input", "revision"))
    await get_revision(change.db, translation, base_revision, ("input", "baseRevision"))
    newest = await newest_revision(change.db, translation)
    text = await asyncio.to_thread(text_of, older)
    if says(newest, text):
        return translation, newest
    if base_revision != newest.number:
        refuse_stale(newest, "Nothing was restored.", ("input", "baseRevision"))
    await _check_photos(change, post, older, text)
    prepared = await written(change.db, post.mission_id, translation.locale, text)
    reading = Reading(restored=older.number)
    restored = await keep(change, translation, prepared, "post.revision_restored", base=newest.number, reading=reading)
    await lapse_review(change, translation)
    if not waits(translation):
        await show(change.db, translation, prepared)
    note_unseen_change(change, post)
    details = {"locale": translation.locale, "revision": restored.number, "restored": older.number}
    change.record("post.revision_restored", post, post.mission_id, **details)
    await change.db.flush()
    return translation, restored


async def _check_photos(change: Change, post: models.Post, older: models.Revision, text: Text) -> None:
    """Refuse a text whose photos are no longer in the library, and name each of them."""
    wanted = {use.photo_id for use in text.document.photos}
    own = select(Photo.id).where(Photo.id.in_(wanted), Photo.mission_id == post.mission_id)
    there = set(await change.db.scalars(own))
    gone = [use for use in text.document.photos if use.photo_id not in there]
    if gone:
        shown = ((use.caption_text or use.alternative_text or str(use.photo_id), use.block_id) for use in gone)
        named = ", ".join(f"“{words}” (block “{block}”)" for words, block in shown)
        raise PhotosGone(number=older.number, photos=named, path=("input", "revision"))
