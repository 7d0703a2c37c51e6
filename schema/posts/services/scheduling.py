"""Letting texts go out by themselves, at a moment that was chosen before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from schema.change import Change
from schema.clocks import Occurrence, WallTime, instant_of
from schema.context import Actor, Role, Scope
from schema.errors import Refusal
from schema.missions.services import get_mission
from schema.posts import models, obstacles
from schema.posts.refusals import MomentUnclear, PublicationFailed, ScheduledInPast
from schema.posts.services.loading import get_text_to
from schema.posts.services.publishing import publish_post
from schema.schedules.models import Schedule
from schema.schedules.services import Held, find_hold

AT = ("input", "at")
TRIED_AGAIN_AFTER = timedelta(minutes=1)
"""What is kept by something that may pass by itself, such as a clearance, is looked at this often."""


@dataclass(frozen=True)
class Moment:
    """When something is to go out: what the clocks of a zone show then, or one moment for the whole world.

    ``zone`` is an IANA name; None is the first zone of the mission.
    """

    wall: datetime | None = None
    zone: str | None = None
    occurrence: Occurrence | None = None
    instant: datetime | None = None


@dataclass(frozen=True)
class Due:
    """A schedule whose time has come, with its text and post, all locked."""

    schedule: Schedule
    text: models.Translation
    post: models.Post

    @property
    def is_in_force(self) -> bool:
        """Whether nobody has published the text since; as `schema/schedules/access.py::is_in_force`."""
        return self.text.published_at is None or self.text.published_at < self.schedule.set_at


async def schedule_post(change: Change, *, post_id: UUID, locale: str | None = None, at: Moment) -> models.Translation:
    """Let the newest text of a post go out by itself at a moment, in place of the moment chosen before.

    What goes out is the newest text of that moment, under the rules of that moment: where it must be cleared and is
    not, it waits and says so.

    Args:
        locale: the authentic text when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, TextWithdrawn, AlreadyPublished, NothingToPublish, AlternativeMissing,
        BylineMissing, StepUpMissing, MomentUnclear, UnknownTimeZone, TimeSkipped, TimeTwice, ScheduledInPast.

    Records:
        post.scheduled
    """
    post, translation = await get_text_to(change, obstacles.scheduling, post_id, locale)
    if at.wall is not None and at.zone is None:
        at = replace(at, zone=(await get_mission(change.db, post.mission_id)).time_zones[0])
    publish_at = _resolved(at)
    if publish_at <= change.now:
        raise ScheduledInPast(at=publish_at.isoformat(), path=AT)
    values = {
        "mission_id": post.mission_id,
        "post_id": post.id,
        "translation_id": translation.id,
        "publish_at": publish_at,
        "wall_time": at.wall,
        "zone": at.zone,
        "occurrence": at.occurrence,
        "revision_number": translation.newest_revision_number,
        "set_at": change.now,
        "account_id": change.actor.account_id,
        "actor_name": change.actor.name,
        "next_try_at": publish_at,
        **dict.fromkeys(("waiting_since", "waiting_code", "waiting_reason")),
    }
    again = insert(Schedule).values(values).on_conflict_do_update(index_elements=["translation_id"], set_=values)
    await change.db.execute(again)
    details = {"locale": translation.locale, "at": publish_at.isoformat(), "zone": at.zone}
    change.record("post.scheduled", post, post.mission_id, **details)
    await change.db.flush()
    return translation


async def unschedule_post(change: Change, *, post_id: UUID, locale: str | None = None) -> models.Translation:
    """Let a text not go out by itself after all.

    Args:
        locale: the authentic text when left out.

    Raises:
        NotFound, NotAllowed, UnknownLanguage, NotScheduled.

    Records:
        post.unscheduled
    """
    post, translation = await get_text_to(change, obstacles.unscheduling, post_id, locale)
    await change.db.execute(delete(Schedule).where(Schedule.translation_id == translation.id))
    change.record("post.unscheduled", post, post.mission_id, locale=translation.locale)
    await change.db.flush()
    return translation


async def resolve_wall_times(change: Change) -> int:
    """Put what was chosen by the clocks of a place where the rules of its zone, as they are known now, say.

    Returns:
        how many moments have moved.

    Records:
        post.scheduled, for each of them.
    """
    post, text = models.Post, models.Translation
    by_clocks = (
        select(Schedule, post, text.locale)
        .join(post, post.id == Schedule.post_id)
        .join(text, text.id == Schedule.translation_id)
        .where(Schedule.zone.is_not(None), Schedule.waiting_since.is_(None))
        .with_for_update(of=Schedule, skip_locked=True)
    )
    moved = 0
    for schedule, subject, locale in await change.db.execute(by_clocks):
        publish_at = _instant_now(schedule)
        if publish_at != schedule.publish_at:
            schedule.publish_at = schedule.next_try_at = publish_at
            details = {"locale": locale, "at": publish_at.isoformat(), "zone": schedule.zone}
            change.record("post.scheduled", subject, subject.mission_id, **details)
            moved += 1
    await change.db.flush()
    return moved


def _instant_now(schedule: Schedule) -> datetime:
    """The moment its clocks show its time, or as before where they do not show it any more."""
    assert schedule.wall_time is not None
    assert schedule.zone is not None
    try:
        return instant_of(WallTime(schedule.wall_time, schedule.zone, schedule.occurrence), AT)
    except Refusal:
        return schedule.publish_at


def _resolved(at: Moment) -> datetime:
    """The moment in UTC.

    Raises:
        MomentUnclear, UnknownTimeZone, TimeSkipped, TimeTwice.
    """
    if at.wall is not None and at.zone is not None and at.instant is None:
        return instant_of(WallTime(at.wall, at.zone, at.occurrence), (*AT, "wall"))
    if at.instant is not None and at.wall is None:
        return at.instant
    raise MomentUnclear(path=AT)


def next_due() -> Select[datetime]:
    """When the next text is to go out, or be looked at again; null when nothing is scheduled."""
    return select(func.min(Schedule.next_try_at))


async def publish_next_due(change: Change, on_fault: Callable[[Exception], None]) -> bool:
    """Publish the text whose time came first, or write down why it waits; False when no time has come.

    What keeps it is what `publish_post` refuses, or `Held`, or `PublicationFailed`.

    The row of the schedule goes with the publication, in one transaction: it cannot happen twice, whoever else is at
    it and whatever is killed meanwhile.

    Args:
        on_fault: told of what is no refusal; the text waits then as after one, and others go out.

    Records:
        post.published, or post.publication_waiting when something keeps it.
    """
    due = await _lock_next_due(change)
    if due is None:
        return False
    if due.is_in_force:
        await _publish_or_wait(change, due, on_fault)
    else:
        await change.db.delete(due.schedule)
    await change.db.flush()
    return True


async def _lock_next_due(change: Change) -> Due | None:
    """The post first, as every verb does, and past those that somebody is at; the authentic text before others."""
    text = models.Translation
    due = (
        select(Schedule.id, models.Post.id)
        .join(models.Post, models.Post.id == Schedule.post_id)
        .join(text, text.id == Schedule.translation_id)
        .where(Schedule.next_try_at <= change.now)
        .order_by(Schedule.next_try_at, text.is_authentic.desc(), Schedule.id)
        .limit(1)
        .with_for_update(of=models.Post, key_share=True, skip_locked=True)
    )
    if (first := (await change.db.execute(due)).first()) is None:
        return None
    locked = (
        select(Schedule, text, models.Post)
        .join(text, text.id == Schedule.translation_id)
        .join(models.Post, models.Post.id == Schedule.post_id)
        .where(Schedule.id == first[0], Schedule.next_try_at <= change.now)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    row = (await change.db.execute(locked)).first()
    return None if row is None else Due(*row)


async def _publish_or_wait(change: Change, due: Due, on_fault: Callable[[Exception], None]) -> None:
    schedule = due.schedule
    if hold := await find_hold(change.db, schedule.mission_id):
        held = Held(reason=hold.reason, actor_name=hold.actor_name)
        return _wait(change, due, held, next_try_at=None)
    acting = replace(change, actor=_actor(change, schedule))
    try:
        async with change.db.begin_nested():
            await publish_post(acting, post_id=schedule.post_id, locale=due.text.locale)
    except Refusal as refusal:
        return _wait(change, due, refusal, next_try_at=change.now + TRIED_AGAIN_AFTER)
    except Exception as fault:
        on_fault(fault)
        return _wait(change, due, PublicationFailed(), next_try_at=change.now + TRIED_AGAIN_AFTER)
    await change.db.delete(schedule)


def _wait(change: Change, due: Due, refusal: Refusal, *, next_try_at: datetime | None) -> None:
    """Say why it waits; an event only when that is news."""
    schedule = due.schedule
    is_news = schedule.waiting_code != refusal.code()
    schedule.next_try_at, schedule.waiting_code, schedule.waiting_reason = next_try_at, refusal.code(), refusal.message
    schedule.waiting_since = schedule.waiting_since or change.now
    if is_news:
        details = {"locale": due.text.locale, "code": refusal.code(), "reason": refusal.message}
        change.record("post.publication_waiting", due.post, schedule.mission_id, **details)


def _actor(change: Change, schedule: Schedule) -> Actor:
    """Who scheduled it. That they might, and that it was they, was decided then; whether it may go out is, now."""
    return Actor(
        name=schedule.actor_name,
        account_id=schedule.account_id,
        role_everywhere=Role.ADMINISTRATOR,
        scopes=frozenset(Scope),
        stepped_up_at=change.now,
    )
