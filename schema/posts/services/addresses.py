"""Where else a text can be asked for: its addresses on the site it came from."""

import re
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from schema.change import Change
from schema.errors import NotFound
from schema.posts import models, obstacles
from schema.posts.refusals import AddressMalformed, AddressTaken
from schema.posts.services.loading import get_post_to
from schema.sources import encode_id
from schema.texts import shown, stored

MAX_PATH = 500
PATH = re.compile(r"/(?!/)[^\s#\\]*")


async def add_redirect(change: Change, *, translation_id: UUID, path: str) -> models.Address:
    """Let an address from elsewhere lead to a text. Adding it again changes nothing.

    Args:
        path: from the first “/” after the host, with its query; at most 500 characters.

    Raises:
        NotFound, NotAllowed, AddressMalformed, AddressTaken, TextUnstorable.

    Records:
        post.redirected
    """
    translation, post = await _get_text(change, translation_id)
    path = stored(path, "The address", ("input", "path"))
    if len(path) > MAX_PATH or not PATH.fullmatch(path):
        raise AddressMalformed(address=shown(path), path=("input", "path"))
    values = {"mission_id": post.mission_id, "path": path, "translation_id": translation.id, "is_current": False}
    made = insert(models.Address).values(values).on_conflict_do_nothing(index_elements=["mission_id", "path"])
    address: models.Address | None = await change.db.scalar(made.returning(models.Address))
    if address is None:
        return await _same(change, post, translation, path)
    post.updated_at = change.now
    change.record("post.redirected", post, post.mission_id, locale=translation.locale, path=path)
    await change.db.flush()
    return address


async def _get_text(change: Change, translation_id: UUID) -> tuple[models.Translation, models.Post]:
    """A text and its post, locked; one that this actor may not read is not there."""
    unknown = NotFound(noun="text", key=encode_id("Translation", translation_id), path=("input", "translation"))
    translation = await change.db.get(models.Translation, translation_id)
    if translation is None:
        raise unknown
    try:
        return translation, await get_post_to(change, obstacles.changing, translation.post_id)
    except NotFound:
        raise unknown from None


async def _same(change: Change, post: models.Post, translation: models.Translation, path: str) -> models.Address:
    """The address that is there already, if it leads to the same text."""
    address = models.Address
    there = select(address).where(address.mission_id == post.mission_id, address.path == path)
    found = (await change.db.scalars(there)).one()
    if found.translation_id != translation.id:
        raise AddressTaken(address=path, path=("input", "path"))
    return found
