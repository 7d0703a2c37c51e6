"""A Postgres of our own, started when nobody names another one, so that one command is enough to begin.

A folder holds one cluster. Any number of processes may use it at once: the first starts the server, the last one stops
it, and a guardian stops it if the last one is killed. The server listens on a unix socket only, which stands in a
folder of mode 0700: who may read the data may connect, and nobody else.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from gateway.embedded.cluster import Cluster
from gateway.embedded.programs import EmbeddedRefused
from gateway.embedded.sharing import Share
from gateway.embedded.watching import watched

if TYPE_CHECKING:
    from gateway.settings import Settings

__all__ = ["EmbeddedRefused", "database", "embedded_postgres", "throw_away_folder", "throw_away_postgres"]

MEMORY = "/dev/shm"
ROOM_BYTES = 2**30


@contextmanager
def embedded_postgres(folder: Path, *, is_throw_away: bool) -> Iterator[str]:
    """Use the cluster in a folder, which is made if it is not there.

    Args:
        folder: It must be reachable by the user that Postgres runs as; root needs another one, see `programs.py`.
        is_throw_away: Faster, because a crash of the machine may destroy it, and deleted when the last user leaves.

    Returns:
        The address of the database “communique”, for asyncpg and SQLAlchemy.

    Raises:
        EmbeddedRefused.
    """
    cluster = Cluster(folder.resolve(), is_throw_away)
    with cluster.prepared(), Share(cluster.folder) as share:
        try:
            with share.turn():
                share.join()
                share.post_guardian(is_throw_away)
                cluster.ensure_running()
            with watched(cluster, share):
                yield cluster.url
        finally:
            with share.turn():
                if share.is_last():
                    cluster.stop()
                    share.dismiss_guardian()


@contextmanager
def throw_away_postgres() -> Iterator[str]:
    """Use a new cluster in a new folder, and delete both."""
    with embedded_postgres(throw_away_folder(), is_throw_away=True) as url:
        yield url


def throw_away_folder() -> Path:
    """A new folder: in memory where there is room, which halves the start, else where temporary files are."""
    place = None
    with suppress(OSError):
        memory = os.statvfs(MEMORY)
        has_room = memory.f_bavail * memory.f_frsize >= ROOM_BYTES
        if has_room and not memory.f_flag & os.ST_NOEXEC and os.access(MEMORY, os.W_OK):
            place = MEMORY
    return Path(tempfile.mkdtemp(prefix="communique-", dir=place))


@contextmanager
def database(settings: "Settings") -> Iterator[str]:
    """Use the database that the settings name, or our own in the data folder."""
    if settings.database_url:
        yield settings.database_url.get_secret_value()
    else:
        with embedded_postgres(settings.data_folder / "postgres", is_throw_away=False) as url:
            yield url
