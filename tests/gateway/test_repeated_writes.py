"""A request that is sent again: done once and answered the same, whatever came of it."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from tests.client import Client

SAVE = """mutation ($input: SaveDraftInput!) { saveDraft(input: $input) {
  translation { newestRevisionNumber }
  problems { code ... on StaleRevision { currentRevision sideDraft { id title } } }
} }"""
COMMENT = "mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } problems { code } } }"


@pytest.fixture
async def asked(client: Client) -> AsyncIterator[Client]:
    async with client.on_a_copy() as asked:
        yield asked


async def one(client: Client, query: str, *arguments: Any) -> Any:
    connection = await asyncpg.connect(client.url)
    try:
        return await connection.fetchval(query, *arguments)
    finally:
        await connection.close()


async def test_a_save_that_came_too_late_leaves_one_side_draft(asked: Client) -> None:
    newest = "query ($id: ID!) { post(id: $id) { translation(locales: []) { newestRevisionNumber } } }"
    post = asked.world.ids["Post:workshop"]
    base = (await asked.ask(newest, {"id": post}, by="Amman editor"))["post"]["translation"]["newestRevisionNumber"]
    first = {"post": post, "baseRevision": base, "title": "Theirs"}
    assert (await asked.ask(SAVE, {"input": first}, by="Amman editor"))["saveDraft"]["problems"] == []
    late = {"post": post, "baseRevision": base, "title": "Mine", "idempotencyKey": "late"}
    answers = [await asked.ask(SAVE, {"input": late}, by="Amman editor") for _ in range(3)]
    assert answers[0]["saveDraft"]["problems"][0]["sideDraft"]["title"] == "Mine"
    assert answers[1:] == answers[:1] * 2
    assert await one(asked, "select count(*) from revisions where is_side_draft and title = 'Mine'") == 1


async def test_a_comment_sent_many_times_at_once_is_one(asked: Client) -> None:
    input = {"post": asked.world.ids["Post:workshop"], "authorName": "A", "text": "Once.", "idempotencyKey": "k"}
    answers = await asyncio.gather(*(asked.ask(COMMENT, {"input": input}) for _ in range(4)))
    assert answers == answers[:1] * 4
    assert await one(asked, "select count(*) from comments where plain_text = 'Once.'") == 1


async def test_the_address_of_a_visitor_is_not_kept_in_clear(asked: Client) -> None:
    input = {"post": asked.world.ids["Post:workshop"], "authorName": "A", "text": "Hi.", "idempotencyKey": "k"}
    await asked.ask(COMMENT, {"input": input})
    kept = await one(asked, "select actor_key from kept_answers")
    assert len(kept) == 64
    assert int(kept, 16)


async def test_the_same_key_with_another_input_is_refused(asked: Client) -> None:
    input = {"post": asked.world.ids["Post:workshop"], "authorName": "A", "text": "Hi.", "idempotencyKey": "k"}
    await asked.ask(COMMENT, {"input": input})
    again = await asked.ask(COMMENT, {"input": {**input, "text": "Bye."}})
    assert again["addComment"] == {"comment": None, "problems": [{"code": "IDEMPOTENCY_KEY_REUSED"}]}
