"""Check tables fit what stands in them; what is asked at the right of a cell counts, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractTableModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from academy.ui.kit import paint
from academy.ui.kit.fitted_table import FittedTable
from academy.ui.kit.rows import RowDelegate
from academy.ui.kit.theme import Scheme, apply
from ui.painted import cut

HEADS = ("Row", "Name", "What will happen")


class Rows(QAbstractTableModel):
    """Three columns of words."""

    def __init__(self, *rows: tuple[str, str, str]) -> None:
        super().__init__()
        self.rows = list(rows)

    def show(self, *rows: tuple[str, str, str]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, _parent: object = None) -> int:
        return len(self.rows)

    def columnCount(self, _parent: object = None) -> int:
        return len(HEADS)

    def headerData(self, section: int, _side: object, role: int = 0) -> object:
        return HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: object, role: int = 0) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return paint.LEFT
        cell = self.rows[index.row()][index.column()]  # type: ignore[attr-defined]
        return cell if role == Qt.ItemDataRole.DisplayRole else None


def table(width: int, *rows: tuple[str, str, str]) -> FittedTable:
    made = FittedTable("Check")
    model = Rows(*rows)
    model.setParent(made)
    made.setModel(model)
    made.setItemDelegate(RowDelegate(made))
    made.set_widths((50, 80, 100), stretch=2)
    made.resize(width, 300)
    made.show()
    QApplication.processEvents()
    return made


LONG = ("4", "Zoë Fitzgerald-Cholmondeley", "Already here: phone and e-mail updated")


@pytest.mark.parametrize("width", [580, 900])
def test_columns_are_as_wide_as_their_words(width: int) -> None:
    made = table(width, LONG)
    assert cut(made) == []
    assert not made.horizontalScrollBar().isVisible()


def test_with_little_room_long_words_give_and_numbers_do_not() -> None:
    made = table(900, LONG)
    made.resize(400, 300)
    QApplication.processEvents()
    assert {text.column for text in cut(made)} == {"Name", "What will happen"}
    assert not made.horizontalScrollBar().isVisible()
    made.resize(900, 300)
    QApplication.processEvents()
    assert cut(made) == []


def test_other_rows_and_another_zoom_are_fitted_anew() -> None:
    made = table(1200, ("4", "Ada", "New"))
    model = made.model()
    assert isinstance(model, Rows)
    model.show(LONG)
    QApplication.processEvents()
    assert cut(made) == []
    apply(QApplication.instance(), Scheme.LIGHT, 2.0)
    QApplication.processEvents()
    assert cut(made) == []


def test_a_dragged_column_stays_so() -> None:
    made = table(600, LONG)
    header = made.horizontalHeader()
    x = header.sectionViewportPosition(1) + header.sectionSize(1) - 1
    before = made.columnWidth(1)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    QTest.mouseMove(header.viewport(), QPoint(x - 20, 10))
    QTest.mouseMove(header.viewport(), QPoint(x - 40, 10))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x - 40, 10))
    made.resize(900, 300)
    QApplication.processEvents()
    assert made.columnWidth(1) == before - 40
    assert {text.column for text in cut(made)} == {"Name"}
