"""The open session beside the register: visitors, who marked, closing and opening again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from academy.domain.words import Letter, Role
from academy.store.journal import Gesture
from academy.ui.dialogs.reopen import ReopenDialog
from academy.usecases import academy, visitors
from builders import a_person, as_role
from explains import journal_explains
from ui.test_register import SHIFT, Key, Page
from ui.windows import settle


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    made.tab.line.setChecked(True)
    settle()
    yield made
    journal_explains(made.store)


def close_after(page: Page, days: int) -> None:
    draft = replace(page.store.read(academy.academy), lock_days=days)
    page.desk.do(Gesture("change_settings"), academy.save_academy, draft)


def open_first(page: Page) -> None:
    page.tab.go([str(page.tab.model.sessions[0].id)])


def visitor(page: Page, name: str = "Kim Doe") -> None:
    page.tab.opened.visitors.name.setFocus()
    QTest.keyClicks(page.tab.opened.visitors.name, name)
    QTest.keyClick(page.tab.opened.visitors.name, Key.Key_Return)


def names(page: Page) -> list[str]:
    return [one.name for one in page.store.read(visitors.visitors, page.today)]


def test_a_visitor_is_a_name_and_enter_and_is_counted_under_the_grid(page: Page) -> None:
    visitor(page)
    visitor(page, "Lee Roy")
    assert names(page) == ["Kim Doe", "Lee Roy"]
    assert page.tab.opened.visitors.head.text() == "2 visitors"
    assert "2 visitors" in page.tab.line.accessibleName()
    assert page.column().strip(".") == ""
    page.desk.undo()
    assert "1 visitor" in page.tab.line.accessibleName()


def test_a_name_twice_is_said_below_the_field_and_stays_typed(page: Page) -> None:
    visitor(page)
    visitor(page, "kim doe")
    panel = page.tab.opened.visitors
    assert panel.problem.isVisible()
    assert "among the visitors already" in panel.problem.text()
    assert panel.name.text() == "kim doe"
    assert names(page) == ["Kim Doe"]


def test_a_visitor_is_linked_to_a_person_and_removed(page: Page) -> None:
    known = a_person(page.store, "Kimberley Doe")
    visitor(page)
    panel = page.tab.opened.visitors
    dialog = panel.link(panel.rows[0])
    dialog.search.setText("Kimberley")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    settle()
    assert panel.rows[0].person_id == known
    remove = panel.menus[panel.rows[0].id].actions()[-1]
    remove.trigger()
    assert names(page) == []


def test_the_panel_tells_who_marked_the_session(page: Page) -> None:
    page.tab.focus_first()
    page.press(Key.Key_P, held=SHIFT)
    assert page.tab.panel.trail.text().startswith("Marked by Dana Price, last ")


def test_a_closed_register_says_so_and_takes_no_marks(page: Page) -> None:
    close_after(page, 10)
    open_first(page)
    bar = page.tab.chrome.closed
    assert bar.isVisible()
    assert bar.words.text() == "Session 1 is closed: its marks stay as they are."
    before = page.column(0)
    page.tab.focus_first()
    page.press(Key.Key_A)
    assert page.column(0) == before
    assert page.refusals == [
        "‘Session 1’ closed 10 days after its day. Reopen it to change its marks."
    ]
    assert not page.tab.model.has_buttons(1)


def test_reopening_asks_why_and_lets_marks_in_again(page: Page) -> None:
    close_after(page, 10)
    open_first(page)
    dialog = page.tab.opened.reopen()
    assert isinstance(dialog, ReopenDialog)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    reason = dialog.form.entries["reason"]
    QTest.keyClicks(reason.widget, "The sheet turned up")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    settle()
    assert not page.tab.chrome.closed.isVisible()
    assert "Reopened 26 November 2026: The sheet turned up" in page.tab.panel.trail.text()
    page.tab.focus_first()
    page.press(Key.Key_A, held=SHIFT)
    assert page.tab.model.mark_at(page.row(), 1).letter is Letter.ABSENT


def test_a_facilitator_is_told_who_can_reopen(page: Page) -> None:
    close_after(page, 10)
    as_role(page.store, Role.FACILITATOR)
    open_first(page)
    assert "An administrator can reopen it." in page.tab.chrome.closed.words.text()


def test_everything_in_the_panel_that_takes_focus_has_a_name(page: Page) -> None:
    from PySide6.QtWidgets import QWidget

    visitor(page)
    unnamed = [
        widget
        for widget in page.tab.panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(page.tab)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert not unnamed
