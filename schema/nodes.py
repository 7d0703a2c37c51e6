"""Entrances by id, whatever the type."""

import strawberry
from sqlalchemy import ColumnElement, select

from schema.declaring import field, object_type
from schema.paging import Node
from schema.sources import EachOf, OneOf, key_if, known_id, rows_of, sql

NODE_TYPES = (
    "Account",
    "AccountSession",
    "ApiToken",
    "Appointment",
    "AuditEntry",
    "Byline",
    "Comment",
    "Delivery",
    "Event",
    "Factor",
    "Hold",
    "Membership",
    "Mission",
    "Notice",
    "Person",
    "Photo",
    "Placement",
    "Post",
    "PreviewLink",
    "Review",
    "Revision",
    "Schedule",
    "Tag",
    "Topic",
    "Translation",
    "Webhook",
)
"""The types that `node` finds; a test holds them against the schema."""


@object_type
class NodeQueries:
    """Root fields of anything with an id."""

    @field
    def node(self, id: strawberry.ID) -> Node | None:
        """The thing with this id; null when there is none, or you may not see it."""
        return sql(_anything(sql(id).converted("known", known_id)))

    @field
    def nodes(self, ids: list[strawberry.ID]) -> list[Node | None]:
        """The things with these ids, in their order; null for each that is not there, or that you may not see.

        Args:
            ids: Their ids.
        """
        return sql(EachOf(ids, _anything))


def _anything(id: ColumnElement[str]) -> OneOf:
    rows = {name: rows_of(name) for name in NODE_TYPES}
    return OneOf({name: select(row).where(row.id == key_if(name, id)) for name, row in rows.items()})
