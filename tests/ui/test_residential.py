"""A residential on screen: one dialog adds its days; moving and calling off ask what is meant."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from academy.domain.words import SessionState
from academy.store.store import Store
from academy.ui.dialogs.move_session import MoveSessionDialog
from academy.ui.dialogs.residential import ResidentialDialog
from academy.ui.kit.desk import Desk
from academy.ui.screens.session_planning import SessionPlanner
from academy.usecases import sessions
from builders import NOW, TODAY, a_cohort, an_academy
from ui.windows import answering, settle, window_on

MONDAY = date(2027, 2, 1)
DAY = timedelta(days=1)


class Page:
    def __init__(self) -> None:
        self.store: Store = an_academy()
        self.cohort_id = a_cohort(self.store, sessions=0).id
        desk = Desk(self.store, lambda: NOW)
        self.planner = SessionPlanner(desk, window_on(self.store), self.cohort_id)

    def dialog(self) -> ResidentialDialog:
        self.planner.add_residential()
        settle()
        found = QApplication.activeModalWidget()
        assert isinstance(found, ResidentialDialog)
        return found

    def rows(self) -> list[sessions.SessionRow]:
        return self.store.read(sessions.sessions, self.cohort_id)

    def add(self) -> list[int]:
        dialog = self.dialog()
        fill(dialog, held_on="1 Feb 2027", title="Lakes", room="Rydal Hall")
        lines = dialog.hours.lines
        lines[0].starts.setText("2pm")
        lines[0].ends.setText("9pm")
        lines[2].starts.setText("9am")
        lines[2].ends.setText("12:30pm")
        dialog.save.click()
        settle()
        return [row.id for row in self.rows()]


def fill(dialog: ResidentialDialog, **texts: str) -> None:
    for key, text in texts.items():
        dialog.form.entries[key].widget.setProperty("text", text)
    settle()


@pytest.fixture
def page() -> Page:
    return Page()


def test_an_empty_day_has_the_hours_of_the_day_before(page: Page) -> None:
    page.add()
    assert [(r.held_on, r.starts, r.ends) for r in page.rows()] == [
        (MONDAY, time(14), time(21)),
        (MONDAY + DAY, time(14), time(21)),
        (MONDAY + 2 * DAY, time(9), time(12, 30)),
    ]
    assert page.store.undo()
    assert page.rows() == []


def test_the_days_stand_beside_and_lines_follow_their_number(page: Page) -> None:
    dialog = page.dialog()
    fill(dialog, held_on="1 Feb 2027", days="4", title="Lakes")
    assert "4 session(s)" in dialog.plan.words()[0] or "4 sessions" in dialog.plan.words()[0]
    shown = [line for line in dialog.hours.lines if line.isVisibleTo(dialog)]
    assert [line.day.text() for line in shown] == [
        "Mon 1 Feb 2027", "Tue 2 Feb 2027", "Wed 3 Feb 2027", "Thu 4 Feb 2027",
    ]  # fmt: skip
    fill(dialog, days="1")
    dialog.save.click()
    assert "2 to 14" in dialog.form.entries["days"].problem()
    dialog.close()


def test_what_is_no_time_is_said_at_the_hours(page: Page) -> None:
    dialog = page.dialog()
    fill(dialog, title="Lakes")
    dialog.hours.lines[1].ends.setText("late")
    dialog.save.click()
    assert dialog.form.entries["hours"].problem()
    assert page.rows() == []
    dialog.close()


@pytest.mark.parametrize(("answer", "moved"), [("whole", 3), ("day", 1), ("nothing", 0)])
def test_moving_a_day_asks_whether_the_others_come_along(
    page: Page, answer: str, moved: int
) -> None:
    days = page.add()
    asked = answering()
    asked.answer = answer
    page.planner.move(days[0], MONDAY - DAY)
    assert asked.asked == ["Move the whole residential?"]
    assert sum(row.held_on not in (MONDAY, MONDAY + DAY, MONDAY + 2 * DAY) for row in page.rows()) \
        == (1 if moved else 0)  # fmt: skip
    expected = {3: [-1, 0, 1], 1: [-1, 1, 2], 0: [0, 1, 2]}[moved]
    assert [(row.held_on - MONDAY).days for row in page.rows()] == expected


@pytest.mark.parametrize(("answer", "off"), [("whole", 3), ("day", 1), ("nothing", 0)])
def test_calling_a_day_off_asks_about_the_others(page: Page, answer: str, off: int) -> None:
    days = page.add()
    answering().answer = answer
    page.planner.change_state(days[1], SessionState.CANCELLED)
    assert sum(row.state is SessionState.CANCELLED for row in page.rows()) == off


def test_the_move_dialog_takes_all_days_along_unless_told_otherwise(page: Page) -> None:
    days = page.add()
    page.planner.ask_move(days[0])
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MoveSessionDialog)
    dialog.form.entries["day"].widget.setProperty("text", (MONDAY + 7 * DAY).strftime("%d/%m/%Y"))
    dialog.save.click()
    settle()
    assert [(row.held_on - MONDAY).days for row in page.rows()] == [7, 8, 9]
    assert page.rows()[0].held_on > TODAY
