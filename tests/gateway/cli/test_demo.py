"""The demo as a newcomer meets it: what it prints works, and nothing of it stays."""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx2
import pytest

from gateway.cli.endings import Exit
from tests.gateway.cli.typed import ROOT, Server, Type, going_on

READY = r"Real set-up +\S.*\n"


class Running(NamedTuple):
    """A demo that is ready."""

    server: Server
    base: str
    printed: str


@pytest.fixture(scope="module")
def running(free_port: int, place: Path) -> Iterator[Running]:
    """A demo, started where the environment names a server that is in use: none of that may be touched."""
    environment = {
        "COMMUNIQUE_ENVIRONMENT": "production",
        "COMMUNIQUE_DATABASE_URL": "postgresql://app:geheim@127.0.0.1:1/in_use",
        "COMMUNIQUE_PUBLIC_URL": "https://posts.mfa.example",
        "COMMUNIQUE_ALLOWED_HOSTS": "posts.mfa.example",
        "COMMUNIQUE_DATA_FOLDER": str(place / "in-use"),
        "TMPDIR": str(place),
    }
    with going_on("demo", "--port", str(free_port), **environment) as server:
        server.wait_for(READY)
        yield Running(server, f"http://127.0.0.1:{free_port}", server.said["out"])


def typed(command: str) -> Any:
    """What a shell makes of what the demo prints."""
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


def block(running: Running, heading: str) -> str:
    """The commands printed below a heading, as they are copied."""
    found = re.search(rf"\n  {heading}[^\n]*:\n\n((?:    .*\n)+)", running.printed)
    assert found is not None, running.printed
    return found[1]


def asked(running: Running, query: str, **headers: str) -> Any:
    return httpx2.post(f"{running.base}/graphql", json={"query": query}, headers=headers).json()["data"]


def test_the_first_query_is_answered_as_it_is_printed(running: Running) -> None:
    nodes = typed(block(running, "Ask something"))["data"]["posts"]["nodes"]
    assert len(nodes) == 3
    assert all(node["title"] for node in nodes)
    assert any(byline["office"] for node in nodes for byline in node["bylines"])


def test_the_first_draft_is_written_as_it_is_printed_and_seen_only_with_the_token(running: Running) -> None:
    commands = block(running, "Write something")
    written = typed(commands)["data"]["createPost"]
    assert written["problems"] == []
    assert written["post"]["state"] == "DRAFT"
    query = f'{{ post(id: "{written["post"]["id"]}") {{ title body {{ html }} }} }}'
    [secret] = re.findall(r"TOKEN=(\S+)", commands)
    assert asked(running, query) == {"post": None}
    seen = asked(running, query, authorization=f"Bearer {secret}")["post"]
    assert seen["title"] == "A first draft"
    assert "<strong>published</strong>" in seen["body"]["html"]


def test_what_is_printed_is_what_there_is(running: Running) -> None:
    total = asked(running, "{ posts { totalCount } missions { totalCount } }")
    assert (
        f"{total['missions']['totalCount']} missions · {total['posts']['totalCount']} posts in AR/EN/FR"
        in running.printed
    )
    assert re.search(r"Postgres +\S.*  \d+\.\d s\n", running.printed)
    assert re.search(r"\d+ records: \d+ written, .*\d+ left out, \d+ losses\n", running.printed)
    assert re.search(r"Ready in \d+\.\d s\n", running.printed)
    assert "\x1b" not in running.printed


def test_the_addresses_lead_somewhere(running: Running) -> None:
    browser = httpx2.get(f"{running.base}/graphql", headers={"accept": "text/html"})
    ready = ROOT.glob("gateway/static/explorer/queries/*.graphql")
    assert (browser.status_code, "GraphiQL" in browser.text or "explorer" in browser.text) == (200, True)
    assert f"{running.base}/graphql   in a browser: {len(list(ready))} ready queries" in running.printed
    assert f"{running.base}/readyz" in running.printed
    assert httpx2.get(f"{running.base}/readyz").json() == {"status": "ready"}


