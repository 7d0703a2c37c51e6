import asyncio
from pathlib import Path
from typing import Any

import pytest

from gateway.cli.endings import Exit
from tests.gateway.cli.typed import Type, execute

TOKEN = ["token", "create", "--account", "Web team", "--role", "editor", "--everywhere"]


@pytest.fixture
def log(type_: Type, own_database: str) -> str:
    """A database with three entries that belong to no mission."""
    assert type_(*TOKEN).code == Exit.DONE
    return own_database


def test_a_log_that_nobody_touched_is_whole(type_: Type, log: str) -> None:
    ran = type_("audit", "verify", "--json")
    assert ran.code == Exit.DONE
    (chain,) = ran.json["chains"]
    assert (ran.json["is_whole"], ran.json["entries"], ran.json["faults"]) == (True, 3, [])
    assert (chain["mission"], chain["length"], len(chain["hash"])) == (None, 3, 64)
    assert "Whole: every entry says what it said" in type_("audit", "verify").out


def test_the_first_broken_link_is_named(type_: Type, log: str) -> None:
    before = type_("audit", "verify", "--json").json
    _spoil(log, "update audit_entries set actor_name = 'Ann' where event = 'account.role_granted'")
    ran = type_("audit", "verify", "--json")
    assert ran.code == Exit.FOUND
    (fault,) = ran.json["faults"]
    assert fault.pop("entry").startswith("AuditEntry:")
    assert fault == {
        "what": "content_changed", "chain": None, "position": 2, "says": "What it says is not what was recorded.",
    }  # fmt: skip
    assert ran.json["chains"] == before["chains"]
    told = type_("audit", "verify")
    assert told.code == Exit.FOUND
    assert "content_changed  no mission, position 2, AuditEntry:" in told.out
    assert "The audit log is not whole; faults: 1." in told.err


def test_what_was_exported_is_verified_without_a_database(
    type_: Type, log: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "log.jsonl"
    assert type_("audit", "export", "--output", file, "--json").json == {"file": str(file), "lines": 5}
    assert type_("audit", "export").out.splitlines()[1:] == file.read_text().splitlines()[1:]
    monkeypatch.setenv("COMMUNIQUE_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    assert type_("audit", "verify", "--file", file).code == Exit.DONE
    file.write_text(file.read_text().replace("Web team", "Web Team", 1))
    ran = type_("audit", "verify", "--file", file, "--json")
    assert (ran.code, found(ran.json)) == (Exit.FOUND, [("content_changed", 1)])
    file.write_text("".join(file.read_text().splitlines(keepends=True)[:-1]))
    ran = type_("audit", "verify", "--file", file, "--json")
    assert found(ran.json) == [("content_changed", 1), ("head", 3)]


def test_only_one_chain_may_be_wanted(type_: Type, log: str) -> None:
    blog = Path("tests/gateway/importers/archives/classic.xml")
    begin = ["--mission", "rabat", "--create-mission", "Embassy in Rabat", "--time-zone", "Africa/Casablanca"]
    assert type_("import", "blogger", blog, *begin, "--locale", "en").code == Exit.DONE
    everything = type_("audit", "verify", "--json").json
    one = type_("audit", "verify", "--mission", "rabat", "--json").json
    assert one["is_whole"]
    assert [chain["length"] for chain in everything["chains"]] == [3, one["entries"]]
    assert one["chains"] == everything["chains"][1:]
    assert type_("audit", "verify", "--mission", "nowhere").code == Exit.FOUND


def test_a_chain_goes_on_from_where_it_was(type_: Type, log: str, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(type_("audit", "verify", "--json").out)
    assert type_(*TOKEN).code == Exit.DONE
    assert type_("audit", "verify", "--against", before).code == Exit.DONE
    before.write_text(before.read_text().replace('"length": 3', '"length": 2'))
    ran = type_("audit", "verify", "--against", before, "--json")
    assert (ran.code, found(ran.json)) == (Exit.FOUND, [("order", 2)])


def test_what_a_release_without_chains_recorded_is_linked(type_: Type, log: str) -> None:
    late = "('account.created', 'Account', uuidv7(), 'operator', now())"
    columns = "(event, subject_type, subject_id, actor_name, happened_at)"
    asyncio.run(execute(log, f"insert into audit_entries {columns} values {late}, {late}"))
    ran = type_("audit", "verify", "--json")
    assert (ran.code, found(ran.json)) == (Exit.FOUND, [("not_linked", None), ("not_linked", None)])
    assert type_("audit", "link", "--json").json == {"linked": 2}
    assert type_("audit", "verify", "--json").json["entries"] == 5
    assert type_("audit", "link", "--json").json == {"linked": 0}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["verify", "--file", "nowhere.jsonl"], "nowhere.jsonl cannot be read: No such file or directory."),
        (["verify", "--file", "README.md"], "Line 1 of README.md is no JSON."),
        (["verify", "--file", "README.md", "--mission", "rabat"], "A file is verified as it is."),
        (["verify", "--against", "README.md"], "README.md is not what `audit verify --json` says."),
        (["verify", "--against", "nowhere.json"], "nowhere.json cannot be read: No such file or directory."),
        (["export", "--json"], "The log is no single JSON document."),
    ],
)
def test_what_cannot_be_verified_is_said_before_it_begins(type_: Type, words: list[str], says: str) -> None:
    ran = type_("audit", *words)
    assert ran.code == Exit.WRONG
    assert says in ran.err


def found(document: Any) -> list[tuple[str, int | None]]:
    return [(fault["what"], fault["position"]) for fault in document["faults"]]


def _spoil(url: str, statement: str) -> None:
    """Change what may not be changed, as the owner of the tables could."""
    asyncio.run(execute(url, f"alter table audit_entries disable trigger all; {statement}"))
