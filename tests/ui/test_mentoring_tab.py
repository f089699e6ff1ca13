"""Mentoring as its users work it: choosing, contacts, ending, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from academy.domain.words import PairState
from academy.store import history
from academy.ui.dialogs.choose_mentor import ChooseMentorDialog
from academy.ui.dialogs.end_pair import EndPairDialog
from academy.ui.dialogs.meeting import MeetingDialog
from academy.ui.dialogs.mentor import MentorDialog
from academy.ui.kit.desk import Desk
from academy.ui.screens.mentoring import MentoringTab
from academy.ui.screens.mentoring_overview import MentoringScreen
from academy.usecases import mentoring, mentors
from builders import NOW, TODAY, WEEK, a_cohort, a_mentor, a_pair, a_person, an_academy, enrolled
from explains import journal_explains

Key = Qt.Key
Dialog = TypeVar("Dialog", bound=QDialog)


class Page:
    """Three people in a cohort; Pat Ellis can take two, Lee Brand one and has one."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.store = qtbot, an_academy()
        self.cohort = a_cohort(self.store, name="Top Talent 7")
        self.people = enrolled(self.store, self.cohort, ["Noor Ahmed", "Aoife Byrne", "Carys Pugh"])
        self.pat = a_mentor(self.store, "Pat Ellis", 2)
        self.lee = a_mentor(self.store, "Lee Brand", 1)
        aoife = self.people[1].person_id
        self.pair = a_pair(self.store, self.cohort, aoife, self.lee, met=[TODAY - WEEK * 8])
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.tab = MentoringTab(self.desk)
        qtbot.addWidget(self.tab)
        self.tab.resize(1055, 640)
        self.tab.open_cohort(self.cohort.id)
        self.tab.show()
        qtbot.waitExposed(self.tab)
        self.tab.waiting.view.setFocus()

    def dialog(self, kind: type[Dialog]) -> Dialog:
        found = self.tab.findChild(kind)
        assert found is not None
        return found

    def waiting(self) -> list[str]:
        return [row.name for row in self.tab.waiting.model.rows]

    def pairs(self) -> list[mentoring.PairRow]:
        return list(self.tab.pairs.model.rows)

    def load(self, mentor: int) -> int:
        found = self.store.read(mentors.mentors)
        return next(row.load for row in found if row.person_id == mentor)

    def entries(self) -> int:
        return self.store.read(history.latest)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    QApplication.processEvents()
    journal_explains(made.store)


def test_the_board_tells_who_waits_who_is_quiet_and_who_is_full(page: Page) -> None:
    assert page.waiting() == ["Carys Pugh", "Noor Ahmed"]
    [pair] = page.pairs()
    assert pair.quiet
    assert pair.days_quiet == 56
    names = [row.name for row in page.tab.mentors.model.rows]
    assert names == ["Pat Ellis", "Lee Brand"]
    assert page.tab.tags.accessibleName() == "1 paired, 2 waiting, 1 quiet, 2 places free"


def test_a_pair_with_two_contacts_is_made_by_the_keyboard(page: Page) -> None:
    QTest.keyClick(page.tab.waiting.view, Key.Key_Return)
    dialog = page.dialog(ChooseMentorDialog)
    QTest.keyClick(dialog.list.view, Key.Key_Return)
    assert page.waiting() == ["Noor Ahmed"]
    pair = next(row for row in page.pairs() if row.mentee == "Carys Pugh")
    assert pair.mentor == "Pat Ellis"
    page.tab.pairs.view.setFocus()
    page.tab.pairs.show_id(pair.id)
    for day, minutes in (("today", "45"), ("20 Nov 2026", "")):
        QTest.keyClick(page.tab.pairs.view, Key.Key_Return)
        contact = page.dialog(MeetingDialog)
        contact.form.entries["held_on"].widget.setText(day)
        QTest.keyClicks(contact.form.entries["minutes"].widget, minutes)
        QTest.keyClick(contact.form.entries["minutes"].widget, Key.Key_Return)
        QApplication.processEvents()
        page.qtbot.waitUntil(lambda: page.tab.findChild(MeetingDialog) is None)
    met = [(m.held_on, m.minutes) for m in page.store.read(mentoring.meetings, pair.id)]
    assert met == [(TODAY, 45), (TODAY.replace(day=20), None)]
    assert page.tab.meetings.model.rowCount() == 2


