"""What a problem report holds: versions, system, last log lines, where it happened. No names."""

from __future__ import annotations

import faulthandler
import logging
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import qVersion

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

LOG = logging.getLogger("academy")
LINES = 200
"""How many of the last log lines a report holds."""

_DATA = ("sqlalchemy", "sqlcipher3", "sqlite3")
"""Errors of these libraries quote the data they stumbled over; their words are left out."""


def frames(problem: BaseException, trace: TracebackType | None) -> str:
    """Return where it happened, without values that could be somebody's."""
    where = "".join(traceback.format_tb(trace))
    kind = type(problem)
    private = kind.__module__.split(".", maxsplit=1)[0] in _DATA
    words = "" if private else ": " + (str(problem).splitlines() or [""])[0][:200]
    return f"{where}{kind.__module__}.{kind.__qualname__}{words}"


class LogFolder:
    """The folder with the log and the crash log."""

    def __init__(self, folder: Path, version: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.log, self.crash = folder / "academy.log", folder / "crash.log"
        self.version = version
        self._crash_file: IO[str] | None = None
        self._handler: RotatingFileHandler | None = None

    def begin(self) -> str:
        """Begin to log; return what the crash log says about last time, or nothing."""
        from logging.handlers import RotatingFileHandler

        before = self.crash.read_text("utf-8", "replace") if self.crash.exists() else ""
        self._crash_file = self.crash.open("w", encoding="utf-8")
        faulthandler.enable(self._crash_file)
        self._handler = RotatingFileHandler(
            self.log, maxBytes=500_000, backupCount=2, encoding="utf-8"
        )
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOG.addHandler(self._handler)
        LOG.setLevel(logging.INFO)
        LOG.info("Academy %s starts", self.version)
        return before

    def end(self) -> None:
        """Stop logging; an empty crash log says that all went well."""
        if self._handler is not None:
            LOG.removeHandler(self._handler)
            self._handler.close()
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.close()

    def report(self, details: str, schema: str = "") -> str:
        """Return a report as text, for a person to read before giving it away."""
        import platform

        lines = self.log.read_text("utf-8", "replace").splitlines() if self.log.exists() else []
        head = [
            f"Academy {self.version}, {datetime.now().astimezone():%Y-%m-%d %H:%M}",
            f"Python {platform.python_version()}, Qt {qVersion()}",
            f"{platform.system()} {platform.release()} {platform.machine()}, {sys.platform}",
            f"File format {schema}" if schema else "No academy is open",
        ]
        return "\n".join([*head, "", details, "", "Last log lines:", *lines[-LINES:], ""])
