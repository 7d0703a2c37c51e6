"""Posts, their texts, bylines and photo placements as GraphQL."""

import enum
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from sqlalchemy import all_, and_, func, select
from sqlalchemy.orm import aliased
from strawberry.scalars import JSON

from schema.declaring import column, connection, enum_type, field, object_type
from schema.media.types import Photo
from schema.missions.types import Mission
from schema.paging import Connection, Node
from schema.people.types import Person
from schema.posts import models
from schema.posts.blocks import Block
from schema.posts.choices import AlternativeChoice, BylineRole, CommentPolicy, PostKind, PublicationState
from schema.posts.languages import BesideSource, InLanguages
from schema.posts.notices import NoticesOfPost, NoticesOfTranslation
from schema.posts.permissions import ViewerCan, of_post, of_text
from schema.posts.reviews import Review, last_review, reviews_of
from schema.posts.revisions import Revision, with_absolute_addresses
from schema.posts.statements import StatementOfTranslation
from schema.posts.text_history import TextHistory
from schema.schedules import models as models_of_schedules
from schema.schedules.access import is_in_force
from schema.schedules.types import Schedule
from schema.sources import (
    Each,
    First,
    OneOf,
    Row,
    any_readable,
    count_readable,
    fact,
    filtered,
    in_languages,
    language_chain,
    ordered,
    readable,
    rows_of,
    sql,
)
from schema.topics.models import Tag as TagRow
from schema.topics.models import Topic as TopicRow
from schema.topics.types import Tag, Topic

if TYPE_CHECKING:
    from schema.comments.filters import CommentFilter, CommentOrder
    from schema.comments.types import Comment
    from schema.previews.types import PreviewLink


@enum_type
class Direction(enum.Enum):
    """The direction a text is written in, as HTML's `dir` wants it."""

    ltr = "ltr"
    rtl = "rtl"


@object_type
class Body:
    """A text, in four forms of the same thing."""

    word_count: int = column("How many words it has, captions included.")

    @field
    def blocks(self) -> list[Block]:
        """Its blocks in order, each of its own type."""
        return sql(Each(sql(self).blocks, sql(self)))

    @field
    def json(self) -> JSON:
        """The document as it is stored: ProseMirror JSON, for editors."""
        return sql(self).body

    @field
    def html(self, info: strawberry.Info) -> str:
        """The whole text as HTML; safe to show. Addresses of photos are absolute."""
        return sql(with_absolute_addresses(sql(self).html, info.context.public_url))

    @field
    def text(self) -> str:
        """The whole text without any marks."""
        return sql(self).plain_text


@object_type
class Placement(Node):
    """One use of a photo in a text, with what is said of it there and in that language."""

    position: int = column("1 for the first photo of the text.")
    block_id: str = column("The block of the text that holds it.")
    photo: Photo | None = column("The photo.")
    caption_html: str = column("What is written under it, as HTML; safe to show, empty when there is nothing.")
    alternative: AlternativeChoice | None = column(
        "How somebody who cannot see it learns what it shows; null while nobody has chosen."
    )
    alternative_text: str | None = column(
        "A description for people who cannot see it; null when the text or the choice makes it needless."
    )
    translation: "Translation | None" = column("The text it stands in.")

    @field
    def caption(self) -> str:
        """What is written under it, without marks; empty when there is nothing."""
        return sql(self).caption_text

    @field
    def credit(self) -> str | None:
        """Who made it: as said here, else as the photo itself says."""
        photo = rows_of("Photo")
        own = readable(select(photo.credit).where(photo.id == sql(self).photo_id)).scalar_subquery()
        return sql(func.coalesce(sql(self).credit, own))


