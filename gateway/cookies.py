"""The cookie of a session: an opaque secret, for this host and no script."""

from collections.abc import Mapping
from urllib.parse import urlsplit

NAME = "__Host-communique"
NAME_WITHOUT_TLS = "communique"
"""On a machine of one's own, without TLS, a browser takes no cookie whose name begins with __Host-."""


class SessionCookie:
    """How the cookie is called, set and forgotten at one public address."""

    def __init__(self, public_url: str, seconds: int, purpose: str = "") -> None:
        self._is_secure = urlsplit(public_url).scheme == "https"
        self.name = (NAME if self._is_secure else NAME_WITHOUT_TLS) + purpose
        self._seconds = seconds

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """The secret that a browser sent."""
        return cookies.get(self.name) or None

    def header(self, secret: str) -> str:
        """What makes a browser keep a secret; an empty one makes it forget."""
        lasts = self._seconds if secret else 0
        attributes = [f"{self.name}={secret}", "Path=/", f"Max-Age={lasts}", "HttpOnly", "SameSite=Lax"]
        return "; ".join([*attributes, *(["Secure"] if self._is_secure else [])])


def is_same_origin(headers: Mapping[str, str], public_url: str) -> bool:
    """Whether a browser says that a page of ours sent this request; saying nothing is not saying so."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is None and origin is None:
        return False
    here = {public_url, *(f"{scheme}://{headers.get('host', '')}" for scheme in ("http", "https"))}
    return site in (None, "same-origin") and (origin is None or origin in here)
