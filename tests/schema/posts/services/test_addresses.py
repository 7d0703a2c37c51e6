"""Addresses from elsewhere that lead to a text."""

import pytest

from schema.change import Change
from schema.errors import NotAllowed, NotFound
from schema.posts import services
from schema.posts.models import Translation
from schema.texts import TextUnstorable
from tests.makers.accounts import Actors, as_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission
from tests.makers.posts import make_post
from tests.makers.uuids import NOWHERE


async def make_text(change: Change) -> Translation:
    return await services.get_translation(change, await make_post(change, await make_mission(change)), None)


@pytest.mark.parametrize("path", ["/", "/2014/05/the-visit.html", "/?p=123", "/زيارة", "/" + "x" * 499])
async def test_an_old_address_is_one_row_and_one_event(change: Change, path: str) -> None:
    text = await make_text(change)
    before = await row_counts(change.db)
    address = await services.add_redirect(change, translation_id=text.id, path=path)
    assert await row_counts(change.db) - before == {"addresses": 1, "audit_entries": 1, "outbox_events": 1}
    assert (await events(change))[-1] == "post.redirected"
    assert (address.path, address.is_current, address.translation_id) == (path, False, text.id)
    assert await services.add_redirect(change, translation_id=text.id, path=path) is address
    assert (await events(change)).count("post.redirected") == 1


@pytest.mark.parametrize(
    "path", ["", "visit", "//example.org/x", "https://example.org/x", "/a b", "/a#b", "/a\\b", "/a\n", "/" + "x" * 500]
)
async def test_what_an_address_cannot_be(change: Change, path: str) -> None:
    text = await make_text(change)
    async with refused(change, services.AddressMalformed) as caught:
        await services.add_redirect(change, translation_id=text.id, path=path)
    assert caught.value.path == ("input", "path")
    assert caught.value.message.isprintable()


async def test_an_address_leads_to_one_text(change: Change) -> None:
    mission = await make_mission(change)
    texts = [await services.get_translation(change, await make_post(change, mission), None) for _ in range(2)]
    await services.add_redirect(change, translation_id=texts[0].id, path="/old")
    async with refused(change, services.AddressTaken, address="/old"):
        await services.add_redirect(change, translation_id=texts[1].id, path="/old")
    elsewhere = await make_text(change)
    assert await services.add_redirect(change, translation_id=elsewhere.id, path="/old")


async def test_addresses_are_checked_like_all_text(change: Change) -> None:
    text = await make_text(change)
    async with refused(change, TextUnstorable):
        await services.add_redirect(change, translation_id=text.id, path="/\x00")
    async with refused(change, NotFound, noun="text"):
        await services.add_redirect(change, translation_id=NOWHERE, path="/old")


async def test_who_writes_a_post_adds_its_addresses(change: Change, actors: Actors) -> None:
    text = await services.get_translation(change, await make_post(change, actors.mission), None)
    async with refused(change, NotFound, noun="text"):
        await services.add_redirect(as_actor(change, actors.visitor), translation_id=text.id, path="/old")
    async with refused(change, NotAllowed):
        await services.add_redirect(as_actor(change, actors.author), translation_id=text.id, path="/old")
    assert await services.add_redirect(as_actor(change, actors.editor), translation_id=text.id, path="/old")
