"""Putting a live text right in public: its words change, and a notice says so."""

from uuid import UUID

from schema.change import Change
from schema.posts import models
from schema.posts import obstacles_afterwards as afterwards
from schema.posts.models import NoticeKind
from schema.posts.services.loading import get_text_to, newest_revision
from schema.posts.services.notices import checked_note, put_notice
from schema.posts.services.reviewing import check_read, note_publication
from schema.posts.services.stating import state
from schema.posts.services.text import keep, show, text_of, written


async def correct_post(
    change: Change,
    *,
    post_id: UUID,
    kind: NoticeKind,
    note: str,
    locale: str | None = None,
    revision: int | None = None,
) -> models.Post:
    """Make the newest text of a live post public in one language, with a notice of what was put right.

    What it said before stays in its history, and the notice names both revisions.

    Args:
        kind: ``CORRECTION`` when it was wrong, ``CLARIFICATION`` when it could be misread.
        note: at most 1,000 characters, in the language of the text; everyone reads it.
        locale: the authentic text when left out.
        revision: what the editor has read; refused when it is no longer the newest.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, TextWithdrawn, NothingToCorrect, TooManyNotices, StaleRevision,
        AlreadyPublished, NothingToPublish, PhotoOfAnotherMission, AlternativeMissing, BylineMissing, NotCleared,
        StepUpMissing, TextMissing, TextTooLong, TextUnstorable.

    Records:
        post.corrected
    """
    post, translation = await get_text_to(change, afterwards.correcting, post_id, locale)
    said = checked_note(note)
    await check_read(change, translation, revision, "Nothing was published.")
    newest = await newest_revision(change.db, translation)
    text = await written(change.db, post.mission_id, translation.locale, text_of(newest))
    before = translation.revision_number
    kept = await keep(change, translation, text, "post.corrected", base=newest.number)
    await show(change.db, translation, text)
    translation.published_at = post.updated_at = change.now
    await state(change, post, translation, text, {"kind": kind.name, "note": said.text})
    await note_publication(change, post, translation, read=newest.number, emergency=None)
    put_notice(change, kind, said, translation, before=before, after=kept.number)
    details = {"locale": translation.locale, "kind": kind.value, "note": said.text}
    revisions = {"revision": kept.number, "replaced": before, "slug": translation.slug}
    change.record("post.corrected", post, post.mission_id, **details, **revisions)
    await change.db.flush()
    return post
