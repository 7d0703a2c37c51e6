"""`communique verify`: whether a saved statement is what a ministry has published. No database is needed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from gateway.cli.endings import CommandRefused, Exit
from gateway.cli.presenting import Json, Screen

if TYPE_CHECKING:
    from schema.statements.verifying import Verdict

TIMEOUT_SECONDS = 20
MOST_BYTES = 10 * 1024**2
KEYS_PATH = "/.well-known/communique-keys.json"


def verify(
    saved: Annotated[str, typer.Argument(metavar="FILE", help="The saved statement: a file, or its address.")],
    keys: Annotated[
        str,
        typer.Option(
            metavar="FILE", help="The public keys: a file, or an address. Without it, asked of who the statement names."
        ),
    ] = "",
    json: Json = False,
) -> Exit:
    """Say who said what, and when, and whether it was signed exactly so.

    With both as files nobody is asked. Exit 0: it is valid. Exit 1: it is not, and what does not fit is named. Believe
    the keys of whom you know: anybody can sign, under any name.

    With --json: `is_valid`, `problems`, `issuer`, `key_id`, `signed_at`, `sha256`, and `statement`, what was said.
    """
    from orjson import JSONDecodeError, loads

    from schema.statements.verifying import read
    from schema.statements.verifying import verify as verified

    screen, text = Screen(json), _read(saved)
    place = keys or _keys_of(read(text) or {}, saved)
    try:
        known = loads(_read(place))
    except JSONDecodeError:
        known = None
    if not isinstance(known, dict) or not isinstance(known.get("keys"), list):
        raise CommandRefused(f"There are no keys at {place}.", Exit.WRONG)
    verdict = verified(text, known)
    _show(screen, verdict, known)
    return Exit.DONE if verdict.is_valid else Exit.FOUND


def _keys_of(document: Any, saved: str) -> str:
    """Where the keys are of whoever a statement says it is from."""
    issuer = document.get("issuer")
    if isinstance(issuer, str) and urlsplit(issuer).scheme in ("http", "https"):
        return issuer.rstrip("/") + KEYS_PATH
    raise CommandRefused(
        f"{saved} does not say who issued it.", Exit.WRONG, "Name the keys: --keys https://…" + KEYS_PATH
    )


def _read(place: str) -> str:
    """A file, or what is served at an address."""
    if urlsplit(place).scheme in ("http", "https"):
        return _fetched(place)
    try:
        return Path(place).read_text("utf-8")
    except OSError as error:
        raise CommandRefused(f"{place} cannot be read: {error.strerror}.", Exit.WRONG) from None
    except UnicodeDecodeError:
        raise CommandRefused(f"{place} is no text in UTF-8.", Exit.WRONG) from None


def _fetched(address: str) -> str:
    import httpx2

    try:
        with httpx2.stream("GET", address, timeout=TIMEOUT_SECONDS, follow_redirects=True) as answer:
            if answer.status_code != 200:
                raise CommandRefused(f"{address} answers {answer.status_code}.", Exit.WRONG)
            read = b""
            for part in answer.iter_bytes():
                read += part
                if len(read) > MOST_BYTES:
                    raise CommandRefused(f"What is at {address} is too large for a statement.", Exit.WRONG)
        return read.decode()
    except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeDecodeError) as error:
        raise CommandRefused(f"{address} cannot be read: {error}.", Exit.WRONG) from None


def _show(screen: Screen, verdict: "Verdict", keys: Any) -> None:
    document, said = verdict.document, verdict.statement
    issuer = document.get("issuer") or keys.get("issuer")
    signed = {"issuer": issuer, **{name: document.get(name) for name in ("key_id", "signed_at", "sha256")}}
    found = {"is_valid": verdict.is_valid, "problems": list(verdict.problems)}
    screen.answer({**found, **signed, "statement": said or None})
    if said:
        mission = said.get("mission") or {}
        screen.fact("Who", f"{mission.get('name')}, at {issuer}")
        screen.fact("What", f"“{said.get('title')}” ({said.get('locale')}), revision {said.get('revision')}")
        screen.fact("When", f"published {said.get('published_at')}, signed {document.get('signed_at')}")
        screen.fact("Post", str(said.get("post")))
    for problem in verdict.problems:
        screen.line(f"  {problem}", style="red")
    screen.line("  Valid: exactly this was signed." if verdict.is_valid else "  Not valid.", style="bold")
