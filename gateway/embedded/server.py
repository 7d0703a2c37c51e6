"""The server on a cluster: whether it runs, starting it, stopping it. Whose turn that is, is decided elsewhere."""

import os
import shlex
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from gateway.embedded.programs import Account, EmbeddedRefused, run

PORT = 5432
"""Only a part of the socket's name: nothing listens on the network."""

LONGEST_SOCKET_PATH_BYTES = 103  # of the system with the shortest
START_TIMEOUT_SECONDS = 60  # recovery after a crash included
STOP_TIMEOUT_SECONDS = 30
STEP_SECONDS = 0.005
SHORT_PREFIX = "communique-socket-"
STILL_THERE = "is still in use"
"""What Postgres says while children of a server that was killed are ending."""


class Server:
    """The process that serves one data folder, known by the file it keeps there."""

    def __init__(self, data: Path, log: Path) -> None:
        self._data, self._log = data, log
        self._pid_file = data / "postmaster.pid"

    @property
    def socket_folder(self) -> Path:
        return Path(self._line(4))

    def is_running(self) -> bool:
        """Whether it answers. One that is still starting, for somebody who was killed meanwhile, is waited for."""
        if self.is_alive():
            _wait(lambda: self._answers() or not self.is_alive(), START_TIMEOUT_SECONDS)
        return self._answers()

    def start(self, programs: Path, account: Account | None) -> None:
        """Start it and wait until it answers.

        Raises:
            EmbeddedRefused: with what Postgres itself says.
        """
        place = self._data.parent
        if self.is_alive():
            raise EmbeddedRefused(f"The Postgres in {place} does not answer. End it: kill -9 {self._line(0)}")
        self._clear_a_killed_one()
        folder = place if _fits(place) else _short_folder(account)
        said = ""

        def settled() -> bool:
            nonlocal said
            said = self._launch(programs, account, folder)
            return STILL_THERE not in said

        _wait(settled, STOP_TIMEOUT_SECONDS)
        if not self._answers():
            raise EmbeddedRefused(f"Postgres does not start in {place}: {last_words(said)}")

    def _launch(self, programs: Path, account: Account | None, folder: Path) -> str:
        """Start it once, in a session of its own, out of reach of Ctrl+C in this terminal; what it wrote.

        Interrupted, it waits until the server can be known by its file: nobody could stop it before.
        """
        before = self._log.stat().st_size if self._log.exists() else 0
        options = f"-p {PORT} -k {shlex.quote(str(folder))}"
        program: list[str | Path] = [programs / "pg_ctl", "start", "-W", "-s", "-D", self._data, "-l", self._log]
        try:
            run([*program, "-o", options], account, self._data, is_interruptible=False)
            _wait(lambda: self._answers() or "FATAL:" in self._said(before), START_TIMEOUT_SECONDS)
        except BaseException:
            _wait(lambda: self.is_alive() or "FATAL:" in self._said(before), 5)
            raise
        return self._said(before)

    def _clear_a_killed_one(self) -> None:
        """Remove what names a process that is gone, for Postgres believes whatever has that number now.

        It finds children that outlived it by other means: they hold its shared memory.
        """
        if self._line(4):
            for name in (f".s.PGSQL.{PORT}", f".s.PGSQL.{PORT}.lock"):
                (self.socket_folder / name).unlink(missing_ok=True)
            self._remove_short_folder(self.socket_folder)
        self._pid_file.unlink(missing_ok=True)

    def stop(self, *, is_tidy: bool) -> None:
        """Stop it and wait until it is gone: with a checkpoint, or at once."""
        folder = self.socket_folder
        for step in ("INT", "QUIT", "KILL") if is_tidy else ("QUIT", "KILL"):
            if not self.is_alive():
                break
            with suppress(ProcessLookupError):
                os.kill(int(self._line(0)), signal.Signals[f"SIG{step}"])
            _wait(lambda: not self.is_alive(), STOP_TIMEOUT_SECONDS if step == "INT" else 5)
        self._remove_short_folder(folder)

    def _remove_short_folder(self, folder: Path) -> None:
        if folder.name.startswith(SHORT_PREFIX) and folder != self._data.parent:
            with suppress(OSError):
                folder.rmdir()

    def _answers(self) -> bool:
        if not self._line(7).startswith("ready"):
            return False
        with socket.socket(socket.AF_UNIX) as connection:
            return connection.connect_ex(f"{self._line(4)}/.s.PGSQL.{PORT}") == 0

    def is_alive(self) -> bool:
        """Whether the process in the file is there and is a Postgres on this folder, not a later one of that number."""
        process = self._line(0)
        return bool(process) and f"postgres -D {self._data}" in _command(process)

    def _line(self, number: int) -> str:
        """One line of postmaster.pid, empty if it is not there yet."""
        try:
            return self._pid_file.read_text().split("\n")[number].strip()
        except (OSError, IndexError):
            return ""

    def _said(self, since: int) -> str:
        with suppress(OSError), self._log.open(errors="replace") as log:
            log.seek(since)
            return log.read()
        return ""


def last_words(output: str) -> str:
    """The line of a program's output that says what is wrong."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL:" in line or "error:" in line or "ERROR:" in line]
    return (telling or lines or ["it says nothing"])[-1].split(": ", 1)[-1].strip().rstrip(".") + "."


def _command(process: str) -> str:
    """The command line of a process; empty if there is none of that number, or only its remains."""
    with suppress(OSError):
        return Path("/proc", process, "cmdline").read_text().replace("\0", " ")
    if Path("/proc/self").exists():
        return ""
    return subprocess.run(["ps", "-ww", "-o", "args=", "-p", process], capture_output=True, text=True).stdout


def _fits(folder: Path) -> bool:
    """Whether a socket can stand in a folder: its path is short, and is not read as a list."""
    path = str(folder / f".s.PGSQL.{PORT}")
    return len(os.fsencode(path)) <= LONGEST_SOCKET_PATH_BYTES and not {",", '"'} & set(path)


def _short_folder(account: Account | None) -> Path:
    """A new folder with a short path that the server can make its socket in, and nobody else can enter."""
    folder = Path(tempfile.mkdtemp(prefix=SHORT_PREFIX))
    if not _fits(folder):
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix=SHORT_PREFIX, dir="/tmp"))
    if account:
        os.chown(folder, account.user_id, account.group_id)
    return folder


def _wait(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether it became true in time."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(STEP_SECONDS)
    return True
