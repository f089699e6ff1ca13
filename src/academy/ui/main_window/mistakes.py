"""Where mistakes of ours arrive in the window: the log, the one dialog, a fresh start."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths

from academy import __version__
from academy.domain import dates
from academy.ui.kit import errors
from academy.ui.kit.reports import LogFolder

if TYPE_CHECKING:
    from academy.ui.main_window.window import MainWindow


def catch(window: MainWindow, folder: Path | None = None) -> errors.Mistakes:
    """Let every mistake of ours arrive in one place. The caller keeps what is returned."""
    made = errors.install(_logs(window, folder or log_folder()))
    made.saved_at = lambda: saved_at(window)
    made.schema = schema
    made.restart = lambda: restart(window)
    return made


def _logs(window: MainWindow, folder: Path) -> LogFolder:
    """Return where to log; in a home that cannot be written, for this run only, and say so."""
    try:
        return LogFolder(folder, __version__)
    except OSError:
        import tempfile

        words = QCoreApplication.translate(
            "mistakes",
            "Academy may not write into {folder}. It works, but your settings and the list of "
            "recent files are not kept. Ask who looks after this computer to mend that.",
        ).format(folder=_first_there(folder))
        print(words, file=sys.stderr)  # noqa: T201 - seen where the program was started
        window.later(lambda: _tell(window, words))
        return LogFolder(Path(tempfile.mkdtemp(prefix="academy-")), __version__)


def _tell(window: MainWindow, words: str) -> None:
    if window.workspace is not None:
        window.show_problem(words)
    elif window.start.message.isHidden():  # else it says already what could not be opened
        window.start.show_problem(words, ())


def _first_there(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.exists())


def log_folder() -> Path:
    """Return where the log is kept."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "log"


def saved_at(window: MainWindow) -> str:
    """Return until when all is saved: every gesture is written before it is shown."""
    if window.workspace is None:
        return ""
    return dates.clock(datetime.now().time().replace(second=0, microsecond=0))  # noqa: DTZ005


def schema() -> str:
    """Return the revision of the tables, if they are loaded at all."""
    loaded = sys.modules.get("academy.store.schema")
    return str(getattr(loaded, "SCHEMA", ""))


def restart(window: MainWindow) -> None:
    """Close the window and start the program again."""
    import subprocess

    command = [sys.executable, *([] if getattr(sys, "frozen", False) else ["-m", "academy"])]
    window.close()
    subprocess.Popen(command)  # noqa: S603 - our own program
