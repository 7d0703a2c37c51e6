"""The check of a document: anything in; blocks as they are stored out, or every problem found."""

from schema.posts.body.attributes import check_fields, checked_attributes
from schema.posts.body.grammar import (
    HOLDS,
    MAX_BLOCKS,
    MAX_CHARACTERS,
    MAX_DEPTH,
    SCHEMA,
    WORDS,
    Node,
    kind_words,
)
from schema.posts.body.inline import checked_inline
from schema.posts.body.refusals import Notes, Place, quoted

NODE_FIELDS = frozenset({"type", "attrs", "content"})


def checked_blocks(document: object) -> list[Node]:
    """The blocks of a document as they are stored, except that a missing id is None.

    Raises:
        BodyInvalid.
    """
    notes, body = Notes(), Place()
    if not isinstance(document, dict) or document.get("type") != "doc":
        notes.add(body, "it must be a document: an object with the type “doc” and a list of blocks.")
        notes.settle()
        return []
    check_fields(document, NODE_FIELDS, body, notes)
    checked_attributes("doc", document.get("attrs"), body, notes)
    blocks = _checked_children("doc", document, body, 0, notes)
    _check_size(notes, body)
    notes.settle()
    return blocks


def _checked_children(parent: str, node: Node, place: Place, depth: int, notes: Notes) -> list[Node]:
    content = node.get("content")
    if content is not None and not isinstance(content, list):
        notes.add(place.at("content"), "its content must be a list.")
        return []
    if not content and not SCHEMA.nodes[parent].content_match.valid_end:
        notes.add(place, f"{'it' if parent == 'doc' else _within(parent)} is empty; it needs {HOLDS[parent]}.")
    match, children = SCHEMA.nodes[parent].content_match, []
    for index, child in enumerate(content or ()):
        here = _place_of(child, parent, index, place)
        kind = _kind_of(child, here, notes)
        following = match.match_type(SCHEMA.nodes[kind]) if kind else None
        if kind and following is None:
            notes.add(here, f"{WORDS[kind]} cannot stand here; {_within(parent)} holds {HOLDS.get(parent, 'nothing')}.")
        if kind and following is not None:
            match = following
            children.append(_checked_node(kind, child, here, depth + 1, notes))
    return children


def _within(parent: str) -> str:
    return f"the {kind_words(parent)}"


def _place_of(child: object, parent: str, index: int, place: Place) -> Place:
    """The place of a child; a block of the body and a photo of a gallery are named in it."""
    steps = (*place.steps, "content", index)
    if parent not in ("doc", "gallery"):
        return place.at("content", index)
    attrs = child.get("attrs") if isinstance(child, dict) else None
    given = attrs.get("id") if isinstance(attrs, dict) else None
    known = given if isinstance(given, str) and given else None
    if parent == "gallery":
        return Place(place.position, place.kind, known, index + 1, steps)
    kind = child.get("type") if isinstance(child, dict) else None
    words = kind_words(kind) if isinstance(kind, str) and kind in WORDS else None
    return Place(index + 1, words, known, None, steps)


def _kind_of(child: object, place: Place, notes: Notes) -> str | None:
    kind = child.get("type") if isinstance(child, dict) else None
    if isinstance(kind, str) and kind in SCHEMA.nodes:
        return kind
    if isinstance(kind, str) and kind:
        notes.add(place.at("type"), f"{quoted(kind)} is not a kind of block that a body knows.")
    else:
        notes.add(place, "every part of a body must be an object with a type.")
    return None


def _checked_node(kind: str, node: Node, place: Place, depth: int, notes: Notes) -> Node:
    if depth > MAX_DEPTH:
        notes.add(place, f"it is nested more than {MAX_DEPTH} levels deep. Use fewer levels.")
        return {}
    _count_block(place, notes)
    check_fields(node, NODE_FIELDS, place, notes)
    attributes = checked_attributes(kind, node.get("attrs"), place, notes)
    _check_id(attributes.get("id"), place, notes)
    checked: Node = {"type": kind}
    if attributes:
        checked["attrs"] = attributes
    if content := _checked_content(kind, node, place, depth, notes):
        checked["content"] = content
    return checked


def _checked_content(kind: str, node: Node, place: Place, depth: int, notes: Notes) -> list[Node]:
    if SCHEMA.nodes[kind].inline_content and isinstance(node.get("content"), list):
        return checked_inline(node["content"], kind, place, notes)
    return _checked_children(kind, node, place, depth, notes)


def _check_id(given: str | None, place: Place, notes: Notes) -> None:
    if given is None or place.position is None:
        return
    if given in notes.positions:
        notes.add(
            place.at("attrs", "id"), f"its id is already that of block {notes.positions[given]}. Use each id once."
        )
    notes.positions.setdefault(given, place.position)


def _count_block(place: Place, notes: Notes) -> None:
    notes.blocks += 1
    if notes.blocks > MAX_BLOCKS:
        notes.add(Place(), f"it has more than {MAX_BLOCKS:,} blocks and list items. Divide it into several posts.")
        notes.settle()


def _check_size(notes: Notes, body: Place) -> None:
    if notes.characters > MAX_CHARACTERS:
        notes.add(
            body,
            f"its text has {notes.characters:,} characters; the limit is {MAX_CHARACTERS:,}. "
            "Divide it into several posts.",
        )
