"""The history of a text as people remember it, as GraphQL: one line for each sitting."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal_column, or_, select
from sqlalchemy.orm import aliased

from schema.declaring import column, connection, enum_type, field, object_type
from schema.history.models import AuditEntry as AuditEntryRow
from schema.history.types import AuditEntry
from schema.paging import Connection
from schema.posts import models
from schema.posts.contributions import is_beside, only
from schema.posts.revisions import Revision
from schema.sources import Row, any_readable, readable, sql

LONGEST_PAUSE: ColumnElement[Any] = literal_column("interval '30 minutes'")
"""Who saves again within it goes on with the same sitting."""
FOR_EVER: ColumnElement[Any] = literal_column("'infinity'::timestamptz")
SAVED = "post.draft_saved"
KINDS = {
    "post.created": "BEGUN",
    "post.translation_added": "BEGUN",
    "post.side_draft_kept": "KEPT_ASIDE",
    "post.published": "PUBLISHED",
    "post.revision_restored": "RESTORED",
}


@enum_type
class HistoryKind(enum.Enum):
    """What a line of the history of a text tells."""

    BEGUN = "begun"
    WRITTEN = "written"
    KEPT_ASIDE = "kept_aside"
    RESTORED = "restored"
    PUBLISHED = "published"


@object_type
class HistoryLine:
    """One sitting of one person, or one decision: all that they saved without a pause of more than half an hour."""

    actor_name: str = column("Who.")

    @field
    def kind(self) -> HistoryKind:
        """What it tells."""
        return sql(case(KINDS, value=sql(self).event, else_="WRITTEN"))

    @field
    def from_(self) -> int:
        """The number of the first revision of it."""
        return sql(_first_number(sql(self)))

    @field
    def to(self) -> int:
        """The number of the last one."""
        return sql(self).number

    @field
    def count(self) -> int:
        """How many revisions it has."""
        return sql(sql(self).number - _first_number(sql(self)) + 1)

    @field
    def started_at(self) -> datetime:
        """When the first of them was saved."""
        first = aliased(models.Revision)
        own = readable(select(first).where(is_beside(first, sql(self)), first.number == _first_number(sql(self))))
        return sql(func.coalesce(only(own, first.created_at), sql(self).created_at))

    @field
    def ended_at(self) -> datetime:
        """When the last of them was saved."""
        return sql(self).created_at

    @connection
    def revisions(self) -> Connection[Revision]:
        """The revisions of it, the newest first."""
        revision = aliased(models.Revision)
        own = select(revision).where(
            is_beside(revision, sql(self)),
            revision.number <= sql(self).number,
            revision.number >= _first_number(sql(self)),
        )
        return sql(own.order_by(revision.number.desc(), revision.id.desc()))

    @field
    def events(self) -> list[AuditEntry]:
        """What was decided about the text from then until it was saved again, the earliest first."""
        entry, following = aliased(AuditEntryRow), aliased(models.Revision)
        then = readable(
            select(following).where(is_beside(following, sql(self)), following.number == sql(self).number + 1)
        )
        is_before = entry.happened_at < func.coalesce(
            only(then, following.created_at), literal_column("'infinity'::timestamptz")
        )
        told = _decisions(entry, sql(self)).where(entry.happened_at >= sql(self).created_at, is_before)
        return sql(told.order_by(entry.happened_at, entry.id))


def sittings_of(translation: Any) -> Any:
    """The last revision of each sitting, the newest first."""
    last, following = aliased(models.Revision), aliased(models.Revision)
    goes_on = any_readable(
        select(following).where(
            is_beside(following, last), following.number == last.number + 1, _goes_on(last, following)
        )
    )
    lines = select(last).where(last.translation_id == translation.id, ~goes_on)
    return lines.order_by(last.number.desc(), last.id.desc())


def _first_number(last: Row) -> Any:
    """The number of the first revision of the sitting that a revision ends."""
    first, before = aliased(models.Revision), aliased(models.Revision)
    went_on = any_readable(
        select(before).where(is_beside(before, first), before.number == first.number - 1, _goes_on(before, first))
    )
    begins = readable(select(first).where(is_beside(first, last), first.number <= last.number, ~went_on))
    return func.coalesce(only(begins, func.max(first.number)), last.number)


def _goes_on(earlier: Row, later: Row) -> ColumnElement[bool]:
    """Whether two saves, one right after the other, are of one person and one sitting, with no decision between."""
    entry = aliased(AuditEntryRow)
    decided = _decisions(entry, later).where(
        entry.happened_at > earlier.created_at, entry.happened_at <= later.created_at
    )
    return and_(
        earlier.event == SAVED,
        later.event == SAVED,
        earlier.account_id.is_not_distinct_from(later.account_id),
        later.created_at - earlier.created_at <= LONGEST_PAUSE,
        ~any_readable(decided),
    )


def _decisions(entry: Row, revision: Row) -> Any:
    """What was decided about the text of a revision, saving apart."""
    text = aliased(models.Translation)
    own = readable(select(text).where(text.id == revision.translation_id))
    locale = only(own, text.locale)
    return select(entry).where(
        entry.subject_id == only(own, text.post_id),
        or_(entry.details["locale"].astext == locale, entry.details["locales"].has_key(locale)),
        entry.event.not_in([SAVED, "post.side_draft_kept"]),
    )
