import asyncio
import io
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import asyncpg
import orjson
import pytest
from rich.console import Console

from gateway import migrations
from gateway.doctor import Finding, as_json, as_table, examine, is_healthy
from gateway.doctor import postgres as looking
from gateway.embedded import throw_away_folder, throw_away_postgres
from gateway.settings import Settings, load_settings
from gateway.settings_reference import PREFIX

OWN_SECRET = "an-own-secret-of-more-than-32-characters"
FOUND = ["settings", "secret", "public url", "time zones", "disk", "media folder", "postgres", "configuration"]
FOUND += ["clock", "search", "tables", "deliveries"]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with throw_away_postgres() as address:
        asyncio.run(migrations.upgrade(address))
        yield address


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)


@pytest.fixture
def given(url: str, tmp_path: Path) -> dict[str, Any]:
    """The settings of a server on which nothing is wrong."""
    return {"database_url": url, "data_folder": tmp_path, "secret": OWN_SECRET, "most_depth": 9}


def find(name: str, settings: Settings) -> Finding:
    return next(finding for finding in asyncio.run(examine(settings)) if finding.name == name)


def do(url: str, statements: str) -> None:
    async def execute() -> None:
        connection = await asyncpg.connect(url)
        await connection.execute(statements)
        await connection.close()

    asyncio.run(execute())


def test_nothing_is_wrong(given: dict[str, Any]) -> None:
    findings = asyncio.run(examine(load_settings(**given)))
    assert [finding.name for finding in findings] == FOUND
    assert [finding for finding in findings if finding.status != "ok" or finding.fix] == []
    assert is_healthy(findings)


def test_what_is_wrong_has_a_fix(given: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2**30))
    monkeypatch.setattr("zoneinfo.available_timezones", lambda: {"UTC"})
    over = {"environment": "production", "database_url": "postgresql://app:geheim@127.0.0.1:1/x"}
    findings = asyncio.run(examine(load_settings(**{**given, **over})))
    wrong = [finding for finding in findings if finding.status != "ok"]
    assert [finding.name for finding in wrong] == ["public url", "time zones", "disk", "postgres"]
    assert all(finding.fix for finding in wrong)
    assert not is_healthy(findings)
    assert "geheim" not in as_json(findings)


def test_the_settings_are_shown_without_secrets(given: dict[str, Any]) -> None:
    message = find("settings", load_settings(**given)).message
    assert "secret=…, database_url=…" in message
    assert "most_depth=9" in message
    assert OWN_SECRET not in message


def test_a_variable_that_is_no_setting_is_named(given: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_MOST_DEPHT", "9")
    finding = find("settings", load_settings(**given))
    assert finding == (
        "settings",
        "warn",
        "COMMUNIQUE_MOST_DEPHT is set, but is no setting.",
        "Did you mean COMMUNIQUE_MOST_DEPTH?",
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            "only-for-development-and-demonstration",
            "It is the one that everybody knows, which is refused in production.",
        ),
        ("x" * 40, "It has only 1 different characters."),
    ],
)
def test_a_secret_that_can_be_guessed_is_warned_of(given: dict[str, Any], value: str, message: str) -> None:
    finding = find("secret", load_settings(**{**given, "secret": value}))
    assert (finding.status, finding.message) == ("warn", message)
    assert "token_urlsafe" in finding.fix


@pytest.mark.parametrize(
    ("address", "status", "message"),
    [
        ("http://localhost:8000", "fail", "http://localhost:8000 is this machine: links lead nowhere."),
        ("http://blog.example", "fail", "http://blog.example is not encrypted."),
        ("https://blog.example", "ok", "https://blog.example"),
    ],
)
def test_the_public_url_in_production(given: dict[str, Any], address: str, status: str, message: str) -> None:
    settings = load_settings(**given, environment="production", public_url=address)
    finding = find("public url", settings)
    assert (finding.status, finding.message) == (status, message)


