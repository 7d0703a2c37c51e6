"""How a translation stands against the authentic text, part by part.

A part is the title, the summary or a block; what says nothing is none. A translation keeps of each part of the
authentic text which part here stands for it, and what it said when that was written: its origins. What it says now is
held against that, and no word of either text is touched.
"""

import enum
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Any

from schema.posts.body.grammar import Node
from schema.posts.body.plain import plain

TITLE, SUMMARY = "@title", "@summary"
NAMED = frozenset({TITLE, SUMMARY})
"""The keys of what has no id of its own; the id of a block holds no “@”."""


class PartState(enum.Enum):
    """What is to be done about one part of a translation."""

    UP_TO_DATE = "up_to_date"
    OUTDATED = "outdated"
    ADDED_THERE = "added_there"
    REMOVED_THERE = "removed_there"
    UNTRANSLATED = "untranslated"
    MISSING_HERE = "missing_here"
    EXTRA_HERE = "extra_here"


CHANGED = frozenset({PartState.OUTDATED, PartState.ADDED_THERE, PartState.REMOVED_THERE})
"""The authentic text is another one since: the translation is outdated."""
WAITING = frozenset({PartState.UNTRANSLATED, PartState.MISSING_HERE})
"""The translation has not got so far yet."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text. ``digest`` is of all it means: words, marks and attributes, whatever its id."""

    kind: str
    digest: str
    text: str
    has_words: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """What a part of the authentic text is here.

    ``here`` is the part that stands for it, or None for nothing. ``said`` is its digest when that was settled, empty
    where nothing stood there, and ``revision`` the revision that said it. ``is_open`` holds while it is to be
    translated: nothing stands for it, or a copy of its words. What is not open and stands for nothing is left out.
    """

    here: str | None
    said: str
    revision: int
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a side by side: a part there, a part here, or both.

    ``made_from`` is the key of the part that the part here was made from, also when it is there no more, and
    ``revision`` the revision in which it said what was translated.
    """

    there: str | None
    here: str | None
    state: PartState
    made_from: str | None = None
    revision: int | None = None


Parts = Mapping[str, Part]
"""The parts of a text by their keys, in reading order."""
Origins = Mapping[str, Origin]
"""By the keys of the parts of the authentic text."""
Earlier = Sequence[tuple[Parts, Origins]]
"""Texts that one was written from, with their origins; the nearest first."""


def parts_of(title: str, summary: str, body: Node) -> Parts:
    """The parts of a text that say something."""
    named = {TITLE: title, SUMMARY: summary}
    parts = {key: _part({"type": key, "text": text}, text) for key, text in named.items() if text}
    for block in body["content"]:
        text = plain(block)
        if text or block["type"] not in ("paragraph", "heading"):
            parts[block["attrs"]["id"]] = _part(block, text)
    return parts


def copied(origins: Origins, now: Parts, there: Parts) -> Origins:
    """The origins of a text that began as a copy: what says the same is to be translated, unless it has no words."""
    return {
        key: replace(origin, is_open=there[key].has_words and now[origin.here].digest == there[key].digest)
        if origin.here is not None
        else origin
        for key, origin in origins.items()
    }


def origins_after(earlier: Earlier, now: Parts, there: Parts, revision: int) -> Origins:
    """The origins of a text that was just written, for whoever read ``there``, the authentic text at ``revision``.

    A part that says what it said before keeps its origin. One that is new or was changed is taken for the translation
    of what stands there.
    """
    partners = _partners(earlier, now, there)
    origins = _origins_of_nothing(earlier, there, revision)
    for here, key in partners.items():
        kept = next((before[key] for parts, before in earlier if _is_same(parts, before, key, here, now[here])), None)
        if kept is None and key in there:
            kept = Origin(here, there[key].digest, revision)
        if kept := kept or next((before[key] for _, before in earlier if key in before), None):
            origins[key] = replace(kept, here=here)
    return origins


def _origins_of_nothing(earlier: Earlier, there: Parts, revision: int) -> dict[str, Origin]:
    """What nothing stands for, unless something is found.

    When a translation begins, that is all there is; later it is what is left out or has lost what stood for it.
    """
    if not earlier:
        return {key: Origin(None, part.digest, revision, is_open=True) for key, part in there.items()}
    _, before = earlier[0]
    return {
        key: origin if origin.here is None else replace(origin, here=None, is_open=True)
        for key, origin in before.items()
    }


def confirmed(origins: Origins, now: Parts, there: Parts, revision: int, keys: Sequence[str]) -> Origins:
    """The origins that change when somebody has compared these parts and lets the translation stand as it is.

    What is missing here is left out on purpose from then on, and what was taken out there belongs to the translation. A
    part is named by its key there, or by its key here.
    """
    made_from = {origin.here: key for key, origin in origins.items() if origin.here in now}
    named = [*(key for key in keys if key in there), *(made_from[here] for here in keys if here in made_from)]
    after = {}
    for key in named:
        here = origins[key].here if key in origins else None
        said = there[key].digest if key in there else ""
        after[key] = Origin(here if here in now else None, said, revision)
    return {key: origin for key, origin in after.items() if origins.get(key) != origin}


def compared(origins: Origins, now: Parts, there: Parts, revision: int) -> list[Row]:
    """Every part of both texts in the order of the authentic one; what is only here follows its neighbour.

    ``revision`` is that of the authentic text. What was made from a later one, which not everyone may read yet, is not
    behind it.
    """
    read = max((origin.revision for origin in origins.values()), default=revision)
    rows = [_row(key, part, origins.get(key), revision, read) for key, part in there.items()]
    extras = _extras(origins, now, there, revision)
    head = sum(row.there in NAMED for row in rows)
    body = [line for row in rows[head:] for line in (row, *(extras.get(row.here, ()) if row.here else ()))]
    return [*rows[:head], *extras.get("", ()), *body]


def origins_as_json(origins: Origins) -> dict[str, Any]:
    """Origins as they are stored."""
    return {key: asdict(origin) for key, origin in origins.items()}


def origins_from_json(stored: Mapping[str, Any]) -> Origins:
    """What `origins_as_json` has made."""
    return {key: Origin(**origin) for key, origin in stored.items()}


def _row(key: str, part: Part, origin: Origin | None, revision: int, read: int) -> Row:
    """``read`` is the latest revision that the translator is known to have read."""
    if origin is None:
        return Row(key, None, PartState.ADDED_THERE if read <= revision else PartState.UP_TO_DATE)
    return Row(key, origin.here, _state(part, origin, revision), key, origin.revision)


def _state(part: Part, origin: Origin, revision: int) -> PartState:
    if origin.is_open:
        return PartState.UNTRANSLATED if origin.here else PartState.MISSING_HERE
    is_current = origin.said == part.digest or origin.revision > revision
    return PartState.UP_TO_DATE if is_current else PartState.OUTDATED


def _extras(origins: Origins, now: Parts, there: Parts, revision: int) -> Mapping[str, list[Row]]:
    """What stands for nothing there, by the block it follows; at the beginning of the body that is an empty key."""
    made_from = {origin.here: key for key, origin in origins.items()}
    extras: dict[str, list[Row]] = defaultdict(list)
    neighbour = ""
    for here in now:
        key = made_from.get(here)
        if key not in there:
            extras[neighbour].append(_row_of_extra(here, key, origins.get(key or ""), revision))
        elif here not in NAMED:
            neighbour = here
    return extras


def _row_of_extra(here: str, key: str | None, origin: Origin | None, revision: int) -> Row:
    if origin is None or not origin.said or origin.revision > revision:
        return Row(None, here, PartState.EXTRA_HERE)
    return Row(None, here, PartState.REMOVED_THERE, key, origin.revision)


def _is_same(parts: Parts, origins: Origins, key: str, here: str, now: Part) -> bool:
    """Whether an earlier text had this part as it is now, for the same part there."""
    return key in origins and origins[key].here == here and here in parts and parts[here].digest == now.digest


def _partners(earlier: Earlier, now: Parts, there: Parts) -> dict[str, str]:
    """Which part there each part here stands for: as before, else by its id, else, if no block has one, by place."""
    partners: dict[str, str] = {}
    taken: set[str] = set()
    known = ((origin.here, key) for _, origins in earlier for key, origin in origins.items())
    same = ((here, here) for here in now if here in there)
    for here, key in (*known, *same):
        if here is not None and here in now and here not in partners and key not in taken:
            partners[here] = key
            taken.add(key)
    return partners if partners.keys() - NAMED else partners | dict(_by_place(now, there))


def _by_place(now: Parts, there: Parts) -> Iterator[tuple[str, str]]:
    """Blocks of the same kind in the same order."""
    ours, theirs = ([key for key in parts if key not in NAMED] for parts in (now, there))
    kinds = ([now[key].kind for key in ours], [there[key].kind for key in theirs])
    for here, key, length in SequenceMatcher(None, *kinds, autojunk=False).get_matching_blocks():
        yield from zip(ours[here : here + length], theirs[key : key + length], strict=True)


def _part(node: Node, text: str) -> Part:
    written = json.dumps(_without_ids(node), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return Part(node["type"], sha256(written.encode()).hexdigest()[:16], text, any(map(str.isalpha, _words(node))))


def _without_ids(node: Any) -> Any:
    if isinstance(node, list):
        return [_without_ids(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {name: _without_ids(part) for name, part in node.items() if name != "id"}


def _words(node: Node) -> str:
    """Everything in a node that is read in a language."""
    attrs = node.get("attrs", {})
    said = (node.get("text"), *(attrs.get(name) for name in ("attribution", "credit", "alternativeText", "title")))
    return "".join(filter(None, said)) + "".join(map(_words, node.get("content", ())))
