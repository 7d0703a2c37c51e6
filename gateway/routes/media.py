"""GET /media/{key}: photos as they were stored."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

KNOWN_TYPES = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".avif": "image/avif",
}
HEADERS = {
    "cache-control": "public, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "cross-origin",
}


def media(request: Request) -> Response:
    """A stored photo; its address holds a digest of it, so it never changes."""
    folder: Path = request.app.state.settings.media_folder
    key = request.path_params["key"]
    path = (folder / key.replace("\0", "")).resolve()
    if "\0" in key or path.suffix not in KNOWN_TYPES or not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise HTTPException(404, "There is no such photo.")
    return FileResponse(path, media_type=KNOWN_TYPES[path.suffix], headers=HEADERS)
