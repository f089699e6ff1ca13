"""A pair's page as its users work it: goals, contacts, notes, nudges, agreement, ending, groups."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from academy.domain.words import GoalState, PairState, Role, Who
from academy.store.journal import Gesture
from academy.ui.dialogs.agreement import AgreementDialog
from academy.ui.dialogs.end_pair import EndPairDialog
from academy.ui.dialogs.goal import GoalDialog
from academy.ui.dialogs.meeting import GroupMeetingDialog, MeetingDialog
from academy.ui.dialogs.private_note import (
    FirstNoteDialog,
    PrivateNoteDialog,
    UnlockNotesDialog,
)
from academy.ui.kit import pickers, unlocked_keys
from academy.ui.kit.desk import Desk
from academy.ui.kit.screen import Screen
from academy.ui.screens.pair import PairScreen
from academy.ui.screens.pair_group import MentorGroupScreen
from academy.usecases import cohorts, mentoring, private_notes
from builders import NOW, TODAY, WEEK, a_cohort, a_mentor, a_pair, a_person, an_academy
from explains import journal_explains
from ui.windows import Answers

Key = Qt.Key
Dialog = TypeVar("Dialog", bound=QDialog)
PASSPHRASE = "correct horse battery"


class Page:
    """Noor and Aoife are mentored by Pat Ellis; Noor's pair is quiet."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.store = qtbot, an_academy()
        self.cohort = a_cohort(self.store, name="Top Talent 7")
        self.pat = a_mentor(self.store, "Pat Ellis", 2)
        people = [
            a_person(self.store, name, email=f"{name[:4].lower()}@kent.example")
            for name in ("Noor Ahmed", "Aoife Byrne")
        ]
        self.store.write(
            Gesture("enrol", {"n": 2}), cohorts.enrol, self.cohort.id, people, TODAY - 20 * WEEK
        )
        self.pair, self.other = (a_pair(self.store, self.cohort, one, self.pat) for one in people)
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.asked: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.answers = Answers()
        self.answers.path = folder

    def show(self, screen: Screen, *parts: str) -> None:
        self.screen = screen
        self.qtbot.addWidget(screen)
        screen.resize(1055, 720)
        screen.asked.connect(self.asked.append)
        screen.go(parts)
        screen.show()
        self.qtbot.waitExposed(screen)

    def dialog(self, kind: type[Dialog]) -> Dialog:
        found = [one for one in self.screen.findChildren(kind) if one.isVisible()]
        assert len(found) == 1, kind
        return found[0]

    def no_dialog(self) -> bool:
        return not any(one.isVisible() for one in self.screen.findChildren(QDialog))

    def said(self) -> str:
        QApplication.processEvents()  # new labels are shown
        return "\n".join(one.text() for one in self.screen.findChildren(QLabel) if one.isVisible())

    def row(self) -> mentoring.PairRow:
        rows = self.desk.read(mentoring.pairs, self.cohort.id, TODAY)
        return next(row for row in rows if row.id == self.pair)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[Page]:
    made = Page(qtbot, tmp_path)
    before = pickers.use(made.answers)
    unlocked_keys.forget()
    made.show(PairScreen(made.desk), str(made.pair))
    yield made
    unlocked_keys.forget()
    pickers.use(before)
    journal_explains(made.store)


def fill(dialog: QDialog, **values: str) -> None:
    """Type into the fields of a form and save it."""
    form = dialog.form  # type: ignore[attr-defined]
    for key, words in values.items():
        widget: QWidget = form.entries[key].widget
        assert isinstance(widget, QLineEdit | QPlainTextEdit)
        widget.setFocus()
        widget.selectAll()
        QTest.keyClicks(widget, words)
    dialog.save.click()  # type: ignore[attr-defined]


def test_it_says_who_they_are_and_how_they_came_together(page: Page) -> None:
    said = page.said()
    for words in ("Noor Ahmed – Pat Ellis", "Chosen by hand", "None yet. A goal"):
        assert words in said
    assert isinstance(page.screen, PairScreen)
    assert [row.mentee for row in page.screen.pairs.model.rows] == ["Aoife Byrne"]
    assert page.screen.title() == "Noor Ahmed – Pat Ellis"
    page.screen.go(["4711"])
    assert page.asked == ["mentoring"]


def test_one_key_notes_that_they_met_today(page: Page) -> None:
    assert page.row().quiet
    QTest.keyClick(page.screen.log, Key.Key_Plus)  # type: ignore[attr-defined]
    assert page.row().last_met == TODAY
    page.desk.undo()
    assert page.row().last_met is None


def test_a_meeting_with_the_day_of_the_next_is_logged_and_shown(page: Page) -> None:
    page.screen.log_contact()  # type: ignore[attr-defined]
    dialog = page.dialog(MeetingDialog)
    fill(dialog, minutes="45", next_on="1/11/26")
    assert not page.no_dialog()  # the next one must come after this one
    fill(dialog, next_on="17/12/26")
    assert page.no_dialog()
    assert "Thursday 17 December 2026" in page.said()


def test_a_goal_is_set_reached_and_removed_by_keyboard(page: Page) -> None:
    screen = page.screen
    assert isinstance(screen, PairScreen)
    screen.add_goal.click()
    fill(page.dialog(GoalDialog), text="Speak in public")
    [goal] = screen.goals.model.rows
    assert goal.text == "Speak in public"
    commands = {one.words.replace("&", ""): one.act for one in screen.item_commands()}
    commands["Goal reached"]()
    assert screen.goals.model.rows[0].state is GoalState.REACHED
    screen.goals.view.setFocus()
    QTest.keyClick(screen.goals.view, Key.Key_Delete)
    assert screen.goals.model.rows == []
    page.desk.undo()
    assert len(screen.goals.model.rows) == 1


