"""Stands in for aiohttp in the package: pyHanko's time stamps need it, and Academy asks for none.

Nothing in Academy calls a server, so 10 MB of HTTP stay out; pyHanko only names these classes.
"""

import sys
from types import ModuleType


class _Named(ModuleType):
    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (), {})
        setattr(self, name, made)
        return made


sys.modules["aiohttp"] = _Named("aiohttp")
