"""Public notes on what was public before, as GraphQL: what posts and their texts show of them."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from schema.declaring import column, field, object_type
from schema.paging import Node
from schema.posts import models
from schema.posts.access import is_standing_withdrawal
from schema.posts.choices import NoticeKind, PublicationState
from schema.sources import First, Row, in_languages, sql

if TYPE_CHECKING:
    from schema.posts.types import Post, Translation


@object_type
class Notice(Node):
    """What the public is told of a text beside its words: a correction, a withdrawal, what to read instead."""

    kind: NoticeKind = column("What is told.")
    locale: str = column("The language of the note, as a BCP 47 tag.")
    noted_at: datetime = column("When it was said.")
    translation: Annotated["Translation", strawberry.lazy("schema.posts.types")] | None = column(
        "The text it is about; null when it is about the post in every language."
    )
    revision_before: int | None = column("Which revision was shown before; null for the whole post.")
    revision_after: int | None = column("Which revision is shown since; null for the whole post, and while none is.")
    superseded_by: Annotated["Post", strawberry.lazy("schema.posts.types")] | None = column(
        "What to read instead; null when nothing was named, and while it is not public."
    )

    @field
    def note(self, locales: list[str] | None = None) -> str:
        """What is said, in the first of `locales` it was said in, else as it was first written."""
        return in_languages(sql(self).notes, sql(self).note, locales)


@object_type
class NoticesOfPost:
    """What a post shows of its notices."""

    @field
    def notices(self) -> list[Notice]:
        """Public notes on it in any language, the newest first: show them wherever you show its words.

        Of a withdrawn post only the withdrawal is left.
        """
        notice = aliased(models.Notice)
        return sql(_newest_first(select(notice).where(notice.post_id == sql(self).id), notice))

    @field
    def withdrawal(self) -> Notice | None:
        """The notice that stands in its place, once it is withdrawn; null until then."""
        notice = aliased(models.Notice)
        standing = select(notice).where(
            notice.post_id == sql(self).id,
            notice.translation_id.is_(None),
            is_standing_withdrawal(notice),
            sql(self).state == PublicationState.WITHDRAWN,
        )
        return sql(First(standing, is_limited=False))


@object_type
class NoticesOfTranslation:
    """What a text shows of its notices."""

    @field
    def notices(self) -> list[Notice]:
        """Public notes on it and on the whole post, the newest first: show them wherever you show its words.

        Of a withdrawn text only the withdrawal is left.
        """
        notice = aliased(models.Notice)
        return sql(_newest_first(_of_text(self, notice), notice))

    @field
    def withdrawal(self) -> Notice | None:
        """The notice that stands in its place, once it or the whole post is withdrawn; null until then."""
        notice = aliased(models.Notice)
        standing = _of_text(self, notice).where(
            is_standing_withdrawal(notice), sql(self).state == PublicationState.WITHDRAWN
        )
        return sql(First(standing.order_by(notice.translation_id.nulls_last())))


def _of_text(text: Row, notice: Row) -> Any:
    of_this = or_(notice.translation_id == text.id, notice.translation_id.is_(None))
    return select(notice).where(notice.post_id == text.post_id, of_this)


def _newest_first(notices: Any, notice: Row) -> Any:
    return notices.order_by(notice.noted_at.desc(), notice.id.desc())
