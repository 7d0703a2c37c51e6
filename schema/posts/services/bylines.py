"""Whose names stand over a post, and which office each held when it was first published."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select

from schema.change import Change
from schema.errors import NotFound
from schema.missions.models import Mission
from schema.missions.services import get_mission
from schema.people.models import Person
from schema.people.services import offices_on
from schema.posts import models, obstacles
from schema.posts.models import BylineRole
from schema.posts.refusals import BylineTwice, BylineUnclear, TooManyBylines
from schema.posts.services.loading import get_post_to
from schema.sources import encode_id

MAX_BYLINES = 50
IN_BYLINES = ("input", "bylines")


@dataclass(frozen=True)
class BylineDraft:
    """A name to be put over a post: of a person, or of a whole mission."""

    person_id: UUID | None = None
    mission_id: UUID | None = None
    role: BylineRole = BylineRole.AUTHOR
    is_personal: bool = False
    """In a personal capacity: no office is shown."""


async def set_bylines(change: Change, *, post_id: UUID, bylines: Sequence[BylineDraft]) -> models.Post:
    """Replace the names over a post, in this order.

    Once the post was published, who stays keeps the office shown; who is new has the one held now.

    Args:
        bylines: at most 50.

    Raises:
        NotFound, NotAllowed, TooManyBylines, BylineUnclear, BylineTwice.

    Records:
        post.bylines_set
    """
    post = await get_post_to(change, obstacles.changing, post_id)
    await _check(change, bylines)
    standing = (await change.db.scalars(select(models.Byline).where(models.Byline.post_id == post.id))).all()
    kept = {byline.person_id: byline for byline in standing if byline.person_id and not byline.is_personal}
    rows = [_row(post, draft, position, kept) for position, draft in enumerate(bylines, 1)]
    await change.db.execute(delete(models.Byline).where(models.Byline.post_id == post.id))
    if post.first_published_at is not None:
        await snapshot_offices(change, post, [row for row in rows if row.person_id not in kept], change.now)
    change.db.add_all(rows)
    post.updated_at = change.now
    change.record("post.bylines_set", post, post.mission_id, bylines=[_named(row) for row in rows])
    await change.db.flush()
    return post


async def snapshot_offices(change: Change, post: models.Post, bylines: Collection[models.Byline], at: datetime) -> None:
    """Write down the office each person held on the day of a moment, as the day is counted where the mission sits."""
    mission = await get_mission(change.db, post.mission_id)
    people = {byline.person_id for byline in bylines if byline.person_id and not byline.is_personal}
    offices = await offices_on(change, people, mission.id, _day(at, mission))
    for byline in bylines:
        held = None if byline.is_personal or byline.person_id is None else offices.get(byline.person_id)
        byline.office, byline.offices = (held.office, held.offices) if held else (None, {})


def _day(at: datetime, mission: Mission) -> date:
    return at.astimezone(ZoneInfo(mission.time_zones[0])).date()


async def _check(change: Change, bylines: Sequence[BylineDraft]) -> None:
    if len(bylines) > MAX_BYLINES:
        raise TooManyBylines(limit=MAX_BYLINES, count=len(bylines), path=IN_BYLINES)
    seen = set()
    for index, draft in enumerate(bylines):
        if (draft.person_id is None) == (draft.mission_id is None):
            raise BylineUnclear(path=(*IN_BYLINES, index))
        name = (draft.person_id, draft.mission_id, draft.role)
        if name in seen:
            raise BylineTwice(path=(*IN_BYLINES, index))
        seen.add(name)
    await _check_known(change, bylines)


async def _check_known(change: Change, bylines: Sequence[BylineDraft]) -> None:
    people = select(Person.id).where(Person.id.in_({draft.person_id for draft in bylines} - {None}))
    missions = select(Mission.id).where(Mission.id.in_({draft.mission_id for draft in bylines} - {None}))
    known = set(await change.db.scalars(people.union_all(missions)))
    for index, draft in enumerate(bylines):
        noun, key = ("person", draft.person_id) if draft.person_id else ("mission", draft.mission_id)
        if key not in known:
            raise NotFound(noun=noun, key=encode_id(noun.capitalize(), key), path=(*IN_BYLINES, index, noun))


def _row(post: models.Post, draft: BylineDraft, position: int, kept: dict[UUID, models.Byline]) -> models.Byline:
    before = kept.get(draft.person_id) if draft.person_id and not draft.is_personal else None
    return models.Byline(
        post_id=post.id,
        position=position,
        person_id=draft.person_id,
        mission_id=draft.mission_id,
        role=draft.role,
        is_personal=draft.is_personal,
        office=before.office if before else None,
        offices=before.offices if before else {},
    )


def _named(byline: models.Byline) -> dict[str, str]:
    named = encode_id("Person", byline.person_id) if byline.person_id else encode_id("Mission", byline.mission_id)
    return {"of": named, "role": byline.role.value}
