"""Blocks fitted into places that hold less: lists hold paragraphs and lists, quotes paragraphs, captions text.

What does not fit moves below the block it was in; what can be said as a paragraph becomes one.
"""

from collections.abc import Iterator, Sequence

from schema.posts.body.conversion.losses import Losses
from schema.posts.body.conversion.making import paragraph, words
from schema.posts.body.grammar import Node, kind_words

MAX_LEVELS = 5
MAX_ATTRIBUTION = 300
LISTS = frozenset({"bulletList", "orderedList"})
WHOLE = frozenset({"photo", "gallery", "embed"})


def paragraphs_of(block: Node) -> Iterator[Node]:
    """A block said in paragraphs, none of them empty; a photo, a gallery, an embed or a divider has none."""
    if block["type"] in ("paragraph", "heading"):
        if content := block.get("content"):
            yield paragraph(content)
    elif block["type"] not in WHOLE:
        for child in block.get("content", []):
            yield from paragraphs_of(child)
        if attribution := block.get("attrs", {}).get("attribution"):
            yield paragraph(words(f"— {attribution}"))


def running_text(blocks: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """Blocks as one run of text, a line break between two; and the blocks that are no text."""
    run: list[Node] = []
    for block in blocks:
        for part in paragraphs_of(block):
            run += [{"type": "hardBreak"}, *part["content"]] if run else part["content"]
    return run, _whole(blocks)


def heading_blocks(level: int, blocks: Sequence[Node]) -> list[Node]:
    """A heading of level 2 to 4, and below it what cannot stand in one."""
    content, moved = running_text(blocks)
    heading = {"type": "heading", "attrs": {"level": min(max(level, 2), 4)}, "content": content}
    return [heading, *moved] if content else moved


def quote_blocks(blocks: Sequence[Node], attribution: str, losses: Losses) -> list[Node]:
    """A quote, and below it what cannot stand in one."""
    _note_moves(blocks, "a quote", {"paragraph"}, losses)
    content = [part for block in blocks for part in paragraphs_of(block)]
    if attribution and (not content or len(attribution) > MAX_ATTRIBUTION):
        content.append(paragraph(words(f"— {attribution}")))
        attribution = ""
    quote = {"type": "quote", "attrs": {"attribution": attribution or None}, "content": content}
    return [quote, *_whole(blocks)] if content else _whole(blocks)


def list_blocks(attrs: Node | None, items: Sequence[Sequence[Node]], level: int, losses: Losses) -> list[Node]:
    """A list, numbered if it has ``attrs``, and below it what cannot stand in one.

    ``level`` is 1 for a list that is in no other; below the fifth level items become paragraphs of the item around.
    """
    fitted = [item for blocks in items if (item := _item(blocks, losses))]
    moved = [block for blocks in items for block in _whole(blocks)]
    if level > MAX_LEVELS:
        losses.formatting(f"the nesting of lists below level {MAX_LEVELS}")
        return [part for item in fitted for part in paragraphs_of(item)] + moved
    made: Node = {"type": "orderedList", "attrs": attrs} if attrs is not None else {"type": "bulletList"}
    return [{**made, "content": fitted}, *moved] if fitted else moved


def _item(blocks: Sequence[Node], losses: Losses) -> Node | None:
    _note_moves(blocks, "a list", {"paragraph", *LISTS}, losses)
    content: list[Node] = []
    for block in blocks:
        content += [block] if block["type"] in LISTS else paragraphs_of(block)
    if content and content[0]["type"] in LISTS:
        content.insert(0, {"type": "paragraph"})
    return {"type": "listItem", "content": content} if content else None


def _note_moves(blocks: Sequence[Node], where: str, fitting: set[str], losses: Losses) -> None:
    for block in blocks:
        kind = kind_words(block["type"])
        if block["type"] in WHOLE:
            losses.add("markup", f"A {kind} inside {where} was moved below it.")
        elif block["type"] not in fitting:
            losses.formatting(f"a {kind} inside {where}")


def _whole(blocks: Sequence[Node]) -> list[Node]:
    return [block for block in blocks if block["type"] in WHOLE]
