"""Other programs on the same file: Python code run in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import academy

SOURCES = Path(academy.__file__).parents[1]
TESTS = Path(__file__).parents[1]


def start(code, *args):
    """Start a program; its output is read by the caller."""
    paths = os.pathsep.join(map(str, (SOURCES, TESTS)))
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, args)],
        env=os.environ | {"PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        text=True,
    )


def run(code, *args):
    """Run a program to its end; return its exit code (negative: the signal) and what it said."""
    program = start(code, *args)
    said, _ = program.communicate(timeout=120)
    return program.returncode, said
