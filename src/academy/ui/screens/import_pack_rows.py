"""The check table of a register pack: ours, theirs, and what happens; conflicts ask in place."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final, cast

from PySide6.QtCore import QAbstractTableModel, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from academy.domain.words import Letter
from academy.ui.kit import labels, paint
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import colour, draw_icon, font, px
from academy.ui.screens.conflict_rows import ConflictTable, answers_of, paint_answers
from academy.usecases.packs import PackFate, PackRow

COLUMNS: Final = ("name", "ours", "theirs", "fate")
WIDTHS: Final = (260, 110, 110, 300)
_ORDER: Final = (PackFate.CONFLICT, PackFate.GONE, PackFate.NEW, PackFate.UNMARKED, PackFate.SAME)


class PackModel(QAbstractTableModel):
    """The people of a pack, those first who need a look."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[PackRow] = []

    def show_rows(self, rows: Sequence[PackRow]) -> None:
        """Show other rows; an answer leaves everybody where they stand."""
        self.layoutAboutToBeChanged.emit()
        self.rows = sorted(rows, key=lambda row: _ORDER.index(row.fate))
        self.layoutChanged.emit()

    def rowCount(self, _parent: Index | None = None) -> int:
        """Return how many people."""
        return len(self.rows)

    def columnCount(self, _parent: Index | None = None) -> int:
        """Return how many columns."""
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return paint.CENTRE if section in (1, 2) else paint.LEFT
        heads = (self.tr("Name"), self.tr("Here"), self.tr("In the pack"),
                 self.tr("What will happen"))  # fmt: skip
        return heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell; aloud with the name before it."""
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {self.happens(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return paint.CENTRE if column in ("ours", "theirs") else paint.LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        letters = {"ours": row.ours, "theirs": row.theirs}
        if column in letters:
            return str(letters[column] or "")
        return row.name if column == "name" else self.happens(row)

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


class PackDelegate(RowDelegate):
    """Paints marks as the register does, and [Keep E] [Take A]."""

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
        row, column = model.rows[index.row()], COLUMNS[index.column()]
        if column in ("ours", "theirs"):
            letter = row.ours if column == "ours" else row.theirs
            _mark(painter, rect, letter or "", ink)
        elif column == "fate":
            self._fate(painter, rect, row, model.happens(row), ink)
        else:
            if row.fate is PackFate.CONFLICT:
                bar = QRectF(rect.x(), rect.y(), px(3), rect.height())
                painter.fillRect(bar, colour("link"))
            super().content(painter, rect, index, ink, option)

    def _fate(self, painter: QPainter, rect: QRectF, row: PackRow, words: str, ink: str) -> None:
        sign = {PackFate.NEW: "check", PackFate.CONFLICT: "circle-question-mark"}.get(row.fate)
        quiet = ink == "text" and row.fate not in (PackFate.NEW, PackFate.CONFLICT)
        left = rect.x() + px(12)
        if sign:
            tone = ink if ink != "text" else "good" if row.fate is PackFate.NEW else "link"
            spot = QRectF(left, rect.center().y() - px(8), px(16), px(16))
            draw_icon(painter, sign, spot, tone, 2.25)
        answers = answers_of(rect, row)
        right = answers[0][1].x() if answers else rect.right()
        room = QRectF(left + px(24), rect.y(), right - left - px(32), rect.height())
        paint.text(painter, room, words, "body", "muted" if quiet else ink)
        paint_answers(painter, answers, row)


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
            self.setColumnHidden(COLUMNS.index(column), tiny)
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
