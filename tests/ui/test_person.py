"""A person's page, and the form for somebody new, in the real window."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from academy.store.journal import Gesture
from academy.store.store import Store
from academy.ui.kit.labels import forecasts
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.people import PeopleScreen
from academy.ui.screens.person import KEYS, PersonScreen
from academy.ui.screens.person_form import PersonForm
from academy.usecases import cohorts, people
from builders import a_person
from ui.windows import settle, window_on


def cohort_named(store: Store, name: str) -> int:
    return next(row.id for row in store.read(cohorts.cohorts) if row.name == name)


def somebody(store: Store) -> people.PersonRow:
    return store.read(people.people, cohort_named(store, "Top Talent 7"))[1]


def page(window: MainWindow) -> PersonScreen:
    assert window.workspace is not None
    screen = window.workspace.screen
    assert isinstance(screen, PersonScreen)
    return screen


def form_of(screen: PersonScreen | PeopleScreen) -> PersonForm:
    assert screen.form.form is not None
    return screen.form.form


def type_in(form: PersonForm, **texts: str) -> None:
    for key, text in texts.items():
        widget = form.entries[key].widget
        assert isinstance(widget, QLineEdit)
        widget.setText(text)


def press(key: Qt.Key, with_ctrl: bool = True) -> None:
    held = Qt.KeyboardModifier.ControlModifier if with_ctrl else Qt.KeyboardModifier.NoModifier
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)
    settle()


def test_a_changed_name_is_saved_by_key_and_can_be_undone(sample: Store) -> None:
    person = somebody(sample)
    window = window_on(sample, f"person/{person.id}")
    type_in(form_of(page(window)), full_name="Noor Ahmed-Price", organisation="Kent CC")
    press(Qt.Key.Key_S)
    assert page(window).head.title.text() == "Noor Ahmed-Price"
    row = next(one for one in sample.read(people.people) if one.id == person.id)
    assert (row.full_name, row.organisation) == ("Noor Ahmed-Price", "Kent County Council")
    window.run("undo")
    settle()
    assert page(window).head.title.text() == person.full_name
    assert form_of(page(window)).typed()["organisation"] == person.organisation
    window.let_go()


def test_what_needs_fixing_is_listed_and_nothing_typed_is_lost(sample: Store) -> None:
    window = window_on(sample, "people/new")
    assert window.workspace is not None
    screen = window.workspace.screen
    assert isinstance(screen, PeopleScreen)
    form = form_of(screen)
    type_in(form, known_as="Jay", email="j.okafor@@kent.example")
    assert screen.form.page is not None
    screen.form.page.save.click()
    settle()
    assert form.summary.heading.text() == "2 things need fixing"
    type_in(form, full_name="Jay Okafor")
    screen.form.page.save.click()
    settle()
    assert form.entries["email"].problem() == "Enter an e-mail address with one @."
    assert form.typed()["known_as"] == "Jay"
    type_in(form, email="j.okafor@kent")
    screen.form.page.save.click()
    settle()
    assert form.entries["email"].problem().startswith("The part after the @ must be like")
    type_in(form, email="j.okafor@kent.example")
    screen.form.page.save.click()
    settle()
    assert window.workspace.address == "people"
    chosen = screen.table.view.current_id()
    assert sample.read(people.person, chosen).full_name == "Jay Okafor"
    window.let_go()


def test_what_was_typed_is_there_again_after_leaving(sample: Store) -> None:
    person = somebody(sample)
    window = window_on(sample, f"person/{person.id}")
    type_in(form_of(page(window)), phone="01622 123456")
    assert window.workspace is not None
    window.workspace.go("home")
    settle()
    window.workspace.go(f"person/{person.id}")
    settle()
    assert form_of(page(window)).typed()["phone"] == "01622 123456"
    assert sample.read(people.person, person.id).phone == ""
    window.let_go()


def test_a_change_of_somebody_else_does_not_overwrite_what_is_typed(sample: Store) -> None:
    person = somebody(sample)
    window = window_on(sample, f"person/{person.id}")
    type_in(form_of(page(window)), phone="01622 123456")
    draft = sample.read(people.person, person.id)
    sample.write(Gesture("change_person"), people.save_person, draft.__class__(
        **{**draft.__dict__, "job_title": "Head of housing"}))  # fmt: skip
    settle()
    assert form_of(page(window)).typed()["phone"] == "01622 123456"
    type_in(form_of(page(window)), phone="01622 654321")
    draft = sample.read(people.person, person.id)
    sample.write(Gesture("change_person"), people.save_person, replace(draft, phone="020 1"))
    settle()
    form = form_of(page(window))
    assert form.typed()["phone"] == "01622 654321"
    assert form.entries["phone"].problem() == (
        "Somebody saved ‘020 1’ here meanwhile. Saving takes yours."
    )
    shown = page(window).form.page
    assert shown is not None
    shown.save.click()
    settle()
    saved = sample.read(people.person, person.id)
    assert (saved.phone, saved.job_title) == ("01622 654321", "Head of housing")
    window.let_go()


def test_somebody_new_gets_a_place_at_once(sample: Store) -> None:
    cohort_id = cohort_named(sample, "Top Talent 8")
    before = len(sample.read(cohorts.places, cohort_id))
    window = window_on(sample, f"people/new?cohort={cohort_id}")
    assert window.workspace is not None
    screen = window.workspace.screen
    assert isinstance(screen, PeopleScreen)
    assert screen.head.title.text() == "Add a person to Top Talent 8"
    type_in(form_of(screen), full_name="Jay Okafor")
    press(Qt.Key.Key_Return)
    assert window.workspace.address == f"cohort/{cohort_id}/people"
    assert len(sample.read(cohorts.places, cohort_id)) == before + 1
    window.let_go()


def test_the_form_says_what_a_typed_organisation_means(sample: Store) -> None:
    window = window_on(sample, "people/new")
    assert window.workspace is not None
    screen = window.workspace.screen
    assert isinstance(screen, PeopleScreen)
    form = form_of(screen)
    notes = {"Kent CC": "This is Kent County Council.", "Acme": "A new organisation"}
    for typed, note in notes.items():
        type_in(form, organisation=typed)
        assert note in form._meant.text()
    type_in(form, email=sample.read(people.people)[0].email.upper())
    assert form._same.text().endswith("has this address too.")
    window.let_go()


def test_every_tab_is_reached_by_keyboard_and_opens_what_it_lists(sample: Store) -> None:
    person = somebody(sample)
    window = window_on(sample, f"person/{person.id}")
    assert window.workspace is not None
    for key in (*KEYS[1:], KEYS[0]):
        window.run("next_tab")
        settle()
        assert page(window).tab_key == key
    window.workspace.go(f"person/{person.id}/cohorts")
    settle()
    assert page(window).cohorts.view.hasFocus()
    press(Qt.Key.Key_Return, with_ctrl=False)
    assert window.workspace.address.endswith("/register")
    window.let_go()


def test_a_person_who_is_gone_leads_to_everybody(sample: Store) -> None:
    window = window_on(sample, "person/99999")
    assert window.workspace is not None
    assert window.workspace.address == "people"
    window.let_go()


def test_each_page_begins_where_one_acts_first_wherever_one_comes_from(sample: Store) -> None:
    person = somebody(sample)
    window = window_on(sample, "people/new")
    assert window.workspace is not None
    window.workspace.go(f"person/{person.id}")
    settle()
    assert form_of(page(window)).entries["full_name"].widget.hasFocus()
    window.workspace.go(f"person/{person.id}/certificates")
    settle()
    assert page(window).isAncestorOf(QApplication.focusWidget())
    window.workspace.go("people")
    settle()
    screen = window.workspace.screen
    assert isinstance(screen, PeopleScreen)
    assert screen.table.view.hasFocus()
    window.let_go()


def test_a_cohort_tells_what_is_still_possible_and_takes_days_away(sample: Store) -> None:
    from academy.ui.dialogs.away import AwayDialog

    person = somebody(sample)
    window = window_on(sample, f"person/{person.id}/cohorts")
    screen = page(window)
    place = screen.cohorts.current()
    assert place is not None
    assert place.marks is not None
    aloud = str(screen.cohorts.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert "to reach 80%" in aloud
    screen.leave.click()
    settle()
    dialog = next(w for w in screen.findChildren(AwayDialog) if w.isVisible())
    last = dialog.last.widget
    assert isinstance(last, QLineEdit)
    last.setText("+400")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    settle()
    place = screen.cohorts.current()
    assert place is not None
    assert place.marks is not None
    assert place.marks.outlook.forecast.open == 0
    assert "at best" in forecasts.chance(place.marks.outlook)
    window.let_go()


def test_away_is_offered_among_the_cohorts_only(sample: Store) -> None:
    person = somebody(sample)
    window = window_on(sample, f"person/{person.id}")
    assert not page(window).leave.isVisible()
    assert window.workspace is not None
    window.workspace.go(f"person/{person.id}/cohorts")
    settle()
    assert page(window).leave.isVisible()
    window.let_go()


def test_a_manager_with_a_namesake_stays_when_something_else_is_saved(sample: Store) -> None:
    _, boss = [a_person(sample, "Sam Lee", email="office@leeds.example") for _ in range(2)]
    own = a_person(sample, "Own Self")
    draft = replace(sample.read(people.person, own), manager_id=boss)
    sample.write(Gesture("change_person"), people.save_person, draft)
    window = window_on(sample, f"person/{own}")
    type_in(form_of(page(window)), phone="0113 496 0000")
    press(Qt.Key.Key_S)
    saved = sample.read(people.person, own)
    assert (saved.phone, saved.manager_id) == ("0113 496 0000", boss)
    window.let_go()
