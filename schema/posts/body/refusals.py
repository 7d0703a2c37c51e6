"""The refusals of a body: which block, what is wrong with it, and what to do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from schema.errors import Invalid

MAX_PROBLEMS = 20
MAX_QUOTED = 40


def quoted(value: str) -> str:
    """A value as a sentence may show it: in quotes, cut at 40 characters, and without characters no one can see."""
    shown = "".join(character if character.isprintable() else "\ufffd" for character in value[: MAX_QUOTED + 1])
    return f"“{shown[:MAX_QUOTED]}…”" if len(shown) > MAX_QUOTED else f"“{shown}”"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document something stands.

    ``position`` counts the blocks of the body from 1, ``photo`` the photos of a gallery from 1, ``steps`` lead to the
    value itself. Null in the first four means the body as a whole.
    """

    position: int | None = None
    kind: str | None = None
    block: str | None = None
    photo: int | None = None
    steps: tuple[str | int, ...] = ()

    def at(self, *steps: str | int) -> "Place":
        return replace(self, steps=self.steps + steps)

    @property
    def is_named(self) -> bool:
        """Whether this is the body itself, a block of it or a photo of a gallery; what is nested in them is not."""
        return len(self.steps) <= (4 if self.photo is not None else 2)

    @property
    def label(self) -> str:
        """``Block 3 (photo, id “k3”)``, ``Block 4 (gallery), photo 2 (id “k5”)`` or ``The body``."""
        if self.position is None:
            return "The body"
        known = f"id {quoted(self.block)}" if self.block else ""
        if self.photo is not None:
            return f"Block {self.position} ({self.kind}), photo {self.photo}" + (f" ({known})" if known else "")
        facts = ", ".join(fact for fact in (self.kind, known) if fact)
        return f"Block {self.position}" + (f" ({facts})" if facts else "")

    @property
    def pointer(self) -> str:
        """The place as a JSON pointer: ``/content/2/attrs/photo``.

        Source:
            RFC 6901.
        """
        return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in self.steps)


@dataclass(frozen=True, slots=True)
class BlockProblem:
    """One thing that is wrong, in a whole sentence.

    ``block`` is the id the block came with; ``position`` counts the blocks of the body from 1; both are null when the
    body as a whole is wrong. ``path`` is a JSON pointer into what was sent.
    """

    block: str | None
    position: int | None
    path: str
    message: str


class BodyInvalid(Invalid):
    """{reason}"""

    def __init__(self, problems: Sequence[BlockProblem], *, path: Sequence[str | int] = ()) -> None:
        """``problems`` has at least one, in reading order; the first is the message."""
        self.problems = tuple(problems)
        super().__init__(path=path, reason=self.problems[0].message)


class PhotoNotFound(Invalid):
    """{label}: the photo it shows is not in the library. Choose another photo, or delete the block."""


class Notes:
    """What a check has found so far: problems, and what is counted against the limits."""

    def __init__(self) -> None:
        self.blocks = 0
        self.characters = 0
        self.positions: dict[str, int] = {}
        self._found: list[tuple[Place, str]] = []

    def add(self, place: Place, sentence: str) -> None:
        """Note a problem.

        Raises:
            BodyInvalid: this was the twentieth; a person reads no further.
        """
        self._found.append((place, f"{place.label}: {sentence}"))
        if len(self._found) == MAX_PROBLEMS:
            self.settle()

    def settle(self) -> None:
        """Refuse if anything was found.

        Raises:
            BodyInvalid.
        """
        if self._found:
            raise BodyInvalid(tuple(self._problems()), path=self._found[0][0].steps)

    def _problems(self) -> Iterator[BlockProblem]:
        for place, sentence in self._found:
            yield BlockProblem(place.block, place.position, place.pointer, sentence)
