"""A meeting report dropped on any page goes to its session; a list of people does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from academy.domain.words import Finding, Who
from academy.store.file import create
from academy.store.store import Store
from academy.ui.dialogs.certificate_check import CheckDialog
from academy.ui.main_window.window import MainWindow
from academy.usecases import certificates
from builders import TODAY, WEEK, a_cohort, a_session, an_academy, certified, enrolled
from ui.answers import Prepared
from ui.windows import settle, window_on


class Desk:
    """An academy with a session on 26 November, in a window on Home."""

    def __init__(self, folder: Path) -> None:
        self.store: Store = an_academy()
        self.cohort = a_cohort(self.store, name="Top Talent 7")
        enrolled(self.store, self.cohort, ("Noor Ahmed",))
        self.session = a_session(self.store, self.cohort.id, title="Leading change")
        self.folder = folder
        self.window: MainWindow = window_on(self.store)

    @property
    def address(self) -> str:
        assert self.window.workspace is not None
        return self.window.workspace.address

    def report(self, title: str = "Weekly meeting", day: str = "26/11/2026") -> Path:
        head = f"Meeting title\t{title}\n\nName\tJoin time\tLeave time\tDuration\tEmail\n"
        row = f"Noor Ahmed\t{day}, 9:26:00\t{day}, 12:31:00\t\t\n"
        return self.file("report.csv", head + row)

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def drop(self, path: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        self.window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, button, none))
        settle()

    def said(self) -> str:
        return self.window.frame.message.words.text()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    qtbot.addWidget(made.window)
    return made


def test_the_only_session_of_its_day_is_opened_with_the_report(desk: Desk) -> None:
    report = desk.report()
    desk.drop(report)
    assert desk.address == f"session/{desk.session}/import?file={report}"


def test_of_two_cohorts_the_title_tells(desk: Desk) -> None:
    other = a_cohort(desk.store, name="Empowering Women 4")
    session = a_session(desk.store, other.id, title="Finding your voice")
    desk.drop(desk.report("Empowering Women 4 – Finding your voice"))
    assert desk.address.startswith(f"session/{session}/import?")


def test_of_several_it_asks_and_cancel_stays_here(desk: Desk, answers: Prepared) -> None:
    other = a_cohort(desk.store, name="Empowering Women 4")
    session = a_session(desk.store, other.id, title="Finding your voice")
    answers.will("", str(session))
    desk.drop(desk.report())
    assert desk.address == "home"
    desk.drop(desk.report())
    assert answers.asked[0][0] == "Which session is this report of?"
    assert desk.address.startswith(f"session/{session}/import?")


def test_on_the_page_of_a_cohort_its_own_session_comes_first(desk: Desk) -> None:
    a_session(desk.store, a_cohort(desk.store, name="Empowering Women 4").id)
    assert desk.window.workspace is not None
    desk.window.workspace.go(f"cohort/{desk.cohort.id}/overview")
    desk.drop(desk.report())
    assert desk.address.startswith(f"session/{desk.session}/import?")


def test_a_day_without_a_session_is_said(desk: Desk) -> None:
    desk.drop(desk.report(day="25/11/2026"))
    assert desk.address == "home"
    assert desk.said() == (
        "No session is planned for 25 November 2026, the day of this report. Add it first."
    )


def test_totals_without_a_day_are_for_the_register(desk: Desk) -> None:
    for number in range(5):
        a_session(desk.store, desk.cohort.id, TODAY - number * WEEK, title=f"Part {number}")
    text = "Name (Original Name),User Email,Total Duration (Minutes),Guest\nNoor,,148,Yes\n"
    desk.drop(desk.file("participants.csv", text))
    assert desk.said().endswith("Drop it on the register of its session.")


@pytest.mark.parametrize(
    "text",
    [
        "Name,E-mail,Registered at\nNoor Ahmed,n@kent.example,2026-11-26 09:30:00\n",
        "username,firstname,lastname,email,enroltimestart1\nnoor,Noor,Ahmed,n@x.example,2026-11-26\n",
        "Name\nNoor Ahmed\n",
    ],
)
def test_a_list_of_people_stays_one(desk: Desk, text: str) -> None:
    people = desk.file("people.csv", text)
    desk.drop(people)
    assert desk.address == f"people/import?file={people}"


def test_who_may_not_mark_is_told_so(qtbot: QtBot, tmp_path: Path) -> None:
    from academy.domain.words import Role

    desk = Desk(tmp_path)
    qtbot.addWidget(desk.window)
    desk.store.who = Who("Eve", Role.VIEWER)
    desk.drop(desk.report())
    assert desk.address == "home"
    assert desk.said()


def test_a_certificate_dropped_before_any_academy_is_open_is_checked_with_a_known_one(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "Kent.academy"
    store = create(path, Who("Ann"), name="Kent")
    cohort = a_cohort(store, sessions=1)
    certified(store, cohort, enrolled(store, cohort, ("Siân Hughes",)))
    [row] = store.read(certificates.certificates)
    [file] = store.read(certificates.certificate_files, [row.id])
    (tmp_path / file.name).write_bytes(file.content)
    store.close()
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.open(path)
    window.show_start()
    window.start.opened.emit(str(tmp_path / file.name))
    assert window.start.message.words.text().endswith(f"then check {file.name}.")
    door = next(b for b in window.start.findChildren(QPushButton) if "Check with Kent" in b.text())
    QTest.mouseClick(door, Qt.MouseButton.LeftButton)
    settle()
    dialog = window.findChild(CheckDialog)
    assert dialog is not None
    assert dialog.finding is Finding.GENUINE
    dialog.reject()
    window.close()
