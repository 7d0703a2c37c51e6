"""A preview is answered as a visitor would be if that text had been published, whatever is asked, and leaves no trace.

Every question of the walk is put by the link to a world with drafts, and by a visitor to a copy of it in which that one
text was really published. So nothing else that is not public can be in an answer: it is in neither.
"""

import os
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
import time_machine
from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs

from schema.change import Change
from schema.context import SYSTEM
from schema.posts import services as posts
from schema.posts.models import Translation
from schema.previews.services import create_preview_link
from schema.sources import KEY
from tests.client import Client, copied, served
from tests.database import open_engine
from tests.makers.history import everything
from tests.reads.golden import CURSOR, opened
from tests.reads.test_visibility import (
    Facts,
    Question,
    differences,
    every_address,
    every_filter,
    every_list,
    every_row,
    every_word,
    facts_of,
)
from tests.reads.walking import UNLIMITED
from tests.world import said

MOMENT = datetime(2026, 3, 20, 8, tzinfo=UTC)
"""When the text is published in one world, and when every question is put: a preview shows what goes out now."""


@dataclass(frozen=True)
class Draft:
    """A text of the world that is not public, or not in its newest state."""

    post: str
    locale: str
    is_first_language: bool = True
    """Whether it may go out before another one; if not, it is made for the test, and is shown in place of the other."""


DRAFTS = {
    "a draft": Draft("Post:budget-embargoed", "en"),
    "a newer text of a live post": Draft("Post:workshop", "en"),
    "another language of a live post": Draft("Post:workshop", "ar"),
    "a post that was taken back": Draft("Post:charter-embargoed", "en"),
    "another language of a draft": Draft("Post:budget-embargoed", "fr", is_first_language=False),
}


ASKED = list(DRAFTS) if os.environ.get("COMMUNIQUE_LONG") else ["a draft", "a newer text of a live post"]
"""The others are alike but for where they begin; the long run asks them too."""


@dataclass(frozen=True)
class Both:
    """A world with a link to a draft, and the same world in which the draft was published."""

    previewed: Client
    published: Client
    secret: str
    facts: Facts
    known: frozenset[str]
    """The key of every row, but for placements."""

    number: int
    """Which of the drafts it is."""

    def share_of(self, questions: Iterable[Question]) -> Iterator[Question]:
        """What is asked of this draft: all about posts and texts; of what is many and much alike, every fifth question.

        Each of those is asked of one of the drafts.
        """
        for number, question in enumerate(questions):
            is_of_text = str(question.variables.get("id", "")).startswith(("Post:", "Translation:"))
            if is_of_text or number % len(DRAFTS) == self.number:
                yield question

    async def answers(self, query: str, variables: Any) -> tuple[Any, Any]:
        """What whoever has the link is answered, and what a visitor is where the text is public."""
        headers = {"authorization": f"Preview {self.secret}"}
        shown = (await self.previewed.send(query, variables, headers=headers)).content
        public = (await self.published.send(query, variables)).content
        assert shown.startswith(b'{"data":'), shown[:300]
        assert b'"errors":' not in shown
        return self.data_of(shown), self.data_of(public)

    def data_of(self, answer: bytes) -> Any:
        """The data of an answer. Placements are made anew whenever a text is put in place, so their ids say nothing."""
        read = CURSOR.sub(opened, answer.decode())
        return orjson.loads(KEY.sub(lambda found: found[0] if found[0] in self.known else "…", read))["data"]


@pytest.fixture(scope="module", params=ASKED, ids=lambda name: name.replace(" ", "_"))
async def both(client: Client, request: pytest.FixtureRequest) -> AsyncIterator[Both]:
    draft = DRAFTS[request.param]
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(copied(client.original))
        async with changing(first) as change:
            post_id = key_of(client, draft.post)
            if not draft.is_first_language:
                more = {"title": "Le budget", "summary": "En chiffres.", "body": said("Des millions.")}
                await posts.add_translation(change, post_id=post_id, locale=draft.locale, **more)
            _, secret = await create_preview_link(change, post_id=post_id, locale=draft.locale)
        second = await stack.enter_async_context(copied(first))
        await publish(second, client, draft)
        previewed = await stack.enter_async_context(served(first, first, client.world, **UNLIMITED))
        published = await stack.enter_async_context(served(second, second, client.world, **UNLIMITED))
        published.app.state.execution.reader.documents = previewed.app.state.execution.reader.documents
        facts = await facts_of(first)
        keys = (id.partition(":")[2] for type_, ids in facts.ids.items() for id in ids if type_ != "Placement")
        yield Both(previewed, published, secret, facts, frozenset(keys), list(DRAFTS).index(request.param))


@asynccontextmanager
async def changing(url: str) -> AsyncIterator[Change]:
    """A change by the system, at the moment, that is committed."""
    async with open_engine(url) as engine, AsyncSession(engine, expire_on_commit=False) as session:
        yield Change(session, SYSTEM, MOMENT)
        await session.commit()


async def publish(url: str, client: Client, draft: Draft) -> None:
    """Publish a text, alone if the authentic one is not public.

    Publishing adds a revision, and the text has its number. A preview shows the revision it is of.
    """
    post_id = key_of(client, draft.post)
    async with changing(url) as change:
        mine = (Translation.post_id == post_id, Translation.locale == draft.locale)
        if not draft.is_first_language:
            await change.db.execute(
                update(Translation).where(Translation.post_id == post_id).values(is_authentic=False)
            )
            await change.db.execute(update(Translation).where(*mine).values(is_authentic=True))
        before = await change.db.scalar(select(Translation.newest_revision_number).where(*mine))
        await posts.publish_post(change, post_id=post_id, locale=draft.locale)
        await change.db.execute(update(Translation).where(*mine).values(revision_number=before))


def key_of(client: Client, name: str) -> Any:
    return client.world.ids[name].partition(":")[2]


@pytest.mark.parametrize("questions", [every_row, every_address, every_list, every_filter, every_word])
async def test_a_preview_is_what_will_be_published_and_nothing_else(both: Both, questions: Any) -> None:
    before = await digest(both.previewed.url)
    told: dict[str, Any] = {}
    asked = 0
    with capture_logs(), time_machine.travel(MOMENT, tick=False):
        for question in both.share_of(questions(both.facts)):
            shown, public = await both.answers(question.query, question.variables)
            told.update(dict.fromkeys(differences(shown, public), question))
            asked += 1
    assert not told
    assert asked >= 5
    assert await digest(both.previewed.url) == before


async def digest(url: str) -> dict[str, str]:
    """A digest of every table, but for when the link was last used."""
    async with open_engine(url) as engine, AsyncSession(engine) as session:
        await session.execute(text("update preview_links set last_used_at = null"))
        return await everything(session)
