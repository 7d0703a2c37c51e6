"""The page at /sign-in: forms without a script, links that looking does not use up, and no way out to elsewhere."""

import re
from collections.abc import AsyncIterator

import pytest
from httpx2 import Response

from gateway.cookies import NAME
from gateway.routes.sign_in import own_path
from tests.browsers import EMAIL, LINK, PASSWORD, RECOVERY_CODE
from tests.client import Client, execute

OURS = {"sec-fetch-site": "same-origin", "origin": "https://posts.example"}


@pytest.fixture
async def gateway(client: Client) -> AsyncIterator[Client]:
    async with client.on_a_copy() as copy:
        yield copy


async def sent(gateway: Client, action: str, secret: str = "", **fields: str) -> Response:
    headers = {**OURS, **({"cookie": f"{NAME}={secret}"} if secret else {})}
    return await gateway.http.post(f"/sign-in/{action}", data=fields, headers=headers)


def secret_in(response: Response) -> str:
    [cookie] = response.headers.get_list("set-cookie")
    return str(cookie.partition("=")[2].partition(";")[0])


def alert_in(response: Response) -> str:
    found = re.search(r'role="alert">([^<]*)<', response.text)
    return found[1] if found else ""


async def test_the_page_needs_no_script_and_nothing_from_elsewhere(gateway: Client) -> None:
    response = await gateway.http.get("/sign-in")
    assert response.status_code == 200
    assert "<script" not in response.text
    assert not re.search(r'(?:src|href)="', response.text)
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for name in re.findall(r'<input id="(\w+)"', response.text):
        assert f'<label for="{name}">' in response.text
    assert 'autocomplete="current-password"' in response.text
    assert 'autocomplete="username"' in response.text
    assert "onpaste" not in response.text


async def test_a_password_signs_in_and_leads_on(gateway: Client) -> None:
    response = await sent(gateway, "password", email=EMAIL, password=PASSWORD, next="/graphql?a=b")
    assert (response.status_code, response.headers["location"]) == (303, "/graphql?a=b")
    page = await gateway.http.get("/sign-in", headers={"cookie": f"{NAME}={secret_in(response)}"})
    assert "You are signed in" in page.text
    out = await sent(gateway, "out", secret_in(response))
    assert "Max-Age=0" in out.headers["set-cookie"]
    assert "Sign in" in (await gateway.http.get("/sign-in", headers={"cookie": f"{NAME}={secret_in(response)}"})).text


async def test_what_is_wrong_is_said_on_the_same_page(gateway: Client) -> None:
    wrong = await sent(gateway, "password", email=EMAIL, password="wrong", next="/<b>\"'")
    nobody = await sent(gateway, "password", email="nobody@ministry.example", password="wrong", next="/<b>\"'")
    assert wrong.status_code == nobody.status_code == 400
    nonce = re.compile(r'nonce="[^"]+"')
    assert nonce.sub("", wrong.text) == nonce.sub("", nobody.text)
    assert alert_in(wrong) == "The e-mail address or the password is wrong. Try again, or ask for a sign-in link."
    assert "<b>" not in wrong.text


async def test_looking_at_a_link_does_not_use_it_up(gateway: Client) -> None:
    for _ in range(3):
        looked = await gateway.http.get(f"/sign-in?link={LINK}")
        assert "Sign in with this link" in looked.text
        assert looked.headers.get_list("set-cookie") == []
    used = await sent(gateway, "link", link=LINK)
    assert used.status_code == 303
    assert secret_in(used)
    again = await sent(gateway, "link", link=LINK)
    assert alert_in(again) == "This link was used before, is too old, or was never ours. Ask for another one."


async def test_a_link_is_sent_whoever_asks(gateway: Client) -> None:
    nonce = re.compile(r'nonce="[^"]+"')
    known = await sent(gateway, "request", email=EMAIL)
    unknown = await sent(gateway, "request", email="nobody@ministry.example")
    assert nonce.sub("", known.text) == nonce.sub("", unknown.text)
    assert "a link is on its way" in alert_in(known)


async def test_the_second_half(gateway: Client) -> None:
    halfway = gateway.world.tokens["Amman head halfway"]
    page = await gateway.http.get("/sign-in?next=/graphql", headers={"cookie": f"{NAME}={halfway}"})
    assert "Second factor" in page.text
    assert 'autocomplete="one-time-code"' in page.text
    wrong = await sent(gateway, "factor", halfway, code="123456")
    assert alert_in(wrong).startswith("This does not prove that it is you")
    done = await sent(gateway, "factor", halfway, code=RECOVERY_CODE.lower(), next="/graphql")
    assert (done.status_code, done.headers["location"]) == (303, "/graphql")


@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}])
async def test_a_form_from_another_page_is_refused(gateway: Client, headers: dict[str, str]) -> None:
    fields = {"email": EMAIL, "password": PASSWORD}
    response = await gateway.http.post("/sign-in/password", data=fields, headers=headers)
    assert response.status_code == 403
    assert response.headers.get_list("set-cookie") == []


async def test_a_form_that_is_too_large_is_refused(gateway: Client) -> None:
    assert (await sent(gateway, "password", email="x" * 20_000)).status_code == 413


@pytest.mark.parametrize(
    "next",
    [
        "//evil.example", "///evil.example", "\\\\evil.example", "/\\evil.example", "https:evil.example",
        "https://evil.example", "javascript:alert(1)", "", "evil", "/\t/evil.example", "/\r\nset-cookie: a=b", "/é",
    ],
)  # fmt: skip
async def test_nobody_is_led_elsewhere(gateway: Client, next: str) -> None:
    assert own_path(next) == "/sign-in"
    response = await sent(gateway, "password", email=EMAIL, password=PASSWORD, next=next)
    assert response.headers["location"] == "/sign-in"


async def test_an_account_out_of_use_is_not_let_in(gateway: Client) -> None:
    await execute(gateway.url, f"update accounts set is_active = false where email = '{EMAIL}'")
    assert (await sent(gateway, "password", email=EMAIL, password=PASSWORD)).status_code == 400
    assert (await sent(gateway, "link", link=LINK)).status_code == 400
