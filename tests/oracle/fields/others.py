"""The fields of missions, people, topics and comments, and their lists."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from schema.comments.models import Comment
from schema.history.models import AuditEntry, Event
from schema.missions.models import Mission
from schema.people.models import Appointment, Person
from schema.posts.models import Post
from schema.topics.models import Tag, Topic
from tests.oracle import filters
from tests.oracle.asking import Asking
from tests.oracle.fields.posts import filed_under, named_over
from tests.oracle.lists import PARENT, Listing, by, orders
from tests.oracle.resolving import lists, resolves
from tests.oracle.seeing import may_read
from tests.oracle.wording import in_languages

NAME_OR_NEWEST = orders("NAME", NAME=("name", "id"), NEWEST=("-id",))
POST_ORDER = orders(
    "NEWEST", NEWEST=("-sort_at", "-id"), OLDEST=("sort_at", "id"), RECENTLY_CHANGED=("-updated_at", "-id")
)


POSTS: Any = {"filters": filters.POSTS, "listed": filters.listed}


def comment_order(otherwise: str) -> Any:
    """An order of comments."""
    return orders(otherwise, OLDEST=("written_at", "id"), NEWEST=("-written_at", "-id"))


def child(column: str) -> Any:
    """Rows that name the parent in a column."""
    return lambda asking, row, arguments: getattr(row, column) == PARENT


def top_of_thread(asking: Asking, comment: Any, arguments: Any) -> Any:
    """Comments on the parent, a post, that answer no other."""
    return (comment.post_id == PARENT) & comment.parent_id.is_(None)


@resolves("Mission.name", "Person.name", "Topic.name")
def name(row: Any, asking: Asking, locales: list[str] | None = None) -> str | None:
    return in_languages(row.names, row.name, locales)


@resolves("Mission.parent")
async def mission_above(mission: Mission, asking: Asking) -> Any:
    return await asking.one(Mission, mission.parent_id)


@resolves("Topic.parent")
async def topic_above(topic: Topic, asking: Asking) -> Any:
    return await asking.one(Topic, topic.parent_id)


@resolves("Comment.parent")
async def comment_above(comment: Comment, asking: Asking) -> Any:
    return await asking.one(Comment, comment.parent_id)


@resolves("Comment.replyCount")
async def reply_count(comment: Comment, asking: Asking) -> int:
    async def batch(keys: list[UUID]) -> list[int]:
        row: Any = aliased(Comment)
        counts = select(row.parent_id, func.count()).where(row.parent_id.in_(keys), may_read(asking.asker, row))
        found = {key: count for key, count in await asking.rows(counts.group_by(row.parent_id))}
        return [found.get(key, 0) for key in keys]

    return int(await asking.load("reply count", batch, comment.id))


@resolves("Event.name")
def name_of_event(event: Event, asking: Asking) -> str:
    return event.event


@resolves("Event.subject")
def subject_of_event(event: Event, asking: Asking) -> str:
    return f"{event.subject_type}:{event.subject_id}"


@resolves("Event.mission")
async def mission_of_event(event: Event, asking: Asking) -> Any:
    return await asking.one(Mission, event.mission_id)


for listing in (
    Listing("Mission.missions", Mission, by("name", "id"), of=child("parent_id")),
    Listing("Mission.posts", Post, POST_ORDER, of=child("mission_id"), **POSTS),
    Listing("Mission.appointments", Appointment, by("-starts_on", "-id"), of=child("mission_id")),
    Listing("Mission.auditEntries", AuditEntry, by("-happened_at", "-id"), of=child("mission_id")),
    Listing("Person.appointments", Appointment, by("-starts_on", "-id"), of=child("person_id")),
    Listing("Person.posts", Post, POST_ORDER, of=named_over, **POSTS),
    Listing("Topic.topics", Topic, by("name", "id"), of=child("parent_id")),
    Listing("Topic.posts", Post, POST_ORDER, of=filed_under, **POSTS),
    Listing("Post.comments", Comment, comment_order("OLDEST"), of=top_of_thread, filters=filters.COMMENTS),
    Listing(
        "Comment.replies",
        Comment,
        comment_order("OLDEST"),
        of=child("parent_id"),
        filters=filters.COMMENTS,
    ),
    Listing("Query.posts", Post, POST_ORDER, **POSTS),
    Listing("Query.comments", Comment, comment_order("NEWEST"), filters=filters.COMMENTS),
    Listing("Query.missions", Mission, NAME_OR_NEWEST, filters=filters.MISSIONS),
    Listing("Query.people", Person, NAME_OR_NEWEST, filters=filters.PEOPLE),
    Listing("Query.topics", Topic, by("name", "id"), filters=filters.TOPICS),
    Listing("Query.tags", Tag, by("name", "id")),
    Listing("Query.events", Event, by("sequence", "id"), filters=filters.EVENTS),
):
    lists(listing)
