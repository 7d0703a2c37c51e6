"""The worker: what follows from a change once it is committed, in a process of its own or beside a server.

Any number of workers may run. Each duty claims its work row by row, so that two share it, and what one that was killed
had claimed is done by another when the claim runs out.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress

import asyncpg
from sqlalchemy.ext.asyncio import async_sessionmaker

from gateway.database import write_engine
from gateway.duties import Duty, Work, log
from gateway.duties.delivering import DeliverEvents
from gateway.duties.letters import SendLetters
from gateway.duties.reviews import EscalateReviews
from gateway.duties.scheduled import PublishScheduled, ResolveWallTimes
from gateway.duties.statements import SignStatements
from gateway.duties.sweeping import Sweep
from gateway.settings import Settings
from schema.waking import CHANNEL

DUTIES: tuple[Callable[[Work], Duty], ...] = (
    PublishScheduled,  # texts whose time has come, first: it is the one that must be punctual
    ResolveWallTimes,  # moments by the clocks of a place, when the rules of its zone have changed
    DeliverEvents,  # webhooks, as soon as a change is committed, and again while they do not take it
    SendLetters,  # invitations and links to sign in, as soon as they are written
    EscalateReviews,  # what went out first and nobody has looked at in time
    SignStatements,  # what was published, as soon as it is
    Sweep,  # what is kept for a time only
)
"""Everything a worker sees to. Each runs beside the others: one that fails does not hold them up."""

LONGEST_SLEEP_SECONDS = 30.0
"""After that a duty looks for itself, whatever it was told."""

SHORTEST_SLEEP_SECONDS = 0.05
"""What is due and cannot be claimed is being done by another worker."""

FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 30.0
"""Between tries of a duty that fails; each pause is twice the one before."""

CONNECT_TIMEOUT_SECONDS, ANSWER_TIMEOUT_SECONDS = 5.0, 5.0
CONNECTIONS, WAIT_SECONDS, STATEMENT_TIMEOUT_MS = 4, 10.0, 30_000
FAILURES = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)


class Worker:
    """Attends to duties until it is told to stop."""

    def __init__(self, duties: Sequence[Duty]) -> None:
        self._attendants = [Attendant(duty) for duty in duties]
        self._stopping = asyncio.Event()

    async def run(self, url: str) -> None:
        """Work until `stop`, then end what was begun."""
        log.info("working", duties=[attendant.name for attendant in self._attendants])
        listening = asyncio.create_task(_listen(url, self._wake))
        working = [asyncio.create_task(attendant.attend()) for attendant in self._attendants]
        try:
            await self._stopping.wait()
        finally:
            for attendant in self._attendants:
                attendant.stop()
            await asyncio.gather(*working)
            while not listening.done():
                listening.cancel()
                await asyncio.wait([listening], timeout=1.0)
        log.info("worker_stopped")

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopping.set()

    def _wake(self) -> None:
        for attendant in self._attendants:
            attendant.wake()


class Attendant:
    """Sees to one duty: when it is told, and when the duty said it would be due."""

    def __init__(self, duty: Duty) -> None:
        self._duty = duty
        duty.wake = self.wake
        self.name = type(duty).__name__
        self._woken, self._stopping = asyncio.Event(), asyncio.Event()
        self._failures = 0

    def wake(self) -> None:
        """Look again, now or when the present look is over."""
        self._woken.set()

    def stop(self) -> None:
        """Look no more."""
        self._stopping.set()
        self._woken.set()

    async def attend(self) -> None:
        """Look until it is stopped. What goes wrong is logged in one line and tried again after a pause."""
        while not self._stopping.is_set():
            self._woken.clear()
            try:
                seconds = await self._duty.attend()
                self._failures = 0
            except Exception as error:
                await self._pause(error)
            else:
                await self._sleep(LONGEST_SLEEP_SECONDS if seconds is None else seconds)
        try:
            await self._duty.finish()
        except Exception as error:
            log.error("duty_unfinished", duty=self.name, error=_in_one_line(error))

    async def _pause(self, error: Exception) -> None:
        """A pause that nothing but the end cuts short: who is woken often must not fail as often."""
        seconds = min(FIRST_PAUSE_SECONDS * 2**self._failures, LONGEST_PAUSE_SECONDS)
        self._failures += 1
        log.error("duty_failed", duty=self.name, error=_in_one_line(error), again_in_seconds=seconds)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)

    async def _sleep(self, seconds: float) -> None:
        with suppress(TimeoutError):
            within = min(max(seconds, SHORTEST_SLEEP_SECONDS), LONGEST_SLEEP_SECONDS)
            await asyncio.wait_for(self._woken.wait(), within)


@asynccontextmanager
async def working(url: str, settings: Settings) -> AsyncIterator[Worker]:
    """A worker that works while the block lasts, over connections of its own."""
    engine = write_engine(url, CONNECTIONS, WAIT_SECONDS, STATEMENT_TIMEOUT_MS, "communique-worker")
    work = Work(async_sessionmaker(engine, expire_on_commit=False), settings)
    worker = Worker([duty(work) for duty in DUTIES])
    task = asyncio.create_task(worker.run(url))
    try:
        yield worker
    finally:
        worker.stop()
        await task
        await engine.dispose()


async def _listen(url: str, wake: Callable[[], None]) -> None:
    """Wake the duties when something is committed for them, over a connection that is made again whenever it is lost.

    What happened while nobody listened is found by waking them once it is there again.
    """
    pause = FIRST_PAUSE_SECONDS
    while True:
        try:
            await _listen_once(url, wake)
            pause = FIRST_PAUSE_SECONDS
        except FAILURES as error:
            log.warning("not_listening", error=_in_one_line(error), again_in_seconds=pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)


async def _listen_once(url: str, wake: Callable[[], None]) -> None:
    """Listen until the connection is lost, which is noticed at once, or by asking now and then."""
    settings = {"application_name": "communique-listener"}
    connection = await asyncpg.connect(url, timeout=CONNECT_TIMEOUT_SECONDS, server_settings=settings)
    lost = asyncio.Event()
    try:
        connection.add_termination_listener(lambda _: lost.set())
        await connection.add_listener(CHANNEL, lambda *_: wake())
        wake()
        while not lost.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(lost.wait(), LONGEST_SLEEP_SECONDS)
                return
            await connection.execute("select", timeout=ANSWER_TIMEOUT_SECONDS)
    finally:
        connection.terminate()


def _in_one_line(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"[:300]
