"""Operations that were answered wrongly once, most of them found by random ones, each as small as it can be."""

from typing import Any

import pytest

from tests.gateway.reads.test_differential import VIEWERS, Bench, bench, told
from tests.oracle.operations import Asked

__all__ = ["bench"]

FOUND: dict[str, tuple[str, dict[str, Any]]] = {
    "only what is known of a page without reading it": (
        "{ posts(first: 3) { pageInfo { hasPreviousPage __typename } } people { pageInfo { __typename } } }",
        {},
    ),
    "whether a text stands in for the first of several languages": (
        '{ posts { nodes { translation(locales: ["ar-MA", "fr-CA", "en"]) { locale isFallback } } } }',
        {},
    ),
    "whether a text stands in when no language was asked for": (
        "{ posts { nodes { translation(locales: []) { locale isFallback } } } }",
        {},
    ),
    "a list of one variable": (
        "query ($id: ID!) { nodes(ids: [$id]) { __typename id } }",
        {"id": "Mission:00000000-0000-7000-8000-000000000000"},
    ),
    "an alias and a variable that together are named like another argument": (
        "query ($first: Int) { v: posts(first: 2) { nodes { id } } posts(first: $first) { nodes { id } } }",
        {"first": 4},
    ),
    "two aliases that together are named like another two": (
        '{ missions { nodes { a_b: name(locales: ["fr"]) } nodes_a: nodes { b: name(locales: ["ar"]) } } }',
        {},
    ),
    "one name for lists of different sizes on different types": (
        "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Mission { a: posts(first: 3) { nodes { id } } }"
        " ... on Topic { a: posts(first: 1) { nodes { id } } } } }",
        {"ids": ["Mission", "Topic"]},
    ),
    "not, of what is unknown": (
        "query ($at: DateTime) { a: posts(first: 100, filter: {not: {publishedAfter: $at}}) { totalCount }"
        ' b: missions(filter: {not: {hostCountry: ["PT"]}}) { nodes { slug } }'
        ' c: photos(filter: {not: {credit: "Staff"}}) { totalCount }'
        ' d: comments(filter: {not: {or: [{locale: ["en"]}]}}) { totalCount } }',
        {"at": "2025-06-01T00:00:00Z"},
    ),
    "a broken promise beside objects of different types with the same names": (
        "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Translation { post { id } }"
        " ... on Comment { post { id a: kind } } } posts(first: 100) { nodes { title } } }",
        {"ids": ["Translation", "Comment"]},
    ),
    "a broken promise that leaves nothing of the answer, beside the schema": (
        '{ __type(name: "Post") { name } posts(first: 100) { nodes { title } } }',
        {},
    ),
}


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("name", FOUND)
async def test_what_was_wrong_once(bench: Bench, name: str, viewer: str) -> None:
    text, variables = FOUND[name]
    named = {
        name: [id for type_ in value for id in bench.known.ids[type_]] if name == "ids" else value
        for name, value in variables.items()
    }
    actor = getattr(bench.world, viewer)
    compared = await bench.sides.compare(text, named, actor)
    if compared.difference:
        pytest.fail(await told(bench, Asked(text, named, []), named, actor, 0), pytrace=False)
