"""`communique export-schema`: the public contract, as text or for tools."""

import difflib
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from gateway.cli.endings import CommandRefused, Exit
from gateway.cli.presenting import Json, Screen, typed

SHOWN_LINES = 40


def export_schema(
    check: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Print nothing; exit 1 if this file is another schema.")
    ] = None,
    json: Json = False,
) -> int:
    """Print the GraphQL schema: as text, or with --json as the answer to an introspection query.

    It needs no database. A file that is checked is told apart by its changes, those that break clients first;
    with --json: `is_current` and `changes`.
    """
    from gateway.graph import SCHEMA

    text, screen = SCHEMA.as_str() + "\n", Screen(json)
    if check is not None:
        return _check(check, text, screen)
    if json:
        screen.answer({"data": SCHEMA.introspect()})
    else:
        sys.stdout.write(text)
    return Exit.DONE


def _check(file: Path, text: str, screen: Screen) -> Exit:
    try:
        kept = file.read_text("utf-8")
    except (OSError, UnicodeError) as error:
        raise CommandRefused(f"{file} cannot be read: {getattr(error, 'strerror', 'no UTF-8')}.", Exit.WRONG) from None
    changes = _changes(kept, text)
    screen.answer({"is_current": kept == text, "changes": changes})
    if kept == text:
        screen.line(f"  {file} is the schema of this release.")
        return Exit.DONE
    for change in changes:
        screen.line(f"  {change['kind']:<9}  {change['description']}")
    if not changes:
        lines = difflib.unified_diff(kept.splitlines(), text.splitlines(), str(file), "this release", n=1, lineterm="")
        for line in list(lines)[:SHOWN_LINES]:
            screen.line(f"  {line}")
    screen.note(f"{file} is not the schema of this release. Type: {typed('export-schema')} > {file}")
    return Exit.FOUND


def _changes(kept: str, text: str) -> list[dict[str, Any]]:
    """What changed for clients, those that break them first; nothing when only words did."""
    from graphql import GraphQLError, build_schema
    from graphql.utilities import BreakingChange, DangerousChange, find_schema_changes

    try:
        changes = find_schema_changes(build_schema(kept), build_schema(text))
    except (GraphQLError, TypeError):
        return [{"kind": "unreadable", "description": "the file is no GraphQL schema"}]
    kinds = {BreakingChange: "breaking", DangerousChange: "dangerous"}
    found = [{"kind": kinds.get(type(change), "safe"), "description": change.description} for change in changes]
    return sorted(found, key=lambda change: ("breaking", "dangerous", "safe").index(change["kind"]))
