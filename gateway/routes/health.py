"""Whether this server is alive, and whether it can do its work."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

READY_WITHIN_SECONDS = 2.0


async def alive(request: Request) -> Response:
    """The process answers; it asks nothing of the database."""
    return JSONResponse({"status": "alive"}, headers={"cache-control": "no-store"})


async def ready(request: Request) -> Response:
    """The database answers and has the tables this release needs; 503 otherwise."""
    state = request.app.state
    try:
        row = await state.database.reads.fetchrow("select version_num from alembic_version", [], READY_WITHIN_SECONDS)
    except Exception:
        row = None
    is_ready = row is not None and row[0] in state.schema_heads
    reason = "the database does not answer" if row is None else "the tables are of another release"
    body = {"status": "ready"} if is_ready else {"status": "not ready", "reason": reason}
    return JSONResponse(body, 200 if is_ready else 503, headers={"cache-control": "no-store"})
