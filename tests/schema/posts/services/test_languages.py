"""Translations are held against the authentic text as a small model of plain dicts says, whatever happens to both."""

from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
from sqlalchemy import select, text

from schema.change import Change
from schema.missions.models import Mission
from schema.posts import services
from schema.posts.comparison import Comparison
from schema.posts.models import Post, Translation
from tests.makers.missions import make_mission
from tests.makers.posts import document, make_post

LOCALES = ("pt", "ar")
NAMED = ("@title", "@summary")
BLOCKS = ("a", "b", "c", "d", "e", "f")

Said = dict[str, str]
"""What a text says, by part, in order."""
Line = tuple[str, str | None, str | None]
"""A state with the part there and the part here."""


@dataclass
class Made:
    """What the model remembers of one part of the authentic text: is there something here for it, and what it said."""

    is_here: bool
    said: str | None
    at: int
    is_open: bool = False


@dataclass
class Version:
    """A text at one moment: its words and, of a translation, what they were made from."""

    words: Said
    made: dict[str, Made] = field(default_factory=dict)
    number: int = 0


class Model:
    """Both sides of every language, as saved and as shown."""

    def __init__(self, words: Said) -> None:
        self.source = Version(words, number=1)
        self.shown_source: Version | None = None
        self.saved: dict[str, Version] = {}
        self.shown: dict[str, Version] = {}

    def save_source(self, words: Said) -> None:
        self.source = Version(words, number=self.source.number + 1)

    def publish_source(self) -> None:
        self.source = Version(self.source.words, number=self.source.number + 1)
        self.shown_source = self.source

    def save(self, locale: str, words: Said) -> None:
        before = self.saved.get(locale)
        if before is None:
            begun = {
                key: Made(False, said, self.source.number, is_open=True) for key, said in self.source.words.items()
            }
            before = Version({}, begun)
        made = {}
        for key, old in before.made.items():
            made[key] = Made(False, old.said, old.at, is_open=True) if old.is_here else old
        for key, said in words.items():
            old = before.made.get(key)
            was_here = old is not None and old.is_here
            if was_here and before.words.get(key) == said:
                made[key] = old
            elif key in self.source.words:
                made[key] = Made(True, self.source.words[key], self.source.number)
            elif was_here:
                made[key] = old
        self.saved[locale] = Version(words, made)

    def publish(self, locale: str) -> None:
        self.shown[locale] = deepcopy(self.saved[locale])

    def confirm(self, locale: str, keys: list[str]) -> None:
        saved, shown = self.saved[locale], self.shown.get(locale)
        for key in keys:
            old = saved.made.get(key)
            is_here = old is not None and old.is_here and key in saved.words
            if key not in self.source.words and not is_here:
                continue
            saved.made[key] = Made(is_here, self.source.words.get(key), self.source.number)
            if shown is not None:
                before = shown.made.get(key)
                was_here = before is not None and before.is_here and key in shown.words
                if was_here == is_here and (not is_here or shown.words[key] == saved.words[key]):
                    shown.made[key] = saved.made[key]

    def lines(self, here: Version, there: Version) -> set[Line]:
        lines: set[Line] = set()
        for key, said in there.words.items():
            made = here.made.get(key)
            if made is None:
                is_ahead = any(one.at > there.number for one in here.made.values())
                lines.add(("UP_TO_DATE" if is_ahead else "ADDED_THERE", key, None))
            elif made.is_open:
                lines.add(("MISSING_HERE", key, None))
            else:
                is_current = made.said == said or made.at > there.number
                lines.add(("UP_TO_DATE" if is_current else "OUTDATED", key, key if made.is_here else None))
        for key in here.words:
            made = here.made.get(key)
            if key in there.words and made is not None and made.is_here:
                continue
            is_own = made is None or not made.is_here or made.said is None or made.at > there.number
            lines.add(("EXTRA_HERE" if is_own else "REMOVED_THERE", None, key))
        return lines


