"""Sessions over HTTP: the cookie, who may send it, and what it is worth when it has ended."""

from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest
from httpx2 import Response

from gateway.cookies import NAME, NAME_WITHOUT_TLS, SessionCookie, is_same_origin
from schema.accounts.means import digest
from tests.browsers import EMAIL, PASSWORD
from tests.client import Client, execute
from tests.writes.inputs import document

SIGN_IN = document("signIn", "state")
RIGHT = {"input": {"email": EMAIL, "password": PASSWORD}}
VIEWER = "{ viewer { account { name email } isSecondFactorPassed sessions { device isCurrent } memberships { role } } }"
OURS = {"sec-fetch-site": "same-origin", "origin": "https://posts.example"}


@pytest.fixture
async def gateway(client: Client) -> AsyncIterator[Client]:
    async with client.on_a_copy() as copy:
        yield copy


async def sent(gateway: Client, query: str, secret: str | None, variables: Any = None, **headers: str) -> Response:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    cookie = {"cookie": f"{NAME}={secret}"} if secret else {}
    return await gateway.send(query, variables, headers={**cookie, **given})


async def signed_in(gateway: Client) -> str:
    response = await gateway.send(SIGN_IN, RIGHT, headers={"user-agent": "Firefox 200"})
    [cookie] = response.headers.get_list("set-cookie")
    return str(cookie.partition("=")[2].partition(";")[0])


async def test_the_cookie_is_for_this_host_and_no_script(gateway: Client) -> None:
    response = await gateway.send(SIGN_IN, RIGHT)
    [cookie] = response.headers.get_list("set-cookie")
    name_and_secret, *attributes = cookie.split("; ")
    assert name_and_secret.startswith("__Host-communique=")
    assert set(attributes) == {"Path=/", "Max-Age=604800", "HttpOnly", "SameSite=Lax", "Secure"}
    secret = name_and_secret.partition("=")[2]
    assert secret not in response.text
    assert orjson.loads(response.content)["data"]["signIn"] == {"state": "SIGNED_IN", "problems": []}
    assert response.headers["cache-control"] == "no-store"
    assert "cookie" in response.headers["vary"]


async def test_a_refused_sign_in_sets_no_cookie_and_answers_the_same_bytes(gateway: Client) -> None:
    answers = set()
    for email in (EMAIL, "nobody@ministry.example"):
        before = gateway.app.state.execution.signing_in.passwords.verifications
        response = await gateway.send(SIGN_IN, {"input": {"email": email, "password": "wrong"}})
        assert response.headers.get_list("set-cookie") == []
        assert gateway.app.state.execution.signing_in.passwords.verifications == before + 1
        answers.add((response.status_code, response.content))
    assert len(answers) == 1


async def test_a_viewer_is_who_signed_in(gateway: Client) -> None:
    secret = await signed_in(gateway)
    answer = orjson.loads((await sent(gateway, VIEWER, secret, **OURS)).content)["data"]["viewer"]
    assert answer["account"] == {"name": "Amman administrator", "email": EMAIL}
    assert answer["sessions"][0] == {"device": "Firefox 200", "isCurrent": True}
    assert answer["memberships"] == [{"role": "ADMINISTRATOR"}]
    assert not answer["isSecondFactorPassed"]
    assert orjson.loads((await sent(gateway, VIEWER, None)).content)["data"]["viewer"] is None


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site", "origin": "https://posts.example"},
        {"sec_fetch_site": "none"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "https://posts.example.evil.example"},
        {"sec_fetch_site": "same-origin", "origin": "https://evil.example"},
    ],
)
async def test_a_cookie_from_another_page_does_nothing(gateway: Client, headers: dict[str, str]) -> None:
    secret = gateway.world.tokens["Amman administrator at a browser"]
    response = await sent(gateway, VIEWER, secret, **headers)
    assert response.status_code == 403
    assert orjson.loads(response.content)["errors"][0]["extensions"]["code"] == "CROSS_ORIGIN"


async def test_a_form_of_another_page_is_not_even_read(gateway: Client) -> None:
    secret = gateway.world.tokens["Amman administrator at a browser"]
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        headers = {"cookie": f"{NAME}={secret}", "content-type": kind, **OURS}
        response = await gateway.http.post("/graphql", content=b'{"query": "mutation { __typename }"}', headers=headers)
        assert response.status_code == 415


async def test_a_token_counts_before_a_cookie(gateway: Client) -> None:
    headers = {"authorization": f"Bearer {gateway.world.tokens['Amman editor']}"}
    secret = gateway.world.tokens["Amman administrator at a browser"]
    answer = orjson.loads((await sent(gateway, VIEWER, secret, **headers)).content)
    assert answer["data"]["viewer"]["account"]["name"] == "Amman editor"


async def test_a_session_that_has_ended_is_refused_and_forgotten(gateway: Client) -> None:
    for ended in ("revoked_at = now()", "expires_at = now()", "last_seen_at = now() - interval '12 hours'"):
        secret = await signed_in(gateway)
        await execute(gateway.url, f"update account_sessions set {ended} where digest = '\\x{digest(secret).hex()}'")
        response = await sent(gateway, VIEWER, secret, **OURS)
        assert response.status_code == 401
        assert response.headers.get_list("set-cookie") == [
            f"{NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure"
        ]
    assert (await sent(gateway, VIEWER, "unknown", **OURS)).status_code == 401


async def test_signing_out_ends_the_session_at_once(gateway: Client) -> None:
    secret = await signed_in(gateway)
    assert (await sent(gateway, VIEWER, secret, **OURS)).status_code == 200
    response = await sent(gateway, document("signOut"), secret, {"input": {}}, **OURS)
    assert "Max-Age=0" in response.headers["set-cookie"]
    assert (await sent(gateway, VIEWER, secret, **OURS)).status_code == 401


async def test_somebody_halfway_is_a_visitor(gateway: Client) -> None:
    secret = gateway.world.tokens["Amman head halfway"]
    drafts = "{ viewer { account { name } } posts(filter: {state: [DRAFT]}) { totalCount } }"
    answer = orjson.loads((await sent(gateway, drafts, secret, **OURS)).content)
    assert answer["data"] == {"viewer": None, "posts": {"totalCount": 0}}


async def test_too_many_attempts_say_how_long_to_wait(gateway: Client) -> None:
    query = document("signIn", "problems2: problems { ... on TooManyAttempts { retryAfter } }")
    wrong = {"input": {"email": EMAIL, "password": "wrong"}}
    for _ in range(5):
        await gateway.send(query, wrong)
    answer = orjson.loads((await gateway.send(query, RIGHT)).content)["data"]["signIn"]
    assert answer["problems"][0]["code"] == "TOO_MANY_ATTEMPTS"
    assert 880 < answer["problems2"][0]["retryAfter"] <= 900


def test_without_tls_the_cookie_has_another_name() -> None:
    cookie = SessionCookie("http://127.0.0.1:8000", 60)
    assert cookie.name == NAME_WITHOUT_TLS
    assert cookie.header("x") == "communique=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"
    assert cookie.read({NAME: "y"}) is None


def test_our_own_page_may_have_either_name_of_ours() -> None:
    host = {"host": "127.0.0.1:8000"}
    assert is_same_origin({**host, "origin": "http://127.0.0.1:8000"}, "https://posts.example")
    assert is_same_origin({**host, "origin": "https://posts.example"}, "https://posts.example")
    assert not is_same_origin({**host, "origin": "http://127.0.0.1:9000"}, "https://posts.example")
