"""The calendar as its users work it: keys, dragging, clashes, invitations, replies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from academy.domain.words import Answer, SessionState
from academy.exchange.calendar import Attendee, Method, write_calendar
from academy.exchange.calendar_reading import read_calendars
from academy.store.journal import Gesture
from academy.ui.dialogs.move_session import MoveSessionDialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.toast import Toast
from academy.ui.screens.calendar import CalendarScreen
from academy.usecases import academy, calendar, cohorts, sessions
from builders import NOW, TODAY, WEEK, a_cohort, a_person, a_session, an_academy
from ui.answers import Prepared
from ui.windows import settle

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


class Page:
    """A calendar of two cohorts: one meets today and next week, the other today as well."""

    def __init__(self, qtbot: QtBot) -> None:
        self.store = an_academy()
        known = self.store.read(academy.academy)
        self.do(academy.save_academy, replace(known, email="academy@kent.example"))
        self.one = a_cohort(self.store, sessions=0, name="Top Talent 7").id
        self.two = a_cohort(self.store, sessions=0, name="Women 4").id
        self.first = a_session(self.store, self.one, TODAY)
        self.next = a_session(self.store, self.one, TODAY + WEEK, title="Money")
        self.other = a_session(self.store, self.two, TODAY, title="Voice")
        noor = a_person(self.store, "Noor Ahmed", email="noor@kent.example")
        for cohort in self.one, self.two:
            self.do(cohorts.enrol, cohort, [noor], TODAY)
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.asked: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.screen = CalendarScreen(self.desk)
        self.screen.asked.connect(self.asked.append)
        qtbot.addWidget(self.screen)
        self.screen.resize(1055, 720)
        self.screen.go(())
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.grid.setFocus()
        settle()

    def do(self, command, *facts):
        return self.store.write(Gesture("change_session", {"n": 1}), command, *facts)

    def press(self, *keys: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.screen.grid, key, held)

    def day_of(self, session_id: int) -> date:
        return self.store.read(sessions.session, session_id).held_on

    def cell(self, day: date) -> QPoint:
        grid = self.screen.grid
        place = grid.days.place_of(day)
        assert place is not None
        return grid.visualRect(grid.days.index(*place)).center()

    def drag(self, session_id: int, day: date) -> None:
        view = self.screen.grid.viewport()
        start = self.screen.grid.chip_rect(session_id).center().toPoint()
        QTest.mousePress(view, LEFT, pos=start)
        QTest.mouseMove(view, start + QPoint(0, 30))
        QTest.mouseMove(view, self.cell(day))
        QTest.mouseRelease(view, LEFT, pos=self.cell(day))


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


def test_a_click_on_a_session_opens_its_register(page):
    at = page.screen.grid.chip_rect(page.next).center().toPoint()
    QTest.mouseClick(page.screen.grid.viewport(), LEFT, pos=at)
    assert page.asked == [f"cohort/{page.one}/register/{page.next}"]


def test_a_session_is_dragged_to_another_day_and_undone(page):
    page.drag(page.next, TODAY + timedelta(days=1))
    assert page.day_of(page.next) == TODAY + timedelta(days=1)
    assert page.asked == []
    assert page.screen.grid.current_session().moved_from == TODAY + WEEK
    page.desk.undo()
    assert page.day_of(page.next) == TODAY + WEEK


def test_dropping_a_session_on_its_own_day_or_pressing_esc_moves_nothing(page):
    page.drag(page.next, TODAY + WEEK)
    grid, view = page.screen.grid, page.screen.grid.viewport()
    start = grid.chip_rect(page.next).center().toPoint()
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, page.cell(TODAY))
    QTest.keyClick(grid, Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, pos=page.cell(TODAY))
    assert page.day_of(page.next) == TODAY + WEEK


def test_keys_walk_through_days_and_sessions_and_open_them(page):
    grid = page.screen.grid
    assert grid.current_day() == TODAY
    assert grid.current_session().id == page.first
    page.press(Key.Key_Down)
    assert grid.current_session().id == page.other
    page.press(Key.Key_Down)
    assert (grid.current_day(), grid.current_session().id) == (TODAY + WEEK, page.next)
    page.press(Key.Key_Return)
    assert page.asked == [f"cohort/{page.one}/register/{page.next}"]
    page.press(*[Key.Key_Down] * 4)
    assert grid.current_day() == TODAY + 5 * WEEK
    assert page.screen.head.light.text() == "December 2026"


def test_ctrl_shift_and_arrows_move_a_session_and_stay_on_it(page):
    page.press(Key.Key_Down, Key.Key_Down)
    page.press(Key.Key_Right, held=CTRL_SHIFT)
    page.press(Key.Key_Down, held=CTRL_SHIFT)
    assert page.day_of(page.next) == TODAY + 2 * WEEK + timedelta(days=1)
    assert page.screen.grid.current_session().id == page.next


def test_f2_asks_for_the_day_and_tells_what_is_in_the_way_there(page):
    page.press(Key.Key_Down, Key.Key_Down, Key.Key_F2)
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MoveSessionDialog)
    QTest.keyClicks(dialog.focusWidget(), "26 Nov 2026")
    settle()
    assert "The cohort is in another session" in "\n".join(dialog.plan.words())
    dialog.form.entries["day"].widget.setText("1 Dec 2026")
    page.press(Key.Key_Return)
    assert page.day_of(page.next) == date(2026, 12, 1)


def test_a_clash_is_marked_and_told_with_ways_out(page):
    assert page.screen.clash.isVisible()
    told = page.screen.clash.words.text()
    assert "1 person also expected at Women 4, Voice" in told
    assert "Noor Ahmed" in told
    assert "Start at 12:30pm, or choose another day." in told
    page.do(sessions.change_session_state, page.other, SessionState.CANCELLED)
    settle()
    assert not page.screen.clash.isVisible()


def test_cells_speak_the_day_its_sessions_and_its_bank_holiday(page):
    grid = page.screen.grid
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = grid.days.data(grid.currentIndex(), role)
    assert spoken.startswith("Thursday 26 November 2026, 2 sessions: 9:30am to 12:30pm")
    assert "1 clash" in spoken
    page.screen.show_day(date(2026, 12, 25))
    assert "Christmas Day, bank holiday" in grid.days.data(grid.currentIndex(), role)


def test_week_and_list_show_the_same_sessions(page):
    page.screen.turn(1)
    assert page.screen.view == "week"
    assert {s.id for s in page.screen.grid.days.sessions_on(TODAY)} == {page.first, page.other}
    page.screen.turn(1)
    assert page.screen.view == "list"
    assert page.screen.model.rowCount() == 3
    page.screen.table.view.select_ids([page.next])
    page.screen.table.view.setFocus()
    page.press(Key.Key_Left, held=CTRL_SHIFT)
    assert page.day_of(page.next) == TODAY + timedelta(days=6)


def test_an_academy_without_sessions_says_where_they_are_planned(qtbot):
    screen = CalendarScreen(Desk(an_academy(), lambda: NOW))
    qtbot.addWidget(screen)
    screen.show()
    assert screen.empty.isVisible()
    went = []
    screen.asked.connect(went.append)
    screen.empty.button.click()
    assert went == ["cohorts"]


def test_the_sessions_of_a_cohort_are_saved_as_a_calendar_file(
    page: Page, answers: Prepared, tmp_path: Path
):
    number = page.screen.cohort.findData(page.one)
    page.screen.cohort.setCurrentIndex(number)
    page.screen.cohort.activated.emit(number)
    goal = tmp_path / "sessions.ics"
    answers.will(goal)
    page.screen.commands()["export"]()
    assert answers.asked[0][1] == "Top Talent 7.ics"
    read = read_calendars(goal.read_bytes())[0]
    assert [event.title for event in read.events] == [
        "Top Talent 7: Leading change", "Top Talent 7: Money",
    ]  # fmt: skip


def test_invitations_are_drafted_after_asking_and_a_reply_is_read(
    page: Page, answers: Prepared, tmp_path: Path
):
    answers.will("do", tmp_path)
    page.screen.doing.draft_invitations()
    drafts = sorted(path.name for path in tmp_path.glob("*.eml"))
    assert drafts == [
        "2026-11-26 1 Invitation Top Talent 7 Leading change.eml",
        "2026-12-03 2 Invitation Top Talent 7 Money.eml",
    ]
    sent = read_calendars((tmp_path / drafts[1]).read_bytes())[0]
    assert (sent.method, sent.events[0].attendees[0].email) == ("REQUEST", "noor@kent.example")
    event = page.store.read(calendar.feed, page.one)[1]
    told = replace(event, attendees=(Attendee("", "noor@kent.example", Answer.ACCEPTED),))
    reply = tmp_path / "reply.ics"
    reply.write_bytes(write_calendar([told], Method.REPLY))
    answers.will(reply)
    page.screen.doing.read_replies()
    toasts = [toast for toast in page.screen.window().findChildren(Toast) if toast.isVisible()]
    assert toasts[-1].accessibleName() == "Noor Ahmed accepted Money."
    found = page.store.read(calendar.calendar, TODAY + WEEK, TODAY + WEEK, TODAY)[0]
    assert (found.answers.accepted, found.answers.invited) == (1, 1)
    page.screen.doing.draft_invitations()
    assert "every calendar is up to date" in page.refusals[-1]


def test_nothing_is_noted_as_sent_when_the_files_cannot_be_written(
    page: Page, answers: Prepared, tmp_path: Path
):
    answers.will("do", tmp_path / "not there")
    page.screen.doing.draft_invitations()
    assert "Choose another folder" in page.refusals[-1]
    assert page.store.read(calendar.calendar, TODAY, TODAY, TODAY)[0].answers.invited == 0


def test_a_file_that_is_no_reply_is_refused_with_a_sentence(
    page: Page, answers: Prepared, tmp_path: Path
):
    wrong = tmp_path / "notes.ics"
    wrong.write_text("Hello")
    answers.will(wrong)
    page.screen.doing.read_replies()
    assert "There is no calendar message in notes.ics" in page.refusals[-1]
