"""Running text as it is collected: white space as a browser shows it, and paragraphs where a reader sees them."""

import re
from collections.abc import Mapping

from schema.posts.body.grammar import Node
from schema.posts.body.values import UNSTORABLE

# Only these collapse in HTML; a no-break space is a character.
SPACES = re.compile(r"[ \t\n\r\f]+")

Marks = Mapping[str, Node]
"""The marks that apply, as name → attributes; one of a name at a time, the innermost."""


def storable(text: str) -> str:
    """Text with a space for each character that ``parse_body`` would refuse."""
    return UNSTORABLE.sub(" ", text)


def mark_list(marks: Marks) -> list[Node]:
    return [{"type": name, "attrs": dict(attrs)} if attrs else {"type": name} for name, attrs in marks.items()]


class Flow:
    """Collects text and blocks in reading order.

    White space between words is one space, and none stands at the edges of a paragraph or beside a line break. Two line
    breaks in a row begin a new paragraph, and so does a block. A paragraph of nothing but space is left out.
    """

    def __init__(self) -> None:
        self._blocks: list[Node] = []
        self._run: list[Node] = []
        self._space: Marks | None = None
        self._breaks: list[Marks] = []

    def text(self, text: str, marks: Marks) -> None:
        words = SPACES.sub(" ", storable(text))
        if words.startswith(" "):
            self._hold_space(marks)
        if inner := words.strip(" "):
            self._release()
            self._append({"type": "text", "text": inner}, marks)
            if words.endswith(" "):
                self._hold_space(marks)

    def line_break(self, marks: Marks) -> None:
        self._space = None
        if self._run:
            self._breaks.append(marks)

    def block(self, *nodes: Node) -> None:
        """Add finished blocks; the paragraph so far ends before them."""
        if nodes:
            self.end_paragraph()
            self._blocks.extend(nodes)

    def end_paragraph(self) -> None:
        if any(piece.get("text", "").strip() for piece in self._run):
            self._blocks.append({"type": "paragraph", "content": self._run})
        self._run, self._space, self._breaks = [], None, []

    def blocks(self) -> list[Node]:
        """Everything collected."""
        self.end_paragraph()
        return self._blocks

    def _hold_space(self, marks: Marks) -> None:
        if self._run and not self._breaks and self._space is None:
            self._space = marks

    def _release(self) -> None:
        """Write the white space that came before the word that comes now."""
        if len(self._breaks) > 1:
            self.end_paragraph()
        elif self._breaks:
            self._append({"type": "hardBreak"}, self._breaks[0])
        elif self._space is not None:
            self._append({"type": "text", "text": " "}, self._space)
        self._space, self._breaks = None, []

    def _append(self, piece: Node, marks: Marks) -> None:
        if marks:
            piece["marks"] = mark_list(marks)
        before = self._run[-1] if self._run else {}
        if before.get("type") == piece["type"] == "text" and before.get("marks") == piece.get("marks"):
            before["text"] += piece["text"]
        else:
            self._run.append(piece)
