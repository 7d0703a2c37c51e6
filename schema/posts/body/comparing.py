"""Two states of a text side by side: what became of each block, word by word. All of it is text, never HTML."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from schema.posts.body.grammar import Node
from schema.posts.body.ordering import moved, with_deleted
from schema.posts.body.plain import all_words, word_count
from schema.posts.body.words import Marks, Run, Word, compared, words_of

MOST_CHARACTERS = 200_000
"""Of the blocks that changed, in both states together; beyond it a changed block is shown as a whole."""
ALIKE = 0.5
"""How many of its words a block must keep to be known again when it has another id, as Markdown makes it."""
NEAR = 3
"""Among how many blocks that are gone it is looked for."""
MARK_VALUES = {"link": "href", "language": "locale"}

Plain = dict[str, Any]
Pair = tuple[Node | None, Node | None]


def compare(older: Plain | None, newer: Plain | None) -> Plain | None:
    """What became of title, summary and each block; None when one of the two states is not to be read."""
    if older is None or newer is None:
        return None
    before, after = older["body"]["content"], newer["body"]["content"]
    pairs, was_moved = _paired(before, after)
    changed = (block for pair in pairs if pair[0] != pair[1] for block in pair if block)
    is_by_words = sum(len(all_words(block)) for block in changed) <= MOST_CHARACTERS
    places = {block["attrs"]["id"]: place for blocks in (before, after) for place, block in enumerate(blocks, 1)}
    blocks = [
        _told(old, new, places, was_moved, is_by_words) for old, new in (_known_again(pairs) if is_by_words else pairs)
    ]
    title, summary = (_line(older[part], newer[part]) for part in ("title", "summary"))
    pieces = [*title, *summary, *(piece for block in blocks for piece in block["words"])]
    return {
        "title": title,
        "summary": summary,
        "blocks": blocks,
        "is_by_words": is_by_words,
        "added_word_count": _count(pieces, "ADDED"),
        "removed_word_count": _count(pieces, "REMOVED"),
    }


def _paired(before: Sequence[Node], after: Sequence[Node]) -> tuple[list[Pair], frozenset[str]]:
    """Each block in both states, in the newer order, what is gone where it was; and which of them were moved."""
    old, new = ({block["attrs"]["id"]: block for block in blocks} for blocks in (before, after))
    was_moved = moved(list(old), list(new))
    return [(old.get(id), new.get(id)) for id in with_deleted(list(old), list(new), was_moved)], was_moved


def _known_again(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The same, with blocks that are gone paired with new ones that stand beside them and say much the same."""
    for is_both, run in groupby(pairs, key=lambda pair: None not in pair):
        beside = list(run)
        if is_both:
            yield from beside
        else:
            known = _known_in([old for old, _ in beside if old], [new for _, new in beside if new])
            again = {id(old) for old in known.values()}
            yield from ((known.get(id(new), old), new) for old, new in beside if new or id(old) not in again)


def _known_in(gone: Sequence[Node], come: Sequence[Node]) -> dict[int, Node]:
    """For each new block that is known again, by its identity, the one it was."""
    known: dict[int, Node] = {}
    place = 0
    for new in come:
        near = range(place, min(place + NEAR, len(gone)))
        if (found := next((each for each in near if _is_alike(gone[each], new)), None)) is not None:
            known[id(new)] = gone[found]
            place = found + 1
    return known


def _is_alike(old: Node, new: Node) -> bool:
    here, there = ({word.key for word in words_of([(all_words(block), frozenset())])} for block in (old, new))
    return old["type"] == new["type"] and len(here & there) > ALIKE * max(len(here), len(there))


def _told(
    old: Node | None, new: Node | None, places: Mapping[str, int], was_moved: frozenset[str], is_by_words: bool
) -> Plain:
    shown = new or old or {}
    id = shown["attrs"]["id"]
    kind = "ADDED" if old is None else "REMOVED" if new is None else "CHANGED" if old != new else "SAME"
    here, there = _words(old), _words(new)
    runs = _runs(here, there, is_by_words)
    return {
        "id": id,
        "type": shown["type"],
        "kind": "MOVED" if kind == "SAME" and id in was_moved else kind,
        "is_moved": id in was_moved,
        "position": places[id],
        "words": list(_pieces(runs, here, there)),
        "details": [*_attributes(old, new), *_marks(runs, here, there)] if old != new else [],
    }


