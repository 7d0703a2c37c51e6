"""Making public what was public, from the moment it was; what was not stays a draft."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from gateway.importers.writing.many import among_keys
from gateway.importers.writing.work import Text, Work, naming
from schema.posts import services
from schema.posts.models import PublicationState, Translation

LIVE = PublicationState.LIVE


async def publish(work: Work) -> None:
    """Publish each text that is public there, authentic ones first, with photos that nobody described."""
    standing = await _standing(work)
    authentic = {translation.post_id: translation for translation in standing.values() if translation.is_authentic}
    for text in work.to_be_written:
        translation = standing.get(text.known.translation_id) if text.known else None
        if translation is None or _is_as_public_as_there(text, translation):
            continue
        if obstacle := _obstacle(work, text, translation, authentic[translation.post_id]):
            work.report.warned(text.where, obstacle)
            continue
        with naming(text):
            await services.publish_post(
                work.change,
                post_id=translation.post_id,
                locale=translation.locale,
                at=_moment(work, text),
                accepts_missing_alternatives=True,
            )


async def _standing(work: Work) -> dict[UUID, Translation]:
    """The texts of this import and those beside them, by key."""
    posts = {text.known.post_id for text in work.to_be_written if text.known}
    found = await work.change.db.scalars(select(Translation).where(among_keys(Translation.post_id, posts)))
    return {translation.id: translation for translation in found}


def _is_as_public_as_there(text: Text, translation: Translation) -> bool:
    """Whether there is nothing to do: the newest text is public, or it is a draft there and here."""
    if text.post.status == "live":
        return translation.state is LIVE and translation.revision_number == translation.newest_revision_number
    return text.post.status == "draft" and translation.state is not LIVE


def _obstacle(work: Work, text: Text, translation: Translation, authentic: Translation) -> str | None:
    """Why a text does not go out though it did there, or stays out though it does not there."""
    at = text.post.published_at
    if text.post.status != "live" and translation.state is LIVE:
        return "it is not public there any more; it is still public here"
    if at and at > work.change.now:
        return f"it was to go out on {at:%Y-%m-%d %H:%M} UTC; it is a draft"
    if text.post.status != "live":
        return f"its state there is “{text.post.status}”; it is a draft"
    if translation.state is PublicationState.UNPUBLISHED:
        return "it is public there and was taken back here; it stays taken back"
    if translation.state is PublicationState.WITHDRAWN:
        return "it is public there and was withdrawn here; it stays withdrawn"
    if not text.has_words:
        return "it was public and says nothing that could be kept; it is a draft"
    if not translation.is_authentic and authentic.state is not LIVE:
        return "its original is not public; it is a draft until that is"
    return None


def _moment(work: Work, text: Text) -> datetime:
    """When it went out; for a text that changed since the last import, when it was changed."""
    moment = text.post.updated_at if text.state == "changed" else text.post.published_at
    return min(moment or text.post.published_at or work.change.now, work.change.now)
