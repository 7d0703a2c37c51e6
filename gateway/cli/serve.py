"""`communique serve`: the server, in front of the database that the settings name."""

import asyncio
import os
from typing import TYPE_CHECKING, Annotated

import typer

from gateway.cli.endings import CommandRefused, Exit
from gateway.cli.presenting import Json, Screen, typed
from gateway.cli.reaching import reached_database, refuse_unless_current

if TYPE_CHECKING:
    from gateway.serving import PortTaken
    from gateway.settings import Settings

Host = Annotated[str | None, typer.Option(metavar="ADDRESS", help="Where to listen, instead of COMMUNIQUE_HOST.")]
Port = Annotated[int | None, typer.Option(metavar="PORT", min=1, max=65_535, help="Instead of COMMUNIQUE_PORT.")]


def serve(
    host: Host = None,
    port: Port = None,
    migrate: Annotated[bool, typer.Option("--migrate", help="First bring the tables up to date.")] = False,
    json: Json = False,
) -> None:
    """Answer GraphQL over HTTP until it is told to stop.

    Without COMMUNIQUE_DATABASE_URL a Postgres of our own is started in the data folder and kept up to date. The
    tables of a database that is named are changed only if you say so: with --migrate, or by `communique migrate`.

    With --json, once it is ready: `addresses` and `environment`.
    """
    from gateway.settings import load_settings
    from gateway.telemetry import configure_logging

    settings = load_settings(**{name: value for name, value in (("host", host), ("port", port)) if value is not None})
    configure_logging(settings.log_format, settings.log_level)
    answer(settings, Screen(json), may_migrate=migrate)


def answer(settings: "Settings", screen: Screen, *, may_migrate: bool) -> None:
    """Serve with these settings.

    Raises:
        CommandRefused, EmbeddedRefused, MigrationRefused.
    """
    from gateway.serving import AddressRefused, NotStarted, PortTaken, answer_requests, listening

    try:
        with listening(settings.host, settings.port) as listener, reached_database(settings) as url:
            from gateway.app import create_app  # the dearest import: after all that may be refused

            prepare(url, may_migrate=may_migrate or settings.database_url is None)
            app = create_app(settings, url)
            answer_requests(app, listener, settings.trusted_proxies, lambda: _say_ready(settings, screen))
    except PortTaken as taken:
        raise port_taken(taken, settings, "serve") from None
    except AddressRefused as refusal:
        raise CommandRefused(str(refusal), Exit.WRONG) from None
    except NotStarted:
        raise CommandRefused(
            "The server could not open what it needs; the lines above say what.", Exit.DATABASE
        ) from None


def prepare(url: str, *, may_migrate: bool) -> None:
    """Bring the tables up to date, or refuse to serve with others.

    Raises:
        CommandRefused, MigrationRefused.
    """
    import structlog

    from gateway import migrations

    if not may_migrate:
        refuse_unless_current(url)
    elif applied := asyncio.run(migrations.upgrade(url)):
        structlog.get_logger().info("migrated", applied=", ".join(applied))


def port_taken(taken: "PortTaken", settings: "Settings", command: str) -> CommandRefused:
    """The refusal that names a port that is free. CALLED_BY is what `make` was told, where it was make."""
    from gateway.serving import free_port

    port = str(free_port(settings.host, taken.port))
    target = os.environ.get("CALLED_BY")
    next = f"{target} PORT={port}" if target else typed(command, "--port", port)
    return CommandRefused(str(taken), Exit.WRONG, f"Take another port: {next}")


def address(settings: "Settings") -> str:
    """Where a person on this machine reaches the server."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)
    return f"http://{f'[{host}]' if ':' in host and not host.startswith('[') else host}:{settings.port}"


def _say_ready(settings: "Settings", screen: Screen) -> None:
    import structlog

    base = address(settings)
    structlog.get_logger().info("serving", address=base, public_url=settings.public_url)
    addresses = {"graphql": f"{base}/graphql", "alive": f"{base}/healthz", "ready": f"{base}/readyz"}
    screen.answer({"addresses": addresses, "environment": settings.environment.value})
    if screen.people.is_terminal and not screen.is_json:
        screen.fact("GraphQL", addresses["graphql"], "explorer in a browser" if settings.is_explorer_on else "")
        screen.fact("Ready?", addresses["ready"])
        screen.fact("Stop", "Ctrl+C")
