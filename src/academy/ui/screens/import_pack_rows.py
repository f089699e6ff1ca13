"""The check table of a register pack: ours, theirs, and what happens; conflicts ask in place."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.domain.words import Letter
from academy.ui.kit import labels, paint
from academy.ui.kit.rows import Index
from academy.ui.kit.theme import font, px
from academy.ui.screens.check_rows import CheckDelegate, CheckModel
from academy.ui.screens.conflict_rows import ConflictTable
from academy.usecases.packs import PackFate, PackRow

WIDTHS: Final = (260, 110, 110, 300)


class PackModel(CheckModel):
    """The people of a pack."""

    columns = ("name", "ours", "theirs", "fate")
    order = (PackFate.CONFLICT, PackFate.GONE, PackFate.NEW, PackFate.UNMARKED, PackFate.SAME)

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return (self.tr("Name"), self.tr("Here"), self.tr("In the pack"),
                self.tr("What will happen"))  # fmt: skip

    def side(self, column: str) -> Qt.AlignmentFlag:
        """Let letters stand in the middle."""
        return paint.CENTRE if column in ("ours", "theirs") else paint.LEFT

    def words(self, row: PackRow, column: str) -> str:
        """Return what stands in a cell."""
        letters = {"ours": row.ours, "theirs": row.theirs}
        if column in letters:
            return str(letters[column] or "")
        return row.name if column == "name" else self.happens(row)

    def spoken(self, row: PackRow) -> str:
        """Return what is said aloud of a row."""
        return f"{row.name}, {self.happens(row)}"

    def happens(self, row: PackRow) -> str:
        """Return what becomes of a row: “You have E, the pack says A”."""
        facts = {"ours": row.ours or "", "theirs": row.theirs or ""}
        if row.theirs is not None:
            facts["word"] = labels.word(row.theirs)
        words = {
            PackFate.NEW: self.tr("{word}"),
            PackFate.SAME: self.tr("The same here"),
            PackFate.CONFLICT: self.tr("You have {ours}, the pack says {theirs}"),
            PackFate.UNMARKED: self.tr("Not marked in the pack"),
            PackFate.GONE: self.tr("Left out: has no place in this cohort any more"),
        }
        return words[row.fate].format(**facts)


def _mark(painter: QPainter, rect: QRectF, letter: str, ink: str) -> None:
    if ink == "text" or not letter:
        paint.mark(painter, rect, letter)
        return
    middle = rect.center()
    paint.shape(painter, QPointF(middle.x() - px(6), middle.y()), letter, ink, px(8))
    words = QRectF(middle.x() + px(2), rect.y(), px(16), rect.height())
    paint.text(painter, words, letter, font("table", size=13, weight=600), ink)


class PackDelegate(CheckDelegate):
    """Paints marks as the register does."""

    height = 40

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,
    ) -> None:
        """Paint one cell."""
        model = cast("PackModel", index.model())
        column = model.columns[index.column()]
        if column in ("ours", "theirs"):
            _mark(painter, rect, model.words(model.rows[index.row()], column), ink)
        else:
            super().content(painter, rect, index, ink, option)

    def cell_width(self, index: Index) -> int:
        """Return how wide a cell is with nothing cut."""
        column = cast("PackModel", index.model()).columns[index.column()]
        return px(64) if column in ("ours", "theirs") else super().cell_width(index)


class PackTable(ConflictTable):
    """Space or a click on a button answers a conflict; K keeps, T takes."""

    def __init__(self, name: str) -> None:
        super().__init__(name, row_height=40)
        self.model_ = PackModel()
        self.setModel(self.model_)
        self.setItemDelegate(PackDelegate(self))
        self.set_widths(WIDTHS, stretch=3)

    def fit(self, *, tiny: bool) -> None:
        """Give way where there is little room: the words say both marks."""
        for column in ("ours", "theirs"):
            self.setColumnHidden(PackModel.columns.index(column), tiny)
        self.set_widths((170, 110, 110, 300) if tiny else WIDTHS, stretch=3)

    def disputed(self) -> Sequence[PackRow]:
        """Return the rows as they stand."""
        return self.model_.rows

    def key_of(self, row: PackRow) -> Hashable:
        """Return what an answer names a row by."""
        return row.person_id


def said(letters: Sequence[Letter | None]) -> str:
    """Return how often each letter occurs: “20 P, 1 L”."""
    counted = [(letter, letters.count(letter)) for letter in Letter]
    return ", ".join(f"{number} {letter}" for letter, number in counted if number)
