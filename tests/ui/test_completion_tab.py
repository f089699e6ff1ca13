"""Completion as its users see it: the rules in words, requirements ticked, the cohort finished."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from academy.store import history
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import words_of
from academy.ui.kit.table import DataTable
from academy.ui.screens.completion import CompletionTab
from builders import (
    NOW,
    TODAY,
    WEEK,
    ACohort,
    a_cohort,
    a_programme,
    a_session,
    an_academy,
    enrolled,
    marks,
    rules,
)
from explains import journal_explains

Key = Qt.Key


class Page:
    """Three people, ten sessions of which eight are held, a challenge project to hand in."""

    def __init__(self, qtbot: QtBot, *, people: bool = True, to_come: int = 2) -> None:
        self.store = an_academy()
        programme = a_programme(self.store, rules=rules(80, "Challenge project", meetings=2))
        self.cohort: ACohort = a_cohort(self.store, programme, sessions=8)
        for n in range(to_come):
            a_session(self.store, self.cohort.id, TODAY + WEEK * (n + 1), title=f"Later {n}")
        if people:
            self.places = enrolled(self.store, self.cohort, 3)
            marks(self.store, self.cohort, "PPPPPPPP", "PPPPPPAA", "PPPPAAAA")
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.went: list[str] = []
        self.tab = CompletionTab(self.desk)
        self.tab.asked.connect(self.went.append)
        qtbot.addWidget(self.tab)
        self.tab.resize(1055, 600)
        self.tab.open_cohort(self.cohort.id)
        self.tab.show()
        qtbot.waitExposed(self.tab)
        if people:
            self.table.view.setFocus()

    @property
    def table(self) -> DataTable:
        assert self.tab.table is not None
        return self.tab.table

    def column(self, header: str) -> list[str]:
        columns = self.table.model.columns
        number = [column.header for column in columns].index(header)
        return [columns[number].text(row) for row in self.table.model.rows]

    def entries(self) -> int:
        return self.store.read(history.latest)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    journal_explains(made.store)


def test_each_rule_is_told_in_words(page: Page) -> None:
    by_name = dict(zip(page.column("Name"), page.column("Attendance"), strict=True))
    assert by_name["Noor Ahmed"] == "8 of 8, 100%"
    assert by_name["Aoife Byrne"] == "6 of 8, can still reach 80%"
    assert by_name["Ğülşen Çelik"] == "4 of 8, cannot reach 80%"
    assert page.column("Mentoring") == ["0 of 2"] * 3
    assert page.column("Certificate") == ["not due yet", "not due", "not due yet"]
    assert page.tab.summary.text() == "1 person cannot meet the rules any more"


def test_space_notes_a_requirement_and_takes_it_back(page: Page) -> None:
    before = page.entries()
    QTest.keyClick(page.table.view, Key.Key_Space)
    assert page.column("Challenge project") == ["met", "not met yet", "not met yet"]
    QTest.keyClick(page.table.view, Key.Key_Space)
    assert page.column("Challenge project") == ["not met yet"] * 3
    assert page.entries() == before + 2


def test_a_click_on_the_box_notes_it_for_that_person(page: Page) -> None:
    view = page.table.view
    column = [c.header for c in page.table.model.columns].index("Challenge project")
    rect = view.visualRect(page.table.model.index(1, column))
    place = QPoint(rect.x() + 20, rect.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.column("Challenge project") == ["not met yet", "met", "not met yet"]


def test_several_chosen_people_are_one_gesture_and_one_undo(page: Page) -> None:
    before = page.entries()
    page.table.view.selectAll()
    QTest.keyClick(page.table.view, Key.Key_Space)
    assert page.column("Challenge project") == ["met"] * 3
    assert page.entries() == before + 1
    page.desk.undo()
    assert page.column("Challenge project") == ["not met yet"] * 3


def test_review_and_issue_goes_to_the_page_that_issues(page: Page) -> None:
    QTest.mouseClick(page.tab.issue, Qt.MouseButton.LeftButton)
    assert page.went == [f"cohort/{page.cohort.id}/issue"]


def test_enter_opens_the_person(page: Page) -> None:
    QTest.keyClick(page.table.view, Key.Key_Return)
    assert page.went[0].startswith("person/")


def test_a_cohort_with_sessions_to_come_is_not_finished(page: Page) -> None:
    QTest.mouseClick(page.tab.finish, Qt.MouseButton.LeftButton)
    assert page.refusals == ["2 sessions are to come. Hold them first, or mark them as cancelled."]
    assert not page.tab.finished


def test_finishing_can_be_undone_and_the_cohort_reopened(qtbot: QtBot) -> None:
    page = Page(qtbot, to_come=0)
    QTest.mouseClick(page.tab.finish, Qt.MouseButton.LeftButton)
    assert page.refusals == []
    assert page.tab.finished
    assert words_of(page.tab.finish) == "Reopen cohort"
    page.desk.undo()
    assert not page.tab.finished
    page.desk.redo()
    QTest.mouseClick(page.tab.finish, Qt.MouseButton.LeftButton)
    assert not page.tab.finished


def test_an_empty_cohort_says_how_to_fill_it(qtbot: QtBot) -> None:
    page = Page(qtbot, people=False)
    assert page.tab.empty.isVisible()
    assert page.tab.empty.button is not None
    QTest.mouseClick(page.tab.empty.button, Qt.MouseButton.LeftButton)
    assert page.went == [f"cohort/{page.cohort.id}/people"]


def test_tab_leaves_the_table(page: Page) -> None:
    QTest.keyClick(page.table.view, Key.Key_Tab)
    assert not page.table.view.hasFocus()


def test_the_attendance_cell_tells_what_is_still_possible(page: Page) -> None:
    model = page.table.model
    column = [one.key for one in model.columns].index("attendance")
    told = [
        str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole))
        for row in range(model.rowCount())
    ]
    assert any("80% is safe, whatever comes." in words for words in told)
    assert any("needs both sessions to come".capitalize() in words for words in told)
    assert any("60% at best" in words for words in told)
    spoken = str(model.index(0, column).data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert spoken == f"Attendance. {told[0]}"
