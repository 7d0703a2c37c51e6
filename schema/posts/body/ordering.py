"""The order of blocks when two sides have each moved some, written some and deleted some.

What a side deleted keeps a place in its order, behind what stood before it: what was written instead stands there.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Order:
    """Three orders of ids; those of both sides hold what they deleted, too."""

    base: list[str]
    mine: list[str]
    theirs: list[str]
    moved_by_me: frozenset[str]
    moved_by_them: frozenset[str]
    deleted: frozenset[str]
    """By one side or by both."""

    @classmethod
    def of(cls, base: list[str], mine: list[str], theirs: list[str]) -> "Order":
        """The orders of a base and of what two sides made of it."""
        moved_by_me, moved_by_them = moved(base, mine), moved(base, theirs)
        return cls(
            base,
            with_deleted(base, mine, moved_by_me),
            with_deleted(base, theirs, moved_by_them),
            moved_by_me,
            moved_by_them,
            frozenset(base) - (frozenset(mine) & frozenset(theirs)),
        )


def moved(base: Sequence[str], side: Sequence[str]) -> frozenset[str]:
    """What a side moved: as few as possible, so that all others stand in the order they had."""
    place = {id: index for index, id in enumerate(base)}
    common = [id for id in side if id in place]
    stayed = set(longest_rising([place[id] for id in common]))
    return frozenset(id for id in common if place[id] not in stayed)


def longest_rising(numbers: Sequence[int]) -> list[int]:
    """The longest selection of different numbers that rises, in a list that need not."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        length = bisect_left(ends, number)
        before[number] = ends[length - 1] if length else None
        ends[length : length + 1] = [number]
    found: list[int] = []
    last: int | None = ends[-1] if ends else None
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]


def with_deleted(base: Iterable[str], side: Sequence[str], moved: Collection[str]) -> list[str]:
    """The order of a side with what it deleted behind what stood before it, if that was not moved."""
    chain, kept, behind = _Chain(side), set(side), None
    for id in base:
        if id not in kept:
            chain.put(id, behind)
        if id not in moved:
            behind = id
    return list(chain)


def merged_order(order: Order) -> list[str]:
    """Their order, with what I wrote and moved where I put it; what both moved stands where they put it."""
    base, theirs = set(order.base), set(order.theirs)
    carried = {id for id in order.mine if id not in theirs} | (order.moved_by_me - order.moved_by_them)
    put_by_them = (theirs - base - set(order.mine)) | order.moved_by_them
    chain, behind = _Chain([id for id in order.theirs if id not in carried]), None
    for id in order.mine:
        if id in carried:
            chain.put(id, behind, past=put_by_them)
        if id not in order.moved_by_them:
            behind = id
    return [id for id in chain if id not in order.deleted]


def run_after(side: Sequence[str], id: str, base: Collection[str]) -> list[str]:
    """What a side wrote directly behind a block."""
    written: list[str] = []
    for each in side[side.index(id) + 1 :]:
        if each in base:
            break
        written.append(each)
    return written


class _Chain:
    """A list into which one can put behind any of its members at once."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._next: dict[str | None, str | None] = dict(zip([None, *ids], [*ids, None], strict=True))

    def put(self, id: str, behind: str | None, past: Collection[str] = ()) -> None:
        """Put an id behind another, or first of all, and past the members of ``past`` that stand there."""
        while (following := self._next[behind]) in past:
            behind = following
        self._next[behind], self._next[id] = id, self._next[behind]

    def __iter__(self) -> Iterator[str]:
        id = self._next[None]
        while id is not None:
            yield id
            id = self._next[id]
