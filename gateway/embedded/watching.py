"""Starting Postgres again when it died under a running program: a crash must cost seconds, not the service."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from gateway.embedded.cluster import Cluster
from gateway.embedded.programs import EmbeddedRefused
from gateway.embedded.sharing import Share

LOOK_EVERY_SECONDS = 1.0


@contextmanager
def watched(cluster: Cluster, share: Share) -> Iterator[None]:
    """Look every second, while the block runs, whether the server is alive, and start it if it is not."""
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(LOOK_EVERY_SECONDS):
            if not cluster.is_alive():
                with suppress(EmbeddedRefused, OSError), share.turn():
                    cluster.ensure_running()

    thread = threading.Thread(target=watch, name="postgres-watch", daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
