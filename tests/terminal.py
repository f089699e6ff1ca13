"""The command line as a script calls it: in a process of its own, or, quicker, in this one.

`tests/cli/test_as_a_program.py` runs each command in a process of its own.
"""

import io
import json
import os
import subprocess
import sys
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from academy.cli import main

ROOT = Path(__file__).parents[1]


def program(*words, typed=""):
    """Run `academy` with these words and this standard input in a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "src")}
    environment.pop("ACADEMY_DATA", None)
    return subprocess.run(
        [sys.executable, "-m", "academy", *map(str, words)],
        input=typed, capture_output=True, encoding="utf-8", env=environment, timeout=120,
    )  # fmt: skip


def academy(*words, typed=""):
    """Run `academy` here, with streams and surroundings of its own."""
    spoken = [io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2)]
    with ExitStack() as stack:
        stack.enter_context(mock.patch.dict(os.environ))  # what a command sets ends with it
        os.environ.pop("ACADEMY_DATA", None)
        heard = io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8")
        stack.enter_context(mock.patch.object(sys, "stdin", heard))
        stack.enter_context(redirect_stdout(spoken[0]))
        stack.enter_context(redirect_stderr(spoken[1]))
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:  # argparse leaves so after --help
            code = end.code
    said = [stream.buffer.getvalue().decode() for stream in spoken]
    return subprocess.CompletedProcess(words, code, *said)


def answer(*words, code=0, run=academy):
    """Return the one JSON object that a command answers with, its form and code checked."""
    done = run(*words, "--json")
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
