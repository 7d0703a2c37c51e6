"""What stands in the way of each verb of posts, in the order in which it is told.

One function for each verb, of the post and the text it is about. Verbs ask through `schema/posts/services/loading.py`,
readers through `schema/posts/permissions.py`. What depends on the input alone, such as a number that is no longer the
newest, is decided by the verb.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, column, exists, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import aliased

from schema.context import Role, Viewer
from schema.errors import NotAllowed
from schema.media.models import Photo
from schema.obstacles import Obstacle, Obstacles, taken, unless, weighed
from schema.posts import models
from schema.posts.models import PostKind, PublicationState
from schema.posts.refusals import (
    AlreadyPublished,
    AlternativeMissing,
    AuthenticNotLive,
    BylineMissing,
    NothingToPublish,
    NotPublished,
    NotScheduled,
    TranslationExists,
)
from schema.schedules.access import is_in_force
from schema.schedules.models import Schedule
from schema.sources import Row

IN_POST = ("input", "post")
IN_LOCALE = ("input", "locale")
SIGNED = {PostKind.BLOG_POST: "blog post", PostKind.SPEECH: "speech"}
"""The kinds that go out under a name."""
_SPACES = "".join(rf"\u{code:04x}" for code in range(0x3001) if chr(code).isspace())
SPACES: ColumnElement[str] = literal_column(f"E'{_SPACES}'")
"""What is no word, to Postgres as to Python."""
PHOTOS: Any = literal_column("""'strict $.** ? (@.type == "photo").attrs'::jsonpath""")
SHOWS_WITHOUT_WORDS: Any = literal_column("""'strict $.** ? (@.type == "photo" || @.type == "embed")'::jsonpath""")


class Subject:
    """A post and one of its texts, as rows of SQL, and what a rule may want to know of them.

    What is asked for joins itself to the statement, so that a short rule is a short statement.
    """

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.post: Row = aliased(models.Post)
        self.text: Row = aliased(models.Translation)
        self._joined: list[tuple[Any, Any]] = []

    @cached_property
    def newest(self) -> Row:
        """The newest revision of the text: what would go out."""
        newest: Row = aliased(models.Revision)
        is_newest = (newest.translation_id == self.text.id, newest.number == self.text.newest_revision_number)
        self._joined.append((newest, and_(*is_newest)))
        return newest

    @cached_property
    def undescribed(self) -> FromClause:
        """The first photo of the newest revision of which nobody has said what it shows: `block`, `file_name`."""
        shown = func.jsonb_path_query(self.newest.body, PHOTOS, type_=JSONB)
        use = shown.table_valued(column("attrs", JSONB), with_ordinality="position").render_derived()
        photo: Row = aliased(Photo)
        alternative, said = use.c.attrs["alternative"].astext, use.c.attrs["alternativeText"].astext
        is_said = or_(
            alternative.in_(["in_text", "decorative"]),
            and_(alternative == "described", func.btrim(said, SPACES) != ""),
        )
        first = (
            select(use.c.attrs["id"].astext.label("block"), photo.file_name.label("file_name"))
            .select_from(use)
            .join(photo, photo.id == use.c.attrs["photo"].astext.cast(photo.id.type))
            .where(unless(is_said))
            .order_by(use.c.position)
            .limit(literal_column("1"))
        )
        return self._beside(weighed(first))

    def statement(self, value: ColumnElement[Any], which: ColumnElement[bool]) -> Select[Any]:
        """A value for the text that is meant."""
        asked = select(value).select_from(self.text).join(self.post, self.post.id == self.text.post_id)
        for row, condition in self._joined:
            asked = asked.outerjoin(row, condition)
        rows = (row for row, _ in self._joined if not isinstance(row, FromClause))
        return weighed(asked.where(which), self.text, self.post, *rows)

    def _beside(self, statement: Select[Any]) -> FromClause:
        beside = statement.lateral()
        self._joined.append((beside, literal_column("true")))
        return beside


Rule = Callable[[Subject], Obstacles]


def asked(
    rule: Rule,
    viewer: Viewer,
    which: Callable[[Subject], ColumnElement[bool]],
    answer: Callable[[list[Obstacle]], ColumnElement[Any]],
    *,
    is_first_only: bool = False,
) -> tuple[list[Obstacle], Select[Any]]:
    """The obstacles of a verb for a viewer, and the statement that says which of them stands."""
    on = Subject(viewer)
    obstacles = taken(rule(on), is_first_only=is_first_only or viewer.kind == "visitor")
    return obstacles, on.statement(answer(obstacles), which(on))


def changing(on: Subject) -> Obstacles:
    """What is not its text: bylines, topics, tags."""
    yield Obstacle(NotAllowed, unless(_may_write(on)), {"verb": "change this post", "role": "editor"}, IN_POST)


def saving(on: Subject) -> Obstacles:
    """Writing the text."""
    yield _not_a_writer(on)
    locale, is_authentic, may_write = on.text.locale, on.text.is_authentic, _may_write(on)
    yield _not_theirs("the authentic text", and_(is_authentic, unless(may_write)))
    translates = on.viewer.translates(on.post.mission_id, locale)
    yield _not_theirs(func.concat("the text in “", locale, "”"), unless(or_(may_write, translates)))


def adding_translation(locale: Any) -> Rule:
    """Beginning the text in one more language: the rule for a language tag, which must be canonical."""

    def rule(on: Subject) -> Obstacles:
        yield _not_a_writer(on)
        may_write = or_(_may_write(on), on.viewer.translates(on.post.mission_id, locale))
        yield _not_theirs(func.concat("the text in “", locale, "”"), unless(may_write))
        other: Row = aliased(models.Translation)
        there = select(other.id).where(other.post_id == on.post.id, other.locale == locale)
        yield Obstacle(TranslationExists, exists(weighed(there)), {"locale": locale}, IN_LOCALE)

    return rule


def publishing(on: Subject) -> Obstacles:
    """Making the newest revision of the text public."""
    yield _not_an_editor(on)
    yield Obstacle(AuthenticNotLive, _follows_what_is_not_public(on), {"locale": _authentic_locale(on)}, IN_LOCALE)
    yield _already_published(on)
    yield from incomplete(on)


def scheduling(on: Subject) -> Obstacles:
    """Letting the newest revision go out by itself. What may change until then, as a clearance, is asked then."""
    yield _not_an_editor(on)
    yield _already_published(on)
    yield from incomplete(on)


def unscheduling(on: Subject) -> Obstacles:
    """Letting the text not go out by itself after all."""
    yield _not_an_editor(on)
    schedule: Row = aliased(Schedule)
    set_for = select(schedule.id).where(schedule.translation_id == on.text.id, is_in_force(schedule, on.text))
    yield Obstacle(NotScheduled, ~exists(weighed(set_for, schedule)), {"locale": on.text.locale}, IN_LOCALE)


def publishing_what_was_public(on: Subject) -> Obstacles:
    """As publishing, for an import: photos of which nobody has said what they show go out as they are."""
    return (obstacle for obstacle in publishing(on) if obstacle.refusal is not AlternativeMissing)


def incomplete(on: Subject) -> Obstacles:
    """What a text still lacks before it can go out."""
    locale = on.text.locale
    yield Obstacle(NothingToPublish, on.newest.title == "", {"locale": locale, "part": "title"}, IN_LOCALE)
    has_words = func.btrim(on.newest.plain_text, SPACES) != ""
    shows = func.jsonb_path_exists(on.newest.body, SHOWS_WITHOUT_WORDS)
    yield Obstacle(NothingToPublish, unless(or_(has_words, shows)), {"locale": locale, "part": "body"}, IN_LOCALE)
    photo = on.undescribed.c
    details = {"file_name": photo.file_name, "block": photo.block}
    yield Obstacle(AlternativeMissing, photo.block.is_not(None), details)
    byline: Row = aliased(models.Byline)
    named = exists(weighed(select(byline.id).where(byline.post_id == on.post.id)))
    kind = case({kind.name: said for kind, said in SIGNED.items()}, value=on.post.kind)
    yield Obstacle(BylineMissing, and_(on.post.kind.in_(SIGNED), ~named), {"kind": kind})


def unpublishing(on: Subject) -> Obstacles:
    """Taking the text back; with the authentic one, the whole post."""
    yield _not_an_editor(on)
    is_live = on.text.state == PublicationState.LIVE
    yield Obstacle(NotPublished, unless(is_live), {"locale": on.text.locale}, IN_LOCALE)


def _may_write(on: Subject) -> ColumnElement[bool]:
    """Editors of its mission; authors, what they began themselves."""
    is_own = on.post.created_by_id == on.viewer.account_id
    here = on.post.mission_id
    return or_(on.viewer.has(Role.EDITOR, here), and_(is_own, on.viewer.has(Role.AUTHOR, here)))


def _not_a_writer(on: Subject) -> Obstacle:
    """Whoever may write the post, or translate for its mission into any language, may write some text of it."""
    may_write = or_(_may_write(on), on.viewer.has(Role.TRANSLATOR, on.post.mission_id))
    return Obstacle(NotAllowed, unless(may_write), {"verb": "change this post", "role": "editor"}, IN_POST)


def _not_theirs(what: Any, stands: ColumnElement[bool]) -> Obstacle:
    verb = func.concat("change ", what, " of this post")
    return Obstacle(NotAllowed, stands, {"verb": verb, "role": "editor"}, IN_LOCALE)


def _not_an_editor(on: Subject) -> Obstacle:
    details = {"verb": "publish or take back this post", "role": "editor"}
    return Obstacle(NotAllowed, unless(on.viewer.has(Role.EDITOR, on.post.mission_id)), details, IN_POST)


def _already_published(on: Subject) -> Obstacle:
    shows_newest = on.text.revision_number == on.text.newest_revision_number
    is_live = on.text.state == PublicationState.LIVE
    return Obstacle(AlreadyPublished, and_(is_live, shows_newest), {"locale": on.text.locale}, IN_LOCALE)


def _follows_what_is_not_public(on: Subject) -> ColumnElement[bool]:
    return and_(~on.text.is_authentic, on.post.state != PublicationState.LIVE)


def _authentic_locale(on: Subject) -> ColumnElement[str]:
    authentic: Row = aliased(models.Translation)
    its = select(authentic.locale).where(authentic.post_id == on.post.id, authentic.is_authentic)
    return weighed(its).scalar_subquery()
