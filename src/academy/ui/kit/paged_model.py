"""A table of any number of rows: the ids of all, and the few pages of rows that are looked at.

A model of a million rows as objects takes seconds and gigabytes; their ids take 8 bytes each, and
a page of rows about a millisecond when it is first painted. Filter and order are the database's.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar, cast, overload

from academy.ui.kit.columns import Column, Row, haystack, matches, words_of_filter
from academy.ui.kit.table_model import SortKey, TableModel

PAGE = 256  # rows read at once: a few screens full
KEPT = 16  # pages
FORGIVING = 5_000
"""Among more rows than these a slip is not looked for: it would take longer than to mend it."""

R_co = TypeVar("R_co", covariant=True)


class Source(Protocol[R_co]):
    """Where a paged table has its rows from."""

    def ids(self, typed: str, keys: Sequence[SortKey]) -> Iterable[int]:
        """Return the ids of the rows that match, in order."""

    def rows(self, ids: Sequence[int]) -> Sequence[R_co]:
        """Return the rows with these ids, in this order."""

    def total(self) -> int:
        """Return how many rows there are without a filter."""


def forgiven(
    typed: str,
    everything: Callable[[], Sequence[int]],
    rows: Callable[[Sequence[int]], Sequence[Row]],
    columns: Sequence[Column[Row]],
) -> list[int]:
    """Return the rows in which each typed word stands but for one slip, for want of better ones."""
    ids = everything() if typed.strip() else ()
    if len(ids) > FORGIVING:
        return []
    words, found = words_of_filter(typed), zip(ids, rows(ids), strict=True)
    return [one for one, row in found if matches(words, haystack(columns, row))]


class Pages(Sequence[Row]):
    """Rows read when they are asked for; the pages looked at last are kept."""

    def __init__(self, ids: array[int], read: Callable[[Sequence[int]], Sequence[Row]]) -> None:
        self.ids = ids
        self._read = read
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.ids)

    def number_of(self, row_id: object) -> int:
        """Return where the row with this id stands, or -1."""
        return self.ids.index(row_id) if isinstance(row_id, int) and row_id in self.ids else -1

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Row]: ...
    def __getitem__(self, number: int | slice) -> Row | Sequence[Row]:
        """Return a row, read with its neighbours."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        page, place = divmod(range(len(self.ids))[number], PAGE)
        if page not in self._pages:
            self._pages[page] = self._read(self.ids[page * PAGE : (page + 1) * PAGE])
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page][place]


class PagedModel(TableModel[Row]):
    """Shows the rows of a source; everything else is as in :class:`TableModel`."""

    def __init__(
        self, columns: Sequence[Column[Row]], row_id: Callable[[Row], object], source: Source[Row]
    ) -> None:
        super().__init__(columns, row_id)
        self.source = source
        self._total: int | None = None  # nothing is read before the page is first filled

    def fill(self) -> None:
        """Read anew which rows there are, and show them."""
        self._total = self.source.total()
        self._arrange()

    @property
    def total(self) -> int:
        """How many rows there are without the filter."""
        return self._total or 0

    def id_at(self, number: int) -> object:
        """Return the id of the row at a place on the screen."""
        return cast("Pages[Row]", self._shown).ids[number]

    def number_of(self, row_id: object) -> int:
        """Return where a row stands now, or -1."""
        return self._shown.number_of(row_id) if isinstance(self._shown, Pages) else -1

    def chosen(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return some of the rows by their ids, read as they are looked at."""
        here = [self.number_of(one) for one in ids[:2]]
        if len(here) == 1 and here[0] >= 0:
            return [self.row_at(here[0])]  # the usual case: it was read to be painted
        return Pages(array("q", ids), self.source.rows)

    def _arrange(self) -> None:
        if self._total is None:
            return
        self.about_to_change.emit()
        self.beginResetModel()
        ids = array("q", self.source.ids(self.filter_text, self.sort_keys))
        self._shown = Pages(ids, self.source.rows)
        self.endResetModel()
        self.has_changed.emit()
