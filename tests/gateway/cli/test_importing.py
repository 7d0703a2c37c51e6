import asyncio
import json
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from gateway.cli.endings import Exit
from tests.gateway.cli.typed import ROOT, Type

ARCHIVE = ROOT / "gateway/demo/takeout"
MURJAN = ["--blog", "Letters from Marsa al-Yamam", "--mission", "murjan"]
NEW = ["--create-mission", "Embassy in Murjan", "--time-zone", "Asia/Muscat", "--locale", "en"]


def rows(url: str, query: str) -> Any:
    async def ask() -> Any:
        connection = await asyncpg.connect(url)
        try:
            return await connection.fetchval(query)
        finally:
            await connection.close()

    return asyncio.run(ask())


def test_a_blog_comes_over_with_its_mission_and_its_report(type_: Type, own_database: str, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    ran = type_("import", "blogger", ARCHIVE, *MURJAN, *NEW, "--report", file)
    assert ran.code == Exit.DONE
    assert "  Reading     “Letters from Marsa al-Yamam”: 10 posts, 12 comments" in ran.out
    assert f"The whole report is in {file}.\n" in ran.out
    assert rows(own_database, "select count(*) from posts") > 5
    assert json.loads(file.read_text())["is_balanced"] is True
    assert list((tmp_path / "data/media").rglob("*.jpg"))


def test_importing_again_changes_nothing(type_: Type, own_database: str) -> None:
    first = type_("import", "blogger", ARCHIVE, *MURJAN, *NEW, "--json").json
    again = type_("import", "blogger", ARCHIVE, *MURJAN, "--json").json
    assert first["report"]["counts"]["post"]["written"] == again["report"]["counts"]["post"]["unchanged"] > 0
    assert again["report"]["counts"]["post"]["written"] == 0


def test_a_rehearsal_leaves_nothing(type_: Type, own_database: str, tmp_path: Path) -> None:
    type_("import", "blogger", ARCHIVE, "--blog", "From Halmere", "--mission", "murjan", *NEW)
    before = rows(own_database, "select count(*) from posts")
    ran = type_("import", "blogger", ARCHIVE, *MURJAN, "--dry-run", "--json")
    assert ran.code == Exit.DONE
    assert ran.json["is_dry_run"] is True
    assert ran.json["report"]["counts"]["post"]["written"] > 0
    assert "Rehearsing" in ran.err
    assert rows(own_database, "select count(*) from posts") == before


@pytest.mark.parametrize(
    ("words", "code", "said", "next"),
    [
        ([ARCHIVE, "--mission", "murjan"], Exit.WRONG, "The export holds 3 blogs", "Name one with --blog"),
        ([ARCHIVE, "--mission", "murjan", "--blog", "X"], Exit.WRONG, "The export holds no blog “X”.", "It holds “"),
        ([ARCHIVE, *MURJAN], Exit.FOUND, "There is no mission “murjan”.", "There is none at all."),
        ([ROOT / "nowhere.zip", *MURJAN], Exit.FOUND, "“nowhere.zip” is not an export", ""),
        ([ROOT / "README.md", *MURJAN], Exit.FOUND, "“README.md” is not an export", ""),
        ([ARCHIVE, *MURJAN, "--create-mission", "X"], Exit.WRONG, "A new mission has a name and", "Add both"),
        ([ARCHIVE, *MURJAN, *NEW, "--dry-run"], Exit.WRONG, "A trial run changes nothing", "Name one that is there"),
        ([ARCHIVE, *MURJAN, "--report", "/nowhere/r.json"], Exit.WRONG, "There is no folder /nowhere for", ""),
        ([ARCHIVE, *MURJAN, *NEW[:3], "Mars/Base", *NEW[4:]], Exit.FOUND, "“Mars/Base” is not a time zone.", ""),
    ],
)
def test_what_cannot_be_imported_is_refused(
    type_: Type, own_database: str, words: list[str | Path], code: Exit, said: str, next: str
) -> None:
    error = type_("import", "blogger", *words, "--json").json["error"]
    assert (error["exit_code"], error["message"][: len(said)], error["next"][: len(next)]) == (code, said, next)
    assert rows(own_database, "select count(*) from missions") == 0
