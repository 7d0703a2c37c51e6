"""Fetching a file that a stranger's text names, without being led into our own network.

A name is resolved once, every address it has must be a public one, and the connection goes to the address that was
checked: what the name means a moment later does not matter. The certificate is still checked against the name.
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Protocol
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx2

from schema.errors import Invalid

MOST_BYTES = 40 * 1024**2
MOST_REDIRECTS = 3
CONNECT_TIMEOUT_SECONDS = 10.0
READ_TIMEOUT_SECONDS = 20.0
TOTAL_TIMEOUT_SECONDS = 120.0
HEADERS = {"accept": "image/*", "accept-encoding": "identity", "user-agent": "communique-import"}

# Ranges of IPv6 that lead to an IPv4 address, and one that was given up; none of them is how a site is reached.
TRANSLATED = tuple(map(IPv6Network, ("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "fec0::/10")))

Address = IPv4Address | IPv6Address
Resolve = Callable[[str], Awaitable[list[Address]]]


class NotFetched(Invalid):
    """“{address}” was not fetched: {reason}."""


class Fetch(Protocol):
    """Asks for one file."""

    async def __call__(self, address: str) -> bytes:
        """The file, at most 40 MB of it.

        Raises:
            NotFetched.
        """


class NullFetch:
    """Asks nobody."""

    async def __call__(self, address: str) -> bytes:
        raise NotFetched(address=_shown(address), reason="fetching is switched off")


@asynccontextmanager
async def https_fetch() -> AsyncIterator[Fetch]:
    """Fetch over HTTPS while the block lasts. No proxy, no cookie, no credentials, no connection used twice."""
    timeout = httpx2.Timeout(READ_TIMEOUT_SECONDS, connect=CONNECT_TIMEOUT_SECONDS)
    limits = httpx2.Limits(max_keepalive_connections=0)
    async with httpx2.AsyncClient(trust_env=False, timeout=timeout, limits=limits, headers=HEADERS) as client:
        yield HttpsFetch(client, resolve)


class HttpsFetch:
    """Asks the internet."""

    def __init__(self, client: httpx2.AsyncClient, resolve: Resolve) -> None:
        self._client, self._resolve = client, resolve

    async def __call__(self, address: str) -> bytes:
        try:
            async with asyncio.timeout(TOTAL_TIMEOUT_SECONDS):
                return await self._fetch(address)
        except TimeoutError:
            raise NotFetched(address=_shown(address), reason="it took too long") from None
        except httpx2.TimeoutException:
            raise NotFetched(address=_shown(address), reason="its host took too long") from None
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError):
            raise NotFetched(address=_shown(address), reason="its host could not be asked") from None

    async def _fetch(self, address: str) -> bytes:
        parts = checked_address(address)
        host = str(parts.hostname)
        target = await self._public_address(address, host)
        for _ in range(MOST_REDIRECTS + 1):
            request = self._request(parts, host, target)
            response = await self._client.send(request, stream=True, follow_redirects=False)
            try:
                if not response.has_redirect_location:
                    return await _content(response, address)
                parts = _redirected(parts, response.headers["location"], address)
            finally:
                await response.aclose()
        raise NotFetched(address=_shown(address), reason="it leads from one address to the next")

    async def _public_address(self, address: str, host: str) -> Address:
        try:
            found = await self._resolve(host)
        except (OSError, ValueError):
            found = []
        if not found:
            raise NotFetched(address=_shown(address), reason="there is no such host")
        if not all(is_public(one) for one in found):
            raise NotFetched(address=_shown(address), reason="its host is not on the public internet")
        return found[0]

    def _request(self, parts: SplitResult, host: str, target: Address) -> httpx2.Request:
        """A request to the address that was checked, in the name of the host."""
        name = f"[{target}]" if target.version == 6 else str(target)
        url = parts._replace(netloc=name, fragment="").geturl()
        ascii_host = host.encode("idna").decode() if not host.isascii() else host
        return self._client.build_request(
            "GET", url, headers={"host": ascii_host}, extensions={"sni_hostname": ascii_host}
        )


def checked_address(address: str) -> SplitResult:
    """The parts of an address that may be asked for: https, the usual port, a host, nobody's password.

    Raises:
        NotFetched.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise NotFetched(address=_shown(address), reason="it cannot be read as an address") from None
    if parts.scheme != "https":
        raise NotFetched(address=_shown(address), reason="only https:// is fetched")
    if not parts.hostname or parts.username is not None or parts.password is not None or port not in (None, 443):
        raise NotFetched(address=_shown(address), reason="it is not the plain address of a site")
    return parts


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet, and stands for itself."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if any(address in network for network in TRANSLATED):
            return False
    return address.is_global and not address.is_multicast


async def resolve(host: str) -> list[Address]:
    """Every address of a host, in the order the system prefers."""
    found = await asyncio.get_running_loop().getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return [ip_address(str(one[4][0]).partition("%")[0]) for one in found]


def _redirected(parts: SplitResult, location: str, address: str) -> SplitResult:
    """Where the same host sends us; no other host is asked."""
    following = checked_address(urljoin(parts.geturl(), location))
    if following.hostname != parts.hostname:
        raise NotFetched(address=_shown(address), reason="it leads to another site")
    return following


async def _content(response: httpx2.Response, address: str) -> bytes:
    if response.status_code != 200:
        raise NotFetched(address=_shown(address), reason=f"its host answered {response.status_code}")
    if response.headers.get("content-encoding", "identity") != "identity":
        raise NotFetched(address=_shown(address), reason="its host sent it packed")
    content = bytearray()
    async for piece in response.aiter_raw():
        content += piece
        if len(content) > MOST_BYTES:
            raise NotFetched(address=_shown(address), reason="it is larger than 40 MB")
    return bytes(content)


def _shown(address: str) -> str:
    """An address as a message may show it."""
    text = "".join(character if character.isprintable() else "\ufffd" for character in address[:200])
    return f"{text}…" if len(address) > 200 else text
