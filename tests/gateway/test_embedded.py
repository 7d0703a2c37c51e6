"""The embedded Postgres, as a user meets it: started, shared, interrupted, killed.

What several processes do is done by real ones: they run `USER`, which says where its Postgres is and waits.
"""

import asyncio
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from gateway import migrations
from gateway.embedded import (
    EmbeddedRefused,
    database,
    embedded_postgres,
    programs,
    throw_away_folder,
    throw_away_postgres,
)
from gateway.settings import load_settings

ROOT = Path(__file__).parents[2]
USER = """
import pathlib, sys
from gateway.embedded import embedded_postgres
with embedded_postgres(pathlib.Path(sys.argv[1]), is_throw_away=bool(int(sys.argv[2]))) as url:
    print(url, flush=True)
    sys.stdin.read()
"""

is_root = pytest.mark.skipif(os.geteuid() != 0, reason="it is about what root meets")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short path that every user of the system can reach, which pytest's own are not."""
    above = throw_away_folder()
    above.chmod(0o755)
    yield above / "postgres"
    assert _until(lambda: not processes_of(above)), processes_of(above)
    shutil.rmtree(above)


def ask(url: str, query: str) -> object:
    async def fetch() -> object:
        connection = await asyncpg.connect(url)
        try:
            return await connection.fetchval(query)
        finally:
            await connection.close()

    return asyncio.run(fetch())


def processes_of(folder: Path) -> list[str]:
    """The command lines that name a folder: servers, guardians, users."""
    listed = subprocess.run(["ps", "-ww", "-eo", "pid,stat,args"], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if str(folder) in line and "ps -ww" not in line]


