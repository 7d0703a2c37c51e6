"""Two bodies brought together: by example, and what holds for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.posts.body import parse_body
from schema.posts.body.merging import Collision, Merged, merge
from tests.schema.posts.body.documents import OTHER_PHOTO, PHOTO, Json, block, doc, photo
from tests.schema.posts.body.test_properties import TRIED

LETTERS = "ABCDEFGH"


def paragraphs(ids: str, **words: str) -> list[Json]:
    """A paragraph for each letter, which says the letter unless it is to say something else."""
    return [block("paragraph", words.get(id, id), id=id) for id in ids]


def said(merged: Merged) -> str:
    """The words of a merge without collisions."""
    assert merged.collisions == []
    return "".join(node["content"][0]["text"] for node in merged.blocks)


def together(base: str, mine: str, theirs: str) -> str:
    return said(merge(paragraphs(base), paragraphs(mine), paragraphs(theirs)))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("ABC", "AXBC", "ABCY", "AXBCY"),
        ("ABC", "XABC", "ABC", "XABC"),
        ("ABC", "AC", "ABCX", "ACX"),
        ("ABC", "AB", "BC", "B"),
        ("ABC", "CAB", "ABXC", "CABX"),
        ("ABXC", "CABX", "ABC", "CAB"),
        ("ABCDE", "EABCD", "ABXCDE", "EABXCD"),
        ("ABCDE", "ABXCDE", "EABCD", "EABXCD"),
        # What both moved stands where it was put first.
        ("ABCD", "DABC", "ADBC", "ADBC"),
        ("ABCD", "BACD", "BACD", "BACD"),
        # In one place, what was saved first stands first.
        ("AB", "AXB", "AYB", "AYXB"),
        ("AB", "AXYB", "AXZB", "AXZYB"),
        # Written instead of something deleted, as when it comes as Markdown.
        ("ABCD", "AXCD", "ABYD", "AXYD"),
        ("ABCDE", "XCDE", "ABYDE", "XYDE"),
        ("ABCD", "AXCD", "AXCD", "AXCD"),
        ("AB", "B", "A", ""),
    ],
)
def test_what_is_written_deleted_and_moved_is_brought_together(base: str, mine: str, theirs: str, merged: str) -> None:
    assert together(base, mine, theirs) == merged


def test_edits_of_different_blocks_are_both_kept() -> None:
    base, mine, theirs = paragraphs("ABC"), paragraphs("ABC", A="mine "), paragraphs("CAB", C="theirs ")
    assert said(merge(base, mine, theirs)) == "theirs mine B"
    assert said(merge(base, theirs, mine)) == "theirs mine B"


def test_the_same_edit_by_both_is_one() -> None:
    both = paragraphs("ABX", A="alike ")
    assert said(merge(paragraphs("AB"), both, both)) == "alike BX"


COLLISIONS: list[tuple[list[Json], list[Json], list[Json], Collision]] = [
    (paragraphs("AB"), paragraphs("AB", A="m"), paragraphs("AB", A="t"), Collision("A", "A", "t", "m")),
    (paragraphs("AB"), paragraphs("B"), paragraphs("AB", A="t"), Collision("A", "A", "t", None)),
    (paragraphs("AB"), paragraphs("BA", A="m"), paragraphs("B"), Collision("A", "A", None, "m")),
    (paragraphs("A"), paragraphs("AX", X="m"), paragraphs("AX", X="t"), Collision("X", None, "t", "m")),
    (paragraphs("ABC"), paragraphs("AXYC"), paragraphs("AZC"), Collision("B", "B", "Z", "X\n\nY")),
    (paragraphs("ABCD"), paragraphs("AXD"), paragraphs("ABYD"), Collision("C", "C", "Y", "X")),
    (
        [photo("Talks", id="P", alternative="described", alternativeText="Two people", credit=None)],
        [photo("Talks", id="P", alternative="described", alternativeText="Two ministers", credit="Ana")],
        [photo("The talks", id="P", alternative="described", alternativeText="Two people", credit=None)],
        Collision("P", "Talks\nTwo people", "The talks\nTwo people", "Talks\nAna\nTwo ministers"),
    ),
]


@pytest.mark.parametrize(("base", "mine", "theirs", "collision"), COLLISIONS)
def test_what_both_changed_differently_is_named_with_its_texts(
    base: list[Json], mine: list[Json], theirs: list[Json], collision: Collision
) -> None:
    assert merge(base, mine, theirs).collisions == [collision]


def test_a_photo_that_left_a_gallery_on_one_side_keeps_the_ids_apart() -> None:
    inner = photo("one", id="P", photo=str(PHOTO)), photo("two", id="Q", photo=str(OTHER_PHOTO))
    gallery = block("gallery", *inner, id="G")
    alone = photo("two", id="Q", photo=str(UUID(int=3)))
    merged = merge(paragraphs("A"), [*paragraphs("A"), gallery], [*paragraphs("A"), alone])
    assert merged.collisions == []
    parsed = parse_body(doc(*merged.blocks))
    assert [use.photo_id for use in parsed.photos] == [UUID(int=3), PHOTO, OTHER_PHOTO]
    assert len({use.block_id for use in parsed.photos}) == 3
    assert inner[1]["attrs"]["id"] == "Q"


@dataclass(frozen=True)
class Edited:
    """What somebody made of a body, and which blocks they touched or wrote beside."""

    blocks: list[Json]
    touched: frozenset[str]


ALL = "edit delete move write"


@st.composite
def edited(
    draw: st.DrawFn, who: str, of: str = LETTERS, most: int = 4, doing: str = "edit delete move write"
) -> Edited:
    """Some edits, deletions, moves and new blocks."""
    blocks, touched = paragraphs(LETTERS), set()
    for number in range(draw(st.integers(0, most))):
        id = draw(st.sampled_from(of))
        here = next((place for place, each in enumerate(blocks) if each["attrs"]["id"] == id), None)
        touched.add(id)
        if here is None:
            continue
        match draw(st.sampled_from(doing.split())):
            case "edit":
                blocks[here] = block("paragraph", f"{id} {who}{number}", id=id)
            case "delete":
                del blocks[here]
            case "move":
                blocks.insert(draw(st.integers(0, len(blocks) - 1)), blocks.pop(here))
            case "write":
                blocks.insert(here + 1, block("paragraph", f"{who}{number}", id=f"{who}{number}"))
    return Edited(blocks, frozenset(touched))


BASE = paragraphs(LETTERS)


def words(blocks: Sequence[Json]) -> set[str]:
    return {word for each in blocks for part in each.get("content", ()) for word in part["text"].split()}


@given(edited("m"))
@TRIED
def test_a_change_and_no_change_is_that_change(mine: Edited) -> None:
    assert merge(BASE, mine.blocks, BASE) == Merged(mine.blocks, [])
    assert merge(BASE, BASE, mine.blocks) == Merged(mine.blocks, [])


@given(edited("m"))
@TRIED
def test_the_same_change_twice_is_that_change(mine: Edited) -> None:
    assert merge(BASE, mine.blocks, mine.blocks) == Merged(mine.blocks, [])


IN_PLACE = "edit delete write"


@given(
    st.one_of(
        st.tuples(edited("m", of="AB", doing=IN_PLACE), edited("t", of="DEFG", doing=IN_PLACE)),
        st.tuples(edited("m", of="AB", doing="edit move"), edited("t", of="DEFG", doing="edit delete")),
    )
)
@TRIED
def test_changes_that_do_not_touch_commute(both: tuple[Edited, Edited]) -> None:
    mine, theirs = both
    merged = merge(BASE, mine.blocks, theirs.blocks)
    assert merged.collisions == []
    assert merged == merge(BASE, theirs.blocks, mine.blocks)


@given(edited("m", most=6), edited("t", most=6))
@TRIED
def test_no_word_of_either_is_lost(mine: Edited, theirs: Edited) -> None:
    merged = merge(BASE, mine.blocks, theirs.blocks)
    if merged.collisions:
        return
    typed = (words(mine.blocks) | words(theirs.blocks)) - words(BASE)
    assert typed <= words(merged.blocks)
    deleted = words(BASE) - (words(mine.blocks) & words(theirs.blocks))
    assert words(merged.blocks) == typed | (words(BASE) - deleted)


@given(edited("m", most=6), edited("t", most=6))
@TRIED
def test_every_collision_names_what_both_changed(mine: Edited, theirs: Edited) -> None:
    for found in merge(BASE, mine.blocks, theirs.blocks).collisions:
        assert found.mine != found.theirs
        assert found.block in mine.touched & theirs.touched


@given(edited("m", most=8), edited("t", most=8))
@TRIED
def test_every_id_is_there_once(mine: Edited, theirs: Edited) -> None:
    ids: list[Any] = [each["attrs"]["id"] for each in merge(BASE, mine.blocks, theirs.blocks).blocks]
    assert len(ids) == len(set(ids))


@given(edited("m", most=8), edited("t", most=8), edited("n", most=3))
@TRIED
def test_what_is_merged_can_be_merged_again(mine: Edited, theirs: Edited, more: Edited) -> None:
    """Whoever goes on from what they sent meets their own words in the merge as their own."""
    merged = merge(BASE, mine.blocks, theirs.blocks)
    if not merged.collisions:
        assert merge(mine.blocks, mine.blocks, merged.blocks) == merged
        onward = [*mine.blocks, block("paragraph", "onward", id="onward")]
        assert words(merge(mine.blocks, onward, merged.blocks).blocks) == {"onward", *words(merged.blocks)}
