"""A list of marks: dropped on its cohort, differences answered, imported, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from academy.exchange.tables import write_table
from academy.store.store import Store
from academy.ui.main_window import commands
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.import_marks import ImportMarksScreen
from academy.usecases import exports
from academy.usecases.register import register
from builders import TODAY, ACohort, a_cohort, an_academy, enrolled, marks
from ui.windows import settle, window_on


class World:
    def __init__(self, folder: Path) -> None:
        self.store: Store = an_academy()
        self.cohort: ACohort = a_cohort(self.store, sessions=2, name="Top Talent 7")
        enrolled(self.store, self.cohort, 3)
        marks(self.store, self.cohort, "P")
        self.window: MainWindow = window_on(self.store, f"cohort/{self.cohort.id}/register")
        self.folder = folder

    def drop(self, text: str) -> object:
        path = self.folder / "marks.csv"
        path.write_text(text, encoding="utf-8")
        return self.drop_file(path)

    def drop_file(self, path: Path) -> object:
        self.window.go(f"cohort/{self.cohort.id}/register")
        commands.offer(self.window, path)
        settle()
        assert self.window.workspace is not None
        return self.window.workspace.screen

    def letters(self) -> list[str]:
        rows = self.store.read(register, self.cohort.id, TODAY).rows
        return ["".join(m.letter or "-" for m in row.marks) for row in rows]


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path) -> World:
    return World(tmp_path)


GRID = "Name,S1,S2\nNoor Ahmed,A,P\nAoife Byrne,L,maybe\nNobody Here,P,P\n"


def test_a_dropped_grid_is_checked_then_imported_and_taken_back(world: World) -> None:
    before = world.letters()
    page = world.drop(GRID)
    assert isinstance(page, ImportMarksScreen)
    assert page.counts.text() == "2 new · 0 the same here · 1 differ · 2 left out"
    assert page.go_on.text() == "Import 2 marks"
    model = page.table.model_
    said = [model.words(row, "fate") for row in model.rows]
    assert said[0] == "Use P, L, A or E, not “maybe”."
    assert said[2] == "You have P, the list says A"
    page.table.setCurrentIndex(model.index(2, 1))
    QTest.keyClick(page.table, Qt.Key.Key_T)
    assert page.go_on.text() == "Import 3 marks"
    page.go_on.click()
    settle()
    assert world.letters() == ["L-", "--", "AP"]
    assert world.window.workspace is not None
    world.window.workspace.desk.undo()
    assert world.letters() == before


def test_what_went_out_has_nothing_to_import(world: World) -> None:
    table = world.store.read(exports.marks_grid, world.cohort.id)
    path = world.folder / "marks.xlsx"
    write_table(path, table.headers, table.rows, sheet="Marks")
    page = world.drop_file(path)
    assert isinstance(page, ImportMarksScreen)
    assert not page.go_on.isEnabled()
    assert page.counts.text() == "0 new · 1 the same here · 0 differ · 0 left out"


def test_a_list_of_people_is_still_one_of_people(world: World) -> None:
    page = world.drop("Full name,E-mail\nNia Sparkes,nia@powys.example\n")
    assert not isinstance(page, ImportMarksScreen)


def test_a_list_without_sessions_says_what_is_missing(world: World) -> None:
    path = world.folder / "odd.csv"
    path.write_text("Name,Shoe size\nNoor Ahmed,9\n", encoding="utf-8")
    world.window.go(f"cohort/{world.cohort.id}/import-marks?file={path}")
    settle()
    assert world.window.workspace is not None
    page = world.window.workspace.screen
    assert isinstance(page, ImportMarksScreen)
    assert "No column is headed by a session" in page.message.words.text()
    assert not page.go_on.isEnabled()
