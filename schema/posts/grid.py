"""What a mission has in which language, for whoever plans translations, as GraphQL."""

from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Text, any_, case, column, exists, false, func, literal_column, or_, select
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by
from sqlalchemy.orm import aliased

from schema.declaring import column as member
from schema.declaring import connection, field, input_type, object_type, option
from schema.paging import Connection
from schema.posts import models
from schema.posts.filters import PostFilter, PostOrder
from schema.posts.languages import WITH_A_TEXT, LanguageState
from schema.posts.types import Post
from schema.sources import (
    Each,
    Filter,
    Row,
    any_readable,
    combined,
    count_readable,
    filtered,
    given,
    known_locale,
    ordered,
    readable,
    rows_of,
    sql,
)


@input_type
class TranslationFilter(Filter):
    """Which posts, by how far they are in which language. Every field that is given must hold."""

    locale: list[str] | None = option(
        "In one of these languages, by BCP 47 tag; with `MISSING` in one of those of the mission when it is left out, "
        "else in any."
    )
    state: list[LanguageState] | None = option("So far; in any state but `MISSING` when only languages are named.")
    post: PostFilter | None = option("Of which posts.")
    and_: list["TranslationFilter"] | None = option("All of these hold.", name="and")
    or_: list["TranslationFilter"] | None = option("At least one of these holds.", name="or")
    not_: "TranslationFilter | None" = option("This does not hold.", name="not")

    def own_conditions(self, post: Row) -> list[Any]:
        """A condition per field; language and state are of the same text."""
        is_of_text = given(self.locale) or given(self.state)
        return [
            _is_so_far(post, self.locale, self.state or list(WITH_A_TEXT)) if is_of_text else None,
            self.post.condition(post) if given(self.post) else None,
        ]


def _is_so_far(post: Row, locales: Any, states: list[LanguageState]) -> ColumnElement[bool]:
    """Whether a post is so far in one of these languages."""
    wanted = None if locales is None else combined("known", locales, _known, ARRAY(Text()))
    text = aliased(models.Translation)
    of_post = select(text).where(text.post_id == post.id)
    if wanted is not None:
        of_post = of_post.where(text.locale == any_(wanted))
    reached = [state.holds(text) for state in WITH_A_TEXT if state in states]
    ways: list[ColumnElement[bool]] = [any_readable(of_post.where(or_(*reached)))] if reached else []
    if LanguageState.MISSING in states:
        ways.append(_lacks_one_of(post, _languages_of_mission(post.mission_id) if wanted is None else wanted))
    return or_(false(), *ways)


def _lacks_one_of(post: Row, locales: Any) -> ColumnElement[bool]:
    tags = func.unnest(locales).table_valued(column("tag", Text())).render_derived()
    text = aliased(models.Translation)
    there = any_readable(select(text).where(text.post_id == post.id, text.locale == tags.c.tag))
    return exists(select(literal_column("1")).select_from(tags).where(~there))


@object_type
class LanguageCount:
    """How many posts of a mission are how far in one language."""

    locale: str = member("The language, as a BCP 47 tag.")
    missing: int = member("Not begun, as far as you may read.")
    draft: int = member("Written, neither public nor put before anybody.")
    in_review: int = member("Waiting until somebody agrees to it.")
    live: int = member("Public and up to date.")
    outdated: int = member("Public and behind the authentic text.")


@object_type
class TranslationGrid:
    """The posts of a mission by its languages."""

    @field
    def counts(self) -> list[LanguageCount]:
        """A line for each language of the mission, in its order."""
        return sql(Each(_counts(sql(self)), sql(self)))

    @connection
    def posts(self, filter: TranslationFilter | None = None, order: PostOrder | None = None) -> Connection[Post]:
        """Its posts with all their `languages`.

        What readers see outdated comes first, then what is written and not public, then the rest, each newest first;
        unless another order is asked for.
        """
        post = aliased(models.Post)
        keys = ordered(post, order, _urgency(post), post.sort_at.desc(), post.id.desc())
        return sql(filtered(select(post).where(post.mission_id == sql(self).id), post, filter).order_by(*keys))


def _urgency(post: Row) -> ColumnElement[int]:
    """0 where readers see an outdated text, 1 where a text waits to be published, 2 where nothing is to be done."""

    def has(*states: LanguageState) -> ColumnElement[bool]:
        text = aliased(models.Translation)
        return any_readable(select(text).where(text.post_id == post.id, or_(*(state.holds(text) for state in states))))

    return case((has(LanguageState.OUTDATED), 0), (has(LanguageState.DRAFT, LanguageState.IN_REVIEW), 1), else_=2)


def _counts(mission: Row) -> ColumnElement[Any]:
    post, text = aliased(models.Post), aliased(models.Translation)
    counted = {state: func.count().filter(state.holds(text)).label(state.name) for state in WITH_A_TEXT}
    of_mission = readable(
        select(text).join(post, post.id == text.post_id).where(post.mission_id == mission.id), post
    ).with_only_columns(text.locale, *counted.values(), maintain_column_froms=True)
    reached = of_mission.group_by(text.locale).subquery()
    every = count_readable(select(every_post := aliased(models.Post)).where(every_post.mission_id == mission.id))
    named = func.unnest(mission.languages).table_valued(column("tag", Text()), with_ordinality="position")
    named = named.render_derived()
    of_state = {state.value: func.coalesce(reached.c[state.name], 0) for state in WITH_A_TEXT}
    members = {"locale": named.c.tag, **of_state, "missing": every - sum(of_state.values())}
    element = func.jsonb_build_object(*(part for name, value in members.items() for part in (name, value)), type_=JSONB)
    rows = select(func.jsonb_agg(aggregate_order_by(element, named.c.position), type_=JSONB))
    return rows.select_from(named.outerjoin(reached, reached.c.locale == named.c.tag)).scalar_subquery()


def _languages_of_mission(mission_id: Any) -> ColumnElement[Any]:
    mission = rows_of("Mission")
    return readable(select(mission.languages).where(mission.id == mission_id)).scalar_subquery()


def _known(locales: list[str]) -> list[str]:
    return [known_locale(locale) for locale in locales]
