"""Verifying an audit log line by line, from a database or from a file: what does not fit, and where.

Nothing is kept but where the present chain has come to, so a log may be of any length.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from schema.canonical import canonical, sha256
from schema.history.chain import BEGINNING
from schema.history.exporting import FORMAT, Line

What = Literal["content_changed", "entry_missing", "order", "head", "not_linked", "unreadable"]

ENTRY_MEMBERS = frozenset(
    ("id", "event", "subject", "mission", "account", "actor", "happened_at", "details", "position", "previous")
)


@dataclass(frozen=True)
class Fault:
    """One thing that does not fit."""

    what: What
    chain: str | None
    """The mission whose chain it is; None: the installation's own."""
    position: int | None
    entry: str | None
    says: str


@dataclass
class Verifier:
    """Takes the lines of one log in their order; each may bring faults to light."""

    known: Mapping[str | None, tuple[int, str]] = field(default_factory=dict)
    """Where chains had come to earlier, by their missions: a length and the hash there."""
    ends: dict[str | None, tuple[int, str]] = field(default_factory=dict)
    """Where the chains seen so far have come to."""
    entries: int = 0
    _is_begun: bool = False
    _chain: str | None = None
    _head: tuple[int, str] | None = None
    _position: int = 0
    _hash: str | None = BEGINNING.hex()
    """The hash of the last link; None when it is not known because its entry is missing."""

    def take(self, line: Line) -> Iterator[Fault]:
        """What the next line brings to light."""
        if not self._is_begun:
            self._is_begun = True
            if line.get("format") != FORMAT:
                yield self._fault("unreadable", None, None, f"It does not begin with the format {FORMAT}.")
            return
        try:
            yield from self._taken(line)
        except (KeyError, TypeError, ValueError, AttributeError):
            yield self._fault("unreadable", None, None, f"A line is none of this format: {str(line)[:80]}")

    def end(self) -> Iterator[Fault]:
        """What is to be said when no line is left."""
        if not self._is_begun:
            yield self._fault("unreadable", None, None, "It is empty.")
        yield from self._close()
        for chain, (length, _) in self.known.items():
            if chain not in self.ends:
                says = f"This chain had {length} entries, and is gone."
                yield Fault("head", chain, None, None, says)

    def _taken(self, line: Line) -> Iterator[Fault]:
        match line:
            case {"chain": head}:
                yield from self._close()
                self._chain, self._head = head["mission"], (int(head["length"]), str(head["hash"]))
                self._position, self._hash = 0, BEGINNING.hex()
            case {"entry": entry, "hash": hash}:
                yield from self._entry(entry, hash)
            case {"missing": gone}:
                yield from self._reach(gone["position"], gone["id"])
                self._hash = None
                yield self._fault("entry_missing", gone["position"], gone["id"], "Its entry is gone.")
            case {"unlinked": loose}:
                yield from self._close()
                says = f"{loose['event']} of {loose['happened_at']} is in no chain."
                yield Fault("not_linked", loose["mission"], None, loose["id"], says)
            case _:
                raise ValueError

    def _entry(self, entry: Mapping[str, Any], hash: str) -> Iterator[Fault]:
        position, key = int(entry["position"]), str(entry["id"])
        if self._head is None:
            raise ValueError
        yield from self._reach(position, key)
        self.entries += 1
        if sha256(canonical(dict(entry))).hex() != hash or entry.keys() != ENTRY_MEMBERS:
            yield self._fault("content_changed", position, key, "What it says is not what was recorded.")
        if entry["mission"] != self._chain:
            yield self._fault("order", position, key, f"It belongs to another chain, of {entry['mission']}.")
        if self._hash is not None and entry["previous"] != self._hash:
            yield self._fault("order", position, key, "The entry before it is not the one that stood there.")
        length, known = self.known.get(self._chain, (0, ""))
        if position == length and hash != known:
            yield self._fault("order", position, key, "Up to here the chain was another one before.")
        self._hash = hash

    def _reach(self, position: int, key: str) -> Iterator[Fault]:
        """Go on to the position of the next link, which should be the one after the last."""
        expected, self._position = self._position + 1, position
        if position > expected:
            self._hash = None
            gone = f"Entry {expected}" if position == expected + 1 else f"Entries {expected} to {position - 1}"
            yield self._fault("entry_missing", expected, None, f"{gone} of the chain cannot be found.")
        elif position < expected:
            yield self._fault("order", position, key, f"It stands after position {expected - 1}.")

    def _close(self) -> Iterator[Fault]:
        """The end of a chain, which its head must name."""
        if self._head is None:
            return
        length, hash = self._head
        if self._position < length:
            gone = f"The chain ends at {self._position}, and had {length} entries."
            yield self._fault("head", self._position + 1, None, gone)
        elif self._position > length or (self._hash is not None and hash != self._hash):
            yield self._fault("head", self._position, None, "The chain does not end in the entry that its head names.")
        if self.known.get(self._chain, (0, ""))[0] > self._position:
            gone = f"The chain had {self.known[self._chain][0]} entries before, and ends at {self._position}."
            yield self._fault("head", self._position + 1, None, gone)
        self.ends[self._chain] = (self._position, hash)
        self._head = None

    def _fault(self, what: What, position: int | None, entry: str | None, says: str) -> Fault:
        return Fault(what, self._chain, position, entry, says)