class User:
    """Another process that uses a cluster."""

    def __init__(self, folder: Path, *, is_throw_away: bool = False, python: str = sys.executable, **how: Any) -> None:
        self.process: subprocess.Popen[str] = subprocess.Popen(
            [python, "-c", USER, str(folder), str(int(is_throw_away))],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            **how,
        )

    def url(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def leave(self) -> str:
        """End it as it wants to; what it complained of."""
        return self.process.communicate(timeout=60)[1]

    def interrupt(self) -> None:
        """Press Ctrl+C: everything in its terminal gets the signal."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.communicate(timeout=60)

    def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        self.process.send_signal(number)
        self.process.communicate(timeout=60)


def _until(condition: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


def test_a_process_is_seen_by_this_test(folder: Path) -> None:
    with embedded_postgres(folder, is_throw_away=True):
        assert len(processes_of(folder)) == 2


def test_a_throw_away_leaves_nothing(folder: Path) -> None:
    with embedded_postgres(folder, is_throw_away=True) as url:
        assert ask(url, "select version() like 'PostgreSQL 18.%'") is True
        assert ask(url, "show fsync") == "off"
        assert folder.stat().st_mode & 0o777 == 0o700
    assert not folder.exists()
    assert processes_of(folder) == []


def test_the_database_is_utf8_sorts_by_code_point_and_keeps_utc(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Colombo")
    with embedded_postgres(folder, is_throw_away=True) as url:
        facts = "select concat_ws(' ', current_database(), pg_encoding_to_char(encoding), datlocale) from pg_database"
        assert ask(url, f"{facts} where datname = current_database()") == "communique UTF8 C.UTF-8"
        assert ask(url, "show timezone") == "UTC"
        assert ask(url, "show listen_addresses") == ""


def test_a_durable_one_is_safe_and_stays(folder: Path) -> None:
    with embedded_postgres(folder, is_throw_away=False) as url:
        safety = ("fsync", "full_page_writes", "synchronous_commit", "data_checksums")
        assert [ask(url, f"show {setting}") for setting in safety] == ["on"] * 4
        ask(url, "create table kept as select 1 as one")
    assert processes_of(folder) == []
    with embedded_postgres(folder, is_throw_away=False) as url:
        assert ask(url, "select one from kept") == 1


def test_the_address_is_for_asyncpg_and_sqlalchemy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPORT", "9")
    monkeypatch.setenv("PGHOST", "nowhere.invalid")
    with embedded_postgres(folder, is_throw_away=True) as url:
        assert ask(url, "select current_user") == "postgres"
        read = migrations.inside(url, lambda connection: connection.exec_driver_sql("select 2").scalar_one())
        assert asyncio.run(read) == 2


def test_a_long_path_a_comma_and_a_space_do_not_matter(folder: Path) -> None:
    for name in ("x" * 120, "with a space, a comma and 'quotes'", "سفارة 50%"):
        with embedded_postgres(folder / name, is_throw_away=True) as url:
            assert ask(url, "select 1") == 1
    folder.rmdir()


def test_two_processes_share_one_folder(folder: Path) -> None:
    first, second = User(folder), User(folder)
    assert first.url() == second.url() != ""
    with embedded_postgres(folder, is_throw_away=False) as url:
        assert first.leave() == ""
        assert ask(url, "select 1") == 1
    assert second.leave() == ""
    assert _until(lambda: not processes_of(folder))


def test_two_users_in_one_process_share_one_folder(folder: Path) -> None:
    with embedded_postgres(folder, is_throw_away=False) as outer:
        with embedded_postgres(folder, is_throw_away=False) as inner:
            assert inner == outer
        assert ask(outer, "select 1") == 1


def test_ctrl_c_leaves_no_server(folder: Path) -> None:
    user = User(folder, is_throw_away=True)
    assert user.url()
    user.interrupt()
    assert processes_of(folder) == []
    assert not folder.exists()


@pytest.mark.parametrize("moment_seconds", [0.1, 0.3, 0.6])
def test_ctrl_c_while_it_is_starting_leaves_nothing(folder: Path, moment_seconds: float) -> None:
    user = User(folder, is_throw_away=True)
    time.sleep(moment_seconds)
    user.interrupt()
    assert _until(lambda: not processes_of(folder)), processes_of(folder)
    assert _until(lambda: not folder.exists()), list(folder.iterdir())


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_user_leaves_no_server(folder: Path, number: signal.Signals) -> None:
    user = User(folder, is_throw_away=True)
    assert user.url()
    user.kill(number)
    assert _until(lambda: not processes_of(folder)), processes_of(folder)
    assert _until(lambda: not folder.exists())


def test_the_last_one_killed_after_the_first_has_left_leaves_no_server(folder: Path) -> None:
    first, second = User(folder), User(folder)
    assert first.url() == second.url() != ""
    first.leave()
    second.kill()
    assert _until(lambda: not processes_of(folder)), processes_of(folder)


def test_a_server_killed_under_a_running_program_comes_back_and_loses_nothing(folder: Path) -> None:
    def is_kept() -> bool:
        with suppress(OSError, asyncpg.PostgresError):
            return ask(url, "select one from kept") == 1
        return False

    with embedded_postgres(folder, is_throw_away=False) as url:
        ask(url, "create table kept as select 1 as one")
        os.kill(int((folder / "cluster/postmaster.pid").read_text().split()[0]), signal.SIGKILL)
        assert _until(is_kept)
    with embedded_postgres(folder, is_throw_away=False) as url:
        assert is_kept()


def test_the_number_of_a_stale_server_may_belong_to_another_process_now(folder: Path) -> None:
    with embedded_postgres(folder, is_throw_away=False):
        left = (folder / "cluster/postmaster.pid").read_text()
    stale = "\n".join([str(os.getppid()), *left.split("\n")[1:]])
    (folder / "cluster/postmaster.pid").write_text(stale)
    with embedded_postgres(folder, is_throw_away=False) as url:
        assert ask(url, "select 1") == 1
    assert os.getppid()


def test_half_made_files_are_made_anew(folder: Path) -> None:
    (folder / "cluster.new/base").mkdir(parents=True)
    with embedded_postgres(folder, is_throw_away=True) as url:
        assert ask(url, "select 1") == 1
    assert not folder.exists()


def test_what_others_keep_in_the_folder_is_not_deleted(folder: Path) -> None:
    folder.mkdir()
    (folder / "mine").touch()
    with embedded_postgres(folder, is_throw_away=True):
        pass
    assert [path.name for path in folder.iterdir()] == ["mine"]


def test_a_durable_one_is_not_thrown_away(folder: Path) -> None:
    with embedded_postgres(folder, is_throw_away=False):
        pass
    with (
        pytest.raises(EmbeddedRefused, match=r"are not a throw-away\. Take another folder"),
        embedded_postgres(folder, is_throw_away=True),
    ):
        pass
    assert (folder / "cluster/PG_VERSION").exists()


def test_data_of_another_version_are_refused(folder: Path) -> None:
    with embedded_postgres(folder, is_throw_away=False):
        pass
    (folder / "cluster/PG_VERSION").write_text("16\n")
    with (
        pytest.raises(EmbeddedRefused, match=r"are of Postgres 16, and this is 18\. Dump them"),
        embedded_postgres(folder, is_throw_away=False),
    ):
        pass


def test_a_server_that_does_not_start_says_why(folder: Path) -> None:
    with embedded_postgres(folder, is_throw_away=False):
        pass
    with (folder / "cluster/postgresql.conf").open("a") as configuration:
        configuration.write("shared_buffers = much\n")
    with pytest.raises(EmbeddedRefused) as refused, embedded_postgres(folder, is_throw_away=False):
        pass
    assert str(refused.value).startswith(f"Postgres does not start in {folder}: ")
    assert "errors" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_instead_of_a_folder_is_refused(folder: Path) -> None:
    folder.touch()
    with (
        pytest.raises(EmbeddedRefused, match="cannot be used: File exists"),
        embedded_postgres(folder, is_throw_away=True),
    ):
        pass


def test_an_installation_without_postgres_says_what_to_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with (
        pytest.raises(EmbeddedRefused, match=r"has no Postgres 18 for this system\. Set COMMUNIQUE_DATABASE_URL"),
        embedded_postgres(folder, is_throw_away=True),
    ):
        pass
    assert not folder.exists()


@pytest.fixture
def as_nobody() -> dict[str, Any]:
    """How a process is started by a user who has nothing, with a Python that this user can reach."""
    found = pwd.getpwnam("nobody")
    nobody = programs.Account("nobody", found.pw_uid, found.pw_gid)
    reachable = [
        python
        for python in (sys.executable, "/usr/bin/python3")
        if Path(python).exists() and not programs.closed_to(nobody, Path(python).resolve().parent)
    ]
    if not reachable or programs.closed_to(nobody, programs.installed()):
        pytest.skip("the user “nobody” can run no Python here")
    packages = f"{ROOT}:{programs.installed().parents[1]}"
    return {
        "python": reachable[0],
        "env": {**os.environ, "PYTHONPATH": packages, "PYTHONDONTWRITEBYTECODE": "1"},
        "user": found.pw_uid,
        "group": found.pw_gid,
        "extra_groups": [],
    }


@is_root
def test_another_user_of_the_system_has_a_server_too(folder: Path, as_nobody: dict[str, Any]) -> None:
    folder.parent.chmod(0o777)
    with embedded_postgres(folder, is_throw_away=True):
        user = User(folder.parent / "theirs", is_throw_away=True, **as_nobody)
        assert ask(user.url(), "select 1") == 1
        assert user.leave() == ""
        stranger = User(folder, is_throw_away=True, **as_nobody)
        refusal = stranger.leave()
        assert f"The folder {folder} cannot be used: Operation not permitted." in refusal


@is_root
def test_root_runs_it_as_somebody_else_and_the_owner_stays(folder: Path) -> None:
    with embedded_postgres(folder, is_throw_away=False) as url:
        assert ask(url, "select 1") == 1
        owner = folder.stat().st_uid
        assert owner != 0
        assert (folder / "cluster").stat().st_uid == owner
    with embedded_postgres(folder, is_throw_away=False):
        assert folder.stat().st_uid == owner


@is_root
def test_a_folder_that_only_root_can_reach_is_refused(folder: Path) -> None:
    folder.parent.chmod(0o700)
    with (
        pytest.raises(
            EmbeddedRefused, match=r"does not run as root, and “\w+”, as whom it runs instead, may not enter"
        ),
        embedded_postgres(folder, is_throw_away=True),
    ):
        pass


@is_root
def test_programs_that_only_root_can_reach_are_copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = folder.parent / "closed"
    package = programs.installed().parent
    libraries = package.with_name(f"{package.name}.libs")
    shutil.copytree(package / "pginstall18", closed / package.name / "pginstall18")
    shutil.copytree(libraries, closed / libraries.name)
    closed.chmod(0o700)
    monkeypatch.setattr(programs, "installed", lambda: closed / package.name / "pginstall18")
    with embedded_postgres(folder, is_throw_away=True) as url:
        assert ask(url, "select 1") == 1
        assert next((folder / "programs").rglob("bin/postgres"))
    assert not folder.exists()


def test_a_throw_away_without_a_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr("gateway.embedded.MEMORY", str(folder.parent))
    with throw_away_postgres() as url:
        assert str(folder.parent) in url
        assert ask(url, "select 1") == 1
    assert list(folder.parent.iterdir()) == []


def test_memory_without_room_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("gateway.embedded.ROOM_BYTES", 2**70)
    assert throw_away_folder().parent == tmp_path
    monkeypatch.setattr("gateway.embedded.MEMORY", "/nowhere")
    assert throw_away_folder().parent == tmp_path


def test_the_settings_choose_the_database(folder: Path) -> None:
    with database(load_settings(database_url="postgresql://app@db/x")) as url:
        assert url == "postgresql://app@db/x"
    with database(load_settings(data_folder=folder.parent)) as url:
        assert ask(url, "show fsync") == "on"
    assert (folder / "cluster").is_dir()
