"""A list of sessions: dropped on its cohort, looked over, imported, taken back, sent out again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from academy.exchange.tables import read_table
from academy.store.store import Store
from academy.ui.kit.parts import Button
from academy.ui.kit.toast import Toast
from academy.ui.main_window import commands
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.cohort import CohortScreen
from academy.ui.screens.import_sessions import ImportSessionsScreen
from academy.ui.screens.register import RegisterTab
from academy.usecases import sessions
from builders import ACohort, a_cohort, an_academy, enrolled, marks
from ui.windows import answering, settle, window_on

M03 = Path(__file__).parents[1] / "data/registrations/M03-moodle-attendance-sessions-import.csv"


class World:
    def __init__(self, folder: Path) -> None:
        self.store: Store = an_academy()
        self.cohort: ACohort = a_cohort(self.store, sessions=2, name="Top Talent 7")
        enrolled(self.store, self.cohort, 2)
        marks(self.store, self.cohort, "P", "A")
        self.window: MainWindow = window_on(self.store, f"cohort/{self.cohort.id}/register")
        self.folder = folder

    def drop(self, text: str) -> ImportSessionsScreen:
        path = self.folder / "sessions.csv"
        path.write_text(text, encoding="utf-8")
        return self.drop_file(path)

    def drop_file(self, path: Path) -> ImportSessionsScreen:
        self.window.go(f"cohort/{self.cohort.id}/register")
        commands.offer(self.window, path)
        settle()
        assert self.window.workspace is not None
        page = self.window.workspace.screen
        assert isinstance(page, ImportSessionsScreen)
        return page

    def register(self) -> RegisterTab:
        assert self.window.workspace is not None
        page = self.window.workspace.screen
        assert isinstance(page, CohortScreen)
        tab = page.tab("register")
        assert isinstance(tab, RegisterTab)
        return tab

    def titles(self) -> list[str]:
        return [row.title for row in self.store.read(sessions.sessions, self.cohort.id)]


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path) -> World:
    return World(tmp_path)


def test_a_dropped_list_is_looked_over_imported_and_taken_back(world: World) -> None:
    page = world.drop(
        "Date,From,To,Session,Place\n"
        "3 December 2026,9:30,12:30,Leading change,Room 2\n"
        "3 December 2026,12:00,13:00,Lunch,\n"
        "19 November 2026,9:30,13:00,Session 2,\n"
        "28 March 2027,01:30,03:30,Night,\n"
    )
    assert page.counts.text() == "2 new · 0 the same here · 1 differ · 1 left out"
    model = page.table.model_
    said = [model.words(row, "fate") for row in model.rows]
    assert said[0].startswith("The clocks skip 1:30am on 28 March 2027")
    assert said[1] == "End: 12:30pm here, 1pm in the list"
    assert said[2] == "New"
    assert "The cohort is in another session, Leading change" in said[3]
    assert page.go_on.text() == "Import 2 sessions"
    page.table.setCurrentIndex(model.index(1, 1))
    QTest.keyClick(page.table, Qt.Key.Key_T)
    assert page.go_on.text() == "Import 3 sessions"
    page.go_on.click()
    settle()
    assert world.titles() == ["Session 1", "Session 2", "Leading change", "Lunch"]
    assert world.window.workspace is not None
    world.window.workspace.desk.undo()
    assert world.titles() == ["Session 1", "Session 2"]


def test_the_list_of_mod_attendance_is_dropped_and_what_is_not_used_is_told(world: World) -> None:
    page = world.drop_file(M03)
    assert "Columns that are not used: Course shortname, Groups" in page.message.words.text()
    page.go_on.click()
    settle()
    assert world.titles() == ["Launch day", "Session 1", "Session 2"]


def test_days_that_can_be_read_both_ways_are_asked_for(world: World) -> None:
    page = world.drop("Date,From,To\n03/12/2026,9:30,12:30\n")
    assert not page.go_on.isEnabled()
    assert page.message.height() < page.height() / 4
    assert "3 December 2026 or as 12 March 2026" in page.message.words.text()
    first = page.message.focusProxy()
    assert isinstance(first, Button)
    assert first.hasFocus()
    assert first.text() == "3 December 2026"
    page._read_as("MDY")
    assert page.plan is not None
    assert page.plan.rows[0].session.held_on == date(2026, 3, 12)
    assert page.go_on.isEnabled()


def test_a_list_without_times_says_what_is_missing(world: World) -> None:
    path = world.folder / "odd.csv"
    path.write_text("Topic,Shoe size\nOne,9\n", encoding="utf-8")
    world.window.go(f"cohort/{world.cohort.id}/import-sessions?file={path}")
    settle()
    assert world.window.workspace is not None
    page = world.window.workspace.screen
    assert isinstance(page, ImportSessionsScreen)
    assert "No column says when each session is" in page.message.words.text()
    assert not page.go_on.isEnabled()


@pytest.mark.parametrize(
    ("what", "header", "rows"),
    [
        ("sessions", "Session ID", 2),
        ("marks", "Full name", 2),
        ("moodle-sessions", "Course shortname", 2),
    ],
)
def test_the_register_exports_what_is_asked_for(
    world: World, what: str, header: str, rows: int
) -> None:
    answers = answering()
    answers.answer, answers.path = what, world.folder / "out.csv"
    world.register().commands()["export"]()
    table = read_table(world.folder / "out.csv")
    assert header in table.headers
    assert len(table.rows) == rows


def test_who_has_no_address_is_told_when_marks_go_to_moodle(world: World) -> None:
    answers = answering()
    answers.answer, answers.path = "moodle-marks", world.folder / "out.csv"
    tab = world.register()
    tab.go((str(world.cohort.sessions[0]),))
    tab.commands()["export"]()
    [toast] = world.window.findChildren(Toast)
    assert "Left out, having no e-mail address: Aoife Byrne, Noor Ahmed" in toast.accessibleName()


def test_the_current_row_is_told_whole(world: World) -> None:
    page = world.drop("Date,From,To,Session\n3 December 2026,9:30,12:30,Leading change\n")
    told: list[str] = []
    page.told.connect(told.append)
    page.table.setCurrentIndex(page.table.model_.index(0, 3))
    assert told == ["Leading change, 3 Dec 2026, 09:30–12:30, New"]
