"""Where the program finds its own files, in a checkout, in a wheel and when packaged."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def _resources() -> Path:
    here = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", here)) / "resources"
    for folder in (frozen, here / "_resources", here.parents[1] / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("The program's resources folder is missing; install Academy again.")


def resource(name: str) -> Path:
    """Return the path of a file that the program reads, such as ``icons/house.svg``."""
    return _resources() / name
