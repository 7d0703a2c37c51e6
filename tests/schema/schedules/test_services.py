"""Holds: of a mission, of what is below it, of everything."""

from dataclasses import replace
from datetime import timedelta

from schema.change import Change
from schema.context import Role
from schema.errors import NotAllowed, NotFound
from schema.missions.models import MissionKind
from schema.schedules.services import (
    AlreadyReleased,
    RetimedInPast,
    Retiming,
    SpacingWrong,
    find_hold,
    place_hold,
    release_hold,
)
from schema.texts import TextMissing
from tests.makers.accounts import Actors, as_actor, make_actor
from tests.makers.history import events, refused
from tests.makers.missions import make_mission
from tests.makers.uuids import NOWHERE

MINUTES = timedelta(minutes=10)


async def test_a_hold_reaches_down_the_tree_if_it_says_so(change: Change) -> None:
    ministry = await make_mission(change, kind=MissionKind.HEADQUARTERS)
    embassy = await make_mission(change, parent_id=ministry.id)
    consulate, elsewhere = await make_mission(change, parent_id=embassy.id), await make_mission(change)
    network = (ministry, embassy, consulate, elsewhere)

    async def kept() -> list[bool]:
        return [await find_hold(change.db, mission.id) is not None for mission in network]

    hold = await place_hold(change, mission_id=embassy.id, includes_missions_below=False, reason="One")
    assert await kept() == [False, True, False, False]
    await release_hold(change, hold_id=hold.id)
    assert await kept() == [False] * 4
    hold = await place_hold(change, mission_id=embassy.id, reason="Both")
    assert await kept() == [False, True, True, False]
    await release_hold(change, hold_id=hold.id)
    await place_hold(change, mission_id=None, includes_missions_below=False, reason="Everybody")
    assert await kept() == [True] * 4
    assert (await events(change))[-2:] == ["schedule.released", "schedule.held"]


async def test_who_may_hold_and_release(change: Change, actors: Actors) -> None:
    mission = actors.mission
    for actor in (actors.visitor, actors.reader, actors.author, actors.editor):
        async with refused(change, NotAllowed):
            await place_hold(as_actor(change, actor), mission_id=mission.id, reason="No")
    for actor in (actors.head, actors.administrator):
        async with refused(change, NotAllowed):
            await place_hold(as_actor(change, actor), mission_id=None, reason="No")
    hold = await place_hold(as_actor(change, actors.head), mission_id=mission.id, reason="Yes")
    async with refused(change, NotAllowed):
        await release_hold(as_actor(change, actors.editor), hold_id=hold.id)
    stranger = await make_actor(change, Role.ADMINISTRATOR, await make_mission(change))
    for actor in (actors.visitor, stranger):
        async with refused(change, NotFound):
            await release_hold(as_actor(change, actor), hold_id=hold.id)
    released = await release_hold(as_actor(change, actors.administrator), hold_id=hold.id)
    assert (released.released_at, released.released_by_name) == (change.now, actors.administrator.name)


async def test_what_cannot_be_held_or_released(change: Change) -> None:
    async with refused(change, NotFound):
        await place_hold(change, mission_id=NOWHERE, reason="No")
    async with refused(change, TextMissing):
        await place_hold(change, mission_id=None, reason=" ")
    async with refused(change, NotFound):
        await release_hold(change, hold_id=NOWHERE)
    hold = await place_hold(change, mission_id=None, reason="Yes")
    for retiming, refusal in (
        (Retiming(change.now, MINUTES), RetimedInPast),
        (Retiming(change.now + MINUTES, timedelta(seconds=1)), SpacingWrong),
        (Retiming(change.now + MINUTES, timedelta(days=2)), SpacingWrong),
    ):
        async with refused(change, refusal):
            await release_hold(change, hold_id=hold.id, retiming=retiming)
    later = replace(change, now=change.now + MINUTES)
    await release_hold(later, hold_id=hold.id)
    async with refused(change, AlreadyReleased):
        await release_hold(later, hold_id=hold.id)
