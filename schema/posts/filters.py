"""Which posts, and in which order: the filter and the order of every list of posts."""

import enum
from datetime import datetime
from typing import Any

import strawberry
from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from schema.declaring import enum_type, input_type, option
from schema.posts import models
from schema.posts.choices import PostKind, PublicationState
from schema.sources import Filter, Row, among, any_readable, given, key, keys, readable, rows_of
from schema.topics.models import Tag, Topic


@enum_type
class PostOrder(enum.Enum):
    """The order of a list of posts."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RECENTLY_CHANGED = "recently_changed"

    def keys(self, post: Row) -> tuple[Any, ...]:
        """What to order by."""
        if self is PostOrder.RECENTLY_CHANGED:
            return post.updated_at.desc(), post.id.desc()
        return (post.sort_at.desc(), post.id.desc()) if self is PostOrder.NEWEST else (post.sort_at, post.id)


@input_type
class PostFilter(Filter):
    """Which posts. Every field that is given must hold.

    Withdrawn posts are left out, unless `state` is said somewhere in the filter.
    """

    id: list[strawberry.ID] | None = option("One of these.")
    kind: list[PostKind] | None = option("Of one of these kinds.")
    state: list[PublicationState] | None = option("In one of these states; visitors see what is live or withdrawn.")
    mission: list[strawberry.ID] | None = option("Written by one of these missions.")
    mission_slug: list[str] | None = option("Written by one of these missions, by slug.")
    person: strawberry.ID | None = option("With this person in a byline.")
    topic: strawberry.ID | None = option("Filed under this topic or under a part of it.")
    topic_slug: str | None = option("Filed under the topic with this slug or under a part of it.")
    tag: list[str] | None = option("With one of these tags, by slug.")
    language: list[str] | None = option("Readable in one of these languages, by BCP 47 tag.")
    published_after: datetime | None = option("First published after this moment.")
    published_before: datetime | None = option("First published before this moment.")
    and_: list["PostFilter"] | None = option("All of these hold.", name="and")
    or_: list["PostFilter"] | None = option("At least one of these holds.", name="or")
    not_: "PostFilter | None" = option("This does not hold.", name="not")

    @property
    def says_what_is_listed(self) -> bool:
        """Whether a state is asked for anywhere in it."""
        parts = [*(self.and_ or ()), *(self.or_ or ()), *([self.not_] if self.not_ else ())]
        return given(self.state) or any(part.says_what_is_listed for part in parts)

    def own_conditions(self, post: Row) -> list[Any]:
        """A condition per field."""
        return [
            among(post.id, keys("Post", self.id)) if given(self.id) else None,
            post.kind.in_(self.kind) if given(self.kind) else None,
            post.state.in_(self.state) if given(self.state) else None,
            among(post.mission_id, keys("Mission", self.mission)) if given(self.mission) else None,
            _by_mission(post, self.mission_slug) if given(self.mission_slug) else None,
            _by_person(post, key("Person", self.person)) if given(self.person) else None,
            _on_topic(post, id=key("Topic", self.topic)) if given(self.topic) else None,
            _on_topic(post, slug=self.topic_slug) if given(self.topic_slug) else None,
            _tagged(post, self.tag) if given(self.tag) else None,
            _in_language(post, self.language) if given(self.language) else None,
            post.first_published_at > self.published_after if given(self.published_after) else None,
            post.first_published_at < self.published_before if given(self.published_before) else None,
        ]


def _by_mission(post: Row, slugs: Any) -> Any:
    mission = rows_of("Mission")
    return any_readable(select(mission).where(mission.id == post.mission_id, among(mission.slug, slugs)))


def _by_person(post: Row, person_id: Any) -> Any:
    byline = aliased(models.Byline)
    return any_readable(select(byline).where(byline.post_id == post.id, byline.person_id == person_id))


def _on_topic(post: Row, **which: Any) -> Any:
    """Filed under a topic or under anything below it."""
    top, below, filed = aliased(Topic), aliased(Topic), aliased(models.PostTopic)
    ((column, value),) = which.items()
    branch = readable(select(top.id).where(getattr(top, column) == value)).cte(recursive=True)
    parts = readable(select(below.id).join(branch, below.parent_id == branch.c.id))
    branch = branch.union(parts)
    return post.id.in_(readable(select(filed.post_id).where(filed.topic_id.in_(select(branch.c.id)))))


def _tagged(post: Row, slugs: Any) -> Any:
    post_tag, tag = aliased(models.PostTag), aliased(Tag)
    tags = select(post_tag, tag).join(tag, tag.id == post_tag.tag_id)
    return any_readable(tags.where(post_tag.post_id == post.id, among(tag.slug, slugs)))


def _in_language(post: Row, locales: Any) -> Any:
    """With a text in one of these languages; a tombstone is one only of a post that is withdrawn as a whole."""
    text = aliased(models.Translation)
    is_text = or_(text.state != PublicationState.WITHDRAWN, post.state == PublicationState.WITHDRAWN)
    return any_readable(select(text).where(text.post_id == post.id, among(text.locale, locales), is_text))
