"""The main job through the main window: from an empty academy to certificates, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from academy.store.store import Store
from academy.ui.dialogs.choose_mentor import ChooseMentorDialog
from academy.ui.dialogs.cohort import CohortDialog
from academy.ui.dialogs.meeting import MeetingDialog
from academy.ui.dialogs.mentor import MentorDialog
from academy.ui.dialogs.new_academy import NewAcademyDialog
from academy.ui.dialogs.programme import ProgrammeDialog
from academy.ui.dialogs.series import SeriesDialog
from academy.ui.dialogs.signatory import SignatoryDialog
from academy.ui.dialogs.signing_key import FirstKeyDialog
from academy.ui.main_window.window import MainWindow
from academy.usecases import certificates, cohorts, register, sessions
from academy.usecases.academy import SignatoryDraft
from academy.usecases.sample import practice_files
from explains import journal_explains, rows_of
from ui.answers import Prepared
from ui.windows import settle

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Dialog = TypeVar("Dialog", bound=QDialog)
YESTERDAY = date.today() - timedelta(days=1)


class Desk:
    """An administrator at the window, who knows where things are."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.show_start()
        settle()

    @property
    def store(self) -> Store:
        assert self.window.workspace is not None
        return self.window.workspace.desk.store

    @property
    def page(self) -> Any:
        assert self.window.workspace is not None
        return self.window.workspace.screen

    def go(self, address: str) -> Any:
        self.window.go(address)
        settle()
        return self.page

    def tab(self, address: str) -> Any:
        return self.go(address).tab(address.split("/")[2])

    def dialog(self, kind: type[Dialog]) -> Dialog:
        settle()
        found = self.window.findChild(kind)
        assert found is not None
        return found

    def fill(self, dialog: Any, **texts: str) -> None:
        for key, text in texts.items():
            widget = dialog.form.entries[key].widget
            widget.setProperty("plainText" if widget.inherits("QPlainTextEdit") else "text", text)
        dialog.save.click()
        settle()
        gone = not isValid(dialog) or not dialog.isVisible()
        assert gone, dialog.form.summary.accessibleDescription()

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def state(self) -> object:
        return self.store.read(rows_of)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("ACADEMY_DATA", str(tmp_path / "data"))
    made = Desk(qtbot, tmp_path)
    yield made
    made.window.close_academy()
    QApplication.processEvents()


def test_from_an_empty_academy_to_certificates(desk: Desk, answers: Prepared) -> None:
    start_academy(desk)
    cohort = plan_cohort(desk)
    held = [row.id for row in desk.store.read(sessions.sessions, cohort)]
    files = practice_files(desk.folder / "practice", YESTERDAY)
    bring_in_people(desk, cohort, files.enrolments)
    bring_in_report(desk, held[-1], files.teams)
    mark_by_keyboard(desk, cohort, held[:-1])
    pair_and_meet(desk, cohort)
    issue(desk, cohort, answers)
    undo_and_redo(desk, cohort, held[0])
    journal_explains(desk.store)
    close_and_reopen(desk)


def start_academy(desk: Desk) -> None:
    desk.window.run("new_academy")
    dialog = desk.dialog(NewAcademyDialog)
    dialog.folder.setText(str(desk.folder))
    desk.fill(dialog, name="Kent & Medway Leadership")
    assert desk.window.workspace is not None
    assert desk.window.workspace.address == "home"


def plan_cohort(desk: Desk) -> int:
    desk.go("cohorts/new-programme")
    desk.fill(desk.dialog(ProgrammeDialog), name="Top Talent", attendance="80", meetings="2")
    desk.go("cohorts/new")
    desk.fill(desk.dialog(CohortDialog), name="Top Talent 1")
    [cohort] = desk.store.read(cohorts.cohorts)
    tab = desk.tab(f"cohort/{cohort.id}/register")
    tab.planner.add_series()
    first = YESTERDAY - timedelta(weeks=5)
    texts = {"held_on": first.isoformat(), "weeks": "1", "count": "6"}
    dialog = desk.dialog(SeriesDialog)
    dialog.form.entries["skip_holidays"].widget.setProperty("checked", False)  # whenever this runs
    desk.fill(dialog, **texts, starts="9:30", ends="12:30")
    assert len(desk.store.read(sessions.sessions, cohort.id)) == 6
    return cohort.id


