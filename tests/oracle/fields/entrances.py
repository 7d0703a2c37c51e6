"""The fields at the top of a query that lead to one thing, and search."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, and_, exists, func, literal_column, select, text
from sqlalchemy.orm import aliased

from schema.accounts.models import Account, AccountSession, ApiToken, Factor, Membership
from schema.comments.models import Comment
from schema.history.models import AuditEntry, Event
from schema.languages import SEARCH_CONFIGURATIONS, fold, search_configuration
from schema.media.models import Photo
from schema.missions.models import Mission
from schema.people.models import Appointment, Person
from schema.posts.models import (
    Address,
    Byline,
    Notice,
    Placement,
    Post,
    PublicationState,
    Review,
    Revision,
    Translation,
)
from schema.previews.models import PreviewLink
from schema.schedules.models import Hold, Schedule
from schema.topics.models import Tag, Topic
from schema.webhooks.models import Delivery, Webhook
from tests.oracle.asking import Asking
from tests.oracle.filters import POSTS, listed
from tests.oracle.lists import Listing
from tests.oracle.resolving import lists, resolves
from tests.oracle.seeing import may_read
from tests.oracle.wording import key_in, parts_of_id, refusal, tag

NODES: dict[str, type] = {
    model.__name__: model
    for model in (
        Account,
        AccountSession,
        ApiToken,
        Appointment,
        AuditEntry,
        Byline,
        Comment,
        Delivery,
        Event,
        Factor,
        Hold,
        Membership,
        Mission,
        Notice,
        Person,
        Photo,
        Placement,
        Post,
        PreviewLink,
        Review,
        Revision,
        Schedule,
        Tag,
        Topic,
        Translation,
        Webhook,
    )
}
HEADLINE = 'StartSel="<mark>", StopSel="</mark>", MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "'


@resolves("Query.node")
async def node(source: None, asking: Asking, id: str) -> Any:
    type_name, key = parts_of_id(id)
    return await asking.one(NODES[type_name], key) if type_name in NODES else None


@resolves("Query.nodes")
async def nodes(source: None, asking: Asking, ids: list[str]) -> list[Any]:
    return [await node(source, asking, id) for id in ids]


def one(type_name: str) -> Any:
    """The resolver of one thing by id or by slug."""
    model: Any = NODES[type_name]

    async def resolve(source: None, asking: Asking, id: str | None = None, slug: str | None = None) -> Any:
        if (id is None) == (slug is None):
            raise refusal("BAD_USER_INPUT")
        if id is not None:
            return await asking.one(model, key_in(id, type_name))
        row: Any = aliased(model)
        found = await asking.rows(select(row).where(row.slug == slug, may_read(asking.asker, row)))
        return found[0][0] if found else None

    return resolve


for type_name in ("Mission", "Person", "Topic", "Tag", "Photo", "Comment", "Webhook"):
    resolves(f"Query.{type_name.lower()}")(one(type_name))


@resolves("Query.post")
async def post(
    source: None, asking: Asking, id: str | None = None, mission: str | None = None, slug: str | None = None
) -> Any:
    if id is not None and mission is None and slug is None:
        return await asking.one(Post, key_in(id, "Post"))
    if id is not None or mission is None or slug is None:
        raise refusal("BAD_USER_INPUT")
    there, address, row = aliased(Mission), aliased(Address), aliased(Translation)
    found = await asking.rows(
        select(row.post_id)
        .join(address, address.translation_id == row.id)
        .join(there, there.id == address.mission_id)
        .where(there.slug == mission, address.path == slug)
        .where(may_read(asking.asker, row), may_read(asking.asker, address))
    )
    return await asking.one(Post, found[0][0]) if found else None


@dataclass
class Hit:
    """A text that was found by its words."""

    text: Translation
    words: str
    locale: str | None


def words_query(words: str, locale: str | None) -> Any:
    """The words as a query of Postgres, as written and without accents, in one language or in all."""
    every = [*sorted(set(SEARCH_CONFIGURATIONS.values())), "simple"]
    rules = [search_configuration(tag(locale))] if locale is not None else every
    names = [(rule, name) for rule in rules for name in ("words", "folded")]
    sql = " || ".join(f"websearch_to_tsquery('{rule}', cast(:{name} as text))" for rule, name in names)
    return text(f"({sql})").bindparams(words=words, folded=fold(words))


def matches(asking: Asking, row: Any, arguments: Any) -> Any:
    """Texts with these words."""
    locale = arguments.get("locale")
    conditions = [row.search.op("@@")(words_query(arguments["text"], locale))]
    conditions.append(row.state != PublicationState.WITHDRAWN)
    if locale is not None:
        conditions.append(row.locale == tag(locale))
    if arguments.get("filter") is not None:
        about: Any = aliased(Post)
        passes = POSTS(asking, about, arguments["filter"])
        passes = and_(passes, listed(about, arguments["filter"]))
        conditions.append(exists().where(about.id == row.post_id, passes, may_read(asking.asker, about)))
    return and_(*conditions)


def best_first(asking: Asking, row: Any, arguments: Any) -> Any:
    """How well it matches, in whole millionths."""
    rank = func.ts_rank(row.search, words_query(arguments["text"], arguments.get("locale")))
    return [((rank * literal_column("1000000")).cast(Integer), True), (row.id, True)]


def hit(row: Translation, arguments: Any) -> Hit:
    """A text with the words it was found by."""
    return Hit(row, arguments["text"], arguments.get("locale"))


lists(Listing("Query.search", Translation, best_first, of=matches, wraps=hit))


@resolves("SearchHit.post")
async def post_of_hit(hit: Hit, asking: Asking) -> Any:
    return await asking.one(Post, hit.text.post_id)


@resolves("SearchHit.translation")
def translation_of_hit(hit: Hit, asking: Asking) -> Translation:
    return hit.text


@resolves("SearchHit.snippet")
async def snippet(hit: Hit, asking: Asking) -> str:
    escaped = hit.text.plain_text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    rules: Any = literal_column(f"'{hit.text.search_configuration}'::regconfig")
    headline = func.ts_headline(rules, escaped, words_query(hit.words, hit.locale), HEADLINE)
    return str((await asking.rows(select(headline)))[0][0])
