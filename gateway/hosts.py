"""Which host names a request may be addressed to."""

import re
from collections.abc import Collection

from starlette.datastructures import Headers
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
        if scope["type"] == "http" and host_of(Headers(scope=scope).getlist("host")) not in self._hosts:
            message = "This server does not answer at this host. Use the address it is known by."
            body = {"errors": [{"message": message, "extensions": {"code": "HTTP_400"}}]}
            await JSONResponse(body, 400)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def host_of(headers: list[str]) -> str | None:
    """The host a request is addressed to, without its port; None unless it is said once and well."""
    found = HOST.fullmatch(headers[0]) if len(headers) == 1 else None
    return (found[1] or found[2]).lower() if found else None
