"""Texts go out by themselves: each once, however many workers are at it, and whatever becomes of one of them."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from gateway.duties import Work
from gateway.duties.scheduled import PublishScheduled
from gateway.worker import working
from schema.change import Change, Sessions, begin_change
from schema.context import SYSTEM
from schema.history.models import Event
from schema.posts import services
from schema.posts.models import Post, PublicationState
from schema.posts.services import Moment
from schema.schedules.models import Schedule
from tests.gateway.duties.conftest import WorkWith
from tests.makers.missions import make_mission
from tests.makers.posts import make_post

HOUR = timedelta(hours=1)


async def make_due(sessions: Sessions, count: int, publish_at: datetime) -> None:
    """Posts whose moment was chosen some time before it."""
    async with begin_change(sessions, SYSTEM, publish_at - HOUR) as change:
        mission = await make_mission(change)
        for _ in range(count):
            post = await make_post(change, mission)
            await services.schedule_post(change, post_id=post.id, at=Moment(instant=publish_at))


async def published(sessions: Sessions) -> list[int]:
    """How often each post was published."""
    async with sessions() as db:
        times = select(func.count()).where(Event.event == "post.published").group_by(Event.subject_id)
        return list(await db.scalars(times))


async def left(sessions: Sessions) -> int:
    async with sessions() as db:
        return (await db.scalars(select(func.count()).select_from(Schedule))).one()


async def test_two_workers_publish_each_text_once(work_with: WorkWith) -> None:
    work = work_with()
    await make_due(work.sessions, 12, datetime.now(UTC) - HOUR)
    await asyncio.gather(PublishScheduled(work).attend(), PublishScheduled(work).attend())
    await PublishScheduled(work).attend()
    assert await published(work.sessions) == [1] * 12
    assert await left(work.sessions) == 0


async def test_a_worker_that_dies_in_the_middle_has_done_nothing(
    work_with: WorkWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = work_with()
    await make_due(work.sessions, 2, datetime.now(UTC) - HOUR)
    publish = services.publish_post

    async def die_after(change: Change, **given: Any) -> Post:
        await publish(change, **given)
        raise asyncio.CancelledError

    with monkeypatch.context() as patch:
        patch.setattr("schema.posts.services.scheduling.publish_post", die_after)
        with pytest.raises(asyncio.CancelledError):
            await PublishScheduled(work).attend()
    assert (await published(work.sessions), await left(work.sessions)) == ([], 2)
    await PublishScheduled(work).attend()
    assert (await published(work.sessions), await left(work.sessions)) == ([1, 1], 0)


async def test_it_says_when_the_next_one_is_due(work_with: WorkWith) -> None:
    work = work_with()
    assert await PublishScheduled(work).attend() is None
    await make_due(work.sessions, 1, datetime.now(UTC) + 2 * HOUR)
    seconds = await PublishScheduled(work).attend()
    assert seconds is not None
    assert 0 < seconds <= 2 * HOUR.total_seconds()


async def test_a_worker_is_told_of_a_moment_that_is_near(own_database: str, work_with: WorkWith) -> None:
    work = work_with()
    async with working(own_database, work.settings):
        await asyncio.sleep(0.2)
        moment = datetime.now(UTC) + timedelta(seconds=1)
        await make_due(work.sessions, 1, moment)
        for _ in range(400):
            await asyncio.sleep(0.05)
            if await left(work.sessions) == 0:
                break
    went_out = await first_publication(work)
    assert went_out >= moment


async def first_publication(work: Work) -> datetime:
    async with work.sessions() as db:
        post = (await db.scalars(select(Post).where(Post.state == PublicationState.LIVE))).one()
    assert post.first_published_at is not None
    return post.first_published_at
