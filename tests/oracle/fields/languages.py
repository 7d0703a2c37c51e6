"""How far posts are in their languages, and texts side by side, read from rows that Python puts together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, exists, func, literal_column, not_, or_, select, true
from sqlalchemy.orm import aliased

from schema.missions.models import Mission
from schema.posts.comparison import Comparison
from schema.posts.models import (
    Post,
    PublicationState,
    Review,
    ReviewKind,
    ReviewState,
    Revision,
    Translation,
)
from tests.oracle.asking import Asking
from tests.oracle.fields.media import BlockOf
from tests.oracle.fields.others import POST_ORDER
from tests.oracle.fields.posts import texts_of
from tests.oracle.filters import POSTS
from tests.oracle.lists import PARENT, Keys, Listing
from tests.oracle.resolving import lists, resolves
from tests.oracle.seeing import Condition, may_read
from tests.oracle.wording import tag

TO_LOOK_AT = ("OUTDATED", "ADDED_THERE", "REMOVED_THERE", "UNTRANSLATED", "MISSING_HERE")


@dataclass
class Language:
    """A post in one language; ``text`` is None where nothing is there to be read."""

    locale: str
    text: Translation | None
    state: str
    held: Comparison | None = None
    newest: Revision | None = None

    @property
    def is_authentic(self) -> bool:
        return self.text is not None and self.text.is_authentic

    @property
    def outdated_block_count(self) -> int:
        return self.held.outdated_count if self.held else 0

    @property
    def untranslated_block_count(self) -> int:
        return self.held.untranslated_count if self.held else 0

    @property
    def block_count(self) -> int:
        return self.held.part_count if self.held else 0

    @property
    def has_newer_draft(self) -> bool:
        if self.text is None or self.newest is None or self.text.state is not PublicationState.LIVE:
            return False
        return self.newest.number > self.text.revision_number

    @property
    def published_at(self) -> Any:
        return self.text.published_at if self.text and self.text.state is PublicationState.LIVE else None

    @property
    def saved_at(self) -> Any:
        return self.newest.created_at if self.newest else self.text and self.text.published_at


async def comparisons(asking: Asking, text: Translation) -> list[Comparison]:
    """How a text stands, the newest of it first, if that may be read."""
    return await asking.many(Comparison, "translation_id", text.id, "is_public")


async def revision_at(asking: Asking, text: Translation, number: int) -> Revision | None:
    """A revision, if it may be read."""
    kept = await asking.many(Revision, "translation_id", text.id)
    return next((one for one in kept if one.number == number), None)


@resolves("Translation.isOutdated")
async def is_outdated(text: Any, asking: Asking) -> bool:
    is_behind = any(one.is_public and one.outdated_count for one in await comparisons(asking, text))
    return is_behind and text.state is PublicationState.LIVE


async def language(asking: Asking, locale: str, text: Translation | None) -> Language:
    """How far a text is."""
    if text is None:
        return Language(locale, None, "MISSING")
    held = next(iter(await comparisons(asking, text)), None)
    newest = await revision_at(asking, text, text.newest_revision_number)
    if text.state is PublicationState.LIVE:
        state = "OUTDATED" if await is_outdated(text, asking) else "LIVE"
    else:
        reviews = await asking.many(Review, "translation_id", text.id)
        is_submitted = any(one.kind is ReviewKind.BEFORE and one.state is ReviewState.PENDING for one in reviews)
        state = "IN_REVIEW" if is_submitted else "DRAFT"
    return Language(locale, text, state, held, newest)


@resolves("Post.languages")
async def languages(post: Post, asking: Asking, locales: list[str] | None = None) -> list[Language]:
    texts = {text.locale: text for text in await texts_of(asking, post.id)}
    if locales is None:
        mission = await asking.one(Mission, post.mission_id)
        locales = [*mission.languages, *sorted(texts)]
    wanted = dict.fromkeys(tag(locale) for locale in locales)
    return [await language(asking, locale, texts.get(locale)) for locale in wanted]


@resolves("PostLanguage.translation")
def text_in(found: Language, asking: Asking) -> Translation | None:
    return found.text


@dataclass
class Compared:
    """One line of a side by side."""

    line: Mapping[str, Any]
    blocks: Sequence[tuple[Translation | None, Mapping[str, Any]]]

    def block(self, side: int) -> Any:
        text, said = self.blocks[side]
        key = self.line["there" if side == 0 else "here"]
        found = said.get(key)
        return found and (found if isinstance(found, str) else BlockOf(found, text))  # type: ignore[arg-type]

    def words(self, side: int) -> Any:
        found = self.block(side)
        return found.text if isinstance(found, BlockOf) else found

    @property
    def block_id(self) -> Any:
        return self.line["there"] or self.line["here"]

    @property
    def state(self) -> Any:
        return self.line["state"]

    @property
    def source_before(self) -> Any:
        return self.line.get("said")

    @property
    def source_revision(self) -> Any:
        return self.line.get("revision")

    @property
    def source_text(self) -> Any:
        return self.words(0)

    @property
    def target_text(self) -> Any:
        return self.words(1)


for name, side in (("source", 0), ("target", 1)):

    @resolves(f"ComparedBlock.{name}")
    def block(compared: Compared, asking: Asking, side: int = side) -> BlockOf | None:
        found = compared.block(side)
        return found if isinstance(found, BlockOf) else None


async def said(asking: Asking, text: Translation | None, number: int, *, is_public: bool) -> dict[str, Any]:
    """What a text says by part, in order; the title and the summary are words."""
    if text is None:
        return {}
    revision = None if is_public else await revision_at(asking, text, number)
    blocks = revision.blocks if revision is not None and revision.blocks is not None else text.blocks
    named = {"@title": (revision or text).title, "@summary": (revision or text).summary}
    return {**named, **{block["id"]: block for block in blocks}}


async def compared(asking: Asking, texts: list[Translation], locale: str) -> list[Compared]:
    """The lines of a text beside the authentic one."""
    source = next((text for text in texts if text.is_authentic), None)
    if source is None or source.locale == locale:
        return []
    target = next((text for text in texts if text.locale == locale), None)
    held = next(iter(await comparisons(asking, target)), None) if target else None
    is_public = held is not None and held.is_public
    number = held.authentic_revision_number if held else source.newest_revision_number
    there = await said(asking, source, number, is_public=is_public)
    here = await said(asking, target, held.revision_number, is_public=is_public) if held else {}
    lines: list[Any] = held.rows if held else [] if target else _untouched(there)
    return [Compared(line, ((source, there), (target, here))) for line in lines]


def _untouched(there: dict[str, Any]) -> list[Any]:
    def says(part: Any) -> bool:
        return (
            bool(part) if isinstance(part, str) else bool(part["text"]) or part["kind"] not in ("paragraph", "heading")
        )

    return [{"there": key, "here": None, "state": "MISSING_HERE"} for key, part in there.items() if says(part)]


@resolves("Post.sideBySide")
async def side_by_side(post: Post, asking: Asking, locale: str) -> list[Compared]:
    return await compared(asking, await texts_of(asking, post.id), tag(locale))


@resolves("Translation.outdatedBlocks")
async def outdated_blocks(text: Any, asking: Asking) -> list[Compared]:
    lines = await compared(asking, await texts_of(asking, text.post_id), text.locale)
    return [line for line in lines if line.state in TO_LOOK_AT]


@resolves("Mission.translationGrid")
def translation_grid(mission: Mission, asking: Asking) -> Mission:
    return mission


@resolves("TranslationGrid.counts")
async def counts(mission: Mission, asking: Asking) -> list[dict[str, Any]]:
    posts: list[Post] = await asking.many(Post, "mission_id", mission.id)
    lines = []
    for locale in mission.languages:
        states = [(await languages(post, asking, [locale]))[0].state for post in posts]
        lines.append({"locale": locale, **{name: states.count(name.upper()) for name in STATES}})
    return lines


STATES = ("missing", "draft", "in_review", "live", "outdated")

for name in ("locale", *STATES):

    @resolves("LanguageCount." + name.replace("in_review", "inReview"))
    def count(line: dict[str, Any], asking: Asking, name: str = name) -> Any:
        return line[name]


def has(asking: Asking, post: Any, states: Sequence[str], locales: Sequence[str] | None = None) -> Condition:
    """Whether a post has a readable text that is so far."""
    text, comparison, review = aliased(Translation), aliased(Comparison), aliased(Review)
    behind = (comparison.translation_id == text.id, comparison.is_public, comparison.outdated_count > 0)
    is_live, is_behind = text.state == PublicationState.LIVE, exists().where(*behind)
    submitted = (review.translation_id == text.id, review.kind == ReviewKind.BEFORE, may_read(asking.asker, review))
    is_submitted = exists().where(*submitted, review.state == ReviewState.PENDING)
    written = {"DRAFT": and_(not_(is_live), not_(is_submitted)), "IN_REVIEW": and_(not_(is_live), is_submitted)}
    ways = {**written, "LIVE": and_(is_live, not_(is_behind)), "OUTDATED": and_(is_live, is_behind)}
    here = [text.post_id == post.id, may_read(asking.asker, text)]
    if locales is not None:
        here.append(text.locale.in_(locales))
    return exists().where(*here, or_(*(ways[state] for state in states if state in ways)))


def lacks(asking: Asking, post: Any, locales: Sequence[str] | None) -> Condition:
    """Whether there is no readable text of a post in one of these languages."""
    text, mission = aliased(Translation), aliased(Mission)
    there = select(text.locale).where(text.post_id == post.id, may_read(asking.asker, text))
    if locales is not None:
        return or_(*(not_(exists(there.where(text.locale == locale))) for locale in locales))
    of_mission = select(func.unnest(mission.languages).label("locale")).where(mission.id == post.mission_id)
    return exists(of_mission.except_(there))


def passes(asking: Asking, post: Any, given: Mapping[str, Any]) -> Condition:
    """What a filter of translations means: language and state are of the same text."""
    parts: list[Any] = [true()]
    states, locales = given.get("state"), given.get("locale")
    if locales is not None:
        locales = [tag(locale) for locale in locales]
    if states is not None or locales is not None:
        states = ["DRAFT", "IN_REVIEW", "LIVE", "OUTDATED"] if states is None else states
        ways = [has(asking, post, states, locales)] if set(states) - {"MISSING"} else []
        ways += [lacks(asking, post, locales)] if "MISSING" in states else []
        parts.append(or_(literal_column("false"), *ways))
    if given.get("post") is not None:
        parts.append(POSTS(asking, post, given["post"]))
    parts += [passes(asking, post, each) for each in given.get("and") or ()]
    if given.get("or") is not None:
        parts.append(or_(literal_column("false"), *(passes(asking, post, each) for each in given["or"])))
    if given.get("not") is not None:
        parts.append(not_(passes(asking, post, given["not"])))
    return and_(*parts)


def what_needs_work_first(asking: Asking, post: Any, arguments: Mapping[str, Any]) -> Keys:
    """What readers see outdated, then what nobody can read yet, then the rest; or as is asked for."""
    if arguments.get("order") is not None:
        return POST_ORDER(asking, post, arguments)
    urgency = case((has(asking, post, ["OUTDATED"]), 0), (has(asking, post, ["DRAFT", "IN_REVIEW"]), 1), else_=2)
    return [(urgency, False), (post.sort_at, True), (post.id, True)]


def of_mission(asking: Asking, post: Any, arguments: Mapping[str, Any]) -> Condition:
    """Posts of the parent, a mission."""
    return post.mission_id == PARENT  # type: ignore[no-any-return]


lists(Listing("TranslationGrid.posts", Post, what_needs_work_first, of=of_mission, filters=passes))
