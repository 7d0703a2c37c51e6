"""`communique worker`: the work that follows from changes, in a process of its own."""

import asyncio
import signal
from typing import TYPE_CHECKING

from gateway.cli.presenting import Json, Screen
from gateway.cli.reaching import current_database

if TYPE_CHECKING:
    from gateway.settings import Settings


def worker(json: Json = False) -> None:
    """Do what follows from changes until it is told to stop: deliver events, send e-mail, clear up.

    A server does the same beside answering, unless COMMUNIQUE_RUNS_WORKER is false. Any number of workers may run on
    one database; what a killed one had begun, another finishes.

    With --json, once it works: `duties`.
    """
    from gateway.settings import load_settings
    from gateway.telemetry import configure_logging

    settings = load_settings()
    configure_logging(settings.log_format, settings.log_level)
    with current_database(settings) as url:
        asyncio.run(_work(url, settings, Screen(json)))


async def _work(url: str, settings: "Settings", screen: Screen) -> None:
    from gateway.worker import DUTIES, working

    told, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, told.set)
    async with working(url, settings):
        screen.answer({"duties": [duty.__name__ for duty in DUTIES]})
        await told.wait()
