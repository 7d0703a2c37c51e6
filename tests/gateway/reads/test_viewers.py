"""Roles as a rule in SQL sees them: the same as the verbs do."""

from typing import Any

import pytest
from sqlalchemy import ARRAY, Text, func, literal, select
from sqlalchemy.orm import aliased
from sqlalchemy.sql.visitors import iterate

from gateway.reads.json_sql import write_sql
from gateway.reads.plan import ACTOR, viewer_of
from schema.change import Change
from schema.context import SYSTEM, VISITOR, Actor, Role, Scope, Viewer
from schema.missions.models import Mission
from schema.sources import Param, readable
from schema.tables import everyone
from tests.makers.accounts import make_actor
from tests.makers.missions import make_mission
from tests.makers.uuids import NOWHERE


async def missions_with(change: Change, role: Role, actor: Actor) -> set[Any]:
    """The missions where a rule finds the role."""
    viewer, mission = viewer_of(actor.viewer_kind), aliased(Mission)
    statement = readable(select(mission.id).where(viewer.has(role, mission.id)))
    written = write_sql(statement, lambda model: lambda row: everyone(viewer, row))
    arrived = [written.arriving[name].read({ACTOR: actor}) for name in written.positiontup or ()]
    connection = await (await change.db.connection()).get_raw_connection()
    return {row["id"] for row in await connection.driver_connection.fetch(written.string, *arrived)}


@pytest.mark.parametrize("role", Role)
async def test_a_rule_finds_the_roles_that_verbs_find(change: Change, role: Role) -> None:
    here, there = await make_mission(change), await make_mission(change)
    member = await make_actor(change, Role.EDITOR, here)
    actors = [
        VISITOR,
        SYSTEM,
        member,
        await make_actor(change, Role.TRANSLATOR, here, languages=["fr"]),
        await make_actor(change, Role.ADMINISTRATOR, here, scopes=[Scope.READ]),
        Actor("everywhere", member.account_id, {here.id: Role.HEAD}, Role.READER, {}, frozenset(Scope)),
        Actor("nowhere", member.account_id, {}, None, {}, frozenset(Scope)),
    ]
    for actor in actors:
        allowed = {mission.id for mission in (here, there) if actor.may(role, mission.id)}
        assert await missions_with(change, role, actor) & {here.id, there.id} == allowed, actor.name


async def translated_into(change: Change, viewer: Viewer, actor: Actor, mission: Mission) -> str:
    """The languages into which a rule lets somebody translate for a mission."""
    row, locales = aliased(Mission), func.unnest(literal(["ar", "fr", "he"], ARRAY(Text))).column_valued("locale")
    statement = select(locales).join(row, row.id == mission.id).where(viewer.translates(row.id, locales))
    arrived = {name: bind.read({ACTOR: actor}) for name, bind in _params(statement).items()}
    return " ".join(sorted(await change.db.scalars(statement, arrived)))


def _params(statement: Any) -> dict[str, Param]:
    return {bind.key: bind for bind in iterate(statement) if isinstance(bind, Param)}


async def test_a_rule_finds_the_languages_of_translators(change: Change) -> None:
    here, there = await make_mission(change), await make_mission(change)
    scopes, everywhere, role = frozenset(Scope), {None: frozenset(["he"])}, Role.TRANSLATOR
    cases = [
        (VISITOR, "", ""),
        (SYSTEM, "ar fr he", "ar fr he"),
        (await make_actor(change, Role.READER, here), "", ""),
        (await make_actor(change, Role.AUTHOR, here), "ar fr he", ""),
        (await make_actor(change, role, here), "ar fr he", ""),
        (await make_actor(change, role, here, languages=["fr", "ar"]), "ar fr", ""),
        (await make_actor(change, role, here, languages=["fr"], scopes=[Scope.READ]), "", ""),
        (Actor("anywhere", NOWHERE, {}, role, {}, scopes), "ar fr he", "ar fr he"),
        (Actor("Hebrew", NOWHERE, {here.id: Role.READER}, role, everywhere, scopes), "he", "he"),
        (
            Actor("both", NOWHERE, {here.id: role}, role, {**everywhere, here.id: frozenset(["fr"])}, scopes),
            "fr he",
            "he",
        ),
    ]
    for actor, *wanted in cases:
        for viewer in (viewer_of(actor.viewer_kind), Viewer.of(actor, change.now)):
            assert [await translated_into(change, viewer, actor, mission) for mission in (here, there)] == wanted, actor
