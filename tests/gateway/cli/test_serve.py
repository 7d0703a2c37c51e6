import re
import signal
import socket

import httpx2
import pytest

from gateway.cli.endings import Exit
from tests.gateway.cli.typed import Type, going_on


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_server_answers_until_it_is_told_to_stop(own_database: str, port: int, number: signal.Signals) -> None:
    """A request that comes before it is ready waits until it is."""
    base, patient = f"http://127.0.0.1:{port}", httpx2.HTTPTransport(retries=30)
    with (
        going_on("serve", "--port", str(port), "--json", COMMUNIQUE_DATABASE_URL=own_database) as server,
        httpx2.Client(transport=patient, timeout=90) as client,
    ):
        assert client.get(f"{base}/readyz").json() == {"status": "ready"}
        server.wait_for(r"\}\n$")
        ran = server.stop(number)
    assert ran.code == Exit.DONE
    addresses = {"graphql": f"{base}/graphql", "alive": f"{base}/healthz", "ready": f"{base}/readyz"}
    assert ran.json == {"addresses": addresses, "environment": "development"}
    assert "serving" in ran.err
    assert "path=/readyz" in ran.err


def test_tables_that_are_older_are_served_only_after_migrating(type_: Type, empty_database: str, port: int) -> None:
    ran = type_("serve", "--port", str(port))
    assert ran == (Exit.DATABASE, "", "This database has no tables yet.\nType: communique migrate\n")
    with going_on(
        "serve", "--port", str(port), "--migrate", "--json", COMMUNIQUE_DATABASE_URL=empty_database
    ) as server:
        server.wait_for(r"\}\n$")
        assert "migrated" in server.stop().err
    assert type_("migrate", "--check").code == Exit.DONE


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_that_is_taken_is_refused_with_one_that_is_free(type_: Type, command: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        taken = listener.getsockname()[1]
        ran = type_(command, "--port", str(taken))
    assert (ran.code, ran.out) == (Exit.WRONG, "")
    found = re.fullmatch(
        rf"Another program listens at 127\.0\.0\.1, port {taken}\.\n"
        rf"Take another port: communique {command} --port (\d+)\n",
        ran.err,
    )
    assert found is not None
    socket.create_server(("127.0.0.1", int(found[1]))).close()


def test_whoever_called_make_is_told_what_to_type_to_make(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALLED_BY", "make demo")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ran = type_("demo", "--port", str(listener.getsockname()[1]))
    assert re.search(r"^Take another port: make demo PORT=\d+$", ran.err, re.MULTILINE)


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_an_address_that_is_not_ours_is_refused(type_: Type, command: str) -> None:
    ran = type_(command, "--host", "192.0.2.1", "--port", "8000")
    assert ran == (Exit.WRONG, "", "“192.0.2.1” is no address of this machine.\n")


def test_production_wants_a_secret_before_it_opens_anything(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_ENVIRONMENT", "production")
    ran = type_("serve")
    assert ran.code == Exit.WRONG
    assert ran.err.startswith("COMMUNIQUE_SECRET has a value that cannot be used.")
