"""Full text search: what matches, how well, and the passage that shows it."""

from functools import reduce
from typing import Any

from graphql import GraphQLError
from sqlalchemy import Integer, cast, func, literal
from sqlalchemy.dialects.postgresql import REGCONFIG

from schema.declaring import column, field, object_type
from schema.languages import SEARCH_CONFIGURATIONS, fold, search_configuration
from schema.posts.types import Post, Translation
from schema.sources import Row, fact, known_locale, sql

HEADLINE = 'StartSel="<mark>", StopSel="</mark>", MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "'
MOST_CHARACTERS = 200
MOST_WORDS = 20
EVERY_CONFIGURATION = (*sorted(set(SEARCH_CONFIGURATIONS.values())), "simple")


@object_type
class SearchHit:
    """A text that holds the words that were searched."""

    post: Post | None = column("The post.")

    @field
    def translation(self) -> Translation:
        """The text in the language the words were found in."""
        return sql(self)

    @field
    def snippet(self) -> str:
        """The passage that shows it, as HTML with the words in <mark>; safe to show."""
        row = sql(self)
        text = reduce(
            lambda escaped, pair: func.replace(escaped, *pair),
            (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")),
            row.plain_text,
        )
        shown = func.ts_headline(row.search_configuration, text, fact(row, "query", None), HEADLINE)
        return sql(func.coalesce(shown, ""))


def query_of(text: Any, locale: Any) -> Any:
    """The words as a text search query: by the rules of one language, or of any that Postgres knows.

    Words are also matched without their accents, since the text is indexed that way too.
    """
    asked = text.converted("short", _short)
    folded = asked.converted("folded", lambda words: fold(words)[:MOST_CHARACTERS])
    if locale is not None:
        configurations = [cast(locale.converted("configuration", _configuration), REGCONFIG)]
    else:
        configurations = [cast(literal(name), REGCONFIG) for name in EVERY_CONFIGURATION]
    queries = [func.websearch_to_tsquery(rules, words) for rules in configurations for words in (asked, folded)]
    return reduce(lambda left, right: sql(left).op("||")(right), queries)


def _short(text: str) -> str:
    """The words themselves; each is looked up by the rules of every language, with and without accents."""
    for what, figure, limit in (("characters", len(text), MOST_CHARACTERS), ("words", len(text.split()), MOST_WORDS)):
        if figure > limit:
            message = f"A search has at most {limit} {what}; this one has {figure}. Search for fewer words."
            raise GraphQLError(message, extensions={"code": "LIMIT_EXCEEDED", "limit": limit, "figure": figure})
    return text


def rank(hit: Row, query: Any) -> Any:
    """How well a text matches, as a whole number, which a cursor can hold exactly."""
    return cast(func.ts_rank(hit.search, query) * 1_000_000, Integer)


def _configuration(locale: str) -> str:
    return search_configuration(known_locale(locale))
