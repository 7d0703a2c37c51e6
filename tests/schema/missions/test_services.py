"""Adding missions to the network."""

from typing import Any

import pytest
from sqlalchemy import select

from schema.change import Change
from schema.clocks import UnknownTimeZone
from schema.context import Role
from schema.errors import NotAllowed, NotFound, Refusal
from schema.history.models import AuditEntry, Event
from schema.languages import UnknownLanguage
from schema.missions import services
from schema.missions.models import MissionKind
from schema.texts import TextMissing, TextTooLong, TextUnstorable
from tests.makers.accounts import Actors, as_actor, make_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission
from tests.makers.uuids import NOWHERE


async def test_a_mission_is_kept_in_canonical_form(change: Change) -> None:
    headquarters = await make_mission(change, kind=MissionKind.HEADQUARTERS, slug="halmere", host_country=None)
    mission = await make_mission(
        change,
        slug="embassy-2",
        name=" Embassy ",
        names={"PT": "Embaixada", "en": "something else"},
        parent_id=headquarters.id,
        host_country="pt",
        city=" Lisbon ",
        time_zones=["Europe/Lisbon", "Atlantic/Azores", "Europe/Lisbon"],
        languages=["EN", "iw", "en"],
    )
    assert mission.names == {"en": "Embassy", "pt": "Embaixada"}
    assert (mission.slug, mission.name, mission.city) == ("embassy-2", "Embassy", "Lisbon")
    assert (mission.parent_id, mission.host_country) == (headquarters.id, "PT")
    assert mission.languages == ["en", "he"]
    assert mission.time_zones == ["Europe/Lisbon", "Atlantic/Azores"]
    assert await services.find_mission(change.db, "embassy-2") is mission
    assert await services.find_mission(change.db, "nowhere") is None


async def test_adding_a_mission_is_one_row_and_one_event(change: Change) -> None:
    before = await row_counts(change.db)
    mission = await make_mission(change, slug="lisbon")
    added = await row_counts(change.db) - before
    assert added == {"missions": 1, "audit_entries": 1, "outbox_events": 1}
    assert await events(change) == ["mission.created"]
    audit = (await change.db.scalars(select(AuditEntry))).one()
    sent = (await change.db.scalars(select(Event))).one()
    assert (audit.mission_id, audit.subject_id, audit.details) == (mission.id, mission.id, {"slug": "lisbon"})
    assert (audit.actor_name, audit.account_id, audit.happened_at) == ("system", None, change.now)
    assert sent.payload == {"id": f"Mission:{mission.id}", "mission": f"Mission:{mission.id}", "slug": "lisbon"}


@pytest.mark.parametrize(
    ("refusal", "path", "over"),
    [
        (services.MissionSlugMalformed, "slug", {"slug": ""}),
        (services.MissionSlugMalformed, "slug", {"slug": "Lisbon"}),
        (services.MissionSlugMalformed, "slug", {"slug": "lis--bon"}),
        (services.MissionSlugMalformed, "slug", {"slug": "-lisbon"}),
        (services.MissionSlugMalformed, "slug", {"slug": "lisboa\n"}),
        (services.MissionSlugMalformed, "slug", {"slug": "são-paulo"}),
        (services.MissionSlugMalformed, "slug", {"slug": "x" * 64}),
        (services.MissionSlugMalformed, "slug", {"slug": "019aabcd-0123-7abc-8def-0123456789ab"}),
        (services.MissionSlugTaken, "slug", {"slug": "taken"}),
        (UnknownTimeZone, "timeZones", {"time_zones": ["Europe/Lisbon", "Lisbon"]}),
        (UnknownTimeZone, "timeZones", {"time_zones": ["../../etc/passwd"]}),
        (services.TimeZoneMissing, "timeZones", {"time_zones": []}),
        (services.TimeZoneMissing, "timeZones", {"time_zones": ["UTC"] * 21}),
        (services.LanguageMissing, "languages", {"languages": []}),
        (UnknownLanguage, "languages", {"languages": ["en", "english"]}),
        (UnknownLanguage, "names", {"names": {"??": "x"}}),
        (services.UnknownCountry, "hostCountry", {"host_country": "PRT"}),
        (services.UnknownCountry, "hostCountry", {"host_country": "é1"}),
        (TextMissing, "name", {"name": " "}),
        (TextTooLong, "name", {"name": "x" * 201}),
        (TextTooLong, "city", {"city": "x" * 101}),
        (TextUnstorable, "name", {"name": "\ud800"}),
        (TextUnstorable, "city", {"city": "\x00"}),
        (NotFound, "parent", {"parent_id": NOWHERE}),
    ],
)
async def test_what_a_mission_cannot_be(
    change: Change, refusal: type[Refusal], path: str, over: dict[str, Any]
) -> None:
    await make_mission(change, slug="taken")
    async with refused(change, refusal) as caught:
        await make_mission(change, **over)
    assert caught.value.path[1] == path


async def test_nothing_stands_above_a_headquarters(change: Change) -> None:
    parent = await make_mission(change)
    async with refused(change, services.HeadquartersHasNoParent):
        await make_mission(change, kind=MissionKind.HEADQUARTERS, parent_id=parent.id)


async def test_only_administrators_above_it_add_a_mission(change: Change, actors: Actors) -> None:
    for actor in (actors.visitor, actors.reader, actors.author, actors.editor):
        async with refused(change, NotAllowed):
            await make_mission(as_actor(change, actor), parent_id=actors.mission.id)
    async with refused(change, NotAllowed):
        await make_mission(as_actor(change, actors.administrator))
    other = await make_mission(change)
    async with refused(change, NotAllowed):
        await make_mission(as_actor(change, actors.administrator), parent_id=other.id)
    assert await make_mission(as_actor(change, actors.administrator), parent_id=actors.mission.id)


async def test_a_token_without_the_scope_to_write_writes_nothing(change: Change, actors: Actors) -> None:
    reading = await make_actor(change, Role.ADMINISTRATOR, actors.mission, scopes=["read"])
    async with refused(change, NotAllowed):
        await make_mission(as_actor(change, reading), parent_id=actors.mission.id)


async def test_a_mission_knows_all_above_it(change: Change) -> None:
    ministry = await make_mission(change, kind=MissionKind.HEADQUARTERS)
    embassy = await make_mission(change, parent_id=ministry.id)
    consulate = await make_mission(change, parent_id=embassy.id)
    assert ministry.lineage == [ministry.id]
    assert consulate.lineage == [consulate.id, embassy.id, ministry.id]
