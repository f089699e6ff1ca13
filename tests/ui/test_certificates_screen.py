"""The certificates page as its users work it: what is due, the log, saving, revoking."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from academy.domain.words import CertificateState
from academy.ui.dialogs.choose_cohort import FindCohortDialog
from academy.ui.dialogs.reason import ReasonDialog
from academy.ui.kit import tasks
from academy.ui.kit.desk import Desk
from academy.ui.screens import certificate_filters
from academy.ui.screens.certificate_due import SHOWN
from academy.ui.screens.certificates import CertificatesScreen
from academy.usecases import certificate_files, issue, issue_plan
from academy.usecases.issue_plan import IssueChoice
from builders import NOW, TODAY, a_cohort, a_signatory, an_academy, enrolled, marks
from explains import journal_explains
from ui.answers import Prepared

Key = Qt.Key


class Page:
    """Top Talent 5 has three certificates, Top Talent 6 has two due."""

    def __init__(self, qtbot: QtBot, *, issued: bool = True, due: bool = True) -> None:
        self.qtbot, self.store = qtbot, an_academy()
        self.opened: list[str] = []
        if issued:
            self._issue("Top Talent 5", ["Siân Hughes", "Tola Adeyemi", "Petra Novak"])
        if due:
            self.due = self._cohort("Top Talent 6", ["Ann One", "Ben Two"])
        self.desk = Desk(self.store, lambda: NOW)
        self.went: list[str] = []
        self.screen = CertificatesScreen(self.desk)
        self.screen.asked.connect(self.went.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(1055, 640)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.go(())

    def _cohort(self, name: str, people: list[str]) -> int:
        cohort = a_cohort(self.store, sessions=2, name=name)
        self.places = [place.id for place in enrolled(self.store, cohort, people)]
        marks(self.store, cohort, *["PP"] * len(people))
        return cohort.id

    def _issue(self, name: str, people: list[str]) -> None:
        cohort = self._cohort(name, people)
        choice = IssueChoice(cohort, tuple(self.places), TODAY, a_signatory(self.store))
        plan = self.store.read(issue_plan.certificate_plan, choice, NOW)
        made = certificate_files.make_files(plan)
        self.store.write(issue.issue_gesture(plan), issue.issue, plan, made)

    def column(self, key: str) -> list[str]:
        column = next(c for c in self.screen.model.columns if c.key == key)
        return [column.text(row) for row in self.screen.model.rows]

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not tasks.running())


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    made.settle()
    journal_explains(made.store)


def test_what_is_due_stands_first_with_one_button_a_cohort(page: Page) -> None:
    [review] = [b for b in page.screen.due.findChildren(QPushButton) if b.isVisible()]
    assert review.accessibleName() == "Review and issue 2 in Top Talent 6"
    QTest.mouseClick(review, Qt.MouseButton.LeftButton)
    assert page.went == [f"cohort/{page.due}/issue"]


def test_of_many_cohorts_that_are_due_the_first_have_lines(page: Page) -> None:
    for number in range(SHOWN + 1):
        page._cohort(f"More {number}", ["Ana Price"])
    page.screen.reload()
    QApplication.processEvents()
    shown = [b for b in page.screen.due.findChildren(QPushButton) if b.isVisible()]
    assert len(shown) == SHOWN
    assert "2 more cohorts to come when these are issued." in [
        one.text() for one in page.screen.due.findChildren(QLabel)
    ]


def test_the_log_tells_number_name_day_and_state(page: Page) -> None:
    assert page.column("number") == ["LA-2026-0003", "LA-2026-0002", "LA-2026-0001"]
    assert page.column("name") == ["Tola Adeyemi", "Siân Hughes", "Petra Novak"]
    assert page.column("issued") == ["26 Nov 2026"] * 3
    assert page.column("state") == ["Issued"] * 3


def test_the_filter_finds_names_without_accents(page: Page) -> None:
    page.screen.commands()["filter"]()
    QTest.keyClicks(page.screen.table.filter.field, "sian")
    assert page.column("name") == ["Siân Hughes"]


def test_an_address_chooses_its_certificate(page: Page) -> None:
    wanted = page.screen.model.rows[2].id
    page.screen.go((str(wanted),))
    assert page.screen.table.view.selected_ids() == [wanted]


def test_a_file_saved_again_has_the_very_same_bytes(
    page: Page, answers: Prepared, tmp_path: Path
) -> None:
    answers.will(tmp_path / "out")
    chosen = page.screen.selected()[0]
    page.screen.handing.save.trigger()
    page.settle()
    [path] = (tmp_path / "out").iterdir()
    assert path.name == "LA-2026-0003 Tola Adeyemi.pdf"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == chosen.sha256


def test_the_chosen_ones_become_one_file_for_printing(
    page: Page, answers: Prepared, tmp_path: Path
) -> None:
    answers.will(tmp_path / "out")
    page.screen.table.view.selectAll()
    page.screen.handing.one_pdf.trigger()
    page.settle()
    [path] = (tmp_path / "out").iterdir()
    assert len(pypdfium2.PdfDocument(path.read_bytes())) == 3


def test_a_folder_that_cannot_be_written_to_is_said_and_asked_for_anew(
    page: Page, answers: Prepared, tmp_path: Path
) -> None:
    refusals: list[str] = []
    page.desk.refused.connect(refusals.append)
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a folder")
    answers.will(in_the_way)
    page.screen.handing.save.trigger()
    page.settle()
    assert refusals == [f"Academy cannot save in {in_the_way}. Choose another folder."]
    answers.will(tmp_path / "out")
    page.screen.handing.save.trigger()
    page.settle()
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_revoking_takes_a_reason_and_can_be_undone(page: Page) -> None:
    QTest.mouseClick(page.screen.revoke, Qt.MouseButton.LeftButton)
    dialog = page.screen.findChild(ReasonDialog)
    assert dialog is not None
    dialog.save.click()
    entry = dialog.form.entries["reason"]
    assert entry.problem() == "Enter the reason; it is kept in the log"
    QTest.keyClicks(entry.widget, "Name spelled wrong")
    QTest.keyClick(entry.widget, Key.Key_Return)
    assert page.column("state")[0] == "Revoked, 26 Nov 2026, Name spelled wrong"
    assert not page.screen.revoke.isEnabled()
    assert page.screen.table.view.hasFocus()
    page.desk.undo()
    assert page.screen.model.rows[0].state is CertificateState.ISSUED


def test_without_certificates_it_says_when_there_will_be_some(qtbot: QtBot) -> None:
    page = Page(qtbot, issued=False, due=False)
    assert page.screen.empty.isVisible()
    assert page.screen.empty.button is not None
    QTest.mouseClick(page.screen.empty.button, Qt.MouseButton.LeftButton)
    assert page.went == ["cohorts"]


def test_tab_leaves_the_log(page: Page) -> None:
    page.screen.table.setFocus()
    QTest.keyClick(page.screen.table.view, Key.Key_Tab)
    assert not page.screen.table.view.hasFocus()


def test_the_menu_offers_what_certificates_differ_in(page: Page) -> None:
    menu = page.screen.filters.menu
    menu.aboutToShow.emit()
    parts = {part.text(): part.menu() for part in menu.actions() if part.menu()}
    assert [act.text() for act in parts["&Cohort"].actions()] == ["All", "Top Talent 5"]
    [_all, revoked] = [act for act in parts["&State"].actions() if act.text() in ("All", "Revoked")]
    revoked.trigger()
    assert page.screen.nothing.isVisible()
    _all.trigger()
    assert len(page.column("name")) == 3


def test_of_many_cohorts_one_is_found_by_typing(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certificate_filters, "MANY", 0)
    menu = page.screen.filters.menu
    menu.aboutToShow.emit()
    [search] = [part for part in menu.actions() if part.text() == "&Cohort…"]
    search.trigger()
    dialog = page.screen.window().findChildren(FindCohortDialog)[-1]
    QTest.keyClicks(dialog.search, "talnet 5")
    assert [one.name for one in dialog.list.model.rows] == ["Top Talent 5"]
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert page.screen.count.text() == "3 of 3"
