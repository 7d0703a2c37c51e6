"""`communique demo`: everything there is to see, in one command, and nothing left of it afterwards."""

import asyncio
import os
import signal
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gateway.cli.endings import CommandRefused, Exit
from gateway.cli.first_steps import Invitation, losses_in_a_few_lines
from gateway.cli.naming import find_account
from gateway.cli.presenting import Json, Screen, typed
from gateway.cli.reaching import open_sessions, operator
from gateway.cli.serve import address, port_taken

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from gateway.demo.loading import DemoResult
    from gateway.settings import Settings
    from schema.change import Sessions

ACCOUNT = "Demo editor"
HEADQUARTERS, MISSION = "kestrane", "murjan"
"""Where the token's role is given, for all missions below; and where its first draft is written."""

THROW_AWAY_DAYS, KEPT_DAYS = 1, 30
DEAR_IMPORTS = ("gateway.app", "gateway.demo.loading", "uvloop", "uvicorn.protocols.http.httptools_impl")


def demo(
    port: Annotated[
        int | None, typer.Option(metavar="PORT", min=1, max=65_535, help="Instead of 8000, or of COMMUNIQUE_PORT.")
    ] = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 in a container.")
    ] = "127.0.0.1",
    keep: Annotated[bool, typer.Option("--keep", help="Keep what is written, and go on from there next time.")] = False,
    folder: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Keep it in this folder, instead of `demo` in the data folder."),
    ] = None,
    json: Json = False,
) -> None:
    """See it: a database of its own with three blogs of an invented ministry, read by the real importer.

    It asks nobody anything, and listens on this machine only unless --host says otherwise. Ctrl+C stops it and deletes
    all of it, unless it is kept.

    With --json, once it is ready: `addresses`, `token`, `first_query`, `first_write`, `folder`, `import` and `seconds`.
    """
    from gateway.telemetry import configure_logging

    started, screen, is_kept = perf_counter(), Screen(json), keep or folder is not None
    settings = _settings(host, port, folder)
    configure_logging("lines", "warning")
    if os.environ.get("COMMUNIQUE_DATABASE_URL"):
        screen.note("  COMMUNIQUE_DATABASE_URL is set and not used: a demo has a database of its own.")
    _run(settings, screen, started, is_kept=is_kept)
    screen.line("\n  Stopped." if is_kept else "\n  Stopped, and everything it made is deleted.")


def _settings(host: str, port: int | None, folder: Path | None) -> "Settings":
    """The settings of a demo: limits and the like as configured, but no database and no domain that is in use."""
    from gateway.settings import load_settings

    configured = load_settings(environment="demo", database_url=None)
    own: dict[str, Any] = {"environment": "demo", "database_url": None, "host": host, "port": port or configured.port}
    own |= {
        "is_explorer_on": True,
        "allows_introspection_by_visitors": True,
        "allowed_hosts": (),
        "trusted_proxies": (),
    }
    place = folder or configured.data_folder / "demo"
    settings = load_settings(**own, data_folder=place, media_folder=place / "media")
    return settings.model_copy(update={"public_url": address(settings)})


def _run(settings: "Settings", screen: Screen, started: float, *, is_kept: bool) -> None:
    from gateway.embedded import EmbeddedRefused
    from gateway.serving import AddressRefused, NotStarted, PortTaken, answer_requests, listening

    try:
        with ExitStack() as opened:
            listener = opened.enter_context(listening(settings.host, settings.port))
            url, media = _open(opened, settings, screen, is_kept=is_kept)
            opened.enter_context(_undisturbed_end())
            settings = settings.model_copy(update={"media_folder": media})
            secret, mission_id, document = _fill(url, settings, screen, is_kept=is_kept)
            days, folder = (KEPT_DAYS, settings.data_folder) if is_kept else (THROW_AWAY_DAYS, None)
            invitation = Invitation(settings.public_url, secret, days, mission_id, folder)

            def invite() -> None:
                seconds = perf_counter() - started
                screen.line(f"  Ready in {seconds:.1f} s", style="bold green")
                screen.answer({**invitation.as_json(), **document, "seconds": round(seconds, 1)})
                invitation.show(screen)

            from gateway.app import create_app

            answer_requests(create_app(settings, url), listener, (), invite)
    except PortTaken as taken:
        raise port_taken(taken, settings, "demo") from None
    except AddressRefused as refusal:
        raise CommandRefused(str(refusal), Exit.WRONG) from None
    except EmbeddedRefused as refusal:
        with_yours = f"A demo uses no other Postgres. With one of yours: {typed('serve', '--migrate')}"
        raise CommandRefused(str(refusal), Exit.DATABASE, with_yours) from None
    except NotStarted:
        raise CommandRefused("The server could not start; the lines above say why.", Exit.CRASHED) from None


