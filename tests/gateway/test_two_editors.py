"""Two editors type into one post at once, through GraphQL, and lose no word."""

import asyncio
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest

from tests.client import Client

SAVES = 25
BLOCKS = ("p1", "p2", "p3", "p4")

CREATE = """mutation ($input: CreatePostInput!) { createPost(input: $input) { post { id } problems { message } } }"""
SAVE = """mutation ($input: SaveDraftInput!) { saveDraft(input: $input) {
    revision { ...State } sent { number }
    problems { code ... on StaleRevision {
        current { ...State } sideDraft { number title text } collisions { part block base theirs mine }
    } }
} }
fragment State on Revision { number title json }"""
READ = """query ($id: ID!) { post(id: $id) { title body { text } translations {
    newestRevisionNumber sideDrafts(first: 100) { nodes { number } } revisions(first: 100) { totalCount } } } }"""


@dataclass
class Editor:
    """Somebody whose program saves what they type, and keeps it on their screen."""

    client: Client
    name: str
    post: str
    random: Random
    takes_over: bool
    """Whether their program shows what others wrote as soon as it is told, or goes on with its own text."""
    base: int = 1
    title: str = "Together"
    blocks: list[Any] = field(default_factory=list)
    typed: set[str] = field(default_factory=set)
    aside: list[str] = field(default_factory=list)
    """The texts that problems have named as side drafts."""
    seen: list[str] = field(default_factory=list)
    """How each save came out."""

    async def work(self) -> None:
        for number in range(SAVES):
            self.type(f"{self.name[6:]}{number}")
            await asyncio.sleep(self.random.choice([0, 0, 0.002]))
            await self.save()

    def type(self, word: str) -> None:
        """Put a word into some block, into a new one, or into the title; now and then move a block."""
        self.typed.add(word)
        what = self.random.random()
        if what < 0.05:
            self.title += f" {word}"
        elif what < 0.2 or not self.blocks:
            self.blocks.insert(self.random.randint(0, len(self.blocks)), paragraph(f"new-{word}", word))
        else:
            block = self.random.choice(self.blocks)
            at = self.blocks.index(block)
            self.blocks[at] = paragraph(block["attrs"]["id"], f"{said(block)} {word}")
        if what > 0.9:
            self.blocks.append(self.blocks.pop(0))

    async def save(self) -> None:
        body = {"json": {"type": "doc", "content": self.blocks}}
        input = {"post": self.post, "baseRevision": self.base, "title": self.title, "body": body}
        answer = (await self.client.ask(SAVE, {"input": input}, by=self.name))["saveDraft"]
        if answer["problems"]:
            (problem,) = answer["problems"]
            assert problem["code"] == "STALE_REVISION"
            assert problem["collisions"]
            self.aside.append(f"{problem['sideDraft']['title']} {problem['sideDraft']['text']}")
            self.seen.append("aside")
            self.show(problem["current"])
            return
        is_merged = answer["revision"]["number"] != answer["sent"]["number"]
        self.seen.append("merged" if is_merged else "saved")
        if is_merged and not self.takes_over:
            self.base = answer["sent"]["number"]
        else:
            self.show(answer["revision"])

    def show(self, revision: Any) -> None:
        self.base, self.title, self.blocks = revision["number"], revision["title"], revision["json"]["content"]


def paragraph(id: str, words: str) -> Any:
    return {"type": "paragraph", "attrs": {"id": id}, "content": [{"type": "text", "text": words}]}


def said(block: Any) -> str:
    return "".join(piece["text"] for piece in block.get("content", ()))


@pytest.mark.parametrize("seed", [1, 2])
async def test_two_editors_lose_no_word(client: Client, seed: int) -> None:
    async with client.on_a_copy() as copy:
        blocks = [paragraph(id, id) for id in BLOCKS]
        input = {
            "mission": copy.world.ids["Mission:amman"], "kind": "NOTICE", "locale": "en", "title": "Together",
            "body": {"json": {"type": "doc", "content": blocks}},
        }  # fmt: skip
        created = await copy.ask(CREATE, {"input": input}, by="Amman editor")
        id = created["createPost"]["post"]["id"]
        editors = [
            Editor(copy, name, id, Random(seed * 10 + number), takes_over=number == 0, blocks=list(blocks))
            for number, name in enumerate(["Amman editor", "Amman administrator"])
        ]
        await asyncio.gather(*(editor.work() for editor in editors))
        read = (await copy.ask(READ, {"id": id}, by="Amman editor"))["post"]
    (text,) = read["translations"]
    outcomes = [outcome for editor in editors for outcome in editor.seen]
    assert len(outcomes) == 2 * SAVES
    assert {"saved", "merged", "aside"} <= set(outcomes)
    assert len(text["sideDrafts"]["nodes"]) == outcomes.count("aside")
    kept = " ".join([read["title"], read["body"]["text"], *(each for editor in editors for each in editor.aside)])
    assert {word for editor in editors for word in editor.typed} - set(kept.split()) == set()
