"""The focus ring: one overlay in each window that follows the widget with focus.

It is drawn outside the widget with a gap of 2 px, so never on the accent; it costs no room in
layouts and needs no style of its own. Lists and tables ring their current row themselves, and
so does every widget whose property ``ring`` is "own".
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMenuBar,
    QWidget,
)
from shiboken6 import isValid

from academy.ui.kit import paint
from academy.ui.kit.theme import px

_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}


class FocusRing(QWidget):
    """The ring of one window. It keeps to what is visible of its widget in scrolled pages."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._whole = QRect()
        self.hide()

    def follow(self, target: QWidget | None) -> None:
        """Ring this widget, or nothing."""
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = target
        step = target
        while step is not None and step is not self.parentWidget():
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._place()

    def eventFilter(self, _thing: QObject, event: QEvent) -> bool:
        """Move along when the widget or anything it stands in moves."""
        if event.type() in _MOVES and isValid(self):
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, cut where the page is cut."""
        whole = QRectF(self._whole.translated(-self.pos()))
        paint.ring(QPainter(self), whole, px(8))

    def _place(self) -> None:
        target, window = self._target, self.parentWidget()
        if target is None or not isValid(target) or not target.isVisible() or window is None:
            self.hide()
            return
        margin = px(2) + 2
        outside = (-margin, -margin, margin, margin)
        place = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        self._whole = place.adjusted(*outside)
        seen = self._whole
        for view in _viewports(target, window):
            room = QRect(view.mapTo(window, QPoint(0, 0)), view.size())
            seen = seen.intersected(room.adjusted(*outside))
        self.setGeometry(seen)
        self.setVisible(not seen.isEmpty())
        self.raise_()
        self.update()


def _viewports(target: QWidget, window: QWidget) -> list[QWidget]:
    found = []
    step = target.parentWidget()
    while step is not None and step is not window:
        if isinstance(step, QAbstractScrollArea):
            found.append(step.viewport())
        step = step.parentWidget()
    return found


class FocusRings(QObject):
    """Gives every window its ring as soon as something in it has focus."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.setObjectName("focus rings")
        self._shown: FocusRing | None = None
        application.focusChanged.connect(self._follow)

    def _follow(self) -> None:
        """Ring what has focus now. What had it is not taken: it may be half destroyed."""
        new = QApplication.focusWidget()
        before, self._shown = self._shown, None
        if new is not None:
            ringed = not rings_itself(new)
            self._shown = _ring_of(new.window(), make=ringed)
            if self._shown is not None:
                self._shown.follow(new if ringed else None)
        if before is not None and before is not self._shown and isValid(before):
            before.follow(None)


def rings_itself(widget: QWidget) -> bool:
    """Whether a widget shows its focus itself: views, menus, and parts that say so."""
    return (
        isinstance(widget, QAbstractItemView | QMenuBar)
        or widget.property("ring") == "own"
        or widget.windowType() == Qt.WindowType.Popup
        or widget.isWindow()
    )


def _ring_of(window: QWidget, *, make: bool) -> FocusRing | None:
    ring = window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if ring is None and make:
        ring = FocusRing(window)
    return ring


def install(application: QApplication) -> None:
    """Let every window of the program show where the focus is."""
    if application.findChild(FocusRings) is None:
        FocusRings(application)
