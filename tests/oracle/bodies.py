"""Texts of every kind of block in four languages, with what texts have in them that breaks careless software."""

from collections.abc import Sequence
from random import Random
from typing import Any

from schema.media.models import Photo
from schema.posts.services import BodyInput
from tests.makers.posts import document, paragraph, photo_block

LOCALES = ("en", "fr", "ar", "fr-CA")
TITLES = {
    "en": 'The ministers\' "visit"',
    "fr": "Médéa : la visite",
    "ar": "زيارة الوزراء",
    "fr-CA": "La visite — à Québec",
}
SENTENCES = {
    "en": ["The minister met the press.", "Visas: <b>no</b> & “yes”.", "A tab\there, a \\t there.", "Line\u2028end 😀"],
    "fr": ["La ministre a rencontré la presse à Médéa.", "L'été\u00a0: c'est tout.", "Un\ttab."],
    "ar": ["التقى الوزير الصحافة.", "مرحبا «بكم» 123"],
    "fr-CA": ["Fin de semaine.", "La presse."],
}


def title_in(locale: str, number: int) -> str:
    """A title that several posts share."""
    return f"{TITLES[locale]} {number // 4}"


def caption(random: Random, locale: str) -> str:
    """What stands under a photo, or nothing."""
    return random.choice(["", random.choice(SENTENCES[locale])])


def body_in(random: Random, locale: str, photos: Sequence[Photo]) -> BodyInput:
    """Some blocks, always with a word in them."""
    makers = [_paragraph, _heading, _list, _quote, _embed, _divider, *([_photo, _photo, _gallery] if photos else [])]
    blocks = [random.choice(makers)(random, locale, photos) for _ in range(random.randint(0, 6))]
    return document(paragraph(random.choice(SENTENCES[locale])), *blocks)


def _paragraph(random: Random, locale: str, photos: Sequence[Photo]) -> dict[str, Any]:
    return paragraph(random.choice([*SENTENCES[locale], ""]))


def _text(random: Random, locale: str) -> list[dict[str, Any]]:
    marks = random.choice(
        [[], [{"type": "strong"}], [{"type": "link", "attrs": {"href": "https://example.org/?a=1&b=2"}}]]
    )
    return [{"type": "text", "text": random.choice(SENTENCES[locale]), "marks": marks}]


def _heading(random: Random, locale: str, photos: Sequence[Photo]) -> dict[str, Any]:
    return {"type": "heading", "attrs": {"level": random.randint(2, 4)}, "content": _text(random, locale)}


def _list(random: Random, locale: str, photos: Sequence[Photo]) -> dict[str, Any]:
    items = [
        {"type": "listItem", "content": [{"type": "paragraph", "content": _text(random, locale)}]}
        for _ in range(random.randint(1, 3))
    ]
    return random.choice(
        [{"type": "bulletList", "content": items}, {"type": "orderedList", "attrs": {"start": 3}, "content": items}]
    )


def _quote(random: Random, locale: str, photos: Sequence[Photo]) -> dict[str, Any]:
    attribution = random.choice([None, 'Jo "JJ" Doe'])
    words = [{"type": "paragraph", "content": _text(random, locale)}]
    return {"type": "quote", "attrs": {"attribution": attribution}, "content": words}


def _embed(random: Random, locale: str, photos: Sequence[Photo]) -> dict[str, Any]:
    url = random.choice(["https://www.youtube.com/watch?v=abc", "https://example.org/map?x=1&y=2"])
    return {"type": "embed", "attrs": {"url": url, "title": random.choice([None, "A “film”"])}}


def _divider(random: Random, locale: str, photos: Sequence[Photo]) -> dict[str, Any]:
    return {"type": "divider"}


def _photo(random: Random, locale: str, photos: Sequence[Photo]) -> dict[str, Any]:
    chosen = random.choice(
        [
            {},
            {"alternative": "decorative"},
            {"alternative": "described", "alternativeText": 'A "man" at a desk'},
            {"credit": "Own credit"},
        ]
    )
    return photo_block(random.choice(photos), caption(random, locale), **chosen)


def _gallery(random: Random, locale: str, photos: Sequence[Photo]) -> dict[str, Any]:
    return {"type": "gallery", "content": [_photo(random, locale, photos) for _ in range(random.randint(1, 3))]}
