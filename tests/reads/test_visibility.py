"""What somebody may not read leaves no trace in anything they can ask: they are answered as if it were not there.

Every question is put to the whole world, and to a copy from which the rows they may not read were deleted. The
questions are made from the schema and from every row there is, whoever may read it.
"""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import asyncpg
import orjson
import pytest
from graphql import get_named_type
from structlog.testing import capture_logs

from tests.client import Client, copied, served
from tests.reads.stripping import strip
from tests.reads.walking import (
    GRAPH,
    UNLIMITED,
    filter_type,
    filters,
    is_connection,
    lists_with_filters,
    node_types,
    object_types,
    page,
    selection,
    ways_to_ask,
)
from tests.world import WITHHELD

TABLES = {
    "Post": "posts", "Translation": "translations", "Comment": "comments", "Person": "people", "Photo": "photos",
    "Tag": "tags", "Topic": "topics", "Mission": "missions", "Byline": "bylines", "Placement": "placements",
    "Revision": "revisions", "Review": "reviews", "Appointment": "appointments", "AuditEntry": "audit_entries",
    "Schedule": "schedules", "Hold": "holds",
    "Event": "outbox_events",
    "PreviewLink": "preview_links",
    "Notice": "notices",
    "Webhook": "webhooks", "Delivery": "deliveries",
}  # fmt: skip
UNREADABLE = {
    "ClearancePolicy": "clearance_policies",
    "Account": "accounts", "ApiToken": "api_tokens", "Membership": "memberships", "AccountSession": "account_sessions",
    "Factor": "factors", "RecoveryCode": "recovery_codes", "SignInLink": "sign_in_links", "Address": "addresses",
    "Comparison": "comparisons",
    "PostTag": "post_tags", "PostTopic": "post_topics", "KeptAnswer": "kept_answers",
    "Letter": "letters",
}  # fmt: skip

WORDS = (
    "the",
    "need independence",
    "Coffee",
    "bureaux",
    "التاسعة",
    WITHHELD,
    f"{WITHHELD} sum",
    "newer",
    "friends",
    "voters",
    "نص",
)

VIEWERS: Mapping[str | None, list[str]] = {
    None: [],
    "Amman reader": ["amman", "aqaba"],
    "Dakar editor": ["dakar"],
}
"""Who asks, and the missions whose members they are."""


@dataclass(frozen=True)
class Question:
    """One request of the walk."""

    query: str
    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Facts:
    """What stands in the whole database, whoever may read it."""

    ids: Mapping[str, list[str]]
    """By type."""
    slugs: Mapping[str, list[str]]
    """By type."""
    paths: Sequence[str]
    values: Mapping[str, Sequence[Any]]
    """What filters can be given: `id:Post`, or the name of the field."""


@dataclass(frozen=True)
class Worlds:
    """The whole world, and for each viewer the world without what they may not read."""

    whole: Client
    without: Mapping[str | None, Client]
    facts: Facts


@pytest.fixture(scope="module")
async def worlds(client: Client) -> AsyncIterator[Worlds]:
    async with AsyncExitStack() as stack:
        whole = await stack.enter_async_context(client.on_a_copy(**UNLIMITED))
        without = {}
        for by, missions in VIEWERS.items():
            url = await stack.enter_async_context(copied(client.original))
            deleted = await strip(url, missions)
            assert sum(deleted.values()) > 100
            without[by] = await stack.enter_async_context(served(url, client.original, client.world, **UNLIMITED))
            # What was compiled for one serves the others, since a plan knows nothing of the rows.
            without[by].app.state.execution.reader.documents = whole.app.state.execution.reader.documents
        yield Worlds(whole, without, await facts_of(whole.url))


