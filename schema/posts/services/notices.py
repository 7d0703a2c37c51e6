"""What the public is told of a text that was public before, beside its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from schema.change import Change
from schema.errors import NotFound
from schema.posts import access, models
from schema.posts import obstacles_afterwards as afterwards
from schema.posts.models import NoticeKind, PublicationState
from schema.posts.refusals import SupersededByItself, SupersedingNotLive
from schema.posts.services.loading import get_text_to
from schema.sources import encode_id
from schema.texts import Path, line, names_by_locale

MAX_NOTE = 1_000
IN_SUPERSEDED_BY: Path = ("input", "supersededBy")


@dataclass(frozen=True)
class Note:
    """What is said in a notice: in the language of the text, and in others."""

    text: str
    others: Mapping[str, str]


def checked_note(text: str, others: Mapping[str, str] | None = None, name: str = "note") -> Note:
    """A note as it may be stored.

    Args:
        name: what the input calls it, one and many.

    Raises:
        UnknownLanguage, TextMissing, TextTooLong, TextUnstorable.
    """
    label = f"The {name}"
    return Note(
        line(text, label, MAX_NOTE, ("input", name)),
        names_by_locale(others, label, ("input", f"{name}s"), MAX_NOTE),
    )


async def add_notice(change: Change, *, post_id: UUID, note: str, locale: str | None = None) -> models.Post:
    """Clarify a live text beside its words, which stay as they are; a draft that waits behind it goes on waiting.

    Args:
        note: at most 1,000 characters, in the language of the text; everyone reads it.
        locale: the authentic text when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, TextWithdrawn, NothingToCorrect, TooManyNotices, TextMissing,
        TextTooLong, TextUnstorable.

    Records:
        post.notice_added
    """
    post, translation = await get_text_to(change, afterwards.noting, post_id, locale)
    said = checked_note(note)
    shown = translation.revision_number
    put_notice(change, NoticeKind.CLARIFICATION, said, translation, before=shown, after=shown)
    post.updated_at = change.now
    change.record("post.notice_added", post, post.mission_id, locale=translation.locale, note=said.text)
    await change.db.flush()
    return post


async def supersede_post(
    change: Change, *, post_id: UUID, superseded_by_id: UUID, note: str, notes: Mapping[str, str] | None = None
) -> models.Post:
    """Say on a live post, in every language, what is to be read instead; it stays readable.

    Args:
        superseded_by_id: a live post, of any mission.
        note: at most 1,000 characters, in the language of the authentic text; everyone reads it.
        notes: the same in other languages, by language tag.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, TextWithdrawn, NothingToCorrect, TooManyNotices, SupersededByItself,
        SupersedingNotLive, TextMissing, TextTooLong, TextUnstorable.

    Records:
        post.superseded
    """
    post, authentic = await get_text_to(change, afterwards.superseding, post_id, None)
    said = checked_note(note, notes)
    instead = await get_superseding(change, post, superseded_by_id)
    notice = put_notice(change, NoticeKind.SUPERSEDED, said, authentic, is_whole=True)
    notice.superseded_by_id = instead.id
    post.updated_at = change.now
    details = {"note": said.text, "superseded_by": encode_id("Post", instead.id)}
    change.record("post.superseded", post, post.mission_id, locale=authentic.locale, **details)
    await change.db.flush()
    return post


async def get_superseding(change: Change, post: models.Post, superseded_by_id: UUID) -> models.Post:
    """The post that is to be read instead of another.

    Raises:
        NotFound, SupersededByItself, SupersedingNotLive.
    """
    if superseded_by_id == post.id:
        raise SupersededByItself(path=IN_SUPERSEDED_BY)
    instead = await change.db.get(models.Post, superseded_by_id, populate_existing=True)
    if instead is None or not access.may_read(change.actor, instead):
        raise NotFound(noun="post", key=encode_id("Post", superseded_by_id), path=IN_SUPERSEDED_BY)
    if instead.state is not PublicationState.LIVE:
        raise SupersedingNotLive(path=IN_SUPERSEDED_BY)
    return instead


def put_notice(
    change: Change,
    kind: NoticeKind,
    note: Note,
    of: models.Translation,
    *,
    is_whole: bool = False,
    before: int | None = None,
    after: int | None = None,
) -> models.Notice:
    """Add a notice to a text; or, in that text's language, to its whole post."""
    notice = models.Notice(
        post_id=of.post_id,
        translation_id=None if is_whole else of.id,
        kind=kind,
        locale=of.locale,
        note=note.text,
        notes=dict(note.others),
        noted_at=change.now,
        revision_before=before,
        revision_after=after,
    )
    change.db.add(notice)
    return notice
