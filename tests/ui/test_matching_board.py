"""The board of matching as its users work it: a whole cohort in three clicks, each change one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from academy.domain.words import Aim, Criterion
from academy.store import history
from academy.store.journal import Gesture
from academy.ui.dialogs.choose_mentor import ChooseMentorDialog
from academy.ui.kit import tasks
from academy.ui.kit.desk import Desk
from academy.ui.screens.mentoring import MentoringTab
from academy.ui.screens.settings_matching import MatchingPart
from academy.ui.screens.suggestion_words import wishes_of
from academy.ui.screens.what_if import WhatIfDialog
from academy.usecases import matching_settings, mentoring, mentors
from academy.usecases.mentees import mentee, save_mentee
from builders import NOW, TODAY, a_cohort, a_mentor, an_academy, enrolled
from explains import journal_explains

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


class Board:
    """A cohort of 24 who wait, and 18 mentors with 26 places; only the last offers housing."""

    def __init__(self, qtbot: QtBot, people: int = 24, bench: int = 18) -> None:
        self.qtbot, self.store = qtbot, an_academy()
        self.cohort = a_cohort(self.store, name="Top Talent 7")
        names = [f"Person {n:02} Waiting" for n in range(people)]
        self.people = enrolled(self.store, self.cohort, names)
        self.bench = [a_mentor(self.store, f"Mentor {n:02} Here", 2) for n in range(bench)]
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.tab = MentoringTab(self.desk)
        qtbot.addWidget(self.tab)
        self.tab.resize(1055, 640)
        self.tab.open_cohort(self.cohort.id)
        self.tab.show()
        qtbot.waitExposed(self.tab)
        self.clicks = 0

    def click(self, button: QWidget) -> None:
        assert button.isVisible()
        QTest.mouseClick(button, Left)
        self.clicks += 1
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not tasks.running(), timeout=10_000)

    def pairs(self) -> dict[str, str]:
        rows = self.store.read(mentoring.pairs, self.cohort.id, TODAY)
        return {row.mentee: row.mentor for row in rows}

    def suggested(self) -> dict[int, int]:
        plan = self.tab.suggestions.plan
        assert plan is not None
        return {pair.mentee.id: pair.mentor.id for pair in plan.pairs}

    def wish(self, number: int, **wishes: object) -> None:
        draft = self.store.read(mentee, self.people[number].id)
        self.store.write(Gesture("save_mentee"), save_mentee, replace(draft, **wishes))


@pytest.fixture
def boards(qtbot: QtBot) -> Iterator[Callable[..., Board]]:
    made: list[Board] = []

    def make(people: int = 24, bench: int = 18) -> Board:
        made.append(Board(qtbot, people, bench))
        return made[-1]

    yield make
    for board in made:
        board.settle()
        journal_explains(board.store)


def test_24_people_are_paired_in_two_clicks_after_the_tab_and_undone_by_one(
    boards: Callable[..., Board],
) -> None:
    board = boards()
    before = board.store.read(history.latest)
    board.click(board.tab.bar.suggest)
    assert board.pairs() == {}
    assert board.tab.bar.confirm.text() == "&Confirm 24 pairs"
    board.click(board.tab.bar.confirm)
    assert board.clicks == 2
    assert len(board.pairs()) == 24
    assert board.store.read(history.latest) == before + 1
    board.desk.undo()
    assert board.pairs() == {}


def test_each_change_is_one_click(boards: Callable[..., Board]) -> None:
    board = boards()
    board.click(board.tab.bar.suggest)
    first = board.tab.waiting.current()
    assert first is not None
    before = board.suggested()
    board.click(board.tab.suggested.next)
    after = board.suggested()
    assert after[first.person_id] != before[first.person_id]
    assert len(after) == len(before)
    board.click(board.tab.suggested.again)
    assert board.suggested() == before


def test_one_pair_is_confirmed_and_the_others_are_matched_anew(
    boards: Callable[..., Board],
) -> None:
    board = boards(4, 3)
    board.click(board.tab.bar.suggest)
    board.click(board.tab.suggested.confirm)
    assert len(board.pairs()) == 1
    assert len(board.tab.waiting.model.rows) == 3
    assert len(board.suggested()) == 3


def test_kept_pairs_stand_whatever_else_changes(boards: Callable[..., Board]) -> None:
    board = boards(4, 3)
    board.click(board.tab.bar.suggest)
    first = board.tab.waiting.current()
    assert first is not None
    kept = board.suggested()[first.person_id]
    board.click(board.tab.suggested.keep)
    assert not board.tab.suggested.next.isEnabled()
    board.wish(1, wants="housing")
    board.settle()
    assert board.suggested()[first.person_id] == kept


def test_whoever_is_left_over_is_told_why_and_what_would_help(
    boards: Callable[..., Board],
) -> None:
    board = boards(4, 1)
    board.click(board.tab.bar.suggest)
    assert board.tab.bar.confirm.text() == "&Confirm 2 pairs"
    plan = board.tab.suggestions.plan
    assert plan is not None
    board.tab.waiting.show_id(plan.left_over[0].mentee.id)
    assert board.tab.suggested.raise_places.text() == "Change Mentor 00 Here…"
    assert not board.tab.suggested.confirm.isVisible()
    rows = [row for row in board.tab.table.rows.rows if row.score is None]
    assert [row.against for row in rows] == ["1 mentor whose places others need"] * 2


def test_a_cohort_without_mentors_is_told_so(boards: Callable[..., Board]) -> None:
    board = boards(2, 0)
    board.click(board.tab.bar.suggest)
    assert not board.tab.bar.confirm.isVisible()
    rows = list(board.tab.table.rows.rows)
    assert [row.against for row in rows] == ["nobody mentors yet"] * 2
    board.click(board.tab.bar.again)


def test_a_plan_follows_what_others_change_meanwhile(boards: Callable[..., Board]) -> None:
    board = boards(2, 2)
    board.click(board.tab.bar.suggest)
    used = set(board.suggested().values())
    first = min(used)
    draft = board.store.read(mentors.mentor, first)
    paused = replace(draft, paused=True)
    board.store.write(Gesture("save_mentor"), mentors.save_mentor, paused)
    board.settle()
    assert first not in board.suggested().values()


def test_two_who_are_kept_apart_are_matched_with_others_at_once(
    boards: Callable[..., Board],
) -> None:
    board = boards(2, 2)
    board.click(board.tab.bar.suggest)
    pair = board.tab.suggested.pair()
    assert pair is not None
    board.tab.suggested.commands()[-1].act()
    board.settle()
    assert board.suggested()[pair.mentee.id] != pair.mentor.id
    board.wish(0, wants="housing")
    assert "Housing" in {
        wishes_of(board.tab.suggestions.given, row.person_id)
        for row in board.tab.waiting.model.rows
    }


def test_the_board_is_worked_by_keyboard_alone(boards: Callable[..., Board]) -> None:
    board = boards(3, 2)
    board.tab.activateWindow()
    board.qtbot.waitUntil(board.tab.isActiveWindow)
    for button in (board.tab.bar.suggest, board.tab.suggested.next, board.tab.bar.confirm):
        button.setFocus()
        assert button.hasFocus()
        QTest.keyClick(button, Key.Key_Space)
        board.settle()
    assert len(board.pairs()) == 3


def test_the_table_twin_says_the_same_and_leads_to_the_board(
    boards: Callable[..., Board],
) -> None:
    board = boards(3, 2)
    board.click(board.tab.bar.suggest)
    board.tab.show_part("table")
    told = {row.person_id: row.score for row in board.tab.table.rows.rows}
    plan = board.tab.suggestions.plan
    assert plan is not None
    assert told == {pair.mentee.id: pair.score for pair in plan.pairs}
    board.tab.table.select_ids([plan.pairs[1].mentee.id])
    QTest.keyClick(board.tab.table, Key.Key_Return)
    current = board.tab.waiting.current()
    assert current is not None
    assert current.person_id == plan.pairs[1].mentee.id
    assert board.tab.suggested.isVisible()


def test_somebody_is_chosen_by_hand_while_suggestions_stand(
    boards: Callable[..., Board],
) -> None:
    board = boards(3, 2)
    board.click(board.tab.bar.suggest)
    board.click(board.tab.suggested.choose)
    dialog = board.tab.findChild(ChooseMentorDialog)
    assert dialog is not None
    QTest.keyClick(dialog.list.view, Key.Key_Return)
    board.settle()
    assert len(board.pairs()) == 1
    assert len(board.suggested()) == 2


def what_if(board: Board) -> WhatIfDialog:
    board.click(board.tab.bar.what_if)
    dialog = board.tab.findChild(WhatIfDialog)
    assert dialog is not None
    return dialog


def test_what_if_tells_who_would_move_and_writes_nothing(boards: Callable[..., Board]) -> None:
    board = boards(2, 2)
    board.click(board.tab.bar.suggest)
    before, entries = board.suggested(), board.store.read(history.latest)
    dialog = what_if(board)
    first = min(before)
    other = next(mentor for mentor in board.bench if mentor != before[first])
    dialog.mentee.setCurrentIndex(dialog.mentee.findData(first))
    dialog.partner.setCurrentIndex(dialog.partner.findData(other))
    dialog.try_out()
    board.settle()
    assert first in [move.mentee.id for move in dialog.list.model.rows]
    assert board.suggested() == before
    dialog.save.click()
    board.settle()
    assert board.suggested()[first] == other
    assert board.store.read(history.latest) == entries


def test_what_if_lowers_places_and_takes_weights_into_settings(
    boards: Callable[..., Board],
) -> None:
    board = boards(3, 2)
    board.click(board.tab.bar.suggest)
    dialog = what_if(board)
    dialog.mentor.setCurrentIndex(dialog.mentor.findData(board.bench[0]))
    dialog.places.widget.setProperty("text", "0")
    dialog.weights.fields[Criterion.THEMES].setText("70")
    dialog.aim.setCurrentIndex(1)
    dialog.form.entries["settle"].widget.setProperty("checked", True)
    dialog.try_out()
    board.settle()
    assert {pair.mentor.id for pair in dialog.plan.pairs} == {board.bench[1]}
    dialog.save.click()
    board.settle()
    kept = board.store.read(matching_settings.matching_settings)
    assert (kept.aim, kept.weights[Criterion.THEMES]) == (Aim.BEST_SCORES, 70)
    assert set(board.suggested().values()) == {board.bench[1]}


def test_a_weight_is_saved_at_once_and_nonsense_is_told(boards: Callable[..., Board]) -> None:
    board = boards(1, 1)
    part = MatchingPart(board.desk)
    board.qtbot.addWidget(part)
    part.fill()
    part.weights.fields[Criterion.DAYS].setText("55")
    part.save()
    kept = board.store.read(matching_settings.matching_settings)
    assert kept.weights[Criterion.DAYS] == 55
    part.weights.fields[Criterion.DAYS].setText("a lot")
    part.save()
    assert board.store.read(matching_settings.matching_settings) == kept
    for field in part.weights.fields.values():
        field.setText("0")
    part.save()
    assert board.store.read(matching_settings.matching_settings) == kept
