"""Who uses a cluster now. Locks of files, because the system takes them back from a process that is killed.

turn     one process at a time starts or stops the server
users    shared by all who use the server; whoever can have it alone is the last
guard    held by the guardian, so that there is one
"""

import fcntl
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from gateway.embedded.programs import EmbeddedRefused

TURN_TIMEOUT_SECONDS = 60


class Share:
    """One process's part in the use of a cluster."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._turn, self._users = (_open(folder / name) for name in ("turn", "users"))
        self._guardian: int | None = None
        self._pipe: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Give everything back."""
        for descriptor in (self._pipe, self._users, self._turn):
            if descriptor is not None:
                os.close(descriptor)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Be the only process that starts or stops the server."""
        until = time.monotonic() + TURN_TIMEOUT_SECONDS
        while not _try(self._turn, fcntl.LOCK_EX):
            if time.monotonic() > until:
                raise EmbeddedRefused(
                    f"Another process has been starting or stopping the Postgres in {self._folder}"
                    f" for {TURN_TIMEOUT_SECONDS} s. End it, then try again."
                )
            time.sleep(0.01)
        try:
            yield
        finally:
            fcntl.flock(self._turn, fcntl.LOCK_UN)

    def join(self) -> None:
        """Become a user. Call it in turn."""
        fcntl.flock(self._users, fcntl.LOCK_SH)

    def is_last(self) -> bool:
        """Whether nobody else uses the server. Call it in turn."""
        return _try(self._users, fcntl.LOCK_EX)

    def post_guardian(self, is_throw_away: bool) -> None:
        """See to it that somebody stops the server if all its users are killed. Call it in turn.

        The guardian waits for the end of a pipe that only this process holds, then to have the users' lock alone.
        """
        guard = _open(self._folder / "guard")
        if _try(guard, fcntl.LOCK_EX):
            os.set_inheritable(guard, True)
            reading, self._pipe = os.pipe()
            self._guardian = os.posix_spawn(
                sys.executable,
                [sys.executable, "-m", "gateway.embedded.guardian", str(self._folder), str(int(is_throw_away))],
                {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
                file_actions=[
                    (os.POSIX_SPAWN_DUP2, reading, 0),
                    (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                    (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
                ],
                setsid=True,
            )
            os.close(reading)
        os.close(guard)

    def dismiss_guardian(self) -> None:
        """End our guardian, whose work is done. Call it in turn."""
        if self._guardian is not None:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(self._guardian, signal.SIGTERM)
                os.waitpid(self._guardian, 0)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _try(descriptor: int, lock: int) -> bool:
    try:
        fcntl.flock(descriptor, lock | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
