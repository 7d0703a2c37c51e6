"""How much one request may ask for: each limit by each transport, at the limit and one beyond it, refused at once."""

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import orjson
import pytest
from httpx2 import Response

from tests.client import PREFLIGHT, Client, request
from tests.gateway.test_wrong_requests import codes

EDITOR = "Amman editor"
LONGEST_ADDRESS = 20_000


def deep(levels: int) -> str:
    """Missions above missions."""
    return '{ mission(slug: "amman") ' + "{ parent " * (levels - 2) + "{ slug }" + " }" * (levels - 2) + " }"


def with_aliases(count: int) -> str:
    return f"{{ missions {{ nodes {{ {' '.join(f'a{n}: slug' for n in range(count))} }} }} }}"


def with_hidden_aliases(count: int) -> str:
    """One alias in a fragment that is spread so many times."""
    return f"{{ missions {{ nodes {{ {'...F ' * count} }} }} }} fragment F on Mission {{ a: slug }}"


def with_fields(count: int) -> str:
    """Spread over several lists: a field that stands many times in one place takes longer to validate."""
    lists = ("missions", "people", "topics", "tags", "posts", "photos", "comments")
    sizes = [(count - 14) // 7 + (number < (count - 14) % 7) for number in range(7)]
    fields = ("id " * size for size in sizes)
    return "{ " + " ".join(f"{name} {{ nodes {{ {ids} }} }}" for name, ids in zip(lists, fields, strict=True)) + " }"


def with_hidden_fields(count: int) -> str:
    """Two fields in a fragment that is spread so many times, and two around it."""
    return f"{{ missions {{ nodes {{ {'...F ' * ((count - 2) // 2)} }} }} }} fragment F on Mission {{ slug city }}"


def with_root_fields(count: int) -> str:
    return f"{{ {'...F ' * count} }} fragment F on Query {{ __typename }}"


def with_tokens(count: int) -> str:
    """A list of texts: ten tokens around it."""
    texts = '"" ' * (count - 12)
    return f"{{ nodes(ids: [{texts}]) {{ id }} }}"


def costing(points: int) -> str:
    """A hundred rows, and for each of them a tenth of a point less one for each of so many others."""
    return f"{{ posts(first: 100) {{ nodes {{ comments(first: {points // 10 - 1}) {{ nodes {{ id }} }} }} }} }}"


def with_mutations(count: int) -> str:
    return f"mutation {{ {' '.join(f'm{n}: __typename' for n in range(count))} }}"


# What is limited, how to make it, how much strangers and editors may, and how large the next one is.
LIMITS: list[tuple[str, Any, int, int]] = [
    ("levels", deep, 12, 16),
    ("aliases", with_aliases, 15, 60),
    ("aliases", with_hidden_aliases, 15, 60),
    ("fields", with_fields, 300, 1_000),
    ("fields", with_hidden_fields, 300, 1_000),
    ("root fields", with_root_fields, 10, 10),
    ("root mutations", with_mutations, 5, 5),
]


@pytest.fixture(scope="module")
async def production(client: Client) -> AsyncIterator[Client]:
    """A gateway as it is in production, for strangers to be refused by."""
    secret = "x" * 32
    async with client.on_a_copy(
        environment="production", secret=secret, public_url="https://posts.example", is_explorer_on=False
    ) as gateway:
        yield gateway


async def sent(gateway: Client, way: str, query: str, by: str | None = None, variables: Any = None) -> Response:
    """The response to an operation by one of the transports, its errors with their own status."""
    headers = {**gateway.token(by), "accept": "application/graphql-response+json"}
    if way == "POST":
        return await gateway.http.post("/graphql", json={"query": query, "variables": variables}, headers=headers)
    parameters = {"query": query, **({"variables": orjson.dumps(variables).decode()} if variables else {})}
    return await gateway.http.get("/graphql", params=parameters, headers={**headers, **PREFLIGHT})


MOST_CALLS = 500_000
"""The dearest refusal takes 370,000. Calls are counted, not seconds, so that a busy machine changes nothing."""


@contextmanager
def at_once() -> Iterator[None]:
    """What is done within takes no more than that many calls of functions."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(None)
    assert calls // 2 < MOST_CALLS


@pytest.mark.parametrize("by", [None, EDITOR], ids=["stranger", "editor"])
@pytest.mark.parametrize(
    ("way", "what", "make", "strangers", "editors"),
    # A mutation does not come by GET.
    [(way, *limit) for limit in LIMITS for way in ("POST", "GET") if (way, limit[1]) != ("GET", with_mutations)],
    ids=lambda value: getattr(value, "__name__", value if value in ("POST", "GET") else ""),
)
async def test_what_is_too_large_is_refused(
    production: Client, way: str, by: str | None, what: str, make: Any, strangers: int, editors: int
) -> None:
    limit = editors if by else strangers
    fits = await sent(production, way, make(limit), by)
    assert (fits.status_code, "errors" in fits.json()) == (200, False), fits.text
    with at_once():
        response = await sent(production, way, make(limit + (2 if make is with_hidden_fields else 1)), by)
    assert (response.status_code, codes(response)) == (400, ["LIMIT_EXCEEDED"])
    error = response.json()["errors"][0]
    figure = limit + (2 if make is with_hidden_fields else 1)
    assert error["extensions"] == {"code": "LIMIT_EXCEEDED", "limit": limit, "figure": figure}
    assert error["message"].startswith(f"This operation has {figure} {what}; at most {limit} are allowed.")


@pytest.mark.parametrize("way", ["POST", "GET"])
@pytest.mark.parametrize(("by", "limit"), [(None, 1_000), (EDITOR, 4_000)], ids=["stranger", "editor"])
async def test_too_many_tokens_are_not_read_to_their_end(
    production: Client, way: str, by: str | None, limit: int
) -> None:
    assert codes(await sent(production, way, with_tokens(limit), by)) == ["BAD_ID"]
    with at_once():
        response = await sent(production, way, with_tokens(limit + 1), by)
    assert codes(response) == ["GRAPHQL_PARSE_FAILED"]
    assert str(limit) in response.text.replace(",", "")


async def test_a_document_of_an_editor_is_still_too_large_for_a_stranger(production: Client) -> None:
    """Documents are kept for everybody, the limits of whoever asks are not."""
    for query in (deep(14), with_fields(700), with_tokens(1_500)):
        await sent(production, "POST", query, EDITOR)
        response = await sent(production, "POST", query)
        assert codes(response)[0] in ("LIMIT_EXCEEDED", "GRAPHQL_PARSE_FAILED")


@pytest.mark.parametrize("way", ["POST", "GET"])
@pytest.mark.parametrize(("by", "limit"), [(None, 1_000), (EDITOR, 5_000)], ids=["stranger", "editor"])
async def test_a_query_that_costs_too_much_is_not_asked(
    production: Client, way: str, by: str | None, limit: int
) -> None:
    many = f"{{ missions(first: 100) {{ nodes {{ {costing(min(limit, 1_000))[1:-1]} }} }} }}" if by else costing(1_010)
    before = production.app.state.database.reads.statements
    with at_once():
        response = await sent(production, way, many, by)
    assert codes(response) == ["COST_EXCEEDED"]
    assert response.json()["errors"][0]["extensions"]["limit"] == limit
    assert production.app.state.database.reads.statements == before
    assert (await sent(production, way, costing(1_000), by)).json()["extensions"]["cost"] == {
        "points": 1000,
        "limit": limit,
    }


async def test_the_cost_of_a_page_whose_size_arrives_is_known(production: Client) -> None:
    query = "query ($n: Int!, $m: Int!) { posts(first: $n) { nodes { comments(first: $m) { nodes { id } } } } }"
    for n, m, points in ((1, 1, 1), (20, 20, 42), (100, 99, 1_000)):
        answer = (await sent(production, "POST", query, variables={"n": n, "m": m})).json()
        assert answer["extensions"]["cost"]["points"] == points
    assert codes(await sent(production, "POST", query, variables={"n": 100, "m": 100})) == ["COST_EXCEEDED"]


def doubling(levels: int, spreads: int = 2) -> str:
    """Fragments that spread the next one several times: as many fields as spreads to the power of levels."""
    steps = (f"fragment F{n} on Query {{ {f'...F{n + 1} ' * spreads} }}" for n in range(levels))
    return f"{{ ...F0 }} {' '.join(steps)} fragment F{levels} on Query {{ __typename }}"


ATTACKS = {
    "a fan-out of 2^22": doubling(22),
    "a fan-out of 10^6": doubling(6, 10),
    "a fan-out of 2^60": doubling(60),
    "a fragment in itself": "{ ...F } fragment F on Query { ...F __typename }",
    "two fragments in each other": "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }",
    "a circle that nobody spreads": "{ __typename } fragment F on Query { ...G } fragment G on Query { ...F }",
    "a circle below a field": "{ missions { nodes { ...G } } } fragment G on Mission { parent { ...G } }",
    "2,000 fields of one name": f"{{ missions {{ nodes {{ {'slug ' * 2_000} }} }} }}",
    "400 fields of one name": f"{{ missions {{ nodes {{ {'a: slug ' * 400} }} }} }}",
    "60 × 30 inline fragments": f"{{ missions {{ nodes {{ {('... { ' + 'a: slug ' * 30 + '} ') * 60} }} }} }}",
    "1,900 levels": "{ a " * 1_900 + "}" * 1_900,
    "10,000 levels": "{ a " * 10_000 + "}" * 10_000,
    "1,000 lists": "{ nodes(ids: " + "[" * 1_000 + "]" * 1_000 + ") { id } }",
    "500 filters in each other": "{ posts(filter: " + "{ and: [" * 500 + "]}" * 500 + ") { totalCount } }",
    "300 directives": f"{{ __typename {'@skip(if: false) ' * 300} }}",
    "2,000 directives": f"{{ __typename {'@a ' * 2_000} }}",
    "500 unknown fields": f"{{ {' '.join(f'f{n}' for n in range(200))} }}",
    "100 operations": " ".join(f"query Q{n} {{ __typename }}" for n in range(100)),
    "600 variables": f"query ({' '.join(f'$v{n}: Int' for n in range(600))}) {{ __typename }}",
    "a text of 200 kB": f'{{ node(id: "{"x" * 200_000}") {{ id }} }}',
    "a comment of 200 kB": f"# {'x' * 200_000}\n{{ nonsense }}",
}


@pytest.mark.parametrize("by", [None, EDITOR], ids=["stranger", "editor"])
@pytest.mark.parametrize(
    ("way", "attack"),
    # No client sends an address as long as some of them are.
    [("POST", attack) for attack in ATTACKS]
    + [("GET", attack) for attack, query in ATTACKS.items() if len(query) <= LONGEST_ADDRESS],
)
async def test_an_attack_is_refused_at_once(production: Client, way: str, by: str | None, attack: str) -> None:
    with at_once():
        response = await sent(production, way, ATTACKS[attack], by)
    assert response.status_code in (400, 413), response.text[:300]
    assert 1 <= len(codes(response)) <= 10


async def test_attacks_in_variables_are_refused_at_once(production: Client) -> None:
    query = "query ($filter: PostFilter) { posts(filter: $filter) { totalCount } }"
    nested: dict[str, Any] = {"kind": ["NOTICE"]}
    for _ in range(150):
        nested = {"and": [nested]}
    filters: list[dict[str, Any]] = [
        {"or": [{"kind": ["NOTICE"]}] * 2_000},
        {"and": [{"not": {"or": []}}] * 1_500},
        nested,
        {"and": [None] * 3},
    ]
    for filter in filters:
        with at_once():
            response = await sent(production, "POST", query, variables={"filter": filter})
        assert codes(response)[0] in ("LIMIT_EXCEEDED", "BAD_USER_INPUT")


async def test_no_more_than_ten_errors_are_listed(production: Client) -> None:
    wrong = f"{{ missions {{ nodes {{ {' '.join(f'f{n}' for n in range(100))} }} }} }}"
    assert len(codes(await sent(production, "POST", wrong, EDITOR))) == 10
    declared = " ".join(f"$v{n}: Int!" for n in range(50))
    used = " ".join(f"a{n}: posts(first: $v{n}) {{ totalCount }}" for n in range(50))
    assert (
        len(
            codes(await sent(production, "POST", f"query ({declared}) {{ missions {{ nodes {{ {used} }} }} }}", EDITOR))
        )
        == 10
    )


async def test_a_request_is_not_longer_than_256_kilobytes(production: Client) -> None:
    response = await sent(production, "POST", "{ __typename }", variables={"x": "x" * 262_144})
    assert (response.status_code, codes(response)) == (413, ["HTTP_413"])
    assert (await sent(production, "POST", "{ __typename }", variables={"x": "x" * 260_000})).status_code == 200
    address = f"query=%7B__typename%7D&variables=%22{'x' * 262_144}%22".encode()
    headers = [(b"host", b"testserver"), (b"graphql-require-preflight", b"1")]
    got = await request(production.app, "GET", b"/graphql", headers, query=address)
    assert (got.status, got.codes) == (413, ["HTTP_413"])


async def test_a_body_without_a_length_is_not_read_to_its_end(production: Client) -> None:
    taken = 0

    async def parts() -> AsyncIterator[bytes]:
        nonlocal taken
        for _ in range(1_000):
            taken += 1
            yield b" " * 10_000

    response = await production.http.post("/graphql", content=parts(), headers={"content-type": "application/json"})
    assert (response.status_code, codes(response)) == (413, ["HTTP_413"])
    assert taken <= 28


@pytest.mark.parametrize("way", ["POST", "GET"])
@pytest.mark.parametrize(
    "query",
    [
        "{ __schema { types { name } } }",
        '{ __type(name: "Post") { name } }',
        "{ a: __schema { queryType { name } } posts { totalCount } }",
        "{ ...F } fragment F on Query { posts { totalCount } __schema { types { name } } }",
    ],
)
async def test_the_schema_is_shown_to_those_who_may_ask_for_it(production: Client, way: str, query: str) -> None:
    response = await sent(production, way, query)
    assert (response.status_code, codes(response)) == (400, ["INTROSPECTION_OFF"])
    assert codes(await sent(production, way, query, "Amman display")) == ["INTROSPECTION_OFF"]
    assert "errors" not in (await sent(production, way, query, EDITOR)).json()
    assert (await sent(production, way, "{ __typename }")).json()["data"] == {"__typename": "Query"}
