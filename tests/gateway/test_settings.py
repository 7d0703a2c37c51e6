import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gateway.settings import GROUPS, SettingRefused, Settings, load_settings
from gateway.settings_reference import PREFIX, page, variable
from gateway.settings_types import Environment

REFERENCE = Path(__file__).parents[2] / "docs/reference/settings.md"
OWN_SECRET = "an-own-secret-of-more-than-32-characters"
Refused = Callable[[str, str], str]


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> Refused:
    """Say what the refusal of one value in the environment reads like."""

    def refuse(name: str, value: str) -> str:
        monkeypatch.setenv(PREFIX + name, value)
        with pytest.raises(SettingRefused) as caught:
            load_settings()
        monkeypatch.delenv(PREFIX + name)
        return str(caught.value)

    return refuse


def test_the_reference_is_made_from_the_settings() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        REFERENCE.write_text(page(GROUPS))
    assert REFERENCE.read_text() == page(GROUPS)


def test_every_setting_is_in_the_reference_and_described() -> None:
    for name, field in Settings.model_fields.items():
        assert f"### `{variable(name)}`" in REFERENCE.read_text()
        assert field.description, name


def test_the_reference_names_no_path_of_one_machine() -> None:
    assert str(Path.home()) + "/" not in REFERENCE.read_text()


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("PORT", "abc", "is “abc”, which cannot be used. Allowed: a whole number from 1 to 65,535."),
        ("PORT", "70000", "is “70000”, which cannot be used. Allowed: a whole number from 1 to 65,535."),
        ("MOST_DEPTH", "0", "is “0”, which cannot be used. Allowed: a whole number of at least 1."),
        ("READ_TIMEOUT_SECONDS", "-1", "is “-1”, which cannot be used. Allowed: a number above 0."),
        ("IS_EXPLORER_ON", "maybe", "is “maybe”, which cannot be used. Allowed: true or false."),
        ("ENVIRONMENT", "prod", "is “prod”, which cannot be used. Allowed: `production`, `development`, `demo`."),
        ("LOG_FORMAT", "xml", "is “xml”, which cannot be used. Allowed: `json`, `lines`."),
        (
            "PUBLIC_URL",
            "embassy.example/blog",
            "is “embassy.example/blog”, which cannot be used. Allowed: http:// or https:// and a host, without a path.",
        ),
        (
            "CROSS_ORIGIN_ORIGINS",
            "https://a.example,b",
            "is “https://a.example,b”, which cannot be used."
            " Allowed: origins such as https://embassy.example, without a path and with commas between them, or *.",
        ),
        (
            "ALLOWED_HOSTS",
            "https://a.example",
            "is “https://a.example”, which cannot be used. Allowed: host names such as www.embassy.example,"
            " without a scheme or a port and with commas between them.",
        ),
        (
            "TRUSTED_PROXIES",
            "proxy",
            "is “proxy”, which cannot be used."
            " Allowed: addresses or networks such as 10.0.0.0/8, with commas between them.",
        ),
        (
            "STATEMENT_TIMEOUT_SECONDS",
            "30",
            "is “30”, which cannot be used. Allowed: at most the read timeout, 2.",
        ),
    ],
)
def test_a_wrong_value_is_refused_in_one_line(refused: Refused, name: str, value: str, line: str) -> None:
    assert refused(name, value) == f"COMMUNIQUE_{name} {line}"


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("SECRET", "geheim", "at least 32 characters"),
        ("DATABASE_URL", "mysql://app:geheim@db/x", "an address that begins with postgresql://"),
    ],
)
def test_the_value_of_a_secret_is_not_repeated(refused: Refused, name: str, value: str, allowed: str) -> None:
    line = refused(name, value)
    assert line == f"COMMUNIQUE_{name} has a value that cannot be used. Allowed: {allowed}."


def test_a_line_break_in_a_value_does_not_break_the_line(refused: Refused) -> None:
    assert "\n" not in refused("PORT", "80\nFATAL: all is lost\x1b[31m" + "x" * 500)
    assert len(refused("PORT", "x" * 500)) < 200


def test_an_option_that_does_not_exist_is_refused() -> None:
    with pytest.raises(SettingRefused, match="There is no setting COMMUNIQUE_PROT"):
        load_settings(prot=1)


def test_production_wants_a_secret_of_its_own(refused: Refused) -> None:
    line = refused("ENVIRONMENT", "production")
    assert line == (
        "COMMUNIQUE_SECRET has a value that cannot be used."
        " Allowed: one of your own in production, at least 32 characters."
    )


def test_production_is_closed_by_default() -> None:
    settings = load_settings(environment="production", secret=OWN_SECRET)
    assert settings.environment is Environment.PRODUCTION
    assert (settings.is_explorer_on, settings.allows_introspection_by_visitors, settings.log_format) == (
        False,
        False,
        "json",
    )
    assert load_settings(environment="production", secret=OWN_SECRET, is_explorer_on=True).is_explorer_on


def test_lists_are_texts_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_CROSS_ORIGIN_ORIGINS", " https://a.example , https://b.example:8443,")
    monkeypatch.setenv("COMMUNIQUE_ALLOWED_HOSTS", "")
    settings = load_settings()
    assert settings.cross_origin_origins == ("https://a.example", "https://b.example:8443")
    assert settings.allowed_hosts == ()


def test_the_hosts_are_those_of_the_public_url_and_of_this_machine() -> None:
    assert load_settings(public_url="https://blog.example/").hosts == (
        "blog.example",
        "127.0.0.1",
        "localhost",
        "::1",
    )
    assert load_settings(allowed_hosts="a.example").hosts == ("a.example", "127.0.0.1", "localhost", "::1")


def test_an_option_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_PORT", "8001")
    assert load_settings().port == 8001
    assert load_settings(port=8002).port == 8002


def test_a_secret_may_be_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "communique_secret").write_text(OWN_SECRET + "\n")
    monkeypatch.setattr("gateway.settings.SECRETS_FOLDER", tmp_path)
    assert load_settings().secret.get_secret_value() == OWN_SECRET


def test_secrets_are_not_printed() -> None:
    settings = load_settings(secret=OWN_SECRET, database_url="postgresql://app:geheim@db/x")
    assert OWN_SECRET not in repr(settings)
    assert "geheim" not in repr(settings)


def test_the_media_folder_is_in_the_data_folder(tmp_path: Path) -> None:
    assert load_settings(data_folder=tmp_path).media_folder == tmp_path / "media"
    assert load_settings(data_folder=tmp_path, media_folder=tmp_path / "x").media_folder == tmp_path / "x"


def test_the_data_folder_of_a_user_follows_the_desktop_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert load_settings().data_folder == tmp_path / ".local/share/communique"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert load_settings().data_folder == tmp_path / "data/communique"


def test_editors_may_ask_for_more() -> None:
    settings = load_settings()
    assert settings.limits(is_editor=False) == (1_000, 12, 15, 300, 10, 5, 1_000, 2.0)
    assert settings.limits(is_editor=True) == (4_000, 16, 60, 1_000, 10, 5, 5_000, 10.0)


def test_the_public_url_follows_the_port_until_it_is_set() -> None:
    assert load_settings(port=8002).public_url == "http://127.0.0.1:8002"
    assert load_settings(port=8002, public_url="https://blog.example").public_url == "https://blog.example"
