"""Whose names stand over a post."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select

from schema.change import Change
from schema.errors import NotAllowed, NotFound
from schema.history.models import AuditEntry
from schema.people.models import Person
from schema.posts import services
from schema.posts.models import Byline, BylineRole, Post
from schema.posts.services import BylineDraft
from schema.sources import encode_id
from tests.makers.accounts import Actors, as_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission
from tests.makers.people import make_appointment, make_person
from tests.makers.posts import make_post
from tests.makers.uuids import NOWHERE


async def set_names(change: Change, post: Post, *drafts: BylineDraft) -> list[Byline]:
    await services.set_bylines(change, post_id=post.id, bylines=drafts)
    return list(await change.db.scalars(select(Byline).where(Byline.post_id == post.id).order_by(Byline.position)))


def by(person: Person, role: BylineRole = BylineRole.AUTHOR, *, is_personal: bool = False) -> BylineDraft:
    return BylineDraft(person_id=person.id, role=role, is_personal=is_personal)


async def test_names_are_replaced_in_order(change: Change) -> None:
    mission, person = await make_mission(change), await make_person(change)
    post = await make_post(change, mission)
    before = await row_counts(change.db)
    await set_names(change, post, by(person), by(person, BylineRole.PHOTOGRAPHER), BylineDraft(mission_id=mission.id))
    assert await row_counts(change.db) - before == {"bylines": 3, "audit_entries": 1, "outbox_events": 1}
    assert (await events(change))[-1] == "post.bylines_set"
    kept = await set_names(change, post, BylineDraft(mission_id=mission.id), by(person))
    assert [(byline.position, byline.mission_id, byline.person_id) for byline in kept] == [
        (1, mission.id, None),
        (2, None, person.id),
    ]
    assert await set_names(change, post) == []
    audits = await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.bylines_set"))
    assert [audit.details["bylines"] for audit in audits][1] == [
        {"of": encode_id("Mission", mission.id), "role": "author"},
        {"of": encode_id("Person", person.id), "role": "author"},
    ]


async def test_who_stays_keeps_the_office_and_who_is_new_has_the_one_held_now(change: Change) -> None:
    mission, first, second = await make_mission(change), await make_person(change), await make_person(change)
    await make_appointment(change, first, mission, office="Consul", ends_on=date(2026, 3, 31))
    await make_appointment(change, first, mission, office="Ambassador", starts_on=date(2026, 4, 1))
    await make_appointment(change, second, mission, office="Press officer", starts_on=date(2026, 4, 1))
    post = await make_post(change, mission)
    await set_names(change, post, by(first))
    await services.publish_post(change, post_id=post.id)
    later = replace(change, now=change.now + timedelta(days=60))
    kept = await set_names(later, post, by(second), by(first, BylineRole.CONTRIBUTOR))
    assert [byline.office for byline in kept] == ["Press officer", "Consul"]
    assert kept[1].offices == {"en": "Consul"}
    await services.unpublish_post(later, post_id=post.id, reason="x")
    assert [byline.office for byline in await set_names(later, post, by(first))] == ["Consul"]


async def test_who_held_no_office_then_has_none_later(change: Change) -> None:
    mission, person = await make_mission(change), await make_person(change)
    await make_appointment(change, person, mission, starts_on=date(2026, 4, 1))
    post = await make_post(change, mission)
    await set_names(change, post, by(person))
    await services.publish_post(change, post_id=post.id)
    later = replace(change, now=change.now + timedelta(days=60))
    assert [byline.office for byline in await set_names(later, post, by(person))] == [None]


async def test_a_personal_byline_shows_no_office(change: Change) -> None:
    mission, person = await make_mission(change), await make_person(change)
    await make_appointment(change, person, mission, office="Consul")
    post = await make_post(change, mission)
    await set_names(change, post, by(person))
    await services.publish_post(change, post_id=post.id)
    personal = await set_names(change, post, by(person, is_personal=True))
    assert [(byline.office, byline.offices, byline.is_personal) for byline in personal] == [(None, {}, True)]
    assert [byline.office for byline in await set_names(change, post, by(person))] == ["Consul"]


async def test_what_a_byline_cannot_be(change: Change) -> None:
    mission, person = await make_mission(change), await make_person(change)
    post = await make_post(change, mission)
    await set_names(change, post, by(person))
    both = BylineDraft(person_id=person.id, mission_id=mission.id)
    for unclear in (BylineDraft(), both):
        async with refused(change, services.BylineUnclear) as caught:
            await set_names(change, post, by(person), unclear)
        assert caught.value.path == ("input", "bylines", 1)
    async with refused(change, services.BylineTwice):
        await set_names(change, post, by(person), by(person))
    async with refused(change, services.TooManyBylines, count=51):
        await set_names(change, post, *[by(person)] * 51)
    for index, unknown in enumerate((BylineDraft(person_id=NOWHERE), BylineDraft(mission_id=NOWHERE))):
        async with refused(change, NotFound, noun=("person", "mission")[index]) as caught:
            await set_names(change, post, by(person), unknown)
        assert caught.value.path == ("input", "bylines", 1, ("person", "mission")[index])
    swapped = BylineDraft(mission_id=person.id)
    async with refused(change, NotFound, noun="mission"):
        await set_names(change, post, swapped)


async def test_who_writes_a_post_sets_its_names(change: Change, actors: Actors) -> None:
    theirs = await make_post(as_actor(change, actors.author), actors.mission)
    other = await make_post(change, actors.mission, publish=True)
    person = await make_person(change)
    async with refused(change, NotFound):
        await set_names(as_actor(change, actors.visitor), theirs, by(person))
    for actor in (actors.visitor, actors.reader, actors.author):
        async with refused(change, NotAllowed):
            await set_names(as_actor(change, actor), other, by(person))
    assert await set_names(as_actor(change, actors.author), theirs, by(person))
    assert await set_names(as_actor(change, actors.editor), other, by(person))
