"""The worker itself: what wakes it, what it survives, how it stops."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from structlog.testing import capture_logs

from gateway import worker
from gateway.duties import Duty, Work
from gateway.settings import Settings
from gateway.worker import Worker, working
from schema.change import begin_change
from schema.context import SYSTEM
from schema.mail.services import send_mail
from tests.client import execute
from tests.database import fresh_database
from tests.gateway.duties.conftest import WorkWith

FILLED = {"name": "Amina", "link": "https://ministry.example/in", "minutes": 15}
LISTENERS = "pg_stat_activity where application_name = 'communique-listener' and datname = current_database()"
PATIENCE_SECONDS = 20


class Counting(Duty):
    """Counts how often it was asked to look."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.looks, self.is_finished, self.seen = 0, False, asyncio.Event()

    async def attend(self) -> float | None:
        self.looks += 1
        self.seen.set()
        return None

    async def finish(self) -> None:
        self.is_finished = True

    async def looked(self, than: int) -> None:
        """Wait until it has looked more often than this."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.looks <= than:
                self.seen.clear()
                await self.seen.wait()


class Failing(Counting):
    """Cannot do what it should."""

    async def attend(self) -> float | None:
        await super().attend()
        raise LookupError("the first line\nof a long story")


@asynccontextmanager
async def at_work(url: str, *duties: Duty) -> AsyncIterator[Worker]:
    one = Worker(duties)
    task = asyncio.create_task(one.run(url))
    try:
        yield one
    finally:
        one.stop()
        await task


async def settled(duty: Counting) -> int:
    """How often a duty has looked once it has heard that somebody listens."""
    await duty.looked(1)
    return duty.looks


async def say_something(work: Work) -> None:
    async with begin_change(work.sessions, SYSTEM) as change:
        await send_mail(change, to="a@ministry.example", template="sign_in_link", data=FILLED, locale="en")


async def test_a_commit_wakes_it(own_database: str, work_with: WorkWith) -> None:
    duty = Counting(work_with())
    async with at_work(own_database, duty):
        looks = await settled(duty)
        await say_something(work_with())
        await duty.looked(looks)
    assert duty.is_finished


async def test_it_sleeps_while_nothing_happens(own_database: str, work_with: WorkWith) -> None:
    """It looks when it starts and when it has begun to listen, and the other connection of this test wakes nobody."""
    duty = Counting(work_with())
    async with at_work(own_database, duty):
        looks = await settled(duty)
        await execute(own_database, "select pg_sleep(0.5)")
        assert duty.looks == looks


async def test_it_listens_again_after_the_connection_died_and_looks_for_what_it_missed(
    own_database: str, work_with: WorkWith
) -> None:
    duty = Counting(work_with())
    async with at_work(own_database, duty):
        looks = await settled(duty)
        await execute(own_database, f"select pg_terminate_backend(pid) from {LISTENERS}")
        await duty.looked(looks)
        looks = duty.looks
        await say_something(work_with())
        await duty.looked(looks)


async def test_a_duty_that_fails_rests_and_does_not_hold_up_the_others(
    own_database: str,
    work_with: WorkWith,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "FIRST_PAUSE_SECONDS", 0.1)
    failing, other = Failing(work_with()), Counting(work_with())
    with capture_logs() as logs:
        async with at_work(own_database, failing, other):
            await failing.looked(1)
            looks = other.looks
            await say_something(work_with())
            await other.looked(looks)
    failures = [line for line in logs if line["event"] == "duty_failed"]
    assert failures[0] == {
        "event": "duty_failed",
        "log_level": "error",
        "duty": "Failing",
        "error": "LookupError: the first line of a long story",
        "again_in_seconds": 0.1,
    }
    assert failures[1]["again_in_seconds"] == 0.2
    assert failing.is_finished


async def test_it_goes_on_when_there_was_no_database(work_with: WorkWith, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "FIRST_PAUSE_SECONDS", 0.05)
    async with fresh_database() as url:
        duty = Counting(work_with())
        name = url.split("/")[-1].split("?")[0]
        with capture_logs() as logs:
            async with at_work(url.replace(name, f"{name}_away"), duty):
                await until(lambda: [line for line in logs if line["event"] == "not_listening"])
    assert duty.is_finished


async def until(holds: Callable[[], object]) -> None:
    for _ in range(100 * PATIENCE_SECONDS):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def test_what_a_server_opens_for_it_is_closed_again(own_database: str) -> None:
    with capture_logs() as logs:
        async with working(own_database, Settings(_secrets_dir=None)):
            await until(lambda: [line for line in logs if line["event"] == "working"])
    assert [line["event"] for line in logs if line["event"].startswith("work")] == ["working", "worker_stopped"]
