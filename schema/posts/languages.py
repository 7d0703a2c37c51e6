"""How far a post is in each language, as GraphQL."""

import enum
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Text,
    Uuid,
    and_,
    case,
    cast,
    column,
    func,
    literal,
    literal_column,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlalchemy.orm import aliased

from schema.declaring import column as member
from schema.declaring import enum_type, field, object_type
from schema.posts import models
from schema.posts.comparison import Comparison
from schema.posts.models import PublicationState
from schema.posts.sidebyside import ComparedBlock, side_by_side
from schema.sources import Each, First, Readable, Row, any_readable, combined, known_locale, readable, rows_of, sql

if TYPE_CHECKING:
    from schema.posts.types import Translation

MOST_LANGUAGES = 5
"""How many languages a post is counted for."""


@enum_type
class LanguageState(enum.Enum):
    """How far a post is in one language."""

    MISSING = "missing"
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    LIVE = "live"
    OUTDATED = "outdated"

    def holds(self, text: Row) -> ColumnElement[bool]:
        """Whether a text is this far; there is none that is missing."""
        is_live, is_behind, is_submitted = text.state == PublicationState.LIVE, is_outdated(text), _is_submitted(text)
        return {
            LanguageState.DRAFT: and_(~is_live, ~is_submitted),
            LanguageState.IN_REVIEW: and_(~is_live, is_submitted),
            LanguageState.LIVE: and_(is_live, ~is_behind),
            LanguageState.OUTDATED: and_(is_live, is_behind),
        }[self]


WITH_A_TEXT = (LanguageState.DRAFT, LanguageState.IN_REVIEW, LanguageState.OUTDATED, LanguageState.LIVE)
"""The states of texts: of each text exactly one holds."""


def is_outdated(text: Row) -> ColumnElement[bool]:
    """Whether a text that is public lags behind what the authentic one says in public."""
    comparison = aliased(Comparison)
    behind = select(comparison).where(comparison.is_public, comparison.outdated_count > 0)
    return any_readable(behind.where(comparison.translation_id == text.id, text.state == PublicationState.LIVE))


def _is_submitted(text: Row) -> ColumnElement[bool]:
    """Whether a text waits until somebody agrees to it."""
    review = aliased(models.Review)
    is_pending = (review.kind == models.ReviewKind.BEFORE, review.state == models.ReviewState.PENDING)
    return any_readable(select(review).where(review.translation_id == text.id, *is_pending))


@object_type
class PostLanguage:
    """How far a post is in one language."""

    locale: str = member("The language, as a BCP 47 tag.")
    state: LanguageState = member("How far it is; `MISSING` also where there is a text that you may not read.")
    is_authentic: bool = member("Whether this is the text the others follow.")
    outdated_block_count: int = member(
        "How many blocks the authentic text has changed, added or taken out since they were translated, title and "
        "summary counted as blocks. To whoever may read drafts, in the newest of both texts; else in what is public."
    )
    untranslated_block_count: int = member("How many blocks are still to be translated, counted so.")
    block_count: int = member("How many blocks both texts have side by side, counted so; 0 for the authentic one.")
    has_newer_draft: bool = member("Whether something was saved since it went live; false for visitors.")
    published_at: datetime | None = member("When what is shown went live; null for what is not public.")
    saved_at: datetime | None = member("When it was last saved; to whoever may not read drafts, when it went live.")

    @field
    def translation(self) -> Annotated["Translation", strawberry.lazy("schema.posts.types")] | None:
        """The text; null where it is missing."""
        text = aliased(models.Translation)
        return sql(First(select(text).where(text.id == cast(sql(self).text_of("id"), Uuid)), is_limited=False))


def languages_of(post: Row, locales: Sequence[Any] | None) -> Each:
    """How far a post is in these languages; in those of its mission and all it has a text in, when None are named."""
    wanted = _languages_of_post(post) if locales is None else combined("known", locales, _known, ARRAY(Text()))
    named = func.unnest(wanted).table_valued(column("tag", Text()), with_ordinality="position").render_derived()
    places = select(named.c.tag, func.min(named.c.position).label("position")).group_by(named.c.tag).subquery()
    text = aliased(models.Translation)
    here = and_(text.post_id == post.id, text.locale == places.c.tag, Readable(text))
    held, newest = _held(text), _newest(text)
    element = _element(places.c.tag, text, held.c, newest.c)
    rows = select(func.jsonb_agg(aggregate_order_by(element, places.c.position), type_=JSONB)).select_from(
        places.outerjoin(text, here).outerjoin(held, true()).outerjoin(newest, true())
    )
    return Each(rows.scalar_subquery(), post, MOST_LANGUAGES)


