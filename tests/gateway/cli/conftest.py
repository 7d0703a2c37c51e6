"""What the tests of commands type with: a hand, a database of their own, a free port."""

import os
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.database import fresh_database
from tests.gateway.cli.typed import Type, execute, typist


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("COMMUNIQUE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COMMUNIQUE_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.setattr("sys.argv", ["communique"])


@pytest.fixture
def type_(capsys: pytest.CaptureFixture[str]) -> Type:
    """Types a command in this process."""
    return typist(capsys)


@pytest.fixture
async def own_database(anyio_backend: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """The URL of a database of this test, empty and up to date, which the settings name."""
    async with fresh_database() as url:
        monkeypatch.setenv("COMMUNIQUE_DATABASE_URL", url)
        yield url


@pytest.fixture
async def empty_database(own_database: str) -> str:
    """The same without tables."""
    await execute(own_database, "drop schema public cascade; create schema public")
    return own_database


@pytest.fixture
def port() -> int:
    """A port that was free a moment ago."""
    return _free_port()


@pytest.fixture(scope="module")
def free_port() -> int:
    """The same for all tests of a module."""
    return _free_port()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder with a short path that the user Postgres runs as may enter."""
    folder = Path(tempfile.mkdtemp(prefix="cli"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
