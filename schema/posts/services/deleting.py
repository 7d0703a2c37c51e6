"""Deleting drafts: what nobody but its mission has ever seen. What was public is withdrawn instead."""

from uuid import UUID

from sqlalchemy import delete

from schema.change import Change
from schema.missions.models import Mission
from schema.missions.services import get_mission
from schema.posts import models
from schema.posts import obstacles_afterwards as afterwards
from schema.posts.services.loading import find_translation, get_post_to, get_text_to


async def delete_post(change: Change, *, post_id: UUID) -> Mission:
    """Delete a post that was never public, with its texts, their history, addresses and photos' places.

    What stays is the audit log, which says that it was there, and the photos in the library.

    Returns:
        The mission whose draft it was.

    Raises:
        NotFound, NotAllowed, WasPublic.

    Records:
        post.deleted
    """
    post = await get_post_to(change, afterwards.deleting, post_id)
    authentic = await find_translation(change.db, post, None)
    assert authentic is not None
    mission = await get_mission(change.db, post.mission_id)
    details = {"kind": post.kind.value, "locale": authentic.locale, "slug": authentic.slug}
    change.record("post.deleted", post, post.mission_id, **details)
    await change.db.flush()
    await change.db.execute(delete(models.Translation).where(models.Translation.post_id == post.id))
    await change.db.execute(delete(models.Post).where(models.Post.id == post.id))
    return mission


async def delete_translation(change: Change, *, post_id: UUID, locale: str) -> models.Post:
    """Delete a text that was never public and is not the authentic one, with its history and addresses.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, AuthenticStays, WasPublic.

    Records:
        post.translation_deleted
    """
    post, translation = await get_text_to(change, afterwards.deleting_translation, post_id, locale)
    details = {"locale": translation.locale, "slug": translation.slug}
    change.record("post.translation_deleted", post, post.mission_id, **details)
    await change.db.flush()
    await change.db.execute(delete(models.Translation).where(models.Translation.id == translation.id))
    return post
