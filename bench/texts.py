"""Bodies made and rendered once, then filled with the photos of each post: real ones, at the speed of a copy."""

import json
from dataclasses import dataclass, replace
from random import Random
from typing import Any
from uuid import UUID

from schema.languages import direction, fold, search_configuration
from schema.posts.body import PhotoFacts, PhotoUse, parse_body, render

VOCABULARY = """
minister embassy visit agreement port trade culture students visa consul delegation bridge water harvest music museum
language treaty region council research energy railway market harbour village festival teacher hospital the a of and in
with about between during after together again openly first joint new
"""
WORDS = VOCABULARY.split()
LOCALES = ("en", "fr", "ar", "pt")
TEMPLATES = 24


@dataclass(frozen=True)
class Filled:
    """A text as its row holds it, and the photos it shows."""

    body: str
    blocks: str
    html: str
    plain_text: str
    word_count: int
    uses: tuple[PhotoUse, ...]


@dataclass(frozen=True)
class Template:
    """A rendered body whose photos are still to be put in."""

    locale: str
    filled: Filled

    def with_photos(self, photos: list[tuple[UUID, str]]) -> Filled:
        """The text with other photos, each a key and its place in storage."""
        body, blocks, html = self.filled.body, self.filled.blocks, self.filled.html
        for number, (key, storage_key) in enumerate(photos):
            body, blocks = (text.replace(str(_key(number)), str(key)) for text in (body, blocks))
            blocks, html = (text.replace(_place(number), storage_key) for text in (blocks, html))
        return replace(self.filled, body=body, blocks=blocks, html=html)


def template(random: Random, locale: str, photos: int, gallery: int = 0, paragraphs: int = 3) -> Template:
    """A body of paragraphs with a heading, a list and a quote, and its photos between them."""
    blocks: list[dict[str, Any]] = [_paragraph(random) for _ in range(paragraphs)]
    blocks.insert(1, {"type": "heading", "attrs": {"level": 2}, "content": _words(random, 4)})
    if paragraphs > 3:
        items = [{"type": "listItem", "content": [_paragraph(random, 6)]} for _ in range(3)]
        blocks += [{"type": "bulletList", "content": items}, {"type": "quote", "content": [_paragraph(random)]}]
    for number in range(photos):
        blocks.insert(2 + 2 * number, _photo(random, number))
    if gallery:
        shown = [_photo(random, photos + number) for number in range(gallery)]
        blocks.append({"type": "gallery", "content": shown})
    document = parse_body({"type": "doc", "content": blocks})
    facts = {_key(number): PhotoFacts(f"/media/{_place(number)}", 1_200, 800) for number in range(photos + gallery)}
    rendered = render(document, facts, locale)
    body, stored = (json.dumps(part, ensure_ascii=False) for part in (document.json, rendered.blocks))
    return Template(locale, Filled(body, stored, rendered.html, document.text, document.word_count, document.photos))


def title(random: Random) -> str:
    """A few words."""
    return " ".join(random.choices(WORDS, k=6)).capitalize()


def of_language(locale: str) -> tuple[str, str]:
    """The direction of a language, and the rules it is searched by."""
    return direction(locale), search_configuration(locale)


def searched(*parts: str) -> str:
    """What search finds, accents folded."""
    return fold("\n".join(parts))


def _key(number: int) -> UUID:
    return UUID(int=number + 1)


def _place(number: int) -> str:
    return f"photo-number-{number}.jpg"


def _words(random: Random, count: int) -> list[dict[str, Any]]:
    return [{"type": "text", "text": " ".join(random.choices(WORDS, k=count)).capitalize() + "."}]


def _paragraph(random: Random, words: int = 18) -> dict[str, Any]:
    return {"type": "paragraph", "content": _words(random, words)}


def _photo(random: Random, number: int) -> dict[str, Any]:
    attrs = {"photo": str(_key(number)), "alternative": "described", "alternativeText": "People at a table"}
    return {"type": "photo", "attrs": attrs, "content": _words(random, 12)}
