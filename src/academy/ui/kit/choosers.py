"""Choosing among very many: a field, the likeliest below it, and how many more there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtWidgets import QWidget

from academy.ui.kit.columns import matches, sought, words_of_filter
from academy.ui.kit.parts import column, field, label
from academy.ui.kit.row_list import ArrowsChoose, Row, RowList, RowView
from academy.ui.kit.rows import RowDelegate
from academy.ui.kit.theme import px

SHOWN: Final = 200
"""How many are listed at once; typing finds the others."""

Find = Callable[[str, int], tuple[Sequence[Row], int]]
"""Returns rows for what was typed, so many at most, the likeliest first; and how many match."""


class Named(NamedTuple):
    """Something to choose by its name."""

    id: int
    name: str


def among(named: Sequence[Named]) -> Find[Named]:
    """Return how some thousands of names that are at hand are found; one slip is forgiven."""

    def find(typed: str, limit: int) -> tuple[Sequence[Named], int]:
        words = words_of_filter(typed)
        found = [one for one in named if matches(words, sought(one.name))]
        found.sort(key=lambda one: not all(word in sought(one.name) for word in words))
        return found[:limit], len(found)

    return find


class Chooser(QWidget):
    """The field has the keyboard; Up and Down choose in the list, which shows what is found."""

    def __init__(
        self,
        find: Find[Any],
        model: RowList[Any],
        rows: RowDelegate,
        *,
        what: tuple[str, str],
        hint: str,
        nobody: str,
        height: int,
    ) -> None:
        super().__init__()
        self._find, self._nobody = find, nobody
        to_find, listed = what
        self.search = field(to_find, hint=hint)
        self.list: RowView[Any] = RowView(model, rows, listed)
        self.list.view.setFixedHeight(px(height))
        self.note = label("", "muted", wrap=True)
        ArrowsChoose(self.search, self.list)
        self.setLayout(column(self.search, self.list.view, self.note, gap=4))
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self.show_found)
        self.show_found("")

    def show_found(self, typed: str) -> None:
        """List what may be meant; where one typed, Enter takes the first."""
        found, total = self._find(typed, SHOWN)
        self.list.fill(found)
        if typed.strip() and found:
            self.list.show_number(0)
            self.list.view.scrollToTop()
        more = self.tr("The first {n} of {all} are listed. Type more to find others.")
        self.note.setText(
            self._nobody if not found else more.format(n=len(found), all=f"{total:,}")
        )
        self.note.setVisible(len(found) < total or not found)
        self.list.view.setVisible(bool(found))
