import signal

import pytest

from gateway.cli.endings import Exit
from tests.gateway.cli.typed import Type, going_on


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_worker_works_until_it_is_told_to_stop(own_database: str, number: signal.Signals) -> None:
    with going_on("worker", "--json", COMMUNIQUE_DATABASE_URL=own_database) as worker:
        worker.wait_for(r"\}\n$")
        ran = worker.stop(number)
    assert ran.code == Exit.DONE
    assert "SendLetters" in ran.json["duties"]
    assert "worker_stopped" in ran.err


def test_it_does_not_work_on_tables_of_another_release(type_: Type, empty_database: str) -> None:
    assert type_("worker") == (
        Exit.DATABASE,
        "",
        "This database has no tables yet.\nType: communique migrate\n",
    )
