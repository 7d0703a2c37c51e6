"""Running the examples of a page, and comparing what came of them with what the page shows."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from httpx2 import AsyncClient, Response

from gateway.routes.graphql import GRAPHQL_JSON
from tests.docs.pages import Example
from tests.house.tree import ROOT

SHOWN_ADDRESS = "127.0.0.1:8000"
ANYTHING = "…"
ID = re.compile(r"([A-Z][A-Za-z]+):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PREVIEW_SECRET = re.compile(r'"(pv_[\w-]+)"')
BY_PREVIEW_LINK = "the preview link"
CURSOR = re.compile(r'"endCursor"\s*:\s*"([^"]+)"')
READY_WITHIN_SECONDS = 60


class Differs(AssertionError):
    """A page shows something else than what came of its example."""


class Asker:
    """Sends the operations of one page to a gateway, and remembers what was answered."""

    def __init__(self, http: AsyncClient, tokens: Mapping[str, str]) -> None:
        self._http, self._tokens = http, dict(tokens)
        self._ids: dict[str, str] = {}
        self._cursor = ""
        self._preview_secret = ""
        self._variables: Any = None
        self._answer: Response | None = None
        self.statements: list[str] = []
        """The SQL of the last operation, where the gateway runs in this process."""

    def note_variables(self, example: Example) -> None:
        """The variables of the next operation."""
        self._variables = json.loads(self._with_ids(example.text))

    async def ask(self, example: Example, token: str | None = None) -> None:
        """Send an operation; ``how`` says by whom."""
        _, _, who = example.how.partition(" by ")
        scheme = "Bearer"
        if who == BY_PREVIEW_LINK:
            scheme, token = "Preview", self._preview_secret
        elif who and token is None:
            token = self._tokens[who.removeprefix("an ").removeprefix("a ")]
        headers = {"accept": GRAPHQL_JSON} | ({"authorization": f"{scheme} {token}"} if token else {})
        body = {"query": self._with_ids(example.text), "variables": self._variables}
        self.statements.clear()
        self._answer, self._variables = await self._http.post("/graphql", json=body, headers=headers), None
        self.note_ids(self._answer.text)

    def note_ids(self, text: str) -> None:
        """Remember the last id of each type, the last cursor, and the last secret of a preview link."""
        for found in ID.finditer(text):
            self._ids[found[1]] = found[0]
        for found in CURSOR.finditer(text):
            self._cursor = found[1]
        for found in PREVIEW_SECRET.finditer(text):
            self._preview_secret = found[1]

    def compare(self, example: Example) -> None:
        """The last answer must be what the page shows."""
        assert self._answer is not None, f"{example.place}: nothing was asked"
        answer, shown = self._answer.json(), json.loads(example.text)
        if "extensions" not in shown:
            answer.pop("extensions", None)
        compare(shown, answer, example.place)
        status = re.search(r" with (\d+)", example.how)
        if status and self._answer.status_code != int(status[1]):
            raise Differs(f"{example.place}: the status is {self._answer.status_code}")
        if "one statement" in example.how and len(self.statements) != 1:
            raise Differs(f"{example.place}: it took {len(self.statements)} statements")

    def compare_sql(self, example: Example) -> None:
        """The last operation must have become the SQL that the page shows, whatever its line breaks."""
        if [" ".join(example.text.split())] != [" ".join(sql.split()) for sql in self.statements]:
            raise Differs(f"{example.place}: the SQL is\n{self.statements}")

    def _with_ids(self, text: str) -> str:
        text = text.replace(f'"{ANYTHING}"', f'"{self._cursor}"')
        return re.sub(rf"([A-Z][A-Za-z]+):{ANYTHING}", lambda found: self._ids[found[1]], text)


def compare(shown: Any, answer: Any, place: str) -> None:
    """Both are the same, key order included; `…` in what is shown stands for anything.

    Raises:
        Differs: with the whole answer, ready to be pasted.
    """
    if not _fits(shown, answer):
        said = json.dumps(answer, ensure_ascii=False, indent=2)
        raise Differs(f"{place}: the answer is\n{said}")


def _fits(shown: Any, answer: Any) -> bool:
    if isinstance(shown, str) and ANYTHING in shown:
        return shown == ANYTHING or (isinstance(answer, str) and fits_text(shown, answer))
    if isinstance(shown, dict) and isinstance(answer, dict):
        return list(shown) == list(answer) and all(_fits(shown[name], answer[name]) for name in shown)
    if isinstance(shown, list) and isinstance(answer, list):
        return len(shown) == len(answer) and all(map(_fits, shown, answer))
    return type(shown) is type(answer) and bool(shown == answer)


def fits_text(shown: str, printed: str) -> bool:
    """Whether a text is what is shown, where `…` stands for anything."""
    pattern = ".*".join(map(re.escape, shown.split(ANYTHING)))
    return re.fullmatch(pattern, "\n".join(map(str.rstrip, printed.split("\n"))), re.DOTALL) is not None


class Shell:
    """Types the commands of one page, in a folder of settings of its own; variables it exports are kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printed = ""
        self.address = f"127.0.0.1:{_free_port()}"
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("COMMUNIQUE_")},
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "COMMUNIQUE_DATA_FOLDER": str(folder / "data"),
            "COMMUNIQUE_PORT": self.address.rpartition(":")[2],
            "NO_COLOR": "1",
        }
        self._servers: list[subprocess.Popen[bytes]] = []

    def type(self, example: Example) -> None:
        """Run a command to its end; it must come to a good one."""
        kept = self.folder / "environment"
        script = f"set -euo pipefail\n{self._here(example.text)}\nenv -0 > {kept}"
        ran = subprocess.run(["bash", "-c", script], cwd=ROOT, env=self._environment, capture_output=True, text=True)
        assert ran.returncode == 0, f"{example.place}: exit {ran.returncode}\n{ran.stdout}{ran.stderr}"
        self.printed = ran.stdout.strip("\n")
        self._environment = dict(line.partition("=")[::2] for line in kept.read_text().split("\0") if line)

    def serve(self, example: Example) -> None:
        """Run a command that goes on, and wait until its server is ready."""
        command = ["bash", "-c", f"exec {self._here(example.text)}"]
        with (self.folder / "server.log").open("wb") as log:
            server = subprocess.Popen(command, cwd=ROOT, env=self._environment, stdout=log, stderr=log)
        self._servers.append(server)
        until = time.monotonic() + READY_WITHIN_SECONDS
        while not _is_listening(self.address):
            said = (self.folder / "server.log").read_text()
            assert server.poll() is None, f"{example.place}: it ended\n{said}"
            assert time.monotonic() < until, f"{example.place}: it is not ready\n{said}"
            time.sleep(0.1)

    def compare(self, example: Example) -> None:
        """The last command must have printed what the page shows."""
        printed = self.printed.replace(self.address, SHOWN_ADDRESS)
        if example.language == "json":
            compare(json.loads(example.text), json.loads(printed), example.place)
        elif not fits_text(example.text.strip("\n"), printed):
            raise Differs(f"{example.place}: it printed\n{printed}")

    def variable(self, name: str) -> str:
        """A variable the page has exported."""
        return self._environment[name]

    def close(self) -> None:
        """End the servers and forget everything."""
        for server in self._servers:
            server.send_signal(signal.SIGTERM)
            server.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _here(self, command: str) -> str:
        here = command.replace(SHOWN_ADDRESS, self.address)
        return here.replace(".venv/bin/", f"{Path(sys.executable).parent}/")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _is_listening(address: str) -> bool:
    host, _, port = address.rpartition(":")
    with socket.socket() as connection:
        return connection.connect_ex((host, int(port))) == 0
