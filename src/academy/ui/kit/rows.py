"""Lists and tables: their ground rules for selection, hover and focus, and how they are built.

selected and the view has focus: accent with white text · selected, focus elsewhere: pale ground
and a bar · current row with focus: ring inside, white on the accent · hover: hover ground over
the whole row.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from academy.ui.kit import paint
from academy.ui.kit.hover import HoverRow
from academy.ui.kit.theme import colour, px, theme
from academy.ui.kit.whole_words import tell_row

Index = QModelIndex | QPersistentModelIndex
"""A place in a model, as Qt hands it to delegates."""


class RowDelegate(QStyledItemDelegate):
    """Paints rows by the ground rules; a list's own delegate says in ``content`` what stands there.

    `height` and `inset` are px of the design, `radius` rounds the ground of list rows.
    """

    height = 32
    inset = 12
    radius = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a cell; a row of a list takes the width of its view."""
        in_table = isinstance(option.widget, QTableView)
        return QSize(self.cell_width(index) if in_table else px(60), px(self.height))

    def cell_width(self, index: Index) -> int:
        """Return how wide a cell of a table is with nothing cut; the twin of ``content``."""
        return self.text_width(str(index.data() or ""))

    def text_width(self, words: str, role: str = "") -> int:
        """Return how wide a cell with these words alone is."""
        return paint.width(words, role or role_of(words)) + px(self.inset) * 2

    def tag_width(self, words: str) -> int:
        """Return how wide a cell with a tag alone is."""
        return ceil(paint.chip_width(words)) + px(self.inset) * 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, content, hairline and ring of one cell."""
        painter.save()
        rect = QRectF(option.rect)
        ink = self.ground(painter, option, index)
        self.content(painter, rect, index, ink, option)
        self.edges(painter, option, index)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tell the whole words under the mouse if some were cut, or what the model says of them."""
        drawn = partial(self.paint, option=option, index=index)
        return tell_row(event, view, index, drawn) or super().helpEvent(event, view, option, index)

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> str:
        """Paint the ground and return the token of the text colour on it."""
        rect, view = QRectF(option.rect), view_of(option)
        selected, active = is_selected(option), has_focus(view)
        hovered = view.property("hover-row") == index.row()
        fill = "hover" if hovered else ""
        if selected:
            fill = "accent" if active else "selected-quiet"
        if fill:
            paint.box(painter, rect, px(self.radius), fill)
        if selected and not active and is_first(view, index):
            painter.fillRect(QRectF(rect.x(), rect.y(), px(3), rect.height()), colour("accent"))
        return "on-accent" if selected and active else "text"

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,  # noqa: ARG002 - for those who override
    ) -> None:
        """Paint what stands in the cell: here its text, aligned as the model says."""
        room = rect.adjusted(px(self.inset), 0, -px(self.inset), 0)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        paint.text(painter, room, words, role_of(words), ink, alignment(index))

    def edges(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the hairline under the row and the ring of the current one."""
        rect, view = QRectF(option.rect), view_of(option)
        active, selected = has_focus(view), is_selected(option)
        if not selected:
            paint.hline(painter, rect.x(), rect.right(), rect.bottom() - 1)
        if active and main_of(view).currentIndex().row() == index.row():
            painter.setClipRect(rect)
            whole = row_rect(view, option.rect)
            gap = px(2) if selected else 1
            place = whole.adjusted(gap, gap, -gap, -gap)
            paint.ring(
                painter, place, px(max(4, self.radius)), "on-accent" if selected else "focus"
            )


def role_of(words: str) -> str:
    """Return the font of a cell: equal figures widen hyphens in names."""
    return "table" if words[:1].isdigit() else "body"


def view_of(option: QStyleOptionViewItem) -> QAbstractItemView:
    """Return the view that a delegate paints for."""
    return cast("QAbstractItemView", option.widget)


def main_of(view: QAbstractItemView) -> QAbstractItemView:
    """Return the view that has the keyboard: of a frozen table's names that is the grid."""
    main = view.property("main")
    return main if isinstance(main, QAbstractItemView) else view


def has_focus(view: QAbstractItemView) -> bool:
    """Whether the list or table has focus; a window can be active while its list is not."""
    return main_of(view).hasFocus()


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether the cell to be painted is selected."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def is_first(view: QAbstractItemView, index: Index) -> bool:
    """Whether this is the leftmost column on the screen, which carries the bar of the row."""
    if isinstance(view, QTableView):
        return view.horizontalHeader().logicalIndexAt(0) == index.column()
    return True


def alignment(index: Index) -> Qt.AlignmentFlag:
    """Return how the model aligns a cell: left, unless it says otherwise."""
    said = index.data(Qt.ItemDataRole.TextAlignmentRole)
    return paint.LEFT if said is None else Qt.AlignmentFlag(said)


def row_rect(view: QAbstractItemView, cell: QRect) -> QRectF:
    """Return the place of the whole row a cell belongs to."""
    if not isinstance(view, QTableView):
        return QRectF(cell)
    header = view.horizontalHeader()
    left, wide = -header.offset(), header.length()
    seen = view.viewport().width()
    if left + wide > seen:  # the ring closes where the table is cut
        wide = seen - max(left, 0)
    return QRectF(max(left, 0), cell.y(), wide, cell.height())


class Table(QTableView):
    """A table without a grid whose rows follow the zoom. Tab leaves it, arrows move inside."""

    def __init__(self, name: str, *, row_height: float = 32, header_height: float = 36) -> None:
        super().__init__()
        self._heights = (row_height, header_height)
        self._widths: dict[int, float] = {}
        self.setAccessibleName(name)
        self.hover = HoverRow(self)
        dress(self)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(paint.LEFT)
        self._measure()
        theme().changed.connect(self._measure)

    def setHorizontalHeader(self, header: QHeaderView) -> None:
        """Take another header, at the height of the design."""
        super().setHorizontalHeader(header)
        self._measure()

    def set_widths(self, widths: Sequence[float], stretch: int = -1) -> None:
        """Set the width of each column in px of the design; one column may take the rest."""
        self._widths = dict(enumerate(widths))
        for column, width in self._widths.items():
            self.setColumnWidth(column, px(width))
        if stretch >= 0:
            mode = QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(stretch, mode)

    def _measure(self) -> None:
        row_height, header_height = self._heights
        vertical = self.verticalHeader()
        vertical.setMinimumSectionSize(1)
        vertical.setDefaultSectionSize(px(row_height))
        self.horizontalHeader().setMinimumSectionSize(px(40))
        self.horizontalHeader().setFixedHeight(px(header_height))
        for column, width in self._widths.items():
            self.setColumnWidth(column, px(width))


class List(QListView):
    """A list of rows, one stop for the keyboard. `fitted` makes it as high as its rows."""

    def __init__(self, name: str, *, fitted: bool = False) -> None:
        super().__init__()
        self._fitted = fitted
        self.setAccessibleName(name)
        self.hover = HoverRow(self)
        dress(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if fitted:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme().changed.connect(self._measure)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show other rows."""
        super().setModel(model)
        if model is not None and self._fitted:
            for told in (model.modelReset, model.rowsInserted, model.rowsRemoved):
                told.connect(self._measure)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow a new width: words break onto other lines."""
        super().resizeEvent(event)
        if self._fitted and event.size().width() != event.oldSize().width():
            self._measure()

    def height_of_rows(self) -> int:
        """Return how high all rows are together."""
        model = cast("QAbstractItemModel | None", self.model())
        rows = 0 if model is None else model.rowCount()
        if self.uniformItemSizes():
            return rows * max(0, self.sizeHintForRow(0))
        return sum(self.sizeHintForRow(number) for number in range(rows))

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        if self._fitted:
            self.setFixedHeight(self.height_of_rows())


def dress(view: QAbstractItemView) -> None:
    """Give a view what all lists and tables share."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)


def list_view(
    model: QAbstractItemModel, delegate: RowDelegate, name: str, *, fitted: bool = False
) -> List:
    """Return a list of a model; `name` is what it is called aloud."""
    made = List(name, fitted=fitted)
    made.setUniformItemSizes(type(delegate).sizeHint is RowDelegate.sizeHint)  # thousands ask once
    delegate.setParent(made)
    made.setItemDelegate(delegate)
    made.setModel(model)
    return made


def place_of(view: QAbstractItemView, index: Index, window: QWidget) -> QPoint:
    """Return where a menu for this row opens, so that the keyboard's menu key finds it too."""
    rect = view.visualRect(cast("QModelIndex", index))
    return view.viewport().mapTo(window, rect.bottomLeft())
