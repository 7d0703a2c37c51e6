"""Where a text can be asked for: its slug, its old ones, and its addresses on the site it came from."""

import re
from typing import NoReturn
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from schema.change import Change
from schema.errors import NotFound
from schema.posts import models, obstacles
from schema.posts import obstacles_afterwards as afterwards
from schema.posts.models import PUBLIC
from schema.posts.refusals import AddressMalformed, AddressTaken, SlugUnusable
from schema.posts.services.loading import get_post_to, get_text_to
from schema.sources import encode_id
from schema.texts import Path, shown, slug_of, stored

MAX_PATH = 500
PATH = re.compile(r"/(?!/)[^\s#\\]*")
IN_SLUG: Path = ("input", "slug")


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


async def change_slug(change: Change, *, post_id: UUID, slug: str, locale: str | None = None) -> models.Translation:
    """Give a text another address. The old one leads to it for ever, unless the text was never public.

    Taking back an old slug of the same text is allowed; keeping the present one changes nothing.

    Args:
        slug: brought into form; it is refused, not numbered, when another text of the mission has or had it.
        locale: the authentic text when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, SlugUnusable, AddressTaken, TextUnstorable.

    Records:
        post.slug_changed
    """
    post, translation = await get_text_to(change, afterwards.changing_slug, post_id, locale)
    wanted = slug_of(stored(slug, "The slug", IN_SLUG), translation.locale)
    if not wanted:
        raise SlugUnusable(slug=shown(slug), path=IN_SLUG)
    before = translation.slug
    if wanted == before:
        return translation
    await _move(change, post, translation, wanted)
    if translation.state in PUBLIC or post.state not in PUBLIC:
        post.updated_at = change.now
    change.record("post.slug_changed", post, post.mission_id, locale=translation.locale, slug=wanted, before=before)
    await change.db.flush()
    return translation


async def _move(change: Change, post: models.Post, translation: models.Translation, wanted: str) -> None:
    """Make an address the current one of a text, and the one before it an old one."""
    address = models.Address
    values = {"mission_id": post.mission_id, "path": wanted, "translation_id": translation.id, "is_current": False}
    await change.db.execute(
        insert(address).values(values).on_conflict_do_nothing(index_elements=["mission_id", "path"])
    )
    found = await _at(change, post, wanted)
    if found.translation_id != translation.id:
        await _refuse_taken(change, found, IN_SLUG)
    current = (address.translation_id == translation.id, address.is_current)
    if translation.published_at is None:
        await change.db.execute(delete(address).where(*current))
    else:
        await change.db.execute(update(address).where(*current).values(is_current=False))
    found.is_current = True
    translation.slug = wanted


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
    found = await _at(change, post, path)
    if found.translation_id != translation.id:
        await _refuse_taken(change, found, ("input", "path"))
    return found


async def _at(change: Change, post: models.Post, path: str) -> models.Address:
    """The address of a mission with this path, which is known to be there."""
    address = models.Address
    there = select(address).where(address.mission_id == post.mission_id, address.path == path)
    return (await change.db.scalars(there.execution_options(populate_existing=True))).one()


async def _refuse_taken(change: Change, address: models.Address, path: Path) -> NoReturn:
    """Say which text holds an address: it is one of the same mission, all of which whoever writes there may read."""
    holder = await change.db.get(models.Translation, address.translation_id)
    assert holder is not None
    raise AddressTaken(address=address.path, holder=shown(holder.title or holder.slug), path=path)
