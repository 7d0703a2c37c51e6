"""What somebody reads who has just started the demo: where it is, and what to type next, every line as it works."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gateway.cli.presenting import Screen, typed

if TYPE_CHECKING:
    from pathlib import Path

    from gateway.importers import LossReport

SHOWN_LOSSES = 4

FIRST_QUERY = """
curl -s ADDRESS/graphql -H 'content-type: application/json' \\
-d '{"query": "{ posts(first: 3) { nodes { title bylines { office } } } }"}'
"""

FIRST_WRITE = """
export TOKEN=SECRET
curl -s ADDRESS/graphql -H "authorization: Bearer $TOKEN" \\
-H 'content-type: application/json' -d '{"variables": {"input": {
  "mission": "MISSION",
  "kind": "BLOG_POST", "locale": "en", "title": "A first draft",
  "body": {"markdown": "Not public before it is **published**."}}},
  "query": "mutation ($input: CreatePostInput!) QUERY"}'
"""

FIRST_ANSWER = "{ createPost(input: $input) { post { id state } problems { message } } }"


@dataclass(frozen=True)
class Invitation:
    """A demo that is ready."""

    address: str
    secret: str
    """Of a token that may write in every mission of the demo."""
    days: int
    """How long the token works."""
    mission_id: str
    """The mission to write for, by its opaque id."""
    folder: "Path | None"
    """Where it is kept, if it is."""

    @property
    def first_query(self) -> str:
        """A shell command that reads, as anybody may."""
        return FIRST_QUERY.replace("ADDRESS", self.address).strip()

    @property
    def first_write(self) -> str:
        """Shell commands that write a draft with the token."""
        known = {"ADDRESS": self.address, "SECRET": self.secret, "MISSION": self.mission_id, "QUERY": FIRST_ANSWER}
        return re.sub("|".join(known), lambda found: known[found[0]], FIRST_WRITE).strip()

    def as_json(self) -> dict[str, Any]:
        """The same for programs."""
        return {
            "addresses": {name: f"{self.address}/{path}" for name, path in ADDRESSES.items()},
            "token": self.secret,
            "first_query": self.first_query,
            "first_write": self.first_write,
            "folder": self.folder and str(self.folder),
        }

    def show(self, screen: Screen) -> None:
        """Print it for a person."""
        screen.line()
        screen.fact("GraphQL", f"{self.address}/graphql", f"in a browser: {_ready_queries()} ready queries")
        screen.fact("Health", f"{self.address}/readyz")
        screen.line("\n  Ask something:\n", style="bold")
        screen.line(_indented(self.first_query))
        screen.line(
            f"\n  Write something (an editor's token, shown this once, good for {_days(self.days)}):\n", style="bold"
        )
        screen.line(_indented(self.first_write))
        screen.line()
        screen.fact("Stop", "Ctrl+C", f"{self.folder} stays" if self.folder else "nothing stays")
        if self.folder is None:
            screen.fact("Keep it", typed("demo", "--keep"))
        screen.fact("Real set-up", typed("serve"))


ADDRESSES = {"graphql": "graphql", "ready": "readyz", "alive": "healthz"}


def losses_in_a_few_lines(report: "LossReport") -> Iterator[str]:
    """How many records came over, and what could not be kept, the most frequent first."""
    from gateway.importers.report import plural

    counts = report.counts.values()
    read, written, here = (sum(getattr(count, name) for count in counts) for name in ("read", "written", "unchanged"))
    skipped = sum(count.skipped.total() for count in counts)
    lost = Counter((loss.kind, loss.what) for loss in report.losses)
    known = f"{here:,} were here, " if here else ""
    losses = f"{lost.total():,} loss{'' if lost.total() == 1 else 'es'}"
    yield f"{read:,} records: {written:,} written, {known}{skipped:,} left out, {losses}"
    for (kind, what), number in lost.most_common(SHOWN_LOSSES):
        yield f"{number:>3} {kind if number == 1 else plural(kind)}: {what}"
    if len(lost) > SHOWN_LOSSES:
        yield f"  … and {lost.total() - sum(number for _, number in lost.most_common(SHOWN_LOSSES))} more"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


def _days(days: int) -> str:
    return "a day" if days == 1 else f"{days} days"


def _ready_queries() -> int:
    from gateway.routes.explorer import FOLDER

    return len(list((FOLDER / "queries").glob("*.graphql")))
