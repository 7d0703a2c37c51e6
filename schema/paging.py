"""The GraphQL shapes of identity and of a page, after the Relay specifications."""

from typing import Generic, TypeVar

import strawberry

from schema.declaring import column, field, interface_type, object_type
from schema.sources import global_id

Item = TypeVar("Item")


@interface_type
class Node:
    """Anything with an id of its own."""

    @field
    def id(self) -> strawberry.ID:
        """Opaque and stable; no other thing ever has it."""
        return global_id(self)


@object_type
class PageInfo:
    """Where a page stands in its list."""

    has_next_page: bool = column("Whether there are items after this page.")
    has_previous_page: bool = column("Whether there are items before this page.")
    start_cursor: str | None = column("The cursor of the first item; null on an empty page.")
    end_cursor: str | None = column("The cursor of the last item; null on an empty page.")


@object_type
class Edge(Generic[Item]):
    """An item of a list with its place in it."""

    node: Item = column("The item.")
    cursor: str = column("Its place in this list, in this order and with this filter; opaque.")


@object_type
class Connection(Generic[Item]):
    """One page of a list: at most 100 items, 20 when no number is asked for."""

    edges: list[Edge[Item]] = column("The items with their cursors.")
    nodes: list[Item] = column("The items.")
    page_info: PageInfo = column("Where this page stands in the list.")
    total_count: int = column("How many items the whole list has for you; counted only when it is asked for.")
