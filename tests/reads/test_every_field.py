"""Every field of the schema with every argument, as a literal and as a variable, by every kind of viewer."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
import pytest
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
from structlog.testing import capture_logs

from tests.client import Client, served
from tests.database import fresh_database
from tests.reads.walking import GRAPH, LOGIC, OWNERS, UNLIMITED, node_types, object_types

VIEWERS = (None, "Amman editor", "Ministry admin")
WITHOUT_A_ROUTE = {"Refused", "StaleRevision", "InvalidBody", "BlockProblem"}
"""Types that only a mutation answers, besides payloads."""

EITHER: Mapping[str, list[tuple[str, ...]]] = {
    "post": [("id",), ("mission", "slug")],
    **{name: [("id",), ("slug",)] for name in ("mission", "person", "topic", "tag")},
}
"""Root fields that take one way of naming a thing or another."""

TEXTS = {"mission": "amman", "text": "the", "slug": "workshop", "credit": "Samir Talwazi", "hostCountry": "JO"}
ROOTS = ("Query", "Mutation")


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
    found.update({there: Route().to(step) for step, there in _steps("Query") if there.endswith("Connection")})
    waiting = deque(found)
    while waiting:
        here = waiting.popleft()
        for step, there in _steps(here):
            if there not in found and here != "Query":
                found[there] = found[here].to(step)
                waiting.append(there)
    return found


def _steps(name: str) -> Iterator[tuple[str, str]]:
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


def value_of(name: str, type_: Any, own: str, depth: int = 0) -> Any:
    """A value that an argument takes; for a filter, one that says something of everything it can speak of."""
    if is_non_null_type(type_):
        return value_of(name, type_.of_type, own, depth)
    if is_list_type(type_):
        return [value_of(name, type_.of_type, own, depth)]
    if isinstance(type_, GraphQLEnumType):
        return next(iter(type_.values))
    if isinstance(type_, GraphQLInputObjectType):
        fields = ((key, field) for key, field in type_.fields.items() if key not in LOGIC or depth == 0)
        return {key: value_of(key, field.type, type_.name.removesuffix("Filter"), depth + 1) for key, field in fields}
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


def queries(name: str, route: Route) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything a type can be asked, with literals and with variables; the lists at the top one by one."""
    type_ = GRAPH.get_type(name)
    assert isinstance(type_, GraphQLObjectType)
    fields = [
        [(f"{field_name}_{number}", one, _below(field)) for number, one in enumerate(ways(field_name, field))]
        for field_name, field in type_.fields.items()
    ]
    for asked in fields if name == "Query" else [[one for ways_of_one in fields for one in ways_of_one]]:
        literal = " ".join(one.literal(alias, below) for alias, one, below in asked)
        yield route.around(literal), {}
        variable = " ".join(one.variable(alias, below) for alias, one, below in asked)
        declared = ", ".join(each for alias, one, _ in asked for each in one.declared(alias))
        variables = {f"{alias}_{key}": value for alias, one, _ in asked for key, value in one.values.items()}
        if declared:
            yield f"query ({declared}) {route.around(variable)}", variables


def _below(field: Any) -> str:
    return "" if is_leaf_type(get_named_type(field.type)) else " { __typename }"


def test_every_type_has_a_route(client: Client) -> None:
    payloads = {name for name in object_types() if name.endswith("Payload")}
    assert object_types().keys() - routes(client.world.ids).keys() == payloads | WITHOUT_A_ROUTE


@pytest.mark.parametrize("by", VIEWERS, ids=lambda by: by or "visitor")
async def test_every_field_can_be_asked(client: Client, by: str | None) -> None:
    async with client.on_a_copy(**UNLIMITED) as asked:
        with capture_logs():
            for name, route in routes(client.world.ids).items():
                for query, variables in queries(name, route):
                    answer = await asked.answer(query, variables, by=by)
                    assert "errors" not in answer, (answer["errors"], query)


async def test_every_list_can_be_turned_page_by_page(client: Client) -> None:
    """Forwards and backwards, one by one and by two, every list shows the same rows in the same order."""
    async with client.on_a_copy(**UNLIMITED) as asked:
        with capture_logs():
            for route in lists(client.world.ids):
                whole = await page(asked, route, "first: 100")
                cursors = [edge["cursor"] for edge in whole["edges"]]
                assert len(set(cursors)) == len(cursors)
                for size in (1, 2):
                    assert await turned(asked, route, f"first: {size}", "after", "endCursor") == cursors
                    assert await turned(asked, route, f"last: {size}", "before", "startCursor") == cursors


def lists(ids: Mapping[str, str]) -> Iterator[str]:
    """Every list there is, as a query in which `ARGUMENTS` and `FIELDS` are still to be filled in."""
    for name, route in routes(ids).items():
        type_ = GRAPH.get_type(name)
        assert isinstance(type_, GraphQLObjectType)
        for field_name, field in type_.fields.items():
            if get_named_type(field.type).name.endswith("Connection"):
                text = 'text: "the or workshop or 2026", ' if "text" in field.args else ""
                yield route.around(f"list: {field_name}({text}ARGUMENTS) {{ FIELDS }}")


async def page(asked: Client, route: str, arguments: str) -> Any:
    fields = "edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    found: Any = await asked.ask(route.replace("ARGUMENTS", arguments).replace("FIELDS", fields), by="Ministry admin")
    while "list" not in found:
        found = next(iter(found.values()))
    return found["list"]


async def turned(asked: Client, route: str, size: str, argument: str, cursor: str) -> list[str]:
    """The cursors of a list from one end to the other, in the order of the list."""
    seen: list[list[str]] = []
    place, is_forwards = "", argument == "after"
    while True:
        found = await page(asked, route, f"{size}{place}")
        facts = found["pageInfo"]
        seen.append([edge["cursor"] for edge in found["edges"]])
        assert (facts["startCursor"], facts["endCursor"]) == ((seen[-1][0], seen[-1][-1]) if seen[-1] else (None, None))
        if not facts["hasNextPage" if is_forwards else "hasPreviousPage"]:
            return [one for part in (seen if is_forwards else seen[::-1]) for one in part]
        place = f', {argument}: "{facts[cursor]}"'


async def test_every_list_of_a_network_without_missions_is_empty(client: Client) -> None:
    everything = (
        "totalCount nodes { __typename } edges { cursor }"
        " pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    )
    nowhere = {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None}
    empty = {"totalCount": 0, "nodes": [], "edges": [], "pageInfo": nowhere}
    async with fresh_database() as url, served(url, url, client.world) as asked:
        for step, there in _steps("Query"):
            if there.endswith("Connection"):
                found = await asked.ask(f"{{ list: {step.split(': ', 1)[1]} {{ {everything} }} }}")
                assert found == {"list": empty}
