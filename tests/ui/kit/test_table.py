"""Tables: what people typed, clicked and chose stays theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from academy.ui.kit.table import Column, DataTable, SortKey, TableModel


@dataclass(frozen=True)
class Line:
    id: int
    name: str
    council: str
    since: date | None
    points: int


COUNCILS = ["Kent County Council", "Medway Council", "Powys County Council"]
LINES = [
    Line(1, "Siân Hughes", COUNCILS[0], date(2026, 11, 3), 4),
    Line(2, "Łukasz Żółć", COUNCILS[1], date(2025, 1, 20), 12),
    Line(3, "Ada Smith", COUNCILS[0], None, 9),
    Line(4, "Zoë O’Brien", COUNCILS[2], date(2026, 2, 9), 4),
]


def columns() -> list[Column[Line]]:
    return [
        Column("name", "Name", lambda r: r.name),
        Column("council", "Organisation", lambda r: r.council),
        Column("since", "Since", lambda r: str(r.since or ""), sort=lambda r: r.since),
        Column("points", "Points", lambda r: str(r.points), sort=lambda r: r.points, right=True),
    ]


def people_table(lines=LINES, made=None) -> DataTable:
    model = TableModel(made or columns(), lambda r: r.id)
    table = DataTable("people", "People", model, nothing="No people match ‘{text}’.")
    model.set_rows(lines)
    table.resize(700, 300)
    table.show()
    return table


def ids(table: DataTable) -> list[int]:
    return [row.id for row in table.model.rows]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sian", [1]),
        ("SIÂN", [1]),
        ("zolc", [2]),
        ("obrien", [4]),
        ("o’brien", [4]),
        ("kent smith", [3]),
        ("hugehs", [1]),
        ("smyth", [3]),
        ("2025", [2]),
        ("quinn", []),
    ],
)
def test_the_filter_forgives_case_accents_order_and_one_slip(typed, found):
    table = people_table()
    table.filter.field.setText(typed)
    assert ids(table) == found


def test_no_match_says_so_and_offers_the_way_back():
    table = people_table()
    table.open_filter()
    table.filter.field.setText("quinn")
    assert table._no_match.isVisible()
    assert table._no_match.text() == "No people match ‘quinn’."
    next(b for b in table.findChildren(QPushButton) if b.text() == "Clear filter").click()
    assert ids(table) == [1, 2, 3, 4]
    assert table.view.isVisible()
    assert not table.filter.isVisible()


def test_days_and_numbers_sort_as_such_and_empty_ones_come_last():
    table = people_table()
    table.view._sort(3)
    assert [row.points for row in table.model.rows] == [4, 4, 9, 12]
    table.view._sort(2)
    assert ids(table) == [2, 4, 1, 3]
    table.view._sort(2)
    assert ids(table) == [1, 4, 2, 3]


def test_the_last_three_headers_count():
    table = people_table()
    for section in (0, 1, 3):
        table.view._sort(section)
    assert ids(table) == [1, 4, 3, 2]
    assert [key.column for key in table.model.sort_keys] == ["points", "council", "name"]
    table.view._sort(2)
    assert len(table.model.sort_keys) == 3


def test_new_rows_keep_selection_current_row_and_scroll_by_id():
    many = [Line(n, f"Person {n:03}", "Kent", None, n) for n in range(200)]
    table = people_table(many)
    table.view.select_ids([120, 121])
    QApplication.processEvents()
    top = table.view.indexAt(QPoint(1, 1)).row()
    table.model.set_rows([Line(1000 + n, "A new one", "Kent", None, n) for n in range(7)] + many)
    assert table.view.selected_ids() == [120, 121]
    assert table.view.current_id() == 120
    assert table.view.indexAt(QPoint(1, 1)).row() == top + 7


def test_a_removed_row_gives_its_place_to_its_neighbour():
    table = people_table()
    table.view.select_ids([2])
    told = []
    table.chosen.connect(told.append)
    table.model.set_rows([line for line in LINES if line.id != 2])
    assert table.view.current_id() == 3
    assert told == [3]


def test_reloading_the_same_rows_tells_nobody():
    table = people_table()
    table.view.select_ids([2])
    told = []
    table.chosen.connect(told.append)
    table.model.set_rows(LINES)
    assert told == []


def test_columns_and_sort_survive_a_restart_and_a_new_column():
    table = people_table()
    table.view.setColumnWidth(0, 222)
    table.view._show_column(2, shown=False)
    table.view.horizontalHeader().moveSection(3, 0)
    table.view._sort(3)
    table.view.keep_state()
    table.close()
    more = columns()
    more.insert(1, Column("email", "E-mail", lambda r: f"{r.id}@kent.example"))
    again = people_table(made=more)
    shown = [more[n].key for n in again.view.visible_columns()]
    assert shown == ["points", "email", "name", "council"]
    assert again.view.columnWidth(0) == 222
    assert again.model.sort_keys == (SortKey("points"),)
    assert again.model.rows[0].points == 4


def test_reset_brings_back_the_columns_of_the_program():
    table = people_table()
    table.view._show_column(2, shown=False)
    table.view._sort(3)
    table.view.reset_columns()
    assert table.view.visible_columns() == [0, 1, 2, 3]
    assert ids(table) == [1, 2, 3, 4]


def test_the_last_shown_column_cannot_be_hidden():
    table = people_table()
    for number in (1, 2, 3):
        table.view._show_column(number, shown=False)
    action = table.view.column_menu().actions()[0]
    assert not action.isEnabled()


def test_copying_gives_text_and_html_and_headers_with_the_whole_table():
    table = people_table()
    table.view.select_ids([4])
    QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard().mimeData()
    assert clipboard.text() == "Zoë O’Brien\tPowys County Council\t2026-02-09\t4"
    assert "<td>Zoë O’Brien</td>" in clipboard.html()
    table.view.selectAll()
    table.view.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Name\tOrganisation\tSince\tPoints"
    assert len(lines) == 5


def test_tab_leaves_the_table(qtbot):
    window, after = QWidget(), QPushButton("After")
    table = people_table()
    lines = QVBoxLayout(window)
    lines.addWidget(table)
    lines.addWidget(after)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    table.view.select_ids([1])
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_Tab)
    assert not table.isAncestorOf(QApplication.focusWidget())
    assert after.hasFocus()


def test_enter_opens_the_current_row():
    table = people_table()
    opened = []
    table.opened.connect(opened.append)
    table.view.select_ids([3])
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened == [3]
