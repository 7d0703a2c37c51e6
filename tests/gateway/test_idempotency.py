"""Doing something once: by a key of the client's own, and when several people do it at the same moment."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from tests.client import Client, execute
from tests.writes.inputs import document, input_of

BY = "Amman editor"
CREATE = document("createPost", "post { id title }")
SAVE = document("saveDraft", "translation { title newestRevisionNumber }").replace(
    "code message path", "code message path ... on StaleRevision { currentRevision sideDraft { id number title } }"
)


@pytest.fixture
async def gateway(client: Client) -> AsyncIterator[Client]:
    async with client.on_a_copy(write_pool_count=8) as gateway:
        yield gateway


async def create(gateway: Client, key: str | None, by: str = BY, **over: Any) -> Any:
    input = {**input_of("createPost", gateway.world), "idempotencyKey": key, **over}
    return (await gateway.ask(CREATE, {"input": input}, by=by))["createPost"]


async def save(gateway: Client, title: str, *, base: int = 2, key: str | None = None) -> Any:
    post = gateway.world.ids["Post:budget-embargoed"]
    input = {"post": post, "baseRevision": base, "title": title, "idempotencyKey": key}
    return (await gateway.ask(SAVE, {"input": input}, by=BY))["saveDraft"]


async def count(gateway: Client, what: str) -> int:
    connection = await asyncpg.connect(gateway.url)
    try:
        return int(await connection.fetchval(f"select count(*) from {what}"))
    finally:
        await connection.close()


def codes(answered: Any) -> list[str]:
    return [problem["code"] for problem in answered["problems"]]


async def test_the_same_key_with_the_same_input_is_done_once(gateway: Client) -> None:
    before = await count(gateway, "posts"), await count(gateway, "audit_entries")
    first, second = await create(gateway, "key"), await create(gateway, "key")
    assert first == second
    assert first["problems"] == []
    assert (await count(gateway, "posts"), await count(gateway, "audit_entries")) == (before[0] + 1, before[1] + 1)
    assert (await create(gateway, None))["post"]["id"] != first["post"]["id"]


async def test_twice_at_the_same_moment_is_once(gateway: Client) -> None:
    before = await count(gateway, "posts")
    answers = await asyncio.gather(*(create(gateway, "key") for _ in range(6)))
    assert len({answer["post"]["id"] for answer in answers}) == 1
    assert await count(gateway, "posts") == before + 1


async def test_the_same_key_with_another_input_is_refused(gateway: Client) -> None:
    await create(gateway, "key")
    before = await count(gateway, "posts")
    refused = await create(gateway, "key", title="Another")
    assert (codes(refused), refused["post"]) == (["IDEMPOTENCY_KEY_REUSED"], None)
    assert refused["problems"][0]["path"] == ["input", "idempotencyKey"]
    topic = {**input_of("createTopic", gateway.world), "idempotencyKey": "key"}
    answer = await gateway.ask(document("createTopic"), {"input": topic}, by=BY)
    assert codes(answer["createTopic"]) == ["IDEMPOTENCY_KEY_REUSED"]
    assert await count(gateway, "posts") == before


async def test_a_key_is_of_whoever_sends_it(gateway: Client) -> None:
    mine, theirs = await create(gateway, "key"), await create(gateway, "key", by="Amman administrator")
    assert mine["post"]["id"] != theirs["post"]["id"]


async def test_a_key_has_at_most_255_characters(gateway: Client) -> None:
    assert codes(await create(gateway, "k" * 255)) == []
    assert codes(await create(gateway, "k" * 256)) == ["IDEMPOTENCY_KEY_TOO_LONG"]


async def test_a_refusal_does_not_use_up_its_key(gateway: Client) -> None:
    assert codes(await create(gateway, "key", locale="english!")) == ["UNKNOWN_LANGUAGE"]
    assert codes(await create(gateway, "key")) == []


async def test_a_key_is_forgotten_after_a_day(gateway: Client) -> None:
    first = await create(gateway, "key")
    await execute(gateway.url, "update kept_answers set created_at = created_at - interval '25 hours'")
    assert (await create(gateway, "key"))["post"]["id"] != first["post"]["id"]
    assert await count(gateway, "kept_answers") == 1


async def test_whoever_saves_second_loses_nothing(gateway: Client) -> None:
    kept_aside = "audit_entries where event = 'post.side_draft_kept'"
    before, aside = await count(gateway, "revisions"), await count(gateway, kept_aside)
    answers = await asyncio.gather(*(save(gateway, f"Title {n}") for n in range(5)))
    (winner,) = (answer["translation"] for answer in answers if not answer["problems"])
    lost = [answer["problems"][0] for answer in answers if answer["problems"]]
    assert {problem["code"] for problem in lost} == {"STALE_REVISION"}
    assert {problem["currentRevision"] for problem in lost} == {3}
    titles = [winner["title"], *(problem["sideDraft"]["title"] for problem in lost)]
    assert sorted(titles) == [f"Title {n}" for n in range(5)]
    assert await count(gateway, "revisions") == before + 5
    assert await count(gateway, kept_aside) == aside + 4


async def test_a_lost_text_that_is_sent_again_is_kept_once(gateway: Client) -> None:
    """A client that heard no answer sends the same again, with or without a key."""
    await save(gateway, "Theirs")
    for key in ("key", None):
        await save(gateway, f"Mine, {key}", base=1, key=key)
        before = await count(gateway, "revisions"), await count(gateway, "audit_entries")
        again = await save(gateway, f"Mine, {key}", base=1, key=key)
        assert codes(again) == ["STALE_REVISION"]
        assert again["problems"][0]["sideDraft"]["title"] == f"Mine, {key}"
        assert (await count(gateway, "revisions"), await count(gateway, "audit_entries")) == before


async def test_a_text_is_published_once(gateway: Client) -> None:
    input = {"post": gateway.world.ids["Post:budget-embargoed"]}
    first = "outbox_events where event = 'post.published' and payload->>'is_first' = 'true'"
    before = await count(gateway, first)
    both = [gateway.ask(document("publishPost"), {"input": input}, by=BY) for _ in range(3)]
    answers = [codes(answer["publishPost"]) for answer in await asyncio.gather(*both)]
    assert sorted(answers) == [[], ["ALREADY_PUBLISHED"], ["ALREADY_PUBLISHED"]]
    assert await count(gateway, first) == before + 1


async def test_the_same_address_is_given_once(gateway: Client) -> None:
    answers = await asyncio.gather(*(create(gateway, None, slug="same", title=f"T{n}") for n in range(4)))
    ids = [answer["post"]["id"] for answer in answers]
    found = await gateway.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Post { slug } } }", {"ids": ids}, by=BY)
    assert sorted(one["slug"] for one in found["nodes"]) == ["same", "same-2", "same-3", "same-4"]
