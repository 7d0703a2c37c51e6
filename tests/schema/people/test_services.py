"""People, and the offices they hold."""

from datetime import date
from typing import Any

import pytest

from schema.change import Change
from schema.context import Role
from schema.errors import NotAllowed, NotFound, Refusal
from schema.languages import UnknownLanguage
from schema.people import services
from schema.texts import TextMissing, TextTooLong, TextUnstorable
from tests.makers.accounts import Actors, as_actor, make_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission
from tests.makers.people import make_appointment, make_person
from tests.makers.uuids import NOWHERE

DAY = date(2026, 3, 10)


async def test_adding_a_person_is_one_row_and_one_event(change: Change) -> None:
    before = await row_counts(change.db)
    person = await make_person(change, name=" Adaeze  Okafor ", names={"AR": "أداييز أوكافور"})
    assert await row_counts(change.db) - before == {"people": 1, "audit_entries": 1, "outbox_events": 1}
    assert await events(change) == ["person.created"]
    assert (person.name, person.slug) == ("Adaeze Okafor", "adaeze-okafor")
    assert person.names == {"ar": "أداييز أوكافور"}
    assert await services.find_person(change.db, "adaeze-okafor") is person


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Adaeze Okafor", "adaeze-okafor"), ("أحمد", "أحمد"), ("Ὀδυσσεύς", "ὀδυσσεύς"), ("☭", "person")],
)
async def test_a_slug_is_made_from_the_name_and_made_unique(change: Change, name: str, slug: str) -> None:
    made = [(await make_person(change, name=name)).slug for _ in range(3)]
    assert made == [slug, f"{slug}-2", f"{slug}-3"]


async def test_a_slug_that_was_asked_for_is_not_changed(change: Change) -> None:
    assert (await make_person(change, slug="aokafor")).slug == "aokafor"
    async with refused(change, services.PersonSlugTaken, slug="aokafor"):
        await make_person(change, slug="aokafor")


@pytest.mark.parametrize(
    ("refusal", "over"),
    [
        (services.PersonSlugMalformed, {"slug": ""}),
        (services.PersonSlugMalformed, {"slug": "A B"}),
        (services.PersonSlugMalformed, {"slug": "x" * 81}),
        (services.PersonSlugMalformed, {"slug": "a\x00"}),
        (TextMissing, {"name": "\u200b"}),
        (TextTooLong, {"name": "x" * 201}),
        (TextUnstorable, {"name": "a\x00"}),
        (TextUnstorable, {"names": {"fr": "a\ud800"}}),
        (UnknownLanguage, {"names": {"french": "a"}}),
    ],
)
async def test_what_a_person_cannot_be(change: Change, refusal: type[Refusal], over: dict[str, Any]) -> None:
    async with refused(change, refusal):
        await make_person(change, **over)


async def test_editors_add_people_for_their_mission(change: Change, actors: Actors) -> None:
    for actor in (actors.visitor, actors.reader, actors.author):
        async with refused(change, NotAllowed):
            await make_person(as_actor(change, actor))
        async with refused(change, NotAllowed):
            await make_person(as_actor(change, actor), mission_id=actors.mission.id)
    async with refused(change, NotAllowed):
        await make_person(as_actor(change, actors.editor))
    assert await make_person(as_actor(change, actors.editor), mission_id=actors.mission.id)
    other = await make_mission(change)
    async with refused(change, NotAllowed):
        await make_person(as_actor(change, actors.editor), mission_id=other.id)


async def test_an_appointment_is_one_row_and_one_event(change: Change) -> None:
    mission, person = await make_mission(change, languages=["pt", "en"]), await make_person(change)
    before = await row_counts(change.db)
    held = await make_appointment(change, person, mission, office=" Embaixadora ", offices={"en": "Ambassador"})
    assert await row_counts(change.db) - before == {"appointments": 1, "audit_entries": 1, "outbox_events": 1}
    assert (await events(change))[-1] == "person.appointed"
    assert held.office == "Embaixadora"
    assert held.offices == {"pt": "Embaixadora", "en": "Ambassador"}
    assert held.is_ad_interim is False


