"""The verbs of missions."""

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from schema.change import Change
from schema.clocks import known_zone
from schema.errors import Conflict, Invalid, NotAllowed, NotFound
from schema.missions import access, models
from schema.missions.models import MissionKind
from schema.sources import encode_id
from schema.texts import MAX_NAME, Path, language, line, names_by_locale, optional_line, shown

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
COUNTRY = re.compile(r"[A-Za-z]{2}")
MAX_SLUG = 63
MAX_CITY = 100
MAX_LISTED = 20


class MissionSlugTaken(Conflict):
    """Another mission already has the address “{slug}”. Choose another one."""


class MissionSlugMalformed(Invalid):
    """“{slug}” cannot be the address of a mission. Use 1 to 63 lower-case letters a–z, digits and single hyphens."""


class TimeZoneMissing(Invalid):
    """A mission needs 1 to 20 time zones, the first where it sits. Name them."""


class LanguageMissing(Invalid):
    """A mission needs 1 to 20 languages, the first the one it writes in. Name them."""


class UnknownCountry(Invalid):
    """“{country}” is not a country code. Use two letters, such as “PT”."""


class HeadquartersHasNoParent(Invalid):
    """A headquarters stands at the top and has no mission above it. Leave the parent out, or choose another kind."""


async def get_mission(db: AsyncSession, mission_id: UUID, path: Path = ("input", "mission")) -> models.Mission:
    """The mission with this key.

    Raises:
        NotFound.
    """
    mission = await db.get(models.Mission, mission_id)
    if mission is None:
        raise NotFound(noun="mission", key=encode_id("Mission", mission_id), path=path)
    return mission


async def find_mission(db: AsyncSession, slug: str) -> models.Mission | None:
    """The mission with this slug, or None."""
    return await db.scalar(select(models.Mission).where(models.Mission.slug == slug))


async def create_mission(
    change: Change,
    *,
    kind: MissionKind,
    slug: str,
    name: str,
    time_zones: Sequence[str],
    languages: Sequence[str],
    names: Mapping[str, str] | None = None,
    parent_id: UUID | None = None,
    host_country: str | None = None,
    city: str | None = None,
) -> models.Mission:
    """Add a mission to the network.

    Args:
        name: in the first of ``languages``; at most 200 characters.
        names: the name in other languages, by language tag.
        time_zones: IANA names, where it sits first.
        languages: BCP 47 tags, what it writes in first.
        host_country: two letters; at most 100 characters of ``city``.

    Raises:
        NotAllowed, NotFound, HeadquartersHasNoParent, MissionSlugMalformed, MissionSlugTaken, UnknownTimeZone,
        TimeZoneMissing, UnknownLanguage, LanguageMissing, UnknownCountry, TextMissing, TextTooLong, TextUnstorable.

    Records:
        mission.created
    """
    parent = None if parent_id is None else await get_mission(change.db, parent_id, ("input", "parent"))
    if not access.may_create(change.actor, parent_id):
        raise NotAllowed(verb="add a mission", role="administrator", path=("input", "parent"))
    if parent_id is not None and kind is MissionKind.HEADQUARTERS:
        raise HeadquartersHasNoParent(path=("input", "parent"))
    tags = _languages(languages)
    name = line(name, "The name", MAX_NAME, ("input", "name"))
    mission = models.Mission(
        kind=kind,
        slug=await _free_slug(change.db, slug),
        name=name,
        names=names_by_locale(names, "The name", ("input", "names")) | {tags[0]: name},
        parent_id=parent_id,
        host_country=_country(host_country),
        city=optional_line(city, "The city", MAX_CITY, ("input", "city")),
        time_zones=_time_zones(time_zones),
        languages=tags,
    )
    await _insert(change.db, mission)
    mission.lineage = [mission.id, *(parent.lineage if parent else ())]
    change.record("mission.created", mission, mission.id, slug=mission.slug)
    await change.db.flush()
    return mission


async def _free_slug(db: AsyncSession, slug: str) -> str:
    if len(slug) > MAX_SLUG or not SLUG.fullmatch(slug) or ID.fullmatch(slug):
        raise MissionSlugMalformed(slug=shown(slug), path=("input", "slug"))
    if await find_mission(db, slug):
        raise MissionSlugTaken(slug=slug, path=("input", "slug"))
    return slug


async def _insert(db: AsyncSession, mission: models.Mission) -> None:
    """Insert; the slug may have been taken by somebody else since it was looked up."""
    try:
        async with db.begin_nested():
            db.add(mission)
    except IntegrityError:
        raise MissionSlugTaken(slug=mission.slug, path=("input", "slug")) from None


def _languages(locales: Sequence[str]) -> list[str]:
    if not 0 < len(locales) <= MAX_LISTED:
        raise LanguageMissing(path=("input", "languages"))
    tags = (language(locale, ("input", "languages", index)) for index, locale in enumerate(locales))
    return list(dict.fromkeys(tags))


def _time_zones(zones: Sequence[str]) -> list[str]:
    if not 0 < len(zones) <= MAX_LISTED:
        raise TimeZoneMissing(path=("input", "timeZones"))
    for index, zone in enumerate(zones):
        known_zone(zone, ("input", "timeZones", index))
    return list(dict.fromkeys(zones))


def _country(code: str | None) -> str | None:
    if code is not None and not COUNTRY.fullmatch(code):
        raise UnknownCountry(country=shown(code), path=("input", "hostCountry"))
    return code and code.upper()
