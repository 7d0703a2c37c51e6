import subprocess
import sys

PROGRAM = """
import sys
from gateway.cli.presenting import _console

for _ in range(2_000):
    _console(to_errors=False).print("still here")
print("done", file=sys.stderr)
"""


def test_a_reader_that_leaves_early_stops_nothing() -> None:
    running = subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.close()
    assert running.communicate()[1].strip() == b"done"
    assert running.returncode == 0
