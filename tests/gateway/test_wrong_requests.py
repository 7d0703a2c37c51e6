"""Requests that are no GraphQL requests: each is refused with its status, a code and a sentence for people."""

import gzip
from dataclasses import dataclass, field
from typing import Any

import orjson
import pytest
from httpx2 import Response

from tests.client import PREFLIGHT, Client

ASKED = b'{"query": "{ __typename }"}'
JSON = {"content-type": "application/json"}
HUGE = b'{"query": "{ __typename }", "variables": {"n": ' + b"9" * 100_000 + b"}}"

INSIDE = ("asyncpg", "sqlalchemy", "select ", "SELECT", ".py", "Traceback", "postgres", "isoformat", "sys.", "Error(")
"""What an answer to a wrong request says nothing of."""


@dataclass(frozen=True)
class Wrong:
    """A request, and what it is answered."""

    name: str
    status: int
    code: str
    body: bytes = ASKED
    headers: dict[str, str] = field(default_factory=lambda: JSON)
    method: str = "POST"
    path: str = "/graphql"


def asked_by_get(**parts: str) -> dict[str, Any]:
    path = "/graphql?" + "&".join(f"{name}={value}" for name, value in parts.items())
    return {"method": "GET", "body": b"", "headers": PREFLIGHT, "path": path}


WRONG = [
    Wrong("an empty body", 400, "BAD_REQUEST", b""),
    Wrong("a body that is cut off", 400, "BAD_REQUEST", b'{"query": '),
    Wrong("null", 400, "BAD_REQUEST", b"null"),
    Wrong("a number", 400, "BAD_REQUEST", b"3"),
    Wrong("a text", 400, "BAD_REQUEST", b'"{ __typename }"'),
    Wrong("true", 400, "BAD_REQUEST", b"true"),
    Wrong("an empty list", 400, "BAD_REQUEST", b"[]"),
    Wrong("several operations at once", 400, "BAD_REQUEST", b"[" + ASKED + b"," + ASKED + b"]"),
    Wrong("UTF-16", 400, "BAD_REQUEST", ASKED.decode().encode("utf-16")),
    Wrong("a byte order mark", 400, "BAD_REQUEST", b"\xef\xbb\xbf" + ASKED),
    Wrong("bytes that are not UTF-8", 400, "BAD_REQUEST", b'{"query": "\xff"}'),
    Wrong("half of a surrogate pair", 400, "BAD_REQUEST", b'{"query": "\\ud800"}'),
    Wrong("NaN", 400, "BAD_REQUEST", b'{"query": "{ __typename }", "variables": {"n": NaN}}'),
    Wrong("a number of 100,000 digits", 400, "BAD_REQUEST", HUGE),
    Wrong("lists 50,000 deep", 400, "BAD_REQUEST", b"[" * 50_000 + b"]" * 50_000),
    Wrong("no query", 400, "BAD_REQUEST", b'{"variables": {}}'),
    Wrong("an empty query", 400, "BAD_REQUEST", b'{"query": ""}'),
    Wrong("a query of spaces", 400, "BAD_REQUEST", b'{"query": "  "}'),
    Wrong("a query that is a number", 400, "BAD_REQUEST", b'{"query": 3}'),
    Wrong("variables that are a list", 400, "BAD_REQUEST", b'{"query": "{ __typename }", "variables": []}'),
    Wrong("variables that are a text", 400, "BAD_REQUEST", b'{"query": "{ __typename }", "variables": "x"}'),
    Wrong("extensions that are a text", 400, "BAD_REQUEST", b'{"query": "{ __typename }", "extensions": "x"}'),
    Wrong("a name that is a number", 400, "BAD_REQUEST", b'{"query": "{ __typename }", "operationName": 3}'),
    Wrong("more than 256 kB", 413, "HTTP_413", ASKED + b" " * 262_144),
    Wrong("compression", 415, "UNSUPPORTED_MEDIA_TYPE", gzip.compress(ASKED), {**JSON, "content-encoding": "gzip"}),
    Wrong("no content type", 415, "UNSUPPORTED_MEDIA_TYPE", ASKED, {}),
    *(
        Wrong(kind, 415, "UNSUPPORTED_MEDIA_TYPE", ASKED, {"content-type": kind})
        for kind in (
            "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql",
            "application/jsonx", "text/json", "application/json; charset=latin-1",
        )
    ),
    *(
        Wrong(f"accepts {accept}", 406, "NOT_ACCEPTABLE", ASKED, {**JSON, "accept": accept})
        for accept in ("text/html", "image/*", "text/event-stream", "application/jsonx", ";;,", "application/json;q=0")
    ),
    *(
        Wrong(f"the token {token!r:.20}", 401, "UNAUTHENTICATED", ASKED, {**JSON, "authorization": token})
        for token in ("Bearer unknown", "Bearer", "Bearer a b", "Basic dTpw", "unknown", f"Bearer {'x' * 9_000}")
    ),
    Wrong("a GET any site can make", 400, "PREFLIGHT_REQUIRED", **asked_by_get(query="{__typename}") | {"headers": {}}),
    Wrong("a GET without a query", 400, "BAD_REQUEST", **asked_by_get()),
    Wrong("variables by GET that are cut off", 400, "BAD_REQUEST", **asked_by_get(query="{__typename}", variables="{")),
    Wrong("a list of variables by GET", 400, "BAD_REQUEST", **asked_by_get(query="{__typename}", variables="[]")),
    Wrong("a mutation by GET", 405, "MUTATION_BY_GET", **asked_by_get(query="mutation{__typename}")),
    *(Wrong(method, 405, "HTTP_405", method=method) for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "QUERY")),
    *(
        Wrong(f"the address {path}", 404, "HTTP_404", path=path)
        for path in ("/", "/graphql/", "//graphql", "/GraphQL", "/graphql%2f", "/graphql/..;/", "/graphql.json")
    ),
    *(
        Wrong(f"the host {host!r}", 400, "HTTP_400", ASKED, {**JSON, "host": host})
        for host in ("evil.example", "", "testserver/", "testserver@evil", "testserver evil", "testserver:x", "[::1")
    ),
]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json"])
async def test_it_is_refused(client: Client, wrong: Wrong, accept: str) -> None:
    headers = {"accept": accept, **wrong.headers}
    response = await client.http.request(wrong.method, wrong.path, content=wrong.body or None, headers=headers)
    assert (response.status_code, codes(response)) == (wrong.status, [wrong.code])


def codes(response: Response) -> list[str]:
    """The codes of a refusal, each with a sentence for people and nothing of the machine."""
    assert response.headers["content-type"].startswith(("application/json", "application/graphql-response+json"))
    assert not any(word in response.text for word in INSIDE), response.text
    assert len(response.content) < 2_000
    answer = orjson.loads(response.content)
    assert answer.keys() == {"errors"}
    for error in answer["errors"]:
        assert error["message"][0].isupper() or error["message"][0] in "“‘", error["message"]
        assert error["message"][-1] in ".?!…", error["message"]
    return [error["extensions"]["code"] for error in answer["errors"]]
