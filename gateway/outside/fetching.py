"""Fetching a file that a stranger's text names, without being led into our own network."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol
from urllib.parse import SplitResult, urljoin

import httpx2

from gateway.outside.reaching import NotReached, Reach, Resolve, resolve
from schema.errors import Invalid

MOST_BYTES = 40 * 1024**2
MOST_REDIRECTS = 3
CONNECT_TIMEOUT_SECONDS = 10.0
READ_TIMEOUT_SECONDS = 20.0
TOTAL_TIMEOUT_SECONDS = 120.0
HEADERS = {"accept": "image/*", "accept-encoding": "identity", "user-agent": "communique-import"}


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
        self._client, self._reach = client, Reach(resolve)

    async def __call__(self, address: str) -> bytes:
        try:
            async with asyncio.timeout(TOTAL_TIMEOUT_SECONDS):
                return await self._fetch(address)
        except TimeoutError:
            raise NotFetched(address=_shown(address), reason="it took too long") from None
        except httpx2.TimeoutException:
            raise NotFetched(address=_shown(address), reason="its host took too long") from None
        except NotReached as error:
            raise NotFetched(address=_shown(address), reason=str(error)) from None
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError):
            raise NotFetched(address=_shown(address), reason="its host could not be asked") from None

    async def _fetch(self, address: str) -> bytes:
        parts = self._checked(address)
        target = await self._reach.target(str(parts.hostname))
        for _ in range(MOST_REDIRECTS + 1):
            request = self._reach.request(self._client, "GET", parts, target=target)
            response = await self._client.send(request, stream=True, follow_redirects=False)
            try:
                if not response.has_redirect_location:
                    return await _content(response, address)
                parts = self._redirected(parts, response.headers["location"], address)
            finally:
                await response.aclose()
        raise NotFetched(address=_shown(address), reason="it leads from one address to the next")

    def _checked(self, address: str) -> SplitResult:
        """The parts of an address that may be asked for: that of a site at the usual port.

        Raises:
            NotFetched, NotReached.
        """
        parts = self._reach.parts(address)
        if parts.port not in (None, 443):
            raise NotFetched(address=_shown(address), reason="it is not the plain address of a site")
        return parts

    def _redirected(self, parts: SplitResult, location: str, address: str) -> SplitResult:
        """Where the same host sends us; no other host is asked."""
        following = self._checked(urljoin(parts.geturl(), location))
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
