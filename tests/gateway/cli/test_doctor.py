import pytest

from gateway.cli.endings import Exit
from tests.gateway.cli.typed import Type


def test_a_server_that_works_is_healthy(type_: Type, own_database: str) -> None:
    ran = type_("doctor")
    assert ran.code == Exit.DONE
    assert "postgres" in ran.out
    document = type_("doctor", "--json").json
    assert document["is_healthy"] is True
    assert {tuple(finding) for finding in document["findings"]} == {("name", "status", "message", "fix")}
    assert {finding["status"] for finding in document["findings"]} <= {"ok", "warn"}


def test_a_database_that_is_away_is_a_finding(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_DATABASE_URL", "postgresql://app:geheim@127.0.0.1:1/communique")
    ran = type_("doctor", "--json")
    assert ran.code == Exit.FOUND
    assert ran.json["is_healthy"] is False
    [failed] = [finding for finding in ran.json["findings"] if finding["status"] == "fail"]
    assert failed["name"] == "postgres"
    assert "geheim" not in ran.out + ran.err