@object_type
class Translation(StatementOfTranslation, TextHistory, NoticesOfTranslation, BesideSource, Node):
    """A post's text in one language; once it is withdrawn, what stands in its place."""

    locale: str = column("Its language, as a BCP 47 tag.")
    direction: Direction = column("The direction it is written in.")
    is_authentic: bool = column("Whether this is the text that counts when two differ.")
    state: PublicationState = column("Whether it is public.")
    slug: str = column("The last part of its address; unique in the mission.")
    title: str = column("The title; empty once it is withdrawn, unless it was kept.")
    summary: str = column("The summary; may be empty.")
    published_at: datetime | None = column("When what is shown went live; null for a draft.")
    revision_number: int = column("Which revision is shown, or was until it was withdrawn.")
    post: "Post | None" = column("The post.")

    @field
    def newest_revision_number(self) -> int:
        """Which revision the next save must start from; to whoever may not read drafts, the one that is shown."""
        newest = aliased(models.Revision)
        is_newest = (newest.translation_id == sql(self).id, newest.number == sql(self).newest_revision_number)
        number = readable(select(newest).where(*is_newest)).with_only_columns(newest.number, maintain_column_froms=True)
        return sql(func.coalesce(number.scalar_subquery(), sql(self).revision_number))

    @field
    def is_fallback(self) -> bool:
        """Whether it stands in for the language that was asked for first."""
        return sql(fact(sql(self), "is_fallback", False))

    @field
    def body(self) -> Body:
        """The text."""
        return sql(self)

    @field
    def placements(self) -> list[Placement]:
        """Its photos in reading order."""
        placement = aliased(models.Placement)
        here = select(placement).where(placement.translation_id == sql(self).id)
        return sql(here.order_by(placement.position))

    @field
    def draft(self) -> Revision | None:
        """What was saved since it went live; null when there is nothing, and for visitors."""
        return sql(
            select(saved := aliased(models.Revision)).where(
                saved.translation_id == sql(self).id,
                saved.number == sql(self).newest_revision_number,
                sql(self).newest_revision_number > sql(self).revision_number,
            )
        )

    @field
    def review(self) -> Review | None:
        """Where its newest revision stands on its way out; null when it was not submitted, and for visitors."""
        return sql(last_review(sql(self)))

    @connection
    def reviews(self) -> Connection[Review]:
        """Every time it was put before somebody, the latest first; empty for visitors."""
        return sql(reviews_of(sql(self)))

    @field
    def viewer_can(self) -> ViewerCan:
        """What you may do with it now, and why not."""
        return sql(of_text(sql(self)))

    @field
    def schedule(self) -> Schedule | None:
        """When the newest state of it is to go out by itself; null when nobody said, and for visitors."""
        schedule = aliased(models_of_schedules.Schedule)
        still = (schedule.translation_id == sql(self).id, is_in_force(schedule, sql(self)))
        return sql(First(select(schedule).where(*still), is_limited=False))

    @connection
    def preview_links(
        self,
    ) -> Connection[Annotated["PreviewLink", strawberry.lazy("schema.previews.types")]]:
        """The links that show it before it is public, the newest first; empty for whoever may not write."""
        link = rows_of("PreviewLink")
        return sql(select(link).where(link.translation_id == sql(self).id).order_by(link.id.desc()))


BylineSubject = Annotated[Person | Mission, strawberry.union("BylineSubject", description="Who is named.")]


@object_type
class Byline(Node):
    """One name over a post."""

    position: int = column("1 for the first.")
    role: BylineRole = column("What they did for it.")
    is_personal: bool = column("Whether it was written in a personal capacity, without an office.")
    person: Person | None = column("The person; null when a mission is named.")
    mission: Mission | None = column("The mission; null when a person is named.")

    @field
    def subject(self) -> BylineSubject | None:
        """Whoever is named: a person, or a whole mission."""
        person, mission = rows_of("Person"), rows_of("Mission")
        return sql(
            OneOf(
                {
                    "Person": select(person).where(person.id == sql(self).person_id),
                    "Mission": select(mission).where(mission.id == sql(self).mission_id),
                }
            )
        )

    @field
    def office(self, locales: list[str] | None = None) -> str | None:
        """The office held when the post was published; null for none, and while it is a draft."""
        return in_languages(sql(self).offices, sql(self).office, locales)


@object_type
class Redirect:
    """Where an address leads now."""

    slug: str = column("The address to use instead.")
    locale: str = column("The language of the text there.")


