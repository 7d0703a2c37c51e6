"""The verbs of people and of the offices they hold."""

from collections.abc import Collection, Mapping
from datetime import date
from itertools import count
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.dialects.postgresql import distinct_on, insert
from sqlalchemy.ext.asyncio import AsyncSession

from schema.change import Change
from schema.errors import Conflict, Invalid, NotAllowed, NotFound
from schema.missions.services import get_mission
from schema.people import access, models
from schema.sources import encode_id
from schema.texts import MAX_NAME, Path, line, names_by_locale, shown, slug_of

MAX_OFFICE = 200


class PersonSlugTaken(Conflict):
    """Another person already has the address “{slug}”. Choose another one, or leave it out and one is made."""


class PersonSlugMalformed(Invalid):
    """“{slug}” cannot be the address of a person. Use lower-case letters, digits and single hyphens."""


class AppointmentEndsBeforeItStarts(Invalid):
    """The last day in office, {ends_on}, is before the first, {starts_on}. Correct one of the two."""


async def get_person(db: AsyncSession, person_id: UUID, path: Path = ("input", "person")) -> models.Person:
    """The person with this key.

    Raises:
        NotFound.
    """
    person = await db.get(models.Person, person_id)
    if person is None:
        raise NotFound(noun="person", key=encode_id("Person", person_id), path=path)
    return person


async def find_person(db: AsyncSession, slug: str) -> models.Person | None:
    """The person with this slug, or None."""
    return await db.scalar(select(models.Person).where(models.Person.slug == slug))


async def find_people_named(db: AsyncSession, names: Collection[str]) -> list[models.Person]:
    """Everybody who bears one of these names, in whatever language, those here longest first.

    Statements: 1
    """
    person = models.Person
    forms = func.jsonb_each_text(person.names).table_valued("key", "value")
    in_any_language = select(forms.c.value).where(forms.c.value.in_(names)).exists()
    found = await db.scalars(select(person).where(or_(person.name.in_(names), in_any_language)).order_by(person.id))
    return list(found)


async def create_person(
    change: Change,
    *,
    name: str,
    names: Mapping[str, str] | None = None,
    slug: str | None = None,
    mission_id: UUID | None = None,
) -> models.Person:
    """Add someone who can be named over posts.

    Args:
        name: as it is written in public; at most 200 characters.
        names: the name in other languages and scripts, by language tag.
        slug: made from the name, and made unique, when left out.
        mission_id: for which mission, so that its editors may do it.

    Raises:
        NotAllowed, PersonSlugTaken, PersonSlugMalformed, UnknownLanguage, TextMissing, TextTooLong, TextUnstorable.

    Records:
        person.created
    """
    if not access.may_create(change.actor, mission_id):
        raise NotAllowed(verb="add a person", role="editor", path=("input", "mission"))
    name = line(name, "The name", MAX_NAME, ("input", "name"))
    names = names_by_locale(names, "The name", ("input", "names"))
    person_id = await _insert(change.db, name, names, slug)
    person = await get_person(change.db, person_id)
    change.record("person.created", person, mission_id)
    await change.db.flush()
    return person


async def _insert(db: AsyncSession, name: str, names: Mapping[str, str], wanted: str | None) -> UUID:
    """Insert under the slug wanted, or under the first free one made from the name."""
    if wanted is not None and (not wanted or slug_of(wanted) != wanted):
        raise PersonSlugMalformed(slug=shown(wanted), path=("input", "slug"))
    base = wanted or slug_of(name) or "person"
    for number in count(1):
        slug = base if number == 1 else f"{base}-{number}"
        values = {"name": name, "names": dict(names), "slug": slug}
        made = insert(models.Person).values(values).on_conflict_do_nothing(index_elements=["slug"])
        key: UUID | None = await db.scalar(made.returning(models.Person.id))
        if key:
            return key
        if wanted:
            break
    raise PersonSlugTaken(slug=base, path=("input", "slug"))


async def appoint(
    change: Change,
    *,
    person_id: UUID,
    mission_id: UUID,
    office: str,
    starts_on: date,
    offices: Mapping[str, str] | None = None,
    ends_on: date | None = None,
    is_ad_interim: bool = False,
) -> models.Appointment:
    """Say which office a person holds in a mission, from when to when. Old bylines are not rewritten.

    Args:
        office: in the mission's first language; at most 200 characters.
        offices: the office in other languages, by language tag.
        ends_on: the last day in office.

    Raises:
        NotFound, NotAllowed, AppointmentEndsBeforeItStarts, UnknownLanguage, TextMissing, TextTooLong, TextUnstorable.

    Records:
        person.appointed
    """
    mission = await get_mission(change.db, mission_id)
    if not access.may_appoint(change.actor, mission_id):
        raise NotAllowed(verb="appoint someone", role="administrator", path=("input", "mission"))
    person = await get_person(change.db, person_id)
    if ends_on is not None and ends_on < starts_on:
        path = ("input", "endsOn")
        raise AppointmentEndsBeforeItStarts(ends_on=ends_on.isoformat(), starts_on=starts_on.isoformat(), path=path)
    office = line(office, "The office", MAX_OFFICE, ("input", "office"))
    others = names_by_locale(offices, "The office", ("input", "offices"))
    appointment = models.Appointment(
        person_id=person.id,
        mission_id=mission.id,
        office=office,
        offices=others | {mission.languages[0]: office},
        starts_on=starts_on,
        ends_on=ends_on,
        is_ad_interim=is_ad_interim,
    )
    change.db.add(appointment)
    await change.db.flush()
    details = {"person": encode_id("Person", person.id), "office": office, "starts_on": starts_on.isoformat()}
    change.record("person.appointed", appointment, mission.id, **details)
    await change.db.flush()
    return appointment


async def offices_on(
    change: Change, person_ids: Collection[UUID], mission_id: UUID | None, day: date
) -> dict[UUID, models.Appointment]:
    """The office each person held on a day; who held none is left out.

    An office in ``mission_id`` comes before those elsewhere, then the holder before ad interim, then the latest begun.

    Statements: 1
    """
    held = models.Appointment
    found = await change.db.scalars(
        select(held)
        .where(held.person_id.in_(person_ids), held.starts_on <= day, or_(held.ends_on.is_(None), held.ends_on >= day))
        .order_by(
            held.person_id, (held.mission_id == mission_id).desc(), held.is_ad_interim, held.starts_on.desc(), held.id
        )
        .ext(distinct_on(held.person_id))
    )
    return {appointment.person_id: appointment for appointment in found}
