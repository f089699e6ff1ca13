"""Look through the tree of every page and dialog that a program shows, one after the other.

Run by the system’s Python: read_every_page.py PROGRAM ARGUMENTS…; prints one JSON object.
"""

from __future__ import annotations

import json
import subprocess
import sys

from outside import Desk, NotSeen


def main(command: list[str]) -> None:
    """Start the program, look at whatever it shows, and tell what has no name."""
    pipe = subprocess.PIPE
    seen: dict[str, list[str]] = {}
    desk = Desk(command, stdin=pipe, stdout=pipe, encoding="utf-8")
    with desk as tree:
        for name in desk.program.stdout:
            seen[name.strip()] = tree.unnamed()
            desk.program.stdin.write("\n")
            desk.program.stdin.flush()
        if desk.program.wait():
            raise NotSeen("everything: the program ended early")
    print(json.dumps(seen))


if __name__ == "__main__":
    main(sys.argv[1:])
