"""What a conversion could not keep, in sentences for the person who has to look at it."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from schema.posts.body.grammar import Node

LossKind = Literal["photo", "link", "embed", "language", "markup"]
MAX_SOURCE = 2_048


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that was not kept. ``source`` is the address or markup it was, where it had one."""

    kind: LossKind
    detail: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Converted:
    """A document for ``parse_body``, and what of the original is not in it."""

    document: Node
    losses: tuple[Loss, ...]


class Losses:
    """The losses of one conversion, in the order they came up; formatting is counted and comes last."""

    def __init__(self) -> None:
        self._found: list[Loss] = []
        self._formatting: Counter[str] = Counter()

    def add(self, kind: LossKind, detail: str, source: str | None = None) -> None:
        self._found.append(Loss(kind, detail, source[:MAX_SOURCE] if source else None))

    def formatting(self, words: str) -> None:
        """Count a way of setting text that a body does not have; the text itself is kept."""
        self._formatting[words] += 1

    def listed(self) -> tuple[Loss, ...]:
        counted = (
            Loss("markup", f"{words[0].upper()}{words[1:]} was not kept in {count} {_places(count)}; the text was.")
            for words, count in self._formatting.items()
        )
        return (*self._found, *counted)


def converted(blocks: list[Node], losses: Losses) -> Converted:
    """The result of a conversion; a document of nothing is one empty paragraph."""
    return Converted({"type": "doc", "content": blocks or [{"type": "paragraph"}]}, losses.listed())


def _places(count: int) -> str:
    return "place" if count == 1 else "places"
