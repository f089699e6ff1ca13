"""The register's grid: frozen names, one stop for the keyboard, keys and mouse become wishes."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from academy.domain.words import Letter
from academy.ui.kit import labels, paint
from academy.ui.kit.frozen import FrozenTable
from academy.ui.kit.theme import px, theme
from academy.ui.screens.register_heads import RegisterHeader, Totals
from academy.ui.screens.register_keys import Stroke, Wish, stroke
from academy.ui.screens.register_model import Cell, RegisterModel
from academy.ui.screens.register_paint import RegisterDelegate

WIDTHS = {"session": 64, "open": 184, "attended": 148, "missed": 78}


class RegisterGrid(FrozenTable):
    """The grid and its totals. What a key or click asks for is told as a stroke."""

    wished = Signal(object)  # Stroke
    session_chosen = Signal(int)  # its id

    def __init__(self, model: RegisterModel) -> None:
        super().__init__(self.tr("Register"))
        self.model = model
        self.set_headers(RegisterHeader(), RegisterHeader())
        self.show_model(model, RegisterDelegate())
        self.main.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.main.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.main.installEventFilter(self)
        self.main.viewport().installEventFilter(self)
        self.main.horizontalHeader().sectionClicked.connect(self._choose_session)
        self.main.horizontalHeader().setStretchLastSection(True)
        self.totals = Totals(self, model)
        self.put_below(self.totals)
        for told in (model.modelReset, model.opened, theme().changed):
            told.connect(self.measure)
        self.main.selectionModel().currentChanged.connect(self._repaint)
        self.main.selectionModel().selectionChanged.connect(self._repaint)

    # where one is ----------------------------------------------------------------------------

    def current(self) -> Cell | None:
        """Return session and place of the current cell."""
        return self.cell(self.main.currentIndex())

    def cell(self, index: QModelIndex) -> Cell | None:
        """Return session and place of a cell, or nothing for names and totals."""
        session = self.model.session_at(index.column()) if index.isValid() else None
        return (session.id, self.model.rows[index.row()].place_id) if session else None

    def chosen(self) -> list[Cell]:
        """Return the selected cells of sessions, else the current one, row by row."""
        found = sorted(
            self.main.selectionModel().selectedIndexes(), key=lambda i: (i.row(), i.column())
        )
        cells = [cell for index in found if (cell := self.cell(index))]
        here = self.current()
        return cells if len(cells) > 1 else [here] if here else []

    def block(self) -> list[list[str]]:
        """Return the words of the selected block, or of the current cell."""
        indexes = self.main.selectionModel().selectedIndexes() or [self.main.currentIndex()]
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        return [[str(self.model.index(r, c).data() or "") for c in columns] for r in rows]

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current and bring it into view."""
        if 0 <= row < self.model.rowCount() and 0 < column < self.model.columnCount():
            index = self.model.index(row, column)
            self.main.setCurrentIndex(index)
            self.main.scrollTo(index)

    def move_down(self) -> None:
        """Go to the next person, or stay at the last."""
        here = self.main.currentIndex()
        self.go_to(min(here.row() + 1, self.model.rowCount() - 1), here.column())

    def next_blank(self) -> bool:
        """Go to the next cell without a mark, first down this session, then on from its top."""
        here = self.main.currentIndex()
        column = here.column()
        order = [*range(here.row() + 1, self.model.rowCount()), *range(here.row() + 1)]
        for row in order:
            if self.model.session_at(column) and self.model.mark_at(row, column).letter is None:
                self.go_to(row, column)
                return True
        return False

    def choose_session(self) -> None:
        """Select the whole session of the current cell."""
        column = self.main.currentIndex().column()
        if self.model.session_at(column):
            self.main.selectColumn(column)

    # keys and mouse --------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read keys and clicks before the table does."""
        kind = event.type()
        if watched is self.main and kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return self._key(cast("QKeyEvent", event))
        if watched is self.main and kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._repaint()
        if watched is self.main.viewport():
            return self._mouse(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        found = stroke(event)
        if found is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return False
        self.wished.emit(found)
        return True

    def _mouse(self, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            press = cast("QMouseEvent", event)
            return press.button() == Qt.MouseButton.LeftButton and self._press(press)
        if kind == QEvent.Type.MouseMove:
            self._hover(cast("QMouseEvent", event).position())
        elif kind == QEvent.Type.Leave:
            self._hover(QPointF(-1, -1))
        elif kind == QEvent.Type.ContextMenu:
            self._menu(cast("QContextMenuEvent", event).globalPos())
            return True
        return False

    def _press(self, event: QMouseEvent) -> bool:
        index = self.main.indexAt(event.position().toPoint())
        letter = self._segment(index, event.position())
        if not letter or event.modifiers():
            return False
        self.main.setFocus(Qt.FocusReason.MouseFocusReason)
        self.main.setCurrentIndex(index)
        self.wished.emit(Stroke(Wish.MARK, Letter(letter)))
        return True

    def _segment(self, index: QModelIndex, at: QPointF) -> str:
        if not index.isValid() or not self.model.has_buttons(index.column()):
            return ""
        return paint.segment_at(QRectF(self.main.visualRect(index)), at.x())

    def _hover(self, at: QPointF) -> None:
        index = self.main.indexAt(at.toPoint())
        now = (index.row(), self._segment(index, at))
        if now != self.model.hovered:
            self.model.hovered = now
            self.main.viewport().update()

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self.main)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for letter in Letter:
            entry = menu.addAction(f"{labels.word(letter)}\t{letter.value}")
            entry.triggered.connect(
                lambda _=False, m=letter: self.wished.emit(Stroke(Wish.MARK, m))
            )
        menu.addSeparator()
        more = (
            (self.tr("Clear\tDel"), Wish.CLEAR),
            (self.tr("Note…\tN"), Wish.NOTE),
            (self.tr("Away from … to …"), Wish.AWAY),
        )
        for words, wish in more:
            entry = menu.addAction(words)
            entry.triggered.connect(lambda _=False, w=wish: self.wished.emit(Stroke(w)))
        menu.popup(at)

    def _choose_session(self, column: int) -> None:
        session = self.model.session_at(column)
        if session is not None:
            self.session_chosen.emit(session.id)

    # sizes -----------------------------------------------------------------------------------

    def measure(self) -> None:
        """Give every column the width of the design at the present zoom."""
        last = self.model.columnCount() - 1
        for column in range(1, self.model.columnCount()):
            width = WIDTHS["missed"] if column == last else WIDTHS["attended"]
            if self.model.session_at(column) is not None:
                width = WIDTHS["open" if self.model.is_open(column) else "session"]
                if self.model.is_open(column) and not self.model.buttons:
                    width = 120
            self.main.setColumnWidth(column, px(width))
        self.totals.update()

    def _repaint(self) -> None:
        self.main.viewport().update()
        self.names.viewport().update()
