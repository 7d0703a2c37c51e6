"""The event feed: who reads what, and that a program which remembers its last cursor misses nothing."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from tests.client import Client
from tests.writes.inputs import document, input_of

FEED = """query ($after: String, $filter: EventFilter, $first: Int) {
  events(after: $after, filter: $filter, first: $first) {
    nodes { id name subject payload mission { slug } } pageInfo { endCursor hasNextPage }
  }
}"""
MEMBER = "Amman reader"


@pytest.fixture
async def gateway(client: Client) -> AsyncIterator[Client]:
    async with client.on_a_copy() as gateway:
        yield gateway


class Consumer:
    """A program that follows the feed page by page, and remembers nothing but its last cursor."""

    def __init__(self, gateway: Client, by: str | None, **filter: Any) -> None:
        self.gateway, self.by, self.filter = gateway, by, filter
        self.cursor: str | None = None

    async def catch_up(self) -> list[Any]:
        """Everything that is new."""
        read = []
        while True:
            asked = {"after": self.cursor, "filter": self.filter, "first": 7}
            page = (await self.gateway.ask(FEED, asked, by=self.by))["events"]
            read += page["nodes"]
            self.cursor = page["pageInfo"]["endCursor"] or self.cursor
            if not page["pageInfo"]["hasNextPage"]:
                return read


async def create(gateway: Client, title: str) -> str:
    input = {**input_of("createPost", gateway.world), "title": title, "slug": title.lower()}
    answered = await gateway.ask(document("createPost", "post { id }"), {"input": input}, by="Amman editor")
    assert answered["createPost"]["problems"] == []
    return str(answered["createPost"]["post"]["id"])


async def test_a_member_reads_what_happened_in_their_missions_and_a_visitor_nothing(gateway: Client) -> None:
    events = await Consumer(gateway, MEMBER).catch_up()
    assert {event["mission"]["slug"] for event in events} == {"amman", "aqaba"}
    assert await Consumer(gateway, None).catch_up() == []
    everything = await Consumer(gateway, "Ministry admin").catch_up()
    assert [event for event in everything if event in events] == events
    assert {"topic.created", "account.created"} <= {event["name"] for event in everything}


async def test_it_can_be_narrowed_down(gateway: Client) -> None:
    post, ids = gateway.world.ids["Post:workshop"], gateway.world.ids
    published = await Consumer(gateway, MEMBER, names=["post.published"], subject=post).catch_up()
    assert [event["payload"]["locale"] for event in published] == ["en", "fr"]
    assert {event["subject"] for event in published} == {post}
    here = await Consumer(gateway, MEMBER, mission=[ids["Mission:aqaba"]]).catch_up()
    assert {event["mission"]["slug"] for event in here} == {"aqaba"}
    assert await Consumer(gateway, MEMBER, mission=[ids["Mission:dakar"]]).catch_up() == []


async def test_whoever_remembers_the_last_cursor_reads_what_is_new_and_only_that(gateway: Client) -> None:
    consumer = Consumer(gateway, MEMBER)
    before = await consumer.catch_up()
    assert await consumer.catch_up() == []
    post = await create(gateway, "News")
    (event,) = await consumer.catch_up()
    assert (event["name"], event["subject"], event["payload"]["slug"]) == ("post.created", post, "news")
    assert event["id"] not in {one["id"] for one in before}


async def test_what_is_committed_late_is_not_missed(gateway: Client) -> None:
    """A change that took its place early and is committed late stands behind those that were read meanwhile."""
    consumer = Consumer(gateway, "Ministry admin")
    await consumer.catch_up()
    connection = await asyncpg.connect(gateway.url)
    try:
        late = connection.transaction()
        await late.start()
        await connection.execute(
            "insert into outbox_events (event, subject_type, subject_id, happened_at, payload)"
            " values ('post.created', 'Post', uuidv7(), now(), '{}')"
        )
        post = await create(gateway, "Quick")
        assert [event["subject"] for event in await consumer.catch_up()] == [post]
        await late.commit()
    finally:
        await connection.close()
    assert [event["payload"] for event in await consumer.catch_up()] == [{}]


async def test_many_writers_and_one_reader_who_never_waits(gateway: Client) -> None:
    """Whatever is written at the same time is read once, in one order for everybody."""
    consumer, read = Consumer(gateway, MEMBER), []
    await consumer.catch_up()
    writing = asyncio.gather(*(create(gateway, f"Post-{number}") for number in range(24)))
    while not writing.done():
        read += await consumer.catch_up()
    read += await consumer.catch_up()
    assert sorted(event["subject"] for event in read) == sorted(await writing)
    again = Consumer(gateway, MEMBER)
    assert (await again.catch_up())[-24:] == read
