"""Withdrawing what was public, and restoring it.

A withdrawn text stays at its address, and its row holds what is shown there: a tombstone. The words are in its
revisions, which only members read, so no field of any answer has to be careful.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from schema.change import Change
from schema.posts import models
from schema.posts import obstacles_afterwards as afterwards
from schema.posts.models import NoticeKind, PublicationState
from schema.posts.obstacles import IN_LOCALE
from schema.posts.services.featuring import take_off
from schema.posts.services.loading import get_revision, get_text_to
from schema.posts.services.notices import Note, checked_note, get_superseding, put_notice
from schema.posts.services.publishing import texts_in
from schema.posts.services.text import entomb, show_again, text_of, written
from schema.sources import encode_id


async def withdraw_post(
    change: Change,
    *,
    post_id: UUID,
    kind: NoticeKind,
    reason: str,
    reasons: Mapping[str, str] | None = None,
    locale: str | None = None,
    keeps_title: bool = False,
    superseded_by_id: UUID | None = None,
) -> models.Post:
    """Take a live text from the public for a reason that stands in its place; with the authentic one, the whole post.

    Its words leave the row: text, summary, photos and, unless it is kept, the title. A withdrawn post is shown without
    bylines, topics and comments, and leaves the front of its mission.

    Args:
        kind: ``WITHDRAWN``; or ``RETRACTION``, when it was wrong.
        reason: at most 1,000 characters, in the language of the text; everyone reads it.
        reasons: the same in other languages, by language tag.
        locale: the authentic text when left out.
        superseded_by_id: a live post that is to be read instead, of any mission.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, TextWithdrawn, NotPublished, SupersededByItself, SupersedingNotLive,
        TextMissing, TextTooLong, TextUnstorable.

    Records:
        post.withdrawn
    """
    post, translation = await get_text_to(change, afterwards.withdrawing, post_id, locale)
    said = checked_note(reason, reasons, "reason")
    instead = await get_superseding(change, post, superseded_by_id) if superseded_by_id else None
    is_whole = translation.is_authentic
    texts = await texts_in(change, post, PublicationState.LIVE) if is_whole else [translation]
    before = None if is_whole else translation.revision_number
    notice = put_notice(change, kind, said, translation, is_whole=is_whole, before=before)
    notice.superseded_by_id = instead.id if instead else None
    await _entomb(change, texts, said, keeps_title=keeps_title)
    if is_whole:
        post.state = PublicationState.WITHDRAWN
        await take_off(change, post)
    post.updated_at = change.now
    details = {"locales": [text.locale for text in texts], "is_whole": is_whole, "kind": kind.value}
    pointed = {"superseded_by": encode_id("Post", instead.id) if instead else None}
    change.record("post.withdrawn", post, post.mission_id, **details, reason=said.text, **pointed)
    await change.db.flush()
    return post


async def restore_post(
    change: Change, *, post_id: UUID, note: str, notes: Mapping[str, str] | None = None, locale: str | None = None
) -> models.Post:
    """Make public again what was withdrawn, as it was then, with a notice that it was restored.

    With the authentic text every language comes back that was withdrawn with it. What was saved since waits as a draft.

    Args:
        note: at most 1,000 characters, in the language of the text; everyone reads it.
        notes: the same in other languages, by language tag.
        locale: the authentic text when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, NotWithdrawn, TextWithdrawn, PhotoOfAnotherMission, TextMissing,
        TextTooLong, TextUnstorable.

    Records:
        post.restored
    """
    post, translation = await get_text_to(change, afterwards.restoring, post_id, locale)
    said = checked_note(note, notes)
    is_whole = translation.is_authentic
    alone = await _end_withdrawal(change, post, None if is_whole else translation)
    withdrawn = await texts_in(change, post, PublicationState.WITHDRAWN)
    texts = [text for text in withdrawn if text.id not in alone] if is_whole else [translation]
    await _restore(change, post, texts)
    after = None if is_whole else translation.revision_number
    put_notice(change, NoticeKind.RESTORED, said, translation, is_whole=is_whole, after=after)
    if is_whole:
        post.state = PublicationState.LIVE
    post.updated_at = change.now
    details = {"locales": [text.locale for text in texts], "is_whole": is_whole, "note": said.text}
    change.record("post.restored", post, post.mission_id, **details)
    await change.db.flush()
    return post


async def _entomb(change: Change, texts: Sequence[models.Translation], said: Note, *, keeps_title: bool) -> None:
    """Replace each text by its title, if that is kept, and by the reason, if it was given in that language."""
    for text in texts:
        reason = said.others.get(text.locale, said.text if text is texts[0] else "")
        await entomb(change.db, text, title=text.title if keeps_title else "", reason=reason)
        text.state = PublicationState.WITHDRAWN


async def _restore(change: Change, post: models.Post, texts: Sequence[models.Translation]) -> None:
    for text in texts:
        shown = await get_revision(change.db, text, text.revision_number, IN_LOCALE)
        await show_again(change.db, text, await written(change.db, post.mission_id, text.locale, text_of(shown)))
        text.state, text.published_at = PublicationState.LIVE, change.now


async def _end_withdrawal(change: Change, post: models.Post, text: models.Translation | None) -> set[UUID | None]:
    """End the withdrawal of a text, or of the whole post; which texts stay withdrawn for reasons of their own."""
    notice = models.Notice
    standing = select(notice).where(notice.post_id == post.id, notice.kind.in_(models.WITHDRAWALS))
    others = set()
    for found in await change.db.scalars(standing.where(notice.ended_at.is_(None))):
        if found.translation_id == (text and text.id):
            found.ended_at = change.now
        else:
            others.add(found.translation_id)
    return others
