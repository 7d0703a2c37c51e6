"""Acts as clients do them: each has its answer and the history it left beside it, and is done by whom it names."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import orjson
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from tests.client import Client
from tests.database import open_engine
from tests.naming import ids_by_name
from tests.reads.golden import agrees, as_json
from tests.reads.walking import GRAPH
from tests.world import World

HERE = Path(__file__).parent
ACTS = sorted(HERE.glob("*/*.graphql"))
ACTOR = re.compile(r"# By ([\w ]+):")
KEY_OF = re.compile(r"key of ([\w:.-]+)")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(?:Z|[+-]\d\d:\d\d)")
HISTORY = ("revisions", "audit_entries", "outbox_events")
LEFT_OUT = {"id", "created_at", "updated_at", "body", "html", "sequence", "delivered_at"}
"""Columns that are another each time, or are made from others."""


@pytest.mark.parametrize("act", ACTS, ids=lambda act: f"{act.parent.name}/{act.stem}")
async def test_an_act_leaves_its_history(client: Client, act: Path) -> None:
    """`UPDATE_GOLDEN=1` writes the answers and the histories again: read what changed."""
    query, variables, by = asked(client, act)
    async with client.on_a_copy() as copy:
        before = {table: await keys_of(copy, table) for table in HISTORY}
        answer = await copy.answer(query, variables, by=by)
        assert "errors" not in answer, answer["errors"]
        history = {table: await rows_of(copy, table, before[table]) for table in HISTORY}
        async with open_engine(copy.url) as engine, AsyncSession(engine) as session:
            # What was deleted keeps the name it had before.
            world = World(copy.world.tokens, {**copy.world.ids, **await ids_by_name(session)})
    assert agrees(act.with_suffix(".json"), without_moments(as_json(answer, world)))
    assert agrees(act.with_suffix(".history.json"), without_digests(without_moments(as_json(history, world))))
    told = [
        [(row["event"], row["subject_id"]) for row in history[table]] for table in ("audit_entries", "outbox_events")
    ]
    assert told[0] == told[1]


def test_every_mutation_has_an_act() -> None:
    assert GRAPH.mutation_type is not None
    done = " ".join(act.read_text("utf-8") for act in ACTS)
    assert {name for name in GRAPH.mutation_type.fields if f"{name}(" in done} == GRAPH.mutation_type.fields.keys()


def test_every_golden_file_has_its_act() -> None:
    acts = {act.with_suffix("") for act in ACTS}
    assert {path.with_name(path.name.split(".")[0]) for path in HERE.glob("*/*.json")} == acts


def asked(client: Client, act: Path) -> tuple[str, dict[str, Any], str | None]:
    """An act with its variables, and who does it; inside a document a photo is named by its key alone."""
    query = act.read_text("utf-8")
    by = ACTOR.match(query)
    given = act.with_suffix(".variables.json").read_text("utf-8")
    given = KEY_OF.sub(lambda found: client.world.ids[found[1]].partition(":")[2], given)
    return query, orjson.loads(client.world.keyed(given)), by and by[1]


def without_digests(history: str) -> str:
    """A history without digests of blocks: those of photos hold random keys."""
    return re.sub(r'"said": "[0-9a-f]{16}"', '"said": "a digest"', history)


async def keys_of(client: Client, table: str) -> list[Any]:
    return [row["id"] for row in await fetched(client, f"select id from {table}")]


async def rows_of(client: Client, table: str, known: list[Any]) -> list[dict[str, Any]]:
    """The rows that were added to a table, oldest first."""
    rows = await fetched(client, f"select to_json(one) from {table} one where id <> all($1) order by id", known)
    return [{name: value for name, value in json.loads(row[0]).items() if name not in LEFT_OUT} for row in rows]


async def fetched(client: Client, statement: str, *arguments: Any) -> list[Any]:
    connection = await asyncpg.connect(client.url)
    try:
        return list(await connection.fetch(statement, *arguments))
    finally:
        await connection.close()


def without_moments(text: str) -> str:
    """A text in which the last hour is called now; the moments of the world are long past."""
    recently = datetime.now(UTC) - timedelta(hours=1)
    return MOMENT.sub(lambda found: "now" if datetime.fromisoformat(found[0]) > recently else found[0], text)
