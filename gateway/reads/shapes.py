"""What an answer looks like, so that a broken promise of the schema can be mended as the specification says.

A shape is made while a read is compiled. It is walked only when an answer holds a null where a value was promised, or
something that Python has yet to make.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError


@dataclass(frozen=True)
class Leaf:
    """A scalar, or anything below which nothing is promised."""


@dataclass(frozen=True)
class NonNull:
    """A value that was promised."""

    shape: "Shape"
    field: str


@dataclass(frozen=True)
class ListOf:
    """A list."""

    item: "Shape"


@dataclass(frozen=True)
class Object:
    """An object, its members by response name."""

    members: Mapping[str, "Shape"]


@dataclass(frozen=True)
class Alternatives:
    """An object of one of several types, told apart by their members."""

    objects: Sequence[Object]


@dataclass(frozen=True)
class Computed:
    """What `make` makes of the inputs that SQL has put here under `mark`, which no other such place has."""

    mark: str
    make: Callable[[Any], Any]
    shape: "Shape"


Shape = Leaf | NonNull | ListOf | Object | Alternatives | Computed
Path = tuple[str | int, ...]

MOST_ERRORS = 10


class _Null(Exception):
    """A promised value is missing here: the nearest place above that may be null becomes null."""


def mend(data: Any, shape: Shape, path: Path = ()) -> tuple[Any, list[GraphQLError]]:
    """The answer with all that Python makes in its place, nulls moved up to where one may be, and an error for each."""
    errors: list[GraphQLError] = []
    try:
        return _mend(data, shape, path, errors), errors[:MOST_ERRORS]
    except _Null:
        return None, errors[:MOST_ERRORS]


def _mend(data: Any, shape: Shape, path: Path, errors: list[GraphQLError]) -> Any:
    if isinstance(shape, Computed):
        return _mend(shape.make(data[shape.mark]), shape.shape, path, errors)
    if isinstance(shape, NonNull):
        mended = _promised(data, shape, path, errors)
        if mended is None:
            raise _Null
        return mended
    try:
        return _mend_parts(data, shape, path, errors)
    except _Null:
        return None


def _promised(data: Any, shape: NonNull, path: Path, errors: list[GraphQLError]) -> Any:
    if data is None:
        message = f"Cannot return null for non-nullable field {shape.field}."
        errors.append(GraphQLError(message, path=list(path), extensions={"code": "INTERNAL_SERVER_ERROR"}))
        return None
    return _mend_parts(data, shape.shape, path, errors)


def _mend_parts(data: Any, shape: Shape, path: Path, errors: list[GraphQLError]) -> Any:
    if data is None or isinstance(shape, Leaf):
        return data
    if isinstance(shape, ListOf):
        return [_mend(item, shape.item, (*path, index), errors) for index, item in enumerate(data)]
    if isinstance(shape, Alternatives):
        shape = next((option for option in shape.objects if _fits(data, option)), Object({}))
    assert isinstance(shape, Object)
    return {name: _mend(part, shape.members[name], (*path, name), errors) for name, part in data.items()}


def _fits(data: Any, shape: Shape) -> bool:
    """Whether a value can be of this shape, down to its last member: only that tells two types apart for certain."""
    if isinstance(shape, NonNull):
        return _fits(data, shape.shape)
    if isinstance(shape, Computed):
        return isinstance(data, dict) and data.keys() == {shape.mark}
    if data is None or isinstance(shape, Leaf):
        return True
    if isinstance(shape, ListOf):
        return all(_fits(item, shape.item) for item in data)
    if isinstance(shape, Alternatives):
        return any(_fits(data, option) for option in shape.objects)
    return data.keys() == shape.members.keys() and all(_fits(data[name], part) for name, part in shape.members.items())
