"""Columns of tables are as wide as what stands in them, and share the room there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from academy.ui.kit.column_room import Need, shared
from academy.ui.kit.data_view import DataView
from academy.ui.kit.paged_model import PagedModel
from academy.ui.kit.table import Column, TableModel
from academy.ui.kit.theme import Scheme, apply
from ui.painted import cut, words_painted


@dataclass(frozen=True)
class Line:
    id: int
    name: str = "Siân Hughes"
    council: str = "Kent County Council"
    told: str = "4 of 8 so far, can still reach 80%"
    points: int = 4


MANY = [Line(n, council="Isle of Anglesey" if n % 2 else "Medway Council") for n in range(200)]


def columns() -> list[Column[Line]]:
    return [
        Column("name", "Name", lambda r: r.name, width=40, names=True),
        Column("council", "Organisation", lambda r: r.council, width=40),
        Column("told", "Attendance", lambda r: r.told, width=40),
        Column("points", "Points", lambda r: str(r.points), right=True, width=40),
    ]


def table(
    lines: Sequence[Line] = MANY, width: int = 800, made: list[Column[Line]] | None = None
) -> DataView:
    model: TableModel[Line] = TableModel(made or columns(), lambda r: r.id)
    view = DataView("people", "People", model, stretch="council")
    view.resize(width, 400)
    model.set_rows(lines)
    show(view)
    return view


def show(view: DataView) -> None:
    view.show()
    QApplication.processEvents()


def widths(view: DataView) -> list[int]:
    return [view.columnWidth(column) for column in view.visible_columns()]


def scrolls(view: DataView) -> bool:
    return view.horizontalScrollBar().isVisible()


def drag(view: DataView, column: int, by: int) -> None:
    """Drag the right border of a header with the mouse."""
    header = view.horizontalHeader()
    x = header.sectionViewportPosition(column) + header.sectionSize(column) - 1
    start, end = QPoint(x, 10), QPoint(x + by, 10)
    port = header.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, QPoint(x + by // 2, 10))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()


def double_click_border(view: DataView, column: int) -> None:
    header = view.horizontalHeader()
    x = header.sectionViewportPosition(column) + header.sectionSize(column) - 1
    QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    QApplication.processEvents()


def test_with_room_nothing_is_cut_and_the_rest_goes_to_the_column_that_stretches() -> None:
    view = table(width=1000)
    before = widths(view)
    assert cut(view) == []
    assert sum(before) == view.viewport().width()
    view.resize(1300, 400)
    QApplication.processEvents()
    assert widths(view) == [before[0], before[1] + 300, *before[2:]]


@pytest.mark.parametrize("width", [640, 600])
def test_with_just_enough_room_nothing_is_cut_either(width: int) -> None:
    view = table(width=width)
    assert (cut(view), scrolls(view)) == ([], False)


def test_with_less_room_the_longest_texts_give_first_and_figures_never() -> None:
    whole = widths(table(width=1000))
    view = table(width=470)
    now = widths(view)
    assert {text.column for text in cut(view)} == {"Attendance"}
    assert now[3] >= whole[3] - 18  # nothing but the room of the arrow in its header
    assert not scrolls(view)
    view.resize(420, 400)
    QApplication.processEvents()
    assert "Points" not in {text.column for text in cut(view)}
    assert not scrolls(view)


def test_what_names_a_row_is_the_last_to_be_cut() -> None:
    named = Line(0, name="Zoë Featherstonehaugh-Cholmondeley")
    view = table([named, *MANY[1:]], width=720)
    assert {text.column for text in cut(view)} == {"Attendance"}
    view.resize(560, 400)
    QApplication.processEvents()
    assert {text.column for text in cut(view)} == {"Name", "Attendance"}


def test_rows_that_come_to_be_seen_in_a_higher_window_are_fitted_too() -> None:
    low = [*MANY[:12], Line(300, name="Zoë Featherstonehaugh-Cholmondeley"), *MANY[12:]]
    view = table(low, width=720)
    view.resize(720, 700)
    QApplication.processEvents()
    assert {text.column for text in cut(view)} == {"Attendance"}


def test_a_bar_comes_only_where_columns_would_get_too_narrow_and_then_they_are_whole() -> None:
    view = table(width=300)
    assert scrolls(view)
    assert cut(view) == []


def test_a_column_that_can_be_missed_is_left_out_before_others_get_narrow() -> None:
    made = columns()
    made[2] = Column("told", "Attendance", lambda r: r.told, yields=True)
    view = table(width=350, made=made)
    assert view.isColumnHidden(2)
    assert (cut(view), scrolls(view)) == ([], False)
    assert view.columns_now().hidden == ()
    view.resize(900, 400)
    QApplication.processEvents()
    assert not view.isColumnHidden(2)


def test_somebody_who_asks_for_a_column_that_was_left_out_gets_it() -> None:
    made = columns()
    made[2] = Column("told", "Attendance", lambda r: r.told, yields=True)
    view = table(width=300, made=made)
    next(act for act in view.column_menu().actions() if act.text() == "Attendance").trigger()
    view.resize(310, 400)
    QApplication.processEvents()
    assert not view.isColumnHidden(2)


def test_a_dragged_width_is_kept_at_other_sizes_zooms_and_after_a_restart() -> None:
    view = table()
    drag(view, 0, 60)
    wide = view.columnWidth(0)
    view.resize(1100, 400)
    QApplication.processEvents()
    assert view.columnWidth(0) == wide
    assert view.columns_now().widths == {"name": wide}
    view.keep_state()
    view.close()
    again = table(width=700)
    assert again.columnWidth(0) == wide
    assert "Name" not in {text.column for text in cut(again)}
    apply(QApplication.instance(), Scheme.LIGHT, 2.0)
    QApplication.processEvents()
    assert again.columnWidth(0) == wide * 2


def test_dragging_moves_only_what_stands_at_the_right() -> None:
    view = table(width=900)
    name, council, told, points = widths(view)
    drag(view, 2, -40)
    assert widths(view)[:3] == [name, council, told - 40]
    drag(view, 0, 30)
    assert widths(view) == [name + 30, council + 10 - (widths(view)[3] - points), told - 40,
                            widths(view)[3]]  # fmt: skip
    assert sum(widths(view)) == view.viewport().width()


def test_reset_goes_back_to_fitting() -> None:
    view = table()
    before = widths(view)
    drag(view, 0, 60)
    assert widths(view) != before
    view.reset_columns()
    assert widths(view) == before
    assert view.columns_now().widths == {}


def test_a_double_click_on_a_border_fits_that_column_to_what_is_shown() -> None:
    view = table(width=470)
    assert cut(view)
    double_click_border(view, 2)
    assert "Attendance" not in {text.column for text in cut(view)}
    drag(view, 0, 90)
    wide = view.columnWidth(0)
    double_click_border(view, 0)
    assert view.columnWidth(0) < wide - 60
    assert "Name" not in {text.column for text in cut(view)}


@pytest.mark.parametrize("width", [700, 470])
def test_nothing_moves_while_one_scrolls_sorts_or_filters(width: int) -> None:
    view = table([*MANY, Line(900, name="Zoë Featherstonehaugh-Cholmondeley")], width=width)
    before = widths(view)
    view.scrollToBottom()
    QApplication.processEvents()
    assert widths(view) == before
    view._sort(0)
    view._sort(0)
    QApplication.processEvents()
    assert widths(view) == before
    view.rows.filter_by("zoe")
    QApplication.processEvents()
    assert view.rows.rowCount() == 1
    assert [now for n, now in enumerate(widths(view)) if n != 1] == [before[0], *before[2:]]
    view.rows.filter_by("")
    QApplication.processEvents()
    assert widths(view) == before


def test_rows_that_come_later_are_fitted_and_longer_words_widen() -> None:
    view = table([], width=900)
    view.rows.set_rows(MANY)
    QApplication.processEvents()
    assert cut(view) == []
    view.rows.set_rows([Line(0, name="Siân Featherstonehaugh-Hughes"), *MANY[1:]])
    QApplication.processEvents()
    assert cut(view) == []


def test_the_columns_are_fitted_again_at_another_zoom() -> None:
    view = table(width=1400)
    apply(QApplication.instance(), Scheme.LIGHT, 2.0)
    QApplication.processEvents()
    assert cut(view) == []
    assert sum(widths(view)) == view.viewport().width()


class Counting:
    """A source that notes which rows were read."""

    def __init__(self) -> None:
        self.read: set[int] = set()

    def ids(self, _typed: str, _keys: object) -> Sequence[int]:
        return range(5000)

    def rows(self, ids: Sequence[int]) -> Sequence[Line]:
        self.read |= set(ids)
        return [Line(number, name=f"Person {number}") for number in ids]

    def total(self) -> int:
        return 5000


def test_of_a_long_table_only_the_page_on_top_is_read() -> None:
    source = Counting()
    model: PagedModel[Line] = PagedModel(columns(), lambda r: r.id, source)
    view = DataView("long", "Long", model, stretch="council")
    view.resize(900, 400)
    model.fill()
    show(view)
    double_click_border(view, 0)
    assert source.read == set(range(256))
    assert cut(view) == []


def test_what_is_painted_can_be_read_by_these_tests() -> None:
    view = table(MANY[:1], width=900)
    view.setColumnWidth(1, 80)
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
    assert {"Name", "Siân Hughes", "Points"} <= {text.words for text in words_painted(view)}
    assert {text.column for text in cut(view)} == {"Organisation"}


wide = st.integers(40, 600)


@given(st.lists(st.tuples(wide, wide, wide, wide, st.booleans()), max_size=8), wide, wide)
def test_sharing_never_takes_more_than_there_is_nor_less_than_what_is_sensible(
    drawn: list[tuple[int, int, int, int, bool]], a: int, b: int
) -> None:
    needs = [Need(*sorted(sizes, reverse=True), names) for *sizes, names in drawn]  # type: ignore[misc]
    room = a * 8 if b % 2 else a
    given_ = shared(needs, room)
    assert all(width >= need.least for width, need in zip(given_, needs, strict=True))
    if sum(need.least for need in needs) <= room:
        assert sum(given_) <= room
    if sum(need.seen for need in needs) <= room:
        assert all(width >= need.seen for width, need in zip(given_, needs, strict=True))
    more = shared(needs, room + 50)
    if sum(need.least for need in needs) <= room:
        assert sum(more) >= sum(given_)
