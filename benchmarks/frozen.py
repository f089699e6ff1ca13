"""The packaged program against the unpackaged one: ``python benchmarks/frozen.py FOLDER [RUNS]``.

FOLDER is what installer/package/freeze.py made, of the same sources. Both start with a sample of
their own, show Home offscreen, save a picture of it and end; and both say their version. They run
in turn; printed are medians of wall time and of CPU time, their ratios and the goal.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))
from in_turn import Result, keep

GOAL = 1.2
FIXED_WAIT = 0.3  # seconds that --offscreen-screenshot waits for what comes after the page


def took(command: list[str]) -> tuple[float, float]:
    """Return the seconds of wall and of CPU time that a command took."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[0]} ended with {status}")
    return time.perf_counter() - began, used.ru_utime + used.ru_stime


def main(folder: Path, runs: int) -> None:
    """Measure so many times in turn and print the ratios."""
    ways = {"unpackaged": [sys.executable, "-m", "academy"], "packaged": [str(folder / "academy")]}
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        file = place / "s.academy"
        subprocess.run([*ways["packaged"], "sample", "--to", str(file)], check=True)
        home = [str(file), "--config", str(place / "settings")]
        home += ["--offscreen-screenshot", "home", str(place / "home.png")]
        for title, words, wait in (("Home shown", home, FIXED_WAIT), ("version", ["--version"], 0)):
            found: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
            for run in range(runs + 1):  # the first one warms the disk
                for way, command in ways.items():
                    wall, cpu = took([*command, *words])
                    if run:
                        found[way].append((wall - wait, cpu))
            for at, kind in enumerate(("wall", "CPU")):
                plain, packed = (median(one[at] for one in found[way]) for way in ways)
                took_ms = {"unpackaged": plain * 1000, "packaged": packed * 1000}
                keep([Result(f"packaged: {title}, {kind}", "ms", took_ms, {"packaged": GOAL})])
                print(
                    f"{title:10} {kind:4}: {plain * 1000:5.0f} ms unpackaged, "
                    f"{packed * 1000:5.0f} ms packaged, {packed / plain:.2f} × (goal: {GOAL})"
                )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 9)
