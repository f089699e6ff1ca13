"""A table of many rows reads only those that are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from academy.ui.kit.columns import Column
from academy.ui.kit.paged_model import KEPT, PAGE, PagedModel
from academy.ui.kit.table import DataTable, SortKey


class Numbers:
    """A source of so many numbers, which counts what is read."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.read: list[int] = []

    def ids(self, typed: str, keys: Sequence[SortKey]) -> range:
        down = bool(keys) and keys[0].descending
        every = range(0, self.count, int(typed or 1))
        return every[::-1] if down else every

    def rows(self, ids: Sequence[int]) -> list[int]:
        self.read.extend(ids)
        return list(ids)

    def total(self) -> int:
        return self.count


def a_table(qtbot: QtBot, source: Numbers) -> DataTable:
    columns = [Column("n", "Number", str, lambda n: n)]
    model: PagedModel[int] = PagedModel(columns, lambda n: n, source)
    table = DataTable("numbers", "Numbers", model, nothing="No ‘{text}’.")
    qtbot.addWidget(table)
    table.resize(300, 400)
    table.show()
    qtbot.waitExposed(table)
    model.fill()
    table.grab()
    return table


def test_a_million_rows_are_there_and_a_page_of_them_is_read(qtbot: QtBot) -> None:
    source = Numbers(1_000_000)
    table = a_table(qtbot, source)
    assert table.model.rowCount() == table.model.total == 1_000_000
    assert source.read == list(range(PAGE))
    table.view.select_ids([999_999])
    table.grab()
    assert table.view.current_id() == 999_999
    assert len(source.read) <= 3 * PAGE


def test_pages_looked_at_long_ago_are_let_go(qtbot: QtBot) -> None:
    source = Numbers(100_000)
    model = a_table(qtbot, source).model
    for page in range(KEPT + 1):
        assert model.row_at(page * PAGE) == page * PAGE
    before = len(source.read)
    assert model.row_at(KEPT * PAGE) == KEPT * PAGE
    assert len(source.read) == before
    assert model.row_at(0) == 0
    assert len(source.read) == before + PAGE


def test_filter_and_order_are_the_source_s_and_the_selection_follows(qtbot: QtBot) -> None:
    table = a_table(qtbot, Numbers(1000))
    table.view.select_ids([300])
    table.filter.changed.emit("100")
    assert list(table.model.rows) == list(range(0, 1000, 100))
    assert table.view.current_id() == 300
    table.model.click_header(0)
    table.model.click_header(0)
    assert list(table.model.rows[:3]) == [900, 800, 700]
    assert table.view.currentIndex().row() == 6
