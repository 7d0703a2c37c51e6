"""The lines of the history of a text, and who had a hand in it, asked through GraphQL on a database of their own."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from schema.change import Change
from schema.context import SYSTEM
from schema.posts import services
from tests.client import Client
from tests.database import open_engine
from tests.makers.accounts import Actors, as_actor, make_actors
from tests.makers.posts import make_post

LINE = "kind from to count startedAt endedAt actorName events { event } revisions { nodes { number } totalCount }"
TEN = datetime(2026, 3, 10, 10, tzinfo=UTC)


@dataclass
class Text:
    """A text that is worked on at given minutes after ten."""

    change: Change
    actors: Actors
    client: Client
    id: Any = None
    saved: int = 1
    numbers: list[int] = field(default_factory=list)

    def at(self, minute: int, who: str) -> Change:
        return replace(as_actor(self.change, getattr(self.actors, who)), now=TEN + timedelta(minutes=minute))

    async def begin(self, minute: int, who: str = "editor") -> None:
        post = await make_post(self.at(minute, who), self.actors.mission)
        self.id = post.id

    async def save(self, minute: int, who: str = "editor") -> int:
        done = await services.save_draft(
            self.at(minute, who), post_id=self.id, base_revision=self.saved, title=f"At {minute} by {who}"
        )
        self.saved = done.revision.number
        return self.saved

    async def publish(self, minute: int, who: str = "editor") -> None:
        await services.publish_post(self.at(minute, who), post_id=self.id)
        self.saved += 1

    async def ask(self, below: str) -> Any:
        await self.change.db.commit()
        query = f"query ($id: ID!) {{ node(id: $id) {{ ... on Post {{ translation(locales: []) {{ {below} }} }} }} }}"
        found = await self.client.ask(query, {"id": f"Post:{self.id}"}, by="Ministry admin")
        return found["node"]["translation"]

    async def lines(self) -> list[tuple[Any, ...]]:
        found = await self.ask(f"history {{ nodes {{ {LINE} }} totalCount }}")
        lines = found["history"]["nodes"]
        assert found["history"]["totalCount"] == len(lines)
        for line in lines:
            numbers = [one["number"] for one in line["revisions"]["nodes"]]
            assert numbers == list(range(line["to"], line["from"] - 1, -1))[:20]
            assert line["count"] == line["revisions"]["totalCount"]
        return [(line["kind"], line["from"], line["to"], line["actorName"]) for line in lines]


@pytest.fixture
async def text(client: Client) -> AsyncIterator[Text]:
    async with (
        client.on_a_copy() as copy,
        open_engine(copy.url) as engine,
        AsyncSession(engine, expire_on_commit=False) as session,
    ):
        change = Change(session, SYSTEM, TEN)
        yield Text(change, await make_actors(change), copy)


async def test_saves_of_one_sitting_are_one_line(text: Text) -> None:
    editor = text.actors.editor.name
    await text.begin(0)
    for minute in (1, 5, 34, 64, 95):
        await text.save(minute)
    assert await text.lines() == [
        ("WRITTEN", 6, 6, editor), ("WRITTEN", 2, 5, editor), ("BEGUN", 1, 1, editor),
    ]  # fmt: skip
    line = (await text.ask(f"history {{ nodes {{ {LINE} }} }}"))["history"]["nodes"][1]
    assert (line["startedAt"], line["endedAt"]) == ("2026-03-10T10:01:00+00:00", "2026-03-10T11:04:00+00:00")


async def test_somebody_else_between_ends_a_sitting(text: Text) -> None:
    editor, head = text.actors.editor.name, text.actors.administrator.name
    await text.begin(0)
    for minute, who in ((1, "editor"), (2, "editor"), (3, "administrator"), (4, "editor")):
        await text.save(minute, who)
    assert [line[1:] for line in await text.lines()] == [
        (5, 5, editor), (4, 4, head), (2, 3, editor), (1, 1, editor),
    ]  # fmt: skip


async def test_a_decision_between_ends_a_sitting(text: Text) -> None:
    await text.begin(0)
    await text.save(1)
    await text.save(2)
    await text.publish(3)
    await text.save(4)
    await services.unpublish_post(text.at(5, "editor"), post_id=text.id, reason="A name was wrong.")
    await text.save(6)
    assert [line[:3] for line in await text.lines()] == [
        ("WRITTEN", 6, 6), ("WRITTEN", 5, 5), ("PUBLISHED", 4, 4), ("WRITTEN", 2, 3), ("BEGUN", 1, 1),
    ]  # fmt: skip
    nodes = (await text.ask(f"history {{ nodes {{ {LINE} }} }}"))["history"]["nodes"]
    assert [[event["event"] for event in line["events"]] for line in nodes] == [
        [], ["post.unpublished"], ["post.published"], [], ["post.created"],
    ]  # fmt: skip


async def test_a_side_draft_and_a_restored_text_are_lines_of_their_own(text: Text) -> None:
    await text.begin(0)
    await text.save(1)
    with pytest.raises(services.StaleRevision):
        await services.save_draft(text.at(2, "editor"), post_id=text.id, base_revision=1, title="Another")
    await services.restore_revision(text.at(3, "editor"), post_id=text.id, revision=1, base_revision=2)
    assert [line[:3] for line in await text.lines()] == [
        ("RESTORED", 4, 4), ("KEPT_ASIDE", 3, 3), ("WRITTEN", 2, 2), ("BEGUN", 1, 1),
    ]  # fmt: skip


async def test_lines_are_turned_page_by_page(text: Text) -> None:
    await text.begin(0)
    for minute in (1, 2, 40, 41, 90, 91):
        await text.save(minute)
    page = "edges { cursor node { from to } } pageInfo { hasNextPage endCursor }"
    first = (await text.ask(f"history(first: 2) {{ {page} }}"))["history"]
    after = first["pageInfo"]["endCursor"]
    second = (await text.ask(f'history(first: 2, after: "{after}") {{ {page} }}'))["history"]
    spans = [(edge["node"]["from"], edge["node"]["to"]) for edge in [*first["edges"], *second["edges"]]]
    assert spans == [(6, 7), (4, 5), (2, 3), (1, 1)]
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)


async def test_who_wrote_and_who_published_are_kept_apart(text: Text) -> None:
    author, editor, head = (getattr(text.actors, who).name for who in ("author", "editor", "administrator"))
    await text.begin(0, "author")
    await text.save(1, "author")
    await text.save(2, "editor")
    await services.save_draft(text.at(3, "author"), post_id=text.id, base_revision=2, summary="Beside the editor.")
    text.saved = 5
    await services.submit_post(text.at(4, "author"), post_id=text.id)
    await services.clear_post(text.at(5, "head"), post_id=text.id, revision=5)
    await text.publish(6, "administrator")
    asked = """revisions { nodes { number writtenBy { name revision at } clearedBy { name revision at }
        publishedBy { name revision } } }"""
    found = {one.pop("number"): one for one in (await text.ask(asked))["revisions"]["nodes"]}
    assert [one["name"] for one in found[6]["writtenBy"]] == [editor, author]
    assert [one["revision"] for one in found[6]["writtenBy"]] == [3, 5]
    assert found[6]["publishedBy"] == found[5]["publishedBy"] == {"name": head, "revision": 6}
    assert found[4]["publishedBy"] is None
    cleared = [{"name": text.actors.head.name, "revision": 5, "at": "2026-03-10T10:05:00+00:00"}]
    assert found[6]["clearedBy"] == found[5]["clearedBy"] == cleared
    assert found[4]["clearedBy"] == []
    assert [one["name"] for one in found[3]["writtenBy"]] == [author, editor]
    assert [one["name"] for one in found[4]["writtenBy"]] == [author]
    assert [one["name"] for one in found[1]["writtenBy"]] == [author]
