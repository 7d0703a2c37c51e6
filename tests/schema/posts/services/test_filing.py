"""What a post is filed under."""

from typing import Any

import pytest
from sqlalchemy import select

from schema.change import Change
from schema.errors import NotAllowed, NotFound
from schema.history.models import AuditEntry
from schema.posts import services
from schema.posts.models import PostTag, PostTopic
from schema.texts import TextMissing, TextTooLong, TextUnstorable
from schema.topics.models import Tag
from tests.makers.accounts import Actors, as_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission
from tests.makers.posts import make_post
from tests.makers.topics import make_topic
from tests.makers.uuids import NOWHERE


async def test_topics_and_tags_are_replaced(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    visas, culture = await make_topic(change, slug="visas"), await make_topic(change, slug="culture")
    before = await row_counts(change.db)
    filed: dict[str, Any] = {"topic_ids": [visas.id, culture.id, visas.id], "tags": ["Choir", "#choir", "quay"]}
    await services.set_topics(change, post_id=post.id, **filed)
    assert await row_counts(change.db) - before == {
        "post_topics": 2, "post_tags": 2, "tags": 2, "audit_entries": 1, "outbox_events": 1,
    }  # fmt: skip
    assert (await events(change))[-1] == "post.topics_set"
    await services.set_topics(change, post_id=post.id, topic_ids=[culture.id], tags=["CHOIR"])
    assert (await change.db.scalars(select(PostTopic.topic_id))).all() == [culture.id]
    assert (await change.db.scalars(select(Tag.name).join(PostTag))).all() == ["Choir"]
    audits = await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.topics_set"))
    assert [audit.details for audit in audits][1] == {"topics": ["culture"], "tags": ["choir"]}
    await services.set_topics(change, post_id=post.id, topic_ids=[], tags=[])
    assert (await change.db.scalars(select(PostTopic))).all() == []
    assert (await change.db.scalars(select(PostTag))).all() == []


@pytest.mark.parametrize(
    ("refusal", "path", "over"),
    [
        (NotFound, ("topics", 0), {"topic_ids": [NOWHERE]}),
        (services.TooManyTopics, ("topics",), {"topic_ids": [NOWHERE] * 51}),
        (services.TooManyTopics, ("tags",), {"tags": ["x"] * 51}),
        (TextMissing, ("tags", 0), {"tags": [" "]}),
        (TextTooLong, ("tags", 0), {"tags": ["x" * 101]}),
        (TextUnstorable, ("tags", 0), {"tags": ["\x00"]}),
    ],
)
async def test_what_a_post_cannot_be_filed_under(
    change: Change, refusal: Any, path: tuple[Any, ...], over: dict[str, Any]
) -> None:
    post = await make_post(change, await make_mission(change))
    empty: dict[str, Any] = {"topic_ids": [], "tags": []}
    async with refused(change, refusal) as caught:
        await services.set_topics(change, post_id=post.id, **empty | over)
    assert caught.value.path == ("input", *path)


async def test_who_writes_a_post_files_it(change: Change, actors: Actors) -> None:
    theirs = await make_post(as_actor(change, actors.author), actors.mission)
    other = await make_post(change, actors.mission)
    async with refused(change, NotFound):
        await services.set_topics(as_actor(change, actors.visitor), post_id=other.id, topic_ids=[], tags=["x"])
    for actor in (actors.reader, actors.author):
        async with refused(change, NotAllowed):
            await services.set_topics(as_actor(change, actor), post_id=other.id, topic_ids=[], tags=["x"])
    assert await services.set_topics(as_actor(change, actors.author), post_id=theirs.id, topic_ids=[], tags=["x"])
