"""Queries as pages ask them, by the viewer they name: each has its answer and its one statement beside it."""

import re
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.client import Client
from tests.reads.golden import agrees, as_json, as_lines

HERE = Path(__file__).parent
PAGES = sorted(HERE.glob("*/*.graphql"))
VIEWER = re.compile(r"# By ([\w ]+):")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
async def test_a_page_is_one_statement(client: Client, page: Path) -> None:
    """`UPDATE_GOLDEN=1` writes the answers and the statements again: read what changed."""
    query, variables, by = await asked(client, page)
    documents, before = client.app.state.execution.reader.documents, sent(client)
    answer = await client.answer(query, variables, by=by)
    assert sent(client) - before == 1
    assert "errors" not in answer, answer["errors"]
    (planned,) = documents.get(query, client.app.state.settings.limits(is_editor=True), suggests=True).plans.values()
    assert agrees(page.with_suffix(".json"), as_json(answer, client.world))
    assert agrees(page.with_suffix(".sql"), as_lines(planned.plan.sql))


def test_every_golden_file_has_its_query() -> None:
    queries = {page.with_suffix("") for page in PAGES}
    others = [path for path in HERE.glob("*/*.*") if path.suffix in (".json", ".sql")]
    assert {path.with_name(path.name.split(".")[0]) for path in others} == queries


async def asked(client: Client, page: Path) -> tuple[str, dict[str, Any], str | None]:
    """A query with its variables, and who asks."""
    query, variables = read(client, page)
    by = VIEWER.match(query)
    return query, {name: await taken(client, page, value) for name, value in variables.items()}, by and by[1]


def read(client: Client, page: Path) -> tuple[str, dict[str, Any]]:
    """A query and its variables as they are written, with ids in place of names."""
    given = page.with_suffix(".variables.json")
    variables = orjson.loads(client.world.keyed(given.read_text("utf-8"))) if given.is_file() else {}
    return page.read_text("utf-8"), variables


async def taken(client: Client, page: Path, value: Any) -> Any:
    """The value of a variable; `{"of": page, "at": place}` is taken from the answer to another page."""
    if not isinstance(value, dict) or value.keys() != {"of", "at"}:
        return value
    query, variables, by = await asked(client, page.with_name(f"{value['of']}.graphql"))
    found = await client.ask(query, variables, by=by)
    for step in value["at"].split("."):
        found = found[int(step)] if isinstance(found, list) else found[step]
    return found


def sent(client: Client) -> int:
    """How many statements the gateway has read with, for visitors and for members."""
    database = client.app.state.database
    return int(database.reads.statements + database.reads_of_members.statements)
