"""The ministry of the oracle's world: its missions, people, photos and topics, and who may ask."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from schema.accounts import services as accounts
from schema.change import Change
from schema.clearance.models import Clearance
from schema.clearance.services import set_clearance_policy
from schema.context import VISITOR, Actor, Role, Scope
from schema.kinds import PostKind
from schema.media.models import Photo
from schema.missions.models import Mission, MissionKind
from schema.people.models import Person
from schema.schedules.services import place_hold, release_hold
from schema.topics.models import Topic
from tests.makers.accounts import make_account, make_actor, make_factor, make_session
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.people import make_appointment, make_person
from tests.makers.topics import make_topic

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


@dataclass
class World:
    """Who may ask in it, and how a change in it is made."""

    change: Change
    random: Random
    visitor: Actor = VISITOR
    member: Actor = VISITOR
    administrator: Actor = VISITOR
    missions: list[Mission] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    photos: dict[Any, list[Photo]] = field(default_factory=dict)
    topics: list[Topic] = field(default_factory=list)

    def at(self, days: int) -> Change:
        """A change so many days ago; several things happen at the same moment."""
        return replace(self.change, now=NOW - timedelta(days=days))

    def some(self, values: Any, most: int) -> list[Any]:
        """A few of some values, perhaps none."""
        return self.random.sample(list(values), self.random.randint(0, min(most, len(values))))


async def make_ministry(world: World) -> None:
    """Everything but what is written."""
    await _make_missions(world)
    await _make_policies(world)
    await _make_people(world)
    await _make_photos(world)
    await _make_topics(world)
    await _make_actors(world)
    await _make_holds(world)


async def _make_missions(world: World) -> None:
    change, kinds = world.change, MissionKind
    top = await make_mission(
        change, kind=kinds.HEADQUARTERS, slug="ministry", name="Ministry", languages=["en", "fr", "ar"], names={}
    )
    lisbon = await make_mission(
        change,
        slug="lisbon",
        parent_id=top.id,
        host_country="PT",
        city="Lisbon",
        names={"fr": "Ambassade à Lisbonne", "pt": "Embaixada em Lisboa"},
    )
    rabat = await make_mission(
        change,
        slug="rabat",
        name='السفارة في "الرباط"',
        languages=["ar", "fr"],
        parent_id=top.id,
        host_country="MA",
        names={"fr": "Ambassade à Rabat", "fr-CA": "Ambassade du Rabat"},
    )
    porto = await make_mission(change, slug="porto", kind=kinds.CONSULATE, parent_id=lisbon.id, city="Porto")
    twin = await make_mission(change, slug="geneva", kind=kinds.PERMANENT_MISSION, parent_id=top.id)
    lone = await make_mission(change, slug="brussels", name="O'Brien \\t & <Ω> house", time_zones=["Europe/Brussels"])
    world.missions = [top, lisbon, rabat, porto, twin, lone]


async def _make_holds(world: World) -> None:
    """Of one mission, of one with what is below it, of all but over, and one that comes to its end."""
    change, (top, lisbon, *_, lone) = world.change, world.missions
    await place_hold(world.at(2), mission_id=top.id, includes_missions_below=False, reason="Mourning")
    await place_hold(world.at(1), mission_id=lisbon.id, reason="Elections")
    await place_hold(world.at(1), mission_id=lone.id, reason="A strike")
    over = await place_hold(world.at(9), mission_id=None, reason="An exercise")
    await release_hold(change, hold_id=over.id)


async def _make_policies(world: World) -> None:
    """Choices at every height, one of which does not count since the ministry thought better of it."""
    top, lisbon, rabat, porto, twin, _ = world.missions
    kinds, four_eyes, free = PostKind, Clearance.FOUR_EYES, Clearance.FREE
    first = Clearance.PUBLISH_THEN_REVIEW
    await _choose(world, porto, kinds.SPEECH, free)
    await _choose(world, top, kinds.SPEECH, Clearance.HEADQUARTERS, allowed_below=[four_eyes], allows_emergency=True)
    await _choose(world, lisbon, None, four_eyes, allows_emergency=True)
    await _choose(world, lisbon, kinds.NOTICE, first, review_within_hours=3, allows_emergency=True)
    await _choose(world, porto, kinds.NOTICE, free, requires_step_up=True)
    await _choose(world, rabat, kinds.SPEECH, four_eyes)
    await _choose(world, twin, None, first, allowed_below=[])


async def _choose(world: World, mission: Mission, kind: PostKind | None, clearance: Clearance, **terms: Any) -> None:
    await set_clearance_policy(world.change, mission_id=mission.id, kind=kind, clearance=clearance, **terms)


async def _make_people(world: World) -> None:
    named = ["Ana Silva"] * 3 + ["Adaeze Okafor", "ليلى حداد", 'Jo "JJ" Doe', "Zoë Ångström", "Émile Zola", "Li", "Nul"]
    for number, name in enumerate(named):
        names = {"ar": "آنا", "fr": f"Anne {number}"} if number % 3 == 0 else {}
        world.people.append(await make_person(world.change, name=name, names=names))
    for number, person in enumerate(world.people[:7]):
        for mission in world.some(world.missions[:4], 2):
            begins = date(2024, 1, 1) + timedelta(days=200 * (number % 3))
            await make_appointment(
                world.change,
                person,
                mission,
                office=world.random.choice(["Ambassador", "Press “officer”", "Consul"]),
                offices=world.random.choice([{}, {"fr": "Porte-parole", "ar": "ناطق"}]),
                starts_on=begins,
                ends_on=world.random.choice([None, None, begins + timedelta(days=30)]),
                is_ad_interim=number % 4 == 0,
            )


async def _make_photos(world: World) -> None:
    for mission in world.missions[:5]:
        world.photos[mission.id] = [
            await make_photo(
                world.change,
                mission,
                credit=world.random.choice([None, "Staff", "R. Núñez / “MFA”"]),
                licence=world.random.choice([None, "CC BY 4.0"]),
                taken_on=world.random.choice([None, date(2025, 5, 9)]),
            )
            for _ in range(5)
        ]
    world.photos[world.missions[5].id] = []


async def _make_topics(world: World) -> None:
    async def topic(slug: str, name: str, **over: Any) -> Topic:
        made = await make_topic(world.change, slug=slug, name=name, **over)
        world.topics.append(made)
        return made

    trade = await topic("trade", "Trade", names={"fr": "Commerce", "ar": "تجارة"})
    customs = await topic("customs", "Customs", parent_id=trade.id)
    await topic("forms", "Forms", parent_id=customs.id)
    await topic("forms-2", "Forms", parent_id=customs.id, names={"fr": "Formulaires"})
    await topic("culture", "Culture")
    await topic("empty", "Empty")


async def _make_actors(world: World) -> None:
    """A visitor, an editor of one mission and of the one below it, and an administrator of the whole."""
    change = world.change
    for mission, role in (
        (world.missions[0], Role.HEAD),
        (world.missions[3], Role.AUTHOR),
        (world.missions[4], Role.READER),
    ):
        await make_actor(change, role, mission)
    await make_actor(change, Role.TRANSLATOR, world.missions[3], languages=["fr", "ar"])
    for name, mission, role in (
        ("member", world.missions[1], Role.EDITOR),
        ("administrator", None, Role.ADMINISTRATOR),
    ):
        account = await make_account(change, name)
        account.email = f"{name}@ministry.example"
        await make_factor(change, account, f"{name}’s telephone")
        await make_session(change, account, until=datetime(2120, 1, 1, tzinfo=UTC))
        await accounts.grant_role(change, account, mission.id if mission else None, role)
        expires_at = datetime.now(UTC) + timedelta(days=1)
        _, secret = await accounts.create_token(
            change, account=account, name="tests", scopes=tuple(Scope), expires_at=expires_at
        )
        actor = await accounts.find_actor(change.db, secret, datetime.now(UTC))
        assert actor is not None
        setattr(world, name, actor)
