"""The calendar's month and week as a grid: keys and mouse, dragging a session to another day."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QToolTip

from academy.ui.kit.rows import Table
from academy.ui.kit.theme import px
from academy.ui.screens.calendar_days import DAY, WEEK, Days
from academy.ui.screens.calendar_paint import HEAD, LOW, DayDelegate, chip_rects
from academy.ui.screens.calendar_words import spoken
from academy.usecases.calendar import CalendarSession

ARROWS = {
    Qt.Key.Key_Left: -DAY,
    Qt.Key.Key_Right: DAY,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}


class CalendarGrid(Table):
    """Days in cells. Up and Down go through a day's sessions, then to the week beyond."""

    opened = Signal(int)
    """A session was clicked, or Enter pressed on it."""

    dropped = Signal(int, object)
    """A session was dragged to another day."""

    day_wanted = Signal(object)
    """A day that is not shown, beyond an edge; or one whose sessions do not all fit."""

    session_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, header_height=32)
        self.days = Days()
        self.days.setParent(self)
        self.painter = DayDelegate()
        self.painter.setParent(self)
        self.setModel(self.days)
        self.setItemDelegate(self.painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pressed: tuple[int, QPoint] | None = None
        self._dragging = 0
        self.selectionModel().currentChanged.connect(self._day_changed)

    # ---- what is current ------------------------------------------------------------------------

    def current_day(self) -> date | None:
        """Return the day of the current cell."""
        index = self.currentIndex()
        return self.days.day_at(index) if index.isValid() else None

    def current_session(self) -> CalendarSession | None:
        """Return the session that keys act on."""
        return self.days.session(self.painter.current)

    def go_to(self, day: date, session_id: int = 0) -> bool:
        """Make a day current, and one of its sessions; False if the day is not shown."""
        place = self.days.place_of(day)
        if place is None:
            return False
        self.setCurrentIndex(self.days.index(*place))
        here = [session.id for session in self.days.sessions_on(day)]
        self._choose(session_id if session_id in here else here[0] if here else 0)
        return True

    def _choose(self, session_id: int) -> None:
        self.painter.current = session_id
        self.viewport().update()
        self.session_changed.emit()

    def _day_changed(self) -> None:
        day = self.current_day()
        here = self.days.sessions_on(day) if day else []
        if self.painter.current not in [session.id for session in here]:
            self._choose(here[0].id if here else 0)

    # ---- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through days and sessions, open with Enter, let go of a drag with Esc."""
        key, day = Qt.Key(event.key()), self.current_day()
        if key == Qt.Key.Key_Escape and self._dragging:
            self._end_drag()
        elif day is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._walk(
            1 if key == Qt.Key.Key_Down else -1
        ):
            return
        elif key in ARROWS:
            self._go(day + ARROWS[key])
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.painter.current:
            self.opened.emit(self.painter.current)

    def _go(self, day: date) -> None:
        if not self.go_to(day):
            self.day_wanted.emit(day)

    def _walk(self, step: int) -> bool:
        day = self.current_day()
        here = [session.id for session in self.days.sessions_on(day)] if day else []
        if self.painter.current not in here:
            return False
        number = here.index(self.painter.current) + step
        if not 0 <= number < len(here):
            return False
        self._choose(here[number])
        return True

    # ---- the mouse ------------------------------------------------------------------------------

    def session_at(self, at: QPoint) -> int:
        """Return the session whose chip is at a place, or 0."""
        index = self.indexAt(at)
        if not index.isValid():
            return 0
        here = self.days.sessions_on(self.days.day_at(index))
        cell = QRectF(self.visualRect(index))
        places = chip_rects(cell, len(here), week=self.painter.week)
        found = (s.id for s, place in zip(here, places, strict=False) if place.contains(at))
        return next(found, 0)

    def chip_rect(self, session_id: int) -> QRectF:
        """Return where the chip of a session stands; an empty place if it is not shown."""
        session = self.days.session(session_id)
        place = self.days.place_of(session.held_on) if session else None
        if session is None or place is None:
            return QRectF()
        here = [one.id for one in self.days.sessions_on(session.held_on)]
        cell = QRectF(self.visualRect(self.days.index(*place)))
        rects = chip_rects(cell, len(here), week=self.painter.week)
        number = here.index(session_id)
        return rects[number] if number < len(rects) else QRectF()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a session, perhaps to drag it."""
        at = event.position().toPoint()
        super().mousePressEvent(event)
        found = self.session_at(at)
        if found and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = found, at
        if found:
            self._choose(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a session: the day under the mouse is shown as its goal."""
        at = event.position().toPoint()
        if self._pressed is not None and not self._dragging:
            far = (at - self._pressed[1]).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._dragging = self._pressed[0]
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            index = self.indexAt(at)
            self.painter.target = self.days.day_at(index) if index.isValid() else None
            self.viewport().update()
            return
        over = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(over if self.session_at(at) else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked, or let a session take place where it was dropped."""
        pressed, dragged, goal = self._pressed, self._dragging, self.painter.target
        self._end_drag()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        if dragged:
            session = self.days.session(dragged)
            if goal is not None and session is not None and goal != session.held_on:
                self.dropped.emit(dragged, goal)
        elif pressed is not None and self.session_at(at) == pressed[0]:
            self.opened.emit(pressed[0])
        else:
            self._open_more(at)

    def _open_more(self, at: QPoint) -> None:
        """Show the whole week of a day whose “2 more” was clicked."""
        index = self.indexAt(at)
        if not index.isValid() or self.painter.week:
            return
        day, cell = self.days.day_at(index), QRectF(self.visualRect(index))
        here = self.days.sessions_on(day)
        shown = chip_rects(cell, len(here), week=False)
        low = shown[-1].bottom() if shown else cell.y() + px(HEAD)
        if len(shown) < len(here) and QPointF(at).y() > low:
            self.day_wanted.emit(day)

    def _end_drag(self) -> None:
        self._pressed, self._dragging, self.painter.target = None, 0, None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell everything of the session under the mouse."""
        if event.type() == QEvent.Type.ToolTip:
            asked = cast("QHelpEvent", event)
            session = self.days.session(self.session_at(asked.pos()))
            QToolTip.showText(asked.globalPos(), spoken(session) if session else "", self)
            return True
        return super().viewportEvent(event)

    # ---- sizes ----------------------------------------------------------------------------------

    def fit(self) -> None:
        """Give all weeks the same height; they share the room, a week takes what it needs."""
        count = self.days.rowCount()
        if not count:
            return
        room = self.viewport().height()
        least = px(HEAD + 2 * (LOW + 3) + 4)
        for row in range(count):
            needed = self.sizeHintForRow(row) if self.painter.week else least
            share = room * (row + 1) // count - room * row // count
            self.setRowHeight(row, max(share, needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew."""
        super().resizeEvent(event)
        self.fit()
