"""How a text came to be, as fields of a text."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from schema.declaring import computed, connection, object_type
from schema.paging import Connection
from schema.posts import models
from schema.posts.body.comparing import compare
from schema.posts.diffs import TextDiff
from schema.posts.revisions import Revision
from schema.posts.sittings import HistoryLine, sittings_of
from schema.sources import Computed, readable, sql

DIFF_ROWS = 300
"""What a comparison of two bodies is counted for."""


@object_type
class TextHistory:
    """How a text came to be; only members of the mission see any of it."""

    @connection
    def revisions(self) -> Connection[Revision]:
        """Every state it went through, the newest first; empty for visitors."""
        revision = aliased(models.Revision)
        own = select(revision).where(revision.translation_id == sql(self).id)
        return sql(own.order_by(revision.number.desc(), revision.id.desc()))

    @connection
    def side_drafts(self) -> Connection[Revision]:
        """What was kept aside because others had changed the same, the newest first; empty for visitors."""
        revision = aliased(models.Revision)
        aside = select(revision).where(revision.translation_id == sql(self).id, revision.is_side_draft)
        return sql(aside.order_by(revision.number.desc(), revision.id.desc()))

    @connection
    def history(self) -> Connection[HistoryLine]:
        """How it came to be, one line for each sitting of one person, the newest first; empty for visitors."""
        return sql(sittings_of(sql(self)))

    @computed
    def diff(self, from_: int, to: int) -> TextDiff | None:
        """What became of the text between two revisions, by block and by word; null unless you may read both.

        Args:
            from_: The number of the older revision.
            to: The number of the newer one; it may be the older one, then everything is told the other way round.
        """
        inputs = {"older": _state(sql(self).id, from_), "newer": _state(sql(self).id, to)}
        return sql(Computed(compare, inputs, rows=DIFF_ROWS))


def _state(translation_id: Any, number: Any) -> Any:
    """What a revision says, for a comparison."""
    revision = aliased(models.Revision)
    own = readable(select(revision).where(revision.translation_id == translation_id, revision.number == number))
    said = func.jsonb_build_object("title", revision.title, "summary", revision.summary, "body", revision.body)
    return own.with_only_columns(said, maintain_column_froms=True).scalar_subquery()
