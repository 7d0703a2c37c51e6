"""The command `communique`: what an operator types.

One module per command, listed in `commands.py`. A module imports what its command needs inside the command, so that
`communique --help` answers at once and `communique token list` does not load the image libraries.
"""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line, that of this process unless another is given; its exit code."""
    try:
        from gateway.cli.commands import run

        return run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:
        return 130
