"""What of a computed value is asked for: its members by attribute, put into an answer by response name.

The value comes from a function of the schema, long after the plan is made; here it is settled, once for each plan, what
will be taken of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphql import GraphQLOutputType, is_abstract_type, is_leaf_type, is_list_type, is_non_null_type

from gateway.reads import shapes

if TYPE_CHECKING:
    from gateway.reads.compile import ReadCompiler

Take = Callable[[Any], Any]


@dataclass(frozen=True)
class Projected:
    """What is taken of a part of a computed value, and what that looks like."""

    take: Take
    shape: shapes.Shape


def made_by(function: Callable[..., Any], take: Take) -> Take:
    """Calls a function with the inputs that SQL has selected, and takes of its result what was asked for."""
    return lambda inputs: take(function(**inputs))


class Projector:
    """Walks the selection below a computed field."""

    def __init__(self, compiler: "ReadCompiler") -> None:
        self._compiler = compiler

    def complete(self, type_: GraphQLOutputType, details: Any, coordinate: str) -> Projected:
        """Type × selection → what is taken of a value of that type."""
        if is_non_null_type(type_):
            inner = self.complete(type_.of_type, details, coordinate)
            return Projected(inner.take, shapes.NonNull(inner.shape, coordinate))
        if is_list_type(type_):
            item = self.complete(type_.of_type, details, coordinate)
            return Projected(_unless_null(_each(item.take)), shapes.ListOf(item.shape))
        if is_leaf_type(type_):
            return Projected(_itself, shapes.Leaf())
        if is_abstract_type(type_):
            return self._one_by_kind(type_, details)
        return self._object(type_, details)

    def _object(self, type_: Any, details: Any) -> Projected:
        members = {
            name: self._member(type_, asked)
            for name, asked in self._compiler.collect_subfields(type_, details).grouped_field_set.items()
        }
        take = _members({name: member.take for name, member in members.items()})
        return Projected(_unless_null(take), shapes.Object({name: member.shape for name, member in members.items()}))

    def _member(self, type_: Any, asked: Any) -> Projected:
        name = asked[0].node.name.value
        if name == "__typename":
            return Projected(lambda value: type_.name, shapes.Leaf())
        field = type_.fields[name]
        coordinate, declared = f"{type_.name}.{name}", field.extensions["strawberry-definition"]
        if declared.base_resolver is not None:
            raise LookupError(f"{coordinate}: a computed object has members only; declare it by column()")
        inner = self.complete(field.type, asked, coordinate)
        return Projected(_member(declared.python_name, inner.take), inner.shape)

    def _one_by_kind(self, type_: Any, details: Any) -> Projected:
        """An object of a union, whose type is told by its member `kind`."""
        options = {
            member.extensions["strawberry-definition"].origin.kind: self._object(member, details)
            for member in self._compiler.schema.get_possible_types(type_)
        }
        takes = {kind: option.take for kind, option in options.items()}
        objects = [option.shape for option in options.values() if isinstance(option.shape, shapes.Object)]
        return Projected(_unless_null(lambda value: takes[value["kind"]](value)), shapes.Alternatives(objects))


def _itself(value: Any) -> Any:
    return value


def _unless_null(take: Take) -> Take:
    return lambda value: None if value is None else take(value)


def _each(take: Take) -> Take:
    return lambda values: [take(value) for value in values]


def _member(name: str, take: Take) -> Take:
    return lambda value: take(value[name])


def _members(takes: Mapping[str, Take]) -> Take:
    return lambda value: {name: take(value) for name, take in takes.items()}