def bring_in_people(desk: Desk, cohort: int, file: Path) -> None:
    page = desk.go(f"cohort/{cohort}/import?file={file}")
    assert page.go_on.text() == "Import 24 people"
    desk.click(page.go_on)
    assert len(desk.store.read(cohorts.places, cohort)) == 24


def bring_in_report(desk: Desk, session: int, file: Path) -> None:
    page = desk.go(f"session/{session}/import?file={file}")
    assert page.apply.isEnabled()
    desk.click(page.apply)


def mark_by_keyboard(desk: Desk, cohort: int, held: list[int]) -> None:
    for session in held:
        tab = desk.tab(f"cohort/{cohort}/register/{session}")
        tab.focus_first()
        QTest.keyClick(tab.grid.main, Key.Key_Return, CTRL)
    grid = desk.store.read(register.register, cohort, date.today())
    assert all(grid.blanks(column) == 0 for column in range(5))
    assert grid.present(5) >= 18  # those whom the report saw


def pair_and_meet(desk: Desk, cohort: int) -> None:
    tab = desk.tab(f"cohort/{cohort}/mentoring")
    tab.doing.add_mentor()
    dialog = desk.dialog(MentorDialog)
    people = desk.store.read(cohorts.places, cohort)
    dialog.search.setText(people[-1].name.split(",")[0])
    desk.fill(dialog, capacity="2")
    tab.waiting.view.setFocus()
    QTest.keyClick(tab.waiting.view, Key.Key_Return)
    QTest.keyClick(desk.dialog(ChooseMentorDialog).list.view, Key.Key_Return)
    settle()
    [pair] = tab.pairs.model.rows
    tab.pairs.show_id(pair.id)
    for day in ("today", "yesterday"):
        QTest.keyClick(tab.pairs.view, Key.Key_Return)
        contact = desk.dialog(MeetingDialog)
        desk.fill(contact, held_on=day)
        desk.qtbot.waitUntil(lambda: desk.window.findChild(MeetingDialog) is None)
    assert tab.meetings.model.rowCount() == 2


def issue(desk: Desk, cohort: int, answers: Prepared) -> None:
    page = desk.go("settings")
    page.edit_signatory(SignatoryDraft())
    desk.fill(desk.dialog(SignatoryDialog), name="Dana Price", role="Head of the academy")
    page = desk.go(f"cohort/{cohort}/issue")
    page.choices.signed.setCurrentIndex(0)
    answers.will(desk.folder / "certificates")
    desk.click(page.issue)
    phrase = "four words that fit nowhere"
    desk.fill(desk.dialog(FirstKeyDialog), passphrase=phrase, again=phrase)
    desk.qtbot.waitUntil(page.done.open.isVisible)
    [issued] = desk.store.read(certificates.certificates)
    [file] = (desk.folder / "certificates").iterdir()
    assert file.read_bytes() == desk.store.read(certificates.certificate_bytes, issued.id)


def undo_and_redo(desk: Desk, cohort: int, session: int) -> None:
    desk.window.run("undo")  # issuing cannot be taken back, and says so
    assert "cannot be undone" in desk.window.frame.message.words.text()
    tab = desk.tab(f"cohort/{cohort}/register/{session}")
    tab.focus_first()
    before = desk.state()
    QTest.keyClick(tab.grid.main, Key.Key_L)
    after = desk.state()
    assert after != before
    desk.window.run("undo")
    assert desk.state() == before
    desk.window.run("redo")
    assert desk.state() == after


def close_and_reopen(desk: Desk) -> None:
    before, path = desk.state(), desk.store.path
    assert path is not None
    desk.window.run("close_academy")
    assert desk.window.workspace is None
    assert desk.window.open(path)
    settle()
    assert desk.state() == before
