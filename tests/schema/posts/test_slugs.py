"""How slugs are made, and kept unique among all addresses of a mission."""

from itertools import islice

import pytest
from sqlalchemy import select

from schema.change import Change
from schema.kinds import PostKind
from schema.missions.models import Mission
from schema.posts import services
from schema.posts.models import Address, Post, Translation
from schema.posts.slugs import candidates
from tests.makers.missions import make_mission
from tests.makers.posts import make_post


async def slug_of(change: Change, post: Post) -> str:
    return (await services.get_translation(change, post, None)).slug


async def make_slug(change: Change, mission: Mission, title: str, locale: str = "en", slug: str | None = None) -> str:
    return await slug_of(change, await make_post(change, mission, title=title, locale=locale, slug=slug))


@pytest.mark.parametrize(
    ("title", "locale", "slug"),
    [
        ("Statement on the visit", "en", "statement-on-the-visit"),
        ("بيان صحفي", "ar", "بيان-صحفي"),
        ("הודעה לעיתונות", "he", "הודעה-לעיתונות"),
        ("IĞDIR İli", "tr", "ığdır-ili"),
        ("Visit 🎉 today", "en", "visit-today"),
    ],
)
async def test_a_slug_is_made_from_the_title(change: Change, title: str, locale: str, slug: str) -> None:
    mission = await make_mission(change)
    assert await make_slug(change, mission, title, locale) == slug
    assert await make_slug(change, mission, title, locale) == f"{slug}-2"
    assert await make_slug(change, mission, title, locale) == f"{slug}-3"


@pytest.mark.parametrize("title", ["", "🎉❤️", "—", "?!"])
async def test_without_words_the_kind_names_the_post(change: Change, title: str) -> None:
    post = await make_post(change, await make_mission(change), title=title, kind=PostKind.BLOG_POST)
    assert await slug_of(change, post) == f"blog-post-{post.id.hex[-8:]}"


async def test_a_slug_that_was_asked_for_is_brought_into_form(change: Change) -> None:
    mission = await make_mission(change)
    assert await make_slug(change, mission, "Title", slug="My Visit!") == "my-visit"
    assert await make_slug(change, mission, "Title", slug="my-visit") == "my-visit-2"
    assert await make_slug(change, mission, "Title", slug="🎉") == "title"


async def test_missions_do_not_share_addresses(change: Change) -> None:
    assert await make_slug(change, await make_mission(change), "Visit") == "visit"
    assert await make_slug(change, await make_mission(change), "Visit") == "visit"


async def test_languages_of_a_mission_share_addresses(change: Change) -> None:
    mission = await make_mission(change)
    post = await make_post(change, mission, title="Information")
    added = await services.add_translation(change, post_id=post.id, locale="fr", title="Information")
    assert added.slug == "information-2"


async def test_the_address_of_a_text_is_its_current_one(change: Change) -> None:
    post = await make_post(change, await make_mission(change), title="Visit")
    translation = await services.get_translation(change, post, None)
    address = (await change.db.scalars(select(Address))).one()
    assert (address.path, address.is_current, address.translation_id) == ("visit", True, translation.id)


async def test_what_only_looks_alike_is_not_taken(change: Change) -> None:
    mission = await make_mission(change)
    for title in ("100% sure", "100 sure", "visit_a", "visit"):
        await make_slug(change, mission, title)
    assert await make_slug(change, mission, "visit-2-berlin") == "visit-2-berlin"
    assert await make_slug(change, mission, "visit") == "visit-2"


async def test_numbered_slugs_stay_within_80_characters(change: Change) -> None:
    mission = await make_mission(change)
    made = [await make_slug(change, mission, "x" * 90) for _ in range(11)]
    assert made[0] == "x" * 80
    assert made[1] == "x" * 78 + "-2"
    assert made[10] == "x" * 77 + "-11"
    assert len(set(made)) == 11
    stored = await change.db.scalars(select(Translation.slug))
    assert set(stored) == set(made)


def test_candidates_never_end_twice_in_a_hyphen() -> None:
    wanted = "y" * 77 + "-zz"
    assert list(islice(candidates(wanted), 3)) == [wanted, "y" * 77 + "-2", "y" * 77 + "-3"]
