"""The People page: everybody once, found, added, checked, enrolled, removed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from academy.domain.words import Role
from academy.store.journal import Gesture
from academy.ui.dialogs.choose_cohort import ChooseCohortDialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import Button
from academy.ui.kit.toast import Toast
from academy.ui.screens.import_people import ImportPeopleScreen
from academy.ui.screens.people import PeopleScreen
from academy.ui.screens.person_form import PersonForm
from academy.usecases import cohorts, organisations, people
from builders import NOW, a_cohort, a_person, a_programme, an_academy, as_role, enrolled
from explains import journal_explains
from ui.windows import settle, window_on

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
NAMES = Path(__file__).parents[1] / "data" / "names" / "uk-names.csv"
REFUSED = "N056"


class Page:
    """The page on an academy with three people."""

    def __init__(self, qtbot: QtBot, *names: str) -> None:
        self.store = an_academy()
        self.ids = [a_person(self.store, name) for name in names]
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.went: list[str] = []
        self.screen = PeopleScreen(self.desk)
        self.screen.asked.connect(self.went.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(1055, 700)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.go(())
        self.screen.setFocus()

    def names(self) -> list[str]:
        return [row.name for row in self.screen.model.rows]

    def adding(self) -> PersonForm:
        self.screen.go(("new",))
        assert self.screen.form.form is not None
        return self.screen.form.form

    def type_in(self, **texts: str) -> None:
        form = self.screen.form.form
        assert form is not None
        for key, text in texts.items():
            form.entries[key].widget.setProperty("text", text)

    def save(self) -> None:
        page = self.screen.form.page
        assert page is not None
        page.save.click()

    def toast(self) -> str:
        return self.screen.window().findChildren(Toast)[-1].accessibleName()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot, "Noor Ahmed", "Siân Ŵyn Hughes", "Zoë O’Brien")
    yield made
    journal_explains(made.store)


def test_an_empty_academy_offers_the_import(qtbot: QtBot) -> None:
    page = Page(qtbot)
    assert page.screen.empty.isVisible()
    assert page.screen.empty.heading.text() == "Nobody here yet"
    assert page.screen.empty.button is not None
    page.screen.empty.button.click()
    assert page.went == ["people/import"]


def test_the_first_person_is_chosen_and_shown_beside(page: Page) -> None:
    record = page.screen.card.record
    assert record is not None
    assert record.person.full_name == "Noor Ahmed"
    QTest.keyClick(page.screen.table.view, Key.Key_Down)
    record = page.screen.card.record
    assert record is not None
    assert record.person.full_name == "Siân Ŵyn Hughes"


@pytest.mark.parametrize("typed", ["sian", "HUGHES", "hughse", "wyn"])
def test_the_filter_forgives_accents_case_and_a_slip(page: Page, typed: str) -> None:
    page.screen.commands()["filter"]()
    QTest.keyClicks(page.screen.table.filter.field, typed)
    assert page.names() == ["Siân Ŵyn Hughes"]


def test_enter_opens_the_person_and_tab_leaves_the_table(page: Page) -> None:
    view = page.screen.table.view
    view.setFocus()
    QTest.keyClick(view, Key.Key_Return)
    assert page.went == [f"person/{page.ids[0]}"]
    QTest.keyClick(view, Key.Key_Tab)
    assert not view.hasFocus()


def test_somebody_new_is_saved_as_typed_and_chosen(page: Page) -> None:
    page.adding()
    page.type_in(
        full_name="  Łukasz   Nowak ", family_name="Nowak", email=" l.nowak@leeds.example ",
        organisation="leeds city", external_id="00417",
    )  # fmt: skip
    page.save()
    page.screen.go(())
    [row] = [row for row in page.screen.model.rows if row.full_name == "Łukasz Nowak"]
    assert (row.email, row.organisation) == ("l.nowak@leeds.example", "Leeds City Council")
    assert page.store.read(people.person, row.id).external_id == "00417"
    assert page.screen.table.view.current_id() == row.id
    page.desk.undo()
    assert len(page.names()) == 3
    assert page.store.read(organisations.organisations) == []  # one gesture, one undo


def test_what_needs_fixing_is_summed_up_and_each_line_leads_to_its_field(page: Page) -> None:
    form = page.adding()
    page.type_in(known_as="Jay")
    page.save()
    assert form.summary.heading.text() == "1 thing needs fixing"
    assert form.entries["full_name"].problem() == "Enter the person’s full name"
    [link] = form.summary.findChildren(Button)
    link.click()
    assert form.entries["full_name"].widget.hasFocus()
    assert form.typed()["known_as"] == "Jay"
    assert len(page.names()) == 3


def test_an_address_that_cannot_be_is_said_at_its_field(page: Page) -> None:
    form = page.adding()
    page.type_in(full_name="Jay Okafor", email="j.okafor@@kent.example")
    page.save()
    assert form.entries["email"].problem() == "Enter an e-mail address with one @."
    page.type_in(email="j.okafor@kent.example")
    page.save()
    assert "Jay Okafor" in [row.name for row in page.store.read(people.people)]


def test_an_address_that_somebody_has_is_noted_and_can_be_saved(page: Page) -> None:
    a_person(page.store, "Jo Frost", email="Jo@leeds.example")
    form = page.adding()
    page.type_in(full_name="Joanna Frost", email="jo@LEEDS.example")
    notes = [label.text() for label in form.entries["email"].findChildren(QLabel)]
    assert "Jo Frost has this address too." in notes
    page.save()
    assert len(page.store.read(people.people)) == 5


def test_what_was_typed_is_there_again_after_leaving(page: Page) -> None:
    page.adding()
    page.type_in(full_name="Half A Name")
    page.screen.go(())
    form = page.adding()
    assert form.typed()["full_name"] == "Half A Name"
    assert page.screen.form.page is not None
    page.screen.form.page.cancel.click()
    assert page.adding().typed()["full_name"] == ""


def test_every_name_of_the_list_is_kept_as_its_owner_writes_it(page: Page) -> None:
    rows = list(csv.DictReader(NAMES.read_text(encoding="utf-8").splitlines()))
    refused = [row for row in rows if row["id"] == REFUSED]
    for row in rows:
        if row not in refused:
            page.adding()
            page.type_in(full_name=row["full_as_typed"])
            page.save()
    kept = [row.full_name for row in page.store.read(people.people)]
    for row in rows:
        wanted = " ".join(row["full_as_typed"].replace("\u200b", "").split())
        assert (wanted in kept) is (row not in refused), row["id"]


def test_a_name_that_turns_the_writing_round_is_refused_in_words(page: Page) -> None:
    form = page.adding()
    page.type_in(full_name="\u202eevil\u202c Name")
    page.save()
    assert form.entries["full_name"].problem() == (
        "Type this again: it holds characters that cannot be seen (U+202E, U+202C)."
    )
    assert len(page.store.read(people.people)) == 3


def test_several_get_a_place_as_one_gesture(page: Page) -> None:
    cohort = a_cohort(page.store, a_programme(page.store), name="Top Talent 8", capacity=2)
    a_cohort(page.store, a_programme(page.store), name="Small One", capacity=1)
    page.screen.table.view.select_ids(page.ids[:2])
    assert page.screen.counted.text() == "2 of 3 selected"
    page.screen.enrol.click()
    QApplication.processEvents()
    [dialog] = page.screen.findChildren(ChooseCohortDialog)
    offered = [one.name for one in dialog.list.model.rows]
    assert offered == ["Top Talent 8 · 2 of 2 places left"]
    assert dialog.save.text() == "Enrol 2 people"
    dialog.save.click()
    assert len(page.store.read(cohorts.places, cohort.id)) == 2
    page.desk.undo()
    assert page.store.read(cohorts.places, cohort.id) == []


def test_addresses_of_the_chosen_are_copied(page: Page) -> None:
    more = [a_person(page.store, f"P {n}", email=f"p{n}@leeds.example") for n in range(2)]
    page.screen.reload()
    page.screen.table.view.select_ids([*more, page.ids[0]])
    page.screen.copy.click()
    assert QGuiApplication.clipboard().text() == "p0@leeds.example; p1@leeds.example"
    assert page.toast() == "2 e-mail addresses copied. 1 person without one."


def test_somebody_in_nothing_is_removed_and_undone(page: Page) -> None:
    page.screen.table.view.setFocus()
    QTest.keyClick(page.screen.table.view, Key.Key_Delete)
    assert page.names() == ["Siân Ŵyn Hughes", "Zoë O’Brien"]
    page.desk.undo()
    assert len(page.names()) == 3


def test_somebody_with_a_place_stays(page: Page) -> None:
    cohort = a_cohort(page.store, a_programme(page.store))
    [place] = enrolled(page.store, cohort, ["Tola Adeyemi"])
    page.screen.reload()
    page.screen.table.view.select_ids([place.person_id])
    page.screen.remove_person()
    assert page.refusals == [
        "This person has a place in a cohort, so the record stays. Undo the enrolment."
    ]
    assert "Tola Adeyemi" in page.names()


def test_who_may_not_change_people_is_told(page: Page) -> None:
    form = page.adding()
    page.type_in(full_name="Jay Okafor")
    as_role(page.store, Role.FACILITATOR)
    page.save()
    assert form.summary.isVisible()
    as_role(page.store, Role.ADMINISTRATOR)
    assert len(page.store.read(people.people)) == 3


def test_a_change_elsewhere_keeps_who_is_chosen(page: Page) -> None:
    page.screen.table.view.select_ids([page.ids[2]])
    page.store.write(
        Gesture("add_person"), people.save_person, people.PersonDraft(full_name="Aaa Aardvark")
    )
    page.screen.reload()
    assert page.screen.table.view.current_id() == page.ids[2]


def test_keys_lead_to_the_form_the_import_and_back(qtbot: QtBot) -> None:
    store = an_academy()
    a_person(store, "Noor Ahmed")
    window = window_on(store, "people")
    assert window.workspace is not None
    QTest.keyClick(window, Key.Key_N, Ctrl)
    settle()
    assert window.workspace.address == "people/new"
    QTest.keyClicks(QApplication.focusWidget(), "Gwen ap Rhys")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_S, Ctrl)
    settle()
    assert "Gwen ap Rhys" in [row.full_name for row in store.read(people.people)]
    window.workspace.go("people")
    QTest.keyClick(window, Key.Key_I, Ctrl)
    settle()
    assert isinstance(window.workspace.screen, ImportPeopleScreen)
    window.let_go()
