"""Typing commands: in this process, or as a process of its own that goes on until it is told to stop."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import asyncpg
import pytest

from gateway.cli import main

COMMAND = (sys.executable, "-m", "gateway.cli")
ROOT = Path(__file__).parents[3]
READY_WITHIN_SECONDS = 90
STOPS_WITHIN_SECONDS = 30


class Ran(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)


Type = Callable[..., Ran]


def typist(capsys: pytest.CaptureFixture[str]) -> Type:
    """Types in this process. What is not a terminal must never see an escape code."""

    def type_(*words: str | Path) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert "\x1b" not in out + err
        return Ran(code, out, err)

    return type_


class Server:
    """A command that goes on: what it has printed so far, and the signals it is sent."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: dict[str, str] = {"out": "", "err": ""}
        self._readers = [
            threading.Thread(target=self._read, args=(name, stream), daemon=True)
            for name, stream in (("out", process.stdout), ("err", process.stderr))
        ]
        for reader in self._readers:
            reader.start()

    def wait_for(self, pattern: str) -> re.Match[str]:
        """Wait until standard output holds something."""
        until = time.monotonic() + READY_WITHIN_SECONDS
        while not (found := re.search(pattern, self.said["out"], re.DOTALL)):
            assert self.process.poll() is None, f"it ended: {self.said}"
            assert time.monotonic() < until, f"not in time: {self.said}"
            time.sleep(0.05)
        return found

    def stop(self, number: int = signal.SIGINT) -> Ran:
        """Send a signal, as a terminal does with Ctrl+C, and wait for the end."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(STOPS_WITHIN_SECONDS)
        for reader in self._readers:
            reader.join()
        return Ran(code, self.said["out"], self.said["err"])

    def _read(self, name: str, stream: Any) -> None:
        with stream:
            for line in stream:
                self.said[name] += line


@contextmanager
def going_on(*words: str | Path, **environment: str) -> Iterator[Server]:
    """Type a command that goes on; it is gone at the end of the block."""
    process = subprocess.Popen(
        [*COMMAND, *map(str, words)],
        cwd=ROOT,
        env={**clean(os.environ), **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    server = Server(process)
    try:
        yield server
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def clean(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment without settings of ours."""
    return {name: value for name, value in environment.items() if not name.startswith("COMMUNIQUE_")}


async def execute(url: str, statement: str) -> None:
    """Do something in a database that no command does."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
