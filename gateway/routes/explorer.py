"""The page a browser gets at `/graphql`: GraphiQL with ready queries, served wholly by us.

It asks no other host for anything, so it works in a ministry's closed network, and no stranger's script ever runs where
an editor pastes a token. The bundle is built in `web/explorer/`; operators need no Node.
"""

import gzip
import json
import secrets
from functools import cache
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

ASSETS: Final = "/graphql/explorer/"
FOLDER: Final = Path(__file__).parent.parent / "static" / "explorer"
NO_QUERIES: Final = "[]</script>"
TYPES: Final = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}

PAGE_HEADERS: Final = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "vary": "accept",
    "x-content-type-options": "nosniff",
}


def policy(nonce: str) -> str:
    """The content security policy of the page: the script and the stylesheets that carry `nonce`, and questions to us.

    Source:
        https://www.w3.org/TR/CSP3/
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'nonce-{nonce}'",
            f"style-src 'nonce-{nonce}'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


def wants_explorer(request: Request) -> bool:
    """Whether a person opened the address in a browser, rather than a program asking a question by GET."""
    asks = request.query_params.keys() & {"query", "extensions"}
    return request.method in ("GET", "HEAD") and not asks and "text/html" in request.headers.get("accept", "")


def explorer_page(request: Request) -> HTMLResponse:
    """The explorer, with the ready queries as they lie in the folder now; needs `explorer_assets` among the routes."""
    nonce = secrets.token_urlsafe(16)
    assets = request.scope.get("root_path", "") + ASSETS
    page = (
        template()
        .replace("%nonce%", nonce)
        .replace('="./', f'="{assets}')
        .replace(NO_QUERIES, f"{ready_queries()}</script>", 1)
    )
    return HTMLResponse(page, headers={**PAGE_HEADERS, "content-security-policy": policy(nonce)})


def explorer_asset(request: Request) -> Response:
    """One file of the bundle; its name changes with its content, so a browser may keep it for good."""
    name: str = request.path_params["name"]
    if name not in asset_names():
        raise HTTPException(404)
    raw, packed = asset(name)
    headers = {
        "cache-control": "public, max-age=31536000, immutable",
        "cross-origin-resource-policy": "same-origin",
        "vary": "accept-encoding",
        "x-content-type-options": "nosniff",
    }
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(packed, headers={**headers, "content-encoding": "gzip"}, media_type=TYPES[Path(name).suffix])
    return Response(raw, headers=headers, media_type=TYPES[Path(name).suffix])


explorer_assets: Final = Route(ASSETS + "{name}", explorer_asset, name="explorer_assets")


def ready_queries() -> str:
    """The ready queries in order of their file names → JSON that may stand inside a script element.

    `1_search.graphql`, `1_search.json` → `[{"query": "# Search …", "variables": "{…}"}]`
    """
    queries = [
        {
            "query": path.read_text("utf-8"),
            "variables": variables.read_text("utf-8") if (variables := path.with_suffix(".json")).exists() else "",
        }
        for path in sorted((FOLDER / "queries").glob("*.graphql"))
    ]
    return json.dumps(queries, ensure_ascii=False).replace("<", "\\u003c")


@cache
def template() -> str:
    """The built page, before the nonce, the address of the assets and the ready queries are put in."""
    return (FOLDER / "bundle" / "index.html").read_text("utf-8")


@cache
def asset_names() -> frozenset[str]:
    """The files of the bundle that may be asked for."""
    return frozenset(path.name for path in (FOLDER / "bundle").iterdir() if path.suffix in TYPES)


@cache
def asset(name: str) -> tuple[bytes, bytes]:
    """One file as it is, and packed by gzip: packed once, kept for the life of the process (1.8 MB for all)."""
    raw = (FOLDER / "bundle" / name).read_bytes()
    return raw, gzip.compress(raw, mtime=0)