class Newsroom:
    """One post in the model and in the database, and what may happen to it."""

    def __init__(self, change: Change, post: Post, model: Model, random: Random) -> None:
        self.change, self.post, self.model, self.random = change, post, model, random
        self.count = 0

    def fresh(self, what: str) -> str:
        self.count += 1
        return f"{what} {self.count}"

    def edited(self, words: Said, what: str) -> Said:
        """A text with one thing changed: a part rewritten, added, taken out, or blocks in another order."""
        named = {key: words[key] for key in NAMED if key in words}
        body = {key: said for key, said in words.items() if key not in NAMED}
        free = [key for key in BLOCKS if key not in body]
        deed = self.random.choice(["rewrite", "rewrite", "add", "remove", "name", "shuffle"])
        if deed == "rewrite" and body:
            body[self.random.choice(list(body))] = self.fresh(what)
        elif deed == "add" and free:
            body[self.random.choice(free)] = self.fresh(what)
        elif deed == "remove" and len(body) > 1:
            del body[self.random.choice(list(body))]
        elif deed == "name":
            named[self.random.choice(NAMED)] = self.fresh(what)
        else:
            order = list(body)
            self.random.shuffle(order)
            body = {key: body[key] for key in order}
        return {**{key: named[key] for key in NAMED if key in named}, **body}

    async def edit_source(self) -> None:
        words = self.edited(self.model.source.words, "source")
        if words != self.model.source.words or list(words) != list(self.model.source.words):
            await self._save(None, words)
            self.model.save_source(words)

    async def edit_translation(self) -> None:
        locale = self.random.choice(LOCALES)
        if locale not in self.model.saved:
            words = {key: self.fresh(locale) for key in self.model.source.words if self.random.random() < 0.7}
            words = {"@title": "Title", **words} if any(key in BLOCKS for key in words) else {"@title": "T", "a": "A"}
            values = _values(words)
            await services.add_translation(self.change, post_id=self.post.id, locale=locale, **values)
        else:
            before = self.model.saved[locale].words
            words = self.edited(before, locale)
            if words == before and list(words) == list(before):
                return
            await self._save(locale, words)
        self.model.save(locale, words)

    async def confirm(self) -> None:
        if not self.model.saved:
            return
        locale = self.random.choice(list(self.model.saved))
        known = sorted({*self.model.source.words, *self.model.saved[locale].words})
        keys = self.random.sample(known, self.random.randint(1, min(3, len(known))))
        translation = await self._text(locale)
        await services.confirm_translation(
            self.change,
            post_id=self.post.id,
            locale=locale,
            base_revision=translation.newest_revision_number,
            parts=keys,
        )
        self.model.confirm(locale, keys)

    async def publish_source(self) -> None:
        if self.model.shown_source is not self.model.source:
            await services.publish_post(self.change, post_id=self.post.id)
            self.model.publish_source()

    async def publish_translation(self) -> None:
        if not self.model.saved or self.model.shown_source is None:
            return
        locale = self.random.choice(list(self.model.saved))
        translation = await self._text(locale)
        is_shown = locale in self.model.shown and translation.newest_revision_number == translation.revision_number
        if not is_shown:
            await services.publish_post(self.change, post_id=self.post.id, locale=locale)
            self.model.publish(locale)

    async def _save(self, locale: str | None, words: Said) -> None:
        translation = await self._text(locale)
        await services.save_draft(
            self.change,
            post_id=self.post.id,
            locale=locale,
            base_revision=translation.newest_revision_number,
            **_values(words),
        )

    async def _text(self, locale: str | None) -> Translation:
        return await services.get_translation(self.change, self.post, locale)

    async def held(self, locale: str, *, is_public: bool) -> Comparison | None:
        translation = await self._text(locale)
        found = select(Comparison).where(
            Comparison.translation_id == translation.id, Comparison.is_public.is_(is_public)
        )
        return await self.change.db.scalar(found.execution_options(populate_existing=True))

    async def words_of_translations(self) -> list[Any]:
        """Every byte of the translations: their rows and their revisions."""
        rows = text(
            "select t.id::text, md5(t::text) from translations t where post_id = :post and not is_authentic"
            " union all select r.id::text, md5(r::text) from revisions r join translations t on t.id = r.translation_id"
            " where t.post_id = :post and not t.is_authentic order by 1"
        )
        await self.change.db.flush()
        return [tuple(row) for row in await self.change.db.execute(rows, {"post": self.post.id})]


def _values(words: Said) -> dict[str, Any]:
    blocks = [
        {"type": "paragraph", "attrs": {"id": key}, "content": [{"type": "text", "text": said}]}
        for key, said in words.items()
        if key not in NAMED
    ]
    return {"title": words.get("@title", ""), "summary": words.get("@summary", ""), "body": document(*blocks)}


@pytest.fixture
async def mission(change: Change) -> Mission:
    return await make_mission(change, languages=["en", *LOCALES])


@pytest.mark.parametrize("seed", range(24))
async def test_every_part_stands_as_the_model_says(change: Change, mission: Mission, seed: int) -> None:
    random = Random(seed)
    words = {"@title": "Statement", "@summary": "In short.", "a": "source a", "b": "source b", "c": "source c"}
    post = await make_post(change, mission, **_values(words))
    room = Newsroom(change, post, Model(words), random)
    deeds = [room.edit_source] * 4 + [room.edit_translation] * 5 + [room.confirm] * 3
    deeds += [room.publish_source, room.publish_translation, room.publish_translation]
    for _ in range(18):
        deed = random.choice(deeds)
        before = await room.words_of_translations()
        await deed()
        if deed in (room.edit_source, room.publish_source, room.confirm):
            assert await room.words_of_translations() == before
        await _agree(room)


async def _agree(room: Newsroom) -> None:
    model = room.model
    for locale, saved in model.saved.items():
        await _agrees(room, locale, model.lines(saved, model.source), is_public=False)
        shown = model.shown.get(locale)
        if shown is not None and model.shown_source is not None:
            await _agrees(room, locale, model.lines(shown, model.shown_source), is_public=True)


async def _agrees(room: Newsroom, locale: str, lines: set[Line], *, is_public: bool) -> None:
    held = await room.held(locale, is_public=is_public)
    assert held is not None
    assert {(row["state"], row["there"], row["here"]) for row in held.rows} == lines
    assert held.part_count == len(held.rows) == len(lines)
    assert held.outdated_count == sum(state in ("OUTDATED", "ADDED_THERE", "REMOVED_THERE") for state, _, _ in lines)
    assert held.untranslated_count == sum(state == "MISSING_HERE" for state, _, _ in lines)
