"""What a text that somebody typed may hold."""

import pytest

from schema.errors import Refusal
from schema.languages import UnknownLanguage
from schema.texts import (
    TextMissing,
    TextTooLong,
    TextUnstorable,
    balanced,
    language,
    line,
    lines,
    names_by_locale,
    optional_line,
    slug_of,
)

HERE = ("input", "title")


def test_a_line_is_composed_and_its_spaces_are_tidied() -> None:
    assert line("  Cafe\u0301\r\n\tof   the\u2028ministers ", "The title", 300, HERE) == "Café of the ministers"


def test_the_spaces_of_french_typography_are_kept() -> None:
    assert line("Bienvenue\u202f! «\u00a0Ici\u00a0»", "The title", 300, HERE) == "Bienvenue\u202f! «\u00a0Ici\u00a0»"


@pytest.mark.parametrize("empty", ["", " \n\t", "\u200b", "\u2069\u202c", "\u00a0", None])
def test_a_line_without_anything_to_see_is_missing(empty: str | None) -> None:
    assert optional_line(empty, "The title", 300, HERE) is None
    with pytest.raises(TextMissing, match="The title is missing") as caught:
        line(empty, "The title", 300, HERE)
    assert caught.value.path == HERE


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x08", "\udfff", "\ufffe", "\uffff"])
def test_what_cannot_be_stored_is_refused(character: str) -> None:
    with pytest.raises(TextUnstorable, match=f"U\\+{ord(character):04X}"):
        line(f"a{character}b", "The title", 300, HERE)
    with pytest.raises(TextUnstorable):
        lines(f"a{character}b", "The comment", 300, HERE)


def test_a_limit_is_counted_in_characters_as_stored() -> None:
    assert line("e\u0301" * 300, "The title", 300, HERE) == "é" * 300
    with pytest.raises(TextTooLong, match="301 characters long; the limit is 300"):
        line("é" * 301, "The title", 300, HERE)


def test_lines_keep_their_breaks() -> None:
    assert lines("\n one \r\n\r\n two\u2029three \n", "The comment", 300, HERE) == "one\n\n two\nthree"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain", "plain"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("a\u202dfixed\u202c order\u202c", "afixed order"),
        ("a\u2067שלום\u2069 b", "a\u2067שלום\u2069 b"),
        ("a\u2067שלום", "a\u2067שלום\u2069"),
        ("a\u202bשלום", "a\u202bשלום\u202c"),
        ("\u2069a\u202c", "a"),
        ("\u2066a\u202bb\u2069c\u202c", "\u2066a\u202bb\u202c\u2069c"),
        ("\u202ba\u2066b\u202cc", "\u202ba\u2066bc\u2069\u202c"),
        ("\u200f\u200e marks stay", "\u200f\u200e marks stay"),
    ],
)
def test_direction_ends_where_the_line_ends(typed: str, kept: str) -> None:
    assert balanced(typed) == kept
    assert balanced(kept) == kept


def test_each_line_of_several_is_balanced_alone() -> None:
    assert lines("a\u2067b\nc\u2069", "The comment", 300, HERE) == "a\u2067b\u2069\nc"


def test_names_stand_under_canonical_tags() -> None:
    assert names_by_locale({"EN-gb": " A ", "iw": "ב"}, "The name", HERE) == {"en-GB": "A", "he": "ב"}
    assert names_by_locale(None, "The name", HERE) == {}


def test_a_refused_name_says_in_which_language() -> None:
    with pytest.raises(TextMissing, match="The name in “pt” is missing") as caught:
        names_by_locale({"pt": ""}, "The name", ("input", "names"))
    assert caught.value.path == ("input", "names", "pt")


@pytest.mark.parametrize("tag", ["english", "", "e", "\ud800", "x" * 5_000, "en\x00"])
def test_an_unknown_language_is_shown_safely(tag: str) -> None:
    with pytest.raises(UnknownLanguage) as caught:
        language(tag, HERE)
    refusal: Refusal = caught.value
    assert refusal.path == HERE
    assert refusal.message.isprintable()
    assert len(refusal.message) < 200


@pytest.mark.parametrize(
    ("text", "locale", "slug"),
    [
        ("Statement on the visit, 1,000 words", "en", "statement-on-the-visit-1000-words"),
        ("L’été à l'ambassade", "fr", "l-été-à-l-ambassade"),
        ("IRMAK İstanbul", "tr", "ırmak-istanbul"),
        ("IRMAK İstanbul", "en", "irmak-istanbul"),
        ("ISI", "az-Latn", "ısı"),
        ("بَيَانٌ صـحفي", "ar", "بيان-صحفي"),
        ("שָׁלוֹם עוֹלָם", "he", "שלום-עולם"),
        ("हिन्दी में वक्तव्य", "hi", "हिन्दी-में-वक्तव्य"),
        ("می\u200cخواهم", "fa", "میخواهم"),
        ("日本語のお知らせ", "ja", "日本語のお知らせ"),
        ("ΟΔΟΣ", "el", "οδος"),
        ("Straße", "de", "straße"),
        ("R&amp;D &#65;", "en", "r-amp-d-65"),
        ("a_b/c\\d?e#f%20", "en", "a-b-c-d-e-f-20"),
        ("../../etc", "en", "etc"),
        ("❤️👨‍👩‍👧 ---", "en", ""),
        ("", "en", ""),
    ],
)
def test_a_slug_is_words_in_their_own_script(text: str, locale: str, slug: str) -> None:
    assert slug_of(text, locale) == slug
    assert slug_of(slug, locale) == slug


def test_a_slug_ends_with_a_whole_word_within_80_characters() -> None:
    assert slug_of("diplomacy " * 20) == "-".join(["diplomacy"] * 8)
    assert slug_of("x" * 200) == "x" * 80