def test_a_full_disk_fails(given: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
    assert find("disk", load_settings(**given)).status == "fail"


def test_a_media_folder_that_cannot_be_written_fails(given: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    finding = find("media folder", load_settings(**given, media_folder=tmp_path / "file"))
    assert finding.status == "fail"
    assert finding.message == f"{tmp_path / 'file'} cannot be written: Not a directory."
    assert finding.fix.startswith("Give it to the user of the server: chown ")


def test_a_media_folder_is_left_as_it_was(given: dict[str, Any], tmp_path: Path) -> None:
    assert find("media folder", load_settings(**given)).status == "ok"
    (tmp_path / "media").mkdir()
    assert find("media folder", load_settings(**given)).message == f"{tmp_path / 'media'} can be written and read."
    assert list(tmp_path.iterdir()) == [tmp_path / "media"]
    assert list((tmp_path / "media").iterdir()) == []


def test_an_old_postgres_fails(given: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "NEEDED_VERSION", 99)
    assert find("postgres", load_settings(**given)).status == "fail"


def test_clocks_that_are_apart_are_noticed(given: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    for seconds, status in ((5.0, "warn"), (-400.0, "fail")):
        moments = iter([time.time() + seconds] * 2)
        monkeypatch.setattr(looking, "time", SimpleNamespace(time=lambda moments=moments: next(moments)))
        finding = find("clock", load_settings(**given))
        monkeypatch.undo()
        assert finding.status == status
        assert "NTP" in finding.fix


def test_too_few_connections_are_warned_of(given: dict[str, Any]) -> None:
    finding = find("configuration", load_settings(**given, read_pool_count=200))
    assert finding.status == "warn"
    assert finding.message == "It allows 100 connections, and one server takes up to 210."


def test_a_database_that_forgets_in_a_crash_fails_in_production(given: dict[str, Any]) -> None:
    finding = find("configuration", load_settings(**given, environment="production"))
    assert finding.status == "fail"
    assert "fsync" in finding.message


def test_a_replica_fails(given: dict[str, Any], url: str) -> None:
    do(url, "alter database communique set default_transaction_read_only = on")
    finding = find("configuration", load_settings(**given))
    do(url, "set transaction_read_only = off; alter database communique reset default_transaction_read_only")
    assert (finding.status, finding.message) == ("fail", "The database cannot be written.")


def test_a_missing_text_search_fails(given: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "SEARCH_CONFIGURATIONS", {"tlh": "klingon"})
    finding = find("search", load_settings(**given))
    assert finding.fix == "create text search configuration klingon (copy = simple)"


def test_missing_revisions_fail(given: dict[str, Any], url: str) -> None:
    do(url, "create database behind template template0")
    finding = find("tables", load_settings(**{**given, "database_url": url.replace("/communique?", "/behind?")}))
    assert (finding.status, finding.fix) == ("fail", "communique migrate")
    assert "create_the_first_tables" in finding.message


def test_events_that_wait_are_noticed_once_somebody_takes_them(given: dict[str, Any], url: str) -> None:
    add = "insert into outbox_events (event, subject_type, subject_id, happened_at, payload, created_at, delivered_at)"
    row = "'post.published', 'Post', uuidv7(), now(), '{}', now() - interval"
    settings = load_settings(**given)
    do(url, f"{add} values ({row} '2 hours', null)")
    assert find("deliveries", settings).message == "1 events are kept, and nobody takes them."
    do(url, f"{add} values ({row} '3 hours', now())")
    assert find("deliveries", settings)[1:3] == ("fail", "1 events are waiting, the oldest for 120 min.")
    do(url, "update outbox_events set created_at = now() - interval '10 minutes'")
    assert find("deliveries", settings).status == "warn"
    do(url, "update outbox_events set delivered_at = now()")
    assert find("deliveries", settings).message == "None is waiting."


def test_the_embedded_postgres_is_examined_too(given: dict[str, Any]) -> None:
    folder = throw_away_folder()
    folder.chmod(0o755)
    try:
        settings = load_settings(data_folder=folder, secret=OWN_SECRET)
        assert find("configuration", settings).status == "ok"
        assert find("tables", settings).fix == "communique migrate"
    finally:
        shutil.rmtree(folder)


def test_an_embedded_postgres_that_does_not_start_is_explained(tmp_path: Path) -> None:
    (tmp_path / "postgres").touch()
    finding = find("postgres", load_settings(data_folder=tmp_path))
    assert finding.status == "fail"
    assert finding.message.startswith(f"The folder {tmp_path / 'postgres'} cannot be used: File exists.")


def test_the_table_shows_a_fix_under_what_needs_one() -> None:
    console = Console(file=io.StringIO(), width=60)
    as_table(
        console, [Finding("tables", "fail", "One is [missing].", "communique migrate"), Finding("clock", "ok", "0")]
    )
    assert isinstance(console.file, io.StringIO)
    assert [line.rstrip() for line in console.file.getvalue().splitlines()] == [
        "fail  tables  One is [missing].",
        "              → communique migrate",
        "ok    clock   0",
    ]


def test_programs_get_a_list_of_objects() -> None:
    assert orjson.loads(as_json([Finding("clock", "ok", "0")])) == [
        {"name": "clock", "status": "ok", "message": "0", "fix": ""}
    ]
