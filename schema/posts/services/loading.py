"""Posts and their texts, loaded to be decided on: locked until the change ends, hidden from who may not see them."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from schema.change import Change
from schema.errors import NotAllowed, NotFound
from schema.posts import access, models
from schema.posts.services.refusals import RevisionUnknown
from schema.sources import encode_id
from schema.texts import Path, language

IN_POST: Path = ("input", "post")
FOR_CHANGE: Any = {"with_for_update": {"key_share": True}, "populate_existing": True}
"""The post is locked before its texts, always; comments may still be added meanwhile."""


async def get_post(change: Change, post_id: UUID, path: Path = IN_POST) -> models.Post:
    """The post with this key, locked.

    Raises:
        NotFound: there is none, or this actor may not read it.
    """
    post = await change.db.get(models.Post, post_id, **FOR_CHANGE)
    if post is None or not access.may_read(change.actor, post):
        raise NotFound(noun="post", key=encode_id("Post", post_id), path=path)
    return post


async def get_post_to_write(change: Change, post_id: UUID) -> models.Post:
    """The post with this key, locked.

    Raises:
        NotFound, NotAllowed.
    """
    post = await get_post(change, post_id)
    if not access.may_write(change.actor, post):
        raise NotAllowed(verb="change this post", role="editor", path=IN_POST)
    return post


async def get_text_to_write(
    change: Change, post_id: UUID, locale: str | None
) -> tuple[models.Post, models.Translation]:
    """A post and its text in a language, locked; None is the authentic one.

    Raises:
        NotFound, NotAllowed, UnknownLanguage.
    """
    post = await get_post_to_translate(change, post_id)
    translation = await get_translation(change, post, locale)
    allow_text(change, post, translation.locale, is_authentic=translation.is_authentic)
    return post, translation


async def get_post_to_translate(change: Change, post_id: UUID) -> models.Post:
    """The post with this key, locked, for an actor who may write some text of it: ask `allow_text` of which.

    Raises:
        NotFound, NotAllowed.
    """
    post = await get_post(change, post_id)
    if not access.may_write_some_text(change.actor, post):
        raise NotAllowed(verb="change this post", role="editor", path=IN_POST)
    return post


def allow_text(change: Change, post: models.Post, locale: str, *, is_authentic: bool) -> None:
    """Refuse who may not write the text of a post in a language.

    Raises:
        NotAllowed.
    """
    if not access.may_write_text(change.actor, post, locale, is_authentic=is_authentic):
        what = "the authentic text" if is_authentic else f"the text in “{locale}”"
        raise NotAllowed(verb=f"change {what} of this post", role="editor", path=("input", "locale"))


async def get_post_to_publish(change: Change, post_id: UUID) -> models.Post:
    """The post with this key, locked.

    Raises:
        NotFound, NotAllowed.
    """
    post = await get_post(change, post_id)
    if not access.may_publish(change.actor, post):
        raise NotAllowed(verb="publish or take back this post", role="editor", path=IN_POST)
    return post


async def get_translation(change: Change, post: models.Post, locale: str | None) -> models.Translation:
    """A post's text in a language, locked; None is the authentic one.

    Raises:
        UnknownLanguage, NotFound.
    """
    path = ("input", "locale")
    tag = None if locale is None else language(locale, path)
    translation = await find_translation(change.db, post, tag)
    if translation is None:
        raise NotFound(noun="text of this post", key=tag, path=path)
    return translation


async def find_translation(db: AsyncSession, post: models.Post, locale: str | None) -> models.Translation | None:
    """A post's text in a language, locked, or None; without a language, the authentic one."""
    translation = models.Translation
    is_wanted = translation.is_authentic if locale is None else translation.locale == locale
    return await db.scalar(
        select(translation)
        .where(translation.post_id == post.id, is_wanted)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


async def get_revision(db: AsyncSession, translation: models.Translation, number: int, path: Path) -> models.Revision:
    """One numbered state of a text.

    Raises:
        RevisionUnknown.
    """
    revision = models.Revision
    is_wanted = (revision.translation_id == translation.id, revision.number == number)
    if 0 < number <= translation.revision_count and (found := await db.scalar(select(revision).where(*is_wanted))):
        return found
    raise RevisionUnknown(number=number, path=path)


async def newest_revision(db: AsyncSession, translation: models.Translation) -> models.Revision:
    """The revision a save must start from."""
    revision = models.Revision
    is_wanted = (revision.translation_id == translation.id, revision.number == translation.newest_revision_number)
    return (await db.scalars(select(revision).where(*is_wanted))).one()
