"""What a post is filed under: topics and tags."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, insert, select

from schema.change import Change
from schema.errors import NotFound
from schema.posts import models, obstacles
from schema.posts.refusals import TooManyTopics
from schema.posts.services.loading import get_post_to
from schema.sources import encode_id
from schema.texts import slug_of
from schema.topics.models import Tag, Topic
from schema.topics.services import ensure_tag

MAX_TOPICS = 50


async def set_topics(change: Change, *, post_id: UUID, topic_ids: Sequence[UUID], tags: Sequence[str]) -> models.Post:
    """Replace the topics and tags of a post; tags nobody has used yet are made.

    Args:
        topic_ids: at most 50; as many ``tags``, of at most 100 characters.

    Raises:
        NotFound, NotAllowed, TooManyTopics, TextMissing, TextTooLong, TextUnstorable.

    Records:
        post.topics_set
    """
    post = await get_post_to(change, obstacles.changing, post_id)
    if max(len(topic_ids), len(tags)) > MAX_TOPICS:
        raise TooManyTopics(limit=MAX_TOPICS, path=("input", "topics" if len(topic_ids) > MAX_TOPICS else "tags"))
    topics = {topic.id: topic for topic in await change.db.scalars(select(Topic).where(Topic.id.in_(topic_ids)))}
    for index, topic_id in enumerate(topic_ids):
        if topic_id not in topics:
            raise NotFound(noun="topic", key=encode_id("Topic", topic_id), path=("input", "topics", index))
    named = await _ensure_tags(change, tags)
    await _replace(change, post, models.PostTopic, [{"topic_id": topic_id} for topic_id in topics])
    await _replace(change, post, models.PostTag, [{"tag_id": tag_id} for tag_id in named])
    filed = {"topics": [topic.slug for topic in topics.values()], "tags": [tag.slug for tag in named.values()]}
    post.updated_at = change.now
    change.record("post.topics_set", post, post.mission_id, **filed)
    await change.db.flush()
    return post


async def _ensure_tags(change: Change, tags: Sequence[str]) -> dict[UUID, Tag]:
    """Tags by key, made in the order of their letters: two who make the same ones then wait only one way."""
    ensured = {}
    for index, name in sorted(enumerate(tags), key=lambda numbered: slug_of(numbered[1])):
        tag = await ensure_tag(change, name, path=("input", "tags", index))
        ensured[tag.id] = tag
    return ensured


async def _replace(
    change: Change, post: models.Post, link: type[models.PostTopic | models.PostTag], rows: list[dict[str, UUID]]
) -> None:
    await change.db.execute(delete(link).where(link.post_id == post.id))
    if rows:
        await change.db.execute(insert(link), [row | {"post_id": post.id} for row in rows])
