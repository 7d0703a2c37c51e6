"""The public schema: printed and committed, and everything in it described."""

import os
from collections.abc import Iterator

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    is_specified_scalar_type,
)

from gateway.graph import SCHEMA
from schema.declaring import is_computed
from schema.nodes import NODE_TYPES
from tests.house.tree import ROOT

PRINTED = ROOT / "schema/schema.graphql"


def test_the_printed_schema_is_the_schema() -> None:
    """A change of it is a change of the public contract: review it as one. `UPDATE_GOLDEN=1` prints it again."""
    printed = SCHEMA.as_str().rstrip() + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        PRINTED.write_text(printed)
    assert PRINTED.read_text() == printed, "run UPDATE_GOLDEN=1 pytest tests/house/test_public_schema.py"


def undescribed(schema: GraphQLSchema) -> Iterator[str]:
    """Everything in a schema that says nothing of itself."""
    for name, type_ in schema.type_map.items():
        if name.startswith("__") or is_specified_scalar_type(type_):
            continue
        if not type_.description:
            yield name
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for field_name, field in type_.fields.items():
                if not field.description:
                    yield f"{name}.{field_name}"
                yield from (
                    f"{name}.{field_name}({argument}:)" for argument, it in field.args.items() if not it.description
                )
        elif isinstance(type_, GraphQLInputObjectType):
            yield from (f"{name}.{input_name}" for input_name, it in type_.fields.items() if not it.description)
        elif isinstance(type_, GraphQLEnumType) and not type_.values:
            yield name


def test_everything_is_described() -> None:
    assert list(undescribed(SCHEMA._schema)) == []


def test_what_is_not_described_is_noticed() -> None:
    schema = build_schema(
        '''
        """Everything."""
        type Query {
          """Visits."""
          visits(
            """How many."""
            first: Int
            after: Visit
          ): [String!]!
          guests: Int
        }
        enum Rank { FIRST }
        input Visit { at: String }
        '''
    )
    assert list(undescribed(schema)) == ["Query.visits(after:)", "Query.guests", "Rank", "Visit", "Visit.at"]


def test_a_description_is_a_sentence() -> None:
    """It begins with a capital letter or a name in code, and ends as a sentence does."""
    odd = []
    for name, type_ in SCHEMA._schema.type_map.items():
        if name.startswith("__") or is_specified_scalar_type(type_) or name in ("JSON", "Date"):
            continue
        for where, described in ((name, type_), *((f"{name}.{n}", f) for n, f in getattr(type_, "fields", {}).items())):
            text = (described.description or "").strip()
            if not (text[:1].isupper() or text[:1] in "`1234567890") or text[-1:] not in ".”)":
                odd.append(f"{where}: {text[:60]}")
    assert odd == []


def test_node_finds_everything_that_has_an_id() -> None:
    node = SCHEMA._schema.type_map["Node"]
    assert isinstance(node, GraphQLInterfaceType)
    assert sorted(type_.name for type_ in SCHEMA._schema.get_possible_types(node)) == sorted(NODE_TYPES)


def test_a_list_is_never_null_nor_are_its_items() -> None:
    loose = [
        f"{name}.{field_name}: {field.type}"
        for name, type_ in SCHEMA._schema.type_map.items()
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) and not name.startswith("__")
        for field_name, field in type_.fields.items()
        if "[" in str(field.type) and not str(field.type).endswith("!]!")
    ]
    assert loose == ["Query.nodes: [Node]!"], "an id that finds nothing is null in its place"


COMPUTED = ["Query.verifyStatement", "Translation.diff"]
"""Every field that is not SQL alone: what Python makes of what SQL selects, and what it is counted for stands there."""


def test_what_is_not_sql_alone_is_listed() -> None:
    found = [
        f"{name}.{field_name}"
        for name, type_ in SCHEMA._schema.type_map.items()
        if isinstance(type_, GraphQLObjectType) and not name.startswith("__")
        for field_name, field in type_.fields.items()
        if is_computed(field)
    ]
    assert sorted(found) == COMPUTED


def test_every_name_is_written_as_in_javascript() -> None:
    """A name of Python, with its underscores, has slipped through."""
    names = [
        f"{name}.{field_name}{f'({argument}:)' if argument else ''}"
        for name, type_ in SCHEMA._schema.type_map.items()
        if not name.startswith("__")
        for field_name, field in getattr(type_, "fields", {}).items()
        for argument in ("", *getattr(field, "args", {}))
    ]
    assert [name for name in names if "_" in name] == []
