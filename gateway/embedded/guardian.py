"""Stops the server of a cluster whose users were all killed. Run as a program by `sharing.py`.

Its standard input is a pipe held by the process that started the server; it ends when that process does, however that
happens.
"""

import os
import signal
import sys
import time
from pathlib import Path

from gateway.embedded.cluster import Cluster
from gateway.embedded.sharing import Share


def main() -> None:
    """Wait until nobody uses the cluster, then stop it."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    folder, is_throw_away = Path(sys.argv[1]), bool(int(sys.argv[2]))
    share = Share(folder)
    while os.read(0, 1):
        pass
    time.sleep(1)  # for a server that was being started when its user was killed to show itself
    while not _stopped(share, Cluster(folder, is_throw_away)):
        time.sleep(0.5)


def _stopped(share: Share, cluster: Cluster) -> bool:
    with share.turn():
        if share.is_last():
            cluster.stop()
            return True
    return False


if __name__ == "__main__":
    main()
