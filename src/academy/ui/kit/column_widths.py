"""How the columns of a table share its room: each as wide as what stands in it.

Measured are the headers and the rows on top, never all rows. Spare room goes to the column that
stretches. Where room is short, what is kept for rows further down goes first, then the longest
columns give until all have a fair part, and what names a row gives last. What can be missed is
left out next. No column falls below what is sensible: then the table scrolls. What somebody
dragged is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Signal

from academy.ui.kit.column_room import HEADER, LEAST, Need, shared
from academy.ui.kit.header import SortHeader
from academy.ui.kit.rows import RowDelegate
from academy.ui.kit.theme import factor, px, theme

if TYPE_CHECKING:
    from academy.ui.kit.data_view import DataView

SAMPLE: Final = 50
"""So many rows tell how wide a column is to be; a page of a long table holds more."""


class CellWidths:
    """How wide the cells of some rows are; each column is measured when first asked for.

    The rows are those on the screen, and if one has not scrolled, some that follow.
    """

    def __init__(self, view: DataView) -> None:
        self._view, self._widths = view, dict[int, list[int]]()
        shown = shown_rows(view)
        last = min(SAMPLE, view.rows.rowCount()) if shown.start == 0 else 0
        self._numbers = range(shown.start, max(shown.stop, last))
        self.rows = [view.rows.row_at(number) for number in self._numbers]

    def holds(self, shown: range) -> bool:
        """Whether these rows are among the measured ones."""
        return self._numbers.start <= shown.start and shown.stop <= self._numbers.stop

    def widest(self, column: int, shown: range | None = None) -> int:
        """Return how wide the widest cell is: of all that are measured, or of those shown."""
        found = self._widths.get(column)
        if found is None:
            found = self._widths[column] = self._measured(column)
        if shown is not None:
            first = self._numbers.start
            found = found[max(0, shown.start - first) : max(0, shown.stop - first)]
        return max(found, default=0)

    def _measured(self, column: int) -> list[int]:
        index, delegate = self._view.rows.index, cast("RowDelegate", self._view.itemDelegate())
        return [delegate.cell_width(index(number, column)) for number in self._numbers]


def shown_rows(view: DataView) -> range:
    """Return which rows are on the screen."""
    top, below = max(0, view.rowAt(0)), view.rowAt(view.viewport().height() - 1)
    return range(top, view.rows.rowCount() if below < 0 else below + 1)


class ColumnWidths(QObject):
    """Fits the columns of a table at its first rows, at other room, zoom or choice of columns.

    Sorting, filtering and scrolling move nothing; rows with longer words only widen.
    """

    changed = Signal()
    """Somebody dragged a border, or double-clicked it to fit one column."""

    def __init__(self, view: DataView, stretch: str) -> None:
        super().__init__(view)
        self._view, self._stretch = view, stretch
        self._dragged: dict[str, float] = {}
        self._needs: dict[int, Need] = {}
        self._cells = CellWidths(view)
        self._out: set[int] = set()
        self._rows_known = self._news = self._others = False
        self._arranged: object = None
        self._high = 0
        self._ours = False
        header = view.horizontalHeader()
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(0)  # a double-click looks at what is shown, not further
        header.sectionResized.connect(self._resized)
        view.rows.has_changed.connect(self._rows_changed)
        theme().changed.connect(self.measure)

    @property
    def dragged(self) -> Mapping[str, float]:
        """The widths that somebody chose, by column key, in px of the design."""
        return self._dragged

    def wanted_columns(self) -> list[int]:
        """Return the shown columns from left to right, and those that only lack the room."""
        view = self._view
        self._out = {column for column in self._out if view.isColumnHidden(column)}
        both = {*view.visible_columns(), *self._out}
        return sorted(both, key=view.horizontalHeader().visualIndex)

    def start(self, dragged: Mapping[str, float]) -> None:
        """Keep these widths and fit the other columns."""
        self._dragged = dict(dragged)
        with self._by_us():
            for number, column in enumerate(self._view.rows.columns):
                wide = self._dragged.get(column.key, column.width)
                self._view.setColumnWidth(number, px(wide))
        self.measure()

    # ---- when ----------------------------------------------------------------------------------

    def show(self) -> None:
        """Fit the columns of a table that comes to be seen."""
        if not self._rows_known:
            self.measure()
        elif self._news:
            self._widen()

    def follow(self) -> None:
        """Share the room of another size; in a higher one there may be more rows to measure."""
        higher = self._view.height() > self._high
        if higher and (self._others or not self._cells.holds(shown_rows(self._view))):
            self.measure()
            return
        if higher:
            self._high, self._needs = self._view.height(), {}
        self.share()

    def measure(self) -> None:
        """Measure the columns anew and share the room, if anybody sees them."""
        self._needs = {}
        self._high = self._view.height()
        self._rows_known = False
        if self._view.isVisible():
            self._arranged = self._arrangement()
            self._cells = CellWidths(self._view)
            self._rows_known = bool(self._cells.rows)
            self._news = self._others = False
            self.share()

    def _rows_changed(self) -> None:
        told = self._arrangement()
        news, self._arranged = told == self._arranged, told
        self._news |= news
        self._others |= not news  # rows stand elsewhere than when they were measured
        if not self._view.isVisible():
            return
        if not self._rows_known:
            self.measure()
        elif news:
            self._widen()

    def _widen(self) -> None:
        """Make room for longer words in what was measured already."""
        self._news = False
        known, before = self._needs, self._cells.rows
        self._cells = CellWidths(self._view)
        if self._cells.rows == before:
            return
        self._needs = {c: self._need(c).beside(need) for c, need in known.items()}
        if self._needs != known:
            self.share()

    def _arrangement(self) -> object:
        return self._view.rows.filter_text, self._view.rows.sort_keys

    # ---- how wide ------------------------------------------------------------------------------

    def share(self) -> None:
        """Give each column its part of the room there is now.

        The room of the vertical bar counts as taken, so that a filter that needs no bar moves
        no column but the one that stretches.
        """
        view = self._view
        if self._ours or not view.isVisible():
            return
        bar = view.verticalScrollBar().sizeHint().width()
        steady = min(view.viewport().width(), view.width() - bar)
        shown = self._those_that_stay(steady)
        free = [column for column in shown if not self._is_dragged(column)]
        given = {c: px(self._dragged[self._key(c)]) for c in shown if c not in free}
        needs = [self._known(column) for column in free]
        widths = given | dict(zip(free, shared(needs, steady - sum(given.values())), strict=True))
        self._set(widths, free, view.viewport().width())

    def _those_that_stay(self, room: int) -> list[int]:
        """Leave out, from the right, columns that yield while the others have no fair part."""
        view, rows = self._view, self._view.rows
        shown = self.wanted_columns()
        out = set()
        for column in reversed(shown):
            taken = sum(self._fair(one) for one in shown if one not in out)
            if taken <= room:
                break
            if rows.columns[column].yields and view.may_yield(column):
                out.add(column)
        for column in self._out ^ out:
            with self._by_us():
                view.give_way(self._key(column), narrow=column in out)
        self._out = out
        return [column for column in shown if column not in out]

    def _fair(self, column: int) -> int:
        """Return what a column is to have; none is left out because another was dragged wide."""
        fair = self._known(column).fair
        return min(fair, px(self._dragged.get(self._key(column), fair)))

    def _set(self, widths: dict[int, int], free: Sequence[int], room: int) -> None:
        """Set widths; what is left of the room goes to the free column that stretches."""
        stretching = [column for column in free if self._key(column) == self._stretch]
        for column in stretching or free[-1:]:
            widths[column] += max(0, room - sum(widths.values()))
        with self._by_us():
            for column, wide in widths.items():
                self._view.setColumnWidth(column, wide)

    def _resized(self, column: int, old: int, new: int) -> None:
        """Keep what somebody dragged; the columns at its right share what is left."""
        if self._ours or not old or not new or not self._view.isVisible():
            return
        self._dragged[self._key(column)] = new / factor()
        shown = self._view.visible_columns()
        after = shown[shown.index(column) + 1 :]
        free = [one for one in after if not self._is_dragged(one)]
        others = [one for one in shown if one not in free]
        room = self._view.viewport().width() - sum(map(self._view.columnWidth, others))
        needs = [self._known(one) for one in free]
        if sum(need.least for need in needs) <= room:
            self._set(dict(zip(free, shared(needs, room), strict=True)), free, room)
        self.changed.emit()

    @contextmanager
    def _by_us(self) -> Iterator[None]:
        before, self._ours = self._ours, True
        try:
            yield
        finally:
            self._ours = before

    # ---- what a column needs -------------------------------------------------------------------

    def _known(self, column: int) -> Need:
        if column not in self._needs:
            self._needs[column] = self._need(column)
        return self._needs[column]

    def _need(self, column: int) -> Need:
        header = cast("SortHeader", self._view.horizontalHeader())
        meant, words = self._view.rows.columns[column], header.words_width(column)
        seen = max(words, self._cells.widest(column, shown_rows(self._view)))
        full = max(words, self._cells.widest(column))
        least = min(seen, max(px(LEAST), min(words, px(HEADER))))
        liked = max(full, words + header.arrow_width(), px(meant.width))
        whole = meant.whole or meant.right
        return Need(liked, full, seen, seen if whole else least, meant.names)

    def _is_dragged(self, column: int) -> bool:
        return self._key(column) in self._dragged

    def _key(self, column: int) -> str:
        return self._view.rows.columns[column].key
