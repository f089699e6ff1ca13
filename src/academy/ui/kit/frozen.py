"""A table whose first column never scrolls sideways."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QVBoxLayout, QWidget

from academy.ui.kit.layout import Sized, column, row
from academy.ui.kit.rows import Table
from academy.ui.kit.theme import px, theme


class FrozenTable(QWidget):
    """Two views side by side on one model and one selection: ``names`` left, ``main`` right.

    Simpler than an overlay: there is no geometry to chase. The vertical scroll bars are tied both
    ways; the left view has no focus, so the grid stays one stop for the keyboard.
    """

    def __init__(
        self,
        name: str,
        *,
        names_width: float = 252,
        row_height: float = 32,
        header_height: float = 48,
    ) -> None:
        super().__init__()
        self.main = Table(name, row_height=row_height, header_height=header_height)
        self.names = Table(
            self.tr("{table}: names").format(table=name),
            row_height=row_height,
            header_height=header_height,
        )
        self._names_width = names_width
        self.names.setProperty("main", self.main)
        self.names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.pressed.connect(self._choose)
        self.names.hover.followers.append(self.main)
        self.main.hover.followers.append(self.names)
        self._tie()
        self._under_names = Sized()
        self._under_names.setFixedHeight(0)
        grid = row(column(self.names, self._under_names, gap=0), self.main, gap=0)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addLayout(grid, 1)
        self.setFocusProxy(self.main)
        theme().changed.connect(self._measure)

    def show_model(self, model: QAbstractItemModel, delegate: QStyledItemDelegate) -> None:
        """Show a model; its column 0 is the frozen one. One delegate paints both views."""
        delegate.setParent(self)
        for view in (self.names, self.main):
            view.setModel(model)
            view.setItemDelegate(delegate)
        self.names.setSelectionModel(self.main.selectionModel())
        model.modelReset.connect(self._part)
        model.columnsInserted.connect(self._part)
        self._part()

    def set_headers(self, names: QHeaderView, main: QHeaderView) -> None:
        """Take headers of one's own, one for each side."""
        self.names.setHorizontalHeader(names)
        self.main.setHorizontalHeader(main)
        self._part()

    def set_names_width(self, width: float) -> None:
        """Make the frozen column narrower or wider, in px of the design."""
        self._names_width = width
        self._measure()

    def put_below(self, foot: QWidget) -> None:
        """Put a line such as totals under the grid; it reads places from the main header."""
        self._lines.addWidget(foot)

    def _tie(self) -> None:
        left, right = self.names.verticalScrollBar(), self.main.verticalScrollBar()
        right.valueChanged.connect(left.setValue)
        left.valueChanged.connect(right.setValue)
        self.main.horizontalScrollBar().rangeChanged.connect(self._level)

    def _level(self, low: int, high: int) -> None:
        """Keep the last rows level: a scroll bar stands under one side only."""
        shown = self.main.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._under_names.setFixedHeight(px(14) if shown and high > low else 0)

    def _part(self) -> None:
        """Show the first column left and all others right."""
        model: QAbstractItemModel | None = self.main.model()
        if model is None:  # headers may come before the model: then they keep what is hidden
            return
        for number in range(model.columnCount()):
            self.names.setColumnHidden(number, number != 0)
        if model.columnCount():
            self.main.hideColumn(0)
        self._measure()

    def _measure(self) -> None:
        self.names.setFixedWidth(px(self._names_width))
        self.names.setColumnWidth(0, px(self._names_width))

    def _choose(self, index: QModelIndex) -> None:
        """Make the row of a clicked name current and give the grid the keyboard."""
        column_now = max(1, self.main.currentIndex().column())
        self.main.setCurrentIndex(index.siblingAtColumn(column_now))
        self.main.setFocus(Qt.FocusReason.MouseFocusReason)
