"""Texts that go out by themselves: when, once, and why not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from schema.change import Change
from schema.clocks import Occurrence, TimeSkipped, TimeTwice, UnknownTimeZone
from schema.errors import NotAllowed, NotFound, Refusal
from schema.history.models import AuditEntry
from schema.posts import services
from schema.posts.models import Post, PublicationState, Translation
from schema.posts.refusals import AlreadyPublished, MomentUnclear, NothingToPublish, NotScheduled, ScheduledInPast
from schema.posts.services import Moment
from schema.schedules.models import Schedule
from schema.schedules.services import Held, Retiming, place_hold, release_hold
from tests.makers.accounts import Actors, as_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.posts import body, make_post

TOMORROW = datetime(2026, 3, 11, 7, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def at(change: Change, moment: datetime) -> Change:
    return replace(change, now=moment)


async def scheduled(change: Change, post: Post) -> Schedule | None:
    query = select(Schedule).where(Schedule.post_id == post.id).execution_options(populate_existing=True)
    return await change.db.scalar(query)


async def publish_due(change: Change) -> int:
    """How many schedules were looked at."""

    def fail(fault: Exception) -> None:
        raise fault

    count = 0
    while await services.publish_next_due(change, fail):
        count += 1
    return count


async def state(change: Change, post: Post) -> PublicationState:
    await change.db.refresh(post)
    return post.state


async def make_scheduled(change: Change, actors: Actors, moment: datetime = TOMORROW, **over: Any) -> Post:
    post = await make_post(change, actors.mission, **over)
    await services.schedule_post(as_actor(change, actors.editor), post_id=post.id, at=Moment(instant=moment))
    return post


async def test_it_goes_out_when_its_time_comes_and_once(change: Change, actors: Actors) -> None:
    post = await make_scheduled(change, actors)
    assert await publish_due(at(change, TOMORROW - timedelta(seconds=1))) == 0
    assert await state(change, post) is PublicationState.DRAFT
    assert await publish_due(at(change, TOMORROW)) == 1
    assert await state(change, post) is PublicationState.LIVE
    assert post.first_published_at == TOMORROW
    assert await scheduled(change, post) is None
    assert await publish_due(at(change, TOMORROW + HOUR)) == 0
    assert (await events(change))[-2:] == ["post.scheduled", "post.published"]
    entry = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.published"))).one()
    assert (entry.account_id, entry.actor_name) == (actors.editor.account_id, actors.editor.name)


async def test_it_is_the_newest_text_of_that_moment_that_goes_out(change: Change, actors: Actors) -> None:
    post = await make_scheduled(change, actors)
    saved = {"post_id": post.id, "base_revision": 1, "body": body("The ministers met twice.")}
    await services.save_draft(as_actor(change, actors.editor), **saved)
    await publish_due(at(change, TOMORROW))
    text = (await change.db.scalars(select(Translation).where(Translation.post_id == post.id))).one()
    assert text.plain_text == "The ministers met twice."


async def test_it_goes_out_late_when_nobody_was_there_in_time(change: Change, actors: Actors) -> None:
    post = await make_scheduled(change, actors)
    await publish_due(at(change, TOMORROW + 9 * HOUR))
    assert await state(change, post) is PublicationState.LIVE
    assert post.first_published_at == TOMORROW + 9 * HOUR


async def test_another_moment_takes_the_place_of_the_first(change: Change, actors: Actors) -> None:
    post = await make_scheduled(change, actors)
    later = Moment(instant=TOMORROW + HOUR)
    await services.schedule_post(as_actor(change, actors.editor), post_id=post.id, at=later)
    assert await publish_due(at(change, TOMORROW)) == 0
    assert await publish_due(at(change, TOMORROW + HOUR)) == 1


async def test_it_can_be_taken_back(change: Change, actors: Actors) -> None:
    post = await make_scheduled(change, actors)
    editor = as_actor(change, actors.editor)
    await services.unschedule_post(editor, post_id=post.id)
    assert await publish_due(at(change, TOMORROW)) == 0
    async with refused(change, NotScheduled):
        await services.unschedule_post(editor, post_id=post.id)


async def test_who_publishes_first_ends_it(change: Change, actors: Actors) -> None:
    post = await make_scheduled(change, actors)
    await services.publish_post(as_actor(at(change, change.now + HOUR), actors.editor), post_id=post.id)
    async with refused(change, NotScheduled):
        await services.unschedule_post(as_actor(change, actors.editor), post_id=post.id)
    before = await row_counts(change.db)
    assert await publish_due(at(change, TOMORROW)) == 1
    assert await row_counts(change.db) - before == {}
    assert await scheduled(change, post) is None


async def test_the_authentic_text_goes_out_before_its_translations(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission)
    editor, wanted = as_actor(change, actors.editor), Moment(instant=TOMORROW)
    translated = {"title": "Visite", "body": body("Les ministres.")}
    await services.add_translation(editor, post_id=post.id, locale="fr", **translated)
    await services.schedule_post(editor, post_id=post.id, locale="fr", at=wanted)
    await services.schedule_post(editor, post_id=post.id, at=wanted)
    assert await publish_due(at(change, TOMORROW)) == 2
    states = await change.db.scalars(select(Translation.state).where(Translation.post_id == post.id))
    assert set(states) == {PublicationState.LIVE}


async def test_what_may_not_go_out_waits_says_why_and_is_tried_again(change: Change, actors: Actors) -> None:
    post = await make_scheduled(change, actors)
    saved = {"post_id": post.id, "base_revision": 1, "title": ""}
    await services.save_draft(as_actor(change, actors.editor), **saved)
    assert await publish_due(at(change, TOMORROW)) == 1
    waits = await scheduled(change, post)
    assert waits is not None
    reason = "The text in “en” has no title yet. Write one first."
    assert (waits.waiting_code, waits.waiting_reason) == ("NOTHING_TO_PUBLISH", reason)
    assert (waits.waiting_since, waits.next_try_at) == (TOMORROW, TOMORROW + timedelta(minutes=1))
    assert (await events(change))[-1] == "post.publication_waiting"
    assert await publish_due(at(change, TOMORROW + timedelta(minutes=1))) == 1
    assert (await events(change)).count("post.publication_waiting") == 1
    saved = {"post_id": post.id, "base_revision": 2, "title": "Visit"}
    await services.save_draft(as_actor(change, actors.editor), **saved)
    await publish_due(at(change, TOMORROW + timedelta(minutes=2)))
    assert await state(change, post) is PublicationState.LIVE


async def test_a_fault_keeps_nobody_else(change: Change, actors: Actors, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, other = await make_scheduled(change, actors), await make_scheduled(change, actors)
    faults: list[Exception] = []
    publish = services.scheduling.publish_post  # type: ignore[attr-defined]

    async def fail_once(change: Change, **given: Any) -> Post:
        if given["post_id"] == broken.id:
            raise ZeroDivisionError
        return await publish(change, **given)  # type: ignore[no-any-return]

    monkeypatch.setattr("schema.posts.services.scheduling.publish_post", fail_once)
    due = at(change, TOMORROW)
    while await services.publish_next_due(due, faults.append):
        pass
    assert [type(fault) for fault in faults] == [ZeroDivisionError]
    assert await state(change, other) is PublicationState.LIVE
    waits = await scheduled(change, broken)
    assert waits is not None
    assert waits.waiting_code == "PUBLICATION_FAILED"


@pytest.mark.parametrize(
    ("refusal", "moment"),
    [
        (MomentUnclear, Moment()),
        (MomentUnclear, Moment(wall=datetime.fromisoformat("2026-04-01T07:00"), instant=TOMORROW)),
        (ScheduledInPast, Moment(instant=TOMORROW - timedelta(days=2))),
        (ScheduledInPast, Moment(wall=datetime.fromisoformat("2026-03-10T09:29"))),
        (UnknownTimeZone, Moment(wall=datetime.fromisoformat("2026-04-01T07:00"), zone="Lisbon")),
        (TimeSkipped, Moment(wall=datetime.fromisoformat("2026-03-29T01:30"))),
        (TimeTwice, Moment(wall=datetime.fromisoformat("2026-10-25T01:30"))),
    ],
)
async def test_a_moment_that_cannot_be_is_refused(
    change: Change, actors: Actors, refusal: type[Refusal], moment: Moment
) -> None:
    post = await make_post(change, actors.mission)
    async with refused(change, refusal):
        await services.schedule_post(as_actor(change, actors.editor), post_id=post.id, at=moment)


async def test_a_time_is_that_of_the_mission_unless_a_zone_is_named(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission)
    wall = datetime.fromisoformat("2026-10-25T01:30")
    moments = {
        Moment(wall=wall, occurrence=Occurrence.SECOND): datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        Moment(wall=wall, zone="Asia/Amman"): datetime(2026, 10, 24, 22, 30, tzinfo=UTC),
    }
    for moment, instant in moments.items():
        await services.schedule_post(as_actor(change, actors.editor), post_id=post.id, at=moment)
        schedule = await scheduled(change, post)
        assert schedule is not None
        assert (schedule.publish_at, schedule.wall_time) == (instant, wall)
        assert schedule.zone == (moment.zone or "Europe/Lisbon")


async def test_a_moment_moves_with_the_rules_of_its_zone(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission)
    seven = Moment(wall=datetime.fromisoformat("2026-07-01T07:00"))
    await services.schedule_post(as_actor(change, actors.editor), post_id=post.id, at=seven)
    schedule = await scheduled(change, post)
    assert schedule is not None
    assert await services.resolve_wall_times(change) == 0
    schedule.publish_at = schedule.next_try_at = datetime(2026, 7, 1, 7, tzinfo=UTC)  # as it was without summer time
    await change.db.flush()
    assert await services.resolve_wall_times(change) == 1
    assert schedule.publish_at == schedule.next_try_at == datetime(2026, 7, 1, 6, tzinfo=UTC)
    assert (await events(change))[-1] == "post.scheduled"


async def test_what_is_not_ready_is_not_scheduled(change: Change, actors: Actors) -> None:
    editor, wanted = as_actor(change, actors.editor), Moment(instant=TOMORROW)
    empty = await make_post(change, actors.mission, body=None)
    async with refused(change, NothingToPublish):
        await services.schedule_post(editor, post_id=empty.id, at=wanted)
    live = await make_post(change, actors.mission, publish=True)
    async with refused(change, AlreadyPublished):
        await services.schedule_post(editor, post_id=live.id, at=wanted)


async def test_only_editors_schedule(change: Change, actors: Actors) -> None:
    post = await make_post(as_actor(change, actors.author), actors.mission)
    for actor, refusal in ((actors.author, NotAllowed), (actors.visitor, NotFound)):
        async with refused(change, refusal):
            await services.schedule_post(as_actor(change, actor), post_id=post.id, at=Moment(instant=TOMORROW))


async def test_a_hold_keeps_what_is_scheduled_until_somebody_decides(change: Change, actors: Actors) -> None:
    post = await make_scheduled(change, actors)
    hold = await place_hold(as_actor(change, actors.head), mission_id=actors.mission.id, reason="A state funeral")
    assert await publish_due(at(change, TOMORROW)) == 1
    waits = await scheduled(change, post)
    assert waits is not None
    assert (waits.waiting_code, waits.next_try_at) == (Held.code(), None)
    assert "A state funeral" in str(waits.waiting_reason)
    await release_hold(as_actor(at(change, TOMORROW + HOUR), actors.head), hold_id=hold.id)
    assert await publish_due(at(change, TOMORROW + 2 * HOUR)) == 0
    assert await state(change, post) is PublicationState.DRAFT
    await services.publish_post(as_actor(at(change, TOMORROW + 3 * HOUR), actors.editor), post_id=post.id)
    assert await state(change, post) is PublicationState.LIVE


async def test_what_was_missed_goes_out_one_after_another(change: Change, actors: Actors) -> None:
    posts = [await make_scheduled(change, actors, TOMORROW + number * HOUR) for number in range(3)]
    hold = await place_hold(as_actor(change, actors.head), mission_id=actors.mission.id, reason="A state funeral")
    noon = TOMORROW + 5 * HOUR
    await publish_due(at(change, noon))
    retiming = Retiming(noon + HOUR, timedelta(minutes=20))
    await release_hold(as_actor(at(change, noon), actors.head), hold_id=hold.id, retiming=retiming)
    went_out = []
    for minute in range(0, 120, 10):
        await publish_due(at(change, noon + timedelta(minutes=minute)))
    for post in posts:
        await change.db.refresh(post)
        went_out.append(post.first_published_at)
    assert went_out == [noon + HOUR + number * timedelta(minutes=20) for number in range(3)]
