"""The open session beside the register: where and when, staff notes, whether it took place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from academy.domain import dates
from academy.domain.words import SessionState
from academy.ui.dialogs.clash_words import clash_words
from academy.ui.kit import labels, paint
from academy.ui.kit.page import Fold
from academy.ui.kit.parts import button, column, label, row, scrolled
from academy.ui.kit.theme import px, theme
from academy.usecases.clashes import Clash
from academy.usecases.register import RegisterSession


class SessionLine(Fold):
    """The line under the grid that tells of the open session and opens its panel."""

    def __init__(self) -> None:
        super().__init__("", self._paint)
        self._title = self._rest = ""

    def show_session(self, session: RegisterSession) -> None:
        """Tell of another session."""
        number = self.tr("Session {n}").format(n=session.number)
        self._title = f"{number} · {session.title}"
        parts = [dates.hours(session.starts, session.ends), session.room, session.facilitator]
        if session.state is not SessionState.PLANNED:
            parts.insert(0, labels.word(session.state))
        if session.visitors:
            parts.append(self.tr("%n visitor(s)", "", session.visitors))
        if session.locked:
            parts.append(self.tr("closed"))
        if session.staff_notes:
            parts.append(self.tr("1 staff note"))
        self._rest = " · ".join(part for part in parts if part)
        self.setAccessibleName(f"{self._title}, {self._rest}")
        self.update()

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        used = paint.text(painter, rect, self._title, "strong")
        paint.text(painter, rect.adjusted(used + px(12), 0, 0, 0), self._rest, "body", "muted")


class SessionPanel(QFrame):
    """Details of the open session, staff notes, and what became of it."""

    change_wished = Signal()
    state_wished = Signal(object)  # SessionState
    noted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "well")
        self.title = label("", "section", wrap=True)
        self.details = label("", "body", wrap=True)
        self.state = label("", "muted", wrap=True)
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName(self.tr("Staff notes"))
        self.notes.setTabChangesFocus(True)
        self.notes.setMinimumHeight(px(64))
        self.keep = button(self.tr("Save note"), small=True)
        self.keep.clicked.connect(lambda: self.noted.emit(self.notes.toPlainText()))
        self.change = button(self.tr("Change session…"), small=True)
        self.change.clicked.connect(self.change_wished)
        self.not_held = button(self.tr("Not held"), small=True)
        self.cancelled = button(self.tr("Cancelled"), small=True)
        self.not_held.clicked.connect(lambda: self._wish(SessionState.NOT_HELD))
        self.cancelled.clicked.connect(lambda: self._wish(SessionState.CANCELLED))
        hint = label(self.tr("For staff only; never shown to participants."), "caption", wrap=True)
        self._lines = QVBoxLayout()
        self.clashes = label("", "warning", wrap=True)
        self.trail = label("", "caption", wrap=True)
        for part in (self.title, self.details, self.state, self.clashes, self.trail):
            self._lines.addWidget(part)
        self._lines.addLayout(row(self.change, None))
        self._lines.addLayout(row(self.not_held, self.cancelled, None))
        self._visitors = column(gap=8)
        self._lines.addLayout(self._visitors)
        self._lines.addSpacing(px(8))
        self._lines.addWidget(label(self.tr("Staff notes"), "label"))
        self._lines.addWidget(self.notes, 1)
        self._lines.addWidget(hint)
        self._lines.addLayout(row(self.keep, None))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._lines))  # with many visitors it is taller than the page
        self._now = SessionState.PLANNED
        self._measure()
        theme().changed.connect(self._measure)
        self.hide()

    def show_session(self, session: RegisterSession) -> None:
        """Show another session, or the same one anew; typing in the notes is kept."""
        number = self.tr("Session {n}").format(n=session.number)
        self.title.setText(f"{number} · {session.title}")
        lines = [
            dates.long_day(session.held_on),
            dates.hours(session.starts, session.ends),
            session.room,
            session.facilitator,
            session.link,
            self._moved_words(session),
        ]
        self.details.setText("\n".join(line for line in lines if line))
        self._now = session.state
        planned = session.state is SessionState.PLANNED
        self.state.setVisible(not planned)
        words = self.tr("{state}: its marks count nowhere.")
        self.state.setText(words.format(state=labels.word(session.state)))
        held, back = session.state is SessionState.NOT_HELD, self.tr("Held after all")
        gone = session.state is SessionState.CANCELLED
        self.not_held.setText(back if held else self.tr("Not held"))
        self.cancelled.setText(self.tr("Not cancelled") if gone else self.tr("Cancelled"))
        if not self.notes.hasFocus():
            self.notes.setPlainText(session.staff_notes)

    def put_lists(self, *lists: QWidget) -> None:
        """Give the lists of visitors and of answers their place."""
        self._visitors.put(*lists)

    def show_trail(self, words: str) -> None:
        """Tell who marked the session, and when it was opened again."""
        self.trail.setText(words)
        self.trail.setVisible(bool(words))

    def _moved_words(self, session: RegisterSession) -> str:
        if session.moved_from is None:
            return ""
        return self.tr("Moved from {day}").format(day=dates.plain_day(session.moved_from))

    def show_clashes(self, clashes: Sequence[Clash]) -> None:
        """Tell what is in the session's way, each with what could be done."""
        self.clashes.setText("\n".join(map(clash_words, clashes)))
        self.clashes.setVisible(bool(clashes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc, save the note at Ctrl+Enter."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.noted.emit(self.notes.toPlainText())
        else:
            super().keyPressEvent(event)

    def _wish(self, state: SessionState) -> None:
        self.state_wished.emit(SessionState.PLANNED if self._now is state else state)

    def _measure(self) -> None:
        self.setFixedWidth(px(280))
        self._lines.setContentsMargins(px(16), px(12), px(16), px(12))
        self._lines.setSpacing(px(8))
