"""What the services do for imports only."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from schema.change import Change
from schema.context import Role
from schema.errors import NotAllowed
from schema.people.services import find_people_named
from schema.posts import services
from schema.posts.models import ImportedRecord, Placement, PublicationState
from tests.makers.accounts import Actors, as_actor
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.people import make_person
from tests.makers.posts import body, document, make_post, photo_block


async def test_an_import_publishes_photos_that_nobody_described(change: Change) -> None:
    mission = await make_mission(change)
    post = await make_post(change, mission, body=document(photo_block(await make_photo(change, mission))))
    with pytest.raises(services.AlternativeMissing):
        await services.publish_post(change, post_id=post.id, at=change.now)
    earlier = change.now - timedelta(days=400)
    await services.publish_post(change, post_id=post.id, at=earlier, accepts_missing_alternatives=True)
    assert (post.state, post.first_published_at) == (PublicationState.LIVE, earlier)
    assert list(await change.db.scalars(select(Placement.alternative))) == [None]


async def test_nobody_else_publishes_them(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission)
    for actor in (
        actors.editor,
        actors.administrator,
        replace(actors.administrator, role_everywhere=Role.ADMINISTRATOR),
    ):
        with pytest.raises(NotAllowed):
            await services.publish_post(
                as_actor(change, actor), post_id=post.id, at=change.now, accepts_missing_alternatives=True
            )
    with pytest.raises(NotAllowed):
        await services.publish_post(change, post_id=post.id, accepts_missing_alternatives=True)


async def test_what_was_imported_is_remembered_by_mission_and_source(change: Change) -> None:
    mission, other = await make_mission(change), await make_mission(change)
    post = await make_post(change, mission)
    became = {"post:1": (post, "a" * 64), "post:2": (post, "b" * 64)}
    await services.remember_imported(change, mission_id=mission.id, source="blogger", became=became)
    found = await services.find_imported(change.db, mission.id, "blogger")
    assert {key: (one.subject_type, one.subject_id, one.digest) for key, one in found.items()} == {
        "post:1": ("Post", post.id, "a" * 64), "post:2": ("Post", post.id, "b" * 64),
    }  # fmt: skip
    assert await services.find_imported(change.db, other.id, "blogger") == {}
    assert await services.find_imported(change.db, mission.id, "wordpress") == {}
    services.renew_imported(change, found["post:1"], "c" * 64)
    await change.db.flush()
    assert "c" * 64 in set(await change.db.scalars(select(ImportedRecord.digest)))


async def test_only_the_system_remembers(change: Change, actors: Actors) -> None:
    post = await make_post(change, actors.mission)
    with pytest.raises(NotAllowed):
        await services.remember_imported(
            as_actor(change, actors.administrator),
            mission_id=actors.mission.id,
            source="x",
            became={"post:1": (post, "")},
        )


async def test_a_post_is_touched_once_an_account_has_worked_on_it(change: Change, actors: Actors) -> None:
    mine, theirs = await make_post(change, actors.mission), await make_post(change, actors.mission)
    assert await services.find_touched(change.db, [mine.id, theirs.id]) == frozenset()
    await services.save_draft(as_actor(change, actors.editor), post_id=mine.id, base_revision=1, body=body("Newer."))
    await services.save_draft(change, post_id=theirs.id, base_revision=1, body=body("Newer."))
    assert await services.find_touched(change.db, [mine.id, theirs.id]) == frozenset([mine.id])


async def test_people_are_found_by_any_form_of_their_name(change: Change) -> None:
    samir = await make_person(change, name="Samir Talwazi", names={"ar": "سمير طلوازي"})
    await make_person(change, name="Samira Talwazi")
    for name in ("Samir Talwazi", "سمير طلوازي"):
        assert [one.id for one in await find_people_named(change.db, [name, "Nobody"])] == [samir.id]
    assert await find_people_named(change.db, ["samir talwazi", "Samir"]) == []
