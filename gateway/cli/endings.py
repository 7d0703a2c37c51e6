"""How a command ends: its exit codes, and what a person reads when it did not go well."""

import os
import secrets
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from types import FrameType
from typing import NamedTuple


class Exit(IntEnum):
    """What a command answers to the shell."""

    DONE = 0
    FOUND = 1
    WRONG = 2
    DATABASE = 3
    CRASHED = 70
    STOPPED = 130
    ENDED = 143


MEANINGS = {
    Exit.DONE: "It is done; `serve` and `demo` stopped when they were told to.",
    Exit.FOUND: "It ran, and the answer is no: something was found, or refused.",
    Exit.WRONG: "It did not begin: wrong usage, or a setting, port or file of no use.",
    Exit.DATABASE: "The database cannot be reached, or has tables of another release.",
    Exit.CRASHED: "A fault of ours; the message names a file with the details.",
    Exit.STOPPED: "Ctrl+C, before it was done.",
    Exit.ENDED: "SIGTERM, before it was done.",
}


class CommandRefused(Exception):
    """A command cannot go on: what happened and where, and perhaps what to type next."""

    def __init__(self, message: str, code: Exit, next: str = "") -> None:
        self.message, self.code, self.next = message, code, next
        super().__init__(message)


class Ending(NamedTuple):
    """What is said at the end, and answered to the shell."""

    code: int
    message: str = ""
    next: str = ""
    """What to type, or what to do, to get on."""


def ending_of(error: BaseException) -> Ending:
    """What a person may know of an error. The one place that decides it; a crash is written to a file."""
    from gateway.embedded import EmbeddedRefused
    from gateway.migrations import MigrationRefused
    from gateway.settings import SettingRefused
    from schema.errors import Refusal

    match error:
        case CommandRefused(message=message, code=code, next=next):
            return Ending(code, message, next)
        case SettingRefused():
            return Ending(Exit.WRONG, str(error))
        case EmbeddedRefused() | MigrationRefused():
            return Ending(Exit.DATABASE, str(error))
        case Refusal(message=message):
            return Ending(Exit.FOUND, message)
        case _:
            return _crash(error)


def _crash(error: BaseException) -> Ending:
    reference = secrets.token_hex(4)
    path = Path(tempfile.gettempdir()) / f"communique-{reference}.log"
    story = "".join(traceback.format_exception(error))
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(f"{' '.join(sys.argv)}\n\n{story}")
    except OSError:
        return Ending(Exit.CRASHED, f"Something went wrong on our side:\n{story}")
    message = f"Something went wrong on our side (reference {reference}): {type(error).__name__}."
    return Ending(Exit.CRASHED, message, f"The details are in {path}; with --debug they are shown here.")


@contextmanager
def signals_end_tidily() -> Iterator[None]:
    """SIGTERM, and SIGHUP of a closed terminal, unwind as Ctrl+C does, so that everything opened is closed."""

    def end(number: int, frame: FrameType | None) -> None:
        sys.exit(128 + number)

    wanted = [number for number in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, end) for number in wanted}
    before[signal.SIGINT] = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
