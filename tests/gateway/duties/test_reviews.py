"""What went out first and was not looked at in time is noted, once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from gateway.duties import Work
from gateway.duties import reviews as duty
from schema.change import begin_change
from schema.clearance.models import Clearance
from schema.clearance.services import set_clearance_policy
from schema.context import SYSTEM, Role
from schema.history.models import Event
from schema.posts import services
from schema.posts.services import reviewing
from tests.gateway.duties.conftest import WorkWith
from tests.makers.accounts import as_actor, make_actor
from tests.makers.missions import make_mission
from tests.makers.posts import make_post


async def published(work: Work, hours_ago: float, count: int) -> None:
    """Some posts that went out first, to be reviewed within an hour."""
    then = datetime.now(UTC) - timedelta(hours=hours_ago)
    async with begin_change(work.sessions, SYSTEM, then) as change:
        mission = await make_mission(change)
        first = Clearance.PUBLISH_THEN_REVIEW
        await set_clearance_policy(change, mission_id=mission.id, kind=None, clearance=first, review_within_hours=1)
        editor = as_actor(change, await make_actor(change, Role.EDITOR, mission))
        for number in range(count):
            post = await make_post(editor, mission, slug=f"post-{number}")
            await services.publish_post(editor, post_id=post.id)


async def noted(work: Work) -> int:
    async with work.sessions() as db:
        told = select(func.count()).where(Event.event == "post.review_overdue")
        return int((await db.scalars(told)).one())


async def test_what_is_overdue_is_noted_once(work_with: WorkWith, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewing, "SHORTLY", 2)
    work = work_with()
    await published(work, hours_ago=2, count=3)
    await published(work, hours_ago=0.5, count=1)
    for _ in range(2):
        assert await duty.EscalateReviews(work).attend() == duty.EVERY_SECONDS
        assert await noted(work) == 3
