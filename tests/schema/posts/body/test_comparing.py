"""Two states of a text side by side: by example, and what holds for all of them."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.posts.body import parse_body
from schema.posts.body.comparing import MOST_CHARACTERS, compare
from schema.posts.body.words import LONGEST_GAP, compared, words_of
from tests.schema.posts.body.documents import DOCUMENT, PHOTO, Json, block, doc, item, mark, photo, text
from tests.schema.posts.body.test_properties import TRIED

SIGNS = {"SAME": "", "ADDED": "+", "REMOVED": "-"}


def state(*blocks: Json, title: str = "") -> Any:
    return {"title": title, "summary": "", "body": parse_body(doc(*(blocks or [block("divider")]))).json}


def diff(older: Any, newer: Any) -> Any:
    return compare(older, newer)


def shown(words: Any) -> str:
    """Words with what came in [+ ] and what went in [- ]."""
    return "".join(f"[{SIGNS[each['kind']]}{each['text']}]" if SIGNS[each["kind"]] else each["text"] for each in words)


def between(old: str, new: str) -> str:
    found = diff(state(block("paragraph", old, id="a")), state(block("paragraph", new, id="a")))
    return shown(found["blocks"][0]["words"])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("We met in Rabat.", "We met in Rabat today.", "We met in Rabat[+ today]."),
        ("We met in Rabat.", "They met in Rabat.", "[-We ][+They ]met in Rabat."),
        ("Don't stop", "Don’t stop", "[-Don't ][+Don’t ]stop"),
        ("one two three", "three one two", "[+three ]one two[- three]"),
        ("well-known facts", "well-known", "well-known[- facts]"),
        ("<b>bold</b>", "<i>bold</i>", "<[-b][+i]>bold</[-b][+i]>"),
        ("اجتمع الوزراءُ في الرباط", "اجتمع الوزيران في الرباط", "اجتمع [-الوزراءُ ][+الوزيران ]في الرباط"),
        ("外交部说明", "外交部声明", "外交部[-说][+声]明"),
        ("ภาษาไทย", "ภาษาลาว", "ภาษา[-ไทย][+ลาว]"),
        ("שלום לכולם", "שלום לכל", "שלום [-לכולם][+לכל]"),
        ("a\u00a0b", "a b", "a b"),
    ],
)
def test_words_are_told_apart_in_every_script(old: str, new: str, expected: str) -> None:
    assert between(old, new) == expected


def paragraphs(**words: str) -> list[Json]:
    return [block("paragraph", said, id=id) for id, said in words.items()]


def test_each_block_says_what_became_of_it() -> None:
    older = state(*paragraphs(a="Stays.", b="Goes.", c="Changes here.", d="Moves.", e="Too."), title="Old title")
    newer = state(*paragraphs(d="Moves.", a="Stays.", c="Changes there.", x="Comes.", e="Too."), title="New title")
    found = diff(older, newer)
    told = [(each["id"], each["kind"], each["is_moved"], each["position"]) for each in found["blocks"]]
    assert told == [
        ("d", "MOVED", True, 1),
        ("a", "SAME", False, 2),
        ("b", "REMOVED", False, 2),
        ("c", "CHANGED", False, 3),
        ("x", "ADDED", False, 4),
        ("e", "SAME", False, 5),
    ]
    said = [shown(each["words"]) for each in found["blocks"]]
    assert said == ["Moves.", "Stays.", "[-Goes.]", "Changes [-here][+there].", "[+Comes.]", "Too."]
    assert shown(found["title"]) == "[-Old ][+New ]title"
    assert found["summary"] == []
    assert (found["added_word_count"], found["removed_word_count"], found["is_by_words"]) == (3, 3, True)


def test_a_block_that_was_moved_and_changed_says_both() -> None:
    found = diff(state(*paragraphs(a="A.", b="B.", c="C.")), state(*paragraphs(c="C!", a="A.", b="B.")))
    assert [(each["id"], each["kind"], each["is_moved"]) for each in found["blocks"]] == [
        ("c", "CHANGED", True), ("a", "SAME", False), ("b", "SAME", False),
    ]  # fmt: skip


def test_a_block_with_a_new_id_is_known_again_by_its_words() -> None:
    older = state(*paragraphs(a="First.", b="The ministers met in Rabat on Monday.", c="Last."))
    newer = state(*paragraphs(a="First.", x="The ministers met in Rabat on Friday.", c="Last."))
    found = diff(older, newer)["blocks"][1]
    assert (found["id"], found["kind"]) == ("x", "CHANGED")
    assert shown(found["words"]) == "The ministers met in Rabat on [-Monday][+Friday]."
    other = diff(older, state(*paragraphs(a="First.", x="Something else altogether here.", c="Last.")))["blocks"]
    assert [each["kind"] for each in other] == ["SAME", "REMOVED", "ADDED", "SAME"]


def test_marks_and_attributes_are_told() -> None:
    link = {"type": "link", "attrs": {"href": "https://a.example/", "title": None}}
    older = state(
        block("paragraph", "Read the ", text("new report", link), " today.", id="a"),
        photo("The hall.", id="p", alternative="described", alternativeText="A hall"),
        block("heading", "Why", id="h", level=2),
    )
    other = {"type": "link", "attrs": {"href": "https://b.example/", "title": None}}
    newer = state(
        block(
            "paragraph", text("Read the "), text("new report", other), text(" today", mark("strong")), text("."), id="a"
        ),
        photo("The great hall.", id="p", alternative="described", alternativeText="A great hall", credit="Ana"),
        block("heading", "Why", id="h", level=3),
    )
    words, picture, heading = diff(older, newer)["blocks"]
    assert shown(words["words"]) == "Read the new report today."
    nothing = {"words": None, "block": None}
    assert words["details"] == [
        {
            "name": "link", "words": "new report", "block": None,
            "before": "https://a.example/", "after": "https://b.example/",
        },
        {"name": "strong", "words": "today", "block": None, "before": None, "after": "strong"},
    ]  # fmt: skip
    assert shown(picture["words"]) == "The [+great ]hall."
    assert picture["details"] == [
        {"name": "alternativeText", **nothing, "before": "A hall", "after": "A great hall"},
        {"name": "credit", **nothing, "before": None, "after": "Ana"},
    ]
    assert heading["kind"] == "CHANGED"
    assert heading["details"] == [{"name": "level", **nothing, "before": "2", "after": "3"}]


def test_each_photo_of_a_gallery_is_told() -> None:
    one, two = photo("one", id="p1", alternativeText="1"), photo("two", id="p2", alternativeText="2")
    older, newer = state(block("gallery", one, two, id="g")), state(block("gallery", two, id="g"))
    (found,) = diff(older, newer)["blocks"]
    assert shown(found["words"]) == "[-one\n]two"
    assert {(each["block"], each["name"], each["after"]) for each in found["details"]} == {
        ("p1", "type", None), ("p1", "photo", None), ("p1", "alternativeText", None),
    }  # fmt: skip
    assert f"Photo:{PHOTO}" in {each["before"] for each in found["details"]}


def test_what_is_not_there_is_compared_with_nothing() -> None:
    assert compare(None, state(*paragraphs(a="A."))) is None
    assert compare(state(*paragraphs(a="A.")), None) is None


def test_lists_are_compared_by_item() -> None:
    def listed(*items: str) -> Json:
        return block("bulletList", *(item(block("paragraph", each)) for each in items), id="l")

    (found,) = diff(state(listed("Listen", "Answer")), state(listed("Listen", "Ask", "Answer")))["blocks"]
    assert shown(found["words"]) == "Listen\n[+Ask\n]Answer"


def test_very_much_is_compared_by_blocks_only() -> None:
    size = MOST_CHARACTERS // 2
    older, newer = (state(*paragraphs(a="word " * (size // 5 + 1), b=said)) for said in ("Same.", "Other."))
    found = diff(older, newer)
    assert found["is_by_words"]
    newer["body"]["content"][0]["content"][0]["text"] += "more"
    found = diff(older, newer)
    assert not found["is_by_words"]
    assert [piece["kind"] for piece in found["blocks"][0]["words"]] == ["REMOVED", "ADDED"]
    assert shown(found["blocks"][1]["words"]) == "[-Same.][+Other.]"


def test_what_was_written_anew_is_shown_as_such_and_not_in_shreds() -> None:
    old = " ".join(f"old{number} the" for number in range(LONGEST_GAP))
    new = " ".join(f"new{number} the" for number in range(LONGEST_GAP))
    assert between(old, new) == f"[-{old.removesuffix('the')}][+{new.removesuffix('the')}]the"


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h"]), max_size=60)


@given(WORDS, WORDS)
@TRIED
def test_runs_cover_both_texts_in_order(old: list[str], new: list[str]) -> None:
    runs = compared(old, new)
    assert [word for run in runs for word in old[slice(*run.old)]] == old
    assert [word for run in runs for word in new[slice(*run.new)]] == new
    assert all(old[slice(*run.old)] == new[slice(*run.new)] for run in runs if run.is_same)
    assert all(one.is_same != other.is_same for one, other in pairwise(runs))


@given(st.text(max_size=80))
@TRIED
def test_words_joined_again_are_the_text(said: str) -> None:
    words = words_of([(said[:20], frozenset()), (said[20:], frozenset({("strong", "strong")}))])
    assert "".join(word.text for word in words) == said
    assert all(word.key and word.text.startswith(word.key) for word in words)


@given(DOCUMENT, DOCUMENT)
@TRIED
def test_every_block_of_both_is_told(old: Json, new: Json) -> None:
    older, newer = state(*old["content"]), state(*new["content"])
    kinds = [each["kind"] for each in diff(older, newer)["blocks"]]
    assert sum(kind != "REMOVED" for kind in kinds) == len(newer["body"]["content"])
    assert sum(kind != "ADDED" for kind in kinds) == len(older["body"]["content"])
    unchanged = diff(newer, newer)
    assert {each["kind"] for each in unchanged["blocks"]} == {"SAME"}
    assert (unchanged["added_word_count"], unchanged["removed_word_count"]) == (0, 0)
    assert all(each["details"] == [] for each in unchanged["blocks"])


PHRASES = st.lists(
    st.sampled_from(["We ", "met", "  in ", "Rabat", ".", "\u00a0", "外交部", "\n", "today "]), max_size=30
)


@given(PHRASES, PHRASES)
@TRIED
def test_read_one_way_it_is_the_newer_text_and_the_other_way_the_older(before: list[str], after: list[str]) -> None:
    old, new = "".join(before).lstrip(), "".join(after).lstrip()
    words = diff(state(title=old), state(title=new))["title"]
    assert "".join(piece["text"] for piece in words if piece["kind"] != "REMOVED") == new
    kept = "".join(piece["text"] for piece in words if piece["kind"] != "ADDED")
    assert "".join(kept.split()) == "".join(old.split())
