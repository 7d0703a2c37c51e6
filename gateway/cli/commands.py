"""The commands as one list, and running one of them to its end."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from gateway.cli import (
    accounts,
    audit,
    demo,
    doctor,
    export_schema,
    importing,
    migrate,
    serve,
    signing_keys,
    tokens,
    verifying,
    working,
)
from gateway.cli.endings import MEANINGS, Ending, Exit, ending_of, signals_end_tidily
from gateway.cli.presenting import present_ending

PROGRAM = "communique"
SHAPE = {"rich_markup_mode": None, "add_completion": False, "pretty_exceptions_enable": False}

ENDINGS = "\n".join(f"{code:>5}  {meaning}" for code, meaning in MEANINGS.items())
EPILOG = f"Exit codes:\n\n\b\n{ENDINGS}"

application = typer.Typer(name=PROGRAM, no_args_is_help=True, epilog=EPILOG, **SHAPE)  # type: ignore[arg-type]
sources = typer.Typer(no_args_is_help=True, help="Bring content from another system.", **SHAPE)  # type: ignore[arg-type]
secrets = typer.Typer(no_args_is_help=True, help="Make, list and revoke the secrets of programs.", **SHAPE)  # type: ignore[arg-type]
people = typer.Typer(no_args_is_help=True, help="The people who sign in.", **SHAPE)  # type: ignore[arg-type]
log = typer.Typer(no_args_is_help=True, help="Prove what happened.", **SHAPE)  # type: ignore[arg-type]
signatories = typer.Typer(no_args_is_help=True, help="The keys that sign what is published.", **SHAPE)  # type: ignore[arg-type]

application.command("demo", short_help="See it: a database of its own, three blogs, one address.")(demo.demo)
application.command("serve", short_help="Answer GraphQL over HTTP.")(serve.serve)
application.command("worker", short_help="Do what follows from changes: deliver, send, clear up.")(working.worker)
application.command("migrate", short_help="Bring the tables of the database up to date.")(migrate.migrate)
application.command("doctor", short_help="Look for what is wrong, and say how to put it right.")(doctor.doctor)
application.command("export-schema", short_help="Print the GraphQL schema.")(export_schema.export_schema)
application.add_typer(sources, name="import")
sources.command("blogger", short_help="From Blogger: a Takeout, a backup or an API export.")(importing.blogger)
application.add_typer(people, name="account")
people.command("create", short_help="Add somebody, and print a link that lets them in.")(accounts.create)
people.command("link", short_help="Print a link that lets somebody in.")(accounts.link)
application.add_typer(secrets, name="token")
secrets.command("create", short_help="Make a secret and print it, once.")(tokens.create)
secrets.command("list", short_help="List the secrets that work now.")(tokens.list_tokens)
secrets.command("revoke", short_help="Make a secret useless.")(tokens.revoke)
application.command("sign", short_help="Sign what is published and not signed yet.")(signing_keys.sign)
application.command("verify", short_help="Say whether a saved statement is what was signed.")(verifying.verify)
application.add_typer(signatories, name="keys")
signatories.command("list", short_help="List the keys that sign or have signed.")(signing_keys.list_keys)
signatories.command("rotate", short_help="Make a new key that signs from now on.")(signing_keys.rotate)
signatories.command("revoke", short_help="Let what a key has signed count for nothing.")(signing_keys.revoke)
application.add_typer(log, name="audit")
log.command("verify", short_help="Prove that nobody has rewritten what happened.")(audit.verify)
log.command("export", short_help="Write the audit log as JSON lines that anybody can verify.")(audit.export)
log.command("link", short_help="Put entries of a release without chains into the chains.")(audit.link)


def run(arguments: Sequence[str]) -> int:
    """Run one command line; its exit code."""
    is_json = "--json" in arguments
    command = typer.main.get_command(application)
    try:
        with signals_end_tidily():
            code = command.main(list(arguments), prog_name=PROGRAM, standalone_mode=False)
        if code != Exit.STOPPED:
            return int(code or Exit.DONE)
        ending = Ending(Exit.STOPPED, "Stopped before it was done; nothing is left half done.")
    except TyperException as error:
        ending = _wrong_usage(error)
    except Exception as error:
        if "--debug" in arguments:
            raise
        ending = ending_of(error)
    present_ending(ending, is_json)
    return ending.code


def _say_version(is_asked: bool) -> None:
    if is_asked:
        from importlib.metadata import version

        sys.stdout.write(f"{PROGRAM} {version(PROGRAM)}\n")
        raise typer.Exit


@application.callback()
def communique(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_say_version, help="Print the version and stop.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show a fault of ours in full.")] = False,
) -> None:
    """A headless CMS and GraphQL gateway for embassies and foreign ministries.

    Settings come from the environment: COMMUNIQUE_DATABASE_URL, COMMUNIQUE_PORT
    and so on.
    """


def _wrong_usage(error: TyperException) -> Ending:
    """What is wrong with a command line, and how to see what is right."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else PROGRAM
    message = error.format_message().rstrip(".").replace("\n", " ")
    if context and message.startswith("Usage:"):  # no command at all: the help is what is wanted
        sys.stdout.write(error.format_message() + "\n")
        return Ending(Exit.WRONG)
    return Ending(Exit.WRONG, f"{message}.", f"See: {path} --help")
