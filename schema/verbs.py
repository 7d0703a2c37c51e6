"""How a noun declares a mutation: a verb takes a change and one input, and answers what it wrote, or problems."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, get_type_hints
from uuid import UUID

import strawberry

from schema.base import Base
from schema.declaring import described, input_type, interface_type, option
from schema.errors import Invalid
from schema.problems import Problem
from schema.sources import BadId, decode_id


class IdUnusable(Invalid):
    """{reason}"""


@dataclass(frozen=True)
class Stored:
    """Something a verb has written, by type and key; what is asked of it is read by the reading road."""

    type_name: str
    key: UUID


def stored(row: Base) -> Any:
    """A row a verb has written, for its payload."""
    return Stored(type(row).__name__, row.id)


@input_type
class VerbInput:
    """What every mutation takes."""

    idempotency_key: str | None = option(
        "A key of your own, at most 255 characters. Within 24 hours the same key with the same input is done once."
    )


@interface_type
class Payload:
    """What every mutation answers."""

    problems: list[Problem] = strawberry.field(
        default_factory=list, description="What stood in the way; empty when it was done."
    )


def verb(method: Callable[..., Awaitable[Any]]) -> Any:
    """A mutation, described by its docstring: `method(self, change, input)` calls one service.

    It runs in one transaction. A refusal becomes a problem, and then nothing was changed unless the problem says so.
    """

    async def resolve(self: Any, info: strawberry.Info, input: Any) -> Any:
        return await info.context.write(method.__name__, input, answer, lambda change: method(self, change, input))

    hints = get_type_hints(method)
    answer = hints["return"]
    taken = described(hints["input"], inspect.getdoc(hints["input"]) or "")
    resolve.__annotations__ = {"info": strawberry.Info, "input": taken, "return": answer}
    return strawberry.mutation(resolver=resolve, name=_camel(method.__name__), description=inspect.getdoc(method))


def key_of(id: str, type_name: str, *path: str | int) -> UUID:
    """The row key in an id of an input.

    Raises:
        IdUnusable: it is the id of another type, or none.
    """
    try:
        return UUID(decode_id(id, type_name))
    except BadId as error:
        raise IdUnusable(reason=error.message, path=("input", *path)) from None


def key_of_optional(id: str | None, type_name: str, *path: str | int) -> UUID | None:
    """The row key in an id that may be left out."""
    return None if id is None else key_of(id, type_name, *path)


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
