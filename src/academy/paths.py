"""Where the program finds its own files, in a checkout, in a wheel and when packaged."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


class ResourceMissing(FileNotFoundError):  # noqa: N818 - it names the state
    """A file of the program is not there: it was installed in part, or somebody took it away."""


@cache
def _resources() -> Path:
    here = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", here)) / "resources"
    for folder in (frozen, here / "_resources", here.parents[1] / "resources"):
        if folder.is_dir():
            return folder
    raise ResourceMissing(str(frozen))


def resource(name: str) -> Path:
    """Return the path of a file that the program reads, such as ``icons/house.svg``.

    Raises ResourceMissing with the path if it is not there.
    """
    path = _resources() / name
    if not path.exists():
        raise ResourceMissing(str(path))
    return path