def test_a_full_mentor_is_refused_in_words(page: Page) -> None:
    before = page.entries()
    QTest.keyClick(page.tab.waiting.view, Key.Key_Return)
    dialog = page.dialog(ChooseMentorDialog)
    QTest.keyClick(dialog.list.view, Key.Key_End)
    QTest.keyClick(dialog.list.view, Key.Key_Return)
    sentence = "This mentor has 1 of 1 mentees. Choose another, or raise the number."
    assert dialog.form.entries["mentor"].problem() == sentence
    assert page.entries() == before
    assert dialog.isVisible()


def test_a_drop_on_a_mentor_pairs_and_a_drop_on_a_full_one_says_why_not(page: Page) -> None:
    waiting, offered = page.tab.waiting.model, page.tab.mentors.model
    carried = waiting.mimeData([waiting.index(0)])
    offered.dropMimeData(carried, Qt.DropAction.CopyAction, -1, -1, offered.index(1))
    assert page.refusals == ["This mentor has 1 of 1 mentees. Choose another, or raise the number."]
    offered.dropMimeData(carried, Qt.DropAction.CopyAction, -1, -1, QModelIndex())
    offered.dropMimeData(carried, Qt.DropAction.CopyAction, -1, -1, offered.index(0))
    assert page.waiting() == ["Noor Ahmed"]


def test_a_contact_to_come_is_refused_at_its_field(page: Page) -> None:
    page.tab.paired.log_contact()
    dialog = page.dialog(MeetingDialog)
    dialog.form.entries["held_on"].widget.setText("tomorrow")
    dialog.save.click()
    sentence = "The meeting must have taken place. Enter a day up to today."
    assert dialog.form.entries["held_on"].problem() == sentence


def test_a_contact_is_removed_and_brought_back(page: Page) -> None:
    page.tab.meetings.view.setFocus()
    QTest.keyClick(page.tab.meetings.view, Key.Key_Delete)
    assert page.pairs()[0].meetings == 0
    page.desk.undo()
    assert page.pairs()[0].meetings == 1


def test_a_pair_ends_with_a_reason_and_comes_back_by_undo(page: Page) -> None:
    page.tab.paired.end_pair()
    dialog = page.dialog(EndPairDialog)
    more = dialog.form.entries["more"].widget
    QTest.keyClicks(more, "moved to Wales")
    QTest.keyClick(more, Key.Key_Return)
    [pair] = page.pairs()
    assert pair.state is PairState.ENDED
    assert pair.end_reason == "Goals reached: moved to Wales"
    assert sorted(page.waiting()) == ["Aoife Byrne", "Carys Pugh", "Noor Ahmed"]
    page.desk.undo()
    assert page.pairs()[0].state is PairState.ACTIVE
    assert page.load(page.lee) == 1


def test_a_person_becomes_a_mentor(page: Page) -> None:
    sunil = a_person(page.store, "Sunil Kapoor")
    page.tab.doing.add_mentor()
    dialog = page.dialog(MentorDialog)
    QTest.keyClicks(dialog.search, "sunl")
    dialog.form.entries["capacity"].widget.setText("3")
    QTest.keyClicks(dialog.form.entries["offers"].widget, "Housing")
    dialog.save.click()
    draft = page.store.read(mentors.mentor, sunil)
    assert (draft.capacity, draft.offers, draft.paused) == (3, "Housing", False)
    page.desk.undo()
    assert [row.name for row in page.tab.mentors.model.rows] == ["Pat Ellis", "Lee Brand"]


def test_tab_leaves_each_list(page: Page) -> None:
    for shown in (page.tab.waiting, page.tab.pairs, page.tab.meetings, page.tab.mentors):
        shown.view.setFocus()
        QTest.keyClick(shown.view, Key.Key_Tab)
        assert not shown.view.hasFocus()


def test_the_page_of_all_cohorts_lists_quiet_pairs_and_who_waits_where(
    page: Page, qtbot: QtBot
) -> None:
    screen, went = MentoringScreen(page.desk), []
    screen.asked.connect(went.append)
    qtbot.addWidget(screen)
    screen.resize(1055, 640)
    screen.show()
    qtbot.waitExposed(screen)
    assert [row.mentee for row in screen.quiet.model.rows] == ["Aoife Byrne"]
    assert [(row.cohort, row.waiting) for row in screen.cohorts.model.rows] == [("Top Talent 7", 2)]
    assert [row.name for row in screen.mentors.model.rows] == ["Pat Ellis", "Lee Brand"]
    screen.cohorts.view.setFocus()
    QTest.keyClick(screen.cohorts.view, Key.Key_Return)
    assert went == [f"cohort/{page.cohort.id}/mentoring"]
