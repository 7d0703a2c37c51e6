"""Addresses from elsewhere that lead to a text."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from schema.change import Change
from schema.errors import NotAllowed, NotFound
from schema.history.models import AuditEntry
from schema.missions.models import Mission
from schema.posts import services
from schema.posts.models import Address, NoticeKind, Translation
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


async def slugs(change: Change, text: Translation) -> dict[str, bool]:
    here = select(Address.path, Address.is_current).where(Address.translation_id == text.id)
    return {path: is_current for path, is_current in await change.db.execute(here)}


async def public_text(change: Change, mission: Mission) -> Translation:
    return await services.get_translation(change, await make_post(change, mission, publish=True), None)


async def test_the_old_slug_of_a_public_text_leads_to_it_for_ever(change: Change, actors: Actors) -> None:
    text = await public_text(change, actors.mission)
    before = await row_counts(change.db)
    changed = {"post_id": text.post_id, "slug": "The  Visit!"}
    assert await services.change_slug(as_actor(change, actors.editor), **changed) is text
    assert await row_counts(change.db) - before == {"addresses": 1, "audit_entries": 1, "outbox_events": 1}
    assert (text.slug, await slugs(change, text)) == (
        "the-visit",
        {"statement-on-the-visit": False, "the-visit": True},
    )
    entry = (await change.db.scalars(select(AuditEntry).where(AuditEntry.event == "post.slug_changed"))).one()
    assert entry.details == {"locale": "en", "slug": "the-visit", "before": "statement-on-the-visit"}
    await services.change_slug(change, post_id=text.post_id, slug="statement-on-the-visit")
    assert await slugs(change, text) == {"statement-on-the-visit": True, "the-visit": False}
    before = await row_counts(change.db)
    await services.change_slug(change, post_id=text.post_id, slug="statement-on-the-visit")
    assert await row_counts(change.db) == before


async def test_a_slug_nobody_has_seen_is_given_up(change: Change) -> None:
    text = await make_text(change)
    await services.change_slug(change, post_id=text.post_id, slug="visit")
    assert await slugs(change, text) == {"visit": True}


async def test_a_slug_of_another_text_is_refused_by_name(change: Change, actors: Actors) -> None:
    one, two = await public_text(change, actors.mission), await public_text(change, actors.mission)
    await services.change_slug(change, post_id=one.post_id, slug="visit")
    for slug in ("visit", "statement-on-the-visit"):
        async with refused(change, services.AddressTaken, address=slug, holder="Statement on the visit") as caught:
            await services.change_slug(change, post_id=two.post_id, slug=slug)
        assert caught.value.path == ("input", "slug")
    elsewhere = await public_text(change, await make_mission(change))
    assert (await services.change_slug(change, post_id=elsewhere.post_id, slug="visit")).slug == "visit"


async def test_a_withdrawn_text_moves_too_and_holds_its_addresses(change: Change, actors: Actors) -> None:
    one, two = await public_text(change, actors.mission), await public_text(change, actors.mission)
    await services.withdraw_post(change, post_id=one.post_id, kind=NoticeKind.WITHDRAWN, reason="Wrong.")
    await services.change_slug(change, post_id=one.post_id, slug="gone")
    async with refused(change, services.AddressTaken, holder="gone"):
        await services.change_slug(change, post_id=two.post_id, slug="statement-on-the-visit")


async def test_what_a_slug_cannot_be(change: Change, actors: Actors) -> None:
    text = await public_text(change, actors.mission)
    for slug, refusal in (("", services.SlugUnusable), ("!?", services.SlugUnusable), ("a\x00", TextUnstorable)):
        async with refused(change, refusal) as caught:
            await services.change_slug(change, post_id=text.post_id, slug=slug)
        assert caught.value.path == ("input", "slug")


async def test_authors_move_drafts_and_editors_what_was_public(change: Change, actors: Actors) -> None:
    post = await make_post(as_actor(change, actors.author), actors.mission)
    await services.change_slug(as_actor(change, actors.author), post_id=post.id, slug="mine")
    await services.publish_post(change, post_id=post.id)
    for actor in (actors.reader, actors.author, actors.visitor):
        async with refused(change, NotAllowed):
            await services.change_slug(as_actor(change, actor), post_id=post.id, slug="ours")
    await services.change_slug(as_actor(change, actors.editor), post_id=post.id, slug="ours")


async def test_moving_a_draft_does_not_show_on_a_live_post(change: Change, actors: Actors) -> None:
    text = await public_text(change, actors.mission)
    post = await services.get_post(change, text.post_id)
    await services.add_translation(change, post_id=post.id, locale="fr", title="La visite")
    later = replace(change, now=change.now + timedelta(hours=1))
    await services.change_slug(later, post_id=post.id, locale="fr", slug="visite")
    assert post.updated_at == change.now
    await services.change_slug(later, post_id=post.id, slug="visit")
    assert post.updated_at == later.now
