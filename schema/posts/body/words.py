"""Texts as words, in every script, and what is the same in two of them."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from schema.posts.body.ordering import longest_rising

Marks = frozenset[tuple[str, str]]
"""The marks of some text: the name of each, and what it says, such as an address."""

# Scripts written without spaces, of which each letter stands for itself: Thai to Tibetan, Burmese, Khmer, and whatever
# is written in Chinese characters and kana.
UNSPACED = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u31ff\u3400-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"
JOINTS = "'’‑-"
"""What stands inside a word when there is a letter on both sides."""
SPACES = r"[^\S\n]"
LAST_MARK = 0x1F000

LONGEST_GAP = 40
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the spaces behind it and the marks of its letters; the same as another one with the same ``key``."""

    key: str
    text: str
    marks: Marks = frozenset()


@dataclass(frozen=True, slots=True)
class Run:
    """Words from ``begin`` to ``end`` of each text: the same ones, or what stands in one instead of the other."""

    is_same: bool
    old: tuple[int, int]
    new: tuple[int, int]

    @property
    def goes(self) -> bool:
        """Whether it has words of the older text."""
        return self.old[0] < self.old[1]

    @property
    def comes(self) -> bool:
        """Whether it has words of the newer text."""
        return self.new[0] < self.new[1]


def words_of(pieces: Iterable[tuple[str, Marks]]) -> list[Word]:
    """The words of running text; joined again, they are the text."""
    pieces = list(pieces)
    text = "".join(piece for piece, _ in pieces)
    if all(not marks for _, marks in pieces):
        return [Word(found[1], found[0]) for found in _pattern().finditer(text)]
    ends = list(accumulate(len(piece) for piece, _ in pieces))
    found_in = _pattern().finditer(text)
    return [Word(found[1], found[0], _marks_between(found.start(1), found.end(1), ends, pieces)) for found in found_in]


def _marks_between(begin: int, end: int, ends: Sequence[int], pieces: Sequence[tuple[str, Marks]]) -> Marks:
    first, last = bisect_right(ends, begin), bisect_right(ends, end - 1)
    return frozenset(mark for _, marks in pieces[first : last + 1] for mark in marks)


@cache
def _pattern() -> re.Pattern[str]:
    """A word with the spaces behind it; a letter of an unspaced script, a sign and a line end are words, too."""
    mark = f"[{_marks()}]*"
    letter = rf"(?![{UNSPACED}])[^\W_]{mark}"
    return re.compile(rf"({letter}(?:[{JOINTS}]?{letter})*|\n|.{mark}){SPACES}*", re.DOTALL)


def _marks() -> str:
    """Accents, vowel signs and joiners, which belong to the letter before them, as the inside of a character class."""
    ranges: list[list[int]] = []
    for code in range(0x300, LAST_MARK):
        category = unicodedata.category(chr(code))
        if category[0] == "M" or category == "Cf":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


def compared(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """What is the same in two lists of words, and what is not, in order.

    Words that stand once in both are the fixed points; between them it goes on, a few levels deep, and what is left is
    compared word by word when it is short. So the work is bounded, and a sentence that was rewritten is shown as such.
    """
    matches = sorted(_matches(old, new, 0, len(old), 0, len(new), DEEPEST))
    return list(_runs(matches, len(old), len(new)))


def _matches(
    old: Sequence[str], new: Sequence[str], a: int, b: int, c: int, d: int, depth: int
) -> Iterator[tuple[int, int]]:
    """The pairs of places at which ``old[a:b]`` and ``new[c:d]`` say the same."""
    while a < b and c < d and old[a] == new[c]:
        yield a, c
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
        yield b, d
    if a == b or c == d:
        return
    fixed = _fixed_points(old, new, a, b, c, d) if depth else []
    if not fixed:
        if max(b - a, d - c) <= LONGEST_GAP:
            yield from _longest_common(old, new, range(a, b), range(c, d))
        return
    for place, other in [*fixed, (b, d)]:
        yield from _matches(old, new, a, place, c, other, depth - 1)
        if place < b:
            yield place, other
        a, c = place + 1, other + 1


def _longest_common(old: Sequence[str], new: Sequence[str], here: range, there: range) -> Iterator[tuple[int, int]]:
    """The longest selection of words that stand in the same order on both sides, by a table of all pairs."""
    lengths = [[0] * (len(there) + 1) for _ in range(len(here) + 1)]
    for row in range(len(here) - 1, -1, -1):
        word, below, this = old[here[row]], lengths[row + 1], lengths[row]
        for place in range(len(there) - 1, -1, -1):
            is_same = word == new[there[place]]
            this[place] = below[place + 1] + 1 if is_same else max(below[place], this[place + 1])
    row = place = 0
    while row < len(here) and place < len(there):
        if old[here[row]] == new[there[place]]:
            yield here[row], there[place]
            row, place = row + 1, place + 1
        elif lengths[row + 1][place] >= lengths[row][place + 1]:
            row += 1
        else:
            place += 1


def _fixed_points(old: Sequence[str], new: Sequence[str], a: int, b: int, c: int, d: int) -> list[tuple[int, int]]:
    """Words that stand once on both sides, as many as stand in the same order."""
    once = Counter(old[a:b])
    there = Counter(new[c:d])
    places = {word: place for place, word in enumerate(new[c:d], c) if there[word] == 1 == once[word]}
    pairs = [(place, places[word]) for place, word in enumerate(old[a:b], a) if word in places]
    kept = set(longest_rising([other for _, other in pairs]))
    return [pair for pair in pairs if pair[1] in kept]


def _runs(matches: Iterable[tuple[int, int]], old: int, new: int) -> Iterator[Run]:
    a = c = begin_a = begin_c = 0
    for one, other in [*matches, (old, new)]:
        if (one, other) != (a, c):
            if (begin_a, begin_c) != (a, c):
                yield Run(True, (begin_a, a), (begin_c, c))
            yield Run(False, (a, one), (c, other))
            begin_a, begin_c = one, other
        a, c = one + 1, other + 1
    if (begin_a, begin_c) != (old, new):
        yield Run(True, (begin_a, old), (begin_c, new))
