"""Loading the demo: its missions, topics and people, and then its three blogs through the real importer."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from gateway.demo import ARCHIVE, KINDS, MISSIONS, PEOPLE, TOPICS, Mission, Person, Topic
from gateway.importers import LossReport, read_archive
from gateway.importers.records import ForeignBlog
from gateway.importers.writing import Destination, Progress, import_archive
from gateway.outside.storage import Storage
from schema.change import Change, Sessions, begin_change
from schema.comments.models import Comment
from schema.context import SYSTEM
from schema.kinds import PostKind
from schema.media.models import Photo
from schema.missions import models as mission_models
from schema.missions import services as missions
from schema.missions.models import MissionKind
from schema.people import services as people
from schema.posts.models import Post, PublicationState, Translation
from schema.topics import models as topic_models
from schema.topics import services as topics


@dataclass(frozen=True)
class DemoResult:
    """What the demo consists of now, whether it was loaded just now or before."""

    missions: int
    people: int
    topics: int
    live_posts: int
    drafts: int
    languages: tuple[str, ...]
    photos: int
    comments: int
    report: LossReport


async def load_demo(sessions: Sessions, storage: Storage, progress: Progress | None = None) -> DemoResult:
    """Make the demo's content. What is there already stays as it is: loading it twice changes nothing."""
    async with begin_change(sessions, SYSTEM) as change:
        mission_ids = await _make_missions(change)
        await _make_topics(change)
        await _make_people(change, mission_ids)
    report = LossReport()
    archive = read_archive(ARCHIVE, report)
    await import_archive(
        sessions,
        storage,
        archive,
        lambda blog: _destination(blog, mission_ids),
        report=report,
        progress=progress,
    )
    return await _count(sessions, report)


def _destination(blog: ForeignBlog, mission_ids: Mapping[str, UUID]) -> Destination:
    mission = next(mission for mission in MISSIONS if mission.blog == blog.title)
    kinds = {path: PostKind(kind) for path, kind in KINDS.items()}
    return Destination(mission_ids[mission.slug], mission.languages[0], kinds, [mission.address])


async def _make_missions(change: Change) -> dict[str, UUID]:
    """The key of each mission by its slug."""
    made: dict[str, UUID] = {}
    for mission in MISSIONS:
        found = await missions.find_mission(change.db, mission.slug)
        made[mission.slug] = (found or await _make_mission(change, mission, made)).id
    return made


async def _make_mission(change: Change, mission: Mission, made: Mapping[str, UUID]) -> mission_models.Mission:
    kind = MissionKind(mission.kind)
    return await missions.create_mission(
        change,
        kind=kind,
        slug=mission.slug,
        name=mission.name,
        names=mission.names,
        parent_id=made[mission.parent] if mission.parent else None,
        host_country=None if kind is MissionKind.HEADQUARTERS else mission.host_country,
        city=mission.city[mission.languages[0]],
        time_zones=mission.time_zones,
        languages=mission.languages,
    )


async def _make_topics(change: Change) -> None:
    made: dict[str, UUID] = {}
    for topic in TOPICS:
        found = await topics.find_topic(change.db, topic.slug)
        made[topic.slug] = (found or await _make_topic(change, topic, made)).id


async def _make_topic(change: Change, topic: Topic, made: Mapping[str, UUID]) -> topic_models.Topic:
    parent_id = made[topic.parent] if topic.parent else None
    name = topic.names["en"]
    return await topics.create_topic(change, slug=topic.slug, name=name, names=topic.names, parent_id=parent_id)


async def _make_people(change: Change, mission_ids: Mapping[str, UUID]) -> None:
    for person in PEOPLE:
        if await people.find_person(change.db, person.slug) is None:
            await _make_person(change, person, mission_ids)


async def _make_person(change: Change, person: Person, mission_ids: Mapping[str, UUID]) -> None:
    made = await people.create_person(change, name=person.name, names=person.names, slug=person.slug)
    languages = {mission.slug: mission.languages for mission in MISSIONS}
    for appointment in person.appointments:
        await people.appoint(
            change,
            person_id=made.id,
            mission_id=mission_ids[appointment.mission],
            office=appointment.office[languages[appointment.mission][0]],
            offices=appointment.office,
            starts_on=appointment.since,
            ends_on=appointment.until,
            is_ad_interim=appointment.ad_interim,
        )


async def _count(sessions: Sessions, report: LossReport) -> DemoResult:
    live, draft = PublicationState.LIVE, PublicationState.DRAFT
    async with sessions() as db:
        counted = await db.execute(select(Post.state, func.count()).group_by(Post.state))
        states = {state: number for state, number in counted}
        spoken = select(Translation.locale).where(Translation.state == live).distinct().order_by(Translation.locale)
        return DemoResult(
            missions=len(MISSIONS),
            people=len(PEOPLE),
            topics=len(TOPICS),
            live_posts=states.get(live, 0),
            drafts=states.get(draft, 0),
            languages=tuple(await db.scalars(spoken)),
            photos=await db.scalar(select(func.count()).select_from(Photo)) or 0,
            comments=await db.scalar(select(func.count()).select_from(Comment)) or 0,
            report=report,
        )
