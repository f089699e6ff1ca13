"""Facilitator mode: one session full screen, names and buttons and nothing else (6.11)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from academy.domain.words import Letter
from academy.ui.kit import paint
from academy.ui.kit.page import MessageBar, room_of
from academy.ui.kit.parts import Painted, button, column, label, line, restyle, row
from academy.ui.kit.theme import px
from academy.ui.kit.toast import announce
from academy.ui.screens.facilitator_books import Book, Wanted
from academy.ui.screens.facilitator_list import SheetTable
from academy.ui.screens.register_keys import Stroke, Wish

WIDEST = 920
"""Names and buttons stand close enough together for the eye, on the widest screen too."""


class FacilitatorWindow(QWidget):
    """Over the whole screen: heading, names with P L A E, the rest present, undo, done.

    With a `guard`, leaving asks for the passphrase that it takes; the way round it is to close
    the whole program, which ``quit_wished`` asks for.
    """

    closed = Signal()
    quit_wished = Signal()

    def __init__(
        self,
        book: Book,
        parent: QWidget | None = None,
        *,
        guard: Callable[[str], bool] | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.book, self._guard = book, guard
        self.setWindowTitle(self.tr("Facilitator mode – {session}").format(session=book.title))
        self.heading = label(book.title, "title", wrap=True)
        self.about = label(book.about, "muted", wrap=True)
        self.count = Painted(self._draw_count, width=128, height=32)
        self.done = button(self.tr("&Done"), "primary")
        self.message = MessageBar()
        self.table = SheetTable(book.title)
        self.fill = button(self.tr("E&veryone else is present"), picture="check")
        self.undo = button(self.tr("&Undo"), picture="undo-2")
        self.visitor = button(self.tr("&Add a visitor…"), picture="user-plus")
        if not book.takes_visitors:
            self.visitor.hide()
        self.kept = label(book.keeps(), "caption")
        self.kept.hide()  # until there is room for it
        self._build()
        self._connect()
        self.reload()
        self.table.setCurrentIndex(self.table.model_.index(self._first_blank(), 0))
        self.table.setFocus()

    def _build(self) -> None:
        for one in (self.done, self.fill, self.visitor, self.undo):
            restyle(one, "large", True)  # noqa: FBT003 - a property's value
        told = column(self.heading, self.about, gap=2)
        head = row(told, self.count, self.done, gap=16, margins=(16, 14, 16, 14))
        head.setStretch(0, 1)
        foot = row(
            self.fill, self.visitor, self.undo, 8, self.kept, None, gap=8, margins=(16, 12, 16, 12)
        )
        self._lines = column(head, line(), self.message, self.table, line(), foot, gap=0)
        self._lines.setStretch(3, 1)
        sheet = QFrame()
        sheet.setObjectName("sheet")
        inner = row(self._narrowed(), gap=0)
        sheet.setLayout(inner)
        self.setLayout(row(sheet, gap=0))

    def _narrowed(self) -> QWidget:
        self._body = QWidget()
        self._body.setLayout(self._lines)
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return self._body

    def _connect(self) -> None:
        self.book.changed.connect(self.reload)
        self.book.trouble.connect(self._tell_trouble)
        self.table.wished.connect(self.act_on)
        self.fill.clicked.connect(self.fill_rest)
        self.visitor.clicked.connect(self.add_visitor)
        self.undo.clicked.connect(self.take_back)
        self.done.clicked.connect(self.close)
        for keys, act in (
            ("Esc", self.close), ("Ctrl+Z", self.take_back), ("Ctrl+Return", self.fill_rest),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # ---- marking ------------------------------------------------------------------------------

    def reload(self) -> None:
        """Show the marks as they are kept."""
        self.table.model_.show_rows(self.book.rows())
        self.fill.setEnabled(self._marked() < len(self.table.model_.rows))
        self.undo.setEnabled(self.book.can_undo)
        self.count.setAccessibleName(self.counted())
        self.count.update()

    def act_on(self, wish: Stroke) -> None:
        """Do what a key or a press asks for."""
        number = self.table.currentIndex().row()
        if wish.wish is Wish.FILL:
            self.fill_rest()
        elif 0 <= number < len(self.table.model_.rows):
            one = self.table.model_.rows[number]
            letter = wish.letter
            if wish.wish is Wish.TOGGLE:
                letter = Letter.PRESENT if one.letter is None else None
            self._mark({one.key: letter} if one.letter is not letter else {})
            if wish.moves and number + 1 < len(self.table.model_.rows):
                self.table.setCurrentIndex(self.table.model_.index(number + 1, 0))

    def fill_rest(self) -> None:
        """Mark everybody present who has no mark yet."""
        rows = self.table.model_.rows
        self._mark({one.key: Letter.PRESENT for one in rows if one.letter is None})
        self.table.setFocus()

    def add_visitor(self) -> None:
        """Ask for a visitor's name and note it."""
        from academy.ui.dialogs.visitor import VisitorDialog

        def note(values: dict[str, object]) -> None:
            refusal = self.book.add_visitor(str(values["name"]))
            if refusal:
                dialog.form.show_problems({"name": refusal})
                return
            dialog.close()
            self.undo.setEnabled(self.book.can_undo)
            self.table.setFocus()

        dialog = VisitorDialog(self)
        dialog.filled.connect(note)
        dialog.open()

    def take_back(self) -> None:
        """Undo the last gesture made here."""
        self.book.undo()
        self.reload()
        self.table.setFocus()

    def _mark(self, wanted: Wanted) -> None:
        if not wanted:
            return
        complete = self._complete()
        self.book.mark(wanted)
        self.reload()
        if self._complete() and not complete:
            announce(self, self.tr("Register complete, {count}").format(count=self.counted()))

    def _marked(self) -> int:
        return sum(one.letter is not None for one in self.table.model_.rows)

    def _complete(self) -> bool:
        return self._marked() == len(self.table.model_.rows)

    def _first_blank(self) -> int:
        blank = [n for n, one in enumerate(self.table.model_.rows) if one.letter is None]
        return blank[0] if blank else 0

    def counted(self) -> str:
        """Return “21 of 24 marked”."""
        words = self.tr("{marked} of {all} marked")
        return words.format(marked=self._marked(), all=len(self.table.model_.rows))

    # ---- the window ---------------------------------------------------------------------------

    def _draw_count(self, painter: QPainter, rect: QRectF) -> None:
        ink = "good" if self._complete() else "text"
        paint.text(painter, rect, self.counted(), "strong", ink, paint.RIGHT)

    def _tell_trouble(self, words: str) -> None:
        if words:
            self.message.say(words, "warning")
            announce(self, words)
        else:
            self.message.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in the middle of a wide screen."""
        self._body.setMaximumWidth(px(WIDEST))
        self.kept.setVisible(room_of(self) >= WIDEST)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is done; with a guard, ask for the passphrase first."""
        if self._guard is not None and not _computer_shuts_down():
            event.ignore()
            self._ask_way_back(self._guard)
            return
        super().closeEvent(event)
        self.closed.emit()

    def _ask_way_back(self, guard: Callable[[str], bool]) -> None:
        from academy.ui.dialogs.passphrase import WayBackDialog

        def leave(values: dict[str, str]) -> None:
            if guard(values["passphrase"]):
                dialog.close()
                self.release()
            else:
                dialog.refuse()

        dialog = WayBackDialog(self)
        dialog.filled.connect(leave)
        dialog.quit_wished.connect(self.quit_wished)
        dialog.open()

    def release(self) -> None:
        """Close without asking: the passphrase was right, or the whole program closes."""
        self._guard = None
        self.close()


def _computer_shuts_down() -> bool:
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
