"""What is made from a text on its way into its rows."""

from typing import Any

import pytest
from sqlalchemy import func, select

from schema.change import Change
from schema.posts import services
from schema.posts.body import BodyInvalid
from schema.posts.models import AlternativeChoice, Placement, Post, Revision, Translation
from schema.posts.services import BodyInput
from schema.texts import TextTooLong, TextUnstorable
from tests.makers.history import refused
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.posts import body, document, make_post, paragraph, photo_block


async def test_everything_is_made_from_the_body(change: Change) -> None:
    mission = await make_mission(change)
    photo = await make_photo(change, mission, storage_key="ab/cd.jpg")
    shown = photo_block(photo, "Médéa", credit="R. Silva", alternative="described", alternativeText="A quay.")
    post = await make_post(change, mission, title="Vis\u0069te", body=document(paragraph("Café fin."), shown))
    text = await services.get_translation(change, post, None)
    assert (text.title, text.summary, text.plain_text) == ("Visite", "What was agreed.", "Café fin.\n\nMédéa")
    assert (text.word_count, text.direction, text.locale) == (3, "ltr", "en")
    assert text.html.startswith('<div lang="en" dir="ltr"><p data-block="')
    assert 'src="/media/ab/cd.jpg" width="1200" height="800" alt="A quay."' in text.html
    assert [block["kind"] for block in text.blocks] == ["paragraph", "photo"]
    assert text.search_text == "Visite\nWhat was agreed.\nCafe fin.\n\nMedea"
    placement = (await change.db.scalars(select(Placement))).one()
    assert (placement.photo_id, placement.block_id, placement.position) == (photo.id, text.blocks[1]["id"], 1)
    assert (placement.caption_text, placement.caption_html, placement.credit) == ("Médéa", "Médéa", "R. Silva")
    assert (placement.alternative, placement.alternative_text) == (AlternativeChoice.DESCRIBED, "A quay.")


async def test_a_text_from_right_to_left_is_searched_in_its_language(change: Change) -> None:
    post = await make_post(change, await make_mission(change), locale="ar", title="بيان", body=body("اجتمع الوزراء."))
    text = await services.get_translation(change, post, "AR")
    assert text.direction == "rtl"
    assert await change.db.scalar(select(func.text(Translation.search_configuration))) == "arabic"
    assert '<div lang="ar" dir="rtl">' in text.html


async def test_a_post_may_begin_with_nothing(change: Change) -> None:
    post = await make_post(change, await make_mission(change), title="", summary="", body=None)
    text = await services.get_translation(change, post, None)
    assert (text.title, text.summary, text.plain_text, text.word_count) == ("", "", "", 0)


@pytest.mark.parametrize("form", ["markdown", "html"])
async def test_a_body_may_come_as_markdown_or_html(change: Change, form: str) -> None:
    mission = await make_mission(change)
    photo = await make_photo(change, mission)
    sent = {
        "markdown": f"**One**\n\n![A quay](Photo:{photo.id})",
        "html": f'<p><strong>One</strong></p><img src="Photo:{photo.id}" alt="A quay">',
    }
    post = await make_post(change, mission, body=BodyInput(**{form: sent[form]}))
    text = await services.get_translation(change, post, None)
    assert text.plain_text == "One"
    assert "<strong>One</strong>" in text.html
    assert (await change.db.scalars(select(Placement.alternative_text))).one() == "A quay"


@pytest.mark.parametrize(
    ("given", "path"),
    [
        (BodyInput(markdown="![x](https://example.org/x.jpg)"), ("input", "body", "markdown")),
        (BodyInput(html="<p>one</p><img src='x.jpg'>"), ("input", "body", "html")),
    ],
)
async def test_what_cannot_be_kept_is_refused(change: Change, given: BodyInput, path: tuple[str, ...]) -> None:
    mission = await make_mission(change)
    async with refused(change, services.BodyNotKept) as caught:
        await make_post(change, mission, body=given)
    assert caught.value.path == path
    assert "not in the library" in caught.value.message


@pytest.mark.parametrize("given", [BodyInput(), BodyInput(markdown="a", html="b"), BodyInput(json={}, html="")])
async def test_a_body_has_exactly_one_form(change: Change, given: BodyInput) -> None:
    mission = await make_mission(change)
    async with refused(change, services.BodyAmbiguous):
        await make_post(change, mission, body=given)


async def test_a_wrong_block_is_pointed_at_in_the_input(change: Change) -> None:
    mission = await make_mission(change)
    async with refused(change, BodyInvalid) as caught:
        await make_post(change, mission, body=document(paragraph("one"), {"type": "script"}))
    assert caught.value.path[:5] == ("input", "body", "json", "content", 1)
    async with refused(change, BodyInvalid):
        await make_post(change, mission, body=body("\x00"))


async def test_a_photo_of_another_mission_is_refused(change: Change) -> None:
    mission, other = await make_mission(change), await make_mission(change)
    photo = await make_photo(change, other)
    async with refused(change, services.PhotoOfAnotherMission, block="k1"):
        await make_post(change, mission, body=document(photo_block(photo, id="k1")))


@pytest.mark.parametrize(
    ("field", "limit"),
    [("title", 300), ("summary", 1_000)],
)
async def test_title_and_summary_have_limits(change: Change, field: str, limit: int) -> None:
    mission = await make_mission(change)

    async def make(value: str) -> Post:
        over: dict[str, Any] = {field: value}
        return await make_post(change, mission, **over)

    assert await make("x" * limit)
    async with refused(change, TextTooLong, limit=limit) as caught:
        await make("x" * (limit + 1))
    assert caught.value.path == ("input", field)
    for character in ("\x00", "\ud800"):
        async with refused(change, TextUnstorable):
            await make(character)


@pytest.mark.parametrize("word", ["{:x} ", "a.b{:x}/c ", "a-{:x} ", "é{:x} ", "字{:x} "])
async def test_a_very_long_text_is_stored_though_not_searched_to_its_end(change: Change, word: str) -> None:
    words = "".join(map(word.format, range(150_000)))[:900_000]
    post = await make_post(change, await make_mission(change), title=words[:300], body=body(words))
    text = await services.get_translation(change, post, None)
    assert text.plain_text == words
    assert len(text.search_text.encode()) <= 200_000


async def test_a_revision_holds_the_whole_text(change: Change) -> None:
    post = await make_post(change, await make_mission(change))
    text = await services.get_translation(change, post, None)
    revision = (await change.db.scalars(select(Revision))).one()
    assert (revision.number, revision.base_number, revision.is_side_draft) == (1, None, False)
    assert (revision.event, revision.actor_name, revision.account_id) == ("post.created", "system", None)
    assert (revision.title, revision.summary, revision.body) == (text.title, text.summary, text.body)
    assert (revision.html, revision.plain_text) == (text.html, text.plain_text)
