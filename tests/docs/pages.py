"""The pages of the documentation, and the examples in them.

An example is a fence with a comment before it that says what the suite does with it:

    <!-- example: asked -->                  GraphQL, sent by a visitor
    <!-- example: asked by an editor -->     the same, with a token
    <!-- example: asked by the preview link -->     with the last secret of a preview link in an answer
    <!-- example: variables -->              JSON that goes with the next operation
    <!-- example: answered -->               JSON, which the answer must be
    <!-- example: answered with 401 -->      the same, and the status; `, in one statement` counts them too
    <!-- example: compiled -->               SQL, which the operation must have become
    <!-- example: typed -->                  a shell command, run
    <!-- example: serving -->                a shell command that goes on in the background
    <!-- example: printed -->                what the command before it printed
    <!-- example: not run, because … -->     what cannot be run here, and why

In what is expected, `…` stands for anything. In what is sent, an id such as `"Post:…"` stands for the last id of that
type in an answer, and `"…"` for the last `endCursor`. Every fence of GraphQL, JSON or shell has such a comment, but on
pages that are made from the code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.tree import ROOT

DIRECTIVE = re.compile(r"<!-- example: (.+?) -->\s*")
FENCE = re.compile(r"(`{3,})(\w*)\s*")
RUN_IN = {"graphql", "json", "bash", "sh"}

PAGES = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
)


@dataclass(frozen=True)
class Example:
    """One fence of a page. ``how`` is what the suite does with it; empty when nobody has said."""

    page: Path
    line: int
    language: str
    how: str
    text: str

    @property
    def place(self) -> str:
        """Where it stands, for a message."""
        return f"{self.page.relative_to(ROOT) if self.page.is_relative_to(ROOT) else self.page}:{self.line}"


def examples(page: Path, text: str | None = None) -> Iterator[Example]:
    """Every fence of a page, in order."""
    how, lines = "", iter(enumerate((page.read_text() if text is None else text).splitlines(), 1))
    for number, line in lines:
        if directive := DIRECTIVE.fullmatch(line):
            how = directive[1]
        elif fence := FENCE.fullmatch(line):
            inside: list[str] = []
            for _, content in lines:
                if content.strip() == fence[1]:
                    break
                inside.append(content)
            yield Example(page, number, fence[2], how, "\n".join(inside))
            how = ""
        elif line.strip():
            how = ""


def prose(page: Path) -> str:
    """A page without its fences."""
    kept, marker = [], None
    for line in page.read_text().splitlines():
        fence = FENCE.match(line)
        if marker is None and fence and FENCE.fullmatch(line):
            marker = fence[1]
        elif marker is not None and line.strip() == marker:
            marker = None
        elif marker is None:
            kept.append(line)
    return "\n".join(kept)
