"""Modules that SQLAlchemy imports and a start does not run: imported on their first use.

Academy never uses asyncio, the asynchronous driver or the list of installed packages, yet these
import 60 modules more; hashlib, which it does use, loads OpenSSL. Until somebody asks one of them
for anything, a stand-in of its name takes its place.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import CoroutineType, ModuleType
from typing import Any, Final

LATER: Final = (
    "asyncio", "hashlib", "importlib.metadata", "sqlalchemy.dialects.sqlite.aiosqlite",
)  # fmt: skip


class Deferred(ModuleType):
    """Stands in `sys.modules` for a module, and makes way for it when it is asked for anything."""

    def __getattr__(self, wanted: str) -> Any:
        """Import the module, under the lock that every import holds, and ask that one."""
        if sys.modules.get(self.__name__) is self:
            sys.modules.pop(self.__name__, None)
        return getattr(import_module(self.__name__), wanted)


def defer() -> None:
    """Let stand-ins take the places of those modules that nobody has imported yet."""
    for name in LATER:
        stand_in = Deferred(name)
        if name == "asyncio":  # SQLAlchemy takes this of it while it is imported, unused by us
            stand_in.__dict__["iscoroutine"] = lambda thing: isinstance(thing, CoroutineType)
        package, _, part = name.rpartition(".")
        if sys.modules.setdefault(name, stand_in) is stand_in and package in sys.modules:
            setattr(sys.modules[package], part, stand_in)  # as an import would
