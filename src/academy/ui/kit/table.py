"""A table with everything around it: filter row, count, "no match" with its way out.

model = TableModel([Column("name", self.tr("Name"), lambda p: p.name), …], lambda p: p.id)
table = DataTable("people", self.tr("People"), model, nothing=self.tr("No people match ‘{text}’."))
model.set_rows(desk.read(people.directory))
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from academy.ui.kit.columns import Column
from academy.ui.kit.data_view import DataView
from academy.ui.kit.parts import Field, button, column, holder, icon_button, label, row
from academy.ui.kit.rows import RowDelegate
from academy.ui.kit.table_model import ROW, SortKey, TableModel

__all__ = ["ROW", "Column", "DataTable", "DataView", "FilterRow", "SortKey", "TableModel"]


class FilterRow(QWidget):
    """A field that narrows the table while one types, the count, and a cross to close it."""

    changed = Signal(str)
    closed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.field = Field(name, width=260)
        self.field.setPlaceholderText(self.tr("Filter"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.changed)
        self.count = label("", "muted")
        close = icon_button("x", self.tr("Clear filter"))
        close.clicked.connect(self.close_filter)
        self.setLayout(row(self.field, self.count, close, None, gap=8, margins=(0, 8, 0, 8)))
        self.field.installEventFilter(self)
        self.hide()

    def open_filter(self) -> None:
        """Show the field, ready to type."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_filter(self) -> None:
        """Show all rows again and hide the field."""
        self.field.clear()
        self.hide()
        self.closed.emit()

    def eventFilter(self, _thing: QObject, event: QEvent) -> bool:
        """Close with Esc; Enter and Down go on into the table."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_filter()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.closed.emit()
                return True
        return False


class DataTable(QWidget):
    """A :class:`DataView` with its filter row. Ctrl+F opens the filter, Esc closes it.

    `nothing` is the sentence for no match, with {text}.
    """

    opened = Signal(object)
    chosen = Signal(object)
    selection_changed = Signal()

    def __init__(
        self,
        key: str,
        name: str,
        model: TableModel[Any],
        *,
        nothing: str,
        delegate: RowDelegate | None = None,
        row_height: float = 32,
        stretch: str = "",
    ) -> None:
        super().__init__()
        self.model, self._nothing = model, nothing
        self.view = DataView(key, name, model, delegate, row_height=row_height, stretch=stretch)
        self.filter = FilterRow(self.tr("Filter {name}").format(name=name))
        self._no_match = label("", "muted", wrap=True)
        self._empty: QWidget | None = None
        self._build()
        self.filter.changed.connect(model.filter_by)
        self.filter.closed.connect(self._back_to_rows)
        model.has_changed.connect(self._show_counts)
        self.view.opened.connect(self.opened)
        self.view.chosen.connect(self.chosen)
        self.view.selection_changed.connect(self.selection_changed)
        self._show_counts()

    def open_filter(self) -> None:
        """Show the filter row, ready to type."""
        self.filter.open_filter()

    def show_when_empty(self, empty: QWidget) -> None:
        """Show this (see ``empty.EmptyState``) in place of the table while there are no rows."""
        self._empty = empty
        self._pages.addWidget(empty)
        self._show_counts()

    def _build(self) -> None:
        clear = button(self.tr("Clear filter"))
        clear.clicked.connect(self.filter.close_filter)
        missed = column(self._no_match, row(clear, None), None, gap=12, margins=(12, 24, 12, 12))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.filter)
        self._pages = QStackedLayout()
        lines.addLayout(self._pages, 1)  # first: without a parent it shows its pages as windows
        self._pages.addWidget(self.view)
        self._pages.addWidget(holder(missed))
        self.setFocusProxy(self.view)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.open_filter)

    def _show_counts(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        counted = self.tr("{shown} of {total}").format(shown=shown, total=total)
        self.filter.count.setText(counted if self.model.filter_text else "")
        self._no_match.setText(self._nothing.format(text=self.model.filter_text.strip()))
        if total == 0 and self._empty is not None:
            self._pages.setCurrentWidget(self._empty)
        else:
            self._pages.setCurrentIndex(1 if total and not shown else 0)

    def _back_to_rows(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.select_ids([self.model.id_at(0)])
