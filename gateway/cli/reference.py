"""The page docs/reference/commands.md, made from the commands themselves."""

from collections.abc import Iterator
from typing import Any

import typer

from gateway.cli.commands import PROGRAM, application
from gateway.cli.endings import MEANINGS

HEAD = """# Commands

Every command has `--help` and `--json`. With `--json` standard output holds one JSON document and nothing else; a
command that is refused prints `{"error": {"exit_code", "message", "next"}}`. What goes on, and why something is
refused, stands on standard error. Bars move on a terminal only; elsewhere there are plain lines. `NO_COLOR` is obeyed.

Settings come from the environment, see [settings.md](settings.md). Without `COMMUNIQUE_DATABASE_URL` a command starts
the embedded Postgres, or joins the one that a running server has started.

This page is made from gateway/cli: `UPDATE_GOLDEN=1 pytest tests/gateway/cli/test_reference.py`.

## Exit codes
"""


def page() -> str:
    """The reference of all commands."""
    codes = ["| code | means |", "|---|---|", *(f"| {code:d} | {meaning} |" for code, meaning in MEANINGS.items()), ""]
    root: Any = typer.main.get_command(application)
    return "\n".join([HEAD, *codes, *_group(root, PROGRAM)])


def _group(group: Any, path: str) -> Iterator[str]:
    for name, command in group.commands.items():
        here = f"{path} {name}"
        if hasattr(command, "commands"):
            yield from _group(command, here)
        else:
            yield from _entry(command, here)


def _entry(command: Any, path: str) -> Iterator[str]:
    context = typer.Context(command, info_name=path)
    yield f"## `{path}`\n"
    yield f"{command.help}\n"
    yield f"```text\n{' '.join([path, *command.collect_usage_pieces(context)])}\n```\n"
    yield "| | |"
    yield "|---|---|"
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and parameter.name != "help":
            names, meaning = (" ".join(part.replace("|", "\\|").split()) for part in record)
            yield f"| `{names}` | {meaning} |"
    yield ""