def test_it_is_open_to_questions_and_shows_its_photos(running: Running) -> None:
    assert asked(running, "{ __schema { queryType { name } } }") == {"__schema": {"queryType": {"name": "Query"}}}
    post = asked(running, '{ post(mission: "murjan", slug: "two-days-on-digital-diplomacy") { body { html } } }')[
        "post"
    ]
    photo = re.search(rf'src="({running.base}/media/[^"]+)"', post["body"]["html"])
    assert photo is not None
    assert httpx2.get(photo[1]).headers["content-type"].startswith("image/")


def test_a_server_in_use_is_not_touched(running: Running, place: Path) -> None:
    assert running.server.said["err"].strip() == (
        "COMMUNIQUE_DATABASE_URL is set and not used: a demo has a database of its own."
    )
    assert not (place / "in-use").exists()


def test_it_stops_with_ctrl_c_and_nothing_stays(running: Running, place: Path) -> None:
    folder, process = postgres_of(running.server)
    assert folder.is_dir()
    assert list(place.iterdir())
    ran = running.server.stop()
    assert ran.code == Exit.DONE
    assert ran.out.endswith("\n\n  Stopped, and everything it made is deleted.\n")
    assert not _words(process)
    assert not folder.exists()
    assert list(place.iterdir()) == []


def test_ctrl_c_before_it_is_ready_leaves_nothing_either(port: int, tmp_path: Path) -> None:
    with going_on("demo", "--port", str(port), TMPDIR=str(tmp_path)) as server:
        server.wait_for("Postgres")
        folder, process = postgres_of(server)
        ran = server.stop()
    assert (ran.code, ran.err) == (Exit.STOPPED, "Stopped before it was done; nothing is left half done.\n")
    assert not _words(process)
    assert not folder.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_used_is_refused_with_another_way(type_: Type, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = type_("demo", "--folder", tmp_path / "file/demo")
    assert (ran.code, ran.out) == (Exit.DATABASE, "")
    assert "With one of yours: communique serve --migrate" in ran.err


def test_what_is_kept_is_there_next_time(port: int, place: Path) -> None:
    folder, written = place / "kept", ""
    for start in (1, 2):
        with going_on("demo", "--port", str(port), "--folder", folder, "--json") as server:
            server.wait_for(r"\n\}\n")
            document = json.loads(server.said["out"])
            assert document["folder"] == str(folder)
            if start == 1:
                written = typed(document["first_write"])["data"]["createPost"]["post"]["id"]
            else:
                headers = {"authorization": f"Bearer {document['token']}"}
                body = {"query": f'{{ post(id: "{written}") {{ title }} posts {{ totalCount }} }}'}
                answer = httpx2.post(document["addresses"]["graphql"], json=body, headers=headers).json()["data"]
                assert answer["post"] == {"title": "A first draft"}
                assert typed(document["first_query"])["data"]["posts"]["nodes"]
            counts = document["import"]["counts"]["post"]
            assert (counts["written"] > 0, counts["unchanged"] > 0) == (start == 1, start == 2)
            ran = server.stop()
            assert ran.code == Exit.DONE
            assert json.loads(ran.out) == document
            assert ran.err.endswith("\n  Stopped.\n")
    assert {path.name for path in folder.iterdir()} == {"postgres", "media"}


def postgres_of(server: Server) -> tuple[Path, str]:
    """The folder of a demo's Postgres and the number of its process, by way of its guardian."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        for number in _children(server.process.pid):
            words = _words(number)
            if "gateway.embedded.guardian" in words:
                folder = Path(words[words.index("gateway.embedded.guardian") + 1])
                return folder, (folder / "cluster/postmaster.pid").read_text().split("\n")[0]
        time.sleep(0.05)
    raise AssertionError("it has no guardian")


def _children(process: int) -> list[str]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text()
            except OSError:
                continue
            if int(stat.rpartition(")")[2].split()[1]) == process:
                found.append(folder.name)
    return found


def _words(process: str) -> list[str]:
    """The command line of a process; empty once it has ended, even if nobody has noted that yet."""
    try:
        return Path("/proc", process, "cmdline").read_text().split("\0")[:-1]
    except OSError:
        return []
