"""`viewerCan` keeps its word: every verb by everybody on every text they can read does what it said beforehand."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import pytest
from graphql import GraphQLObjectType
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from tests.client import Client
from tests.database import open_engine
from tests.makers.history import everything
from tests.reads.walking import GRAPH, UNLIMITED
from tests.writes.inputs import Input, document
from tests.writes.test_access import ACTORS

Text = dict[str, Any]

VERBS: Mapping[str, tuple[str, Callable[[Text], Input]]] = {
    "save": ("saveDraft", lambda text: {"baseRevision": text["newestRevisionNumber"], "title": "Another title"}),
    'addTranslation(locale: "fr")': ("addTranslation", lambda text: {"locale": "fr", "title": "Un titre"}),
    'addTranslation(locale: "he")': ("addTranslation", lambda text: {"locale": "he", "title": "כותרת"}),
    "confirmTranslation": (
        "confirmTranslation",
        lambda text: {"baseRevision": text["newestRevisionNumber"], "blocks": []},
    ),
    "setBylines": ("setBylines", lambda text: {"locale": None, "bylines": []}),
    "setTopics": ("setTopics", lambda text: {"locale": None, "topics": [], "tags": ["Tools"]}),
    "submit": ("submitPost", lambda text: {}),
    "returnText": ("returnPost", lambda text: {"remarks": "Name the speakers."}),
    "clear": ("clearPost", lambda text: {"revision": text["newestRevisionNumber"]}),
    "publish": ("publishPost", lambda text: {}),
    "schedule": ("schedulePost", lambda text: {"at": {"instant": "2031-01-01T00:00:00Z"}}),
    "unschedule": ("unschedulePost", lambda text: {}),
    "publishInEmergency": ("publishPost", lambda text: {"emergency": {"reason": "A storm is coming."}}),
    "review": ("reviewPost", lambda text: {"verdict": "APPROVE"}),
    "createPreviewLink": ("createPreviewLink", lambda text: {}),
    "unpublish": ("unpublishPost", lambda text: {"reason": "A name was wrong."}),
    "correct": ("correctPost", lambda text: {"kind": "CORRECTION", "note": "A name was wrong."}),
    "addNotice": ("addNotice", lambda text: {"note": "The other one is meant."}),
    "supersede": ("supersedePost", lambda text: {"locale": None, "note": "Newer.", "supersededBy": text["another"]}),
    "withdraw": ("withdrawPost", lambda text: {"kind": "WITHDRAWN", "reason": "A name was wrong."}),
    "restore": ("restorePost", lambda text: {"note": "The name was right."}),
    "delete": ("deletePost", lambda text: {"locale": None}),
    "deleteTranslation": ("deleteTranslation", lambda text: {}),
    "changeSlug": ("changeSlug", lambda text: {"slug": "Another place"}),
    "feature": ("featurePost", lambda text: {"locale": None}),
    "unfeature": ("unfeaturePost", lambda text: {"locale": None}),
}
"""What is asked beforehand, the mutation that it is about, and what that is given beside the text."""

PERMISSION = "{ allowed code reason }"
ASKED = " ".join(f"verb{number}: {verb} {PERMISSION}" for number, verb in enumerate(VERBS))
QUERY = f"""query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on Translation {{
  id locale isAuthentic newestRevisionNumber post {{ id viewerCan {{ {ASKED} }} }} viewerCan {{ {ASKED} }} }} }} }}"""


@pytest.fixture(scope="module")
async def texts(client: Client) -> AsyncIterator[Client]:
    """A gateway without limits, whose mutations never happened."""
    async with client.on_a_copy(**UNLIMITED) as copy:
        yield copy


@asynccontextmanager
async def undone(client: Client) -> AsyncIterator[None]:
    """What mutations write meanwhile is rolled back."""
    database = client.app.state.execution.reader.database
    sessions = database.sessions
    async with open_engine(client.url) as engine, engine.connect() as connection, connection.begin() as transaction:
        database.sessions = async_sessionmaker(
            connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
        )
        try:
            yield
        finally:
            database.sessions = sessions
            await transaction.rollback()


def test_every_permission_is_held_against_its_mutation() -> None:
    type_ = GRAPH.get_type("ViewerCan")
    assert isinstance(type_, GraphQLObjectType)
    assert {verb.partition("(")[0] for verb in VERBS} == type_.fields.keys()


@pytest.mark.parametrize("actor", ACTORS)
async def test_a_verb_does_what_was_said_beforehand(texts: Client, actor: str) -> None:
    by, told, done = ACTORS[actor], {}, {}
    for text in await readable_texts(texts, by):
        for number, (verb, (mutation, given)) in enumerate(VERBS.items()):
            case = (texts.world.named(f'"{text["id"]}"'), verb)
            told[case] = tuple(text["viewerCan"][f"verb{number}"].values())
            input = {"post": text["post"]["id"], "locale": text["locale"], **given(text)}
            done[case] = await outcome(texts, mutation, input, by)
        if text["isAuthentic"]:
            assert text["post"]["viewerCan"] == text["viewerCan"]
    assert told == done
    assert len(told) >= 7 * len(VERBS)


async def test_what_is_said_beforehand_differs(texts: Client) -> None:
    """Else the test above would hold for a rule that says always the same."""
    found = {
        permission["code"]
        for actor in ACTORS.values()
        for text in await readable_texts(texts, actor)
        for permission in text["viewerCan"].values()
    }
    codes = {
        "NOT_ALLOWED", "ALREADY_PUBLISHED", "NOTHING_TO_PUBLISH", "TRANSLATION_EXISTS", "NOT_CLEARED", "NOT_SUBMITTED",
        "ALREADY_SUBMITTED", "ALREADY_CLEARED", "OWN_SUBMISSION", "OWN_PUBLICATION", "HEADQUARTERS_DECIDES",
        "NOTHING_TO_REVIEW", "EMERGENCY_NOT_ALLOWED", "STEP_UP_MISSING",
    }  # fmt: skip
    assert found >= {None, *codes}


async def test_nothing_was_written(texts: Client) -> None:
    """The mutations of this module are undone: what each finds is the world."""
    states = []
    for url in (texts.url, texts.original):
        async with open_engine(url) as engine, AsyncSession(engine) as session:
            states.append(await everything(session))
    assert states[0] == states[1]


async def readable_texts(client: Client, by: str | None) -> list[Text]:
    ids = [id for name, id in client.world.ids.items() if name.startswith("Translation:")]
    found = await client.ask(QUERY, {"ids": ids}, by=by)
    live = [client.world.ids[name] for name in ("Post:mangroves", "Post:library-opens")]
    return [
        {**text, "another": next(id for id in live if id != text["post"]["id"])}
        for text in found["nodes"]
        if text is not None
    ]


async def outcome(client: Client, mutation: str, input: Input, by: str | None) -> tuple[bool, str | None, str | None]:
    """Whether a mutation was done, and what stood in its way."""
    given = {name: value for name, value in input.items() if value is not None}
    async with undone(client):
        answer = await client.ask(document(mutation), {"input": given}, by=by)
    problems = answer[mutation]["problems"]
    return (False, problems[0]["code"], problems[0]["message"]) if problems else (True, None, None)
