"""The register about one person: what is still possible, who marked them, days away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from academy.domain.words import Role
from academy.ui.dialogs.away import AwayDialog
from academy.usecases import completion, needs, register
from builders import NOW, TODAY, WEEK, as_role
from explains import journal_explains
from ui.test_register import SHIFT, Key, Page
from ui.windows import settle


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    journal_explains(made.store)


def attended(page: Page, row: int, role: Qt.ItemDataRole = Qt.ItemDataRole.ToolTipRole) -> str:
    model = page.tab.model
    return str(model.index(row, model.columnCount() - 2).data(role))


def test_the_attended_column_tells_what_is_still_possible(page: Page) -> None:
    assert attended(page, 0) == (
        "3 of 3 so far, 100% · 60% of all 5 sessions.\n"
        "Needs 1 of the 2 sessions to come to reach 80%.\n"
        "Session 4 (26 November) decides: attending it makes 80% safe."
    )
    assert attended(page, 1, Qt.ItemDataRole.AccessibleDescriptionRole) == (
        "At risk: below the target after half.\n"
        "2 of 3 so far, 66% · 40% of all 5 sessions.\n"
        "Needs both sessions to come to reach 80%.\n"
        "Session 4 (26 November) decides: missing it puts 80% out of reach."
    )
    assert attended(page, 2).splitlines()[2] == "Cannot reach 80% any more, 60% at best."


def test_a_mark_changes_what_is_told_at_once(page: Page) -> None:
    page.press(Key.Key_P, held=SHIFT)
    assert "80% is safe, whatever comes" in attended(page, 0)
    assert "80% is safe" in page.tab.person_line.words
    page.desk.undo()
    assert "needs 1 of the 2 to come for 80%" in page.tab.person_line.words


def test_the_line_under_the_grid_follows_the_current_person(page: Page) -> None:
    assert page.tab.person_line.name == "Pat Zed01"
    page.press(Key.Key_Down, Key.Key_Down)
    line = page.tab.person_line
    assert (line.name, "60% at best" in line.words) == ("Pat Zed03", True)
    assert line.accessibleName() == f"{line.name}: {line.words}"


def test_register_home_and_completion_tell_one_forecast(page: Page) -> None:
    found = page.store.read(register.register, page.cohort, TODAY)
    mine = {row.place_id: row.outlook for row in found.rows}
    done = page.store.read(completion.completion, page.cohort, NOW)
    assert {row.place_id: row.outlook for row in done} == mine
    risky = page.store.read(needs.at_risk, TODAY, page.cohort)
    assert risky
    assert all(row.outlook == mine[row.place_id] for row in risky)


def test_a_cell_tells_who_marked_it_and_when(page: Page) -> None:
    page.press(Key.Key_A, held=SHIFT)
    cell = page.tab.grid.main.currentIndex()
    told = str(cell.data(Qt.ItemDataRole.ToolTipRole))
    assert told.startswith("marked by Dana Price, ")
    assert told in page.tab.person_line.words
    as_role(page.store, Role.FACILITATOR)
    page.press(Key.Key_L, held=SHIFT)
    assert "marked by A facilitator" in page.tab.person_line.words
    page.press(Key.Key_Delete)
    assert "marked by" not in page.tab.person_line.words


def ask_away(page: Page) -> AwayDialog:
    page.tab.doing.away()
    settle()
    return next(w for w in page.tab.findChildren(AwayDialog) if w.isVisible())


def test_away_from_to_sets_apologies_between_as_one_gesture(page: Page) -> None:
    before, dialog = page.entries(), ask_away(page)
    focus = QApplication.focusWidget() or dialog
    QTest.keyClick(focus, Key.Key_Tab)
    dialog.last.widget.setText("+7")  # type: ignore[attr-defined]
    assert "Apologies for 2 sessions." in dialog.between.text()
    assert "3 Dec 2026 · S5" in dialog.between.text()
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    settle()
    assert (page.column(3)[:2], page.column(4)[:2]) == ("E.", "E.")
    assert page.entries() == before + 1
    page.desk.undo()
    assert (page.column(3)[:2], page.column(4)[:2]) == ("..", "..")


def test_days_the_wrong_way_round_are_said_in_the_dialog(page: Page) -> None:
    dialog = ask_away(page)
    dialog.last.widget.setText((TODAY - timedelta(2)).isoformat())  # type: ignore[attr-defined]
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "is before the first" in dialog.last.problem()
    dialog.last.widget.setText((TODAY + 30 * WEEK).isoformat())  # type: ignore[attr-defined]
    dialog.close()


def test_away_is_among_what_can_be_done_with_a_person(page: Page) -> None:
    assert "Away from … to …" in [command.words for command in page.tab.item_commands()]
