"""A report of unknown columns on its page: one says what they hold, and it is read at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explains import journal_explains
from ui.test_import_meeting import Page
from ui.windows import settle

ROWS = ("Noor Ahmed;9.28;12.31;x", "Aoife Byrne;9.52;12.31;y")


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Page:
    return Page(qtbot, tmp_path)


def drop(page: Page, *rows: str, header: str = "Wer;Kam um;Ging um;Notiz") -> None:
    file = page.folder / "liste.csv"
    file.write_text("\n".join([header, *rows]), encoding="utf-8")
    page.screen.open_file(file)
    settle()


def name(page: Page, at: int, field: str) -> None:
    """Choose what a column holds, by keyboard as a person does."""
    made = page.screen.columns.choices[at]
    made.setFocus()
    while made.currentData() != field:
        before = made.currentIndex()
        wanted = made.findData(field)
        QTest.keyClick(made, Qt.Key.Key_Down if wanted > before else Qt.Key.Key_Up)
        made = page.screen.columns.choices[at]
        assert made.currentIndex() != before
    settle()


def words(page: Page) -> str:
    return page.screen.message.words.text()


def test_unknown_columns_are_asked_for_and_read_at_once(page: Page) -> None:
    drop(page, *ROWS)
    assert page.refusals == []
    assert [made.currentData() for made in page.screen.columns.choices] == [
        "name", "leave_out", "leave_out", "leave_out",
    ]  # fmt: skip
    assert words(page).startswith("Say which column holds when people joined")
    assert not page.screen.apply.isEnabled()
    assert page.screen.columns.choices[0].hasFocus()
    name(page, 1, "joined")
    name(page, 2, "left")
    assert [mark for _, mark, _ in page.lines()][:1]
    page.screen.run()
    assert page.marks().replace(" ", "") == "PL"
    journal_explains(page.store)


def test_the_next_report_of_the_same_headers_is_read_by_itself(page: Page) -> None:
    drop(page, *ROWS)
    name(page, 1, "joined")
    name(page, 2, "left")
    page.screen.run()
    page.screen.go((str(page.session),))
    drop(page, "Siân Hughes;9.28;12.31;x")
    assert not page.screen.columns.isVisibleTo(page.screen)
    assert "as you named them before" in words(page)
    page.screen.message.findChildren(QPushButton)[0].click()
    settle()
    assert [made.currentData() for made in page.screen.columns.choices] == [
        "name", "joined", "left", "leave_out",
    ]  # fmt: skip


def test_guessed_columns_can_be_put_right(page: Page) -> None:
    drop(page, "Noor Ahmed;26/11/2026 12:31;26/11/2026 9:28;x")
    assert "Check a row" in words(page)
    page.screen.message.findChildren(QPushButton)[0].click()
    settle()
    name(page, 2, "joined")
    name(page, 1, "left")
    assert page.lines()[page.row_of(0)][1:] == ("Present", "180 of 180 minutes → Present")


def test_a_file_that_is_no_table_is_refused_and_nothing_stays(page: Page) -> None:
    drop(page, header="nothing of use")
    assert ["attendance report" in words for words in page.refusals] == [True]
    assert not page.screen.columns.isVisibleTo(page.screen)
    assert page.screen.empty.isVisibleTo(page.screen)