async def facts_of(url: str) -> Facts:
    """Read with plain SQL, which knows no rules."""
    connection = await asyncpg.connect(url)

    async def column(statement: str) -> list[Any]:
        return [row[0] for row in await connection.fetch(statement)]

    try:
        ids = {
            type_: await column(f"select '{type_}:' || id from {table} order by id")
            for type_, table in {**TABLES, **UNREADABLE}.items()
        }
        slugs = {
            type_: await column(f"select slug from {TABLES[type_]} order by id")
            for type_ in ("Mission", "Person", "Topic", "Tag")
        }
        moments = ["2026-01-14T03:30:00Z", "2026-02-12T00:00:00Z", "2026-02-26T12:00:00Z"]
        values = {
            **{f"id:{type_}": keys for type_, keys in ids.items()},
            "id:anything": [id for keys in ids.values() for id in keys[::7]],
            "names": await column("select distinct event from outbox_events order by event"),
            "missionSlug": slugs["Mission"], "topicSlug": slugs["Topic"], "tag": slugs["Tag"],
            "language": ["en", "fr", "ar"], "locale": ["en", "fr", "ar"], "hostCountry": ["JO", "SN"],
            "credit": await column("select distinct credit from photos where credit is not null"),
            **dict.fromkeys(("publishedAfter", "publishedBefore", "writtenAfter", "writtenBefore"), moments),
            **dict.fromkeys(("publishAfter", "publishBefore"), moments),
        }  # fmt: skip
        return Facts(ids, slugs, await column("select path from addresses order by id"), values)
    finally:
        await connection.close()


def every_row(facts: Facts) -> Iterator[Question]:
    """Every row by its id, with everything around it."""
    everything = [id for ids in facts.ids.values() for id in ids]
    yield Question("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", {"ids": everything})
    for id in everything:
        yield Question("query ($id: ID!) { node(id: $id) { __typename id } }", {"id": id})
    for type_ in node_types():
        below = selection(object_types()[type_], 1)
        declared, slug = (
            ("$id: ID!, $slug: String!", {"slug": facts.paths[0]}) if "$slug" in below else ("$id: ID!", {})
        )
        query = f"query ({declared}) {{ node(id: $id) {{ ... on {type_} {{ {below} }} }} }}"
        yield from (Question(query, {"id": id, **slug}) for id in facts.ids[type_])


def every_address(facts: Facts) -> Iterator[Question]:
    """Every slug and every old address, of every mission and from every post."""
    for type_, slugs in facts.slugs.items():
        query = f"query ($slug: String!) {{ {type_.lower()}(slug: $slug) {{ id }} }}"
        yield from (Question(query, {"slug": slug}) for slug in slugs)
    for type_ in ("Mission", "Person", "Topic", "Tag", "Photo", "Comment"):
        query = f"query ($id: ID!) {{ {type_.lower()}(id: $id) {{ id }} }}"
        yield from (Question(query, {"id": id}) for id in facts.ids[type_])
    moved = "redirect(slug: $slug) { slug locale }"
    there = f"query ($mission: String!, $slug: String!) {{ post(mission: $mission, slug: $slug) {{ id {moved} }} }}"
    from_here = f"query ($id: ID!, $slug: String!) {{ post(id: $id) {{ {moved} }} }}"
    for path in facts.paths:
        yield from (Question(there, {"mission": mission, "slug": path}) for mission in facts.slugs["Mission"])
        yield from (Question(from_here, {"id": id, "slug": path}) for id in facts.ids["Post"])


def every_list(facts: Facts) -> Iterator[Question]:
    """Every list at the top with everything around its rows, and its beginning and end in every order."""
    for name, list_, options in _lists_at_the_top():
        below = page(list_, 1)
        declared, slug = ("query ($slug: String!)", {"slug": "workshop"}) if "$slug" in below else ("query", {})
        yield Question(f"{declared} {{ {name}(first: 100) {{ {below} }} }}", slug)
        for way in options:
            yield Question(f"{{ {name}({way}) {{ {page(list_, -1)} }} }}")
            yield Question(
                f"{{ {name}({way}, first: 2) {{ {page(list_, -1)} }} }}" if "order" in way else "{ __typename }"
            )


