"""Which comments, and in which order: the filter and the order of every list of comments."""

import enum
from datetime import datetime
from typing import Any

import strawberry

from schema.comments import models
from schema.declaring import enum_type, input_type, option
from schema.sources import Filter, Row, among, given, key, keys

enum_type(models.CommentState)


@enum_type
class CommentOrder(enum.Enum):
    """The order of a list of comments."""

    OLDEST = "oldest"
    NEWEST = "newest"

    def keys(self, comment: Row) -> tuple[Any, ...]:
        """What to order by."""
        if self is CommentOrder.OLDEST:
            return comment.written_at, comment.id
        return comment.written_at.desc(), comment.id.desc()


@input_type
class CommentFilter(Filter):
    """Which comments. Every field that is given must hold."""

    id: list[strawberry.ID] | None = option("One of these.")
    post: strawberry.ID | None = option("On this post.")
    state: list[models.CommentState] | None = option("In one of these states; visitors see only what is visible.")
    locale: list[str] | None = option("Written in one of these languages, by BCP 47 tag.")
    written_after: datetime | None = option("Written after this moment.")
    written_before: datetime | None = option("Written before this moment.")
    and_: list["CommentFilter"] | None = option("All of these hold.", name="and")
    or_: list["CommentFilter"] | None = option("At least one of these holds.", name="or")
    not_: "CommentFilter | None" = option("This does not hold.", name="not")

    def own_conditions(self, comment: Row) -> list[Any]:
        """A condition per field."""
        return [
            among(comment.id, keys("Comment", self.id)) if given(self.id) else None,
            comment.post_id == key("Post", self.post) if given(self.post) else None,
            comment.state.in_(self.state) if given(self.state) else None,
            among(comment.locale, self.locale) if given(self.locale) else None,
            comment.written_at > self.written_after if given(self.written_after) else None,
            comment.written_at < self.written_before if given(self.written_before) else None,
        ]