def state_of(text: Row) -> ColumnElement[str]:
    """The name of the state of a text, or of there being none."""
    steps = ((state.holds(text), state.name) for state in WITH_A_TEXT)
    return case((text.id.is_(None), LanguageState.MISSING.name), *steps)


def _languages_of_post(post: Row) -> ColumnElement[Any]:
    mission, text = rows_of("Mission"), aliased(models.Translation)
    of_mission = readable(select(mission.languages).where(mission.id == post.mission_id)).scalar_subquery()
    written = readable(select(text.locale).where(text.post_id == post.id)).order_by(text.locale)
    return func.array_cat(of_mission, func.array(written.scalar_subquery(), type_=ARRAY(Text())), type_=ARRAY(Text()))


def _known(locales: list[str]) -> list[str]:
    return [known_locale(locale) for locale in locales]


def _held(text: Row) -> Any:
    """How far a text is behind: the newest of it, or what is shown to whoever may not read that."""
    comparison = aliased(Comparison)
    held = readable(select(comparison).where(comparison.translation_id == text.id)).with_only_columns(
        comparison.outdated_count, comparison.untranslated_count, comparison.part_count, maintain_column_froms=True
    )
    return held.order_by(comparison.is_public).limit(literal_column("1")).lateral()


def _newest(text: Row) -> Any:
    """What was saved last, for whoever may read it."""
    newest = aliased(models.Revision)
    is_newest = (newest.translation_id == text.id, newest.number == text.newest_revision_number)
    of_text = readable(select(newest).where(*is_newest))
    return of_text.with_only_columns(newest.number, newest.created_at, maintain_column_froms=True).lateral()


def _element(tag: Any, text: Row, held: Any, newest: Any) -> ColumnElement[Any]:
    is_live = text.state == PublicationState.LIVE
    members = {
        "id": text.id,
        "locale": tag,
        "state": state_of(text),
        "is_authentic": func.coalesce(text.is_authentic, literal(False)),
        "outdated_block_count": func.coalesce(held.outdated_count, 0),
        "untranslated_block_count": func.coalesce(held.untranslated_count, 0),
        "block_count": func.coalesce(held.part_count, 0),
        "has_newer_draft": func.coalesce(and_(is_live, newest.number > text.revision_number), literal(False)),
        "published_at": case((is_live, text.published_at)),
        "saved_at": func.coalesce(newest.created_at, text.published_at),
    }
    return func.jsonb_build_object(*(part for name, value in members.items() for part in (name, value)), type_=JSONB)


@object_type
class InLanguages:
    """What a post says of its languages."""

    @field
    def languages(self, locales: list[str] | None = None) -> list[PostLanguage]:
        """How far it is in each language.

        Args:
            locales: Language tags by BCP 47; those of its mission and of all its texts when they are left out.
        """
        return sql(languages_of(sql(self), locales))

    @field
    def side_by_side(self, locale: str) -> list[ComparedBlock]:
        """The authentic text beside that in another language, block by block; if you may read them, the newest of both.

        Where there is no such text yet, every block is missing in it. Empty for the authentic language.

        Args:
            locale: A language tag by BCP 47.
        """
        return sql(side_by_side(sql(self).id, sql(locale).converted("known", known_locale), sql(self)))


@object_type
class BesideSource:
    """What a text says of the authentic one."""

    @field
    def is_outdated(self) -> bool:
        """Whether it is public and lags behind what the authentic text says in public."""
        return sql(is_outdated(sql(self)))

    @field
    def outdated_blocks(self) -> list[ComparedBlock]:
        """What has to be looked at, beside the authentic text: in the newest of both, if you may read them."""
        return sql(side_by_side(sql(self).post_id, sql(self).locale, sql(self), only_open=True))
