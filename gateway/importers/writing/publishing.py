"""Making public what was public, from the moment it was; what was not stays a draft."""

from datetime import datetime

from sqlalchemy import select

from gateway.importers.writing.work import Text, Work
from schema.posts import services
from schema.posts.models import PublicationState, Translation


async def publish(work: Work) -> None:
    """Publish each text that is public there, authentic ones first, with photos that nobody described."""
    standing = await _standing(work)
    for text in work.to_be_written:
        translation = standing.get(text.translation_id) if text.translation_id else None
        if translation is None or not _is_to_go_out(work, text, translation, standing):
            continue
        await services.publish_post(
            work.change,
            post_id=translation.post_id,
            locale=translation.locale,
            at=_moment(work, text),
            accepts_missing_alternatives=True,
        )


async def _standing(work: Work) -> dict[object, Translation]:
    """The texts of this import and their originals, by key."""
    posts = {text.post_id for text in work.to_be_written if text.post_id}
    found = await work.change.db.scalars(select(Translation).where(Translation.post_id.in_(posts)))
    return {translation.id: translation for translation in found}


def _is_to_go_out(work: Work, text: Text, translation: Translation, standing: dict[object, Translation]) -> bool:
    is_live = translation.state is PublicationState.LIVE
    if text.post.status != "live":
        _note_draft(work, text, is_live=is_live)
        return False
    if translation.state is PublicationState.UNPUBLISHED:
        work.report.warned(text.where, "it is public there and was taken back here; it stays taken back")
        return False
    if is_live and translation.revision_number == translation.newest_revision_number:
        return False
    if text.post.published_at and text.post.published_at > work.change.now:
        work.report.warned(
            text.where, f"it was to go out on {text.post.published_at:%Y-%m-%d %H:%M} UTC; it is a draft"
        )
        return False
    if not text.has_words:
        work.report.warned(text.where, "it was public and says nothing that could be kept; it is a draft")
        return False
    authentic = next(one for one in standing.values() if one.post_id == translation.post_id and one.is_authentic)
    if not translation.is_authentic and authentic.state is not PublicationState.LIVE:
        work.report.warned(text.where, "its original is not public; it is a draft until that is")
        return False
    return True


def _note_draft(work: Work, text: Text, *, is_live: bool) -> None:
    if is_live:
        work.report.warned(text.where, "it is not public there any more; it is still public here")
    elif text.post.status == "scheduled" and text.post.published_at:
        work.report.warned(
            text.where, f"it was to go out on {text.post.published_at:%Y-%m-%d %H:%M} UTC; it is a draft"
        )


def _moment(work: Work, text: Text) -> datetime:
    """When it went out; for a text that changed since the last import, when it was changed."""
    moment = text.post.updated_at if text.state == "changed" else text.post.published_at
    return min(moment or text.post.published_at or work.change.now, work.change.now)
