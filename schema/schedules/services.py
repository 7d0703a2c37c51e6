"""The verbs of holds."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from schema.change import Change
from schema.errors import Invalid, NotAllowed, NotFound, NotReady
from schema.missions.models import Mission
from schema.missions.services import get_mission
from schema.schedules import access, models
from schema.sources import encode_id
from schema.texts import line

MAX_REASON = 1_000
MAX_SPACING = timedelta(days=1)
IN_HOLD = ("input", "hold")


class Held(NotReady):
    """Everything scheduled here is on hold: “{reason}” ({actor_name}). When the hold is released, give it a new time or publish it yourself."""  # noqa: E501


class AlreadyReleased(NotReady):
    """This hold was released already. Nothing is kept by it any more."""


class RetimedInPast(Invalid):
    """What was missed cannot go out at {at}, which is past. Choose a later moment for the first."""


class SpacingWrong(Invalid):
    """Between two posts that were missed there is at least one minute and at most a day. Choose another distance."""


@dataclass(frozen=True)
class Retiming:
    """New times for what was missed, in the order in which it should have gone out."""

    first_at: datetime
    spacing: timedelta


async def place_hold(
    change: Change, *, mission_id: UUID | None, includes_missions_below: bool = True, reason: str
) -> models.Hold:
    """Keep everything scheduled from going out, from now on: in a mission, in it and all below it, or everywhere.

    Args:
        mission_id: None holds every mission.
        reason: at most 1,000 characters; members of the missions can read it.

    Raises:
        NotFound, NotAllowed, TextMissing, TextTooLong, TextUnstorable.

    Records:
        schedule.held
    """
    if mission_id is not None:
        await get_mission(change.db, mission_id)
    _check_may_hold(change, mission_id)
    hold = models.Hold(
        mission_id=mission_id,
        includes_missions_below=includes_missions_below or mission_id is None,
        reason=line(reason, "The reason", MAX_REASON, ("input", "reason")),
        account_id=change.actor.account_id,
        actor_name=change.actor.name,
        created_at=change.now,
    )
    change.db.add(hold)
    await change.db.flush()
    details = {"reason": hold.reason, "includes_missions_below": hold.includes_missions_below}
    change.record("schedule.held", hold, mission_id, **details)
    await change.db.flush()
    return hold


async def release_hold(change: Change, *, hold_id: UUID, retiming: Retiming | None = None) -> models.Hold:
    """Let what is scheduled go out again. What was missed meanwhile never goes out at once.

    Args:
        retiming: new times for what was missed; None leaves it waiting until somebody gives it a time or publishes it.

    Raises:
        NotFound, NotAllowed, AlreadyReleased, RetimedInPast, SpacingWrong.

    Records:
        schedule.released
    """
    hold = await change.db.get(models.Hold, hold_id, with_for_update=True, populate_existing=True)
    if hold is None or not await _may_see(change, hold):
        raise NotFound(noun="hold", key=encode_id("Hold", hold_id), path=IN_HOLD)
    _check_may_hold(change, hold.mission_id)
    if hold.released_at is not None:
        raise AlreadyReleased(path=IN_HOLD)
    if retiming is not None:
        _check(change, retiming)
    hold.released_at, hold.released_by_name = change.now, change.actor.name
    await change.db.flush()
    missed = await _missed(change.db, hold)
    if retiming is not None:
        _retime(missed, retiming)
    details = {"missed": len(missed), "retimed": len(missed) if retiming else 0}
    change.record("schedule.released", hold, hold.mission_id, **details)
    await change.db.flush()
    return hold


async def find_hold(db: AsyncSession, mission_id: UUID) -> models.Hold | None:
    """The first hold in force that keeps what a mission has scheduled, or None."""
    hold = models.Hold
    in_force = (
        select(hold)
        .join(Mission, access.covers(hold, Mission))
        .where(Mission.id == mission_id, hold.released_at.is_(None))
    )
    return await db.scalar(in_force.order_by(hold.created_at, hold.id).limit(1))


async def _missed(db: AsyncSession, hold: models.Hold) -> list[models.Schedule]:
    """What should have gone out and was kept, where no other hold keeps it still; locked, the earliest first."""
    schedule = models.Schedule
    kept = (
        select(schedule)
        .join(Mission, Mission.id == schedule.mission_id)
        .join(models.Hold, access.covers(models.Hold, Mission))
        .where(models.Hold.id == hold.id, schedule.waiting_code == Held.code())
        .order_by(schedule.publish_at, schedule.id)
        .with_for_update(of=schedule)
    )
    found = (await db.scalars(kept.execution_options(populate_existing=True))).all()
    return [missed for missed in found if await find_hold(db, missed.mission_id) is None]


def _check(change: Change, retiming: Retiming) -> None:
    if retiming.first_at <= change.now:
        raise RetimedInPast(at=retiming.first_at.isoformat(), path=("input", "retime", "firstAt"))
    if not timedelta(minutes=1) <= retiming.spacing <= MAX_SPACING:
        raise SpacingWrong(path=("input", "retime", "spacingMinutes"))


def _retime(missed: list[models.Schedule], retiming: Retiming) -> None:
    for place, schedule in enumerate(missed):
        schedule.publish_at = schedule.next_try_at = retiming.first_at + place * retiming.spacing
        schedule.wall_time = schedule.zone = schedule.occurrence = None
        schedule.waiting_since = schedule.waiting_code = schedule.waiting_reason = None


def _check_may_hold(change: Change, mission_id: UUID | None) -> None:
    if not access.may_hold(change.actor, mission_id):
        role = "administrator of every mission" if mission_id is None else "head"
        raise NotAllowed(verb="hold or release what is scheduled", role=role, path=("input", "mission"))


async def _may_see(change: Change, hold: models.Hold) -> bool:
    """Whether a mission in which this actor may read drafts is kept by the hold."""
    if change.actor.role_everywhere is not None:
        return True
    held = select(Mission.id).where(Mission.id.in_(change.actor.readable_missions), access.covers(models.Hold, Mission))
    return await change.db.scalar(held.where(models.Hold.id == hold.id).limit(1)) is not None
