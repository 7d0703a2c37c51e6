"""What a stranger's picture is, found out where it can do no harm.

Pictures are decoded in worker processes, not in threads: a decoder that is made to loop, to take all memory or to
crash takes its process with it and nothing else, and only a process can be ended from outside. A worker has limits on
memory and processor time, is killed when it takes too long, and knows nothing of ours.
"""

import json
import queue
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from schema.errors import Invalid

WORKER = Path(__file__).with_name("picture_worker.py")
TIMEOUT_SECONDS = 40.0
MOST_BYTES = 40 * 1024**2


class PictureKindUnknown(Invalid):
    """“{name}” is not a picture that can be kept. Use JPEG, PNG, WebP, GIF or AVIF."""


class PictureIsDrawing(Invalid):
    """“{name}” is an SVG drawing, which can carry programs and is not kept. Save it as PNG or WebP."""


class PictureBroken(Invalid):
    """“{name}” is damaged or cut off and cannot be shown. Fetch the original again."""


class PictureTooLarge(Invalid):
    """“{name}” has more than 40 million pixels. Make it smaller."""


class PictureTooLong(Invalid):
    """“{name}” is too long an animation. Make it shorter or smaller, or embed it as a film."""


class PictureTooHeavy(Invalid):
    """“{name}” is larger than 40 MB. Make it smaller."""


REFUSALS: dict[str, type[Invalid]] = {
    "unknown": PictureKindUnknown,
    "drawing": PictureIsDrawing,
    "broken": PictureBroken,
    "too_large": PictureTooLarge,
    "too_long": PictureTooLong,
}


@dataclass(frozen=True)
class Picture:
    """A picture that can be kept. ``content`` is upright and says nothing but the picture."""

    content: bytes
    media_type: str
    width: int
    height: int


class PictureReader:
    """Reads pictures in worker processes, as many at once as it has; may be called from several threads."""

    def __init__(self, workers: int) -> None:
        self._free: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._all = [_Worker() for _ in range(workers)]
        for worker in self._all:
            self._free.put(worker)

    def read(self, content: bytes, name: str) -> Picture:
        """What a picture is, and what to keep of it; waits while all workers are busy.

        Raises:
            PictureKindUnknown, PictureIsDrawing, PictureBroken, PictureTooLarge, PictureTooLong, PictureTooHeavy.
        """
        if len(content) > MOST_BYTES:
            raise PictureTooHeavy(name=name)
        worker = self._free.get()
        try:
            facts, again = worker.ask(content)
        finally:
            self._free.put(worker)
        if reason := facts.get("refused"):
            raise REFUSALS[reason](name=name)
        return Picture(again or content, facts["media_type"], facts["width"], facts["height"])

    def close(self) -> None:
        """End the workers."""
        for worker in self._all:
            worker.end()


@contextmanager
def picture_reader(workers: int = 2) -> Iterator[PictureReader]:
    """A reader whose processes, each started with its first picture, end with the block."""
    reader = PictureReader(workers)
    try:
        yield reader
    finally:
        reader.close()


class _Worker:
    """One process, started when it is first asked and again after it had to be killed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, content: bytes) -> tuple[dict[str, Any], bytes]:
        """The answer; that a picture is broken, when the worker dies of it or takes too long."""
        if self._process is None or self._process.poll() is not None:
            self.end()
            self._process = _started()
        timer = threading.Timer(TIMEOUT_SECONDS, self._process.kill)
        timer.start()
        try:
            answer = _exchange(self._process, content)
        finally:
            timer.cancel()
            timer.join()
        if answer is None:
            self.end()
            return {"refused": "broken"}, b""
        facts, _, again = answer.partition(b"\n")
        return json.loads(facts), again

    def end(self) -> None:
        """Stop the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            with suppress(OSError):
                _pipe(self._process.stdin).close()
            _pipe(self._process.stdout).close()
            self._process.wait()
            self._process = None


def _started() -> subprocess.Popen[bytes]:
    """A worker: isolated from the variables and folders of whoever starts it."""
    return subprocess.Popen(
        [sys.executable, "-I", str(WORKER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        close_fds=True,
    )


def _exchange(process: subprocess.Popen[bytes], content: bytes) -> bytes | None:
    """A question and its answer; None when the process ended instead."""
    stdin, stdout = _pipe(process.stdin), _pipe(process.stdout)
    try:
        stdin.write(struct.pack(">I", len(content)) + content)
        stdin.flush()
        head = stdout.read(4)
        answer: bytes = stdout.read(struct.unpack(">I", head)[0])
    except (OSError, struct.error):
        return None
    return answer or None


def _pipe(pipe: IO[bytes] | None) -> Any:
    assert pipe is not None
    return pipe
