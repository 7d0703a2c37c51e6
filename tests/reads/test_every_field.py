"""Every field of the schema with every argument, as a literal and as a variable, by every kind of viewer."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from graphql import GraphQLObjectType, get_named_type
from structlog.testing import capture_logs

from tests.client import Client, served
from tests.database import fresh_database
from tests.reads.routes import Route, below, routes, steps, ways
from tests.reads.walking import GRAPH, UNLIMITED, object_types

VIEWERS = {None: (True, True), "Amman editor": (False, True), "Ministry admin": (True, False)}
"""Who asks, and whether with literals and with variables: what differs between viewers is not how values arrive."""

WITHOUT_A_ROUTE = {"Refused", "StaleRevision", "Collision", "InvalidBody", "BlockProblem", "TooManyAttempts"}
"""Types that only a mutation answers, besides payloads."""


def queries(name: str, route: Route) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything a type can be asked, with literals and with variables; the lists at the top one by one."""
    type_ = GRAPH.get_type(name)
    assert isinstance(type_, GraphQLObjectType)
    fields = [
        [(f"{field_name}_{number}", one, below(field)) for number, one in enumerate(ways(field_name, field))]
        for field_name, field in type_.fields.items()
    ]
    for asked in fields if name == "Query" else [[one for ways_of_one in fields for one in ways_of_one]]:
        literal = " ".join(one.literal(alias, fields) for alias, one, fields in asked)
        yield route.around(literal), {}
        variable = " ".join(one.variable(alias, fields) for alias, one, fields in asked)
        declared = ", ".join(each for alias, one, _ in asked for each in one.declared(alias))
        variables = {f"{alias}_{key}": value for alias, one, _ in asked for key, value in one.values.items()}
        if declared:
            yield f"query ({declared}) {route.around(variable)}", variables


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
            for query in lists(client.world.ids):
                cursors = await turned(asked, query, "first", "after", 100)
                assert len(set(cursors)) == len(cursors)
                for size in (1, 2):
                    assert await turned(asked, query, "first", "after", size) == cursors
                    assert await turned(asked, query, "last", "before", size) == cursors


def lists(ids: Mapping[str, str]) -> Iterator[str]:
    """A query for each list there is."""
    paging = "first: $first, after: $after, last: $last, before: $before"
    declared = "$first: Int, $after: String, $last: Int, $before: String"
    fields = "edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    for name, route in routes(ids).items():
        type_ = GRAPH.get_type(name)
        assert isinstance(type_, GraphQLObjectType)
        for field_name, field in type_.fields.items():
            if get_named_type(field.type).name.endswith("Connection"):
                text = 'text: "the or workshop or 2026", ' if "text" in field.args else ""
                yield f"query ({declared}) {route.around(f'list: {field_name}({text}{paging}) {{ {fields} }}')}"


async def page(asked: Client, query: str, **paging: Any) -> Any:
    found: Any = await asked.ask(query, paging, by="Ministry admin")
    while "list" not in found:
        found = next(iter(found.values()))
        found = found[0] if isinstance(found, list) else found
    return found["list"]


async def turned(asked: Client, query: str, size_name: str, place_name: str, size: int) -> list[str]:
    """The cursors of a list from one end to the other, in the order of the list."""
    is_forwards = place_name == "after"
    pages: list[list[str]] = []
    place: str | None = None
    while True:
        found = await page(asked, query, **{size_name: size, place_name: place})
        pages.append([edge["cursor"] for edge in found["edges"]])
        facts = found["pageInfo"]
        ends = (pages[-1][0], pages[-1][-1]) if pages[-1] else (None, None)
        assert (facts["startCursor"], facts["endCursor"]) == ends
        if not facts["hasNextPage" if is_forwards else "hasPreviousPage"]:
            return [cursor for one in (pages if is_forwards else pages[::-1]) for cursor in one]
        place = facts["endCursor" if is_forwards else "startCursor"]


async def test_every_list_of_a_network_without_missions_is_empty(client: Client) -> None:
    everything = (
        "totalCount nodes { __typename } edges { cursor }"
        " pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    )
    nowhere = {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None}
    empty = {"totalCount": 0, "nodes": [], "edges": [], "pageInfo": nowhere}
    async with fresh_database() as url, served(url, url, client.world) as asked:
        for step, there in steps("Query"):
            if there.endswith("Connection"):
                found = await asked.ask(f"{{ list: {step.split(': ', 1)[1]} {{ {everything} }} }}")
                assert found == {"list": empty}
