"""The Organisations page: councils found as one types, others by name, renamed, people opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from academy.store.journal import Gesture
from academy.ui.dialogs.choose_organisation import ChooseOrganisationDialog
from academy.ui.dialogs.rename_organisation import RenameOrganisationDialog
from academy.ui.kit import table_state
from academy.ui.kit.desk import Desk
from academy.ui.kit.paged_model import PAGE
from academy.ui.kit.parts import words_of
from academy.ui.screens.organisations import OrganisationsScreen
from academy.usecases import organisations
from builders import NOW, a_cohort, a_person, an_academy, enrolled
from explains import journal_explains

Key = Qt.Key


class Page:
    """The page on an academy of its own."""

    def __init__(self, qtbot: QtBot, *known: str) -> None:
        self.store = an_academy()
        self.ids = [
            self.store.write(Gesture("add_organisation"), organisations.add_organisation, name)
            for name in known
        ]
        self.desk = Desk(self.store, lambda: NOW)
        self.went: list[str] = []
        self.screen = OrganisationsScreen(self.desk)
        self.screen.asked.connect(self.went.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(1055, 700)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.go(())
        QApplication.processEvents()

    def names(self) -> list[str]:
        return [row.name for row in self.store.read(organisations.organisations)]

    def adding(self) -> ChooseOrganisationDialog:
        self.screen.commands()["new"]()
        QApplication.processEvents()
        return self.screen.findChildren(ChooseOrganisationDialog)[-1]

    def renaming(self) -> RenameOrganisationDialog:
        QTest.keyClick(self.screen.table.view, Key.Key_F2)
        QApplication.processEvents()
        return self.screen.findChildren(RenameOrganisationDialog)[-1]


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot, "Acme Housing", "Leeds City Council")
    yield made
    journal_explains(made.store)


def test_an_empty_academy_says_how_to_begin(qtbot: QtBot) -> None:
    page = Page(qtbot)
    assert page.screen.empty.isVisible()
    assert not page.screen.rename.isVisible()
    assert page.screen.empty.button is not None
    page.screen.empty.button.click()
    QApplication.processEvents()
    assert page.screen.findChild(ChooseOrganisationDialog) is not None


def test_a_council_is_typed_loosely_and_added_by_enter(page: Page) -> None:
    dialog = page.adding()
    QTest.keyClicks(dialog.search, "lb camdn")
    QTest.keyClick(dialog.search, Key.Key_Return)
    assert "London Borough of Camden" in page.names()
    chosen = page.screen.chosen()
    assert chosen is not None
    assert chosen.name == "London Borough of Camden"
    assert page.screen.facts.text() == "London borough · London · 0 people"


def test_arrows_choose_another_council_while_one_types(page: Page) -> None:
    dialog = page.adding()
    QTest.keyClicks(dialog.search, "kent")
    second = dialog.list.model.rows[1]
    QTest.keyClick(dialog.search, Key.Key_Down)
    assert dialog.list.current() == second
    QTest.keyClick(dialog.search, Key.Key_Up)
    QTest.keyClick(dialog.search, Key.Key_Up)
    assert dialog.list.current() == dialog.list.model.rows[0]


def test_what_is_no_council_is_added_as_it_is_typed(page: Page) -> None:
    dialog = page.adding()
    QTest.keyClicks(dialog.search, "Zzyzx Trust & Co")
    current = dialog.list.view.currentIndex().data()
    assert current == "Add ‘Zzyzx Trust & Co’ as it is typed"
    QTest.keyClick(dialog.search, Key.Key_Return)
    assert "Zzyzx Trust & Co" in page.names()


def test_a_hidden_direction_in_a_name_is_refused_in_words(page: Page) -> None:
    dialog = page.renaming()
    dialog.form.entries["name"].widget.setProperty("text", "Acme \u202e Housing")
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.form.entries["name"].problem() == (
        "Type this again: it holds characters that cannot be seen (U+202E)."
    )
    assert page.names() == ["Acme Housing", "Leeds City Council"]


def test_f2_renames_and_undo_takes_it_back(page: Page) -> None:
    dialog = page.renaming()
    dialog.form.entries["name"].widget.setProperty("text", "Acme Homes")
    dialog.save.click()
    assert page.names() == ["Acme Homes", "Leeds City Council"]
    assert page.screen.name.text() == "Acme Homes"
    page.desk.undo()
    assert page.screen.name.text() == "Acme Housing"


def test_a_name_that_another_has_is_refused_at_its_field(page: Page) -> None:
    dialog = page.renaming()
    dialog.form.entries["name"].widget.setProperty("text", "leeds city council")
    dialog.save.click()
    assert dialog.form.entries["name"].problem() == (
        "Leeds City Council is in the academy already. Choose another name."
    )
    assert dialog.form.summary.heading.text() == "1 thing needs fixing"


def test_people_are_counted_and_opened_with_the_keyboard(page: Page) -> None:
    noor = a_person(page.store, "Noor Ahmed", organisation_id=page.ids[0])
    a_person(page.store, "Sam Oyelaran", organisation_id=page.ids[1])
    page.screen.reload()
    assert [row.people for row in page.screen.model.rows] == [1, 1]
    assert page.screen.facts.text() == "1 person"
    QTest.keyClick(page.screen.table.view, Key.Key_Return)
    assert page.screen.people.view.hasFocus()
    QTest.keyClick(page.screen.people.view, Key.Key_Return)
    assert page.went == [f"person/{noor}"]


def test_of_many_people_only_those_looked_at_are_read(page: Page) -> None:
    for number in range(PAGE + 4):
        a_person(page.store, f"Person {number:03}", organisation_id=page.ids[0])
    a_person(page.store, "Of Leeds", organisation_id=page.ids[1])
    page.screen.reload()
    people = page.screen.people
    assert page.screen.facts.text() == f"{PAGE + 4} people"
    people.show_number(PAGE + 3)
    last = people.current()
    assert last is not None
    assert last.name == f"Person {PAGE + 3:03}"
    page.screen.reload()
    assert people.current() == last


def test_a_person_is_shown_with_their_cohort(page: Page) -> None:
    cohort = a_cohort(page.store)
    enrolled(page.store, cohort, ["Carys Pugh"])
    page.screen.reload()
    assert page.screen.nobody.isVisible()
    assert not page.screen.people.view.isVisible()


def test_an_address_chooses_one_organisation(page: Page) -> None:
    page.screen.go((str(page.ids[1]),))
    chosen = page.screen.chosen()
    assert chosen is not None
    assert chosen.id == page.ids[1]


def test_the_filter_forgives_a_slip_and_tab_leaves_the_table(page: Page) -> None:
    page.screen.commands()["filter"]()
    QTest.keyClicks(page.screen.table.filter.field, "leds")
    assert [row.name for row in page.screen.model.rows] == ["Leeds City Council"]
    page.screen.table.filter.close_filter()
    view = page.screen.table.view
    view.setFocus()
    QTest.keyClick(view, Key.Key_Tab)
    assert not view.hasFocus()


def test_everything_is_named_for_a_screen_reader(page: Page) -> None:
    screen = page.screen
    assert screen.table.view.accessibleName() == "Organisations"
    assert screen.people.view.accessibleName() == "People of the organisation"
    assert [words_of(one) for one in (screen.rename, screen.add)] == [
        "Rename…",
        "Add organisation…",
    ]
    rename, history = screen.item_commands()
    assert (rename.words, rename.shortcut) == ("&Rename…", "F2")
    history.act()
    assert page.went == [f"history/organisations/{page.ids[0]}"]


def test_the_region_gives_way_in_a_narrow_list_and_comes_back(page: Page) -> None:
    view, region = page.screen.table.view, 2
    view.resize(260, 300)
    assert view.isColumnHidden(region)
    view.keep_state()
    view.resize(500, 300)
    assert not view.isColumnHidden(region)
    view.show_state(table_state.kept("organisations"))
    assert not view.isColumnHidden(region)  # only what the user hides is remembered
