"""Who had a hand in a text, as GraphQL: who wrote it and who published it are kept apart."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import aliased

from schema.declaring import field, object_type
from schema.posts import models
from schema.sources import Row, any_readable, sql


@object_type
class Contribution:
    """Somebody's part in a text, and its last moment."""

    @field
    def name(self) -> str:
        """Who: the name of an account, or “system” for an import."""
        return sql(self).actor_name

    @field
    def at(self) -> datetime:
        """When they last did it."""
        return sql(self).created_at

    @field
    def revision(self) -> int:
        """The number of the revision they made then."""
        return sql(self).number


@object_type
class Clearing:
    """Somebody's consent to a revision, and its moment."""

    @field
    def name(self) -> str:
        """Who: the name of an account."""
        return sql(func.coalesce(sql(self).decided_by, "system"))

    @field
    def at(self) -> datetime:
        """When."""
        return sql(self).decided_at

    @field
    def revision(self) -> int:
        """The number of the revision they had read."""
        return sql(self).revision_number


def writers_of(revision: Row) -> Any:
    """The last revision of each who wrote what a revision holds; who published it has not written it for that."""
    own, later = aliased(models.Revision), aliased(models.Revision)
    wrote_later = any_readable(
        select(later).where(
            _is_in(later, revision), later.number > own.number, later.account_id.is_not_distinct_from(own.account_id)
        )
    )
    return select(own).where(_is_in(own, revision), ~wrote_later).order_by(own.number, own.id)


def clearings_of(revision: Row) -> Any:
    """The reviews in which a revision was cleared, or the one that went out with it."""
    review = aliased(models.Review)
    is_its = or_(
        review.revision_number == revision.number,
        and_(revision.event == "post.published", review.revision_number == revision.base_number),
    )
    cleared = review.state == models.ReviewState.CLEARED
    own = select(review).where(review.translation_id == revision.translation_id, is_its, cleared)
    return own.order_by(review.decided_at, review.id)


def publications_of(revision: Row) -> Any:
    """The revision by which another one was published, or which was made by publishing it."""
    published = aliased(models.Revision)
    is_it = or_(published.number == revision.number, published.base_number == revision.number)
    own = select(published).where(is_beside(published, revision), published.event == "post.published", is_it)
    return own.order_by(published.number)


def _is_in(written: Row, revision: Row) -> ColumnElement[bool]:
    """Whether a revision was written on the way to another one; side drafts are on nobody's way but their own."""
    is_aside = or_(revision.is_side_draft, revision.merged_into_number.is_not(None))
    until = case((is_aside, revision.base_number), else_=revision.number)
    is_on_the_way = and_(written.number <= until, ~written.is_side_draft)
    return and_(
        is_beside(written, revision),
        written.event != "post.published",
        or_(written.number == revision.number, is_on_the_way),
    )


def is_beside(other: Row, revision: Row) -> ColumnElement[bool]:
    """Whether two revisions are of the same text."""
    same: ColumnElement[bool] = other.translation_id == revision.translation_id
    return same


def only(statement: Any, value: Any) -> Any:
    """One value of a statement that finds one row."""
    return statement.with_only_columns(value, maintain_column_froms=True).scalar_subquery()
