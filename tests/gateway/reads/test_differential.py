"""Random operations, answered by the compiler and by an ordinary executor: the data must be the same, byte for byte.

The oracle in `tests/oracle/` shares the schema's text and the tables with the gateway, and nothing else. An operation
on which they differ is printed as small as it can be made. `COMMUNIQUE_LONG=1` asks six times as many.
"""

import os
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs

from gateway.database import open_database
from gateway.execution import Execution
from gateway.settings import load_settings
from schema.change import Change
from schema.context import SYSTEM, Actor
from tests.database import fresh_database, open_engine
from tests.oracle.comparing import Compared, Sides, first_lines_apart
from tests.oracle.executable import open_oracle, oracle_schema
from tests.oracle.ministry import NOW, World
from tests.oracle.operations import Asked, random_operation
from tests.oracle.shrinking import shrunk
from tests.oracle.values import Known, known_values
from tests.oracle.world import make_world

OPERATIONS = 1_200 if os.environ.get("COMMUNIQUE_LONG") else 200
TOGETHER = 20
FRESH_SEED = int(os.environ.get("COMMUNIQUE_SEED") or secrets.randbelow(10**9) + 10**6)
VIEWERS = ("visitor", "member", "administrator")
NO_LIMIT = 10**6


@dataclass(frozen=True)
class Bench:
    """Both executors, who may ask, and what may be named."""

    sides: Sides
    world: World
    known: Known
    logged: list[Any]
    """What the gateway logged: its crashes."""
    begin_anew: Callable[[], Execution]
    """Another gateway, which has compiled nothing yet."""


@pytest.fixture(scope="module")
async def bench(anyio_backend: str) -> AsyncIterator[Bench]:
    limits = {
        f"most_{name}{whose}": NO_LIMIT
        for name in ("tokens", "depth", "aliases", "fields", "cost_points")
        for whose in ("", "_for_editors")
    }
    settings = load_settings(
        **limits, most_root_fields=NO_LIMIT, statement_timeout_seconds=9, read_timeout_seconds=10, log_level="error"
    )
    async with fresh_database() as url, open_engine(url) as engine:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            world = await make_world(Change(session, SYSTEM, NOW))
            known = await known_values(session)
        async with open_database(url, read_timeout_ms=9_000) as database, open_oracle(url) as oracle:
            begin_anew = partial(Execution, database, settings)
            sides = Sides(begin_anew(), oracle_schema(), oracle, settings.public_url)
            with capture_logs() as logged:
                yield Bench(sides, world, known, logged, begin_anew)


@pytest.mark.parametrize("first_seed", range(0, OPERATIONS, TOGETHER))
async def test_random_operations_are_answered_alike(bench: Bench, first_seed: int) -> None:
    for seed in range(first_seed, first_seed + TOGETHER):
        await ask_alike(bench, seed)


async def test_operations_nobody_has_asked_before_are_answered_alike(bench: Bench) -> None:
    print(f"COMMUNIQUE_SEED={FRESH_SEED}")  # noqa: T201 - shown when it fails
    for seed in range(FRESH_SEED, FRESH_SEED + TOGETHER):
        await ask_alike(bench, seed)


async def ask_alike(bench: Bench, seed: int) -> None:
    """One operation, and up to two more pages of the lists in it, by cursors from the answers before."""
    random = Random(seed)
    asked = random_operation(bench.sides.schema, bench.known, random)
    viewer = getattr(bench.world, random.choice(VIEWERS))
    variables = dict(asked.variables)
    for _ in range(random.choice([1, 2, 3]) if asked.cursors else 1):
        compared = await bench.sides.compare(asked.text, variables, viewer)
        if compared.difference:
            pytest.fail(await told(bench, asked, variables, viewer, seed), pytrace=False)
        turned = {name: random.choice(cursors) for name, cursors in compared.cursors.items() if cursors}
        if not turned:
            break
        variables |= turned


async def told(bench: Bench, asked: Asked, variables: dict[str, Any], viewer: Actor, seed: int) -> str:
    """The smallest operation on which the answers differ as they did, with both."""

    async def difference(text: str) -> str:
        return (await bench.sides.compare(text, variables, viewer)).difference[:20]

    before = await difference(asked.text)

    async def still_differs(text: str) -> bool:
        return await difference(text) == before

    text = await shrunk(bench.sides.schema, asked.text, still_differs)
    compared: Compared = await bench.sides.compare(text, variables, viewer)
    used = {name: value for name, value in variables.items() if f"${name}" in text}
    return "\n".join(
        [
            f"seed {seed}, as {viewer.name}: {compared.difference}",
            text,
            f"variables: {used}",
            *first_lines_apart(compared),
            *(f"the gateway crashed: {entry['exc_info']!r}" for entry in bench.logged[-1:] if "exc_info" in entry),
            f"the gateway's answer: {compared.gateway}",
            f"the oracle's answer:  {compared.oracle}",
        ]
    )
