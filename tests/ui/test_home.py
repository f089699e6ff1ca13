"""Home: numbers that equal their lists, one button a line, lines put off and taken back."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from academy.domain.words import Need, Who
from academy.store.file import create
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.ui.kit.desk import Desk
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.home import HomeScreen
from academy.usecases import cohorts, home, programmes
from academy.usecases.cohorts import CohortDraft
from academy.usecases.programmes import ProgrammeDraft
from ui.windows import settle, window_on


@pytest.fixture
def window(sample: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    soon = datetime.combine(date.today(), time(9, 12))  # the first session is at 9:30
    monkeypatch.setattr(Desk, "now", lambda _desk: soon)
    made = window_on(sample)
    yield made
    made.let_go()


def home_of(window: MainWindow) -> HomeScreen:
    assert window.workspace is not None
    screen = window.workspace.screen
    assert isinstance(screen, HomeScreen)
    return screen


def test_each_line_says_as_many_as_its_list_holds(window: MainWindow, sample: Store) -> None:
    page = sample.read(home.home, datetime.now())
    shown = home_of(window).needs.rows.items
    assert [item.need for item in shown] == [line.need for line in page.lines]
    due = next(item for item in shown if item.need is Need.CERTIFICATES_DUE)
    assert due.what.startswith(str(next(
        line.count for line in page.lines if line.need is Need.CERTIFICATES_DUE)))  # fmt: skip


def test_the_first_line_has_the_focus_and_enter_presses_its_button(window: MainWindow) -> None:
    screen = home_of(window)
    assert QApplication.focusWidget() is screen.today
    screen.needs.take_focus(0)  # what today's sessions offer depends on the hour
    item = screen.needs.current_item()
    assert item is not None
    QTest.keyClick(screen.needs, Qt.Key.Key_Return)
    settle()
    assert window.workspace is not None
    assert window.workspace.address == item.address


def test_arrows_go_on_from_list_to_list(window: MainWindow) -> None:
    screen = home_of(window)
    for _ in range(screen.today.rows.rowCount()):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is screen.needs
    QTest.keyClick(screen.needs, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is screen.today


def test_a_line_put_off_comes_back_with_undo(window: MainWindow) -> None:
    screen = home_of(window)
    before = [item.what for item in screen.needs.rows.items]
    screen.put_off(screen.needs.rows.items[0], 1)
    settle()
    assert [item.what for item in screen.needs.rows.items] == before[1:]
    assert window.workspace is not None
    window.workspace.desk.undo()
    settle()
    assert [item.what for item in screen.needs.rows.items] == before


def test_the_badges_are_homes_own_numbers(window: MainWindow) -> None:
    from academy.ui.screens.home import badges

    assert window.workspace is not None
    counted = badges(window.workspace.desk)
    lines = home_of(window).needs.rows.items
    shown = [item for item in lines if item.need is Need.QUIET_PAIRS]
    assert sum(int(item.what.split()[0]) for item in shown) == counted["mentoring"]


def test_a_new_academy_begins_with_a_checklist_that_ticks_itself(tmp_path: Path) -> None:
    store = create(tmp_path / "Own.academy", Who("Ann"), name="Own Academy")
    window = window_on(store)
    screen, desk = home_of(window), window.workspace.desk  # type: ignore[union-attr]
    assert [item.verb for item in screen.steps.rows.items] == ["Add…", "Add…", "Import…"]
    draft = ProgrammeDraft(name="Leading Places")
    made = desk.do(Gesture("add_programme"), programmes.save_programme, draft, desk.today())
    settle()
    assert [item.verb for item in screen.steps.rows.items] == ["", "Add…", "Import…"]
    cohort = CohortDraft(programme_id=made.value or 0, name="Leading Places 1")
    desk.do(Gesture("add_cohort"), cohorts.save_cohort, cohort)
    settle()
    assert [item.where for item in screen.steps.rows.items][:2] == ["Done", "Done"]
    window.let_go()
    store.close()


def test_a_line_under_the_mouse_is_pressed_only_on_its_button(window: MainWindow) -> None:
    screen = home_of(window)
    view = screen.needs
    rect = view.visualRect(view.rows.index(0, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() * 1)
    settle()
    assert window.workspace is not None
    assert window.workspace.address == "home"
    from PySide6.QtCore import QRectF

    from academy.ui.screens.home_list import button_rect

    place = button_rect(QRectF(rect)).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert window.workspace.address != "home"
