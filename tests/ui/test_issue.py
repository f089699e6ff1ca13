"""Issuing certificates as its users work it: from the review page to the files on the disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from academy.domain.words import Who
from academy.store import history
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.ui.dialogs.reason import ReasonDialog
from academy.ui.kit import tasks, unlocked_keys
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import words_of
from academy.ui.screens.home import HomeScreen
from academy.ui.screens.home_list import button_rect
from academy.ui.screens.issue import IssueScreen
from academy.ui.screens.signing import issue_unsigned
from academy.usecases import certificates, keys, people
from academy.usecases.sample import make_sample
from builders import NOW, TODAY, a_cohort, a_signatory, an_academy, enrolled, marks
from explains import journal_explains
from ui.answers import Desktop, Prepared
from ui.windows import settle, window_on

Key = Qt.Key
LONG = "Alexandrina Wilhelmina Worthington-Featherstonehaugh"
NAMES = ("Siân Hughes", LONG, "Tola Adeyemi", "Petra Novak")


class Page:
    """A cohort of four that ended last week: three are due, Petra Novak was there half the time."""

    def __init__(self, qtbot: QtBot, names: tuple[str, ...] = NAMES) -> None:
        self.qtbot, self.store = qtbot, an_academy()
        self.cohort = a_cohort(self.store, sessions=2, name="Top Talent 5")
        self.places = enrolled(self.store, self.cohort, names)
        marks(self.store, self.cohort, *["PP"] * (len(names) - 1), "PA")
        a_signatory(self.store)
        self.desk = Desk(self.store, lambda: NOW)
        issue_unsigned(self.desk)  # test_signing_keys signs
        self.refusals: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.went: list[str] = []
        self.screen = IssueScreen(self.desk)
        self.screen.asked.connect(self.went.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(1055, 727)
        self.screen.go((str(self.cohort.id),))
        self.screen.show()
        qtbot.waitExposed(self.screen)
        qtbot.waitUntil(self.screen.people.view.hasFocus)

    def lines(self) -> list[tuple[str, str, bool]]:
        people = self.screen.people.model.rows
        return [(p.name, p.why, p.ticked) for p in people]

    def checks(self) -> list[tuple[str, str]]:
        return [(check.kind, check.words) for check in self.screen.review.checks()]

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.screen.people.view, key)

    def click_issue(self) -> None:
        QTest.mouseClick(self.screen.issue, Qt.MouseButton.LeftButton)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not tasks.running())

    def log(self) -> list[certificates.CertificateRow]:
        return self.store.read(certificates.certificates)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    made.settle()
    journal_explains(made.store)


def test_what_must_be_looked_at_comes_first_and_who_is_due_is_ticked(page: Page) -> None:
    assert page.lines() == [
        (LONG, "name made smaller", True),
        ("Petra Novak", "not due: 1 of 2, 50% (needs 80%)", False),
        ("Siân Hughes", "completed 19 Nov", True),
        ("Tola Adeyemi", "completed 19 Nov", True),
    ]
    assert page.checks() == [
        ("good", "All names can be printed"),
        ("good", "Signature present"),
        ("warning", f"1 name made smaller: {LONG}"),
        ("warning", "Not signed: nobody can check them without asking you"),
    ]
    assert words_of(page.screen.issue) == "Issue 3 certificates"
    assert "LA-2026-0001 to 0003" in page.screen.numbers.text()


def test_one_click_issues_all_and_the_files_on_disk_are_those_kept(
    page: Page, answers: Prepared, tmp_path: Path
) -> None:
    answers.will(tmp_path / "out")
    page.click_issue()
    page.qtbot.waitUntil(page.screen.done.open.isVisible)
    assert page.screen.done.heading.text() == "3 certificates issued."
    log = page.log()
    assert [row.number for row in log] == ["LA-2026-0003", "LA-2026-0002", "LA-2026-0001"]
    kept = page.store.read(certificates.certificate_files, [row.id for row in log])
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [f.name for f in kept]
    for file, row in zip(kept, reversed(log), strict=True):
        on_disk = (tmp_path / "out" / file.name).read_bytes()
        assert on_disk == file.content
        assert hashlib.sha256(on_disk).hexdigest() == row.sha256


def test_a_double_click_issues_once(page: Page, answers: Prepared, tmp_path: Path) -> None:
    answers.will(tmp_path)
    QTest.mouseDClick(page.screen.issue, Qt.MouseButton.LeftButton)
    page.click_issue()
    page.screen.issue_all()
    page.qtbot.waitUntil(page.screen.done.open.isVisible)
    page.screen.issue_all()
    page.settle()
    assert len(page.log()) == 3


def test_the_folder_is_asked_for_once_and_saving_can_be_repeated(
    page: Page, answers: Prepared, tmp_path: Path
) -> None:
    answers.will(None)
    page.click_issue()
    page.qtbot.waitUntil(page.screen.done.save.isVisible)
    page.settle()
    assert "kept in the academy" in page.screen.done.where.text()
    assert len(page.log()) == 3
    answers.will(tmp_path)
    QTest.mouseClick(page.screen.done.save, Qt.MouseButton.LeftButton)
    page.qtbot.waitUntil(page.screen.done.open.isVisible)
    assert len(list(tmp_path.glob("LA-2026-000*.pdf"))) == 3
    QTest.mouseClick(page.screen.done.one_pdf, Qt.MouseButton.LeftButton)
    page.settle()
    printed = tmp_path / "Certificates LA-2026-0001 to LA-2026-0003 for printing.pdf"
    assert len(pypdfium2.PdfDocument(printed.read_bytes())) == 3


def test_cancel_leaves_nothing_not_even_a_number(page: Page) -> None:
    before = page.store.read(history.latest)
    page.screen.issue_all()
    QTest.mouseClick(page.screen.cancel, Qt.MouseButton.LeftButton)
    page.settle()
    assert page.log() == []
    assert page.store.read(history.latest) == before
    assert "LA-2026-0001 to 0003" in page.screen.numbers.text()
    QTest.mouseClick(page.screen.cancel, Qt.MouseButton.LeftButton)
    assert page.went == [f"cohort/{page.cohort.id}/completion"]


def test_a_letter_no_font_has_is_in_the_way_until_its_person_is_left_out(
    qtbot: QtBot, answers: Prepared, tmp_path: Path
) -> None:
    page = Page(qtbot, ("李小龍", "Siân Hughes", "Petra Novak"))
    assert page.lines()[0] == ("李小龍", "this font cannot show 李小龍", True)
    page.click_issue()
    page.settle()
    assert page.log() == []
    assert "李小龍" in page.refusals[0]
    assert page.screen.people.view.hasFocus()
    page.press(Key.Key_Space)
    assert page.screen.review.blocked == []
    answers.will(tmp_path)
    page.click_issue()
    page.qtbot.waitUntil(page.screen.done.open.isVisible)
    assert [row.printed_name for row in page.log()] == ["Siân Hughes"]


def test_somebody_who_is_not_due_is_ticked_with_a_reason(
    page: Page, answers: Prepared, tmp_path: Path
) -> None:
    page.press(Key.Key_Home, Key.Key_Down, Key.Key_Space)
    dialog = page.screen.findChild(ReasonDialog)
    assert dialog is not None
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    entry = dialog.form.entries["reason"]
    assert entry.problem() == "Enter the reason for this certificate"
    QTest.keyClicks(entry.widget, "Ill in week two, work handed in")
    QTest.keyClick(entry.widget, Key.Key_Return)
    assert page.lines()[1][1:] == ("not due: Ill in week two, work handed in", True)
    assert words_of(page.screen.issue) == "Issue 4 certificates"
    answers.will(tmp_path)
    page.click_issue()
    page.qtbot.waitUntil(page.screen.done.open.isVisible)
    assert {row.reason for row in page.log()} == {"", "Ill in week two, work handed in"}


def test_closing_the_question_for_a_reason_ticks_nobody(page: Page) -> None:
    page.press(Key.Key_Home, Key.Key_Down, Key.Key_Space)
    dialog = page.screen.findChild(ReasonDialog)
    assert dialog is not None
    QTest.keyClick(dialog, Key.Key_Escape)
    assert not page.lines()[1][2]


def test_the_arrows_flip_the_page_to_each_persons_own(page: Page) -> None:
    assert page.screen.page.file.accessibleName().startswith("LA-2026-0001 Alexandrina")
    page.press(Key.Key_Down, Key.Key_Down)
    assert page.screen.page.file.accessibleName() == "LA-2026-0002 Sian Hughes.pdf"
    assert page.screen.page.count.text() == "2 of 3"
    sheet = page.screen.page.sheet
    page.qtbot.waitUntil(lambda: "Siân Hughes" in sheet.accessibleName())


def test_a_day_that_is_none_or_to_come_is_in_the_way(page: Page) -> None:
    for typed, sentence in (
        ("30 Feb 2026", "“30 Feb 2026” must be a real date, like 5 March 2026."),
        ("27 Nov 2026", "Enter a date of issue up to today."),
    ):
        page.screen.choices.day.setText(typed)
        assert page.checks()[0] == ("bad", sentence)
        page.click_issue()
        assert page.refusals[-1] == sentence
    page.screen.choices.day.setText("20 Nov 2026")
    assert page.screen.review.blocked == []
    assert page.screen.review.plan.choice.issued_on == TODAY.replace(day=20)
    page.settle()
    assert page.log() == []


def test_a_changed_name_is_on_the_page_at_once(page: Page) -> None:
    page.press(Key.Key_End, Key.Key_Up)
    draft = page.store.read(people.person, page.places[0].person_id)
    changed = replace(draft, name_on_certificate="Siân Ŵyn Hughes")
    page.desk.do(Gesture("change_person"), people.save_person, changed)
    assert page.screen.page.file.accessibleName() == "LA-2026-0002 Sian Wyn Hughes.pdf"


def test_tab_leaves_the_list(page: Page) -> None:
    QTest.keyClick(page.screen.people.view, Key.Key_Tab)
    assert not page.screen.people.view.hasFocus()


def a_signing_key(store: Store) -> None:
    new = keys.make_key("Leadership Academy", date.today(), "correct horse battery")
    store.write(Gesture("make_key", undoable=False), keys.add_key, new)
    unlocked_keys.remember(new.unlocked)


def test_job_2_three_clicks_from_home_issue_all_that_are_due_and_draft_their_mails(
    qtbot: QtBot, answers: Prepared, tmp_path: Path, desktop: Desktop
) -> None:
    store = make_sample(tmp_path / "Sample.academy", Who("Ann"), date.today())
    a_signing_key(store)
    window = window_on(store)
    assert window.workspace is not None
    home = window.workspace.screen
    assert isinstance(home, HomeScreen)
    items = home.needs.model().items
    line = next(n for n, item in enumerate(items) if "certificates due" in item.what)
    button = button_rect(QRectF(home.needs.visualRect(home.needs.model().index(line))))
    answers.will(tmp_path / "out")
    QTest.mouseClick(
        home.needs.viewport(), Qt.MouseButton.LeftButton, pos=button.center().toPoint()
    )
    settle()
    review = window.workspace.screen
    assert isinstance(review, IssueScreen)
    assert words_of(review.issue) == "Issue 18 certificates"
    QTest.mouseClick(review.issue, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(review.done.open.isVisible)
    assert review.done.heading.text() == "18 certificates issued."
    assert len(list((tmp_path / "out").glob("LA-*.pdf"))) == 18
    qtbot.waitUntil(lambda: not tasks.running())
    assert words_of(review.done.draft) == "Draft 18 e-mails"
    QTest.mouseClick(review.done.draft, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tasks.running())
    drafts = tmp_path / "out" / "E-mail drafts"
    assert len(list(drafts.glob("LA-*.eml"))) == 18
    assert desktop.shown == [drafts]
    window.let_go()
    store.close()


def test_a_small_window_shows_people_choices_and_the_page_one_at_a_time(page: Page) -> None:
    parts = page.screen.parts
    page.screen.setMinimumSize(1, 1)
    page.screen.resize(640, 340)
    page.screen.resize(600, 340)
    assert parts.tabs.isVisible()
    assert (parts.people.isVisible(), parts.page.isVisible()) == (True, False)
    parts.tabs.show_tab("page")
    assert (parts.people.isVisible(), parts.choices.isVisible()) == (False, False)
    page.qtbot.waitUntil(lambda: parts.page.sheet.place().height() > 100)
    page.qtbot.waitUntil(lambda: bool(parts.page.sheet.accessibleName()))
    page.screen.resize(1055, 727)
    assert parts.people.isVisible()
    assert parts.choices.isVisible()
