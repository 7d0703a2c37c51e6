"""Topics and tags."""

from typing import Any

import pytest

from schema.change import Change
from schema.errors import NotAllowed, NotFound, Refusal
from schema.languages import UnknownLanguage
from schema.texts import TextMissing, TextTooLong, TextUnstorable
from schema.topics import services
from tests.makers.accounts import Actors, as_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.topics import make_topic
from tests.makers.uuids import NOWHERE


async def test_a_topic_is_one_row_and_one_event(change: Change) -> None:
    before = await row_counts(change.db)
    topic = await make_topic(change, slug="visas", name=" Visas ", names={"PT": "Vistos"})
    assert await row_counts(change.db) - before == {"topics": 1, "audit_entries": 1, "outbox_events": 1}
    assert await events(change) == ["topic.created"]
    assert (topic.slug, topic.name, topic.names, topic.parent_id) == ("visas", "Visas", {"pt": "Vistos"}, None)
    assert (await make_topic(change, slug="student-visas", parent_id=topic.id)).parent_id == topic.id
    assert await services.find_topic(change.db, "visas") is topic


@pytest.mark.parametrize(
    ("refusal", "over"),
    [
        (services.TopicSlugTaken, {"slug": "taken"}),
        (services.TopicSlugMalformed, {"slug": ""}),
        (services.TopicSlugMalformed, {"slug": "A b"}),
        (services.TopicSlugMalformed, {"slug": "\ud800"}),
        (TextMissing, {"name": ""}),
        (TextTooLong, {"name": "x" * 201}),
        (TextUnstorable, {"name": "\x00"}),
        (UnknownLanguage, {"names": {"x": "x"}}),
        (NotFound, {"parent_id": NOWHERE}),
    ],
)
async def test_what_a_topic_cannot_be(change: Change, refusal: type[Refusal], over: dict[str, Any]) -> None:
    await make_topic(change, slug="taken")
    async with refused(change, refusal):
        await make_topic(change, **{"slug": "free"} | over)


async def test_a_path_of_names_is_made_once(change: Change) -> None:
    practice = await services.ensure_topic(change, ["Digital diplomacy", " Practice "], locale="en")
    before = await row_counts(change.db)
    assert await services.ensure_topic(change, ["DIGITAL Diplomacy", "practice"], locale="en") is practice
    assert await row_counts(change.db) == before
    assert (practice.slug, practice.names) == ("practice", {"en": "Practice"})
    parent = await services.find_topic(change.db, "digital-diplomacy")
    assert parent is not None
    assert practice.parent_id == parent.id
    assert await events(change) == ["topic.created", "topic.created"]


async def test_a_level_is_known_by_its_name_in_any_language(change: Change) -> None:
    topic = await make_topic(change, slug="visas", name="Visas", names={"pt": "Vistos", "ar": "تأشيرات"})
    assert await services.ensure_topic(change, ["vistos"], locale="pt") is topic
    assert await services.ensure_topic(change, ["تأشيرات"], locale="ar") is topic


async def test_the_same_name_under_another_topic_is_another_topic(change: Change) -> None:
    first = await services.ensure_topic(change, ["Consular", "News"], locale="en")
    second = await services.ensure_topic(change, ["Culture", "News"], locale="en")
    third = await services.ensure_topic(change, ["News"], locale="en")
    assert [first.slug, second.slug, third.slug] == ["news", "news-2", "news-3"]
    assert await services.ensure_topic(change, ["Culture", "News"], locale="en") is second


@pytest.mark.parametrize(("name", "slug"), [("İşler", "işler"), ("اقتصاد", "اقتصاد"), ("!!!", "topic")])
async def test_topics_in_any_script_have_an_address(change: Change, name: str, slug: str) -> None:
    assert (await services.ensure_topic(change, [name], locale="tr")).slug == slug


@pytest.mark.parametrize(
    ("refusal", "names", "locale"),
    [
        (services.TopicLevels, [], "en"),
        (services.TopicLevels, ["x"] * 9, "en"),
        (TextMissing, ["a", ""], "en"),
        (TextTooLong, ["x" * 201], "en"),
        (TextUnstorable, ["a", "b\x00"], "en"),
        (UnknownLanguage, ["a"], "english"),
    ],
)
async def test_a_path_that_cannot_be(change: Change, refusal: type[Refusal], names: list[str], locale: str) -> None:
    async with refused(change, refusal):
        await services.ensure_topic(change, names, locale=locale)


async def test_editors_of_any_mission_add_topics(change: Change, actors: Actors) -> None:
    for actor in (actors.visitor, actors.reader, actors.author):
        async with refused(change, NotAllowed):
            await make_topic(as_actor(change, actor))
        async with refused(change, NotAllowed):
            await services.ensure_topic(as_actor(change, actor), ["a"], locale="en")
    assert await make_topic(as_actor(change, actors.editor))


async def test_a_tag_is_made_once_whatever_its_case(change: Change) -> None:
    tag = await services.ensure_tag(change, "#Open Data")
    assert (tag.name, tag.slug) == ("Open Data", "open-data")
    assert await services.ensure_tag(change, "open data") is tag
    assert await services.find_tag(change.db, "open-data") is tag
    assert (await services.ensure_tag(change, "C++")).slug == "c"
    assert (await services.ensure_tag(change, "🎉")).slug == "🎉"


async def test_authors_of_any_mission_add_tags(change: Change, actors: Actors) -> None:
    for actor in (actors.visitor, actors.reader):
        async with refused(change, NotAllowed):
            await services.ensure_tag(as_actor(change, actor), "visas")
    assert await services.ensure_tag(as_actor(change, actors.author), "visas")


@pytest.mark.parametrize(("refusal", "name"), [(TextMissing, "#"), (TextTooLong, "x" * 101), (TextUnstorable, "x\x00")])
async def test_what_a_tag_cannot_be(change: Change, refusal: type[Refusal], name: str) -> None:
    async with refused(change, refusal):
        await services.ensure_tag(change, name)