@pytest.mark.parametrize(
    ("refusal", "over"),
    [
        (services.AppointmentEndsBeforeItStarts, {"starts_on": DAY, "ends_on": date(2026, 3, 9)}),
        (TextMissing, {"office": ""}),
        (TextTooLong, {"office": "x" * 201}),
        (TextUnstorable, {"office": "\x00"}),
        (UnknownLanguage, {"offices": {"": "x"}}),
        (NotFound, {"person_id": NOWHERE}),
        (NotFound, {"mission_id": NOWHERE}),
    ],
)
async def test_what_an_appointment_cannot_be(change: Change, refusal: type[Refusal], over: dict[str, Any]) -> None:
    keys = {"person_id": (await make_person(change)).id, "mission_id": (await make_mission(change)).id}
    values: dict[str, Any] = {"office": "Ambassador", "starts_on": DAY}
    async with refused(change, refusal):
        await services.appoint(change, **keys | values | over)


async def test_only_administrators_of_the_mission_appoint(change: Change, actors: Actors) -> None:
    person, other = await make_person(change), await make_mission(change)
    for actor in (actors.visitor, actors.reader, actors.author, actors.editor):
        async with refused(change, NotAllowed):
            await make_appointment(as_actor(change, actor), person, actors.mission)
    async with refused(change, NotAllowed):
        await make_appointment(as_actor(change, actors.administrator), person, other)
    reading = await make_actor(change, Role.ADMINISTRATOR, actors.mission, scopes=["read", "introspect"])
    async with refused(change, NotAllowed):
        await make_appointment(as_actor(change, reading), person, actors.mission)
    assert await make_appointment(as_actor(change, actors.administrator), person, actors.mission)


async def test_the_first_and_the_last_day_are_in_office(change: Change) -> None:
    mission, person = await make_mission(change), await make_person(change)
    held = await make_appointment(change, person, mission, starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 31))

    async def office_on(day: date) -> object:
        return (await services.offices_on(change, [person.id], mission.id, day)).get(person.id)

    assert await office_on(date(2026, 2, 28)) is None
    assert await office_on(date(2026, 3, 1)) is held
    assert await office_on(date(2026, 3, 31)) is held
    assert await office_on(date(2026, 4, 1)) is None


async def test_an_office_here_counts_before_one_elsewhere_and_a_holder_before_ad_interim(change: Change) -> None:
    here, there, person = await make_mission(change), await make_mission(change), await make_person(change)
    await make_appointment(change, person, there, office="Ambassador there")
    await make_appointment(change, person, here, office="Chargé d'affaires", is_ad_interim=True)
    assert await _office(change, person.id, here.id) == "Chargé d'affaires"
    await make_appointment(change, person, here, office="Consul", starts_on=date(2025, 1, 1))
    assert await _office(change, person.id, here.id) == "Consul"
    await make_appointment(change, person, here, office="Consul General", starts_on=date(2026, 2, 1))
    assert await _office(change, person.id, here.id) == "Consul General"
    assert await _office(change, person.id, there.id) == "Ambassador there"
    assert await _office(change, person.id, None) == "Consul General"


async def test_the_offices_of_many_are_found_with_one_statement(change: Change, statements: list[str]) -> None:
    mission = await make_mission(change)
    people = [await make_person(change) for _ in range(3)]
    for person in people[:2]:
        await make_appointment(change, person, mission)
    statements.clear()
    found = await services.offices_on(change, [person.id for person in people], mission.id, DAY)
    assert found.keys() == {person.id for person in people[:2]}
    assert len(statements) == 1


async def _office(change: Change, person_id: Any, mission_id: Any) -> str:
    return (await services.offices_on(change, [person_id], mission_id, DAY))[person_id].office
