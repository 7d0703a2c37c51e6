"""Lists that can grow: one page of each, read for many parents at once, and what is said of a page."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Uuid, and_, bindparam, func, literal_column, or_, select, true
from sqlalchemy.orm import aliased

from tests.oracle.asking import Asking
from tests.oracle.seeing import Condition, may_read
from tests.oracle.wording import cursor_of, keys_in, mark_of, refusal

NOBODY = UUID(int=0)
"""The parent of a list at the top of a query."""
PARENT: ColumnElement[Any] = literal_column("parents.key", Uuid())
MOST = 100
DEFAULT = 20

Keys = Sequence[tuple[ColumnElement[Any], bool]]
"""Each key of an order, and whether it falls."""

Order = Callable[[Asking, Any, Mapping[str, Any]], Keys]
"""The keys of a list for whoever asks: what they may not read may not tell by its place."""


@dataclass(frozen=True)
class Listing:
    """A list: its rows, which of them belong to a parent, their order, and what a filter means."""

    coordinate: str
    model: type
    order: Order
    of: Callable[[Asking, Any, Mapping[str, Any]], Condition] = lambda asking, row, arguments: true()
    filters: Callable[[Asking, Any, Mapping[str, Any]], Condition] | None = None
    listed: Callable[[Any, Mapping[str, Any] | None], Condition] = lambda row, given: true()
    wraps: Callable[[Any, Mapping[str, Any]], Any] = lambda row, arguments: row


@dataclass(frozen=True)
class Place:
    """One row of a page and its cursor."""

    node: Any
    cursor: str


@dataclass(frozen=True)
class Found:
    """One page as it was found."""

    places: Sequence[Place]
    has_more: bool


@dataclass
class Opened:
    """A list that was asked for, with its arguments; nothing is read before a field of it is."""

    asking: Asking
    listing: Listing
    arguments: Mapping[str, Any]
    types: Mapping[str, Any] = field(repr=False)
    parent: UUID = NOBODY

    def __post_init__(self) -> None:
        first, last = self.arguments.get("first"), self.arguments.get("last")
        if first is not None and last is not None:
            raise refusal("BAD_USER_INPUT")
        self.is_backward = last is not None
        self.size = next((size for size in (first, last) if size is not None), DEFAULT)
        if not 0 <= self.size <= MOST:
            raise refusal("PAGE_SIZE")
        self.mark = mark_of(self.listing.coordinate, self.arguments, self.types)
        self.after, self.before = (self._place(self.arguments.get(name)) for name in ("after", "before"))
        if self.arguments.get("filter") is not None or "text" in self.arguments:
            self._where(aliased(self.listing.model))  # refuses what is wrong with it

    async def page(self) -> Found:
        """The rows of this page."""
        name = ("page", self.listing.coordinate, json.dumps(self.arguments, default=str))
        found: Found = await self.asking.load(name, self._pages, self.parent)
        return found

    async def count(self) -> int:
        """How many rows the whole list has."""
        name = ("count", self.listing.coordinate, json.dumps(self.arguments, default=str))
        return int(await self.asking.load(name, self._counts, self.parent))

    async def _pages(self, parents: list[UUID]) -> list[Found]:
        row: Any = aliased(self.listing.model)
        keys = self.listing.order(self.asking, row, self.arguments)
        labels = [key.label(f"key_{index}") for index, (key, _) in enumerate(keys)]
        rows = select(row, *labels).where(self._where(row), *self._bounds(keys)).order_by(*self._directed(keys))
        page = rows.limit(self.size + 1).lateral("page")
        entity: Any = aliased(self.listing.model, page)
        found_keys = [page.c[label.name] for label in labels]
        by_parent = [(key, falls) for key, (_, falls) in zip(found_keys, keys, strict=True)]
        statement = select(PARENT, entity, *found_keys).select_from(self._parents(parents).join(page, true()))
        pages: dict[UUID, list[Place]] = {parent: [] for parent in parents}
        for parent, one, *values in await self.asking.rows(statement.order_by(*self._directed(by_parent))):
            pages[parent].append(Place(self.listing.wraps(one, self.arguments), cursor_of(self.mark, values)))
        return [self._found(pages[parent]) for parent in parents]

    async def _counts(self, parents: list[UUID]) -> list[int]:
        row: Any = aliased(self.listing.model)
        count = select(func.count().label("rows")).select_from(row).where(self._where(row)).lateral("counted")
        statement = select(PARENT, count.c.rows).select_from(self._parents(parents).join(count, true()))
        counts = {parent: found for parent, found in await self.asking.rows(statement)}
        return [counts[parent] for parent in parents]

    def _place(self, cursor: str | None) -> list[Any] | None:
        """The keys of the row a cursor was made of."""
        if cursor is None:
            return None
        order = self.listing.order(self.asking, aliased(self.listing.model), self.arguments)
        return keys_in(cursor, self.mark, [key.type.python_type for key, _ in order])

    def _found(self, places: list[Place]) -> Found:
        kept = places[: self.size]
        return Found(kept[::-1] if self.is_backward else kept, len(places) > self.size)

    def _parents(self, parents: list[UUID]) -> Any:
        keys = bindparam(None, parents, type_=ARRAY(Uuid()))
        return func.unnest(keys).table_valued("key", with_ordinality="place").render_derived(name="parents")

    def _where(self, row: Any) -> Condition:
        conditions = [self.listing.of(self.asking, row, self.arguments), may_read(self.asking.asker, row)]
        conditions.append(self.listing.listed(row, self.arguments.get("filter")))
        if self.listing.filters is not None and self.arguments.get("filter") is not None:
            conditions.append(self.listing.filters(self.asking, row, self.arguments["filter"]))
        return and_(*conditions)

    def _directed(self, keys: Keys) -> list[Any]:
        return [key.desc() if falls != self.is_backward else key.asc() for key, falls in keys]

    def _bounds(self, keys: Keys) -> list[Condition]:
        bounds = ((self.after, False), (self.before, True))
        return [_past(keys, place, backward) for place, backward in bounds if place is not None]


def _past(keys: Keys, place: Sequence[Any], backward: bool) -> Condition:
    """Rows on the far side of a place: equal in some first keys, and further in the next."""
    ways: list[Condition] = []
    equal: list[Condition] = []
    for (key, falls), value in zip(keys, place, strict=True):
        ways.append(and_(true(), *equal, key < value if falls != backward else key > value))
        equal.append(key == value)
    return or_(*ways)


def by(*names: str) -> Order:
    """An order by columns that no argument changes; `-` turns one round."""

    def order(asking: Asking, row: Any, arguments: Mapping[str, Any]) -> Keys:
        return [(getattr(row, name.removeprefix("-")), name.startswith("-")) for name in names]

    return order


def orders(otherwise: str, **known: tuple[str, ...]) -> Order:
    """An order by the argument `order`."""

    def order(asking: Asking, row: Any, arguments: Mapping[str, Any]) -> Keys:
        return by(*known[arguments.get("order") or otherwise])(asking, row, arguments)

    return order
