"""What may be asked for, whom the connection goes to, and what is refused on the way."""

from collections.abc import AsyncIterator, Callable
from ipaddress import ip_address

import httpx2
import pytest

from gateway.outside import fetching
from gateway.outside.fetching import HttpsFetch, NotFetched, NullFetch, https_fetch
from gateway.outside.reaching import Address, is_public

PHOTO = b"\xff\xd8\xff photo"
ADDRESS = "https://1.bp.blogspot.com/a/s0/quay.jpg?x=1#top"

Answer = Callable[[httpx2.Request], httpx2.Response]


def fetch(answer: Answer, *addresses: str) -> HttpsFetch:
    """Asks ``answer``; every host has these addresses."""

    async def resolve(host: str) -> list[Address]:
        return [ip_address(one) for one in addresses or ("93.184.216.34",)]

    return HttpsFetch(httpx2.AsyncClient(transport=httpx2.MockTransport(answer)), resolve)


def answering(status: int = 200, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda request: httpx2.Response(status, content=photo(), headers=named)


async def photo() -> AsyncIterator[bytes]:
    """A photo as it comes over a line: piece by piece."""
    yield PHOTO[:4]
    yield PHOTO[4:]


def never(request: httpx2.Request) -> httpx2.Response:
    raise AssertionError(f"asked {request.url}")


async def refused(fetching: HttpsFetch, address: str = ADDRESS) -> str:
    with pytest.raises(NotFetched) as caught:
        await fetching(address)
    return caught.value.message.partition(" was not fetched: ")[2]


async def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    asked: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        return httpx2.Response(200, content=photo())

    assert await fetch(answer, "93.184.216.34", "2606:2800:220:1::1")(ADDRESS) == PHOTO
    (request,) = asked
    assert str(request.url) == "https://93.184.216.34/a/s0/quay.jpg?x=1"
    assert request.headers["host"] == request.extensions["sni_hostname"] == "1.bp.blogspot.com"
    assert "cookie" not in request.headers


async def test_a_name_of_another_script_is_asked_in_its_ascii_form() -> None:
    names: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        names.append(request.headers["host"])
        return httpx2.Response(200, content=photo())

    await fetch(answer, "2606:2800:220:1::1")("https://bücher.example/a.jpg")
    assert names == ["xn--bcher-kva.example"]


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1", "172.16.9.1", "192.168.1.1", "127.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "192.0.0.8", "192.88.99.1",
        "192.0.2.1", "198.18.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254",
        "ff02::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::a00:1",
        "64:ff9b:1::1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
async def test_an_address_inside_is_never_asked(address: str) -> None:
    assert not is_public(ip_address(address))
    assert await refused(fetch(never, address)) == "its host is not on the public internet."
    assert await refused(fetch(never, "93.184.216.34", address)) == "its host is not on the public internet."


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://e.example/a.jpg", "only https:// is asked."),
        ("file:///etc/passwd", "it is not the plain address of a site."),
        ("data:image/png;base64,AAAA", "it is not the plain address of a site."),
        ("//e.example/a.jpg", "only https:// is asked."),
        ("https:///a.jpg", "it is not the plain address of a site."),
        ("https://user:word@e.example/a.jpg", "it is not the plain address of a site."),
        ("https://e.example:8443/a.jpg", "it is not the plain address of a site."),
        ("https://e.example:x/a.jpg", "it cannot be read as an address."),
        ("https://[::1/a.jpg", "it cannot be read as an address."),
    ],
)
async def test_what_is_not_a_plain_address_is_never_asked(address: str, reason: str) -> None:
    assert await refused(fetch(never), address) == reason


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (answering(404), "its host answered 404."),
        (answering(content_encoding="gzip"), "its host sent it packed."),
        (answering(302, location="https://elsewhere.example/a.jpg"), "it leads to another site."),
        (answering(302, location="http://1.bp.blogspot.com/a.jpg"), "only https:// is asked."),
        (answering(302, location="http://169.254.169.254/"), "only https:// is asked."),
        (answering(302, location="/again"), "it leads from one address to the next."),
        (answering(304), "its host answered 304."),
    ],
)
async def test_an_answer_that_is_no_photo_is_refused(answer: Answer, reason: str) -> None:
    assert await refused(fetch(answer)) == reason


async def test_a_redirect_on_the_same_host_is_followed() -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        is_old = request.url.path == "/old.jpg"
        return (
            httpx2.Response(301, headers={"location": "/new.jpg"}) if is_old else httpx2.Response(200, content=photo())
        )

    assert await fetch(answer)("https://e.example/old.jpg") == PHOTO


async def test_what_does_not_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 1
            yield b"x" * 1_000

    monkeypatch.setattr(fetching, "MOST_BYTES", 10_000)
    assert await refused(fetch(lambda request: httpx2.Response(200, content=endless()))) == "it is larger than 40 MB."
    assert sent <= 12


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (httpx2.ConnectTimeout("slow"), "its host took too long."),
        (httpx2.ConnectError("no route"), "its host could not be asked."),
        (httpx2.RemoteProtocolError("nonsense"), "its host could not be asked."),
    ],
)
async def test_a_host_that_fails_is_told_of(error: Exception, reason: str) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        raise error

    assert await refused(fetch(answer)) == reason


async def test_a_name_that_does_not_exist_is_told_of() -> None:
    async def resolve(host: str) -> list[Address]:
        raise OSError("no such name")

    client = httpx2.AsyncClient(transport=httpx2.MockTransport(never))
    assert await refused(HttpsFetch(client, resolve)) == "there is no such host."


async def test_our_own_machine_is_not_asked_by_name() -> None:
    async with https_fetch() as asking:
        with pytest.raises(NotFetched, match="not on the public internet"):
            await asking("https://localhost/a.jpg")
        with pytest.raises(NotFetched, match="not on the public internet"):
            await asking("https://127.0.0.1/a.jpg")


async def test_nobody_is_asked_unless_it_is_wanted() -> None:
    with pytest.raises(NotFetched, match="switched off"):
        await NullFetch()(ADDRESS)
