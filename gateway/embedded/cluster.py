"""The files of one cluster: made once, kept of one kind, and deleted if they are a throw-away.

cluster/      the data of Postgres
log           what Postgres writes
throw-away    there if the cluster is one
complete      there once the database has been made
turn, users, guard    locks, see `sharing.py`
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from gateway.embedded.programs import VERSION, Account, EmbeddedRefused, account_for, closed_to, run, within_reach
from gateway.embedded.server import PORT, Server, last_words

DATABASE = "communique"
CREATING = f"create database {DATABASE} template template0 encoding 'UTF8'"
RENAMING = f"alter database postgres rename to {DATABASE}"

MAKING = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-instructions"]
MAKING += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--set=listen_addresses=", "--set=jit=off"]

THROW_AWAY = ["--no-sync", "--no-data-checksums", "--wal-segsize=1", "--set=fsync=off", "--set=full_page_writes=off"]
THROW_AWAY += ["--set=synchronous_commit=off", "--set=wal_level=minimal", "--set=max_wal_senders=0"]
THROW_AWAY += ["--set=max_wal_size=1GB", "--set=checkpoint_timeout=1h"]


class Cluster:
    """One Postgres in one folder."""

    def __init__(self, folder: Path, is_throw_away: bool) -> None:
        self.folder = folder
        self._is_throw_away = is_throw_away
        self._data = folder / "cluster"
        self._marker = folder / "throw-away"
        self._complete = folder / "complete"
        self._server = Server(self._data, folder / "log")

    @property
    def url(self) -> str:
        """The address of the database; the port is in it so that PGPORT cannot change it."""
        return f"postgresql://postgres@/{DATABASE}?host={quote(str(self._server.socket_folder))}&port={PORT}"

    @contextmanager
    def prepared(self) -> Iterator[None]:
        """Have the folder; a throw-away that came to nothing is removed."""
        try:
            self._prepare()
            yield
        finally:
            if self._is_throw_away and not (self.folder / "turn").exists():
                with suppress(OSError):
                    self._marker.unlink(missing_ok=True)
                    self.folder.rmdir()

    def is_alive(self) -> bool:
        """Whether the process of the server is there; it may not answer yet."""
        return self._server.is_alive()

    def ensure_running(self) -> None:
        """Start the server unless it is running; make the cluster and its database before, if there is none."""
        if self._server.is_running():
            return
        account = account_for(self.folder)
        programs = within_reach(account, self.folder)
        if self._data.is_dir():
            self._refuse_another_kind()
        else:
            self._make(programs, account)
        self._server.start(programs, account)
        if not self._complete.exists():
            self._make_database(programs)

    def stop(self) -> None:
        """Stop the server; a throw-away is deleted, and does not have to be tidy before."""
        self._server.stop(is_tidy=not self._is_throw_away)
        if self._is_throw_away and self._marker.exists():
            for name in ("cluster", "cluster.new", "programs", "programs.new"):
                shutil.rmtree(self.folder / name, ignore_errors=True)
            for name in ("log", "complete", "turn", "users", "guard", "throw-away"):
                (self.folder / name).unlink(missing_ok=True)
            with suppress(OSError):
                self.folder.rmdir()

    def _prepare(self) -> None:
        """Make the folder, for the user that Postgres will run as and for nobody else."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder.chmod(0o700)
            if account := account_for(self.folder):
                os.chown(self.folder, account.user_id, account.group_id)
                self._refuse_a_closed_way(account)
        except OSError as error:
            raise EmbeddedRefused(
                f"The folder {self.folder} cannot be used: {error.strerror}."
                " Set COMMUNIQUE_DATA_FOLDER to one that is yours."
            ) from error
        if self._is_throw_away and not self._data.exists():
            self._marker.touch()

    def _make(self, programs: Path, account: Account | None) -> None:
        """Make the cluster beside its place and move it there, so that a half made one is never used."""
        half_made = self.folder / "cluster.new"
        shutil.rmtree(half_made, ignore_errors=True)
        if not self._is_throw_away:
            self._marker.unlink(missing_ok=True)
        options = [*MAKING, *(THROW_AWAY if self._is_throw_away else [])]
        made, said = run([programs / "initdb", "--pgdata", half_made, *options], account, self.folder)
        if not made:
            raise EmbeddedRefused(f"Postgres cannot make its files in {self.folder}: {last_words(said)}")
        half_made.rename(self._data)

    def _make_database(self, programs: Path) -> None:
        """Make an empty one; a throw-away takes the one that initdb has just made, which is the same and sooner."""
        statement = RENAMING if self._is_throw_away else CREATING
        address = [f"--host={self._server.socket_folder}", f"--port={PORT}", "--username=postgres"]
        psql: list[str | Path] = [programs / "psql", "-XAtq", *address, "--dbname=template1", f"--command={statement}"]
        made, said = run(psql, None, self.folder)
        if not made and "already exists" not in said:
            raise EmbeddedRefused(f"Postgres cannot make the database in {self.folder}: {last_words(said)}")
        self._complete.touch()

    def _refuse_another_kind(self) -> None:
        version = (self._data / "PG_VERSION").read_text().strip()
        if version != str(VERSION):
            raise EmbeddedRefused(
                f"The data in {self.folder} are of Postgres {version}, and this is {VERSION}."
                f" Dump them with the release that made them, then load them into another folder."
            )
        if self._marker.exists() != self._is_throw_away:
            raise EmbeddedRefused(
                f"The data in {self.folder} {'are not a throw-away' if self._is_throw_away else 'are a throw-away'}."
                " Take another folder."
            )

    def _refuse_a_closed_way(self, account: Account) -> None:
        if closed := closed_to(account, self.folder):
            raise EmbeddedRefused(
                f"Postgres does not run as root, and “{account.name}”, as whom it runs instead, may not enter {closed}."
                " Set COMMUNIQUE_DATA_FOLDER to a folder such as /var/lib/communique, or do not be root."
            )
