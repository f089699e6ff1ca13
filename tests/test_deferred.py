"""Modules whose import is put off are the real ones for whoever asks them for anything."""

import subprocess
import sys
import textwrap

import pytest


@pytest.mark.parametrize(
    "then",
    [
        "import numpy.testing",
        "import importlib.metadata; importlib.metadata.version('numpy')",
        "from importlib.metadata import version; version('numpy')",
        "import asyncio; asyncio.run(asyncio.sleep(0))",
        "import scipy.optimize, scipy.sparse.csgraph",
    ],
)
def test_a_library_that_is_imported_after_academy_finds_them(then):
    words = textwrap.dedent(f"import academy\n{then}")
    found = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True)
    assert found.returncode == 0, found.stderr
