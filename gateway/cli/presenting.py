"""What a command shows: steps with their seconds, facts, notes; or one JSON document, when a program asks.

Standard output has what was asked for and nothing else: with `--json` one document, otherwise lines for a person.
Notes and refusals go to standard error. Bars move and colours shine on a terminal only, and never with NO_COLOR.
"""

import json
import os
import shlex
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress
    from rich.table import Table

    from gateway.cli.endings import Ending

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document; all else goes to standard error.")]

LABEL_WIDTH = 11
LINE_WIDTH = 88
PLAIN_WIDTH = 240
"""Of what is not a terminal: nothing is cut there."""
LINE_EVERY_SECONDS = 10


class Screen:
    """Where one command shows what it does."""

    def __init__(self, is_json: bool = False) -> None:
        self.is_json = is_json
        self.people = _console(to_errors=is_json)
        """Lines about what goes on; they make way for the document."""
        self._notes = _console(to_errors=True)

    def line(self, text: str = "", style: str = "") -> None:
        """One line for a person, whole even where it is wider than the window: it may be for copying."""
        self.people.print(text, style=style or None, markup=False, soft_wrap=True)

    def fact(self, label: str, text: str, note: str = "") -> None:
        """A label and what it stands for, with a note in grey."""
        from rich.text import Text

        line = Text.assemble("  ", (label.ljust(LABEL_WIDTH), "bold"), " ", text, (f"   {note}" if note else "", "dim"))
        self.people.print(line, soft_wrap=True)

    def detail(self, text: str) -> None:
        """A grey line below a step, cut where the window ends."""
        from rich.text import Text

        line = Text(f"  {'':<{LABEL_WIDTH}} {text}", style="dim")
        self.people.print(line, no_wrap=True, overflow="ellipsis")

    def note(self, text: str, style: str = "yellow") -> None:
        """Something a person should know besides."""
        self._notes.print(text, style=style, markup=False, soft_wrap=True)

    def table(self, table: "Table") -> None:
        """A result for a person; a program has the document instead."""
        if not self.is_json:
            self.people.print(table)

    def answer(self, document: Any) -> None:
        """A result for a program; a person has the lines instead."""
        if self.is_json:
            print_json(document)

    @contextmanager
    def step(self, label: str) -> Iterator["Step"]:
        """Do one step; when it is done, its line says what came of it and how long it took."""
        from rich.text import Text

        started = time.perf_counter()
        with self._moving() as moving:
            step = Step(label, self.people, moving)
            yield step
        step.seconds = time.perf_counter() - started
        line = Text.assemble("  ", (label.ljust(LABEL_WIDTH), "bold"), " ", step.outcome)
        if self.people.is_terminal:
            line.pad_right(max(0, min(LINE_WIDTH, self.people.width) - 8 - line.cell_len))
        line.append(f"  {step.seconds:.1f} s", "dim")
        self.people.print(line, soft_wrap=True)

    @contextmanager
    def _moving(self) -> Iterator["Progress | None"]:
        if not self.people.is_terminal or self.people.is_dumb_terminal:
            yield None
            return
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

        shape = (
            SpinnerColumn(),
            TextColumn("{task.fields[label]:<11}", style="bold"),
            TextColumn("{task.description}"),
        )
        with Progress(
            *shape, BarColumn(24), TextColumn("{task.fields[count]}"), console=self.people, transient=True
        ) as it:
            yield it


class Step:
    """One step while it goes on. Set `outcome` to what came of it."""

    def __init__(self, label: str, console: "Console", moving: "Progress | None") -> None:
        self.label, self.outcome, self.seconds = label, "", 0.0
        self._console, self._moving = console, moving
        self._task = moving.add_task("", total=None, label=label, count="") if moving else None
        self._last_line = time.monotonic()

    def progress(self, what: str, done: int, total: int) -> None:
        """Say how far it is: a bar that moves, or now and then a line."""
        if self._moving is not None and self._task is not None:
            self._moving.update(
                self._task, description=what, completed=done, total=total, count=f"{done:,} of {total:,}"
            )
        elif time.monotonic() - self._last_line > LINE_EVERY_SECONDS:
            self._last_line = time.monotonic()
            self._console.print(f"  {self.label}: {what} {done:,} of {total:,}", soft_wrap=True, markup=False)


def present_ending(ending: "Ending", is_json: bool) -> None:
    """Say on standard error why it ended, and as a document too when a program listens."""
    if not ending.message:
        return
    screen = Screen(is_json)
    screen.note(ending.message, style="red")
    if ending.next:
        screen.note(ending.next, style="")
    screen.answer({"error": {"exit_code": int(ending.code), "message": ending.message, "next": ending.next}})


def print_json(document: Any) -> None:
    """The one document of a command, on standard output."""
    sys.stdout.write(json.dumps(document, indent=2, ensure_ascii=False, default=str) + "\n")
    sys.stdout.flush()


def typed(*words: str) -> str:
    """A command of ours as this person has to type it here: ``communique doctor``, ``.venv/bin/communique doctor``."""
    return " ".join([_program(), *map(shlex.quote, words)])


def _program() -> str:
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return "python -m gateway.cli"
    found = shutil.which("communique")
    if called.name != "communique" or (found and Path(found).resolve() == called.resolve()):
        return "communique"
    beneath = os.path.relpath(called)
    return str(called) if beneath.startswith("..") else beneath


def _console(*, to_errors: bool) -> "Console":
    from rich.console import Console

    class Patient(Console):
        def on_broken_pipe(self) -> None:
            """Go on in silence when whoever read along has left, as `head` does: a server is still wanted."""
            self.quiet = True
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

    stream = sys.stderr if to_errors else sys.stdout
    return Patient(stderr=to_errors, highlight=False, emoji=False, width=None if stream.isatty() else PLAIN_WIDTH)
