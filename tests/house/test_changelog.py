"""The changelog begins with the version in pyproject.toml and the notes of what was not released yet."""

import os
import re
import tomllib
from collections.abc import Iterable

from tests.house.tree import ROOT

CHANGELOG = ROOT / "CHANGELOG.md"
NOTES = ROOT / "docs/releases/unreleased"
HEAD = """# Changelog

What changed for whoever uses Communiqué, the newest release first. The schema is what is promised; see
[CONTRIBUTING.md](CONTRIBUTING.md#notes-and-releases).
"""


def version() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"])


def gathered(notes: Iterable[str], release: str) -> str:
    """The section of what was not released yet."""
    items = ("- " + "\n  ".join(note.strip().splitlines()) for note in notes)
    return f"## {release} (unreleased)\n\n" + "\n".join(items) + "\n"


def released(changelog: str) -> str:
    """What stands below it: the sections that have a date."""
    found = re.search(r"^## \S+ \(\d{4}-\d\d-\d\d\)$", changelog, re.MULTILINE)
    return "\n" + changelog[found.start() :] if found else ""


def test_the_changelog_begins_with_the_notes() -> None:
    notes = [path.read_text() for path in sorted(NOTES.glob("*.md"))]
    old = CHANGELOG.read_text()
    new = f"{HEAD}\n{gathered(notes, version()) if notes else ''}{released(old)}"
    if os.environ.get("UPDATE_GOLDEN"):
        CHANGELOG.write_text(new)
    assert CHANGELOG.read_text() == new, "run UPDATE_GOLDEN=1 pytest tests/house/test_changelog.py"


def test_version_and_changelog_agree() -> None:
    headings = re.findall(r"^## (\S+)", CHANGELOG.read_text(), re.MULTILINE)
    assert headings[0] == version()
    assert len(headings) == len(set(headings))


def test_a_note_is_short_and_says_something() -> None:
    lengths = {path.name: len(path.read_text().split()) for path in NOTES.glob("*.md")}
    assert lengths
    assert {name: words for name, words in lengths.items() if not 5 <= words <= 60} == {}


def test_what_was_released_stays_below_what_was_not() -> None:
    old = "# Changelog\n\n## 0.2.0 (unreleased)\n\n- New.\n\n## 0.1.0 (2026-12-01)\n\n- Old.\n"
    assert released(old) == "\n## 0.1.0 (2026-12-01)\n\n- Old.\n"
    assert released("## 0.1.0 (unreleased)\n") == ""
    assert gathered(["One\nline.\n", "Two."], "0.2.0") == "## 0.2.0 (unreleased)\n\n- One\n  line.\n- Two.\n"