@object_type
class Post(NoticesOfPost, InLanguages, Node):
    """A piece of writing. Its title, summary and text are the authentic ones; see `translation` for others.

    A withdrawn one stays at its address: `withdrawal` says why, and there are no words, names or comments.
    """

    kind: PostKind = column("What sort of writing it is.")
    state: PublicationState = column("Whether it is public.")
    mission: Mission = column("The mission that wrote it.")
    comment_policy: CommentPolicy = column("Who may comment, and when it is seen.")
    updated_at: datetime = column("When it last changed in public; for a draft, when it was last saved.")
    bylines: list[Byline] = column("Who is named over it, in order.")

    @field
    def published_at(self) -> datetime | None:
        """When it was first public; null for a draft."""
        return sql(self).first_published_at

    @field
    def title(self) -> str:
        """The authentic title; empty once it is withdrawn, unless it was kept."""
        return sql(_authentic(self, "title"))

    @field
    def summary(self) -> str:
        """The authentic summary; may be empty."""
        return sql(_authentic(self, "summary"))

    @field
    def slug(self) -> str:
        """The last part of its address in the authentic language; unique in the mission."""
        return sql(_authentic(self, "slug"))

    @field
    def locale(self) -> str:
        """The language of the authentic text, as a BCP 47 tag."""
        return sql(_authentic(self, "locale"))

    @field
    def direction(self) -> Direction:
        """The direction the authentic text is written in."""
        return sql(_authentic(self, "direction"))

    @field
    def body(self) -> Body | None:
        """The authentic text."""
        text, texts = _texts(self)
        return sql(First(texts.where(text.is_authentic), is_limited=False))

    @field
    def placements(self) -> list[Placement]:
        """The photos of the authentic text in reading order."""
        translation, placement = aliased(models.Translation), aliased(models.Placement)
        text = readable(select(translation.id).where(translation.post_id == sql(self).id, translation.is_authentic))
        here = select(placement).where(placement.translation_id == text.scalar_subquery())
        return sql(here.order_by(placement.position))

    @field
    def translation(self, locales: list[str]) -> Translation | None:
        """The text in the first of `locales` it can be read in, else the authentic one.

        A tag also stands for its more general forms: fr-CA finds fr. A withdrawn text is passed over while there is
        another.
        """
        chain, first_choices = language_chain(locales), language_chain(locales, is_first_only=True)
        row, texts = _texts(self)
        place = func.coalesce(func.array_position(chain, row.locale), 1000)
        is_withdrawn = row.state == PublicationState.WITHDRAWN
        best = texts.order_by(is_withdrawn, place, row.is_authentic.desc(), row.locale)
        is_fallback = and_(row.locale != all_(first_choices), func.cardinality(first_choices) > 0)
        return sql(First(best, {"is_fallback": lambda served: is_fallback}))

    @field
    def translations(self) -> list[Translation]:
        """The text in every language it can be read in, the authentic one first."""
        row, texts = _texts(self)
        return sql(texts.order_by(row.is_authentic.desc(), row.locale))

    @field
    def is_featured(self) -> bool:
        """Whether it stands on the front of its mission now."""
        feature = aliased(models.Feature)
        return sql(any_readable(select(feature).where(feature.post_id == sql(self).id)))

    @field
    def topics(self) -> list[Topic]:
        """What it is filed under, by name."""
        topic, filed = aliased(TopicRow), aliased(models.PostTopic)
        on = readable(select(filed.topic_id).where(filed.post_id == sql(self).id))
        return sql(select(topic).where(topic.id.in_(on)).order_by(topic.name, topic.id))

    @field
    def tags(self) -> list[Tag]:
        """Its tags, by name."""
        tag, tagged = aliased(TagRow), aliased(models.PostTag)
        on = readable(select(tagged.tag_id).where(tagged.post_id == sql(self).id))
        return sql(select(tag).where(tag.id.in_(on)).order_by(tag.name, tag.id))

    @field
    def redirect(self, slug: str) -> Redirect | None:
        """Where this address of the post has moved; null while it is current, or is none of the post's.

        Args:
            slug: The address that was asked for, as `Query.post` takes it.
        """
        address, text = aliased(models.Address), aliased(models.Translation)
        moved = select(address.translation_id).where(
            address.mission_id == sql(self).mission_id, address.path == slug, address.is_current.is_(False)
        )
        moved_to = readable(moved).scalar_subquery()
        return sql(First(select(text).where(text.post_id == sql(self).id, text.id == moved_to), is_limited=False))

    @field
    def viewer_can(self) -> ViewerCan:
        """What you may do with it and with its authentic text now, and why not."""
        return sql(of_post(sql(self)))

    @connection
    def comments(
        self,
        filter: Annotated["CommentFilter", strawberry.lazy("schema.comments.filters")] | None = None,
        order: Annotated["CommentOrder", strawberry.lazy("schema.comments.filters")] | None = None,
    ) -> Connection[Annotated["Comment", strawberry.lazy("schema.comments.types")]]:
        """The thread, top level only; each comment has its replies. Oldest first unless asked otherwise."""
        comment = rows_of("Comment")
        keys = ordered(comment, order, comment.written_at, comment.id)
        top = select(comment).where(comment.post_id == sql(self).id, comment.parent_id.is_(None))
        return sql(filtered(top, comment, filter).order_by(*keys))

    @field
    def comment_count(self) -> int:
        """How many comments you can read, replies included."""
        comment = rows_of("Comment")
        return sql(count_readable(select(comment).where(comment.post_id == sql(self).id)))


def _texts(post: Any) -> tuple[Row, Any]:
    """The row of a post's texts, and the statement that reads them."""
    text = aliased(models.Translation)
    return text, select(text).where(text.post_id == post.id)


def _authentic(post: Any, name: str) -> Any:
    text = aliased(models.Translation)
    own = select(getattr(text, name)).where(text.post_id == post.id, text.is_authentic)
    return readable(own).scalar_subquery()
