"""What is promised of `docker compose up`, read from the files: there is no engine where the tests run."""

import re
from typing import Any

import pytest

from gateway.settings import Settings
from gateway.settings_reference import PREFIX, variable
from tests.house.compose import read
from tests.house.tree import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text()
WANTED = re.compile(r"\$\{[A-Z_]+:\?[^}]+\}")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return read((ROOT / "docker-compose.yml").read_text())


def test_there_are_a_gateway_a_worker_and_a_postgres(compose: dict[str, Any]) -> None:
    assert list(compose["services"]) == ["gateway", "worker", "postgres"]
    assert compose["services"]["postgres"]["image"] == "postgres:18"


def test_both_say_whether_they_are_well(compose: dict[str, Any]) -> None:
    assert compose["services"]["postgres"]["healthcheck"]["test"][:2] == ["CMD", "pg_isready"]
    assert compose["services"]["gateway"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    assert re.search(r"^HEALTHCHECK .*\\\n +CMD .*/healthz", DOCKERFILE, re.MULTILINE)


def test_the_gateway_is_communique_serve(compose: dict[str, Any]) -> None:
    assert 'ENTRYPOINT ["communique"]\nCMD ["serve"]' in DOCKERFILE
    assert compose["services"]["gateway"]["command"] == ["serve", "--migrate"]


def test_the_worker_is_the_same_image_beside_it(compose: dict[str, Any]) -> None:
    """It begins once the gateway has brought the tables up to date, and answers no requests that could be asked."""
    gateway, worker = compose["services"]["gateway"], compose["services"]["worker"]
    assert (worker["image"], worker["command"]) == (gateway["image"], ["worker"])
    assert gateway["environment"]["COMMUNIQUE_RUNS_WORKER"] == "false"
    assert worker["depends_on"] == {"gateway": {"condition": "service_healthy"}}
    assert worker["healthcheck"] == {"disable": True}
    shared = {"COMMUNIQUE_DATABASE_URL", "COMMUNIQUE_SECRET", "COMMUNIQUE_PUBLIC_URL"}
    assert {name: worker["environment"][name] for name in shared} == {
        name: gateway["environment"][name] for name in shared
    }


def test_no_password_is_written_down(compose: dict[str, Any]) -> None:
    gateway, postgres = (compose["services"][name]["environment"] for name in ("gateway", "postgres"))
    assert WANTED.fullmatch(postgres["POSTGRES_PASSWORD"])
    assert WANTED.fullmatch(gateway["COMMUNIQUE_SECRET"])
    address = WANTED.sub("", gateway["COMMUNIQUE_DATABASE_URL"])
    assert address == "postgresql://communique:@postgres:5432/communique"
    assert not re.search(r"(?i)(password|secret)=", DOCKERFILE)


def test_each_setting_that_is_set_exists(compose: dict[str, Any]) -> None:
    known = {variable(name) for name in Settings.model_fields}
    services = (compose["services"][name]["environment"] for name in ("gateway", "worker"))
    in_compose = {name for environment in services for name in environment if name.startswith(PREFIX)}
    in_image = set(re.findall(rf"{PREFIX}\w+(?==)", DOCKERFILE))
    assert in_compose | in_image <= known
    assert in_image == {"COMMUNIQUE_ENVIRONMENT", "COMMUNIQUE_HOST", "COMMUNIQUE_DATA_FOLDER"}


def test_data_are_in_named_volumes(compose: dict[str, Any]) -> None:
    used = {volume for service in compose["services"].values() for volume in service["volumes"]}
    assert used == {"media:/var/lib/communique", "postgres:/var/lib/postgresql"}
    assert set(compose["volumes"]) == {volume.split(":")[0] for volume in used}
    assert "COMMUNIQUE_DATA_FOLDER=/var/lib/communique" in DOCKERFILE


def test_the_machine_is_lent_as_little_as_possible(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        assert service["read_only"] is True
        assert service["security_opt"] == ["no-new-privileges:true"]
    assert compose["services"]["gateway"]["cap_drop"] == compose["services"]["worker"]["cap_drop"] == ["ALL"]
    assert compose["services"]["gateway"]["ports"] == ["127.0.0.1:8000:8000"]
    assert not {"ports"} & {*compose["services"]["postgres"], *compose["services"]["worker"]}
    assert DOCKERFILE.index("\nUSER communique\n") < DOCKERFILE.index("\nENTRYPOINT")


def test_every_package_in_the_image_has_its_hash() -> None:
    steps = [line for line in DOCKERFILE.splitlines() if "pip install" in line]
    assert len(steps) == 3
    for step in steps:
        assert "--require-hashes -r requirements/" in step or "--no-deps --no-index dist/" in step
    assert "requirements/runtime.lock" in DOCKERFILE
    assert "development" not in DOCKERFILE


def test_the_image_is_given_what_it_copies_and_no_more() -> None:
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {name for line in re.findall(r"^COPY (?!--)(.*)$", DOCKERFILE, re.MULTILINE) for name in line.split()[:-1]}
    assert allowed == copied
    assert all((ROOT / name).exists() for name in copied)


@pytest.mark.parametrize(
    "text", ["a: {b: c}\n", "a: yes please\n", "a: |\n  b\n", "a:\n    b: c\n", "a: 1\na: 2\n", "a: &b c\n"]
)
def test_what_is_not_plain_is_not_guessed_at(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(text)
