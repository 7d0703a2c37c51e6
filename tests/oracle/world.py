"""A small ministry with everything in it that a reader can come across, the same in every run but for its keys."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import delete, insert, update

from schema.accounts import services as accounts
from schema.change import Change
from schema.comments.models import Comment, CommentState
from schema.context import VISITOR, Actor, Role, Scope
from schema.media.models import Photo
from schema.missions.models import Mission, MissionKind
from schema.people.models import Person
from schema.posts import services as posts
from schema.posts.models import (
    Address,
    BylineRole,
    CommentPolicy,
    Placement,
    Post,
    PostKind,
    PublicationState,
    Translation,
)
from schema.topics.models import Topic
from tests.makers.accounts import make_account
from tests.makers.comments import make_comment
from tests.makers.media import make_photo
from tests.makers.missions import make_mission
from tests.makers.people import make_appointment, make_person
from tests.makers.posts import make_post
from tests.makers.topics import make_topic
from tests.oracle.bodies import LOCALES, body_in, title_in

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
POSTS = 44
TAGS = ("visa", "Überseehafen", "data", "summit", "50 years", "عيد")
COMMENTS = ("Bravo!", "One\n\ntwo\twith a tab", 'See https://example.org/?a=1&b="2" <b>', "\\t")
REDACTED = "only-in-drafts"


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


async def make_world(change: Change, seed: int = 1) -> World:
    """Fill a database through the services, and break a few promises that they keep."""
    world = World(change, Random(seed))
    await _make_missions(world)
    await _make_people(world)
    await _make_photos(world)
    await _make_topics(world)
    await _make_actors(world)
    made = [await _make_post(world, number) for number in range(POSTS)]
    for post in made[::2]:
        await _make_comments(world, post)
    await _break_promises(world, made)
    await change.db.commit()
    return world


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
    for name, mission, role in (
        ("member", world.missions[1], Role.EDITOR),
        ("administrator", None, Role.ADMIN),
    ):
        account = await make_account(change, name)
        await accounts.grant_role(change, account, mission and mission.id, role)
        expires_at = datetime.now(UTC) + timedelta(days=1)
        _, secret = await accounts.create_token(
            change, account=account, name="tests", scopes=tuple(Scope), expires_at=expires_at
        )
        actor = await accounts.find_actor(change.db, secret, datetime.now(UTC))
        assert actor is not None
        setattr(world, name, actor)


async def _make_post(world: World, number: int) -> Post:
    random, mission = world.random, world.missions[number % 5 if number % 11 else 5]
    locale, published = random.choice(LOCALES), 400 - 8 * (number - number % 3)
    post = await make_post(
        world.at(published + 1),
        mission,
        kind=random.choice(list(PostKind)),
        locale=locale,
        title=title_in(locale, number),
        summary=random.choice(["", "What was agreed.", 'A "short" <summary>\u2028here']),
        body=body_in(random, locale, world.photos[mission.id]),
        comment_policy=random.choice(list(CommentPolicy)),
    )
    await _name(world, post, is_named=post.kind in (PostKind.BLOG_POST, PostKind.SPEECH))
    for other in world.some([each for each in LOCALES if each != locale], 3):
        await posts.add_translation(
            world.at(published),
            post_id=post.id,
            locale=other,
            title=title_in(other, number),
            body=body_in(random, other, world.photos[mission.id]),
        )
    if number % 7 != 3:
        await _publish(world, post, locale, published)
    await _file(world, post, is_draft=number % 7 == 3)
    await _move(world, post, number // 5)
    if number % 5 == 1:
        await _save_more(world, post)
    if number % 9 == 4 and post.state is PublicationState.LIVE:
        await posts.unpublish_post(world.at(3), post_id=post.id, reason="Wrong.")
    return post


async def _name(world: World, post: Post, is_named: bool) -> None:
    people = world.some(world.people[:9], 3)
    drafts = [
        posts.BylineDraft(person_id=one.id, role=world.random.choice(list(BylineRole)), is_personal=not index)
        for index, one in enumerate(people)
    ]
    if is_named or world.random.random() < 0.3:
        drafts.insert(0, posts.BylineDraft(mission_id=world.random.choice(world.missions).id))
    if people and world.random.random() < 0.3:
        named = next(draft for draft in drafts if draft.person_id)
        drafts.append(posts.BylineDraft(person_id=named.person_id, role=_other_role(named.role)))
    await posts.set_bylines(world.change, post_id=post.id, bylines=drafts)


def _other_role(role: BylineRole) -> BylineRole:
    return BylineRole.TRANSLATOR if role is not BylineRole.TRANSLATOR else BylineRole.PHOTOGRAPHER


async def _publish(world: World, post: Post, locale: str, days: int) -> None:
    at, accepts = NOW - timedelta(days=days), {"accepts_missing_alternatives": True}
    for tag in (locale, *world.some(LOCALES, 3)):
        translation = await posts.find_translation(world.change.db, post, tag)
        if translation is not None and translation.state is not PublicationState.LIVE:
            await posts.publish_post(world.at(days), post_id=post.id, locale=tag, at=at, **accepts)
    for tag in world.some(LOCALES, 1):
        translation = await posts.find_translation(world.change.db, post, tag)
        if translation is not None and translation.state is PublicationState.LIVE and not translation.is_authentic:
            await posts.unpublish_post(world.change, post_id=post.id, locale=tag, reason="Badly translated.")


async def _file(world: World, post: Post, is_draft: bool) -> None:
    tags = [*world.some(TAGS, 3), *([REDACTED] if is_draft else [])]
    topic_ids = [topic.id for topic in world.some(world.topics[:5], 3)]
    await posts.set_topics(world.change, post_id=post.id, topic_ids=topic_ids, tags=tags)


async def _move(world: World, post: Post, number: int) -> None:
    """An address on the site before this one, and one that the post had here."""
    translation = await posts.find_translation(world.change.db, post, world.random.choice([None, "fr"]))
    if translation is not None:
        await posts.add_redirect(world.change, translation_id=translation.id, path=f"/2019/{number}.html?m=1")
        old = {"mission_id": post.mission_id, "translation_id": translation.id, "is_current": False}
        await world.change.db.execute(insert(Address).values(path=f"old-{number}-{post.id.hex[-4:]}", **old))


async def _save_more(world: World, post: Post) -> None:
    """A draft that is newer than what is shown, and one that was kept aside."""
    translation = await posts.find_translation(world.change.db, post, None)
    assert translation is not None
    newest, body = translation.newest_revision_number, body_in(world.random, "en", [])
    await posts.save_draft(world.at(2), post_id=post.id, base_revision=newest, title="Newer", body=body)
    try:
        await posts.save_draft(world.at(1), post_id=post.id, base_revision=newest, title="Too late")
    except posts.StaleRevision:
        await world.change.db.flush()


async def _make_comments(world: World, post: Post) -> None:
    thread: list[Comment] = []
    for number in range(world.random.choice([0, 1, 4, 9])):
        parent = world.random.choice([None, *(one for one in thread[-3:] if one.depth < 5)])
        comment = await make_comment(
            world.change,
            post,
            parent_id=parent and parent.id,
            author_name=world.random.choice(["João", 'A "B" C', "م"]),
            text=world.random.choice(COMMENTS),
            locale=world.random.choice([None, "en", "pt", "ar"]),
            state=world.random.choice([CommentState.VISIBLE] * 3 + [CommentState.HIDDEN, CommentState.PENDING]),
            written_at=NOW - timedelta(days=number // 2, microseconds=world.random.choice([0, 120, 123456])),
        )
        thread.append(comment)


async def _break_promises(world: World, made: list[Post]) -> None:
    """What no service does: live posts without their authentic text, photo blocks without a photo, and a bare post."""
    db = world.change.db
    live = [post for post in made if post.state is PublicationState.LIVE]
    for post in (live[4], live[11], live[18], live[23]):
        mine = (Translation.post_id == post.id, Translation.is_authentic)
        await db.execute(update(Translation).where(*mine).values(state=PublicationState.DRAFT))
    await db.execute(delete(Placement).where(Placement.position == 3))
    bare = Post(mission_id=world.missions[1].id, kind=PostKind.NOTICE, state=PublicationState.DRAFT)
    db.add(bare)
    await db.flush()
    await make_comment(world.change, bare, state=CommentState.VISIBLE)
