"""What each field of each filter means, as a condition on a row that is either true or false."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import and_, any_, exists, false, func, literal, not_, or_, select, true
from sqlalchemy.orm import aliased

from schema.comments.models import CommentState
from schema.kinds import PostKind
from schema.missions.models import Mission, MissionKind
from schema.people.models import Appointment
from schema.posts.models import Byline, Post, PostTag, PostTopic, PublicationState, ReviewKind, ReviewState, Translation
from schema.topics.models import Tag, Topic
from tests.oracle.asking import Asking
from tests.oracle.seeing import Condition, may_read
from tests.oracle.wording import key_in, parts_of_id

Leaf = Callable[[Asking, Any, Any], Any]
Filters = Callable[[Asking, Any, Mapping[str, Any]], Condition]


def filters(**leaves: Leaf) -> Filters:
    """The meaning of a filter: every field that is given must hold, and what is unknown does not."""

    def condition(asking: Asking, row: Any, given: Mapping[str, Any]) -> Condition:
        parts: list[Any] = [true()]
        for name, value in given.items():
            if value is None:
                continue
            if name == "and":
                parts += [condition(asking, row, each) for each in value]
            elif name == "or":
                parts.append(or_(false(), *(condition(asking, row, each) for each in value)))
            elif name == "not":
                parts.append(not_(condition(asking, row, value)))
            else:
                parts.append(func.coalesce(leaves[name](asking, row, value), false()))
        return and_(*parts)

    return condition


def _in(column: str) -> Leaf:
    return lambda asking, row, values: getattr(row, column).in_(values)


def _is(column: str) -> Leaf:
    return lambda asking, row, value: getattr(row, column) == value


def _named(column: str, names: Any) -> Leaf:
    return lambda asking, row, values: getattr(row, column).in_([names[value] for value in values])


def _keys(column: str, type_name: str) -> Leaf:
    return lambda asking, row, ids: getattr(row, column).in_([key_in(id, type_name) for id in ids])


def _key(column: str, type_name: str) -> Leaf:
    return lambda asking, row, id: getattr(row, column) == key_in(id, type_name)


def _after(column: str) -> Leaf:
    return lambda asking, row, moment: getattr(row, column) > _utc(moment)


def _before(column: str) -> Leaf:
    return lambda asking, row, moment: getattr(row, column) < _utc(moment)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _by_person(asking: Asking, post: Any, id: str) -> Any:
    byline: Any = aliased(Byline)
    named = (byline.post_id == post.id, byline.person_id == key_in(id, "Person"))
    return exists().where(*named, may_read(asking.asker, byline))


def _by_mission(asking: Asking, post: Any, slugs: list[str]) -> Any:
    mission: Any = aliased(Mission)
    return post.mission_id.in_(select(mission.id).where(mission.slug.in_(slugs)))


def _on_topic(asking: Asking, post: Any, top: Callable[[Any], Any]) -> Any:
    """Filed under a topic or below it: the way up from what it is filed under passes by the topic."""
    filed, start, above = aliased(PostTopic), aliased(Topic), aliased(Topic)
    way = select(start.id.label("from_id"), start.id, start.parent_id, start.slug).cte(recursive=True)
    step = select(way.c.from_id, above.id, above.parent_id, above.slug).join(above, above.id == way.c.parent_id)
    way = way.union(step)
    under = select(way.c.from_id).where(top(way.c))
    return exists().where(filed.post_id == post.id, filed.topic_id.in_(under), may_read(asking.asker, filed))


def _on_topic_by_id(asking: Asking, post: Any, id: str) -> Any:
    key = key_in(id, "Topic")
    return _on_topic(asking, post, lambda topic: topic.id == key)


def _on_topic_by_slug(asking: Asking, post: Any, slug: str) -> Any:
    return _on_topic(asking, post, lambda topic: topic.slug == slug)


def _tagged(asking: Asking, post: Any, slugs: list[str]) -> Any:
    tag, tagged = aliased(Tag), aliased(PostTag)
    on_post = (tagged.post_id == post.id, tag.id == tagged.tag_id, tag.slug.in_(slugs))
    return exists().where(*on_post, may_read(asking.asker, tag), may_read(asking.asker, tagged))


def _in_language(asking: Asking, post: Any, locales: list[str]) -> Any:
    text: Any = aliased(Translation)
    is_text = or_(text.state != PublicationState.WITHDRAWN, post.state == PublicationState.WITHDRAWN)
    return exists().where(text.post_id == post.id, text.locale.in_(locales), is_text, may_read(asking.asker, text))


def _held_office(asking: Asking, person: Any, id: str) -> Any:
    appointment: Any = aliased(Appointment)
    return exists().where(appointment.person_id == person.id, appointment.mission_id == key_in(id, "Mission"))


def _happened_to(asking: Asking, event: Any, id: str) -> Any:
    type_name, key = parts_of_id(id)
    return (event.subject_type == type_name) & (event.subject_id == key)


def _of_missions(asking: Asking, review: Any, ids: list[str]) -> Any:
    text, post = aliased(Translation), aliased(Post)
    keys = [key_in(id, "Mission") for id in ids]
    of_text = (text.id == review.translation_id, post.id == text.post_id, post.mission_id.in_(keys))
    return exists().where(*of_text, may_read(asking.asker, text), may_read(asking.asker, post))


def _overdue(asking: Asking, review: Any, is_overdue: bool) -> Any:
    late = and_(review.state == ReviewState.PENDING, review.due_at.is_not(None), review.due_at < datetime.now(UTC))
    return late if is_overdue else not_(late)


def names_a_state(given: Mapping[str, Any] | None) -> bool:
    """Whether a filter of posts says anywhere which states are meant."""
    if not given:
        return False
    parts = [*(given.get("and") or ()), *(given.get("or") or ()), given.get("not")]
    return given.get("state") is not None or any(names_a_state(part) for part in parts)


def listed(post: Any, given: Mapping[str, Any] | None) -> Condition:
    """Which posts stand in a list with this filter: what is withdrawn only where a state is asked for."""
    return true() if names_a_state(given) else post.state != PublicationState.WITHDRAWN


POSTS = filters(
    id=_keys("id", "Post"),
    kind=_named("kind", PostKind),
    state=_named("state", PublicationState),
    mission=_keys("mission_id", "Mission"),
    missionSlug=_by_mission,
    person=_by_person,
    topic=_on_topic_by_id,
    topicSlug=_on_topic_by_slug,
    tag=_tagged,
    language=_in_language,
    publishedAfter=_after("first_published_at"),
    publishedBefore=_before("first_published_at"),
)
COMMENTS = filters(
    id=_keys("id", "Comment"),
    post=_key("post_id", "Post"),
    state=_named("state", CommentState),
    locale=_in("locale"),
    writtenAfter=_after("written_at"),
    writtenBefore=_before("written_at"),
)
REVIEWS = filters(
    id=_keys("id", "Review"),
    mission=_of_missions,
    kind=_named("kind", ReviewKind),
    state=_named("state", ReviewState),
    isOverdue=_overdue,
)
MISSIONS = filters(
    id=_keys("id", "Mission"),
    kind=_named("kind", MissionKind),
    hostCountry=_in("host_country"),
    parent=_key("parent_id", "Mission"),
    language=lambda asking, mission, locale: literal(locale) == any_(mission.languages),
)
SCHEDULES = filters(
    mission=_key("mission_id", "Mission"),
    isWaiting=lambda asking, schedule, waits: schedule.waiting_since.is_not(None) == waits,
    publishAfter=_after("publish_at"),
    publishBefore=_before("publish_at"),
)
PEOPLE = filters(id=_keys("id", "Person"), mission=_held_office)
PHOTOS = filters(id=_keys("id", "Photo"), mission=_key("mission_id", "Mission"), credit=_is("credit"))
TOPICS = filters(
    id=_keys("id", "Topic"),
    parent=_key("parent_id", "Topic"),
    isTop=lambda asking, topic, is_top: topic.parent_id.is_(None) if is_top else topic.parent_id.is_not(None),
)
EVENTS = filters(names=_in("event"), mission=_keys("mission_id", "Mission"), subject=_happened_to)
