"""Run every benchmark, or those named, and keep what they found.

    python benchmarks/run.py [start register growth …] [--peers]

Prints each job as it is done, then a table of ratios; build/benchmarks.json holds all figures.
`--peers` makes an environment of their own for the peers of `peers.txt` under build/ (they never
belong to the program's), and compares with them as well. Where installer/package/freeze.py has
made the program, its start is compared with the unpackaged one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent / "build"
KEPT = BUILD / "benchmarks.json"
PEERS = BUILD / "peers"
FROZEN = HERE.parent / "dist/academy"
JOBS = (
    "start", "one_mark", "register", "rates", "searching", "filling", "reading", "writing",
    "certificates", "matching", "growth", "frozen",
)  # fmt: skip


def peers() -> Path:
    """Return the Python of the peers' environment, made when peers.txt has changed."""
    python, wanted, made = PEERS / "bin/python", HERE / "peers.txt", PEERS / "made-from.txt"
    if not made.exists() or made.read_text() != wanted.read_text():
        if not python.exists():
            venv.create(PEERS, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "-r", str(wanted)], check=True)
        made.write_text(wanted.read_text())
    return python


def run(name: str, *words: str, python: str | Path = sys.executable) -> bool:
    """Run one benchmark in a process of its own; say whether it ended well."""
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    environment = os.environ | {"BENCHMARKS_JSON": str(KEPT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [str(python), str(HERE / f"{name}.py"), *words], env=environment, check=False
    )
    print(f"   {time.monotonic() - began:.0f} s", flush=True)
    return done.returncode == 0


def table() -> None:
    """Print the ratio of every way to its floor."""
    print(f"\n{'job':46} {'way':34} {'took':>12} {'ratio':>8} {'goal':>6}")
    for result in json.loads(KEPT.read_text()):
        floor, goals = next(iter(result["took"].values())), result["goals"]
        for way, took in result["took"].items():
            goal = goals.get(way, "")
            told = f"{took:,.2f} {result['unit']}"
            print(
                f"{result['job'][:46]:46} {way[:34]:34} {told:>12} {took / floor:8.2f} {goal!s:>6}"
            )


def main(words: list[str]) -> int:
    """Run what was asked for."""
    names = [word for word in words if not word.startswith("--")] or list(JOBS)
    BUILD.mkdir(exist_ok=True)
    KEPT.unlink(missing_ok=True)
    sound = [run(name) for name in names if name != "frozen"]
    if "frozen" in names and FROZEN.exists():
        sound.append(run("frozen", str(FROZEN)))
    if "--peers" in words:
        sound.append(run("peers", python=peers()))
    if KEPT.exists():
        table()
    print(f"\n{KEPT}")
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
