"""Archives small enough to read, and what is built from them."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from gateway.importers import read_archive
from gateway.importers.records import ForeignArchive
from gateway.importers.report import LossReport

ARCHIVES = Path(__file__).parent / "archives"
ZipMaker = Callable[[dict[str, bytes]], Path]


@pytest.fixture
def report() -> LossReport:
    return LossReport()


@pytest.fixture
def classic(report: LossReport) -> ForeignArchive:
    return read_archive(ARCHIVES / "classic.xml", report)


@pytest.fixture
def takeout(report: LossReport) -> ForeignArchive:
    return read_archive(ARCHIVES / "takeout", report)


@pytest.fixture
def make_zip(tmp_path: Path) -> ZipMaker:
    """A ZIP of the given names and contents."""

    def make(members: dict[str, bytes]) -> Path:
        path = tmp_path / "takeout.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, content in members.items():
                packed.writestr(name, content)
        return path

    return make
