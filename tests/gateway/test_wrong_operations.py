"""Operations that cannot be answered: each says what is wrong in a sentence, under a code, and nothing of ours."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from tests.client import PREFLIGHT, Client
from tests.gateway.test_wrong_requests import codes

NOTHING = "00000000-0000-7000-8000-000000000000"
BY_CURSOR = "query ($after: String!) { posts(order: NEWEST, after: $after) { nodes { id } } }"
FILTERED = "query ($filter: PostFilter) { posts(filter: $filter) { totalCount } }"

MOMENT = "is not a moment. Use RFC 3339 with an offset, such as 2026-03-01T09:30:00Z."
PARSE = "GRAPHQL_PARSE_FAILED"
SCHEMA = "GRAPHQL_VALIDATION_FAILED"
INPUT = "BAD_USER_INPUT"

# A document, its variables, and the code and message of its first error.
WRONG: list[tuple[str, dict[str, Any], str, str]] = [
    ("{", {}, PARSE, "Syntax Error: Expected Name, found <EOF>."),
    ("# nothing", {}, PARSE, "Syntax Error: Unexpected <EOF>."),
    ("{ __typename }\0", {}, PARSE, "Syntax Error: Unexpected character: U+0000."),
    (
        '{ search(text: "\\uD800") { totalCount } }',
        {},
        PARSE,
        "Syntax Error: Invalid Unicode escape sequence: '\\uD800'.",
    ),
    ("{ nonsense }", {}, SCHEMA, "Cannot query field 'nonsense' on type 'Query'."),
    ("fragment F on Query { __typename }", {}, SCHEMA, "Fragment 'F' is never used."),
    ("subscription { posts }", {}, SCHEMA, "The subscription operation is not supported by the schema."),
    (
        "{ posts(order: ALPHABETICAL) { totalCount } }",
        {},
        SCHEMA,
        "Value 'ALPHABETICAL' does not exist in 'PostOrder' enum.",
    ),
    (
        "{ posts(order: null) { totalCount } }",
        {},
        SCHEMA,
        "Expected value of non-null type 'PostOrder!' not to be None.",
    ),
    (
        "{ posts(first: 2147483648) { totalCount } }",
        {},
        SCHEMA,
        "Int cannot represent non 32-bit signed integer value: 2147483648.",
    ),
    (
        "query A { __typename } query B { __typename }",
        {},
        "BAD_REQUEST",
        "Say which operation to run by its name. This document has: A, B.",
    ),
    (
        "query ($n: Int!) { posts(first: $n) { totalCount } }",
        {},
        INPUT,
        "Variable '$n' has invalid value: Expected a value of non-null type 'Int!' to be provided.",
    ),
    (
        "query ($n: Int!) { posts(first: $n) { totalCount } }",
        {"n": "1"},
        INPUT,
        "Variable '$n' has invalid value: Int cannot represent non-integer value: '1'.",
    ),
    (
        "query ($n: Int!) { posts(first: $n) { totalCount } }",
        {"n": 1.5},
        INPUT,
        "Variable '$n' has invalid value: Int cannot represent non-integer value: 1.5.",
    ),
    (
        FILTERED,
        {"filter": {"nonsense": 1}},
        INPUT,
        "Variable '$filter' has invalid value: Expected value of type 'PostFilter' not to include unknown field"
        " 'nonsense', found: {'nonsense': 1}.",
    ),
    (
        FILTERED,
        {"filter": {"publishedAfter": "yesterday"}},
        INPUT,
        f"Variable '$filter' has invalid value at .publishedAfter: “yesterday” {MOMENT}",
    ),
    (
        FILTERED,
        {"filter": {"publishedAfter": "2026-03-01T09:30:00"}},
        INPUT,
        f"Variable '$filter' has invalid value at .publishedAfter: “2026-03-01T09:30:00” {MOMENT}",
    ),
    (
        FILTERED,
        {"filter": {"publishedAfter": 5}},
        INPUT,
        f"Variable '$filter' has invalid value at .publishedAfter: “5” {MOMENT}",
    ),
    (
        FILTERED,
        {"filter": {"publishedAfter": "0001-01-01T00:00:00+14:00"}},
        INPUT,
        "A value in this request cannot be used in a query. Check its form.",
    ),
    (FILTERED, {"filter": {"id": ["Post:1"]}}, "BAD_ID", "“Post:1” is not an id; the id of a Post is wanted here."),
    (
        FILTERED,
        {"filter": {"id": [f"Mission:{NOTHING}"]}},
        "BAD_ID",
        f"“Mission:{NOTHING}” is the id of a Mission; the id of a Post is wanted here.",
    ),
    (
        FILTERED,
        {"filter": {"topic": "a\0b"}},
        INPUT,
        "Text may not contain the character NUL (U+0000). Remove it and try again.",
    ),
    (
        f'{{ post(id: "Mission:{NOTHING}") {{ id }} }}',
        {},
        "BAD_ID",
        f"“Mission:{NOTHING}” is the id of a Mission; the id of a Post is wanted here.",
    ),
    ('{ node(id: "x") { id } }', {}, "BAD_ID", "“x” is not an id. Send ids back exactly as they were answered."),
    (
        f'{{ node(id: "Post:{NOTHING.upper()}x") {{ id }} }}',
        {},
        "BAD_ID",
        f"“Post:{NOTHING}x” is not an id. Send ids back exactly as they were answered.",
    ),
    ("{ post { id } }", {}, INPUT, "Ask for a post by its id, or by `mission` and `slug` together."),
    ('{ post(slug: "workshop") { id } }', {}, INPUT, "Ask for a post by its id, or by `mission` and `slug` together."),
    ("{ mission { id } }", {}, INPUT, "Ask for it by its id or by its slug: one of the two."),
    (
        "{ posts(first: 1, last: 1) { totalCount } }",
        {},
        INPUT,
        "Ask for the first rows or for the last ones, not for both.",
    ),
    (
        "{ posts(first: -1) { totalCount } }",
        {},
        "PAGE_SIZE",
        "A page holds 0 to 100 items; -1 were asked for. Ask for less and follow the cursor.",
    ),
    (
        "{ posts(last: 101) { totalCount } }",
        {},
        "PAGE_SIZE",
        "A page holds 0 to 100 items; 101 were asked for. Ask for less and follow the cursor.",
    ),
    (
        '{ search(text: "x", locale: "english!") { totalCount } }',
        {},
        "UNKNOWN_LANGUAGE",
        "“english!” is not a language tag. Use a BCP 47 tag such as “en”, “fr-CA” or “ar”.",
    ),
    (
        "mutation { createPost(input: {}) { problems { code } } }",
        {},
        SCHEMA,
        "Expected value of type 'CreatePostInput' to include required field 'mission', found: {  }.",
    ),
]


@pytest.fixture(scope="module")
async def strangers(client: Client) -> AsyncIterator[Client]:
    """A gateway as strangers meet it in production."""
    async with client.on_a_copy(allows_introspection_by_visitors=False) as asked:
        yield asked


@pytest.mark.parametrize(("query", "variables", "code", "message"), WRONG, ids=lambda value: str(value)[:60])
async def test_it_says_what_is_wrong(
    strangers: Client, query: str, variables: dict[str, Any], code: str, message: str
) -> None:
    response = await strangers.send(query, variables, headers={"accept": "application/graphql-response+json"})
    assert response.status_code == 400
    assert codes(response)[0] == code
    assert orjson.loads(response.content)["errors"][0]["message"] == message


async def test_a_long_value_is_not_sent_back(strangers: Client) -> None:
    for literal in ("9" * 100_000, "1e" + "9" * 1_000, '"' + "x" * 100_000 + '"'):
        response = await strangers.send(f"{{ posts(first: {literal}) {{ totalCount }} }}")
        assert codes(response) == ["GRAPHQL_VALIDATION_FAILED"]


async def test_strangers_are_not_told_what_they_may_have_meant(strangers: Client) -> None:
    """Neither of fields, arguments, types and values in the text, nor in the variables."""
    for query, variables in (
        ("{ post(mission: 1) { titel } }", {}),
        ("{ posts(ordr: NEWEST) { totalCount } }", {}),
        ("{ posts(order: NEWES) { totalCount } }", {}),
        ("{ posts(filter: { knd: [NOTICE] }) { totalCount } }", {}),
        ("query ($filter: PostFiltr) { posts(filter: $filter) { totalCount } }", {}),
        (FILTERED, {"filter": {"knd": ["NOTICE"]}}),
        (FILTERED, {"filter": {"kind": ["NOTIC"]}}),
        ("{ ...F } fragment F on Quer { __typename }", {}),
    ):
        for by, is_told in ((None, False), ("Amman editor", True)):
            response = await strangers.send(query, variables, by=by)
            assert ("Did you mean" in response.text) == is_told, response.text
            assert len(codes(response)) >= 1


async def test_an_operation_is_chosen_by_its_name(strangers: Client) -> None:
    document = "query A { __typename } query B { b: __typename }"
    assert (await strangers.send(document, name="B")).json()["data"] == {"b": "Query"}
    response = await strangers.send(document, name="C\r\nx-evil: 1")
    assert codes(response) == ["BAD_REQUEST"]
    assert "x-evil" not in response.headers


async def test_a_cursor_is_good_for_its_own_list_only(strangers: Client) -> None:
    newest = "{ posts(order: NEWEST, first: 1) { pageInfo { endCursor } } }"
    cursor = (await strangers.ask(newest))["posts"]["pageInfo"]["endCursor"]
    assert (await strangers.ask(BY_CURSOR, {"after": cursor}))["posts"]["nodes"]
    for elsewhere in (
        "query ($after: String!) { posts(order: OLDEST, after: $after) { nodes { id } } }",
        "query ($after: String!) { posts(order: NEWEST, after: $after, filter: {kind: [NOTICE]}) { nodes { id } } }",
        "query ($after: String!) { posts(order: NEWEST, before: $after, last: 1, filter: {}) { nodes { id } } }",
        "query ($after: String!) { comments(after: $after) { nodes { id } } }",
        'query ($after: String!) { mission(slug: "amman") { posts(after: $after) { nodes { id } } } }',
        'query ($after: String!) { search(text: "the", after: $after) { snippets: nodes { snippet } } }',
    ):
        response = await strangers.send(elsewhere, {"after": cursor})
        assert codes(response) == ["BAD_CURSOR"], elsewhere


async def test_a_cursor_that_is_none_is_refused(strangers: Client) -> None:
    good = "{ posts(order: NEWEST, first: 1) { pageInfo { endCursor } } }"
    cursor = (await strangers.ask(good))["posts"]["pageInfo"]["endCursor"]
    list_, *keys = orjson.loads(urlsafe_b64decode(cursor + "=="))
    made: list[Any] = [
        *([list_, *wrong] for wrong in ([], keys[:1], [None, None], [5, 6], [keys[0], "x"])),
        *([list_, moment, keys[1]] for moment in ("now", "infinity", "0001-01-01T00:00:00+14:00")),
        *({"a": 1}, 5, None, "x", []),
    ]
    texts = [urlsafe_b64encode(orjson.dumps(one)).decode().rstrip("=") for one in made]
    for text in (*texts, "", "=", "x", "é", "a\0b", cursor[:-3], cursor + "A" * 10_000, "/../etc", "' or 1=1 --"):
        response = await strangers.send(BY_CURSOR, {"after": text})
        assert codes(response)[0] in ("BAD_CURSOR", "BAD_USER_INPUT"), (text, response.text)


async def test_the_same_is_said_by_get(strangers: Client) -> None:
    for query, _, code, message in (one for one in WRONG if not one[1] and "mutation" not in one[0]):
        response = await strangers.http.get("/graphql", params={"query": query}, headers=PREFLIGHT)
        assert codes(response)[0] == code
        assert orjson.loads(response.content)["errors"][0]["message"] == message
