"""Reviews as GraphQL: who put which revision before whom, and what came of it."""

import enum
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import aliased

from schema.declaring import column, connection, enum_type, field, input_type, object_type, option
from schema.paging import Connection, Node
from schema.posts import models
from schema.posts.choices import Clearance, ReviewKind, ReviewState
from schema.sources import Filter, Row, among, any_readable, filtered, given, keys, sql

if TYPE_CHECKING:
    from schema.posts.types import Translation


@object_type
class Review(Node):
    """One time that an exact state of a text was put before somebody, or went out first. Only members see any."""

    kind: ReviewKind = column("Whether before it goes out or afterwards.")
    state: ReviewState = column("What came of it.")
    clearance: Clearance = column("The policy under which it was put; once it is cleared, under which that was done.")
    revision_number: int = column("The revision it is about.")
    submitted_by: str = column("Who put it; of what went out first, who published it.")
    submitted_at: datetime = column("When.")
    emergency: str | None = column("Why it went out without clearance; null when it did not.")
    due_at: datetime | None = column("Until when it must be reviewed; null for what waits to go out.")
    decided_by: str | None = column("Who decided; null while nobody has, and where nobody had to any more.")
    decided_at: datetime | None = column("When; null while nobody has.")
    remarks: str | None = column("What they had to say.")
    published_at: datetime | None = column("When the revision went out; null while it has not.")
    translation: Annotated["Translation", strawberry.lazy("schema.posts.types")] | None = column("The text.")

    @field
    def is_overdue(self) -> bool:
        """Whether it should have been decided by now."""
        return sql(func.coalesce(is_overdue(sql(self)), False))

    @field
    def seconds_to_publication(self) -> int | None:
        """How long it took from being submitted to going out; null while it has not gone out."""
        return sql(seconds_to_publication(sql(self)))


def last_review(text: Row) -> Select[Any]:
    """The last review that the newest revision of a text was put before."""
    review: Row = aliased(models.Review)
    number, kind = text.newest_revision_number, models.ReviewKind.BEFORE
    its = (review.translation_id == text.id, review.revision_number == number, review.kind == kind)
    return select(review).where(*its).order_by(review.id.desc())


def reviews_of(text: Row) -> Select[Any]:
    """Every review of a text, the latest first."""
    review: Row = aliased(models.Review)
    own = select(review).where(review.translation_id == text.id)
    return own.order_by(review.submitted_at.desc(), review.id.desc())


def is_overdue(review: Row) -> ColumnElement[bool]:
    """Pending after the moment until which it was to be decided."""
    return and_(review.state == models.ReviewState.PENDING, review.due_at < func.now())


def seconds_to_publication(review: Row) -> ColumnElement[int]:
    """Whole seconds between the two moments."""
    return func.floor(func.extract("epoch", review.published_at - review.submitted_at))


@enum_type
class ReviewOrder(enum.Enum):
    """The order of a list of reviews."""

    NEWEST = "newest"
    OLDEST = "oldest"

    def keys(self, review: Row) -> tuple[Any, ...]:
        """What to order by."""
        if self is ReviewOrder.OLDEST:
            return review.submitted_at, review.id
        return review.submitted_at.desc(), review.id.desc()


@input_type
class ReviewFilter(Filter):
    """Which reviews. Every field that is given must hold."""

    id: list[strawberry.ID] | None = option("One of these.")
    mission: list[strawberry.ID] | None = option("Of a text of one of these missions.")
    kind: list[ReviewKind] | None = option("Before going out, or afterwards.")
    state: list[ReviewState] | None = option("In one of these states.")
    is_overdue: bool | None = option("Whether it should have been decided by now.")
    and_: list["ReviewFilter"] | None = option("All of these hold.", name="and")
    or_: list["ReviewFilter"] | None = option("At least one of these holds.", name="or")
    not_: "ReviewFilter | None" = option("This does not hold.", name="not")

    def own_conditions(self, review: Row) -> list[Any]:
        """A condition per field."""
        return [
            among(review.id, keys("Review", self.id)) if given(self.id) else None,
            _of_missions(review, self.mission) if given(self.mission) else None,
            review.kind.in_(self.kind) if given(self.kind) else None,
            review.state.in_(self.state) if given(self.state) else None,
            func.coalesce(is_overdue(review), False) == self.is_overdue if given(self.is_overdue) else None,
        ]


def _of_missions(review: Row, ids: Any) -> Any:
    text, post = aliased(models.Translation), aliased(models.Post)
    of_text = select(text, post).join(post, post.id == text.post_id).where(text.id == review.translation_id)
    return any_readable(of_text.where(among(post.mission_id, keys("Mission", ids))))


@object_type
class ReviewQueries:
    """Root fields of reviews."""

    @connection
    def reviews(
        self, filter: ReviewFilter | None = None, order: ReviewOrder = ReviewOrder.OLDEST
    ) -> Connection[Review]:
        """Every review that fits, of every mission you are a member of; the one that waits longest first."""
        review = aliased(models.Review)
        return sql(filtered(select(review), review, filter).order_by(*order.keys(review)))
