"""Finding a page by its name when it is first asked for, so that the start stays quick."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec


def is_there(name: str) -> bool:
    """Whether the program has the module of a class named like ``package.module:Class``."""
    return find_spec(name.partition(":")[0]) is not None


def found(name: str) -> type | None:
    """Import the class named like ``package.module:Class``; none if the program lacks it."""
    module, _, wanted = name.partition(":")
    if find_spec(module) is None:
        return None
    made: type | None = getattr(import_module(module), wanted, None)
    return made
