"""`python -m bench`: fill a throw-away Postgres, measure, print a table, and write down what was measured."""

import asyncio
import platform
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg
import orjson
import psutil

from bench.filling import Filling
from bench.measuring import measure
from bench.report import page, tables
from gateway import migrations
from gateway.embedded import throw_away_postgres

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "reference" / "performance.md"
SIZES = (1_000, 100_000)


async def run(url: str) -> dict[str, Any]:
    """Measure at every size in one database that grows."""
    await migrations.upgrade(url)
    connection = await asyncpg.connect(url)
    postgres = await _postmaster(connection)
    filling = Filling(connection)
    sizes: dict[str, Any] = {}
    for posts in SIZES:
        began = time.monotonic()
        await filling.fill(posts)
        filled = round(time.monotonic() - began, 1)
        _say(f"{posts:,} posts after {filled} s")
        sizes[str(posts)] = {"filled_in_s": filled, "rows": await _rows(connection)} | {
            "operations": await measure(url, postgres)
        }
    version = await connection.fetchval("show server_version")
    await connection.close()
    return {"at": datetime.now(UTC).isoformat(timespec="seconds"), "machine": _machine(version), "sizes": sizes}


async def _postmaster(connection: asyncpg.Connection) -> psutil.Process:
    """The process whose children answer connections."""
    backend: int = await connection.fetchval("select pg_backend_pid()")
    parent = psutil.Process(backend).parent()
    assert parent is not None
    return parent


async def _rows(connection: asyncpg.Connection) -> dict[str, int]:
    names = ("posts", "translations", "comments", "bylines", "placements")
    return {name: await connection.fetchval(f"select count(*) from {name}") for name in names}


def _machine(postgres: str) -> dict[str, Any]:
    cpu = Path("/proc/cpuinfo")
    models = [line.partition(":")[2].strip() for line in cpu.read_text().splitlines() if line.startswith("model name")]
    return {
        "processor": models[0] if models else platform.processor(),
        "cores": psutil.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 2**30),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "postgres": postgres.split()[0],
        "load_before": round(psutil.getloadavg()[0], 2),
    }


def _say(text: str) -> None:
    """Show it at once, also to whoever reads along through a pipe."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    """Measure and write."""
    load_before = round(psutil.getloadavg()[0], 2)
    with throw_away_postgres() as url:
        measured = asyncio.run(run(url))
    measured["machine"]["load_before"] = load_before
    results = HERE / "results" / f"{measured['at'][:10]}.json"
    results.parent.mkdir(exist_ok=True)
    results.write_bytes(orjson.dumps(measured, option=orjson.OPT_INDENT_2) + b"\n")
    PAGE.write_text(page(measured, results.relative_to(HERE.parent)))
    _say(tables(measured))


if __name__ == "__main__":
    main()
