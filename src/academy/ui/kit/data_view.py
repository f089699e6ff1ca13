"""A table of rows with ids: keeps its selection, copies, sorts, remembers its columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu

from academy.ui.kit import table_state
from academy.ui.kit.clipboard import copy_block
from academy.ui.kit.column_widths import ColumnWidths
from academy.ui.kit.header import SortHeader
from academy.ui.kit.rows import RowDelegate, Table
from academy.ui.kit.table_model import TableModel
from academy.ui.kit.table_state import TableState


class DataView(Table):
    """The table itself; ``key`` names it in the settings, ``name`` is what it is called aloud."""

    opened = Signal(object)
    """The id of the row that Enter or a double-click opens."""

    chosen = Signal(object)
    """The id of the current row, or None."""

    selection_changed = Signal()

    may_leave = True
    """Whether Export this table may write it; tables of protected figures say no."""

    def __init__(
        self,
        key: str,
        name: str,
        model: TableModel[Any],
        delegate: RowDelegate | None = None,
        *,
        row_height: float = 32,
        stretch: str = "",
    ) -> None:
        super().__init__(name, row_height=row_height)
        self.key, self.rows = key, model
        self._current: object = None
        self._keeping = False
        self._given_way: set[str] = set()
        self._asked_for: set[int] = set()
        self.setModel(model)
        self.setItemDelegate(delegate or RowDelegate(self))
        if delegate is not None:
            delegate.setParent(self)
        self._prepare_header()
        model.about_to_change.connect(self._note)
        model.has_changed.connect(self._restore)
        self.doubleClicked.connect(self._open)
        self._later = QTimer(self, singleShot=True, interval=300)
        self._later.timeout.connect(self.keep_state)
        self.widths = ColumnWidths(self, stretch)
        self.widths.changed.connect(self._later.start)
        self.show_state(table_state.kept(key))
        selection = self.selectionModel()
        selection.selectionChanged.connect(self.selection_changed)
        selection.currentChanged.connect(self._tell)

    # ---- rows ----------------------------------------------------------------------------------

    def current_id(self) -> Any:
        """Return the id of the current row, or None."""
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> list[Any]:
        """Return the ids of the selected rows, from top to bottom."""
        picked = self.selectionModel().selection()  # whole rows: a few stretches, however many rows
        stretches = (picked.at(number) for number in range(picked.count()))
        numbers = {n for one in stretches for n in range(one.top(), one.bottom() + 1)}
        return [self.rows.id_at(number) for number in sorted(numbers)]

    def select_ids(self, ids: Iterable[object]) -> None:
        """Select these rows, those that are shown; the first one becomes current."""
        numbers = sorted(n for n in (self.rows.number_of(i) for i in ids) if n >= 0)
        picked = QItemSelection()
        last = self.rows.columnCount() - 1
        for number in numbers:
            picked.select(self.rows.index(number, 0), self.rows.index(number, last))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(picked, flags.ClearAndSelect)
        if numbers:
            first = self.rows.index(numbers[0], self._first_column())
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.scrollTo(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C, open with Enter, choose columns with Alt+Down."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.choose_columns()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the selected rows; the headers too when all of several rows are selected."""
        columns = self.visible_columns()
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        cells = [[str(self.rows.index(n, c).data() or "") for c in columns] for n in numbers]
        if len(numbers) == self.rows.rowCount() > 1:
            cells.insert(0, [self.rows.columns[c].header for c in columns])
        if cells:
            copy_block(cells)

    def visible_columns(self) -> list[int]:
        """Return the shown columns as they stand from left to right."""
        header = self.horizontalHeader()
        places = (header.logicalIndex(visual) for visual in range(header.count()))
        return [column for column in places if not self.isColumnHidden(column)]

    def showEvent(self, event: QShowEvent) -> None:
        """Let the columns fit what is shown."""
        super().showEvent(event)
        self.widths.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room before the scroll bars are reckoned, or one would come and go."""
        self.widths.follow()
        super().resizeEvent(event)

    def _first_column(self) -> int:
        return next(iter(self.visible_columns()), 0)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows.id_at(index.row()))

    def _tell(self) -> None:
        now = self.current_id()
        if not self._keeping and now != self._current:
            self._current = now
            self.chosen.emit(now)

    def _note(self) -> None:
        """Remember by ids what is selected, current and on top before the rows change."""
        self._keeping = True
        current = self.currentIndex()
        top = self.indexAt(QPoint(1, 1))
        self._was = (
            self.selected_ids(),
            self.current_id(),
            current.row(),
            max(0, current.column()),
            self.rows.id_at(top.row()) if top.isValid() else None,
            self.verticalScrollBar().value(),
        )

    def _restore(self) -> None:
        selected, current, number, column, top, scroll = self._was
        self.doItemsLayout()
        self.updateGeometries()
        here = self.rows.number_of(current) if current is not None else -1
        if current is not None and here < 0 and selected == [current] and self.rows.rowCount():
            here = min(number, self.rows.rowCount() - 1)  # the row is gone: its neighbour follows
            selected = [self.rows.id_at(here)]
        self.select_ids(selected)
        if here >= 0:
            index = self.rows.index(here, column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        up = self.rows.number_of(top) if top is not None else -1
        bar = self.verticalScrollBar()
        bar.setValue(self.rowViewportPosition(up) + bar.value() if up > 0 and scroll else scroll)
        self._show_sort()
        self._keeping = False
        self._tell()
        self.selection_changed.emit()

    # ---- header --------------------------------------------------------------------------------

    def _prepare_header(self) -> None:
        header = SortHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self.choose_columns)
        header.sectionClicked.connect(self._sort)
        header.sectionMoved.connect(self._moved)

    def _sort(self, section: int) -> None:
        self.rows.click_header(section)
        self.keep_state()

    def _show_sort(self) -> None:
        keys = [column.key for column in self.rows.columns]
        first = next(iter(self.rows.sort_keys), None)
        down = first is not None and first.descending
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        section = keys.index(first.column) if first is not None else -1
        self.horizontalHeader().setSortIndicator(section, order)

    def column_menu(self) -> QMenu:
        """Return the menu to choose columns and to go back to the program's own."""
        menu = QMenu(self)
        shown = self.visible_columns()
        for number, column in enumerate(self.rows.columns):
            action = menu.addAction(column.header.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(number in shown)
            action.setEnabled(shown != [number])
            action.toggled.connect(lambda on, number=number: self._show_column(number, shown=on))
        menu.addSeparator()
        menu.addAction(self.tr("Reset columns")).triggered.connect(self.reset_columns)
        return menu

    def choose_columns(self, place: QPoint | None = None) -> None:
        """Open the menu of columns under the header."""
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        header = self.horizontalHeader()
        column = max(0, self.currentIndex().column())
        below = QPoint(header.sectionViewportPosition(column), header.height())
        menu.popup(header.mapToGlobal(place or below))

    def reset_columns(self) -> None:
        """Show the columns as the program sets them, unsorted."""
        table_state.forget(self.key)
        self._asked_for.clear()
        self.show_state(None)

    def give_way(self, key: str, *, narrow: bool) -> None:
        """Leave a column out while there is little room; that is no choice to be remembered."""
        number = [column.key for column in self.rows.columns].index(key)
        if narrow == (key in self._given_way) or (narrow and self.isColumnHidden(number)):
            return
        self._given_way ^= {key}
        self.setColumnHidden(number, narrow)
        self.widths.share()

    def may_yield(self, column: int) -> bool:
        """Whether nobody asked for this column in the menu."""
        return column not in self._asked_for

    def _show_column(self, number: int, *, shown: bool) -> None:
        self._given_way.discard(self.rows.columns[number].key)
        self._asked_for.add(number)
        self.setColumnHidden(number, not shown)
        self.widths.share()
        self.keep_state()

    def _moved(self) -> None:
        self._later.start()

    # ---- what is remembered --------------------------------------------------------------------

    def columns_now(self) -> TableState:
        """Return how the columns stand now."""
        header, keys = self.horizontalHeader(), [column.key for column in self.rows.columns]
        order = [keys[header.logicalIndex(visual)] for visual in range(header.count())]
        chosen = (key for number, key in enumerate(keys) if self.isColumnHidden(number))
        hidden = [key for key in chosen if key not in self._given_way]
        return TableState(
            tuple(order), dict(self.widths.dragged), tuple(hidden), self.rows.sort_keys
        )

    def keep_state(self) -> None:
        """Remember the columns at once."""
        self._later.stop()
        table_state.keep(self.key, self.columns_now())

    def show_state(self, state: TableState | None) -> None:
        """Arrange the columns as remembered, or as the program sets them."""
        columns, header = self.rows.columns, self.horizontalHeader()
        keys = [column.key for column in columns]
        saved = state or TableState()
        for visual, key in enumerate(saved.arranged(keys)):
            header.moveSection(header.visualIndex(keys.index(key)), visual)
        for number, column in enumerate(columns):
            known = column.key in saved.order
            off = column.key in saved.hidden if known else not column.shown
            self.setColumnHidden(number, off or column.key in self._given_way)
        self.widths.start(saved.widths)
        self.rows.sort_by(saved.sort)
        self._later.stop()
