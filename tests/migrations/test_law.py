import asyncio
import os
import re
import shutil
import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path

from sqlalchemy import Connection

from gateway import migrations
from tests.migrations.databases import execute, revisions

ROOT = Path(__file__).parents[2]

# Rules of squawk that our tables break on purpose.
BROKEN_ON_PURPOSE = {
    "prefer-text-field": "varchar(40) holds the names of an enumeration, which a check lists; they are not made longer",
    "prefer-bigint-over-int": "sizes and counts of one post or photo; and the outbox, after 2,147,483,647 events",
    "prefer-bigint-over-smallint": "positions in one post, and the depth of a reply",
    "prefer-timestamp-tz": "what the clocks of a place show, beside the instant that it means",
    "ban-drop-constraint": "a check that lists names is dropped to be made again with more of them",
}


def test_the_timeouts_are_those_of_the_law() -> None:
    assert migrations.TIMEOUTS == ("set lock_timeout = '4s'", "set statement_timeout = '5s'")


async def test_the_timeouts_hold_in_a_revision(empty: str) -> None:
    def read(connection: Connection) -> tuple[str, str]:
        with migrations.alone(connection):
            lock = connection.exec_driver_sql("show lock_timeout").scalar_one()
            return lock, connection.exec_driver_sql("show statement_timeout").scalar_one()

    assert await migrations.inside(empty, read) == ("4s", "5s")


def test_each_revision_is_named_for_what_it_does() -> None:
    for script in revisions():
        name = Path(script.path).stem
        assert re.fullmatch(r"20\d{6}_\d{4}_[a-z0-9_]+", name), name
        slug = name.split("_", 2)[2]
        assert script.revision == slug[:32].rstrip("_"), f"the id of {name} is not what it is called"


def test_revisions_are_one_line_in_the_order_of_their_names() -> None:
    chain = revisions()
    assert [script.down_revision for script in chain] == [None, *(script.revision for script in chain[:-1])]
    assert all(Path(one.path).name < Path(other.path).name for one, other in pairwise(chain))


def test_each_revision_says_why_what_it_locks_and_whether_it_goes_back() -> None:
    for script in revisions():
        said = script.module.__doc__ or ""
        assert [part for part in ("Why: ", "Locks: ", "Back: ", "Needs: ") if f"\n{part}" not in said] == []
        assert "…" not in said.split("The law")[0], f"{script.path} was not filled in"
        assert "from schema" not in Path(script.path).read_text()


def test_the_template_carries_the_law() -> None:
    template = (ROOT / "alembic/script.py.mako").read_text()
    for law in (
        "release before this one goes on working",
        "waits 4 s for a lock",
        "runs 5 s",
        "CONCURRENTLY",
        "NOT VALID",
    ):
        assert law in template


async def test_a_drafted_revision_is_under_the_law(empty: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "alembic", tmp_path / "alembic")
    await _alembic(tmp_path, empty, "upgrade", "head")
    await execute(empty, "alter table tags drop column name")
    await _alembic(tmp_path, empty, "revision", "--autogenerate", "-m", "Add tags.name, which was lost in the storm")
    draft = max((tmp_path / "alembic/versions").glob("*.py"))
    assert draft.stem.endswith("_add_tags_name_which_was_lost_in_the_storm")
    text = draft.read_text()
    assert 'revision = "add_tags_name_which_was_lost_in_"' in text
    assert "The law of every revision" in text
    assert 'op.add_column("tags", sa.Column("name", sa.String(), nullable=False))' in text


async def test_the_command_line_finds_no_drift(empty: str) -> None:
    await _alembic(ROOT, empty, "upgrade", "head")
    assert "No new upgrade operations detected." in await _alembic(ROOT, empty, "check")


async def _alembic(folder: Path, url: str, *arguments: str) -> str:
    environment = {**os.environ, "COMMUNIQUE_DATABASE_URL": url, "PYTHONPATH": str(ROOT)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", "-m", "alembic.config", *arguments),
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    written = (await process.communicate())[0].decode()
    assert process.returncode == 0, written
    return written


def test_the_folder_does_not_hide_the_library() -> None:
    assert not (ROOT / "alembic/__init__.py").exists()
    program = "import alembic.command; print(alembic.__file__)"
    written = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    assert "site-packages" in written.stdout


def test_squawk_finds_nothing_dangerous(tmp_path: Path) -> None:
    found = _squawk(tmp_path, "--pg-version", "18.0", "--exclude", ",".join(BROKEN_ON_PURPOSE))
    assert found.returncode == 0, found.stdout + found.stderr


def test_squawk_still_breaks_on_the_rules_we_break(tmp_path: Path) -> None:
    found = _squawk(tmp_path).stdout
    assert set(re.findall(r"warning: ([\w-]+)", found)) == set(BROKEN_ON_PURPOSE)


def _squawk(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """What squawk says of each revision by itself: what an earlier one made is in use by then."""
    timeouts, *transactions = migrations.sql().split("BEGIN;\n")
    files = [folder / f"{number}.sql" for number, _ in enumerate(transactions)]
    for file, statements in zip(files, transactions, strict=True):
        file.write_text(f"{timeouts}BEGIN;\n{statements}")
    squawk = Path(sys.executable).with_name("squawk")
    return subprocess.run([squawk, "--reporter", "gcc", *options, *files], capture_output=True, text=True)


def test_the_wheel_brings_the_scripts_and_finds_them(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "installed")
    assert not (tmp_path / "installed/alembic").exists()
    program = "import gateway.migrations as m; print(m.__file__, m.heads())"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    written = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert written.stdout.strip() == f"{tmp_path}/installed/gateway/migrations.py {migrations.heads()}"
