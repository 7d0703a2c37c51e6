"""Which host names a request may be addressed to."""

import re
from collections.abc import Collection
from functools import lru_cache

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([\w.-]+))(?::\d{1,5})?")


class KnownHosts:
    """Answers 400 to a request for another host: it was not meant for us, and its links would lead elsewhere."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "http" and not self._is_known(scope):
            message = "This server does not answer at this host. Use the address it is known by."
            body = {"errors": [{"message": message, "extensions": {"code": "HTTP_400"}}]}
            await JSONResponse(body, 400)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_known(self, scope: Scope) -> bool:
        """Whether the request says once, and well, that it is for one of our hosts."""
        said = [value for name, value in scope["headers"] if name == b"host"]
        return len(said) == 1 and host_of(said[0]) in self._hosts


@lru_cache(maxsize=256)
def host_of(header: bytes) -> str | None:
    """The host in a Host header, without its port; None unless it is well formed."""
    found = HOST.fullmatch(header.decode("latin-1"))
    return (found[1] or found[2]).lower() if found else None
