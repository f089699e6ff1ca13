"""Modules that a library imports but a desktop program hardly runs: imported on their first use.

SQLAlchemy imports asyncio, its asynchronous driver and the list of installed packages. Academy
uses none of them, yet together they import 60 modules more. Until somebody asks one for anything,
a stand-in of its name takes its place.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import CoroutineType, ModuleType
from typing import Any, Final

UNUSED: Final = ("asyncio", "importlib.metadata", "sqlalchemy.dialects.sqlite.aiosqlite")


class Deferred(ModuleType):
    """Stands in `sys.modules` for a module, and makes way for it when it is asked for anything."""

    def __getattr__(self, wanted: str) -> Any:
        """Import the module, under the lock that every import holds, and ask that one."""
        if sys.modules.get(self.__name__) is self:
            sys.modules.pop(self.__name__, None)
        return getattr(import_module(self.__name__), wanted)


def defer() -> None:
    """Let stand-ins take the places of the unused modules that nobody has imported."""
    for name in UNUSED:
        stand_in = Deferred(name)
        if name == "asyncio":  # SQLAlchemy takes this of it while it is imported, unused by us
            stand_in.__dict__["iscoroutine"] = lambda thing: isinstance(thing, CoroutineType)
        package, _, part = name.rpartition(".")
        if sys.modules.setdefault(name, stand_in) is stand_in and package in sys.modules:
            setattr(sys.modules[package], part, stand_in)  # as an import would