def _lists_at_the_top() -> Iterator[tuple[str, Any, list[str]]]:
    assert GRAPH.query_type is not None
    for name, one in GRAPH.query_type.fields.items():
        if is_connection(list_ := get_named_type(one.type)) and name != "search":
            yield name, list_, list(ways_to_ask(one))


def every_filter(facts: Facts) -> Iterator[Question]:
    """Every list that can be filtered, by every value there is; below a row by some, in one question."""
    for type_, name, one in lists_with_filters():
        many = list(
            filters(one.args["filter"], facts.values, most=None if type_ == "Query" and name != "search" else 1)
        )
        text = f'text: "the or {WITHHELD}", ' if "text" in one.args else ""
        if type_ == "Query":
            found = "totalCount nodes { id }" if not text else "totalCount nodes { translation { id } }"
            query = f"query ($f: {filter_type(one)}) {{ {name}({text}filter: $f) {{ {found} }} }}"
            yield from (Question(query, {"f": each}) for each in many)
            continue
        some = {f"f{index}": each for index, each in enumerate(many)}
        declared = ", ".join(f"${each}: {filter_type(one)}" for each in some)
        counts = " ".join(f"{each}: {name}(filter: ${each}) {{ totalCount }}" for each in some)
        owner, counts = (type_, counts) if type_ in facts.ids else within(type_, counts)
        query = f"query ($id: ID!, {declared}) {{ node(id: $id) {{ ... on {owner} {{ {counts} }} }} }}"
        yield from (Question(query, {"id": id, **some}) for id in facts.ids[owner])


def within(type_: str, below: str) -> tuple[str, str]:
    """A selection below something without an id of its own, and the type of the thing it belongs to."""
    return next(
        (owner, f"{name} {{ {below} }}")
        for owner in node_types()
        for name, field in object_types()[owner].fields.items()
        if get_named_type(field.type).name == type_
    )


def every_word(facts: Facts) -> Iterator[Question]:
    """Words of every text, also those that only hidden texts hold."""
    found = "totalCount nodes { snippet post { id } translation { id } } edges { cursor } pageInfo { hasNextPage }"
    query = (
        f"query ($text: String!, $locale: String) {{ search(text: $text, locale: $locale, first: 2) {{ {found} }} }}"
    )
    for text in WORDS:
        yield from (Question(query, {"text": text, "locale": locale}) for locale in (None, "en", "fr", "ar"))


@pytest.mark.parametrize("by", VIEWERS, ids=lambda by: by or "visitor")
@pytest.mark.parametrize("questions", [every_row, every_address, every_list, every_filter, every_word])
async def test_what_may_not_be_read_leaves_no_trace(worlds: Worlds, questions: Any, by: str | None) -> None:
    told: dict[str, Question] = {}
    with capture_logs():
        for question in questions(worlds.facts):
            full, bare = [
                (await asked.send(question.query, question.variables, by=by)).content
                for asked in (worlds.whole, worlds.without[by])
            ]
            assert full.startswith(b'{"data":'), full[:300]
            assert b'"errors":' not in full
            if full != bare:
                told.update(dict.fromkeys(differences(orjson.loads(full), orjson.loads(bare)), question))
            if by is None and WITHHELD.encode() in full:
                told[full.decode()] = question
    assert not told


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Where two answers differ, and how."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for name in one:
            yield from differences(one[name], other[name], f"{path}.{name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for left, right in zip(one, other, strict=True):
            yield from differences(left, right, f"{path}[]")
    elif one != other:
        yield f"{path}: {one!r:.80} is not {other!r:.80}"


async def test_everything_else_can_be_read(worlds: Worlds) -> None:
    """The rules hide no more than they must: whatever is left in a stripped world is found by its id."""
    for by, without in worlds.without.items():
        left = await facts_of(without.url)
        ids = [id for type_ in TABLES for id in left.ids[type_]]
        found = await without.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ids}, by=by)
        assert found == {"nodes": [{"id": id} for id in ids]}
