"""Obstacles: what stands in the way of a verb, said once in SQL and asked on both roads.

    def publishing(on: Subject) -> Iterator[Obstacle]:
        yield Obstacle(NotAllowed, unless(on.viewer.has(Role.EDITOR, on.post.mission_id)), …)
        yield Obstacle(NothingToPublish, on.newest.title == "", …)

A verb asks for the first that stands and raises it; `viewerCan` shows the same one beforehand. The first of every list
says who may do it at all and speaks of nothing else: whoever is stopped there learns no more.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, inspect, literal, true
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from schema.errors import NotAllowed, Refusal
from schema.sources import Row, Rows


@dataclass(frozen=True)
class Obstacle:
    """A refusal, and when it is met.

    ``stands`` must be true where it stands; false and null let pass, so what must hold is wrapped in `unless`.
    ``details`` are those of the refusal, as SQL or as plain values; ``path`` is the part of the input it is about.
    """

    refusal: type[Refusal]
    stands: ColumnElement[bool]
    details: Mapping[str, Any] = field(default_factory=dict)
    path: Sequence[str] = ("input",)

    @property
    def sentence(self) -> ColumnElement[str]:
        """What the refusal says, its details filled in by SQL."""
        parts: list[Any] = []
        for words, name, *_ in Formatter().parse(self.refusal.template()):
            parts += [literal(words)] if words else []
            parts += [_as_sql(self.details[name])] if name else []
        return func.concat(*parts)

    @property
    def details_as_json(self) -> ColumnElement[Any]:
        """The details of the refusal as one JSON object."""
        members = (part for name, value in self.details.items() for part in (literal(name), _as_sql(value)))
        return func.jsonb_build_object(*members, type_=JSONB)


Obstacles = Iterator[Obstacle]


def unless(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """That something does not hold, also where nothing is known of it."""
    return condition.is_not(true())


def answered(obstacles: Sequence[Obstacle]) -> ColumnElement[Any]:
    """What a reader is told: `{allowed, code, reason}`."""

    def told(obstacle: Obstacle) -> ColumnElement[Any]:
        said = ("allowed", False, "code", obstacle.refusal.code(), "reason", obstacle.sentence)
        return func.jsonb_build_object(*map(_as_sql, said), type_=JSONB)

    return _first(obstacles, told, func.jsonb_build_object(literal("allowed"), true(), type_=JSONB))


def decided(obstacles: Sequence[Obstacle]) -> ColumnElement[Any]:
    """What a verb decides by: `[which, details]` of the first obstacle that stands; `[]` when none does."""
    numbers = {id(obstacle): number for number, obstacle in enumerate(obstacles)}

    def told(obstacle: Obstacle) -> ColumnElement[Any]:
        return func.jsonb_build_array(literal(numbers[id(obstacle)]), obstacle.details_as_json, type_=JSONB)

    return _first(obstacles, told, func.jsonb_build_array(type_=JSONB))


def refusal_of(obstacles: Sequence[Obstacle], decision: Sequence[Any]) -> Refusal | None:
    """The refusal in what `decided` came to."""
    if not decision:
        return None
    which, details = decision
    met: Obstacle = obstacles[which]
    return met.refusal(path=met.path, **details)


def taken(obstacles: Obstacles, *, is_first_only: bool) -> list[Obstacle]:
    """A list of obstacles, or only who may do it at all."""
    first = next(obstacles)
    if not issubclass(first.refusal, NotAllowed):
        raise LookupError(f"{first.refusal.__name__} comes before who may do it at all")
    return [first] if is_first_only else [first, *obstacles]


def _first(
    obstacles: Sequence[Obstacle], told: Callable[[Obstacle], ColumnElement[Any]], otherwise: ColumnElement[Any]
) -> ColumnElement[Any]:
    return case(*((obstacle.stands, told(obstacle)) for obstacle in obstacles), else_=otherwise)


def _as_sql(value: Any) -> Any:
    return literal(value) if isinstance(value, str | int) else value


class Weighed(ColumnElement[bool]):
    """A row that a rule looks at whoever asks: what it decides may be told, what it read is not."""

    inherit_cache = True
    _traverse_internals = [("source", InternalTraversal.dp_clauseelement)]

    def __init__(self, row: Row) -> None:
        self.source = inspect(row).selectable


@compiles(Weighed)
def _weighed(element: Weighed, compiler: Any, **options: Any) -> str:
    """Nothing, in a verb; the compiler of reads notes that somebody thought of this table."""
    if note := getattr(compiler, "note_weighed", None):
        note(element.source)
    return "true"


def weighed(statement: Rows, *joined: Row) -> Rows:
    """A statement that a rule reads past the rules of visibility, as `readable` is one that holds to them.

    Only for obstacles: whoever is told what stands in their way has passed the first one, or learns only that.
    """
    found = [one["entity"] for one in statement.column_descriptions if one["entity"] is not None]
    rows = {id(row): row for row in (*found, *joined)}
    return statement.where(and_(*(Weighed(row) for row in rows.values())))
