"""A cohort's people: added, withdrawn, given back, pasted in, their addresses copied."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from academy.domain.words import PlaceState, Role
from academy.store.journal import Gesture
from academy.ui.dialogs.choose_person import ChoosePersonDialog
from academy.ui.dialogs.withdraw import WithdrawDialog
from academy.ui.kit.choosers import SHOWN
from academy.ui.kit.desk import Desk
from academy.ui.kit.toast import Toast
from academy.ui.screens.cohort_people import CohortPeopleTab
from academy.ui.screens.import_people import ImportPeopleScreen
from academy.usecases import cohorts
from builders import (
    NOW,
    TODAY,
    WEEK,
    a_cohort,
    a_person,
    a_programme,
    an_academy,
    as_role,
    enrolled,
    marks,
)
from explains import journal_explains
from ui.windows import settle, window_on

ENROL, WITHDRAW = Gesture("enrol", {"n": 1}), Gesture("withdraw", {"n": 1})
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Page:
    """Three people in a cohort of four places."""

    def __init__(self, qtbot: QtBot, *, people: int = 3) -> None:
        self.store = an_academy()
        programme = a_programme(self.store)
        self.cohort = a_cohort(self.store, programme, name="Top Talent 7", sessions=2, capacity=4)
        self.places = enrolled(self.store, self.cohort, people)
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.went: list[str] = []
        self.tab = CohortPeopleTab(self.desk)
        self.tab.asked.connect(self.went.append)
        qtbot.addWidget(self.tab)
        self.tab.resize(1055, 600)
        self.tab.open_cohort(self.cohort.id)
        self.tab.show()
        qtbot.waitExposed(self.tab)
        self.tab.setFocus()

    def states(self) -> list[str]:
        rows = self.store.read(cohorts.places, self.cohort.id)
        return [str(row.state) for row in rows]

    def adding(self) -> ChoosePersonDialog:
        self.tab.add_people()
        QApplication.processEvents()
        return self.tab.findChildren(ChoosePersonDialog)[-1]

    def withdrawing(self, *numbers: int) -> WithdrawDialog:
        self.tab.table.view.select_ids([self.tab.rows[n].place_id for n in numbers])
        self.tab.withdraw_.click()
        QApplication.processEvents()
        return self.tab.findChildren(WithdrawDialog)[-1]

    def toast(self) -> str:
        return self.tab.window().findChildren(Toast)[-1].accessibleName()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    journal_explains(made.store)


def test_an_empty_cohort_says_how_to_bring_people_in(qtbot: QtBot) -> None:
    page = Page(qtbot, people=0)
    assert page.tab.empty.isVisible()
    assert page.tab.empty.button is not None
    page.tab.empty.button.click()
    assert page.went == [f"cohort/{page.cohort.id}/import"]


def test_somebody_who_is_here_is_enrolled_by_typing_part_of_a_name(page: Page) -> None:
    a_person(page.store, "Siân Ŵyn Hughes")
    dialog = page.adding()
    QTest.keyClicks(dialog.search, "sian")
    QTest.keyClick(dialog.search, Key.Key_Return)
    assert "Siân Ŵyn Hughes" in [row.name for row in page.tab.model.rows]
    assert page.toast() == "1 person enrolled."
    page.desk.undo()
    assert len(page.tab.model.rows) == 3


def test_who_has_a_place_is_not_offered_again(page: Page) -> None:
    a_person(page.store, "Petra Novak")
    assert [row.name for row in page.adding().list.model.rows] == ["Petra Novak"]


def test_a_likeness_is_offered_where_nothing_holds_what_is_typed(page: Page) -> None:
    a_person(page.store, "Bea Highland", family_name="Highland")
    a_person(page.store, "Siân Hughes", family_name="Hughes")
    dialog = page.adding()
    QTest.keyClicks(dialog.search, "hughs")
    assert [row.name for row in dialog.list.model.rows] == ["Hughes, Siân"]
    dialog.search.setText("hugh")
    assert [row.name for row in dialog.list.model.rows] == ["Hughes, Siân"]
    current = dialog.list.current()
    assert current is not None
    assert current.name == "Hughes, Siân"


def test_of_very_many_the_likeliest_are_listed_and_the_rest_are_counted(page: Page) -> None:
    for number in range(SHOWN + 4):
        a_person(page.store, f"Person Number{number}")
    a_person(page.store, "Anna Person")
    dialog = page.adding()
    note = "The first 200 of 205 are listed. Type more to find others."
    assert dialog.chooser.note.isVisible()
    assert (len(dialog.list.model.rows), dialog.chooser.note.text()) == (SHOWN, note)
    QTest.keyClicks(dialog.search, "anna")
    assert [row.name for row in dialog.list.model.rows] == ["Anna Person"]
    assert not dialog.chooser.note.isVisible()
    QTest.keyClicks(dialog.search, "zzz")
    assert dialog.chooser.note.text() == "Nobody else is here by that name."
    assert not dialog.list.view.isVisible()


def test_a_full_cohort_refuses_in_the_dialog_and_nothing_is_lost(page: Page) -> None:
    for name in ("Petra Novak", "Sam Oyelaran"):
        a_person(page.store, name)
    dialog = page.adding()
    dialog.list.view.selectAll()
    assert dialog.save.text() == "Enrol 2 people"
    dialog.save.click()
    assert dialog.form.entries["people"].problem() == (
        "All 4 places of Top Talent 7 are taken. Raise the number of places first."
    )
    assert len(dialog.chosen()) == 2
    assert page.states() == ["enrolled"] * 3


def test_nobody_chosen_is_said_in_the_dialog(page: Page) -> None:
    a_person(page.store, "Petra Novak")
    dialog = page.adding()
    dialog.list.view.clearSelection()
    dialog.save.click()
    assert dialog.form.entries["people"].problem() == "Choose at least one person"


def test_withdrawing_asks_the_day_and_keeps_the_marks(page: Page) -> None:
    marks(page.store, page.cohort, "PP", "PA", "PL")
    dialog = page.withdrawing(0)
    assert dialog.windowTitle() == "Withdraw 1 person"
    dialog.form.entries["on"].widget.setProperty("text", "19 Nov 2026")
    QTest.keyClick(dialog, Key.Key_Return)
    row = page.tab.model.rows[0]
    assert (row.state, row.withdrawn_on) == (PlaceState.WITHDRAWN, TODAY - WEEK)
    assert page.toast() == "1 person withdrawn. Their marks are kept."
    assert page.tab.summary.text() == "2 people · 1 withdrawn"
    page.desk.undo()
    assert page.states() == ["enrolled"] * 3


def test_several_withdraw_as_one_gesture(page: Page) -> None:
    dialog = page.withdrawing(0, 2)
    names = [label.text() for label in dialog.findChildren(QLabel)]
    assert "; ".join(page.tab.rows[n].name for n in (0, 2)) in names
    dialog.save.click()
    assert page.states() == ["withdrawn", "enrolled", "withdrawn"]
    page.desk.undo()
    assert page.states() == ["enrolled"] * 3


def test_a_day_that_is_none_is_said_at_its_field(page: Page) -> None:
    dialog = page.withdrawing(0)
    dialog.form.entries["on"].widget.setProperty("text", "31 Feb")
    dialog.save.click()
    assert dialog.form.entries["on"].problem()
    assert page.states() == ["enrolled"] * 3


def test_a_withdrawn_place_is_given_back(page: Page) -> None:
    page.withdrawing(1).save.click()
    page.tab.table.view.select_ids([page.tab.rows[1].place_id])
    assert page.tab.withdraw_.text() == "Give place &back"
    page.tab.withdraw_.click()
    assert page.states() == ["enrolled"] * 3
    assert page.tab.rows[1].withdrawn_on is None


def test_addresses_of_everybody_with_a_place_are_copied(page: Page) -> None:
    a, b = a_person(page.store, "Jo Frost", email="jo@leeds.example"), page.places[0]
    page.store.write(ENROL, cohorts.enrol, page.cohort.id, [a], TODAY)
    page.store.write(WITHDRAW, cohorts.withdraw, [b.id], TODAY)
    page.tab.copy.click()
    assert QGuiApplication.clipboard().text() == "jo@leeds.example"
    assert page.toast() == "1 e-mail address copied. 2 people without one."


def test_enter_opens_the_person_and_ctrl_n_asks_for_somebody_new(page: Page) -> None:
    page.tab.table.view.setFocus()
    QTest.keyClick(page.tab.table.view, Key.Key_Return)
    page.tab.commands()["new"]()
    assert page.went == [
        f"person/{page.tab.rows[0].person_id}",
        f"people/new?cohort={page.cohort.id}",
    ]


def test_tab_leaves_the_table(page: Page) -> None:
    view = page.tab.table.view
    view.setFocus()
    QTest.keyClick(view, Key.Key_Tab)
    assert not view.hasFocus()


def test_facilitators_are_refused_in_words(page: Page) -> None:
    dialog = page.withdrawing(0)
    as_role(page.store, Role.FACILITATOR)
    dialog.save.click()
    assert dialog.form.summary.isVisible()
    as_role(page.store, Role.ADMINISTRATOR)
    assert page.states() == ["enrolled"] * 3


def test_a_pasted_list_opens_in_the_import_of_this_cohort(qtbot: QtBot) -> None:
    store = an_academy()
    cohort = a_cohort(store, a_programme(store), capacity=4)
    enrolled(store, cohort, 1)
    window = window_on(store, f"cohort/{cohort.id}/people")
    QGuiApplication.clipboard().setText("Name\tE-mail\nSiân Hughes\tsian@leeds.example\n")
    tab = window.findChild(CohortPeopleTab)
    assert tab is not None
    QTest.keyClick(tab.table.view, Key.Key_V, Ctrl)
    settle()
    assert window.workspace is not None
    screen = window.workspace.screen
    assert isinstance(screen, ImportPeopleScreen)
    assert screen.cohort_id == cohort.id
    assert screen.plan is not None
    assert screen.go_on.text() == "Import 1 person"
    window.let_go()


def test_somebody_new_is_typed_and_gets_a_place_at_once(qtbot: QtBot) -> None:
    store = an_academy()
    cohort = a_cohort(store, a_programme(store), capacity=4)
    window = window_on(store, f"cohort/{cohort.id}/people")
    QTest.keyClick(window, Key.Key_N, Ctrl)
    settle()
    QTest.keyClicks(QApplication.focusWidget(), "Gwen ap Rhys")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return, Ctrl)
    settle()
    [row] = store.read(cohorts.places, cohort.id)
    assert row.name == "Gwen ap Rhys"
    assert window.workspace is not None
    assert window.workspace.address == f"cohort/{cohort.id}/people"
    window.let_go()