def _line(old: str, new: str) -> list[Plain]:
    here, there = words_of([(old, frozenset())]), words_of([(new, frozenset())])
    return list(_pieces(_runs(here, there, is_by_words=True), here, there))


def _words(block: Node | None) -> list[Word]:
    return [] if block is None else words_of(_running(block))


def _running(node: Node) -> Iterator[tuple[str, Marks]]:
    """The text of a block with its marks; paragraphs, list items and captions begin on a line each."""
    is_first = True
    for child in node.get("content", ()):
        if child["type"] in ("text", "hardBreak"):
            yield child.get("text", "\n"), frozenset(map(_mark, child.get("marks", ())))
        else:
            yield from [] if is_first else [("\n", frozenset())]
            yield from _running(child)
            is_first = False


def _mark(mark: Node) -> tuple[str, str]:
    name = mark["type"]
    return name, mark["attrs"][MARK_VALUES[name]] if name in MARK_VALUES else name


def _runs(old: list[Word], new: list[Word], is_by_words: bool) -> list[Run]:
    here, there = [word.key for word in old], [word.key for word in new]
    if here == there or not is_by_words:
        return [Run(here == there, (0, len(old)), (0, len(new)))]
    return compared(here, there)


def _pieces(runs: Sequence[Run], old: list[Word], new: list[Word]) -> Iterator[Plain]:
    """What stays, as it is written in the newer text, what goes and what comes.

    Where a word that stays had other spaces behind it, they go and come with what follows.
    """
    gone = come = ""
    for place, run in enumerate(runs):
        gone += "".join(word.text for word in old[slice(*run.old)])
        come += "".join(word.text for word in new[slice(*run.new)])
        if not run.is_same:
            yield from ({"kind": kind, "text": text} for kind, text in (("REMOVED", gone), ("ADDED", come)) if text)
            gone = come = ""
        elif come:
            was, now = _spaces_behind(old[run.old[1] - 1]), _spaces_behind(new[run.new[1] - 1])
            is_followed = was != now and place + 1 < len(runs)
            gone = was if is_followed and runs[place + 1].goes else ""
            rest = now if is_followed and runs[place + 1].comes else ""
            yield {"kind": "SAME", "text": come.removesuffix(rest)}
            come = rest


def _spaces_behind(word: Word) -> str:
    return word.text[len(word.key) :]


def _marks(runs: Iterable[Run], old: list[Word], new: list[Word]) -> Iterator[Plain]:
    """What became of the marks of words that stayed: links, languages and emphasis."""
    both = [
        pair for run in runs if run.is_same for pair in zip(old[slice(*run.old)], new[slice(*run.new)], strict=True)
    ]
    for (before, after), words in groupby(both, key=lambda pair: (pair[0].marks, pair[1].marks)):
        said = "".join(word.text for _, word in words).strip()
        for name in sorted({name for name, _ in before ^ after}) if said else ():
            yield _detail(name, _value(before, name), _value(after, name), words=said)


def _value(marks: Marks, name: str) -> str | None:
    return " ".join(sorted(value for own, value in marks if own == name)) or None


def _attributes(old: Node | None, new: Node | None) -> Iterator[Plain]:
    """What became of what a block is and of what is said beside its text; in a gallery, of each photo."""
    before, after = _beside(old), _beside(new)
    for part, name in {**before, **after}:
        was, now = before.get((part, name)), after.get((part, name))
        if was != now:
            yield _detail(name, was, now, photo=part)


def _beside(block: Node | None) -> dict[tuple[str | None, str], str | None]:
    if block is None:
        return {}
    photos = block["content"] if block["type"] == "gallery" else ()
    parts = [(None, block), *((photo["attrs"]["id"], photo) for photo in photos)]
    return {
        (part, name): _said(name, value)
        for part, node in parts
        for name, value in {"type": node["type"], **node["attrs"]}.items()
        if name != "id" and value is not None
    }


def _said(name: str, value: Any) -> str:
    return f"Photo:{value}" if name == "photo" else str(value)


def _detail(
    name: str, before: str | None, after: str | None, words: str | None = None, photo: str | None = None
) -> Plain:
    return {"name": name, "words": words, "block": photo, "before": before, "after": after}


def _count(pieces: Iterable[Plain], kind: str) -> int:
    return word_count(" ".join(piece["text"] for piece in pieces if piece["kind"] == kind))
