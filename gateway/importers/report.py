"""What became of everything in an archive: counts that add up, and every single loss with its own words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from gateway.importers.characters import one_line

Kind = Literal[
    "post", "page", "draft", "comment", "person", "photo", "placement",
    "topic", "tag", "redirect", "setting", "template", "other",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
PLURALS = {"person": "people", "other": "other entries"}

SHOWN_PER_LOSS = 5
SHOWN_WIDTH = 96
KEPT_LINES = 100


class Unbalanced(AssertionError):
    """More or fewer records went out than came in."""


@dataclass
class Count:
    """One kind's account: what was read is what was written, left unchanged or skipped."""

    read: int = 0
    written: int = 0
    unchanged: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    """How many were skipped, by reason."""

    @property
    def open(self) -> int:
        """Read, and not yet accounted for; negative when more went out than came in."""
        return self.read - self.written - self.unchanged - self.skipped.total()


@dataclass(frozen=True)
class Loss:
    """One thing that the archive holds and the imported content does not."""

    kind: Kind
    where: str
    what: str
    detail: str


@dataclass
class Recovery:
    """A repair that was needed to read the archive at all; ``lines`` holds the first hundred places."""

    where: str
    what: str
    times: int = 0
    lines: list[int] = field(default_factory=list)


class LossReport:
    """The account of one import, filled by the reader of the archive and by the writer of the content.

    The reader counts what it read and skips what is never imported. The writer answers for every record it was
    handed with ``wrote``, ``unchanged`` or ``skipped``, under the kind the reader counted it (``kind_of``).
    """

    def __init__(self, archive_name: str = "") -> None:
        self.archive_name = archive_name
        self.source = ""
        self.counts: dict[Kind, Count] = {kind: Count() for kind in KINDS}
        self.losses: list[Loss] = []
        self.warnings: list[tuple[str, str]] = []
        self._recoveries: dict[tuple[str, str], Recovery] = {}

    def read(self, kind: Kind, count: int = 1) -> None:
        """So many were found in the archive."""
        self.counts[kind].read += count

    def wrote(self, kind: Kind, count: int = 1) -> None:
        """So many are now content of ours."""
        self.counts[kind].written += count

    def unchanged(self, kind: Kind, count: int = 1) -> None:
        """So many were here already, from an earlier import, exactly as they are in the archive."""
        self.counts[kind].unchanged += count

    def skipped(self, kind: Kind, reason: str, count: int = 1) -> None:
        """So many were left out, for a reason a person can judge."""
        if count:
            self.counts[kind].skipped[reason] += count

    def lost(self, kind: Kind, where: str, what: str, detail: str = "") -> None:
        """Note one loss.

        ``where`` is the title or file name by which an editor finds the place; ``what`` a sentence shared by all
        losses of this sort, by which they are grouped; ``detail`` the very words or the link that were lost, never
        an e-mail address.
        """
        self.losses.append(Loss(kind, where, what, detail))

    def recovered(self, where: str, line: int, what: str) -> None:
        """Note one repair of the archive's markup; ``line`` counts from 1."""
        recovery = self._recoveries.setdefault((where, what), Recovery(where, what))
        recovery.times += 1
        if len(recovery.lines) < KEPT_LINES:
            recovery.lines.append(line)

    def warned(self, where: str, what: str) -> None:
        """Note something a person should look at though nothing is lost."""
        if (where, what) not in self.warnings:
            self.warnings.append((where, what))

    @property
    def recoveries(self) -> list[Recovery]:
        """Every repair, in the order in which the first of its sort was made."""
        return list(self._recoveries.values())

    @property
    def is_balanced(self) -> bool:
        """Whether every record read is accounted for."""
        return all(count.open == 0 for count in self.counts.values())

    def assert_balanced(self) -> None:
        """Raise Unbalanced, naming each kind whose account does not add up."""
        wrong = [f"{kind}: {_equation(count)}" for kind, count in self.counts.items() if count.open]
        if wrong:
            raise Unbalanced("; ".join(wrong))

    def as_json(self) -> dict[str, Any]:
        """The whole report as plain values; version 1 of this shape.

        Returns:
            ``version``, ``source``, ``archive``, ``is_balanced``;
            ``counts``: for every kind ``{read, written, unchanged, skipped, open, reasons: {reason: number}}``;
            ``losses``: ``[{kind, where, what, detail}]`` in the order found;
            ``recoveries``: ``[{where, what, times, lines}]``; ``warnings``: ``[{where, what}]``.
        """
        return {
            "version": 1,
            "source": self.source,
            "archive": self.archive_name,
            "is_balanced": self.is_balanced,
            "counts": {kind: _count_json(count) for kind, count in self.counts.items()},
            "losses": [vars(loss) for loss in self.losses],
            "recoveries": [vars(recovery) for recovery in self.recoveries],
            "warnings": [{"where": where, "what": what} for where, what in self.warnings],
        }

    def as_table(self, console: Console) -> None:
        """Print the report for an operator: counts, then losses, repairs and warnings, a few of each sort."""
        console.print(Text(one_line(f"Import from {self.source or 'an archive'}: {self.archive_name}"), style="bold"))
        console.print(self._count_table(console))
        for line, style in self._lines():
            console.print(Text(one_line(line), style=style), soft_wrap=not console.is_terminal)

    def _count_table(self, console: Console) -> Table:
        rows = [(kind, count) for kind, count in self.counts.items() if count.read or count.open]
        has_open = any(count.open for _, count in rows)
        table = Table(box=box.SIMPLE_HEAD if console.is_terminal else box.ASCII2)
        table.add_column("")
        for heading in ("read", "written", "unchanged", "skipped", *(["still open"] if has_open else [])):
            table.add_column(heading, justify="right", no_wrap=True)
        for kind, count in rows:
            figures = [count.read, count.written, count.unchanged, count.skipped.total()]
            figures += [count.open] if has_open else []
            table.add_row(plural(kind), *(f"{figure:,}" if figure else "·" for figure in figures))
        return table

    def _lines(self) -> Iterator[tuple[str, str]]:
        """The lines under the table, each with its style."""
        if skipped := sum(count.skipped.total() for count in self.counts.values()):
            yield f"Skipped: {skipped:,}", "bold"
        for kind, count in self.counts.items():
            for reason, number in count.skipped.most_common():
                yield f"  {number:>5,}  {plural(kind)}: {reason}", ""
        yield (f"Lost: {len(self.losses):,}", "bold red") if self.losses else ("Nothing was lost.", "bold green")
        for (kind, what), losses in self._losses_by_sort().items():
            yield f"  {len(losses):>5,}  {plural(kind)}: {what}", ""
            yield from _some([_loss_line(loss) for loss in losses])
        if self.recoveries:
            yield f"Repaired while reading: {sum(recovery.times for recovery in self.recoveries):,}", "bold yellow"
        for recovery in self.recoveries:
            yield f"  {recovery.times:>5,}  {recovery.where}, {_places(recovery)}: {recovery.what}", ""
        if self.warnings:
            yield f"To look at: {len(self.warnings):,}", "bold yellow"
        yield from _some([f"{where}: {what}" if where else what for where, what in self.warnings], shown=20)

    def _losses_by_sort(self) -> dict[tuple[Kind, str], list[Loss]]:
        sorts: dict[tuple[Kind, str], list[Loss]] = {}
        for loss in sorted(self.losses, key=lambda loss: KINDS.index(loss.kind)):
            sorts.setdefault((loss.kind, loss.what), []).append(loss)
        return sorts


