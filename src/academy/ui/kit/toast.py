"""Short messages about an event, such as “24 people removed” with [Undo]; and saying things aloud.

A toast tells an event, never a state: for those there is ``page.MessageBar``. It stays 10
seconds at least, can be closed, and never lies over the control with focus.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from academy.ui.kit.parts import button, icon_button, label, row
from academy.ui.kit.theme import px

SHOWN = 10_000
"""The least time a toast is shown, in ms."""


def announce(widget: QWidget, words: str) -> None:
    """Tell screen readers something without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Toast(QFrame):
    """One message at the foot of a window; use :func:`show_toast`."""

    def __init__(
        self, window: QWidget, words: str, action: str, act: Callable[[], object] | None
    ) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(words)
        self._act, self._ground = act, window
        things: list[QWidget] = [label(words)]
        if act is not None:
            do = button(action, small=True)
            do.clicked.connect(self._do)
            things.append(do)
        close = icon_button("x", self.tr("Close message"), small=True)
        close.set_ink("on-tooltip")
        close.clicked.connect(self.close)
        self.setLayout(row(*things, 8, close, gap=12, margins=(14, 7, 8, 7)))
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self.close)
        window.installEventFilter(self)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._focus_moved)

    def open(self) -> None:
        """Show it and say it."""
        self.adjustSize()
        self.show()
        self._place()
        self._timer.start()
        announce(self, self.accessibleName())

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Stay at the foot of a window that changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the mouse is on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Begin to wait anew."""
        self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc while one of its buttons has focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _do(self) -> None:
        act = self._act
        self.close()
        if act is not None:
            act()

    def _focus_moved(self) -> None:
        """Wait while something on it has focus. What had it is not taken: it may be gone."""
        new = QApplication.focusWidget()
        if new is not None and self.isAncestorOf(new):
            self._timer.stop()
        elif not self.underMouse() and not self._timer.isActive():
            self._timer.start()
        self._place()

    def _place(self) -> None:
        """Stand at the foot of the window, or at its head if the focus is there."""
        window = self._ground
        size = self.sizeHint()
        wide = min(size.width(), window.width() - px(32))
        low = window.height() - size.height() - px(44)
        place = QRect((window.width() - wide) // 2, low, wide, size.height())
        focus = cast("QWidget | None", window.focusWidget())
        if focus is not None and focus.isVisible() and not self.isAncestorOf(focus):
            there = QRect(focus.mapTo(window, QPoint(0, 0)), focus.size())
            large = there.height() > window.height() // 2  # a whole list: its lines scroll away
            if not large and there.adjusted(-4, -4, 4, 4).intersects(place):
                place.moveBottom(there.top() - px(8))
        self.setGeometry(place)
        self.raise_()


def show_toast(
    anywhere: QWidget, words: str, action: str = "", act: Callable[[], object] | None = None
) -> Toast:
    """Show a message in the window of a widget; it takes the place of an older one."""
    window = anywhere.window()
    for old in window.findChildren(Toast, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.close()
    made = Toast(window, words, action, act)
    made.open()
    return made
