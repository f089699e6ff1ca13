"""What every command may be told: where the program keeps its things, how much it logs."""

from __future__ import annotations

import logging
import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path


@contextmanager
def settled(asked: Namespace) -> Iterator[None]:
    """Apply these while a command runs; with `--temp` nothing of it stays."""
    logging.basicConfig(level=asked.log_level.upper(), format="%(levelname)s %(message)s")
    with ExitStack() as stack:
        if asked.temp:
            import tempfile

            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="academy-"))
            asked.data = asked.data or Path(folder) / "data"
            asked.config = asked.config or Path(folder) / "config"
        if asked.data:
            os.environ["ACADEMY_DATA"] = str(asked.data.absolute())
        yield
