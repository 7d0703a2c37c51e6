"""Reading docker-compose.yml without a YAML library, which nothing else here needs.

Only what that file uses is understood, and anything else is an error: maps by indentation, lists of quoted texts, and
values that are quoted, a number, true, false or a plain word. What this reads, every YAML reader reads alike.
"""

import json
import re
from typing import Any

LINE = re.compile(r'(?P<indent> *)(?:(?P<key>[A-Za-z_-]+):(?: (?P<value>\S.*))?|- (?P<item>".*"))$')
PLAIN = re.compile(r"[A-Za-z][\w/-]*|\d+(\.\d+)?|\.")


def read(text: str) -> dict[str, Any]:
    """The file as maps, lists and values."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    found, rest = _map(lines, 0)
    if rest:
        raise ValueError(f"not understood: {rest[0]}")
    return found


def _map(lines: list[str], indent: int) -> tuple[dict[str, Any], list[str]]:
    found: dict[str, Any] = {}
    while lines and (part := _part(lines[0])) and part["key"] and len(part["indent"]) == indent:
        lines = lines[1:]
        if part["key"] in found:
            raise ValueError(f"twice: {part['key']}")
        if part["value"]:
            found[part["key"]] = _value(part["value"])
        else:
            found[part["key"]], lines = _below(lines, indent + 2)
    return found, lines


def _below(lines: list[str], indent: int) -> tuple[Any, list[str]]:
    part = _part(lines[0]) if lines else None
    if not part or len(part["indent"]) < indent:
        return None, lines
    if part["key"]:
        return _map(lines, indent)
    items = []
    while lines and (part := _part(lines[0])) and part["item"] and len(part["indent"]) == indent:
        items.append(json.loads(part["item"]))
        lines = lines[1:]
    return items, lines


def _part(line: str) -> dict[str, str]:
    if not (match := LINE.fullmatch(line)):
        raise ValueError(f"not understood: {line}")
    return match.groupdict()


def _value(text: str) -> Any:
    if text[0] in '"[' or text in ("true", "false"):
        return json.loads(text)
    if not PLAIN.fullmatch(text):
        raise ValueError(f"quote it: {text}")
    return int(text) if text.isdigit() else text
