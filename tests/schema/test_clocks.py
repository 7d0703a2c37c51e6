from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.clocks import (
    Occurrence,
    TimeMalformed,
    TimeSkipped,
    TimeTwice,
    UnknownTimeZone,
    WallTime,
    instant_of,
    known_time_zones,
    time_of_day,
)

HERE = ("input", "at")
ZONES = ["Europe/Lisbon", "America/New_York", "Asia/Amman", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"]


def wall(text: str, zone: str = "Europe/Lisbon", occurrence: Occurrence | None = None) -> WallTime:
    return WallTime(datetime.fromisoformat(text), zone, occurrence)


def test_a_time_is_that_of_the_zone_on_that_day() -> None:
    assert instant_of(wall("2026-01-15T07:00"), HERE) == datetime(2026, 1, 15, 7, tzinfo=UTC)
    assert instant_of(wall("2026-07-15T07:00"), HERE) == datetime(2026, 7, 15, 6, tzinfo=UTC)


def test_a_time_that_never_comes_is_refused_with_one_that_does() -> None:
    with pytest.raises(TimeSkipped) as refused:
        instant_of(wall("2026-03-29T01:30"), HERE)
    assert refused.value.details == {"zone": "Europe/Lisbon", "wall": "2026-03-29 01:30", "next": "2026-03-29 02:30"}


def test_a_whole_day_that_never_came_is_refused() -> None:
    with pytest.raises(TimeSkipped):
        instant_of(wall("2011-12-30T12:00", "Pacific/Apia"), HERE)


def test_a_time_that_comes_twice_needs_one_more_word() -> None:
    with pytest.raises(TimeTwice) as refused:
        instant_of(wall("2026-10-25T01:30"), HERE)
    assert (refused.value.details["first"], refused.value.details["second"]) == ("2026-10-25 00:30", "2026-10-25 01:30")
    first = instant_of(wall("2026-10-25T01:30", occurrence=Occurrence.FIRST), HERE)
    second = instant_of(wall("2026-10-25T01:30", occurrence=Occurrence.SECOND), HERE)
    assert second - first == timedelta(hours=1)


@pytest.mark.parametrize("zone", ["Lisbon", "../../etc/passwd", "", "Europe/lisbon", "UTC+1"])
def test_a_zone_is_one_of_the_list(zone: str) -> None:
    with pytest.raises(UnknownTimeZone):
        instant_of(wall("2026-01-15T07:00", zone), HERE)


def test_the_list_is_there() -> None:
    assert set(ZONES) <= known_time_zones()


@given(seconds=st.integers(800_000_000, 2_050_000_000), zone=st.sampled_from(ZONES))
def test_what_a_clock_shows_leads_back_to_the_moment(seconds: int, zone: str) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    shown = moment.astimezone(ZoneInfo(zone))
    occurrence = Occurrence.SECOND if shown.fold else Occurrence.FIRST
    assert instant_of(WallTime(shown.replace(tzinfo=None, fold=0), zone, occurrence), HERE) == moment


@pytest.mark.parametrize("text", ["7:00", "24:00", "07:60", "07", "07:00Z", "07:00:00.5", "a\0b", ""])
def test_a_time_of_day_is_what_a_clock_shows(text: str) -> None:
    assert time_of_day("07:05", HERE) == time(7, 5)
    assert time_of_day("23:59:58", HERE) == time(23, 59, 58)
    with pytest.raises(TimeMalformed):
        time_of_day(text, HERE)
