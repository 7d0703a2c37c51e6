from pathlib import Path

import pytest
from graphql import build_client_schema, build_schema
from graphql.utilities import SafeChange, find_schema_changes

from gateway.cli.endings import Exit
from tests.gateway.cli.typed import ROOT, Type

KEPT = ROOT / "schema/schema.graphql"


def test_the_schema_is_the_one_that_is_kept(type_: Type) -> None:
    assert type_("export-schema") == (Exit.DONE, KEPT.read_text(), "")
    assert type_("export-schema", "--check", KEPT).code == Exit.DONE
    assert type_("export-schema", "--check", KEPT, "--json").json == {"is_current": True, "changes": []}


def test_tools_can_build_a_schema_of_the_document(type_: Type) -> None:
    data = type_("export-schema", "--json").json["data"]
    changes = find_schema_changes(build_schema(KEPT.read_text()), build_client_schema(data))
    assert [change for change in changes if not isinstance(change, SafeChange)] == []


def test_another_schema_is_found_and_its_breaking_changes_come_first(type_: Type, tmp_path: Path) -> None:
    older = tmp_path / "older.graphql"
    older.write_text(KEPT.read_text().replace("type Query {", "type Query {\n  weather: String\n", 1))
    ran = type_("export-schema", "--check", older)
    assert ran.code == Exit.FOUND
    assert ran.out.splitlines()[0] == "  breaking   Field Query.weather was removed."
    assert ran.err == f"{older} is not the schema of this release. Type: communique export-schema > {older}\n"
    document = type_("export-schema", "--check", older, "--json").json
    assert document["is_current"] is False
    assert document["changes"][0] == {"kind": "breaking", "description": "Field Query.weather was removed."}


def test_other_words_for_the_same_schema_are_shown_line_by_line(type_: Type, tmp_path: Path) -> None:
    older = tmp_path / "older.graphql"
    older.write_text(KEPT.read_text() + "# the end\n")
    ran = type_("export-schema", "--check", older)
    assert ran.code == Exit.FOUND
    assert "  -# the end" in ran.out.splitlines()


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_refused(type_: Type, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "schema.graphql"
    if content:
        file.write_bytes(content)
    ran = type_("export-schema", "--check", file)
    assert (ran.code, ran.out) == (Exit.WRONG, "")
    assert ran.err.startswith(f"{file} cannot be read: ")


def test_what_is_no_schema_is_called_so(type_: Type, tmp_path: Path) -> None:
    file = tmp_path / "schema.graphql"
    file.write_text("Dear colleagues,")
    assert type_("export-schema", "--check", file, "--json").json["changes"][0]["kind"] == "unreadable"
