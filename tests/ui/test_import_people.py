"""Importing people as its users work it: drop, look, answer, import; a list known before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from academy.exchange.tables import write_table
from academy.ui.kit.desk import Desk
from academy.ui.screens.import_people import ImportPeopleScreen
from academy.usecases import cohorts, people
from builders import NOW, a_cohort, a_person, an_academy
from explains import journal_explains

Key = Qt.Key


class Page:
    """The import into a cohort of 24 places, on the screen."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.store = an_academy()
        self.cohort = a_cohort(self.store, name="Top Talent 8").id
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.asked: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.screen = ImportPeopleScreen(self.desk)
        self.screen.asked.connect(self.asked.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(1055, 720)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.go((str(self.cohort),))
        self.folder = folder

    def file(self, headers: list[str], *rows: list[str], name: str = "people.xlsx") -> Path:
        path = self.folder / name
        write_table(path, headers, rows)
        return path

    def drop(self, path: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        self.screen.dropEvent(QDropEvent(QPointF(9, 9), action, data, button, none))

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def names(self) -> set[str]:
        return {row.full_name for row in self.store.read(people.people)}


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[Page]:
    made = Page(qtbot, tmp_path)
    yield made
    journal_explains(made.store)


HEADERS = ["Delegate name", "E-mail", "Org"]
PEOPLE = [[f"Pat Zed{n:02}", f"pat{n}@kent.example", "Kent CC"] for n in range(24)]


def test_job_4_a_known_list_is_two_actions(page: Page) -> None:
    page.drop(page.file(HEADERS, *PEOPLE))
    assert page.screen.go_on.text() == "Import 24 people"
    page.click(page.screen.go_on)
    assert len(page.store.read(cohorts.places, page.cohort)) == 24
    assert page.screen.done.heading.text() == "24 people imported"


def test_undo_stands_beside_the_result(page: Page) -> None:
    page.drop(page.file(HEADERS, *PEOPLE))
    page.click(page.screen.go_on)
    page.click(page.screen.done.undo)
    assert not page.names()
    assert page.screen.done.heading.text() == "Import undone"


def test_a_doubled_click_imports_once(page: Page) -> None:
    page.drop(page.file(HEADERS, *PEOPLE))
    page.click(page.screen.go_on)
    page.click(page.screen.go_on)
    assert len(page.names()) == 24


def test_a_question_is_answered_in_its_row(page: Page) -> None:
    known = a_person(page.store, "Siân Morgan")
    page.drop(page.file(["Name"], ["Sian Morgan"]))
    assert not page.screen.go_on.isEnabled()
    assert "Row <b" in page.screen.left_out.text()
    page.screen.table.answered.emit(2, known)
    assert page.screen.go_on.text() == "Import 1 person"
    page.click(page.screen.go_on)
    assert [row.person_id for row in page.store.read(cohorts.places, page.cohort)] == [known]


def test_a_problem_is_mended_in_place_and_the_plan_follows(page: Page, qtbot: QtBot) -> None:
    page.drop(page.file(HEADERS, ["J Okafor", "j.okafor@@kent.example", ""]))
    table = page.screen.table
    words = table.model_.index(0, 4).data()
    assert words == "Enter an e-mail address with one @"
    table.setCurrentIndex(table.model_.index(0, 0))
    QTest.keyClick(table, Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("j.okafor@kent.example")
    QTest.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: page.screen.go_on.text() == "Import 1 person")


def test_a_missing_name_column_is_asked_for_and_chosen(page: Page) -> None:
    page.drop(page.file(["Who", "E-mail"], ["Noor Ahmed", "noor@kent.example"]))
    assert "Choose which one becomes the full name" in page.screen.message.words.text()
    first = page.screen.columns.findChildren(QComboBox)[0]
    assert first.accessibleName() == "Who"
    page.screen.columns.chosen.emit("Who", "full_name")
    assert page.screen.go_on.isEnabled()


def test_health_columns_can_not_be_chosen(page: Page) -> None:
    page.drop(page.file(["Name", "Allergies"], ["Noor Ahmed", "nuts"]))
    boxes = {box.accessibleName(): box for box in page.screen.columns.findChildren(QComboBox)}
    assert boxes["Name"].isEnabled()
    assert not boxes["Allergies"].isEnabled()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("people.pdf", b"%PDF-1.7", "Choose a spreadsheet (.xlsx, .xls, .ods or .csv)."),
        ("people.csv", b"", "This file is empty. Choose one with rows in it."),
        ("people.xlsx", b"PK\x03\x04 damaged", "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    page: Page, name, content, words
) -> None:
    path = page.folder / name
    path.write_bytes(content)
    page.drop(path)
    assert len(page.refusals) == 1
    assert words in page.refusals[0]
    assert not page.names()


def test_leaving_goes_back_to_the_cohort_and_writes_nothing(page: Page) -> None:
    page.drop(page.file(HEADERS, *PEOPLE))
    page.click(page.screen.cancel)
    assert page.asked == [f"cohort/{page.cohort}/people"]
    assert not page.names()


def test_the_rows_left_out_can_be_saved(page: Page, answers) -> None:
    from academy.exchange.tables import read_table

    page.drop(page.file(HEADERS, ["Noor Ahmed", "noor@kent.example", ""], ["X", "a@@b", ""]))
    page.click(page.screen.go_on)
    goal = page.folder / "left.xlsx"
    answers.will(goal)
    page.click(page.screen.done.save)
    assert [row[0] for row in read_table(goal).rows] == ["X"]


def test_everything_that_takes_focus_has_a_name(page: Page) -> None:
    page.drop(page.file(HEADERS, *PEOPLE))
    unnamed = [
        widget
        for widget in page.screen.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(page.screen)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert not unnamed


def test_enter_offers_who_it_is_in_a_menu(page: Page, qtbot: QtBot) -> None:
    known = a_person(page.store, "Siân Morgan")
    page.drop(page.file(["Name"], ["Sian Morgan"]))
    table = page.screen.table
    menu = table.menu(table.model_.index(0, 0))
    words = [action.text() for action in menu.actions()]
    assert words == ["Same as Siân Morgan", "A new person", "Leave out", "Edit…\tF2"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: page.screen.go_on.text() == "Import 1 person")
    page.click(page.screen.go_on)
    assert [row.person_id for row in page.store.read(cohorts.places, page.cohort)] == [known]
