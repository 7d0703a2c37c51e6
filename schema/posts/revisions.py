"""The states a text went through, as GraphQL."""

from datetime import datetime
from typing import Any

import strawberry
from sqlalchemy import func, select
from sqlalchemy.orm import aliased
from strawberry.scalars import JSON

from schema.declaring import column, computed, connection, field, object_type
from schema.media.models import MEDIA_PATH
from schema.paging import Connection, Node
from schema.posts import models
from schema.posts.body.comparing import compare
from schema.posts.diffs import TextDiff
from schema.sources import Computed, Row, any_readable, readable, sql

DIFF_ROWS = 300
"""What a comparison of two bodies is counted for."""


def with_absolute_addresses(html: Any, public_url: str) -> Any:
    """Rendered HTML with this server's address before those of its photos."""
    return func.coalesce(func.replace(html, f'src="{MEDIA_PATH}', f'src="{public_url}{MEDIA_PATH}'), "")


@object_type
class Revision(Node):
    """One numbered state of a text; it never changes. Only members of the mission see any."""

    number: int = column("Its number; what a save names as `baseRevision`.")
    base_number: int | None = column("The revision it started from; null for the first.")
    is_side_draft: bool = column("Whether it was kept aside because it could not be brought together with others.")
    event: str = column("What made it, such as post.draft_saved.")
    title: str = column("The title.")
    summary: str = column("The summary.")
    actor_name: str = column("Who saved it.")

    @field
    def saved_at(self) -> datetime:
        """When it was saved."""
        return sql(self).created_at

    @field
    def is_merged(self) -> bool:
        """Whether it brings together what was saved by several people at once."""
        _, parts = _parts(self)
        return sql(any_readable(parts))

    @field
    def merged_from(self) -> "list[Revision]":
        """What was sent, as it was sent, and is brought together here with the revision this one started from."""
        sent, parts = _parts(self)
        return sql(parts.order_by(sent.number))

    @field
    def merged_into(self) -> "Revision | None":
        """The revision that holds this text together with what others had saved; null for most."""
        whole = aliased(models.Revision)
        return sql(
            select(whole).where(
                whole.translation_id == sql(self).translation_id, whole.number == sql(self).merged_into_number
            )
        )

    @field
    def json(self) -> JSON:
        """The document as it is stored: ProseMirror JSON."""
        return sql(self).body

    @field
    def html(self, info: strawberry.Info) -> str:
        """The whole text as HTML; safe to show."""
        return sql(with_absolute_addresses(sql(self).html, info.context.public_url))

    @field
    def text(self) -> str:
        """The whole text without any marks."""
        return sql(self).plain_text


def _parts(revision: Any) -> tuple[Row, Any]:
    """The row of the texts that were brought together in a revision, and the statement that reads them."""
    sent = aliased(models.Revision)
    is_part = (sent.translation_id == revision.translation_id, sent.merged_into_number == revision.number)
    return sent, select(sent).where(*is_part)


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
