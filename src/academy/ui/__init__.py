"""What one sees: windows, pages and their parts. Qt lives here only."""

import sys

import PySide6  # noqa: F401 - brings what is looked for next

# Qt for Python reads the source text of every module that is imported after it, to see whether the
# word “PySide6” is in it: such a module might switch on `__feature__`, names in the manner of
# Python. We never do, and the text of SQLAlchemy alone is megabytes, which stay in memory.
_feature = sys.modules.get("shibokensupport.feature")
if _feature is not None and hasattr(_feature, "_mod_uses_pyside"):
    _feature._mod_uses_pyside = lambda _module: False  # type: ignore[attr-defined]  # noqa: SLF001
