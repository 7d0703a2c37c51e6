"""The verbs of topics and tags."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from schema.change import Change
from schema.errors import Conflict, Invalid, NotAllowed, NotFound
from schema.sources import encode_id
from schema.texts import MAX_NAME, Path, language, line, names_by_locale, shown, slug_of
from schema.topics import access, models

MAX_LEVELS = 8
MAX_TAG = 100

Subject = TypeVar("Subject", models.Topic, models.Tag)


class TopicSlugTaken(Conflict):
    """Another topic already has the address “{slug}”. Choose another one."""


class TopicSlugMalformed(Invalid):
    """“{slug}” cannot be the address of a topic. Use lower-case letters, digits and single hyphens."""


class TopicLevels(Invalid):
    """A topic stands on 1 to 8 levels; here are {levels}. Use fewer."""


async def get_topic(db: AsyncSession, topic_id: UUID, path: Path = ("input", "topic")) -> models.Topic:
    """The topic with this key.

    Raises:
        NotFound.
    """
    topic = await db.get(models.Topic, topic_id)
    if topic is None:
        raise NotFound(noun="topic", key=encode_id("Topic", topic_id), path=path)
    return topic


async def find_topic(db: AsyncSession, slug: str) -> models.Topic | None:
    """The topic with this slug, or None."""
    return await db.scalar(select(models.Topic).where(models.Topic.slug == slug))


async def find_tag(db: AsyncSession, slug: str) -> models.Tag | None:
    """The tag with this slug, or None."""
    return await db.scalar(select(models.Tag).where(models.Tag.slug == slug))


async def create_topic(
    change: Change,
    *,
    slug: str,
    name: str,
    names: Mapping[str, str] | None = None,
    parent_id: UUID | None = None,
) -> models.Topic:
    """Add a topic to the network's hierarchy.

    Args:
        name: at most 200 characters.
        names: the name in other languages, by language tag.
        parent_id: None puts it at the top.

    Raises:
        NotAllowed, NotFound, TopicSlugMalformed, TopicSlugTaken, UnknownLanguage, TextMissing, TextTooLong,
        TextUnstorable.

    Records:
        topic.created
    """
    _check_may_create(change)
    if parent_id is not None:
        await get_topic(change.db, parent_id, ("input", "parent"))
    if not slug or slug_of(slug) != slug:
        raise TopicSlugMalformed(slug=shown(slug), path=("input", "slug"))
    name = line(name, "The name", MAX_NAME, ("input", "name"))
    topic = models.Topic(
        slug=slug, name=name, names=names_by_locale(names, "The name", ("input", "names")), parent_id=parent_id
    )
    if (made := await _insert(change, topic)) is None:
        raise TopicSlugTaken(slug=slug, path=("input", "slug"))
    return made


async def ensure_topic(change: Change, names_path: Sequence[str], *, locale: str) -> models.Topic:
    """The topic at the end of a path of names, from the top down; levels that are missing are made.

    A level is known by its name, in whatever case, in any language it has.

    Args:
        locale: the language of the names, for the topics that are made.

    Raises:
        NotAllowed, TopicLevels, UnknownLanguage, TextMissing, TextTooLong, TextUnstorable.

    Records:
        topic.created
    """
    _check_may_create(change)
    locale = language(locale, ("input", "locale"))
    if not 0 < len(names_path) <= MAX_LEVELS:
        raise TopicLevels(levels=len(names_path), path=("input", "topic"))
    names = [line(name, "The name", MAX_NAME, ("input", "topic", index)) for index, name in enumerate(names_path)]
    topic = await _ensure_level(change, names[0], locale, None)
    for name in names[1:]:
        topic = await _ensure_level(change, name, locale, topic.id)
    return topic


async def ensure_tag(change: Change, name: str, *, path: Path = ("input", "tag")) -> models.Tag:
    """The tag with this name, in whatever case; it is made when there is none.

    Args:
        name: at most 100 characters.

    Raises:
        NotAllowed, TextMissing, TextTooLong, TextUnstorable.
    """
    if not access.may_create_tags(change.actor):
        raise NotAllowed(verb="add a tag", role="author", path=path)
    name = line(name.lstrip("#"), "The tag", MAX_TAG, path)
    slug = slug_of(name) or name
    made = insert(models.Tag).values(name=name, slug=slug).on_conflict_do_nothing(index_elements=["slug"])
    tag = await change.db.scalar(made.returning(models.Tag)) or await find_tag(change.db, slug)
    if tag is None:
        raise LookupError(f"the tag {slug} was there and is gone")
    return tag


def _check_may_create(change: Change) -> None:
    if not access.may_create_topics(change.actor):
        raise NotAllowed(verb="add a topic", role="editor", path=("input",))


async def _ensure_level(change: Change, name: str, locale: str, parent_id: UUID | None) -> models.Topic:
    base = slug_of(name, locale) or "topic"
    for number in count(1):
        if found := await _find_level(change.db, name, parent_id):
            return found
        slug = base if number == 1 else f"{base}-{number}"
        topic = models.Topic(slug=slug, name=name, names={locale: name}, parent_id=parent_id)
        if made := await _insert(change, topic):
            return made
    raise AssertionError("there is always one more number")


async def _find_level(db: AsyncSession, name: str, parent_id: UUID | None) -> models.Topic | None:
    topic = models.Topic
    names = func.jsonb_each_text(topic.names).table_valued("key", "value")
    in_any_language = select(names.c.value).where(func.lower(names.c.value) == func.lower(name)).exists()
    return await db.scalar(
        select(topic)
        .where(topic.parent_id.is_not_distinct_from(parent_id))
        .where(or_(func.lower(topic.name) == func.lower(name), in_any_language))
        .order_by(topic.id)
        .limit(1)
    )


async def _insert(change: Change, topic: models.Topic) -> models.Topic | None:
    """The topic as inserted; None when its slug is taken."""
    values = {"slug": topic.slug, "name": topic.name, "names": topic.names, "parent_id": topic.parent_id}
    made = insert(models.Topic).values(values).on_conflict_do_nothing(index_elements=["slug"])
    inserted = await change.db.scalar(made.returning(models.Topic))
    if inserted is not None:
        change.record("topic.created", inserted, None, slug=inserted.slug)
        await change.db.flush()
    return inserted
