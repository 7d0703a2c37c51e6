"""Sending one message to an address that somebody else has named."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter

import httpx2

from gateway.outside.reaching import NotReached, Reach


@dataclass(frozen=True)
class Posted:
    """What came of it: a status, or why there was none."""

    duration_ms: int
    status: int | None = None
    error: str | None = None
    retry_after: str | None = None

    @property
    def is_taken(self) -> bool:
        """Whether the receiver has taken it."""
        return self.status is not None and 200 <= self.status < 300


class Post:
    """Sends messages within a time, and reads of the answers nothing but their heads."""

    def __init__(self, client: httpx2.AsyncClient, reach: Reach, timeout_seconds: float) -> None:
        self._client, self._reach, self._timeout_seconds = client, reach, timeout_seconds

    async def __call__(self, address: str, body: bytes, headers: Mapping[str, str]) -> Posted:
        """Send it once; it never raises."""
        begun = perf_counter()
        status, error, retry_after = None, None, None
        try:
            async with asyncio.timeout(self._timeout_seconds):
                status, retry_after = await self._send(address, body, headers)
        except NotReached as refusal:
            error = f"it was not asked: {refusal}"
        except (TimeoutError, httpx2.TimeoutException):
            error = "it did not answer in time"
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, OSError) as failure:
            error = f"it could not be reached ({type(failure).__name__})"
        if status is not None and not 200 <= status < 300:
            error = f"it answered {status}"
        return Posted(round((perf_counter() - begun) * 1000), status, error, retry_after)

    async def _send(self, address: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, str | None]:
        parts = self._reach.parts(address)
        target = await self._reach.target(str(parts.hostname))
        request = self._reach.request(self._client, "POST", parts, target=target, headers=headers, content=body)
        response = await self._client.send(request, stream=True, follow_redirects=False)
        await response.aclose()
        return response.status_code, response.headers.get("retry-after")


@asynccontextmanager
async def posting(reach: Reach, timeout_seconds: float) -> AsyncIterator[Post]:
    """Send while the block lasts. No proxy, no cookie, no redirect, no connection used twice."""
    limits = httpx2.Limits(max_keepalive_connections=0)
    async with httpx2.AsyncClient(trust_env=False, timeout=timeout_seconds, limits=limits) as client:
        yield Post(client, reach, timeout_seconds)
