"""Planning sessions as people do: by keys, with the resulting days beside the fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from academy.domain.words import SessionFormat
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.ui.dialogs.series import SeriesDialog
from academy.ui.dialogs.session import SessionDialog
from academy.ui.kit.desk import Desk
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.session_planning import SessionPlanner
from academy.usecases import people, programmes, sessions
from academy.usecases.programmes import CurriculumLine
from builders import NOW, TODAY, WEEK, a_cohort, a_person, a_session, an_academy
from ui.windows import settle, window_on

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Planning:
    """A cohort’s series dialog, counted by keystrokes; text is free."""

    def __init__(self, store: Store, cohort_id: int) -> None:
        self.store, self.cohort_id = store, cohort_id
        self.keys = 0
        self.window: MainWindow | None = None

    def open_from_home(self) -> SeriesDialog:
        self.window = window_on(self.store)
        self.press(Qt.Key.Key_N, CTRL | SHIFT)
        return self.dialog()

    def dialog(self) -> SeriesDialog:
        settle()
        found = QApplication.activeModalWidget()
        assert isinstance(found, SeriesDialog)
        return found

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        self.keys += 1
        goal = QApplication.focusWidget()
        assert goal is not None
        QTest.keyClick(goal, key, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def planned(self) -> list[tuple[date, time, time, str]]:
        rows = self.store.read(sessions.sessions, self.cohort_id)
        return [(row.held_on, row.starts, row.ends, row.room) for row in rows]


@pytest.fixture
def planning() -> Planning:
    store = an_academy()
    return Planning(store, a_cohort(store, sessions=0).id)


def opened(store: Store, cohort_id: int) -> tuple[SeriesDialog, SessionPlanner]:
    planner = SessionPlanner(Desk(store, lambda: NOW), window_on(store), cohort_id)
    planner.add_series()
    settle()
    found = QApplication.activeModalWidget()
    assert isinstance(found, SeriesDialog)
    return found, planner


def words(dialog: SeriesDialog) -> str:
    settle()
    return "\n".join(dialog.plan.words())


def fill(dialog: SeriesDialog | SessionDialog, **texts: str) -> None:
    for key, text in texts.items():
        widget = dialog.form.entries[key].widget
        widget.setPlainText(text) if key == "given" else widget.setText(text)


def test_six_sessions_every_four_weeks_are_planned_with_seven_keys(planning):
    planning.open_from_home()
    for text in ("7 Jan 2027", "10:00", "13:00", "4", "6"):
        planning.type(text)
        planning.press(Qt.Key.Key_Tab)
    planning.type("Oakwood House")
    planning.press(Qt.Key.Key_Return, CTRL)
    settle()
    assert planning.keys == 7
    first = date(2027, 1, 7)
    assert planning.planned() == [
        (first + 4 * n * WEEK, time(10), time(13), "Oakwood House") for n in range(6)
    ]


def test_bank_holidays_are_left_out_and_named_beside_the_fields(planning):
    dialog, _ = opened(planning.store, planning.cohort_id)
    fill(dialog, held_on="18 May 2026", weeks="1", count="3")
    shown = words(dialog)
    assert "Spring Bank Holiday: left out" in shown
    assert "Mon 8 Jun 2026" in shown
    dialog.form.entries["skip_holidays"].widget.click()
    assert "Spring Bank Holiday, bank holiday" in words(dialog)
    assert "Mon 8 Jun 2026" not in words(dialog)


def test_a_pasted_list_of_dates_works_and_what_is_no_date_is_listed(planning):
    dialog, _ = opened(planning.store, planning.cohort_id)
    fill(dialog, given="Thursday 7 January 2027\n4/2/27\tmaybe\n31/2/27; 4 March 2027")
    assert [day.day for day in dialog.plan.days] == [
        date(2027, 1, 7), date(2027, 2, 4), date(2027, 3, 4),
    ]  # fmt: skip
    dialog.save.click()
    assert "‘maybe’ (line 2), ‘31/2/27’ (line 3)" in dialog.form.entries["given"].problem()
    assert planning.planned() == []
    fill(dialog, given="Thursday, 7 January 2027, 4/2/27")
    dialog.save.click()
    settle()
    assert [row[0] for row in planning.planned()] == [date(2027, 1, 7), date(2027, 2, 4)]


def test_a_residential_has_a_session_for_each_of_its_days(planning):
    dialog, _ = opened(planning.store, planning.cohort_id)
    fill(dialog, held_on="5 Jan 2027", weeks="4", count="2", in_a_row="3", title="Residential")
    dialog.save.click()
    settle()
    rows = planning.store.read(sessions.sessions, planning.cohort_id)
    assert [(row.held_on.day, row.title) for row in rows[:4]] == [
        (5, "Residential (1 of 3)"), (6, "Residential (2 of 3)"), (7, "Residential (3 of 3)"),
        (2, "Residential (1 of 3)"),
    ]  # fmt: skip


def test_a_clash_is_named_with_its_way_out_and_does_not_stand_in_the_way(planning):
    other = a_cohort(planning.store, sessions=0)
    taken = replace(
        planning.store.read(sessions.session, a_session(planning.store, other.id, TODAY + WEEK)),
        room="Room 2",
    )
    planning.store.write(Gesture("change_session"), sessions.save_session, taken)
    dialog, _ = opened(planning.store, planning.cohort_id)
    fill(dialog, held_on="3 Dec 2026", room="room 2", count="1")
    assert "Room 2 is taken by" in words(dialog)
    assert "Start at 12:30pm, or choose another room." in words(dialog)
    dialog.plan.start_wished.emit(time(12, 30))
    assert "is taken" not in words(dialog)
    fill(dialog, starts="9:30am", ends="12:30pm")
    dialog.save.click()
    settle()
    assert len(planning.planned()) == 1


def test_a_time_that_comes_twice_is_asked_and_one_that_never_comes_is_refused(planning):
    dialog, _ = opened(planning.store, planning.cohort_id)
    assert not dialog.form.entries["second_hour"].isVisible()
    fill(dialog, held_on="28 Mar 2027", starts="1:30", ends="3:00", count="1")
    dialog.save.click()
    assert "skip 1:30am" in dialog.form.entries["starts"].problem()
    fill(dialog, held_on="31 Oct 2027")
    assert dialog.form.entries["second_hour"].isVisible()
    dialog.save.click()
    assert "comes twice" in dialog.form.entries["second_hour"].problem()
    dialog.form.entries["second_hour"].widget.setCurrentIndex(2)
    dialog.save.click()
    settle()
    made = planning.store.read(sessions.sessions, planning.cohort_id)[0]
    assert planning.store.read(sessions.session, made.id).second_hour is True


def test_a_series_over_the_clock_change_keeps_its_wall_time(planning):
    dialog, _ = opened(planning.store, planning.cohort_id)
    fill(dialog, held_on="4 Mar 2027", weeks="4", count="3")
    dialog.save.click()
    settle()
    assert {row[1] for row in planning.planned()} == {time(9, 30)}


def test_the_curriculum_fills_a_new_cohort(planning):
    store = planning.store
    cohort = a_cohort(store, sessions=0)
    draft = store.read(programmes.programme, cohort.programme_id)
    lines = (CurriculumLine("Welcome", 120), CurriculumLine("Leading change", 180, 2, True))
    changed = replace(draft, curriculum=lines)
    store.write(Gesture("change_programme"), programmes.save_programme, changed, TODAY)
    dialog, _ = opened(store, cohort.id)
    assert not dialog.form.entries["weeks"].isVisible()
    fill(dialog, held_on="7 Jan 2027", starts="10:00")
    dialog.save.click()
    settle()
    rows = store.read(sessions.sessions, cohort.id)
    assert [(r.held_on, r.title, r.ends, r.required) for r in rows] == [
        (date(2027, 1, 7), "Welcome", time(12), False),
        (date(2027, 1, 21), "Leading change", time(13), True),
    ]


def test_several_facilitators_are_people_and_new_names_are_told_and_added(planning):
    store = planning.store
    a_person(store, "Idris Bevan")
    planner = SessionPlanner(Desk(store, lambda: NOW), window_on(store), planning.cohort_id)
    planner.add()
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SessionDialog)
    fill(dialog, title="Talk", facilitators="idris bevan, Dana Reed")
    dialog.form.entries["format"].widget.setCurrentIndex(2)
    dialog.save.click()
    settle()
    row = store.read(sessions.sessions, planning.cohort_id)[0]
    assert row.facilitator == "Idris Bevan, Dana Reed"
    assert store.read(sessions.session, row.id).format is SessionFormat.HYBRID
    assert [p.full_name for p in store.read(people.people)].count("Idris Bevan") == 1


def test_a_name_that_two_people_have_is_asked_for_by_address(planning):
    store = planning.store
    for address in ("a@kent.example", "b@kent.example"):
        a_person(store, "Noor Ahmed", email=address)
    planner = SessionPlanner(Desk(store, lambda: NOW), window_on(store), planning.cohort_id)
    planner.add()
    settle()
    dialog = QApplication.activeModalWidget()
    fill(dialog, title="Talk", facilitators="Noor Ahmed")
    dialog.save.click()
    assert "2 people are called Noor Ahmed" in dialog.form.entries["facilitators"].problem()
    fill(dialog, facilitators="b@kent.example")
    dialog.save.click()
    settle()
    row = store.read(sessions.sessions, planning.cohort_id)[0]
    assert store.read(sessions.session, row.id).facilitators[0].email == "b@kent.example"


def test_days_stay_the_same_when_nothing_is_changed(planning):
    made = a_session(planning.store, planning.cohort_id, TODAY + timedelta(days=9))
    planner = SessionPlanner(
        Desk(planning.store, lambda: NOW), window_on(planning.store), planning.cohort_id
    )
    before = planning.store.read(sessions.session, made)
    planner.change(made)
    settle()
    dialog = QApplication.activeModalWidget()
    dialog.save.click()
    settle()
    after = planning.store.read(sessions.session, made)
    assert replace(after, version=0) == replace(before, version=0)
