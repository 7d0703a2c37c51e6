"""Tables in HTML: a paragraph for each row, because a body has no tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborNode

from schema.posts.body.conversion.elements import children
from schema.posts.body.conversion.fitting import running_text
from schema.posts.body.conversion.flow import Flow, Marks
from schema.posts.body.conversion.making import paragraph, words
from schema.posts.body.grammar import Node

if TYPE_CHECKING:
    from schema.posts.body.conversion.html import Walker

GROUPS = frozenset({"thead", "tbody", "tfoot"})


def read_table(walker: Walker, node: LexborNode, flow: Flow, marks: Marks) -> None:
    """A table: each row with its cells joined by " | "; a row of one cell as what the cell holds."""
    walker.losses.add("markup", "A table became one paragraph for each row, its cells divided by “|”.")
    flow.end_paragraph()
    for row in _rows(node):
        cells = [cell for cell in children(row) if cell.tag in ("td", "th")]
        if row.tag != "tr" or len(cells) == 1:
            flow.block(*walker.blocks(cells[0] if cells else row, marks))
        else:
            flow.block(*_row([walker.blocks(cell, marks) for cell in cells]))


def _rows(node: LexborNode) -> Iterator[LexborNode]:
    """The rows and captions of a table, and not those of tables in it."""
    for child in children(node):
        if child.tag in GROUPS:
            yield from _rows(child)
        elif child.tag in ("tr", "caption"):
            yield child


def _row(cells: list[list[Node]]) -> Iterator[Node]:
    joined: list[Node] = []
    moved: list[Node] = []
    for blocks in cells:
        content, rest = running_text(blocks)
        joined += [*words(" | "), *content] if joined and content else content
        moved += rest
    if joined:
        yield paragraph(joined)
    yield from moved
