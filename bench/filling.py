"""A network of missions in bulk: the same newest posts however many older ones there are."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

import asyncpg

from bench.operations import MISSIONS, SHOWN_POST
from bench.texts import LOCALES, TEMPLATES, Template, of_language, searched, template, title

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
PEOPLE, PHOTOS, TOPICS, TAGS = 1_000, 4_000, 60, 300
TOGETHER = 5_000
"""Posts that are copied at once."""

Row = tuple[Any, ...]
Tables = dict[str, list[Row]]

COLUMNS = {
    "missions": "id kind slug name names host_country city time_zones languages",
    "people": "id name names slug",
    "appointments": "id person_id mission_id office offices starts_on",
    "photos": "id mission_id storage_key sha256 media_type size_bytes width height file_name credit",
    "topics": "id slug name names parent_id",
    "tags": "id slug name",
    "posts": "id mission_id kind state first_published_at created_at updated_at",
    "translations": "id post_id locale direction is_authentic state slug title summary body blocks html plain_text"
    " word_count revision_number newest_revision_number revision_count published_at search_configuration search_text",
    "addresses": "id mission_id path translation_id is_current",
    "bylines": "id post_id position person_id mission_id role office offices",
    "placements": "id translation_id photo_id block_id position caption_html caption_text alternative alternative_text",
    "post_topics": "id post_id topic_id",
    "post_tags": "id post_id tag_id",
    "comments": "id post_id parent_id depth state author_name plain_text html written_at",
}


@dataclass(frozen=True)
class Known:
    """What posts refer to."""

    missions: list[UUID]
    people: list[UUID]
    photos: list[tuple[UUID, str]]
    topics: list[UUID]
    tags: list[UUID]
    templates: list[Template]
    shown: Template


class Filling:
    """Fills a database, and can add to it later."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection
        self._random = Random(1)
        self._numbers = count(1)
        self._posts = 0
        self._known = self._surroundings()

    async def fill(self, posts: int) -> None:
        """Bring the number of posts up to ``posts``, and let Postgres know what there is now."""
        await self._connection.execute("set session_replication_role = replica")  # foreign keys are right as they are
        if not self._posts:
            await self._encode_search_rules()
            await self._copy(self._first)
        made = self._some_posts(posts)
        while any(made.values()):
            _, made = await asyncio.gather(self._copy(made), asyncio.to_thread(self._some_posts, posts))
        await self._connection.execute("set session_replication_role = origin")
        await self._connection.execute("vacuum analyze")

    def _some_posts(self, most: int) -> Tables:
        """The next posts that are copied at once, until there are so many."""
        tables: Tables = {name: [] for name in COLUMNS}
        for number in range(self._posts, min(self._posts + TOGETHER, most)):
            self._add_post(tables, number)
            self._posts = number + 1
        return tables

    async def _encode_search_rules(self) -> None:
        """Text search configurations travel as their numbers, which asyncpg does not know."""
        rules = await self._connection.fetch("select cfgname, oid::int from pg_ts_config")
        numbers = {name: number.to_bytes(4, "big") for name, number in rules}
        await self._connection.set_type_codec(
            "regconfig", schema="pg_catalog", encoder=numbers.__getitem__, decoder=bytes, format="binary"
        )

    async def _copy(self, tables: Tables) -> None:
        for name, rows in tables.items():
            if rows:
                await self._connection.copy_records_to_table(name, records=rows, columns=COLUMNS[name].split())

    def _key(self, at: datetime = NOW) -> UUID:
        """A key that sorts by a moment, as `uuidv7()` makes them."""
        milliseconds = int(at.timestamp() * 1000)
        return UUID(int=milliseconds << 80 | 7 << 76 | 2 << 62 | next(self._numbers))

    def _surroundings(self) -> Known:
        """Everything that is not a post; its rows wait in ``_first``."""
        random = self._random
        first: Tables = {name: [] for name in COLUMNS}
        self._first = first
        missions, people, topics, tags = (
            [self._key() for _ in range(number)] for number in (MISSIONS, PEOPLE, TOPICS, TAGS)
        )
        for number, key in enumerate(missions):
            names = f'{{"en": "Embassy {number}", "fr": "Ambassade {number}"}}'
            slug, zone = f"mission-{number}", ["Europe/Lisbon"]
            first["missions"].append((key, "EMBASSY", slug, f"Embassy {number}", names, "PT", "City", zone, ["en"]))
        for number, key in enumerate(people):
            first["people"].append((key, f"Person {number}", "{}", f"person-{number}"))
            held = (self._key(), key, random.choice(missions), "Consul", '{"en": "Consul"}', date(2020, 1, 1))
            first["appointments"].append(held)
        photos = [(self._key(), f"{number % 256:02x}/{number:064x}.jpg") for number in range(PHOTOS)]
        for number, (key, place) in enumerate(photos):
            facts = ("image/jpeg", 123_456, 1_200, 800, "DSC.jpg", "Staff")
            first["photos"].append((key, missions[number % MISSIONS], place, place[3:67], *facts))
        for number, key in enumerate(topics):
            parent = topics[number // 8 - 1] if number >= 8 else None
            first["topics"].append((key, f"topic-{number}", f"Topic {number}", "{}", parent))
        first["tags"] += [(key, f"tag-{number}", f"Tag {number}") for number, key in enumerate(tags)]
        templates = [template(random, random.choice(LOCALES), random.choice([1, 1, 1, 2])) for _ in range(TEMPLATES)]
        shown = template(random, "en", photos=5, gallery=3, paragraphs=12)
        return Known(missions, people, photos, topics, tags, templates, shown)

    def _add_post(self, tables: Tables, number: int) -> None:
        """One live post with its text, names, photos, topics and thread; higher numbers are older."""
        random, known = self._random, self._known
        published = NOW - timedelta(minutes=50 * (number + 1))
        key, mission = self._key(published), known.missions[number % MISSIONS]
        kind = random.choice(["BLOG_POST", "STATEMENT", "SPEECH", "NOTICE"])
        tables["posts"].append((key, mission, kind, "LIVE", published, published, published))
        made = known.shown if number == SHOWN_POST else random.choice(known.templates)
        self._add_text(tables, (key, mission), number, made, published, is_authentic=True)
        if number % 4 == 0:
            other = next(one for one in known.templates if one.locale != made.locale)
            self._add_text(tables, (key, mission), number, other, published, is_authentic=False)
        for position, person in enumerate(random.sample(known.people, 2), 1):
            named = (self._key(), key, position, person, None, "AUTHOR", "Consul", '{"en": "Consul"}')
            tables["bylines"].append(named)
        for topic in random.sample(known.topics, 2):
            tables["post_topics"].append((self._key(), key, topic))
        tables["post_tags"].append((self._key(), key, random.choice(known.tags)))
        tables["comments"] += self._thread(key, published, 120 if number == SHOWN_POST else random.randint(0, 6))

    def _add_text(
        self, tables: Tables, of: tuple[UUID, UUID], number: int, made: Template, at: datetime, *, is_authentic: bool
    ) -> None:
        """A live text of a post, which is named with its mission; its address and its placements."""
        key, named = self._key(at), title(self._random)
        photos = self._random.sample(self._known.photos, len(made.filled.uses))
        filled, (direction, rules) = made.with_photos(photos), of_language(made.locale)
        slug = f"post-{number}-{made.locale}"
        first = (key, of[0], made.locale, direction, is_authentic, "LIVE", slug, named, "What was agreed.")
        words = (filled.body, filled.blocks, filled.html, filled.plain_text, filled.word_count)
        last = (1, 1, 1, at, rules, searched(named, filled.plain_text))
        tables["translations"].append((*first, *words, *last))
        tables["addresses"].append((self._key(at), of[1], slug, key, True))
        for use, (photo, _) in zip(filled.uses, photos, strict=True):
            said = (use.caption_html, use.caption_text, "DESCRIBED", use.alternative_text)
            tables["placements"].append((self._key(at), key, photo, use.block_id, use.position, *said))

    def _thread(self, post: UUID, published: datetime, comments: int) -> Iterator[Row]:
        """Comments on a post; about half of them answer another, down to the fourth level."""
        random = self._random
        written: list[tuple[UUID | None, int]] = []
        for number in range(comments):
            parent, depth = random.choice(written) if written and random.random() < 0.5 else (None, 0)
            parent, depth = (parent, depth) if depth < 4 else (None, 0)
            at = published + timedelta(minutes=number)
            key, state = self._key(at), "VISIBLE" if random.random() < 0.9 else "HIDDEN"
            text = f"{title(random)}. {title(random)}."
            yield key, post, parent, depth + 1, state, "A reader", text, f"<p>{text}</p>", at
            written.append((key, depth + 1))
