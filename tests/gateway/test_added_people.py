"""Somebody who was added is seen by the mission that added them, and by nobody else, until they are named in public."""

from collections.abc import AsyncIterator

import pytest

from tests.client import Client

ADD = "mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id slug } problems { code } } }"
FIND = "query ($slug: String!) { person(slug: $slug) { id } }"


@pytest.fixture(scope="module")
async def asked(client: Client) -> AsyncIterator[Client]:
    async with client.on_a_copy() as asked:
        yield asked


async def test_whoever_adds_a_person_can_name_them(asked: Client) -> None:
    input = {"name": "Rania Sabbagh", "mission": asked.world.ids["Mission:amman"]}
    added = await asked.ask(ADD, {"input": input}, by="Amman editor")
    person = added["createPerson"]["person"]
    assert added["createPerson"]["problems"] == []
    assert person["slug"] == "rania-sabbagh"
    for by, found in (("Amman reader", {"id": person["id"]}), ("Dakar editor", None), (None, None)):
        assert (await asked.ask(FIND, {"slug": person["slug"]}, by=by))["person"] == found


async def test_a_mission_is_named_by_whoever_edits_in_one_only(asked: Client) -> None:
    added = await asked.ask(ADD, {"input": {"name": "Rania Sabbagh"}}, by="Amman editor")
    assert added["createPerson"] == {"person": None, "problems": [{"code": "NOT_ALLOWED"}]}
