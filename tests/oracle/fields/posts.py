"""The fields of posts, their texts and bylines."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func, select, tuple_
from sqlalchemy.orm import aliased

from schema.comments.models import Comment
from schema.missions.models import Mission
from schema.people.models import Person
from schema.posts.models import (
    Address,
    Byline,
    Placement,
    Post,
    PostTag,
    PostTopic,
    PublicationState,
    Revision,
    Translation,
)
from schema.topics.models import Tag, Topic
from tests.oracle.asking import Asking
from tests.oracle.lists import PARENT
from tests.oracle.resolving import resolves
from tests.oracle.seeing import may_read
from tests.oracle.wording import chain, in_languages


@dataclass
class Served:
    """A text that was chosen by language."""

    text: Translation
    is_fallback: bool

    def __getattr__(self, name: str) -> Any:
        return getattr(self.text, name)


async def texts_of(asking: Asking, post_id: UUID) -> list[Translation]:
    """The readable texts of a post, the authentic one first."""
    return await asking.many(Translation, "post_id", post_id, "-is_authentic", "locale")


async def authentic(asking: Asking, post: Post) -> Translation | None:
    """The text that counts, if it may be read."""
    return next((text for text in await texts_of(asking, post.id) if text.is_authentic), None)


for name in ("title", "summary", "slug", "locale", "direction"):

    @resolves(f"Post.{name}")
    async def of_authentic(post: Post, asking: Asking, column: str = name) -> Any:
        return getattr(await authentic(asking, post), column, None)


@resolves("Post.publishedAt")
def published_at(post: Post, asking: Asking) -> Any:
    return post.first_published_at


@resolves("Post.mission", "Byline.mission", "Photo.mission", "Appointment.mission")
async def mission(row: Any, asking: Asking) -> Mission | None:
    found: Mission | None = await asking.one(Mission, row.mission_id)
    return found


@resolves("Post.body")
async def body(post: Post, asking: Asking) -> Translation | None:
    return await authentic(asking, post)


@resolves("Post.bylines")
async def bylines(post: Post, asking: Asking) -> list[Byline]:
    return await asking.many(Byline, "post_id", post.id, "position")


@resolves("Post.placements")
async def placements_of_authentic(post: Post, asking: Asking) -> list[Placement]:
    text = await authentic(asking, post)
    return await asking.many(Placement, "translation_id", text.id, "position") if text else []


@resolves("Post.translation")
async def translation(post: Post, asking: Asking, locales: list[str]) -> Served | None:
    wanted, first = chain(locales), chain(locales[:1])
    texts = await texts_of(asking, post.id)
    shown = [text for text in texts if text.state is not PublicationState.WITHDRAWN] or texts
    found = [text for locale in wanted for text in shown if text.locale == locale] or shown
    return Served(found[0], bool(first) and found[0].locale not in first) if found else None


@resolves("Post.translations")
async def translations(post: Post, asking: Asking) -> list[Translation]:
    return await texts_of(asking, post.id)


async def _filed(asking: Asking, post: Post, subject: Any, link: Any, column: str) -> list[Any]:
    """What a post is filed under, by name."""

    async def batch(keys: list[UUID]) -> list[list[Any]]:
        row, filed = aliased(subject), aliased(link)
        named = select(filed.post_id, row).join(row, row.id == getattr(filed, column)).order_by(row.name, row.id)
        readable = named.where(may_read(asking.asker, row), may_read(asking.asker, filed))
        found: dict[UUID, list[Any]] = {key: [] for key in keys}
        for key, one in await asking.rows(readable.where(filed.post_id.in_(keys))):
            found[key].append(one)
        return [found[key] for key in keys]

    return list(await asking.load(("filed", subject), batch, post.id))


@resolves("Post.topics")
async def topics(post: Post, asking: Asking) -> list[Topic]:
    return await _filed(asking, post, Topic, PostTopic, "topic_id")


@resolves("Post.tags")
async def tags(post: Post, asking: Asking) -> list[Tag]:
    return await _filed(asking, post, Tag, PostTag, "tag_id")


@resolves("Post.redirect")
async def redirect(post: Post, asking: Asking, slug: str) -> Any:
    async def batch(keys: list[tuple[UUID, str]]) -> list[Any]:
        text, address = aliased(Translation), aliased(Address)
        moved = select(text, address).join(address, address.translation_id == text.id)
        wanted = moved.where(tuple_(text.post_id, address.path).in_(keys), address.is_current.is_(False))
        rows = await asking.rows(wanted.where(may_read(asking.asker, text), may_read(asking.asker, address)))
        found = {(one.post_id, old.path): one for one, old in rows}
        return [found.get(key) for key in keys]

    return await asking.load("redirect", batch, (post.id, slug))


@resolves("Post.commentCount")
async def comment_count(post: Post, asking: Asking) -> int:
    async def batch(keys: list[UUID]) -> list[int]:
        row: Any = aliased(Comment)
        counts = select(row.post_id, func.count()).where(row.post_id.in_(keys), may_read(asking.asker, row))
        found = {key: count for key, count in await asking.rows(counts.group_by(row.post_id))}
        return [found.get(key, 0) for key in keys]

    return int(await asking.load("comment count", batch, post.id))


@resolves("Translation.isFallback")
def is_fallback(text: Any, asking: Asking) -> bool:
    return isinstance(text, Served) and text.is_fallback


@resolves("Translation.newestRevisionNumber")
async def newest_revision_number(text: Any, asking: Asking) -> int:
    post = await post_of(text, asking)
    is_own = post is not None and post.mission_id in asking.asker.missions
    is_member = asking.asker.is_administrator or is_own
    return int(text.newest_revision_number if is_member else text.revision_number)


@resolves("Translation.body")
def body_of_text(text: Any, asking: Asking) -> Any:
    return text


@resolves("Translation.placements")
async def placements(text: Any, asking: Asking) -> list[Placement]:
    return await asking.many(Placement, "translation_id", text.id, "position")


@resolves("Translation.draft")
async def draft(text: Any, asking: Asking) -> Revision | None:
    if text.newest_revision_number <= text.revision_number:
        return None
    kept: list[Revision] = await asking.many(Revision, "translation_id", text.id)
    return next((one for one in kept if one.number == text.newest_revision_number), None)


@resolves("Translation.post", "Comment.post")
async def post_of(row: Any, asking: Asking) -> Post | None:
    found: Post | None = await asking.one(Post, row.post_id)
    return found


@resolves("Body.json", "Revision.json")
def json(row: Any, asking: Asking) -> Any:
    return row.body


@resolves("Body.html", "Revision.html")
def html(row: Any, asking: Asking) -> str:
    return str(row.html).replace('src="/media/', f'src="{asking.public_url}/media/')


@resolves("Body.text", "Revision.text", "Comment.text")
def text(row: Any, asking: Asking) -> Any:
    return row.plain_text


@resolves("Byline.person", "Appointment.person")
async def person(row: Any, asking: Asking) -> Person | None:
    found: Person | None = await asking.one(Person, row.person_id)
    return found


@resolves("Byline.subject")
async def subject(byline: Byline, asking: Asking) -> Any:
    return await asking.one(Person, byline.person_id) or await asking.one(Mission, byline.mission_id)


@resolves("Byline.office", "Appointment.office")
def office(row: Any, asking: Asking, locales: list[str] | None = None) -> str | None:
    return in_languages(row.offices, row.office, locales)


def named_over(asking: Asking, post: Any, arguments: Any) -> Any:
    """Posts with the parent, a person, in a byline."""
    byline: Any = aliased(Byline)
    return exists().where(byline.post_id == post.id, byline.person_id == PARENT, may_read(asking.asker, byline))


def filed_under(asking: Asking, post: Any, arguments: Any) -> Any:
    """Posts filed under the parent, a topic."""
    filed: Any = aliased(PostTopic)
    return exists().where(filed.post_id == post.id, filed.topic_id == PARENT, may_read(asking.asker, filed))
