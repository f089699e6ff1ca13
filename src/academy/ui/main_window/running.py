"""One window for each person: a second start raises it, and hands over what it was to open.

The two speak over a local socket that only this account can reach, one line of JSON each way.
A window that has a question open, or holds facilitator mode, takes nothing: then the second start
shows a window of its own, or the marking stays in front.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QObject, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

    from academy.ui.main_window.window import MainWindow

WAIT = 1500  # ms for an answer; a window that is busy for longer is not waited for
TAKEN, BUSY = b"taken\n", b"busy\n"
_MOST = 10_000  # bytes of a message: a path and an address


@dataclass(frozen=True)
class Wish:
    """What a start is to show: a file, an address in it, a session to mark; nothing: the window."""

    file: str = ""
    address: str = ""
    register: str = ""


def name_of(config: Path | None) -> str:
    """Return where the window of this account listens; other settings mean another window."""
    place = f"{config.absolute() if config else Path.home()}".encode()
    key = QCryptographicHash.hash(place, QCryptographicHash.Algorithm.Sha256).toHex()
    name = f"uk.academy.academy-{bytes(key.data())[:16].decode()}"
    if sys.platform == "win32":
        return name  # a pipe, which is no file
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or QDir.tempPath()) / name)


def _is_mine(name: str) -> bool:
    """Whether this account listens there; a folder for all might hold somebody else's socket."""
    if sys.platform == "win32":
        return True
    try:
        return Path(name).stat().st_uid == os.getuid()
    except OSError:
        return False


def hand_over(name: str, wish: Wish) -> bool:
    """Give a wish to the window that is open already; False if there is none, or it is busy."""
    if not _is_mine(name):
        return False  # and where nobody listens the start is spared a library
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(json.dumps(wish.__dict__).encode() + b"\n")
    socket.waitForBytesWritten(WAIT)
    while not socket.canReadLine() and socket.waitForReadyRead(WAIT):
        pass
    return bytes(socket.readLine().data()) == TAKEN


class Listener(QObject):
    """Takes the wishes of later starts for a window."""

    def __init__(self, window: MainWindow, name: str) -> None:
        super().__init__(window)
        from PySide6.QtNetwork import QLocalServer

        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left by a program that was killed
            self._server.listen(name)
        self._server.newConnection.connect(self._greet)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._hear(socket))
        self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _MOST:
            socket.abort()
        elif socket.canReadLine():
            wish = _read(bytes(socket.readLine().data()))
            taken = wish is not None and take(self._window, wish)
            socket.write(TAKEN if taken else BUSY)
            socket.flush()


def take(window: MainWindow, wish: Wish) -> bool:
    """Bring a window to the front with what is wished for; False while a question is open."""
    if _is_marking():
        return True  # what is to be kept from sight stays there
    if QApplication.activeModalWidget() is not None:
        return False
    _raise(window)
    if wish.file:
        window.open(Path(wish.file), address=wish.address)
    if wish.register:
        from academy.ui.main_window import facilitating

        facilitating.begin(window, wish.register)
    return True


def _read(line: bytes) -> Wish | None:
    try:
        said = json.loads(line)
        known = {key: said[key] for key in Wish.__dataclass_fields__}
    except (ValueError, KeyError, TypeError):
        return None
    return Wish(**known) if all(isinstance(value, str) for value in known.values()) else None


def _is_marking() -> bool:
    from academy.ui.screens.facilitator import FacilitatorWindow

    for window in QApplication.topLevelWidgets():
        if isinstance(window, FacilitatorWindow) and window.isVisible():
            window.activateWindow()
            return True
    return False


def _raise(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
