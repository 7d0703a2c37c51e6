"""A connection as SQL: one page of rows by keyset, and what can be said of it.

    (select json_object('nodes' value json_agg(… order by place) filter (where place <= $1)) from
      (select *, row_number() over (order by key_0) as place from
        (select posts.*, posts.sort_at as key_0 from posts where … order by … limit 101) limit $1 + 1))

The inner limit keeps index scans under a generic plan, which cannot know $1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError
from sqlalchemy import ARRAY, ColumnElement, FromClause, Integer, Text, func, inspect, literal, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import aliased

from gateway.reads.cursors import beyond, cursor, fingerprint, order_of
from gateway.reads.rows import order_by, row_of
from schema.sources import Page, Param, Row, readable, with_facts

DEFAULT_PAGE_SIZE = 20
LARGEST_PAGE = 100


class OpenPage:
    """A page whose fields are being asked for; `is_read` tells whether any of them needs its rows."""

    def __init__(
        self, page: Page, rows: FromClause, size: int | Param, order: list[ColumnElement[Any]], list_: Param
    ) -> None:
        self.page, self.rows, self.size = page, rows, size
        self.is_backwards = page.last is not None
        self.is_read = False
        self.row: Row = with_facts(aliased(inspect(row_of(page.statement)).mapper.class_, rows), page.facts)
        self.cursor = cursor(list_, order)
        self.edge = PageEdge(self)
        self.page_info = PageFacts(self)

    @property
    def nodes(self) -> "PageNodes":
        self.is_read = True
        return PageNodes(self)

    @property
    def edges(self) -> "PageEdges":
        self.is_read = True
        return PageEdges(self)

    @property
    def total_count(self) -> ColumnElement[int]:
        counted = readable(self.page.statement).order_by(None)
        count = literal_column("count(*)", Integer())
        return func.coalesce(counted.with_only_columns(count, maintain_column_froms=True).scalar_subquery(), literal(0))

    @property
    def is_on_page(self) -> ColumnElement[bool]:
        return self.rows.c.place <= self.size

    @property
    def place_in_order(self) -> ColumnElement[Any]:
        return self.rows.c.place.desc() if self.is_backwards else self.rows.c.place


@dataclass(frozen=True)
class PageNodes:
    """The rows of a page."""

    page: OpenPage


@dataclass(frozen=True)
class PageEdges:
    """The rows of a page, each with its cursor."""

    page: OpenPage


class PageEdge:
    """One row of a page with its cursor."""

    def __init__(self, page: OpenPage) -> None:
        self.node = page.row
        self.cursor = page.cursor


class PageFacts:
    """Where a page stands in its list."""

    def __init__(self, page: OpenPage) -> None:
        self._page = page

    @property
    def has_next_page(self) -> Any:
        return self._has_more if not self._page.is_backwards else literal(self._page.page.before is not None)

    @property
    def has_previous_page(self) -> Any:
        return self._has_more if self._page.is_backwards else literal(self._page.page.after is not None)

    @property
    def start_cursor(self) -> Any:
        return self._cursor_at(self._page.place_in_order)

    @property
    def end_cursor(self) -> Any:
        place = self._page.rows.c.place
        return self._cursor_at(place if self._page.is_backwards else place.desc())

    @property
    def _has_more(self) -> Any:
        self._page.is_read = True
        return literal_column("count(*)", Integer()) > self._page.size

    def _cursor_at(self, order: ColumnElement[Any]) -> Any:
        self._page.is_read = True
        cursors = func.array_agg(aggregate_order_by(self._page.cursor, order), type_=ARRAY(Text()))
        return cursors.filter(self._page.is_on_page)[literal_column("1")]


def open_page(page: Page, coordinate: str, filters: Mapping[str, Any]) -> OpenPage:
    """The rows of a page and one more, which tells whether there is a next."""
    size, list_ = page_size(page), fingerprint(coordinate, filters)
    order, is_backwards = order_of(order_by(page.statement)), page.last is not None
    bounds = [
        beyond(order, place, list_, backwards)
        for place, backwards in ((page.after, False), (page.before, True))
        if place is not None
    ]
    keys = [key.label(f"key_{index}") for index, (key, _) in enumerate(order)]
    falling = [descends != is_backwards for _, descends in order]
    near = (
        readable(page.statement)
        .add_columns(*keys)
        .where(*bounds)
        .order_by(None)
        .order_by(*(key.desc() if falls else key.asc() for (key, _), falls in zip(order, falling, strict=True)))
        .limit(literal_column(str(LARGEST_PAGE + 1)))
        .subquery()
    )
    columns = [near.c[f"key_{index}"] for index in range(len(keys))]
    directed = [key.desc() if falls else key.asc() for key, falls in zip(columns, falling, strict=True)]
    place = func.row_number().over(order_by=directed).label("place")
    rows = select(near, place).limit(size + 1).subquery()
    return OpenPage(page, rows, size, [rows.c[column.name] for column in columns], list_)


def page_size(page: Page) -> int | Param:
    """How many rows a page holds: `first`, else `last`, else the default."""
    if page.first is not None and page.last is not None:
        raise GraphQLError(
            "Ask for the first rows or for the last ones, not for both.", extensions={"code": "BAD_USER_INPUT"}
        )
    asked = page.first if page.first is not None else page.last
    return DEFAULT_PAGE_SIZE if asked is None else asked.converted("size", check_size)


def check_size(size: int) -> int:
    """The size itself, or a refusal that names the limit."""
    if not 0 <= size <= LARGEST_PAGE:
        raise GraphQLError(
            f"A page holds 0 to {LARGEST_PAGE} items; {size} were asked for. Ask for less and follow the cursor.",
            extensions={"code": "PAGE_SIZE", "limit": LARGEST_PAGE},
        )
    return size
