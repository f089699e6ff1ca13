"""The command line as a script calls it, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).parents[1]


def academy(*words, typed=""):
    """Run `academy` with these words and this standard input."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "src")}
    environment.pop("ACADEMY_DATA", None)
    return subprocess.run(
        [sys.executable, "-m", "academy", *map(str, words)],
        input=typed, capture_output=True, encoding="utf-8", env=environment, timeout=120,
    )  # fmt: skip


def answer(*words, code=0):
    """Return the one JSON object that a command answers with, its form and code checked."""
    done = academy(*words, "--json")
    assert done.returncode == code, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    found = json.loads(done.stdout)
    assert sorted(found) == ["command", "ok", "problems", "result"]
    assert found["ok"] == (code == 0)
    assert bool(found["problems"]) == (code != 0)
    return SimpleNamespace(**found)


def cohort_id(file, name):
    """Return the id of a cohort by its name."""
    return next(row["id"] for row in answer("show", file, "cohorts").result if row["name"] == name)
