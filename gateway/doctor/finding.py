"""What was found, and how it is shown to people and to programs."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import orjson
from rich.console import Console
from rich.table import Table
from rich.text import Text

Status = Literal["ok", "warn", "fail"]
STYLES: dict[Status, str] = {"ok": "green", "warn": "yellow", "fail": "bold red"}


class Finding(NamedTuple):
    """One thing that was looked at."""

    name: str
    status: Status
    message: str
    """One sentence: what is so, with the figure."""
    fix: str = ""
    """A command, or a sentence; empty when nothing is to be done."""


def ok(name: str, message: str) -> Finding:
    """It holds."""
    return Finding(name, "ok", message)


def warn(name: str, message: str, fix: str) -> Finding:
    """It works now, and will not for long or not for everybody."""
    return Finding(name, "warn", message, fix)


def fail(name: str, message: str, fix: str) -> Finding:
    """The server does not work, or must not be used like this."""
    return Finding(name, "fail", message, fix)


def is_healthy(findings: Sequence[Finding]) -> bool:
    """Whether nothing failed; a warning is no failure."""
    return all(finding.status != "fail" for finding in findings)


def as_table(console: Console, findings: Sequence[Finding]) -> None:
    """Print them for people, a fix under what needs one."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in findings:
        said = Text(finding.message)
        if finding.fix:
            said.append(f"\n→ {finding.fix}", style="bold")
        table.add_row(Text(finding.status, style=STYLES[finding.status]), Text(finding.name), said)
    console.print(table)


def as_json(findings: Sequence[Finding]) -> str:
    """The same for programs: a list of objects, in the same order."""
    return orjson.dumps([finding._asdict() for finding in findings], option=orjson.OPT_INDENT_2).decode()
