"""Files that the desktop gives to the running program: on macOS that is how each is opened.

Finder starts the program without words, or finds it running, and sends an event to the
application. Elsewhere a file comes as a word of the command line, and `running` hands it over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from academy.ui.main_window import running

if TYPE_CHECKING:
    from academy.ui.main_window.window import MainWindow

AGAIN: Final = 500
"""How long after a question that stood in the way a file is tried again, in ms."""


class Application(QApplication):
    """The running program; it says which file the desktop asks it to open.

    Its own events only come here: a filter would see every event of every widget.
    """

    asked_to_open = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Say which file is asked for."""
        if isinstance(event, QFileOpenEvent):
            path = event.file()
            if path:  # an address of the web is none of ours
                self.asked_to_open.emit(path)
            return bool(path)
        return super().event(event)


class Listener(QObject):
    """Opens in a window what the desktop asks for; at the start, after it has begun."""

    def __init__(self, window: MainWindow, application: QApplication) -> None:
        super().__init__(window)
        self._window = window
        if isinstance(application, Application):
            application.asked_to_open.connect(self._wait)

    def _wait(self, path: str) -> None:
        self._window.later(lambda: self._open(path))

    def _open(self, path: str) -> None:
        """Open a file as a second start would; a question that is open is answered first."""
        if not running.take(self._window, running.Wish(path)):
            QTimer.singleShot(AGAIN, self, lambda: self._open(path))
