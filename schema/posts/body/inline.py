"""The check of running text: pieces of text with marks, and line breaks."""

import unicodedata

from schema.posts.body.addresses import WrongValue
from schema.posts.body.attributes import check_fields, checked_attributes
from schema.posts.body.grammar import HOLDS, MARKS, WORDS, Node, kind_words
from schema.posts.body.refusals import Notes, Place, quoted
from schema.posts.body.values import plain_text

PIECES = frozenset({"text", "hardBreak"})
PIECE_FIELDS = frozenset({"type", "attrs", "marks"})
MARK_FIELDS = frozenset({"type", "attrs"})
MARK_WORDS = {"link": "link", "language": "language", "strong": "strong emphasis", "emphasis": "emphasis"}


def checked_inline(content: list[object], parent: str, place: Place, notes: Notes) -> list[Node]:
    """Running text as it is stored: pieces with the same marks joined, in NFC, none of them empty."""
    joined: list[Node] = []
    for index, raw in enumerate(content):
        piece = _checked_piece(raw, parent, place.at("content", index), notes)
        if piece is None or piece.get("text") == "":
            continue
        if joined and _continues(joined[-1], piece):
            joined[-1]["text"] += piece["text"]
        else:
            joined.append(piece)
    for piece in joined:
        _normalise(piece, notes)
    return joined


def _checked_piece(raw: object, parent: str, place: Place, notes: Notes) -> Node | None:
    kind = raw.get("type") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(kind, str) or kind not in PIECES:
        notes.add(place, _misplaced(kind, parent))
        return None
    checked_attributes(kind, raw.get("attrs"), place, notes)
    check_fields(raw, PIECE_FIELDS | {"text"} if kind == "text" else PIECE_FIELDS, place, notes)
    piece: Node = {"type": kind}
    if kind == "text":
        piece["text"] = _checked_text(raw.get("text"), place, notes)
    if marks := _checked_marks(raw.get("marks"), piece.get("text", ""), place, notes):
        piece["marks"] = marks
    return piece


def _misplaced(kind: object, parent: str) -> str:
    if isinstance(kind, str) and kind in WORDS:
        return f"{WORDS[kind]} cannot stand here; the {kind_words(parent)} holds {HOLDS[parent]}."
    if isinstance(kind, str) and kind:
        return f"{quoted(kind)} is not a kind of text that a body knows."
    return "every piece of its text must be an object with a type."


def _checked_text(value: object, place: Place, notes: Notes) -> str:
    try:
        return plain_text(value)
    except WrongValue as wrong:
        notes.add(place.at("text"), f"its text {wrong}.")
        return ""


def _checked_marks(given: object, text: str, place: Place, notes: Notes) -> list[Node]:
    """The marks of a piece, from the outermost to the innermost."""
    if given is not None and not isinstance(given, list):
        notes.add(place.at("marks"), "the marks of its text must be a list.")
        return []
    marks: dict[str, Node] = {}
    for index, raw in enumerate(given or ()):
        mark = _checked_mark(raw, text, place.at("marks", index), notes)
        if mark and mark["type"] in marks:
            notes.add(place.at("marks", index), f"the text {quoted(text)} has {MARK_WORDS[mark['type']]} twice.")
        elif mark:
            marks[mark["type"]] = mark
    return [marks[name] for name in MARKS if name in marks]


def _checked_mark(raw: object, text: str, place: Place, notes: Notes) -> Node | None:
    name = raw.get("type") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(name, str):
        notes.add(place, "every mark of its text must be an object with a type.")
        return None
    if name not in MARKS:
        notes.add(place.at("type"), f"the text {quoted(text)} has {quoted(name)}, which a body does not know.")
        return None
    check_fields(raw, MARK_FIELDS, place, notes)
    subject = f"the {MARK_WORDS[name]} of {quoted(text)}"
    attributes = checked_attributes(name, raw.get("attrs"), place, notes, subject=subject)
    return {"type": name, "attrs": attributes} if attributes else {"type": name}


def _continues(before: Node, piece: Node) -> bool:
    return before["type"] == piece["type"] == "text" and before.get("marks") == piece.get("marks")


def _normalise(piece: Node, notes: Notes) -> None:
    """NFC once more, because two pieces can meet within a letter: "e" and its accent."""
    if piece["type"] == "text":
        piece["text"] = unicodedata.normalize("NFC", piece["text"])
        notes.characters += len(piece["text"])
