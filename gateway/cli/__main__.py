"""`python -m gateway.cli`, where the command itself is not on the path."""

import sys

from gateway.cli import main

sys.exit(main())
