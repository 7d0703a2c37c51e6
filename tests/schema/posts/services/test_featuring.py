"""What stands on the front of a mission."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from schema.change import Change
from schema.context import Role
from schema.errors import NotAllowed, NotFound
from schema.missions.models import Mission
from schema.posts import services
from schema.posts.models import Feature, Post
from tests.makers.accounts import Actors, as_actor, make_actor
from tests.makers.history import events, refused, row_counts
from tests.makers.missions import make_mission
from tests.makers.posts import make_post


async def live(change: Change, mission: Mission, count: int) -> list[Post]:
    return [await make_post(change, mission, publish=True) for _ in range(count)]


async def front(change: Change, mission: Mission) -> list[tuple[int, object]]:
    here = select(Feature.position, Feature.post_id).where(Feature.mission_id == mission.id)
    return [(position, key) for position, key in await change.db.execute(here.order_by(Feature.position))]


async def test_the_newest_stands_first_unless_it_is_given_a_place(change: Change, actors: Actors) -> None:
    one, two, three = await live(change, actors.mission, 3)
    before = await row_counts(change.db)
    by = as_actor(change, actors.editor)
    await services.feature_post(by, post_id=one.id)
    assert await row_counts(change.db) - before == {"features": 1, "audit_entries": 1, "outbox_events": 1}
    await services.feature_post(by, post_id=two.id)
    await services.feature_post(by, post_id=three.id, position=2)
    assert await front(change, actors.mission) == [(1, two.id), (2, three.id), (3, one.id)]
    await services.feature_post(by, post_id=one.id, position=1)
    assert await front(change, actors.mission) == [(1, one.id), (2, two.id), (3, three.id)]
    await services.feature_post(by, post_id=one.id, position=10)
    assert await front(change, actors.mission) == [(1, two.id), (2, three.id), (3, one.id)]
    await services.unfeature_post(by, post_id=two.id)
    assert await front(change, actors.mission) == [(1, three.id), (2, one.id)]
    assert (await events(change))[-6:] == ["post.featured"] * 5 + ["post.unfeatured"]


async def test_ten_stand_there_at_most(change: Change, actors: Actors) -> None:
    posts = await live(change, actors.mission, 11)
    for post in posts[:10]:
        await services.feature_post(change, post_id=post.id)
    async with refused(change, services.TooManyFeatured, limit=10):
        await services.feature_post(change, post_id=posts[10].id)
    await services.feature_post(change, post_id=posts[0].id, position=1)
    for position in (0, 11, -1):
        async with refused(change, services.PlaceUnknown, position=position):
            await services.feature_post(change, post_id=posts[0].id, position=position)


async def test_each_mission_has_a_front_of_its_own(change: Change, actors: Actors) -> None:
    other = await make_mission(change)
    (here,), (there,) = await live(change, actors.mission, 1), await live(change, other, 1)
    for post in (here, there):
        await services.feature_post(change, post_id=post.id)
    assert await front(change, actors.mission) == [(1, here.id)]
    assert await front(change, other) == [(1, there.id)]


async def test_whose_time_is_over_makes_room(change: Change, actors: Actors) -> None:
    one, two = await live(change, actors.mission, 2)
    soon = change.now + timedelta(hours=1)
    async with refused(change, services.FeaturedInPast):
        await services.feature_post(change, post_id=one.id, until=change.now)
    await services.feature_post(change, post_id=one.id, until=soon)
    later = replace(change, now=soon)
    await services.feature_post(later, post_id=two.id, position=2)
    assert await front(change, actors.mission) == [(1, two.id)]
    async with refused(later, services.NotFeatured):
        await services.unfeature_post(later, post_id=one.id)


async def test_only_what_is_public_stands_there(change: Change, actors: Actors) -> None:
    draft = await make_post(change, actors.mission)
    async with refused(change, services.NotFeaturable):
        await services.feature_post(change, post_id=draft.id)
    async with refused(change, services.NotFeatured):
        await services.unfeature_post(change, post_id=draft.id)


async def test_only_editors_of_the_mission_choose(change: Change, actors: Actors) -> None:
    (post,) = await live(change, actors.mission, 1)
    draft = await make_post(change, actors.mission)
    stranger = await make_actor(change, Role.ADMINISTRATOR, await make_mission(change))
    for actor in (actors.visitor, actors.reader, actors.author, stranger):
        for verb in (services.feature_post, services.unfeature_post):
            async with refused(change, NotAllowed):
                await verb(as_actor(change, actor), post_id=post.id)
    async with refused(change, NotFound):
        await services.feature_post(as_actor(change, stranger), post_id=draft.id)
