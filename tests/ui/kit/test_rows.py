"""Lists, the frozen table and the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from academy.ui.kit.frozen import FrozenTable
from academy.ui.kit.nav import Sidebar
from academy.ui.kit.page import Crumb, PageHead
from academy.ui.kit.paint import segment_at
from academy.ui.kit.rows import RowDelegate, list_view
from ui.gallery import FOOT, PAGES, rows_model


def frozen_table() -> FrozenTable:
    lines = [(f"Name {n}", *["P"] * 12) for n in range(60)]
    table = FrozenTable("Register", names_width=200)
    table.show_model(rows_model(*lines), RowDelegate())
    table.resize(600, 300)
    table.show()
    QApplication.processEvents()
    return table


def test_names_stay_while_sessions_scroll_and_rows_stay_level():
    table = frozen_table()
    table.main.verticalScrollBar().setValue(333)
    assert table.names.verticalScrollBar().value() == 333
    table.names.verticalScrollBar().setValue(64)
    assert table.main.verticalScrollBar().value() == 64
    table.main.horizontalScrollBar().setValue(200)
    assert table.names.columnViewportPosition(0) == 0
    bottom = table.main.verticalScrollBar().maximum()
    assert bottom == table.names.verticalScrollBar().maximum()


def test_a_click_on_a_name_chooses_its_row_in_the_grid():
    table = frozen_table()
    place = QPoint(20, table.names.rowViewportPosition(2) + 5)
    QTest.mouseClick(table.names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.main.currentIndex().row() == 2
    assert table.main.currentIndex().column() == 1


def test_the_same_arithmetic_paints_and_finds_a_segment():
    from PySide6.QtCore import QRectF

    rect = QRectF(100, 0, 184, 32)
    left = 100 + (184 - 4 * 38) / 2
    assert [segment_at(rect, left + 38 * n + 5) for n in range(4)] == list("PLAE")
    assert segment_at(rect, left - 1) == ""
    assert segment_at(rect, left + 4 * 38 + 1) == ""


def test_a_fitted_list_is_as_high_as_its_rows():
    view = list_view(rows_model(("a",), ("b",), ("c",)), RowDelegate(), "Rows", fitted=True)
    assert view.height() == 96


def test_the_sidebar_goes_by_click_and_enter_and_says_its_badges(qtbot):
    side = Sidebar(PAGES, FOOT, "Kent & Medway")
    qtbot.addWidget(side)
    side.show()
    side.set_badges({"applications": 7})
    went = []
    side.went.connect(went.append)
    side.show_current("people/4/details")
    assert side.pages.currentIndex().data() == "People"
    side.pages.setFocus()
    QTest.keyClick(side.pages, Qt.Key.Key_Down)
    QTest.keyClick(side.pages, Qt.Key.Key_Return)
    assert went == ["organisations"]
    spoken = side.pages.model().index(4, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Applications, 7 waiting"
    side.set_icons_only(icons_only=True)
    assert side.width() == 56


def test_the_breadcrumb_leads_up(qtbot):
    head = PageHead("Top Talent 7", crumbs=[Crumb("Cohorts", "cohorts")])
    qtbot.addWidget(head)
    went = []
    head.went.connect(went.append)
    from PySide6.QtWidgets import QPushButton

    next(b for b in head.findChildren(QPushButton) if b.text() == "Cohorts").click()
    assert went == ["cohorts"]
