"""Queries made from the schema itself: every field of a type, every argument of a field, every filter with every value.

Nothing here names a type's fields, so that what is added to the schema is walked without being mentioned.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
)

from gateway.graph import SCHEMA

GRAPH = SCHEMA._schema
"""The schema as graphql-core knows it."""

PAGING = ("first", "after", "last", "before")
LOGIC = ("and", "or", "not")
TAGS = ("en", "fr", "ar", "he")
LOCALES = ('["en"]', '["fr-CA"]', '["ar", "en"]', '["he"]')
OWNERS = {"post": "Post", "mission": "Mission", "person": "Person", "topic": "Topic", "subject": "anything"}
"""The type of the id that a filter takes, where it is not that of the list itself."""

MUCH = 10_000_000
UNLIMITED: Mapping[str, Any] = {
    "statement_timeout_seconds": 30,
    "read_timeout_seconds": 60,
    "read_timeout_seconds_for_editors": 60,
    "most_root_fields": MUCH,
    **{
        f"most_{what}{whose}": MUCH
        for what in ("tokens", "depth", "aliases", "fields", "cost_points")
        for whose in ("", "_for_editors")
    },
}
"""Settings of a gateway that lets everybody ask for as much as they like."""

Variables = dict[str, Any]


def object_types() -> dict[str, GraphQLObjectType]:
    """Every object type but those of introspection and the roots."""
    roots = {GRAPH.query_type, GRAPH.mutation_type}
    return {
        name: type_
        for name, type_ in GRAPH.type_map.items()
        if isinstance(type_, GraphQLObjectType) and not name.startswith("__") and type_ not in roots
    }


def node_types() -> list[str]:
    """The types with an id of their own."""
    node = GRAPH.get_type("Node")
    assert isinstance(node, GraphQLInterfaceType)
    return sorted(type_.name for type_ in GRAPH.get_possible_types(node))


def is_node(type_: Any) -> bool:
    """Whether a type has an id of its own."""
    return isinstance(type_, GraphQLInterfaceType) or getattr(type_, "name", "") in node_types()


def is_connection(type_: Any) -> bool:
    """Whether a type is a list that can grow."""
    return isinstance(type_, GraphQLObjectType) and type_.name.endswith("Connection")


def selection(type_: Any, depth: int) -> str:
    """Every field of a type, and of what it leads to; below `depth` steps only what has no id of its own."""
    if isinstance(type_, GraphQLUnionType | GraphQLInterfaceType):
        members = (
            f"... on {member.name} {{ {selection(member, depth)} }}" for member in GRAPH.get_possible_types(type_)
        )
        return " ".join(["__typename", *members])
    return " ".join(["__typename", *_fields(type_, depth)])


def _fields(type_: GraphQLObjectType, depth: int) -> Iterator[str]:
    for name, field in type_.fields.items():
        inner = get_named_type(field.type)
        if is_leaf_type(inner):
            yield from _calls(name, field, "")
        elif is_connection(inner):
            if depth:
                yield from _calls(name, field, f" {{ {page(inner, depth - 1)} }}")
        elif depth or not _leads_to_nodes(inner):
            below = depth - 1 if is_node(inner) or isinstance(inner, GraphQLUnionType) else depth
            yield from _calls(name, field, f" {{ {selection(inner, max(below, 0))} }}")


def _leads_to_nodes(type_: Any) -> bool:
    """Whether something with an id of its own is to be found below a type."""
    members = GRAPH.get_possible_types(type_) if isinstance(type_, GraphQLUnionType) else [type_]
    inner = (get_named_type(field.type) for member in members for field in member.fields.values())
    return is_node(type_) or any(is_node(one) for one in [*members, *inner])


def page(connection: GraphQLObjectType, depth: int) -> str:
    """Everything a page of a list says, with the fields of its rows; below zero steps only their ids."""
    row = get_named_type(get_named_type(connection.fields["nodes"].type))
    below = selection(row, depth) if depth >= 0 else "id"
    facts = "hasNextPage hasPreviousPage startCursor endCursor"
    return f"totalCount nodes {{ {below} }} edges {{ cursor }} pageInfo {{ {facts} }}"


def _calls(name: str, field: GraphQLField, below: str) -> Iterator[str]:
    """A field as it is, and once more for each way to ask for it."""
    ways = list(ways_to_ask(field))
    if not any(is_required_argument(argument) for argument in field.args.values()):
        yield f"{name}{below}"
    for index, way in enumerate(ways):
        yield f"{name}_{index}: {name}({way}){below}"


def ways_to_ask(field: GraphQLField) -> Iterator[str]:
    """The arguments a field can be asked with, one argument at a time; filters are a chapter of their own."""
    for name, argument in field.args.items():
        type_ = get_named_type(argument.type)
        if name == "locales":
            yield from (f"locales: {locales}" for locales in LOCALES)
        elif name in ("first", "last"):
            yield f"{name}: 1"
        elif name == "slug":
            yield "slug: $slug"
        elif name == "locale":
            yield from (f'locale: "{tag}"' for tag in TAGS)
        elif isinstance(type_, GraphQLEnumType):
            yield from (f"{name}: {value}" for value in type_.values)


def lists_with_filters() -> Iterator[tuple[str, str, GraphQLField]]:
    """Every list that takes a filter: the type it belongs to, its name, and the field."""
    types = {"Query": GRAPH.query_type, **object_types()}
    for type_name, type_ in types.items():
        assert type_ is not None
        for name, field in type_.fields.items():
            if "filter" in field.args:
                yield type_name, name, field


def filters(
    argument: GraphQLArgument, known: Mapping[str, Sequence[Any]], most: int | None = None
) -> Iterator[Variables]:
    """Each filter of one condition with each value, and the same denied, or `most` of them; and some beside others.

    ``known`` holds the values of each type of id as `id:Post`, and of each text by the name of its field.
    """
    type_ = get_named_type(argument.type)
    assert isinstance(type_, GraphQLInputObjectType)
    single = _of_one_condition(type_, known, most)
    yield from single
    yield from ({"not": one} for one in (single if most is None else single[:most]))
    yield {"or": single[:3]}
    yield {"and": [{"or": single[-3:]}, {"not": single[0]}]}
    yield {"or": []}


def _of_one_condition(
    type_: GraphQLInputObjectType, known: Mapping[str, Sequence[Any]], most: int | None
) -> list[Variables]:
    return [
        {name: [value] if is_list_type(field.type) else value}
        for name, field in type_.fields.items()
        if name not in LOGIC
        for value in _values(type_.name.removesuffix("Filter"), name, get_named_type(field.type), known, most)
    ]


def _values(own: str, name: str, type_: Any, known: Mapping[str, Sequence[Any]], most: int | None) -> Sequence[Any]:
    if isinstance(type_, GraphQLEnumType):
        return list(type_.values)
    if isinstance(type_, GraphQLInputObjectType):
        return _of_one_condition(type_, known, 1)
    if type_.name == "ID":
        return known[f"id:{OWNERS.get(name, own)}"][-(most or 1000) :]
    return (False, True) if type_.name == "Boolean" else known[name][-(most or 1000) :]


def filter_type(field: GraphQLField) -> str:
    """The name of the input by which a list is filtered."""
    return get_named_type(field.args["filter"].type).name
