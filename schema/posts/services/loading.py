"""Posts and their texts, loaded to be decided on: locked until the change ends, hidden from who may not see them."""

from typing import Any, NoReturn
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from schema.change import Change
from schema.context import Viewer
from schema.errors import NotFound
from schema.obstacles import decided, refusal_of
from schema.posts import access, models
from schema.posts.obstacles import IN_LOCALE, IN_POST
from schema.posts.refusals import RevisionUnknown, StaleRevision
from schema.posts.subject import Rule, Subject, asked
from schema.sources import encode_id
from schema.texts import Path, language

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


async def get_post_to(change: Change, rule: Rule, post_id: UUID) -> models.Post:
    """The post with this key, locked, when nothing stands in the way of a verb.

    Raises:
        NotFound, and the first obstacle of the rule that stands.
    """
    post = await get_post(change, post_id)
    await check(change, rule, post)
    return post


async def get_text_to(
    change: Change, rule: Rule, post_id: UUID, locale: str | None
) -> tuple[models.Post, models.Translation]:
    """A post and its text in a language, locked, when nothing stands in the way of a verb; None is the authentic one.

    Raises:
        NotFound, UnknownLanguage, and the first obstacle of the rule that stands.
    """
    post = await get_post(change, post_id)
    tag = None if locale is None else language(locale, IN_LOCALE)
    translation = await find_translation(change.db, post, tag)
    await check(change, rule, post, translation, is_first_only=translation is None)
    return post, translation or _missing(tag)


async def check(
    change: Change,
    rule: Rule,
    post: models.Post,
    translation: models.Translation | None = None,
    *,
    is_first_only: bool = False,
) -> None:
    """Refuse what an obstacle stands in the way of: one statement, after everything it looks at is locked.

    Args:
        rule: what would have to be said of a text is said of the authentic one when there is no `translation`.
        is_first_only: ask only who may do it at all.

    Raises:
        the first obstacle of the rule that stands.

    Statements: 1
    """

    def is_meant(on: Subject) -> ColumnElement[bool]:
        its = and_(on.text.post_id == post.id, on.text.is_authentic)
        return its if translation is None else and_(on.text.id == translation.id)

    await change.db.flush()
    viewer = Viewer.of(change.actor, change.now)
    obstacles, statement = asked(rule, viewer, is_meant, decided, is_first_only=is_first_only)
    if refusal := refusal_of(obstacles, (await change.db.scalars(statement)).one()):
        raise refusal


async def get_translation(change: Change, post: models.Post, locale: str | None) -> models.Translation:
    """A post's text in a language, locked; None is the authentic one.

    Raises:
        UnknownLanguage, NotFound.
    """
    tag = None if locale is None else language(locale, IN_LOCALE)
    return await find_translation(change.db, post, tag) or _missing(tag)


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


async def get_authentic(db: AsyncSession, post: models.Post) -> models.Translation:
    """A post's authentic text, locked; there always is one."""
    authentic = await find_translation(db, post, None)
    assert authentic is not None
    return authentic


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


def refuse_stale(newest: models.Revision, kept: str, path: Path) -> NoReturn:
    """Refuse to act on a text that somebody has saved since it was read.

    Raises:
        StaleRevision.
    """
    raise StaleRevision(
        saved_by=newest.actor_name,
        current_revision=newest.number,
        current_revision_id=encode_id("Revision", newest.id),
        side_draft_revision_id=None,
        collisions=[],
        kept=kept,
        path=path,
    )


def _missing(tag: str | None) -> NoReturn:
    raise NotFound(noun="text of this post", key=tag, path=IN_LOCALE)
