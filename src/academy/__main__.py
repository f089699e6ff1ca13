"""`python -m academy` and the `academy` command."""

from __future__ import annotations

import sys

from academy.cli import main as run


def main() -> None:
    """Run Academy with the words of the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