def plural(kind: Kind) -> str:
    """The kind as a heading for many of it."""
    return PLURALS.get(kind, f"{kind}s")


def _count_json(count: Count) -> dict[str, Any]:
    return {
        "read": count.read,
        "written": count.written,
        "unchanged": count.unchanged,
        "skipped": count.skipped.total(),
        "open": count.open,
        "reasons": dict(count.skipped),
    }


def _equation(count: Count) -> str:
    outgoing = f"{count.written} written + {count.unchanged} unchanged + {count.skipped.total()} skipped"
    return f"{count.read} read is not {outgoing}"


def _loss_line(loss: Loss) -> str:
    return f"{loss.where}: {loss.detail}" if loss.where and loss.detail else loss.where or loss.detail


def _places(recovery: Recovery) -> str:
    shown = ", ".join(str(line) for line in recovery.lines[:5])
    return f"line{'s' if recovery.times > 1 else ''} {shown}{' …' if recovery.times > 5 else ''}"


def _some(lines: list[str], shown: int = SHOWN_PER_LOSS) -> Iterator[tuple[str, str]]:
    """The first few, cut to the width of a screen, and how many more the full report holds."""
    for line in lines[:shown]:
        text = one_line(line)
        if text:
            yield f"         {text if len(text) <= SHOWN_WIDTH else text[: SHOWN_WIDTH - 1] + '…'}", "dim"
    if len(lines) > shown:
        yield f"         … and {len(lines) - shown:,} more in the full report", "dim"
