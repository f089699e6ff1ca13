"""The learning sets of a cohort as their users work them: suggested, made, moved, marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from academy.domain.words import Letter
from academy.store import history
from academy.store.journal import Gesture
from academy.ui.dialogs.learning_sets import (
    KeepApartDialog,
    SetFacilitatorDialog,
    SetMeetingDialog,
    SuggestSetsDialog,
)
from academy.ui.kit import tasks
from academy.ui.kit.desk import Desk
from academy.ui.kit.row_drag import MIME
from academy.ui.kit.table_export import shown_table, table_on
from academy.ui.screens.sets import SetsScreen
from academy.usecases import cohorts, learning_sets, set_vetoes
from builders import NAMES, NOW, TODAY, a_cohort, a_person, an_academy, enrolled

Key = Qt.Key


class Page:
    """The page for a cohort of twelve, whose facilitator is Dana Price."""

    def __init__(self, qtbot: QtBot, people: int = 12) -> None:
        self.qtbot, self.store = qtbot, an_academy()
        self.cohort = a_cohort(self.store, name="Top Talent 7")
        self.places = enrolled(self.store, self.cohort, NAMES[:people]) if people else []
        self.dana = a_person(self.store, "Dana Price")
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.screen = SetsScreen(self.desk)
        qtbot.addWidget(self.screen)
        self.screen.resize(1055, 740)
        self.screen.go((str(self.cohort.id),))
        self.screen.show()
        qtbot.waitExposed(self.screen)

    def rows(self) -> Any:
        return self.store.read(learning_sets.learning_sets, self.cohort.id)

    def answer(self, kind: type[Any], fill: Callable[[Any], object]) -> Any:
        """Fill a dialog that is open, and press its button."""
        found = [one for one in self.screen.findChildren(QDialog) if isinstance(one, kind)]
        fill(found[-1])
        found[-1].save.click()
        self.qtbot.waitUntil(lambda: not tasks.running(), timeout=20_000)
        return found[-1]

    def suggest(self, **sizes: str) -> None:
        def fill(dialog: SuggestSetsDialog) -> None:
            for key, size in sizes.items():
                self.widget(dialog, key).setText(size)

        self.screen.doing.suggest()
        self.answer(SuggestSetsDialog, fill)

    def make(self) -> None:
        self.suggest()
        self.screen.make.click()

    def card(self, number: int) -> Any:
        return next(
            c
            for c in self.screen.board.cards.values()
            if c.set is not None and c.set.number == number
        )

    def widget(self, dialog: Any, key: str) -> Any:
        return dialog.form.entries[key].widget

    def press(self, number: int, key: Any) -> None:
        view = self.card(number).members.view
        view.setFocus()
        QTest.keyClick(view, key)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


def test_a_cohort_is_divided_told_how_well_and_made_as_one_entry(page: Page) -> None:
    assert page.screen.empty.isVisible()
    assert page.screen.empty.button is not None
    page.screen.empty.button.click()
    page.answer(SuggestSetsDialog, lambda _: None)
    told = page.screen.told_plan.words.text()
    assert "nothing is made yet" in told
    assert "No better division exists." in told
    assert page.rows().sets == ()
    page.screen.make.click()
    assert [len(one.members) for one in page.rows().sets] == [6, 6]
    [line] = page.store.read(history.entries, 1)
    assert line.entry.key == "make_sets"
    page.desk.undo()
    assert page.rows().sets == ()
    assert page.screen.empty.isVisible()


def test_sizes_that_nobody_can_have_are_told_at_the_field(page: Page) -> None:
    page.suggest(smallest="13", largest="20")
    [dialog] = page.screen.findChildren(SuggestSetsDialog)
    assert dialog.isVisible()
    assert "too few" in page.widget(dialog, "smallest").accessibleDescription()
    assert page.screen.suggested.plan is None
    page.answer(SuggestSetsDialog, lambda one: page.widget(one, "smallest").setText("5"))
    assert page.screen.suggested.plan is not None


def test_a_suggestion_follows_what_changes_under_it(page: Page) -> None:
    page.suggest()
    page.store.write(Gesture("withdraw", {"n": 1}), cohorts.withdraw, [page.places[0].id], TODAY)
    page.screen.refresh()
    page.qtbot.waitUntil(lambda: not tasks.running(), timeout=20_000)
    plan = page.screen.suggested.plan
    assert plan is not None
    assert sum(len(one.members) for one in plan.sets) == 11
    page.screen.discard.click()
    assert page.screen.empty.isVisible()


def test_members_are_moved_by_number_taken_out_and_brought_back_by_drag(page: Page) -> None:
    page.make()
    page.press(1, Key.Key_2)
    assert [len(one.members) for one in page.rows().sets] == [5, 7]
    page.press(2, Key.Key_Delete)
    [loose] = page.rows().without
    model = page.card(1).model
    data = QMimeData()
    data.setData(MIME, str(loose.place_id).encode())
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert [len(one.members) for one in page.rows().sets] == [6, 6]
    assert 0 not in page.screen.board.cards


def test_a_veto_refuses_a_move_in_words(page: Page) -> None:
    page.make()
    here, there = (one.members[0].person for one in page.rows().sets)
    page.screen.keep_apart()

    def fill(dialog: KeepApartDialog) -> None:
        for key, person in (("first", here), ("second", there)):
            box = page.widget(dialog, key)
            box.setCurrentIndex(box.findData(person.place_id))

    page.answer(KeepApartDialog, fill)
    [veto] = page.store.read(set_vetoes.vetoes, page.cohort.id)
    page.press(1, Key.Key_2)
    assert "are not to be in one set" in page.refusals[-1]
    page.screen.show_part("apart")
    page.screen.apart.view.select_ids([veto.id])
    page.screen.withdraw.click()
    assert page.store.read(set_vetoes.vetoes, page.cohort.id) == []


def test_a_meeting_is_logged_with_marks_changed_and_removed(page: Page) -> None:
    page.make()
    page.screen.log_meeting()
    place = page.card(1).members.model.rows[0].person.place_id

    def away(dialog: SetMeetingDialog) -> None:
        box = page.widget(dialog, f"mark-{place}")
        box.setCurrentIndex(box.findText("Absent"))

    page.answer(SetMeetingDialog, away)
    assert page.rows().sets[0].members[0].letters == (Letter.ABSENT,)
    assert not page.screen.suggest.isVisible()  # a set has met: nothing is divided anew
    page.screen.show_part("meetings")
    view = table_on(page.screen)
    assert view is page.screen.meetings.view
    [row] = shown_table(view).rows
    assert "5 of 6" in row
    view.select_ids([page.screen.meetings.view.rows.rows[0].id])
    page.screen.change_meeting()
    dialog = page.answer(SetMeetingDialog, lambda one: page.widget(one, "minutes").setText("75"))
    assert dialog.draft.id
    assert "75" in str(shown_table(view).rows[0])
    QTest.keyClick(view, Key.Key_Delete)
    assert page.rows().sets[0].met_on == ()


def test_who_facilitates_is_asked_by_name_and_a_stranger_is_told(page: Page) -> None:
    page.make()
    page.screen.doing.choose_facilitator(page.rows().sets[0])

    def fill(name: str) -> Callable[[SetFacilitatorDialog], object]:
        return lambda dialog: page.widget(dialog, "facilitator").setText(name)

    page.answer(SetFacilitatorDialog, fill("Nobody Known"))
    assert page.rows().sets[0].facilitator == ""
    page.answer(SetFacilitatorDialog, fill("Dana Price"))
    assert page.rows().sets[0].facilitator == "Dana Price"
    assert page.card(1).findChild(QDialog) is None


def test_the_table_tells_everybody_with_their_set(page: Page) -> None:
    page.make()
    page.screen.show_part("table")
    view = table_on(page.screen)
    assert view is not None
    table = shown_table(view)
    assert len(table.rows) == 12
    assert table.headers[:3] == ("Set", "Name", "Organisation")


def test_a_cohort_of_nobody_leads_to_its_people(qtbot: QtBot) -> None:
    page = Page(qtbot, people=0)
    went: list[str] = []
    page.screen.asked.connect(went.append)
    assert page.screen.nobody.isVisible()
    assert page.screen.nobody.button is not None
    page.screen.nobody.button.click()
    assert went == [f"cohort/{page.cohort.id}/people"]