def test_the_first_note_asks_for_a_passphrase_and_the_next_run_asks_again(page: Page) -> None:
    screen = page.screen
    assert isinstance(screen, PairScreen)
    screen.notes.write.click()
    fill(page.dialog(FirstNoteDialog), passphrase=PASSPHRASE, again=PASSPHRASE)
    fill(page.dialog(PrivateNoteDialog), text="Prefers mornings")
    assert "Prefers mornings" in page.said()
    unlocked_keys.forget()  # as the next run begins
    screen.reload()
    assert "Prefers mornings" not in page.said()
    assert "1 note of yours, sealed." in page.said()
    screen.notes.read.click()
    dialog = page.dialog(UnlockNotesDialog)
    fill(dialog, passphrase="another one entirely")
    assert not page.no_dialog()
    assert "Prefers mornings" not in page.said()
    fill(dialog, passphrase=PASSPHRASE)
    assert page.no_dialog()
    assert "Prefers mornings" in page.said()
    assert "Prefers" not in screen.title() + screen.window().windowTitle()


def test_another_user_sees_only_that_there_are_notes(page: Page) -> None:
    screen = page.screen
    assert isinstance(screen, PairScreen)
    screen.notes.write.click()
    fill(page.dialog(FirstNoteDialog), passphrase=PASSPHRASE, again=PASSPHRASE)
    fill(page.dialog(PrivateNoteDialog), text="Prefers mornings")
    page.store.who = Who("Sam Reed", Role.ADMINISTRATOR)
    screen.reload()
    assert "1 note of Dana Price, sealed." in page.said()
    assert "Prefers" not in page.said()
    assert not screen.notes.read.isVisible()


def test_a_forgotten_passphrase_is_said_plainly_and_gives_the_notes_up(page: Page) -> None:
    screen = page.screen
    assert isinstance(screen, PairScreen)
    screen.notes.write.click()
    fill(page.dialog(FirstNoteDialog), passphrase=PASSPHRASE, again=PASSPHRASE)
    fill(page.dialog(PrivateNoteDialog), text="Prefers mornings")
    unlocked_keys.forget()
    screen.reload()
    screen.notes.read.click()
    page.dialog(UnlockNotesDialog).lost.click()
    assert page.answers.asked == ["Give up your 1 private note?"]
    assert len(page.desk.read(private_notes.pair_notes, page.pair).own) == 1  # cancelled
    page.answers.answer = "do"
    page.dialog(UnlockNotesDialog).lost.click()
    assert page.no_dialog()
    assert page.desk.read(private_notes.pair_notes, page.pair).own == ()


def test_a_nudge_is_saved_as_a_draft_and_a_pair_put_off(page: Page, tmp_path: Path) -> None:
    screen = page.screen
    assert isinstance(screen, PairScreen)
    commands = {one.words.replace("&", ""): one.act for one in screen.item_commands()}
    commands["Draft nudge…"]()
    [draft] = tmp_path.glob("*.eml")
    assert b"X-Unsent: 1" in draft.read_bytes()
    commands["Put off for a week"]()
    assert not page.row().quiet
    page.desk.undo()
    assert page.row().quiet


def test_the_agreement_goes_to_each_of_the_two_as_a_draft(page: Page, tmp_path: Path) -> None:
    screen = page.screen
    assert isinstance(screen, PairScreen)
    assert screen.details is not None
    screen.more.agreement(screen.details)
    dialog = page.dialog(AgreementDialog)
    QTest.keyClicks(dialog.form.entries["weeks"].widget, "0")
    dialog.draft.click()
    assert not page.no_dialog()  # every 40 weeks is no mentoring
    widget = dialog.form.entries["weeks"].widget
    assert isinstance(widget, QLineEdit)
    widget.setText("6")
    dialog.draft.click()
    assert page.no_dialog()
    [one] = tmp_path.glob("*.eml")  # Pat has no address
    assert b"noor@kent.example" in one.read_bytes()
    assert b"application/pdf" in one.read_bytes()


def test_ending_a_pair_leads_to_suggestions_for_who_waits(page: Page) -> None:
    screen = page.screen
    assert isinstance(screen, PairScreen)
    assert screen.details is not None
    screen.doing.end_pair(screen.details.row)
    fill(page.dialog(EndPairDialog), more="moved")
    assert page.row().state is PairState.ENDED
    assert page.row().end_reason == "Goals reached: moved"
    assert page.asked == [f"cohort/{page.cohort.id}/mentoring/suggestions"]
    assert not screen.log.isVisible()


def test_a_mentor_logs_one_meeting_for_those_who_were_there(page: Page) -> None:
    page.show(MentorGroupScreen(page.desk), str(page.pat))
    screen = page.screen
    assert isinstance(screen, MentorGroupScreen)
    assert screen.title() == "Mentees of Pat Ellis"
    screen.log.click()
    dialog = page.dialog(GroupMeetingDialog)
    away = dialog.form.entries[f"pair-{page.other}"].widget
    QTest.keyClick(away, Key.Key_Space)
    fill(dialog, minutes="90")
    met = {row.id: row.last_met for row in page.desk.read(mentoring.pairs, None, TODAY)}
    assert met == {page.pair: TODAY, page.other: None}
    screen.pairs.view.setFocus()
    screen.pairs.show_id(page.pair)
    QTest.keyClick(screen.pairs.view, Key.Key_Return)
    assert page.asked == [f"pair/{page.pair}"]
