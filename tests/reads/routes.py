"""How a query reaches each type of the schema, and every way to ask for each of its fields."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
)

from tests.reads.walking import GRAPH, LOGIC, OWNERS, node_types, object_types

EITHER: Mapping[str, list[tuple[str, ...]]] = {
    "post": [("id",), ("mission", "slug")],
    **{name: [("id",), ("slug",)] for name in ("mission", "person", "topic", "tag")},
}
"""Root fields that take one way of naming a thing or another."""

TEXTS = {"mission": "amman", "text": "the", "slug": "workshop", "credit": "Samir Talwazi", "hostCountry": "JO"}


@dataclass(frozen=True)
class Route:
    """How a query reaches the fields of a type."""

    before: str = ""

    def to(self, step: str) -> "Route":
        return Route(f"{self.before} {step} {{")

    def around(self, fields: str) -> str:
        return f"{{ {self.before} {fields} {'}' * self.before.count('{')} }}"


@dataclass(frozen=True)
class Asked:
    """A field with its arguments, once with their values and once with the names of variables."""

    name: str
    values: Mapping[str, Any]
    types: Mapping[str, Any]

    def literal(self, alias: str, below: str) -> str:
        given = ", ".join(f"{name}: {written(value, self.types[name])}" for name, value in self.values.items())
        return f"{alias}: {self.name}{f'({given})' if given else ''}{below}"

    def variable(self, alias: str, below: str) -> str:
        given = ", ".join(f"{name}: ${alias}_{name}" for name in self.values)
        return f"{alias}: {self.name}{f'({given})' if given else ''}{below}"

    def declared(self, alias: str) -> Iterator[str]:
        yield from (f"${alias}_{name}: {self.types[name]}" for name in self.values)


def routes(ids: Mapping[str, str]) -> dict[str, Route]:
    """A way to every type a query can reach: things with an id by their id, what hangs on them from there."""
    found = {"Query": Route()}
    for name in node_types():
        id = next(id for each, id in ids.items() if each.startswith(f"{name}:"))
        found[name] = Route(f'node(id: "{id}") {{ ... on {name} {{')
    found["Post"] = Route(f'node(id: "{ids["Post:workshop"]}") {{ ... on Post {{')
    found["Preview"] = Route().to("preview")
    from_query = {there: Route().to(step) for step, there in steps("Query")}
    found.update({there: route for there, route in from_query.items() if there.endswith(("Connection", "Viewer"))})
    waiting = deque(found)
    while waiting:
        here = waiting.popleft()
        for step, there in steps(here):
            if there not in found and here != "Query":
                found[there] = found[here].to(step)
                waiting.append(there)
    only_at_the_top = {step: there for step, there in steps("Query") if there not in found and there in object_types()}
    return {**found, **{there: Route().to(step) for step, there in only_at_the_top.items()}}


def steps(name: str) -> Iterator[tuple[str, str]]:
    type_ = GRAPH.get_type(name)
    assert isinstance(type_, GraphQLObjectType)
    for field_name, field in type_.fields.items():
        inner = get_named_type(field.type)
        required = {
            key: value_of(key, argument.type, inner.name)
            for key, argument in field.args.items()
            if is_required_argument(argument)
        }
        types = {key: argument.type for key, argument in field.args.items()}
        step = Asked(field_name, required, types).literal(field_name, "")
        if isinstance(inner, GraphQLUnionType):
            yield from ((f"{step} {{ ... on {member.name}", member.name) for member in GRAPH.get_possible_types(inner))
        elif not is_leaf_type(inner):
            yield step, inner.name


def ways(name: str, field: Any) -> Iterator[Asked]:
    """A field with what it must be given, and once for each argument it may be given besides."""
    types = {key: argument.type for key, argument in field.args.items()}
    own = get_named_type(field.type).name.removesuffix("Connection")
    values = {key: value_of(key, type_, own) for key, type_ in types.items() if key not in ("after", "before")}
    if name in EITHER and "id" in types:
        yield from (Asked(name, {key: values[key] for key in keys}, types) for keys in EITHER[name])
        return
    required = {key: values[key] for key, argument in field.args.items() if is_required_argument(argument)}
    yield Asked(name, required, types)
    yield from (Asked(name, {**required, key: value}, types) for key, value in values.items() if key not in required)


def below(field: Any) -> str:
    """The least that can be asked of a field, and of a list how many there are: else its filter is not looked at."""
    type_ = get_named_type(field.type)
    return "" if is_leaf_type(type_) else " { totalCount }" if type_.name.endswith("Connection") else " { __typename }"


def value_of(name: str, type_: Any, own: str, depth: int = 0) -> Any:
    """A value that an argument takes; for a filter, one that says something of everything it can speak of."""
    if is_non_null_type(type_):
        return value_of(name, type_.of_type, own, depth)
    if is_list_type(type_):
        return [value_of(name, type_.of_type, own, depth)]
    if isinstance(type_, GraphQLEnumType):
        return next(iter(type_.values))
    if isinstance(type_, GraphQLInputObjectType):
        own = type_.name.removesuffix("Filter")
        fields = {key: field.type for key, field in type_.fields.items() if key not in LOGIC}
        said = {key: value_of(key, inner, own, depth) for key, inner in fields.items()}
        one = dict(list(said.items())[-1:])
        return {**said, "and": [one], "or": [one], "not": one} if depth == 0 else said
    if type_.name == "ID":
        return f"{OWNERS.get(name, 'Post' if own == 'Node' else own)}:{'0' * 8}-0000-7000-8000-{'0' * 12}"
    samples = {"Int": 1, "Boolean": True, "DateTime": "2026-02-01T00:00:00Z"}
    return samples.get(type_.name) or TEXTS.get(name, "en")


def written(value: Any, type_: Any) -> str:
    """A value as a literal of GraphQL."""
    type_ = getattr(type_, "of_type", type_) if is_non_null_type(type_) else type_
    if is_list_type(type_):
        return f"[{', '.join(written(item, type_.of_type) for item in value)}]"
    if isinstance(type_, GraphQLInputObjectType):
        return f"{{{', '.join(f'{key}: {written(part, type_.fields[key].type)}' for key, part in value.items())}}}"
    return str(value) if isinstance(type_, GraphQLEnumType) else orjson.dumps(value).decode()