def _open(opened: ExitStack, settings: "Settings", screen: Screen, *, is_kept: bool) -> tuple[str, Path]:
    """A Postgres and a folder for photos: new ones that go when the stack unwinds, or those of last time."""
    from gateway.embedded import embedded_postgres, throw_away_postgres

    with screen.step("Postgres") as step:
        if is_kept:
            kept = embedded_postgres(settings.data_folder / "postgres", is_throw_away=False)
            url = opened.enter_context(_while_loading(kept))
            step.outcome = f"kept in {settings.data_folder}"
            return url, settings.media_folder
        media = opened.enter_context(
            tempfile.TemporaryDirectory(prefix="communique-media-", ignore_cleanup_errors=True)
        )
        url = opened.enter_context(_while_loading(throw_away_postgres()))
        step.outcome = "a throw-away cluster in a temporary folder"
        return url, Path(media)


def _fill(url: str, settings: "Settings", screen: Screen, *, is_kept: bool) -> tuple[str, str, dict[str, Any]]:
    """Tables, content and a token.

    Returns:
        The token's secret, the id of the mission to write for, and what there is now, for programs.
    """
    from gateway import migrations

    with screen.step("Schema") as step:
        asyncio.run(migrations.upgrade(url))
        step.outcome = f"{asyncio.run(migrations.inside(url, _count_tables))} tables"
    with screen.step("Content") as step:
        from gateway.demo.loading import load_demo
        from gateway.outside.storage import LocalStorage

        async def load() -> tuple["DemoResult", str, str]:
            async with open_sessions(url) as sessions:
                result = await load_demo(sessions, LocalStorage(settings.media_folder), step.progress)
                return result, *await _admit(sessions, KEPT_DAYS if is_kept else THROW_AWAY_DAYS)

        content, secret, mission_id = asyncio.run(load())
        step.outcome = _counted(content)
    is_new = any(count.written for count in content.report.counts.values())
    for line in losses_in_a_few_lines(content.report) if is_new else ():
        screen.detail(line)
    return secret, mission_id, {"import": content.report.as_json()}


async def _admit(sessions: "Sessions", days: int) -> tuple[str, str]:
    """A token of the demo's editor, and the id of the mission to write for."""
    from schema.accounts import services
    from schema.change import begin_change
    from schema.context import Role, Scope
    from schema.missions.services import find_mission
    from schema.sources import encode_id

    async with begin_change(sessions, operator()) as change:
        headquarters, mission = [await find_mission(change.db, slug) for slug in (HEADQUARTERS, MISSION)]
        assert headquarters is not None
        assert mission is not None
        account = await find_account(change, ACCOUNT) or await services.create_account(change, name=ACCOUNT)
        await services.grant_role(change, account, headquarters.id, Role.EDITOR)
        _, secret = await services.create_token(
            change, account=account, name="demo", scopes=list(Scope), expires_at=change.now + timedelta(days=days)
        )
        return secret, encode_id("Mission", mission.id)


def _counted(content: "DemoResult") -> str:
    posts = f"{content.live_posts} posts in {'/'.join(locale.upper() for locale in content.languages)}"
    return f"{content.missions} missions · {posts} · {content.photos} photos · {content.comments} comments"


def _count_tables(connection: "Connection") -> int:
    from sqlalchemy import inspect

    return len([name for name in inspect(connection).get_table_names() if name != "alembic_version"])


@contextmanager
def _while_loading(opening: AbstractContextManager[str]) -> Iterator[str]:
    """Open Postgres in a thread, beside the dear imports; those stay here, because they are not safe in two threads."""
    with ThreadPoolExecutor(1) as pool:
        entered = pool.submit(opening.__enter__)
        try:
            for name in DEAR_IMPORTS:
                import_module(name)
        except BaseException:
            if entered.exception() is None:
                opening.__exit__(None, None, None)
            raise
        url = entered.result()
    try:
        yield url
    finally:
        opening.__exit__(None, None, None)


@contextmanager
def _undisturbed_end() -> Iterator[None]:
    """From here on a second Ctrl+C does not interrupt what the first one began: deleting everything."""
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
