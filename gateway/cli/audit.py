"""`communique audit`: proof that nobody has rewritten what happened."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, nullcontext
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gateway.cli.endings import CommandRefused, Exit
from gateway.cli.naming import mission_named
from gateway.cli.presenting import Json, Screen, Step, typed
from gateway.cli.reaching import current_database, open_sessions, operator

if TYPE_CHECKING:
    from schema.history.exporting import Line
    from schema.history.verification import Fault, Verifier

MOST_FAULTS = 100
"""How many faults are kept and shown; all are counted."""

LINK_AT_ONCE = 500

Mission = Annotated[
    str | None, typer.Option(metavar="SLUG", help="Only the chain of this mission. Without it: every chain.")
]


@dataclass
class Findings:
    """What does not fit: how much, and the first of it."""

    count: int = 0
    first: "list[Fault]" = field(default_factory=list)

    def note(self, faults: "Iterable[Fault]") -> None:
        """Count faults, and keep them while there is room."""
        for fault in faults:
            self.count += 1
            if self.count <= MOST_FAULTS:
                self.first.append(fault)


def verify(
    mission: Mission = None,
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Verify what `audit export` wrote, without a database.")
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What `audit verify --json` said before: every chain must go on from there."),
    ] = None,
    json: Json = False,
) -> int:
    """Prove that the audit log is whole, or name what in it is not.

    Every entry's hash covers what it says, its place and the hash before it. Exit 0: everything fits. Exit 1:
    something does not, and each place is named with what was done to it. Who can write to the database can make a
    whole chain anew: keep what --json says elsewhere, and name it with --against the next time.

    With --json: `is_whole`, `entries`, `chains` with `mission`, `length` and `hash` of each, `fault_count`, and
    `faults` (the first hundred) with `what`, `chain`, `position`, `entry` and `says`.
    """
    from schema.history.verification import Verifier

    screen = Screen(json)
    if file is not None and mission is not None:
        raise CommandRefused("A file is verified as it is.", Exit.WRONG, "Leave --mission out.")
    verifier, findings = Verifier(_known(against)), Findings()
    with screen.step("Verifying") as step:
        _verify_file(file, verifier, findings) if file else _verify_database(mission, verifier, findings, step)
        step.outcome = f"{verifier.entries:,} entries; chains: {len(verifier.ends):,}"
    return _say(screen, verifier, findings)


def export(
    mission: Mission = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it there. Without it: to standard output.")
    ] = None,
    json: Json = False,
) -> None:
    """Write the audit log as JSON lines, with the hashes by which anybody can verify it without this server.

    docs/reference/audit-log.md describes the lines; `audit verify --file` reads them.

    With --json: `file` and `lines`, and the log itself must go to a file.
    """
    from orjson import dumps

    if json and output is None:
        raise CommandRefused("The log is no single JSON document.", Exit.WRONG, "Add --output FILE.")
    lines = 0

    async def write(url: str) -> None:
        nonlocal lines
        with output.open("wb") if output else nullcontext(sys.stdout.buffer) as stream:
            async with _audit_lines(url, mission) as found:
                async for line in found:
                    stream.write(dumps(line) + b"\n")
                    lines += 1

    with current_database(_settings()) as url:
        asyncio.run(write(url))
    screen = Screen(json)
    screen.answer({"file": output and str(output), "lines": lines})
    if output:
        screen.line(f"  {lines:,} lines in {output}")


def link(json: Json = False) -> None:
    """Put entries that are in no chain at the end of theirs.

    Such are entries that a server of a release without chains has recorded. From now on they are covered; what was
    done to them before cannot be told.

    With --json: `linked`, how many they were.
    """
    screen, linked = Screen(json), 0

    async def work(url: str) -> None:
        nonlocal linked
        from schema.history import chain
        from schema.history.exporting import unlinked
        from schema.history.models import AuditEntry

        loose = unlinked(None).order_by(AuditEntry.happened_at, AuditEntry.id).limit(LINK_AT_ONCE)
        async with open_sessions(url) as sessions:
            found = LINK_AT_ONCE
            while found == LINK_AT_ONCE:
                async with sessions.begin() as db:
                    entries = (await db.scalars(loose)).all()
                    await chain.link(db, entries)
                found = len(entries)
                linked += found

    with current_database(_settings()) as url:
        asyncio.run(work(url))
    screen.answer({"linked": linked})
    screen.line(f"  {linked:,} entries linked.")


def _settings() -> Any:
    from gateway.settings import load_settings

    return load_settings()


@asynccontextmanager
async def _audit_lines(url: str, mission: str | None) -> AsyncIterator[AsyncIterator["Line"]]:
    from schema.change import Change
    from schema.history.exporting import audit_lines

    async with open_sessions(url) as sessions, sessions() as db:
        now = datetime.now(UTC)
        mission_id = (await mission_named(Change(db, operator(), now), mission)).id if mission else None
        await db.rollback()  # what is read from here on is read as of one moment
        yield audit_lines(db, now, mission_id)


def _verify_database(mission: str | None, verifier: "Verifier", findings: Findings, step: Step) -> None:
    async def work(url: str) -> None:
        total = 0
        async with _audit_lines(url, mission) as lines:
            async for line in lines:
                total += line["chain"]["length"] if "chain" in line else 0
                findings.note(verifier.take(line))
                step.progress("entries", verifier.entries, total)
        findings.note(verifier.end())

    with current_database(_settings()) as url:
        asyncio.run(work(url))


def _verify_file(file: Path, verifier: "Verifier", findings: Findings) -> None:
    from orjson import JSONDecodeError, loads

    try:
        with file.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                try:
                    findings.note(verifier.take(loads(line)))
                except JSONDecodeError:
                    raise CommandRefused(f"Line {number} of {file} is no JSON.", Exit.WRONG) from None
    except OSError as error:
        raise CommandRefused(f"{file} cannot be read: {error.strerror}.", Exit.WRONG) from None
    findings.note(verifier.end())


def _known(file: Path | None) -> dict[str | None, tuple[int, str]]:
    """Where chains had come to when they were verified before."""
    from orjson import loads

    if file is None:
        return {}
    try:
        chains = loads(file.read_bytes())["chains"]
        return {chain["mission"]: (chain["length"], chain["hash"]) for chain in chains}
    except OSError as error:
        raise CommandRefused(f"{file} cannot be read: {error.strerror}.", Exit.WRONG) from None
    except (ValueError, KeyError, TypeError):
        remedy = f"Make one: {typed('audit', 'verify', '--json')} > chains.json"
        raise CommandRefused(f"{file} is not what `audit verify --json` says.", Exit.WRONG, remedy) from None


def _say(screen: Screen, verifier: "Verifier", findings: Findings) -> Exit:
    chains = [{"mission": chain, "length": length, "hash": hash} for chain, (length, hash) in verifier.ends.items()]
    screen.answer(
        {
            "is_whole": not findings.count,
            "entries": verifier.entries,
            "chains": chains,
            "fault_count": findings.count,
            "faults": [asdict(fault) for fault in findings.first],
        }
    )
    if not findings.count:
        screen.line("  Whole: every entry says what it said when it was recorded, and none is missing.")
        return Exit.DONE
    for fault in findings.first:
        where = f"{fault.chain or 'no mission'}, position {fault.position or '–'}, {fault.entry or 'no entry'}"
        screen.line(f"  {fault.what:<16} {where}: {fault.says}")
    if findings.count > len(findings.first):
        screen.line(f"  … and {findings.count - len(findings.first):,} more.")
    screen.note(f"The audit log is not whole; faults: {findings.count:,}. Look at the first one.", style="red")
    return Exit.FOUND
