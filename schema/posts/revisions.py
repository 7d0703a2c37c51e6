"""The states a text went through, as GraphQL."""

from datetime import datetime
from typing import Any

import strawberry
from sqlalchemy import func, select
from sqlalchemy.orm import aliased
from strawberry.scalars import JSON

from schema.declaring import column, field, object_type
from schema.media.models import MEDIA_PATH
from schema.paging import Node
from schema.posts import models
from schema.posts.contributions import Clearing, Contribution, clearings_of, publications_of, writers_of
from schema.sources import First, Row, any_readable, sql


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
    def written_by(self) -> list[Contribution]:
        """Who wrote what it says, whoever published it; in the order of what they wrote last."""
        return sql(writers_of(sql(self)))

    @field
    def cleared_by(self) -> list[Clearing]:
        """Who agreed to it before it went out or afterwards, the first of them first."""
        return sql(clearings_of(sql(self)))

    @field
    def published_by(self) -> Contribution | None:
        """Who published it; null for what was not published."""
        return sql(First(publications_of(sql(self))))

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
