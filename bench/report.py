"""What was measured, as tables and as a page of the documentation."""

from pathlib import Path
from typing import Any

from bench.measuring import ROUNDS
from bench.operations import OPERATIONS

WHAT = {
    "page": "a post by its address: bylines, blocks with photos and captions, topics, three levels of comments",
    "front": "twenty posts with mission, bylines, photos and comment counts",
    "tiny": "the title of a post",
}
KINDS = {"gateway": "gateway", "bare": "bare", "ordinary": "ordinary way"}


def tables(measured: dict[str, Any]) -> str:
    """A table for each operation: a line for each server at each size."""
    return "\n".join(_table(measured, operation.name) for operation in OPERATIONS)


def _table(measured: dict[str, Any], name: str) -> str:
    head = "| posts | server | its CPU, µs | Postgres CPU, µs | p50, ms | p95, ms | statements | bytes |"
    lines = [f"### {name}\n", f"{WHAT[name].capitalize()}.\n", head, "|" + " ---: |" * 8]
    for posts, size in measured["sizes"].items():
        for kind, label in KINDS.items():
            of = size["operations"][name][kind]
            figures = (f"{of[column]:,}" for column in ("server_us", "postgres_us"))
            times = (f"{of[column]:.2f}" for column in ("p50_ms", "p95_ms"))
            counts = (f"{of[column]:,}" for column in ("statements", "bytes"))
            lines.append("| " + " | ".join([f"{int(posts):,}", label, *figures, *times, *counts]) + " |")
    return "\n".join([*lines, "", *_ratios(measured, name), ""])


def _ratios(measured: dict[str, Any], name: str) -> list[str]:
    lines = []
    for posts, size in measured["sizes"].items():
        of = size["operations"][name]
        above, below = (of[one]["server_us"] / of[other]["server_us"] for one, other in _PAIRS)
        lines.append(f"- {int(posts):,} posts: gateway = {above:.2f} × bare, ordinary way = {below:.1f} × gateway.")
    small, large = (size["operations"][name]["gateway"] for size in measured["sizes"].values())
    grown = (large["server_us"] / small["server_us"], large["postgres_us"] / small["postgres_us"])
    lines.append(f"- With a hundred times the posts the gateway takes {grown[0]:.2f} ×, Postgres {grown[1]:.2f} ×.")
    return lines


_PAIRS = (("gateway", "bare"), ("ordinary", "gateway"))


def page(measured: dict[str, Any], results: Path) -> str:
    """The page of the documentation."""
    machine, sizes = measured["machine"], measured["sizes"]
    filled = ", ".join(f"{int(posts):,} posts in {size['filled_in_s']:.0f} s" for posts, size in sizes.items())
    rows = ", ".join(f"{count:,} {name}" for name, count in list(sizes.values())[-1]["rows"].items())
    return f"""# Performance

What a read costs. This page is written by `make bench`; it says what was measured on one machine and nothing else.
The figures are in `{results}`.

- **gateway** is this server, as `communique serve` runs it in production, over HTTP.
- **bare** is the smallest server that can send the same bytes: the same SQL with the same arguments on the same kind
  of connection, its answer passed on as it is. What the gateway takes more is the price of GraphQL, of limits, of
  rights and of a log.
- **ordinary way** is a GraphQL server of resolvers, DataLoaders and an ORM over the same tables, the one that the
  random tests compare the gateway with (`tests/oracle`). Its documents are parsed and validated once, like ours.

All three run on uvicorn with one worker, and answer the same data.

Measured {measured["at"][:10]} on {machine["processor"]}, {machine["cores"]} cores, {machine["memory_gb"]} GB,
{machine["system"]}, Python {machine["python"]}, Postgres {machine["postgres"]}; load before: {machine["load_before"]}.
Client, servers and Postgres share the machine. CPU is the time of the processor for one request, on four connections,
the best of {ROUNDS} rounds in turn; the times are those of one connection. The database was filled in bulk: {filled};
at the end {rows}.

{tables(measured).replace("### ", "## ")}"""
