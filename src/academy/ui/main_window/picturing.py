"""Pictures of the window without a screen: for the manual, and for `--offscreen-screenshot`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QDeadlineTimer, QEvent, QSize
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QLineEdit

from academy.ui.kit.tasks import running
from academy.ui.kit.theme import Scheme, theme
from academy.ui.main_window.application import prepared
from academy.ui.main_window.window import MainWindow

if TYPE_CHECKING:
    from academy.store.store import Store

SIZE = (1280, 800)
QUIET, ROUNDS = 200, 12
"""So many ms and rounds of events without work under way mean that nothing more is to come: on a
busy machine one round, in which a page is shown, can last longer than that."""


def picture(
    store: Store | None,
    address: str,
    size: tuple[int, int] = SIZE,
    scheme: str = "light",
    zoom: float = 1.0,
) -> QImage:
    """Return how the window looks at an address; without a store, on the start page.

    `palette/sian` is Home under the palette with these letters typed.
    The store stays open: it belongs to the caller.
    """
    application = prepared()
    theme().apply(application, Scheme(scheme), zoom)
    window = MainWindow()
    window.resize(QSize(*size))
    window.show()
    window.activateWindow()
    if store is None:
        window.show_start()
    else:
        window.show_store(store, address, keep=False)
    settle(application, window)
    if address.startswith("palette"):
        window.run("palette")
        for field in window.findChildren(QLineEdit, "palette"):
            field.setText(address.partition("/")[2])
        settle(application)
    image = window.grab().toImage()
    window.let_go()
    window.close()
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return image


def save_picture(
    store: Store | None,
    address: str,
    goal: Path,
    size: tuple[int, int] = SIZE,
    scheme: str = "light",
    zoom: float = 1.0,
) -> Path:
    """Write how the window looks at an address into a PNG file; OSError if it cannot be."""
    image = picture(store, address, size, scheme, zoom)
    goal.parent.mkdir(parents=True, exist_ok=True)
    if not QImageWriter(str(goal), QByteArray(b"png")).write(image):
        raise OSError(f"{goal} cannot be written")
    return goal


def settle(application: QApplication, window: MainWindow | None = None) -> None:
    """Let everything that was asked for happen: layouts, timers of zero, the focus, paint."""
    patience = QDeadlineTimer(500)
    for _ in range(12):
        application.processEvents()
    rounds, limit = 0, QDeadlineTimer(20_000)
    quiet = QDeadlineTimer(QUIET)
    while not limit.hasExpired() and not (quiet.hasExpired() and rounds >= ROUNDS):
        application.processEvents()
        rounds += 1
        if running():  # pages of certificates are drawn beside the window, one after the other
            quiet.setRemainingTime(QUIET)
            rounds = 0
    while window is not None and not window.isActiveWindow() and not patience.hasExpired():
        application.processEvents()
