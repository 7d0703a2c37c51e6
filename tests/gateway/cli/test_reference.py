import os

from gateway.cli.reference import page
from tests.gateway.cli.typed import ROOT

REFERENCE = ROOT / "docs/reference/commands.md"


def test_the_reference_is_made_from_the_commands() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        REFERENCE.write_text(page())
    assert REFERENCE.read_text() == page()
