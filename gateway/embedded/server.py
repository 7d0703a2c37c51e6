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
        if self._is_alive():
            _wait(lambda: self._answers() or not self._is_alive(), START_TIMEOUT_SECONDS)
        return self._answers()

    def start(self, programs: Path, account: Account | None) -> None:
        """Start it in a session of its own, out of reach of Ctrl+C in this terminal, and wait until it answers.

        Raises:
            EmbeddedRefused: with what Postgres itself says.
        """
        place = self._data.parent
        if self._is_alive():
            raise EmbeddedRefused(f"The Postgres in {place} does not answer. End it: kill -9 {self._line(0)}")
        self._pid_file.unlink(missing_ok=True)  # of a server that was killed: another process may have its number now
        said_before = self._log.stat().st_size if self._log.exists() else 0
        folder = place if _fits(place) else _short_folder(account)
        options = f"-p {PORT} -k {shlex.quote(str(folder))}"
        run(
            [programs / "pg_ctl", "start", "-W", "-s", "-D", self._data, "-l", self._log, "-o", options],
            account,
            self._data,
        )
        _wait(lambda: self._answers() or "FATAL:" in self._said(said_before), START_TIMEOUT_SECONDS)
        if not self._answers():
            raise EmbeddedRefused(f"Postgres does not start in {place}: {last_words(self._said(said_before))}")

    def stop(self, *, is_tidy: bool) -> None:
        """Stop it and wait until it is gone: with a checkpoint, or at once."""
        folder = self.socket_folder if self._is_alive() else None
        for step in ("INT", "QUIT", "KILL") if is_tidy else ("QUIT", "KILL"):
            if not self._is_alive():
                break
            with suppress(ProcessLookupError):
                os.kill(int(self._line(0)), signal.Signals[f"SIG{step}"])
            _wait(lambda: not self._is_alive(), STOP_TIMEOUT_SECONDS if step == "INT" else 5)
        if folder and folder != self._data.parent:
            with suppress(OSError):
                folder.rmdir()

    def _answers(self) -> bool:
        if not self._line(7).startswith("ready"):
            return False
        with socket.socket(socket.AF_UNIX) as connection:
            return connection.connect_ex(f"{self._line(4)}/.s.PGSQL.{PORT}") == 0

    def _is_alive(self) -> bool:
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
    return subprocess.run(["ps", "-o", "args=", "-p", process], capture_output=True, text=True).stdout


def _fits(folder: Path) -> bool:
    """Whether a socket can stand in a folder: its path is short, and is not read as a list."""
    path = str(folder / f".s.PGSQL.{PORT}")
    return len(os.fsencode(path)) <= LONGEST_SOCKET_PATH_BYTES and not {",", '"'} & set(path)


def _short_folder(account: Account | None) -> Path:
    """A new folder with a short path that the server can make its socket in, and nobody else can enter."""
    folder = Path(tempfile.mkdtemp(prefix="communique-"))
    if not _fits(folder):
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix="communique-", dir="/tmp"))
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
