"""Tables of posts, their texts, addresses, bylines and photo placements."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Computed,
    ForeignKey,
    Index,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, REGCONFIG, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.accounts.models import Account
from schema.base import Base, one_of
from schema.clearance.models import Clearance
from schema.kinds import PostKind
from schema.media.models import Photo
from schema.missions.models import Mission
from schema.people.models import Person
from schema.posts.states import (
    PUBLIC as PUBLIC,
)
from schema.posts.states import (
    WITHDRAWALS as WITHDRAWALS,
)
from schema.posts.states import (
    AlternativeChoice as AlternativeChoice,
)
from schema.posts.states import (
    BylineRole as BylineRole,
)
from schema.posts.states import (
    CommentPolicy as CommentPolicy,
)
from schema.posts.states import (
    NoticeKind as NoticeKind,
)
from schema.posts.states import (
    PublicationState as PublicationState,
)
from schema.posts.states import (
    ReviewKind as ReviewKind,
)
from schema.posts.states import (
    ReviewState as ReviewState,
)
from schema.posts.states import (
    Verdict as Verdict,
)
from schema.topics.models import Tag, Topic

PUBLIC_ONLY = text("state in ('LIVE', 'WITHDRAWN')")
STANDING_WITHDRAWAL = text("kind in ('WITHDRAWN', 'RETRACTION') and ended_at is null")


class Post(Base):
    """One row is one piece of writing. Its words are in its translations; it is public when the authentic one is."""

    __tablename__ = "posts"
    __table_args__ = (
        Index("ix_posts_public_newest", text("sort_at desc"), text("id desc"), postgresql_where=PUBLIC_ONLY),
        Index("ix_posts_mission_newest", "mission_id", text("sort_at desc"), text("id desc")),
        Index("ix_posts_kind_newest", "kind", text("sort_at desc"), text("id desc")),
        Index("ix_posts_recently_changed", text("updated_at desc"), text("id desc")),
        Index(None, "created_by_id"),
        CheckConstraint("(state = 'DRAFT') = (first_published_at is null)", name="live_posts_have_a_date"),
    )

    mission_id: Mapped[UUID] = mapped_column(ForeignKey("missions.id"))
    kind: Mapped[PostKind] = mapped_column(one_of(PostKind))
    state: Mapped[PublicationState] = mapped_column(
        one_of(PublicationState), server_default="DRAFT", doc="The state of the authentic translation."
    )
    first_published_at: Mapped[datetime | None] = mapped_column(doc="Null until it was first public.")
    sort_at: Mapped[datetime] = mapped_column(
        Computed("coalesce(first_published_at, '9999-01-01 00:00:00+00'::timestamptz)", persisted=True),
        doc="first_published_at, with drafts after everything that has one.",
    )
    comment_policy: Mapped[CommentPolicy] = mapped_column(one_of(CommentPolicy), server_default="OPEN")
    created_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("accounts.id"), doc="The account that began it; null for an import."
    )

    mission: Mapped[Mission] = relationship(lazy="raise")
    created_by: Mapped[Account | None] = relationship(lazy="raise")
    translations: Mapped[list["Translation"]] = relationship(
        lazy="raise", back_populates="post", order_by="(Translation.is_authentic.desc(), Translation.locale)"
    )
    bylines: Mapped[list["Byline"]] = relationship(lazy="raise", order_by="Byline.position")

    @classmethod
    def listed(cls, row: Any) -> ColumnElement[bool]:
        """What is withdrawn stays at its address and leaves the lists."""
        is_listed: ColumnElement[bool] = row.state != PublicationState.WITHDRAWN
        return is_listed


class Translation(Base):
    """One row is a post's text in one language, as it is shown.

    Once live it changes only by publishing: what is saved later waits in the newest revision. ``blocks``, ``html``
    and ``plain_text`` are made from ``body`` in the same write. A withdrawn text holds its tombstone: its words are in
    its revisions only.
    """

    __tablename__ = "translations"
    __table_args__ = (
        UniqueConstraint("post_id", "locale"),
        Index("uq_translations_authentic", "post_id", unique=True, postgresql_where=text("is_authentic")),
        Index(None, "search", postgresql_using="gin"),
        Index("ix_translations_public_locale", "locale", "post_id", postgresql_where=PUBLIC_ONLY),
        CheckConstraint("state <> 'LIVE' or published_at is not null", name="live_texts_have_a_date"),
    )

    post_id: Mapped[UUID] = mapped_column(ForeignKey("posts.id"))
    locale: Mapped[str] = mapped_column(doc="BCP 47, canonical.")
    direction: Mapped[str] = mapped_column(doc="ltr or rtl.")
    is_authentic: Mapped[bool]
    state: Mapped[PublicationState] = mapped_column(one_of(PublicationState), server_default="DRAFT")
    slug: Mapped[str] = mapped_column(doc="The last part of its address; unique in the mission (see Address).")
    title: Mapped[str]
    summary: Mapped[str]
    body: Mapped[dict[str, Any]] = mapped_column(JSONB, doc="ProseMirror JSON, normalised by schema/posts/body.")
    blocks: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    html: Mapped[str] = mapped_column(Text)
    plain_text: Mapped[str] = mapped_column(Text)
    word_count: Mapped[int]
    revision_number: Mapped[int] = mapped_column(doc="Which revision is shown here, or was until it was withdrawn.")
    newest_revision_number: Mapped[int] = mapped_column(doc="Which revision a save must start from.")
    revision_count: Mapped[int] = mapped_column(doc="How many there are, side drafts included.")
    published_at: Mapped[datetime | None] = mapped_column(doc="When what is shown here went live.")
    search_configuration: Mapped[str] = mapped_column(REGCONFIG)
    search_text: Mapped[str] = mapped_column(Text, doc="Title, summary and text with accents folded.")
    search: Mapped[str] = mapped_column(
        TSVECTOR,
        Computed(
            "setweight(to_tsvector(search_configuration, title), 'A')"
            " || setweight(to_tsvector(search_configuration, summary), 'B')"
            " || setweight(to_tsvector(search_configuration, search_text), 'C')",
            persisted=True,
        ),
    )

    post: Mapped[Post] = relationship(lazy="raise", back_populates="translations")
    placements: Mapped[list["Placement"]] = relationship(
        lazy="raise", back_populates="translation", order_by="Placement.position"
    )


class Revision(Base):
    """One row is one numbered state of a translation; it never changes, and goes only with a draft nobody has seen."""

    __tablename__ = "revisions"
    __table_args__ = (
        UniqueConstraint("translation_id", "number"),
        Index(None, "account_id", postgresql_where=text("account_id is not null")),
    )

    translation_id: Mapped[UUID] = mapped_column(ForeignKey("translations.id", ondelete="CASCADE"))
    number: Mapped[int]
    base_number: Mapped[int | None] = mapped_column(doc="The revision it started from; null for the first.")
    is_side_draft: Mapped[bool] = mapped_column(
        server_default=text("false"), doc="Kept because its base was no longer the newest; nobody's text is lost."
    )
    event: Mapped[str] = mapped_column(doc="What made it: post.draft_saved, post.published …")
    title: Mapped[str]
    summary: Mapped[str]
    body: Mapped[dict[str, Any]] = mapped_column(JSONB)
    html: Mapped[str] = mapped_column(Text)
    plain_text: Mapped[str] = mapped_column(Text)
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    actor_name: Mapped[str]
    merged_into_number: Mapped[int | None] = mapped_column(
        doc="The revision that holds this text together with what others had saved; null where it is the text itself."
    )
    blocks: Mapped[list[dict[str, Any]] | None] = mapped_column(
        JSONB(none_as_null=True),
        doc="Its blocks, as those of a translation, when it was saved beside a public text; else the text has them.",
    )
    origins: Mapped[dict[str, Any] | None] = mapped_column(
        JSONB(none_as_null=True),
        doc="What each part of the authentic text is here, as schema/posts/origins.py keeps it; null there.",
    )

    translation: Mapped[Translation] = relationship(lazy="raise")


class Review(Base):
    """One row is one time that an exact revision was put before somebody, or went out to be looked at afterwards."""

    __tablename__ = "reviews"
    __table_args__ = (
        Index("uq_reviews_pending", "translation_id", "kind", unique=True, postgresql_where=text("state = 'PENDING'")),
        Index(None, "translation_id", "revision_number", "id"),
        Index(None, "submitted_at", "id"),
        Index(None, "due_at", "id", postgresql_where=text("state = 'PENDING' and due_at is not null")),
        Index(None, "submitted_by_id", postgresql_where=text("submitted_by_id is not null")),
        Index(None, "decided_by_id", postgresql_where=text("decided_by_id is not null")),
        CheckConstraint("(kind = 'AFTER') = (due_at is not null)", name="due_when_it_comes_after"),
        CheckConstraint("(state = 'PENDING') = (decided_at is null)", name="decided_at_a_moment"),
    )

    translation_id: Mapped[UUID] = mapped_column(ForeignKey("translations.id", ondelete="CASCADE"))
    revision_number: Mapped[int]
    kind: Mapped[ReviewKind] = mapped_column(one_of(ReviewKind))
    clearance: Mapped[Clearance] = mapped_column(
        one_of(Clearance), doc="The policy under which it was put; once it is cleared, under which that was done."
    )
    state: Mapped[ReviewState] = mapped_column(one_of(ReviewState), server_default="PENDING")
    submitted_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("accounts.id"), doc="Who put it before others; of what went out first, who published it."
    )
    submitted_by: Mapped[str]
    submitted_at: Mapped[datetime]
    emergency: Mapped[str | None] = mapped_column(doc="Why it went out without clearance.")
    due_at: Mapped[datetime | None]
    escalated_at: Mapped[datetime | None] = mapped_column(doc="When it was noted that nobody had looked in time.")
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None] = mapped_column(doc="Also when it lapsed.")
    remarks: Mapped[str | None] = mapped_column(Text)
    published_at: Mapped[datetime | None] = mapped_column(doc="When the revision went out.")

    translation: Mapped[Translation] = relationship(lazy="raise")


class Address(Base):
    """One row is one address at which a text can be asked for: its slug, an old slug, a path on an imported site."""

    __tablename__ = "addresses"
    __table_args__ = (
        UniqueConstraint("mission_id", "path"),
        Index(None, "translation_id"),
        Index("uq_addresses_current", "translation_id", unique=True, postgresql_where=text("is_current")),
    )

    mission_id: Mapped[UUID] = mapped_column(ForeignKey("missions.id"))
    path: Mapped[str] = mapped_column(doc="A slug, or a path beginning with / for an address from elsewhere.")
    translation_id: Mapped[UUID] = mapped_column(ForeignKey("translations.id", ondelete="CASCADE"))
    is_current: Mapped[bool]

    translation: Mapped[Translation] = relationship(lazy="raise")


class Byline(Base):
    """One row is one name over a post: a person, or a whole mission."""

    __tablename__ = "bylines"
    __table_args__ = (
        UniqueConstraint("post_id", "position", deferrable=True, initially="DEFERRED"),
        Index(None, "person_id", "post_id"),
        Index(None, "mission_id", "post_id"),
        CheckConstraint("num_nonnulls(person_id, mission_id) = 1", name="names_one_person_or_mission"),
    )

    post_id: Mapped[UUID] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(SmallInteger, doc="1 for the first.")
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    mission_id: Mapped[UUID | None] = mapped_column(ForeignKey("missions.id"))
    role: Mapped[BylineRole] = mapped_column(one_of(BylineRole))
    is_personal: Mapped[bool] = mapped_column(
        server_default=text("false"), doc="Written in a personal capacity: no office is shown."
    )
    office: Mapped[str | None] = mapped_column(
        doc="The office held when the post was first published; null while it is a draft, and for none."
    )
    offices: Mapped[dict[str, str]] = mapped_column(JSONB, server_default=text("'{}'::jsonb"))

    post: Mapped[Post] = relationship(lazy="raise", back_populates="bylines")
    person: Mapped[Person | None] = relationship(lazy="raise")
    mission: Mapped[Mission | None] = relationship(lazy="raise")


class Placement(Base):
    """One row is one use of a photo in a text as it is shown, made from the body in the same write."""

    __tablename__ = "placements"
    __table_args__ = (
        UniqueConstraint("translation_id", "block_id"),
        UniqueConstraint("translation_id", "position", deferrable=True, initially="DEFERRED"),
        Index(None, "photo_id", "translation_id"),
    )

    translation_id: Mapped[UUID] = mapped_column(ForeignKey("translations.id", ondelete="CASCADE"))
    photo_id: Mapped[UUID] = mapped_column(ForeignKey("photos.id"))
    block_id: Mapped[str]
    position: Mapped[int] = mapped_column(SmallInteger, doc="1 for the first photo of the text.")
    caption_html: Mapped[str] = mapped_column(Text, doc="Empty when there is none.")
    caption_text: Mapped[str] = mapped_column(Text)
    credit: Mapped[str | None] = mapped_column(doc="Instead of the photo's own credit, in this use.")
    alternative: Mapped[AlternativeChoice | None] = mapped_column(
        one_of(AlternativeChoice), doc="Null while nobody has chosen."
    )
    alternative_text: Mapped[str | None]

    translation: Mapped[Translation] = relationship(lazy="raise", back_populates="placements")
    photo: Mapped[Photo] = relationship(lazy="raise")


class Notice(Base):
    """One row is one public note on a post, or on one of its texts: what was corrected, withdrawn, restored."""

    __tablename__ = "notices"
    __table_args__ = (
        Index("ix_notices_post_newest", "post_id", text("noted_at desc"), text("id desc")),
        Index(None, "translation_id", postgresql_where=text("translation_id is not null")),
        Index(None, "superseded_by_id", postgresql_where=text("superseded_by_id is not null")),
        Index(
            "uq_notices_standing_withdrawal",
            "post_id",
            "translation_id",
            unique=True,
            postgresql_nulls_not_distinct=True,
            postgresql_where=STANDING_WITHDRAWAL,
        ),
        CheckConstraint("kind <> 'SUPERSEDED' or superseded_by_id is not null", name="superseded_by_something"),
    )

    post_id: Mapped[UUID] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    translation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("translations.id", ondelete="CASCADE"), doc="The text it is about; null for the post in every one."
    )
    kind: Mapped[NoticeKind] = mapped_column(one_of(NoticeKind))
    locale: Mapped[str] = mapped_column(doc="The language of the note, BCP 47.")
    note: Mapped[str] = mapped_column(Text)
    notes: Mapped[dict[str, str]] = mapped_column(
        JSONB, server_default=text("'{}'::jsonb"), doc="The note in other languages, by language tag."
    )
    noted_at: Mapped[datetime]
    revision_before: Mapped[int | None] = mapped_column(doc="The revision that was shown; null for the whole post.")
    revision_after: Mapped[int | None] = mapped_column(doc="The revision shown since; null when none is.")
    superseded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("posts.id"), doc="What to read instead.")
    ended_at: Mapped[datetime | None] = mapped_column(doc="When a withdrawal was taken back; null while it stands.")

    translation: Mapped[Translation | None] = relationship(lazy="raise")
    superseded_by: Mapped[Post | None] = relationship(lazy="raise", foreign_keys=superseded_by_id)


class Feature(Base):
    """One row puts a live post on the front of its mission."""

    __tablename__ = "features"
    __table_args__ = (
        UniqueConstraint("post_id"),
        UniqueConstraint("mission_id", "position", deferrable=True, initially="DEFERRED"),
    )

    mission_id: Mapped[UUID] = mapped_column(ForeignKey("missions.id"))
    post_id: Mapped[UUID] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(SmallInteger, doc="1 for the first.")
    until: Mapped[datetime | None] = mapped_column(doc="From then on it is there no more; null for no end.")


class PostTopic(Base):
    """One row puts a post under a topic."""

    __tablename__ = "post_topics"
    __table_args__ = (UniqueConstraint("post_id", "topic_id"), Index(None, "topic_id", "post_id"))

    post_id: Mapped[UUID] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    topic_id: Mapped[UUID] = mapped_column(ForeignKey("topics.id"))

    topic: Mapped[Topic] = relationship(lazy="raise")


class PostTag(Base):
    """One row puts a tag on a post."""

    __tablename__ = "post_tags"
    __table_args__ = (UniqueConstraint("post_id", "tag_id"), Index(None, "tag_id", "post_id"))

    post_id: Mapped[UUID] = mapped_column(ForeignKey("posts.id", ondelete="CASCADE"))
    tag_id: Mapped[UUID] = mapped_column(ForeignKey("tags.id"))

    tag: Mapped[Tag] = relationship(lazy="raise")


class ImportedRecord(Base):
    """One row remembers which foreign record became which row, so that importing again changes nothing."""

    __tablename__ = "imported_records"
    __table_args__ = (UniqueConstraint("mission_id", "source", "foreign_key"),)

    mission_id: Mapped[UUID] = mapped_column(ForeignKey("missions.id"))
    source: Mapped[str]
    foreign_key: Mapped[str] = mapped_column(doc="The source's own key, with its kind.")
    subject_type: Mapped[str]
    subject_id: Mapped[UUID]
    digest: Mapped[str] = mapped_column(doc="SHA-256 of the foreign record; another one means it was edited there.")
