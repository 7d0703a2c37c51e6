"""What a random operation may name: ids, slugs, words and moments that are in the world, and some that are not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from schema.comments.models import Comment
from schema.media.models import Photo
from schema.missions.models import Mission
from schema.people.models import Person
from schema.posts.models import Address, Post
from schema.topics.models import Tag, Topic
from tests.oracle.fields.entrances import NODES
from tests.oracle.wording import id_of

NOWHERE = UUID("01980000-0000-7000-8000-000000000000")
LOCALES = ["en", "fr", "ar", "fr-CA", "pt-BR", "FR", "ar-MA", "nl", "en-GB", "iw"]
WORDS = [
    "minister",
    "presse",
    "Médéa",
    "medea",
    '"the press"',
    "الوزير",
    "visa or tab",
    "-minister",
    "the",
    "",
    "'\"<b>&",
]

ID_TYPES = {
    "Query.node.id": "",
    "Query.nodes.ids": "",
    "Query.statement.post": "Post",
    "PostFilter.mission": "Mission",
    "PostFilter.person": "Person",
    "PostFilter.topic": "Topic",
    "CommentFilter.post": "Post",
    "MissionFilter.parent": "Mission",
    "PersonFilter.mission": "Mission",
    "ScheduleFilter.mission": "Mission",
    "PhotoFilter.mission": "Mission",
    "ReviewFilter.mission": "Mission",
    "TopicFilter.parent": "Topic",
    "EventFilter.mission": "Mission",
    "EventFilter.subject": "Post",
}
"""The type of the ids that a place takes; elsewhere it is in the place's own name."""


@dataclass(frozen=True)
class Known:
    """What there is in the world, by the place it may be named in."""

    ids: dict[str, list[str]]
    texts: dict[str, list[str]]
    moments: list[str]

    def id(self, place: str, random: Random, otherwise: str | None = None) -> str:
        """An id that fits a place, mostly of something; of one type, where every type fits."""
        wanted = ID_TYPES.get(place) or (place.split(".")[1].capitalize() if place.startswith("Query.") else "")
        wanted = place.split("Filter.")[0] if place.endswith("Filter.id") else wanted
        if place in ("Query.node.id", "Query.nodes.ids"):
            wanted = otherwise if otherwise in self.ids and random.random() < 0.8 else random.choice(list(self.ids))
        return id_of(wanted, NOWHERE) if random.random() < 0.06 else random.choice(self.ids[wanted])

    def text(self, place: str, random: Random) -> str:
        """A text that fits a place, mostly one that is there."""
        known = self.texts.get(place) or self.texts[place.rsplit(".", 1)[1]]
        return "nowhere" if known is not LOCALES and random.random() < 0.06 else random.choice(known)


async def known_values(db: AsyncSession) -> Known:
    """Look around in the world."""
    ids = {name: [id_of(name, key) for key in await _all(db, model.id)] for name, model in _models()}  # type: ignore[attr-defined]
    paths, moved = await _all(db, Address.path), [f"/2019/{number}.html?m=1" for number in range(9)]
    locales, slugs = {name: LOCALES for name in ("locale", "locales", "language")}, await _slugs(db)
    credits = sorted({credit for credit in await _all(db, Photo.credit) if credit})
    texts = {
        "Query.search.text": WORDS,
        "Post.redirect.slug": moved,
        "document": ["{}", '{"statement": null}', *WORDS],
        "hostCountry": ["PT", "MA", "pt"],
        "credit": credits,
        "EventFilter.names": ["post.created", "post.published", "comment.added"],
    }
    moments = [*await _all(db, Post.first_published_at), *await _all(db, Comment.written_at)]
    return Known(
        ids, {**texts, **locales, **slugs, "Query.post.slug": list(paths)}, [_text(one) for one in moments if one]
    )


def _models() -> list[tuple[str, type]]:
    return sorted(NODES.items())


async def _slugs(db: AsyncSession) -> dict[str, list[str]]:
    missions, topics = list(await _all(db, Mission.slug)), list(await _all(db, Topic.slug))
    tags, people = list(await _all(db, Tag.slug)), list(await _all(db, Person.slug))
    return {
        "Query.post.mission": missions,
        "Query.mission.slug": missions,
        "Query.person.slug": people,
        "Query.topic.slug": topics,
        "Query.tag.slug": tags,
        "missionSlug": missions,
        "topicSlug": topics,
        "tag": tags,
    }


async def _all(db: AsyncSession, column: Any) -> Sequence[Any]:
    return (await db.scalars(select(column).order_by(column.class_.id))).all()


def _text(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
