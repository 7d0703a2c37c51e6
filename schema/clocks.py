"""What a clock on a wall shows, as a moment, and the other way round."""

import enum
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from schema.errors import Invalid
from schema.texts import Path
from schema.texts import shown as as_shown

TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?")


class UnknownTimeZone(Invalid):
    """“{zone}” is not a time zone. Use a name of the IANA list, such as “Europe/Lisbon”."""


class TimeSkipped(Invalid):
    """The clocks of {zone} never show {wall}, because they are put forward. Choose another time, such as {next}."""


class TimeTwice(Invalid):
    """The clocks of {zone} show {wall} twice, at {first} and at {second} UTC, because they are put back. Say which one is meant by `occurrence`: FIRST or SECOND."""  # noqa: E501


class TimeMalformed(Invalid):
    """“{time}” is not a time of day. Write hours and minutes, such as 07:00."""


class Occurrence(enum.Enum):
    """Which of two moments is meant, where clocks are put back and show the same time twice."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True)
class WallTime:
    """What the clocks of a zone show, without an offset: it means another moment when the rules of the zone change."""

    wall: datetime
    zone: str
    occurrence: Occurrence | None = None


def instant_of(shown: WallTime, path: Path) -> datetime:
    """The moment in UTC at which the clocks of the zone show this.

    Raises:
        UnknownTimeZone, TimeSkipped, TimeTwice.

    Source:
        PEP 495: a time that is skipped does not come back as itself, one that comes twice has two offsets.
    """
    zone = known_zone(shown.zone, path)
    first, second = (shown.wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first.astimezone(zone).replace(tzinfo=None) != shown.wall:
        next = _said(max(first, second).astimezone(zone))
        raise TimeSkipped(zone=shown.zone, wall=_said(shown.wall), next=next, path=path)
    if first != second and shown.occurrence is None:
        moments = {"first": _said(first), "second": _said(second)}
        raise TimeTwice(zone=shown.zone, wall=_said(shown.wall), **moments, path=path)
    return second if shown.occurrence is Occurrence.SECOND else first


def time_of_day(text: str, path: Path) -> time:
    """Hours, minutes and perhaps seconds, as a clock shows them.

    Raises:
        TimeMalformed.
    """
    if not TIME.fullmatch(text):
        raise TimeMalformed(time=as_shown(text), path=path)
    return time.fromisoformat(text)


def known_zone(name: str, path: Path) -> ZoneInfo:
    """The rules of a time zone.

    Raises:
        UnknownTimeZone.
    """
    if name not in known_time_zones():
        raise UnknownTimeZone(zone=as_shown(name), path=path)
    return ZoneInfo(name)


@cache
def known_time_zones() -> frozenset[str]:
    """The names of the IANA list, as far as this machine knows them."""
    return frozenset(available_timezones())


def _said(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")
