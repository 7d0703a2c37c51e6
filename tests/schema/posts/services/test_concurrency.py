"""Two at once, in two sessions that really commit: one wins, the other is told, and nothing is lost."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker

from schema.change import Change, Sessions, begin_change
from schema.comments.models import Comment
from schema.comments.services import add_comment
from schema.context import SYSTEM
from schema.errors import Refusal
from schema.history.models import Event
from schema.missions.models import Mission
from schema.missions.services import MissionSlugTaken
from schema.people.services import create_person
from schema.posts import services
from schema.posts.models import Address, Post, PostTag, PublicationState, Revision, Translation
from schema.topics.models import Topic
from schema.topics.services import ensure_topic
from tests.database import fresh_database, open_engine
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.posts import body, make_post

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
Verb = Callable[[Change], Awaitable[Any]]


@pytest.fixture
async def sessions() -> AsyncIterator[Sessions]:
    """Sessions on a database of their own, which is thrown away."""
    async with fresh_database() as url, open_engine(url) as engine:
        yield async_sessionmaker(engine, expire_on_commit=False)


async def done(sessions: Sessions, verb: Verb) -> Any:
    async with begin_change(sessions, SYSTEM, NOW) as change:
        return await verb(change)


async def at_once(sessions: Sessions, *verbs: Verb) -> tuple[list[Any], list[type[Refusal]]]:
    """What came of each verb, and which refusals there were; anything else fails the test."""
    came = await asyncio.gather(*(done(sessions, verb) for verb in verbs), return_exceptions=True)
    crashes = [each for each in came if isinstance(each, BaseException) and not isinstance(each, Refusal)]
    if crashes:
        raise crashes[0]
    kept = [each for each in came if not isinstance(each, Refusal)]
    return kept, [type(each) for each in came if isinstance(each, Refusal)]


async def in_turn(sessions: Sessions, first: Verb, second: Verb) -> tuple[Any, Any]:
    """The second begins while the first is done but not committed, and is still waiting for it a moment later."""
    async with sessions() as holding:
        kept = await first(Change(holding, SYSTEM, NOW))
        waiting = asyncio.create_task(done(sessions, second))
        finished, _ = await asyncio.wait([waiting], timeout=0.3)
        assert not finished
        await holding.commit()
    return kept, (await asyncio.gather(waiting, return_exceptions=True))[0]


async def make_ready(sessions: Sessions, **over: Any) -> Post:
    async def make(change: Change) -> Post:
        return await make_post(change, await make_mission(change), **over)

    post: Post = await done(sessions, make)
    return post


async def read(sessions: Sessions, column: Any) -> list[Any]:
    async with sessions() as session:
        return list(await session.scalars(select(column)))


async def test_of_two_who_publish_one_is_told_that_it_is_public(sessions: Sessions) -> None:
    post = await make_ready(sessions)

    async def publish(change: Change) -> Post:
        return await services.publish_post(change, post_id=post.id)

    kept, second = await in_turn(sessions, publish, publish)
    assert kept.state is PublicationState.LIVE
    assert type(second) is services.AlreadyPublished
    assert await read(sessions, Revision.number) == [1, 2]
    assert (await read(sessions, Event.event)).count("post.published") == 1


async def test_of_many_who_publish_one_does(sessions: Sessions) -> None:
    post = await make_ready(sessions)

    async def publish(change: Change) -> Post:
        return await services.publish_post(change, post_id=post.id)

    kept, refusals = await at_once(sessions, *[publish] * 6)
    assert len(kept) == 1
    assert refusals == [services.AlreadyPublished] * 5
    assert await read(sessions, Revision.number) == [1, 2]


async def test_of_many_who_save_one_wins_and_the_others_have_side_drafts(sessions: Sessions) -> None:
    post = await make_ready(sessions)

    def saving(number: int) -> Verb:
        async def save(change: Change) -> Translation:
            return await services.save_draft(change, post_id=post.id, base_revision=1, title=f"Title {number}")

        return save

    kept, refusals = await at_once(sessions, *map(saving, range(6)))
    assert len(kept) == 1
    assert refusals == [services.StaleRevision] * 5
    assert sorted(await read(sessions, Revision.number)) == [1, 2, 3, 4, 5, 6, 7]
    titles = await read(sessions, Revision.title)
    assert set(titles) == {"Statement on the visit", *(f"Title {number}" for number in range(6))}
    assert (await read(sessions, Revision.is_side_draft)).count(True) == 5
    assert (await read(sessions, Translation.newest_revision_number)) == [2]
    assert Counter(await read(sessions, Event.event))["post.side_draft_kept"] == 5


async def test_the_losing_text_is_committed_though_the_save_is_refused(sessions: Sessions) -> None:
    post = await make_ready(sessions)
    await done(sessions, lambda change: services.save_draft(change, post_id=post.id, base_revision=1, title="First"))
    with pytest.raises(services.StaleRevision):
        await done(sessions, lambda change: services.save_draft(change, post_id=post.id, base_revision=1, title="Lost"))
    assert await read(sessions, Revision.title) == ["Statement on the visit", "First", "Lost"]


async def test_any_other_refusal_is_rolled_back(sessions: Sessions) -> None:
    post = await make_ready(sessions)
    events = await read(sessions, Event.event)
    updated_at = await read(sessions, Post.updated_at)
    with pytest.raises(services.StaleRevision):
        await done(sessions, lambda change: services.publish_post(change, post_id=post.id, revision=9))
    with pytest.raises(services.NotPublished):
        await done(sessions, lambda change: services.unpublish_post(change, post_id=post.id, reason="x"))
    assert await read(sessions, Event.event) == events
    assert await read(sessions, Post.updated_at) == updated_at


async def test_what_was_saved_while_one_publishes_is_not_published_unread(sessions: Sessions) -> None:
    post = await make_ready(sessions)
    _, second = await in_turn(
        sessions,
        lambda change: services.save_draft(change, post_id=post.id, base_revision=1, title="Saved meanwhile"),
        lambda change: services.publish_post(change, post_id=post.id, revision=1),
    )
    assert type(second) is services.StaleRevision
    assert await read(sessions, Post.state) == [PublicationState.DRAFT]


async def test_a_translation_does_not_outlive_the_authentic_text(sessions: Sessions) -> None:
    post = await make_ready(sessions, publish=True)
    await done(
        sessions,
        lambda change: services.add_translation(change, post_id=post.id, locale="fr", title="F", body=body("f")),
    )
    _, second = await in_turn(
        sessions,
        lambda change: services.unpublish_post(change, post_id=post.id, reason="x"),
        lambda change: services.publish_post(change, post_id=post.id, locale="fr"),
    )
    assert type(second) is services.AuthenticNotLive
    assert PublicationState.LIVE not in await read(sessions, Translation.state)


async def test_a_language_is_added_once_by_two(sessions: Sessions) -> None:
    post = await make_ready(sessions)

    async def translate(change: Change) -> Translation:
        return await services.add_translation(change, post_id=post.id, locale="fr", title="F")

    kept, refusals = await at_once(sessions, translate, translate)
    assert (len(kept), refusals) == (1, [services.TranslationExists])


async def test_posts_of_one_title_begun_at_once_have_an_address_each(sessions: Sessions) -> None:
    mission = await done(sessions, make_mission)

    async def create(change: Change) -> Post:
        return await make_post(change, mission, title="Visit")

    kept, refusals = await at_once(sessions, *[create] * 4)
    assert (len(kept), refusals) == (4, [])
    assert sorted(await read(sessions, Address.path)) == ["visit", "visit-2", "visit-3", "visit-4"]
    assert sorted(await read(sessions, Translation.slug)) == ["visit", "visit-2", "visit-3", "visit-4"]


async def test_nobody_who_comments_waits_for_another(sessions: Sessions) -> None:
    post = await make_ready(sessions, publish=True)
    async with sessions() as holding:
        change = Change(holding, SYSTEM, NOW)
        first = await add_comment(change, post_id=post.id, author_name="A", text="a")
        second = await done(sessions, lambda other: add_comment(other, post_id=post.id, author_name="B", text="b"))
        await holding.commit()
    assert set(await read(sessions, Comment.id)) == {first.id, second.id}


async def test_nobody_comments_on_a_post_that_is_being_taken_back(sessions: Sessions) -> None:
    post = await make_ready(sessions, publish=True)
    _, second = await in_turn(
        sessions,
        lambda change: services.unpublish_post(change, post_id=post.id, reason="x"),
        lambda change: add_comment(change, post_id=post.id, author_name="A", text="a"),
    )
    assert isinstance(second, Refusal)
    assert await read(sessions, Comment.id) == []


async def test_the_same_tags_in_another_order_wait_one_way(sessions: Sessions) -> None:
    posts = [await make_ready(sessions) for _ in range(2)]
    tags = [f"tag {number}" for number in range(40)]

    def filing(post: Post, names: list[str]) -> Verb:
        async def file(change: Change) -> Post:
            return await services.set_topics(change, post_id=post.id, topic_ids=[], tags=names)

        return file

    kept, refusals = await at_once(sessions, filing(posts[0], tags), filing(posts[1], tags[::-1]))
    assert (len(kept), refusals) == (2, [])
    assert len(await read(sessions, PostTag.id)) == 80


async def test_what_is_unique_stays_so(sessions: Sessions) -> None:
    mission: Mission = await done(sessions, make_mission)
    file = {"storage_key": "a", "sha256": "ab" * 32}
    photos, _ = await at_once(sessions, *[lambda change: make_photo(change, mission, **file)] * 3)
    assert len({photo.id for photo in photos}) == 1
    people, _ = await at_once(sessions, *[lambda change: create_person(change, name="Ana")] * 3)
    assert {person.slug for person in people} == {"ana", "ana-2", "ana-3"}
    path = ["Digital diplomacy", "Practice"]
    topics, _ = await at_once(sessions, *[lambda change: ensure_topic(change, path, locale="en")] * 3)
    assert len({topic.id for topic in topics}) == 1
    assert len(await read(sessions, Topic.id)) == 2
    missions, refusals = await at_once(sessions, *[lambda change: make_mission(change, slug="twice")] * 3)
    assert (len(missions), refusals) == (1, [MissionSlugTaken] * 2)
