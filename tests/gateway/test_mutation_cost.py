"""What a mutation asks back is weighed before it writes: if it may not be read, nothing is done."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from tests.client import Client
from tests.gateway.test_wrong_requests import codes

ADD = "mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { post { mission { %s } } } } }"


@pytest.fixture(scope="module")
async def asked(client: Client) -> AsyncIterator[Client]:
    async with client.on_a_copy() as asked:
        yield asked


async def comments(client: Client) -> int:
    connection = await asyncpg.connect(client.url)
    try:
        return int(await connection.fetchval("select count(*) from comments"))
    finally:
        await connection.close()


@pytest.mark.parametrize(
    ("below", "code"),
    [
        ("posts(first: 100) { nodes { comments(first: 100) { nodes { replies { totalCount } } } } }", "COST_EXCEEDED"),
        ("posts(first: 101) { totalCount }", "PAGE_SIZE"),
        ('posts(after: "x") { nodes { id } }', "BAD_CURSOR"),
        ('posts(filter: { person: "Post:1" }) { totalCount }', "BAD_ID"),
        ("posts(first: 1, last: 1) { totalCount }", "BAD_USER_INPUT"),
    ],
)
async def test_a_payload_that_may_not_be_read_writes_nothing(asked: Client, below: str, code: str) -> None:
    before = await comments(asked)
    comment = {"post": asked.world.ids["Post:workshop"], "authorName": "Amina", "text": "Thank you."}
    assert codes(await asked.send(ADD % below, {"input": comment})) == [code]
    assert await comments(asked) == before


async def test_the_payloads_of_one_mutation_are_weighed_together(asked: Client) -> None:
    before = await comments(asked)
    below = "posts(first: 100) { nodes { comments { nodes { id } } } }"
    one = f"addComment(input: $input) {{ comment {{ post {{ mission {{ {below} }} }} }} }}"
    query = f"mutation ($input: AddCommentInput!) {{ {' '.join(f'c{n}: {one}' for n in range(5))} }}"
    comment = {"post": asked.world.ids["Post:workshop"], "authorName": "Amina", "text": "Thank you."}
    assert codes(await asked.send(query, {"input": comment})) == ["COST_EXCEEDED"]
    assert await comments(asked) == before


async def test_an_answer_says_what_it_cost(asked: Client) -> None:
    comment = {"post": asked.world.ids["Post:workshop"], "authorName": "Amina", "text": "Thank you."}
    answer = await asked.answer(ADD % "posts(first: 30) { totalCount nodes { id } }", {"input": comment})
    assert answer["extensions"] == {"cost": {"points": 3, "limit": 1000}}
    assert (await asked.answer("mutation { __typename }"))["extensions"] == {"cost": {"points": 0, "limit": 1000}}
