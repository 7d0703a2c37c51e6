"""Golden files: what was answered once and found right, written so that a change of it reads well as a diff."""

import base64
import json
import os
import re
from pathlib import Path
from typing import Any

import orjson

from tests.world import World

UPDATES = bool(os.environ.get("UPDATE_GOLDEN"))
CLAUSES = ("select", "from", "where", "group by", "order by", "limit", "join", "left outer join", "union", "and")
TOKEN = re.compile(r"E?'(?:[^']|'')*'|\"[^\"]*\"|\s+|[(),]|[^\s(),'\"]+")
CURSOR = re.compile(r'"([A-Za-z0-9_-]{40,})"')


def agrees(path: Path, written: str) -> bool:
    """Whether a golden file says the same; `UPDATE_GOLDEN=1` makes it so."""
    if UPDATES:
        path.write_text(written, "utf-8")
    return path.is_file() and path.read_text("utf-8") == written


def as_json(answer: Any, world: World) -> str:
    """An answer with names in place of keys, and cursors opened."""
    text = json.dumps(answer, ensure_ascii=False, indent=2)
    return world.named(CURSOR.sub(opened, text)) + "\n"


def opened(found: re.Match[str]) -> str:
    """A cursor as what it holds: the keys of its row, without the mark of its list, which holds random keys."""
    try:
        _, *keys = orjson.loads(base64.urlsafe_b64decode(found[1] + "=" * (-len(found[1]) % 4)))
    except ValueError:
        return found[0]
    return json.dumps(f"cursor of {', '.join(map(str, keys))}", ensure_ascii=False)


def as_lines(sql: str) -> str:
    """A statement in lower case, each clause and each member of an object on a line of its own."""
    written: list[str] = []
    opened: list[str] = []
    for token in _tokens(sql):
        _write(token, written, opened)
    lines = (line.rstrip() for line in "".join(written).split("\n"))
    return "\n".join(line for line in lines if line.strip()) + "\n"


def _tokens(sql: str) -> list[str]:
    """The words of a statement, two words that make one clause together."""
    tokens = [token if token[0] in "'\"" or token.startswith("E'") else token.lower() for token in TOKEN.findall(sql)]
    tokens = [" " if token.isspace() else token for token in tokens]
    joined: list[str] = []
    for token in tokens:
        joined.append(token)
        for clause in CLAUSES:
            words = clause.split()
            if (
                len(words) > 1
                and joined[-2 * len(words) + 1 :] == [part for word in words for part in (word, " ")][:-1]
            ):
                joined[-2 * len(words) + 1 :] = [clause]
    return joined


def _write(token: str, written: list[str], opened: list[str]) -> None:
    """One token, on a new line where it begins something."""
    before = "".join(written[-2:])
    if token == "(":
        is_object = before.endswith("json_object")
        opened.append("object" if is_object else "plain")
        written.append("(" + (_line(opened) if is_object else ""))
    elif token == ")":
        is_block = opened.pop() != "plain"
        written.append((_line(opened) if is_block else "") + ")")
    elif token == "," and opened and opened[-1] == "object":
        written.append("," + _line(opened))
    elif token == "select":
        if opened and opened[-1] == "plain" and before.rstrip().endswith("("):
            opened[-1] = "query"
        written.append(_line(opened) + token if opened else token)
    elif token in CLAUSES and (not opened or opened[-1] == "query"):
        written.append(_line(opened) + token)
    elif token != " " or not before.endswith("\n" + "  " * _depth(opened)):
        written.append(token)


def _depth(opened: list[str]) -> int:
    return sum(kind != "plain" for kind in opened)


def _line(opened: list[str]) -> str:
    return "\n" + "  " * _depth(opened)
