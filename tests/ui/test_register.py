"""The register as its users work it: keys, clicks, bars, paste, a full disk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from academy.store.store import Store
from academy.ui.kit.desk import Desk
from academy.ui.screens.register import RegisterTab
from academy.usecases.register import register
from builders import NOW, TODAY, WEEK, ACohort, a_cohort, a_session, enrolled, made_once, marks
from explains import journal_explains

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def marked(store: Store) -> tuple[ACohort, int, int]:
    """Mark some of 24 people; return their cohort, its session today and the one to come."""
    cohort = a_cohort(store, sessions=3, last=TODAY - WEEK)
    today = a_session(store, cohort.id, TODAY)
    to_come = a_session(store, cohort.id, TODAY + WEEK, title="Money")
    enrolled(store, cohort, [f"Pat Zed{n:02}" for n in range(1, 25)])
    marks(store, cohort, "PPP", "LPA", "PAA")
    return cohort, today, to_come


class Page:
    """A register of 24 people on the screen: three sessions past, one today, one to come."""

    def __init__(self, qtbot: QtBot) -> None:
        self.store, (cohort, self.today, self.to_come) = made_once(marked)
        self.cohort = cohort.id
        self.desk = Desk(self.store, lambda: NOW)
        self.refusals: list[str] = []
        self.desk.refused.connect(self.refusals.append)
        self.tab = RegisterTab(self.desk)
        qtbot.addWidget(self.tab)
        self.tab.resize(1055, 640)
        self.tab.open_cohort(cohort.id)
        self.tab.show()
        qtbot.waitExposed(self.tab)
        self.tab.focus_first()
        self.strokes = 0

    def press(
        self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for key in keys:
            self.strokes += 1
            QTest.keyClick(self.tab.focusWidget() or self.tab.grid.main, key, held)

    def type(self, text: str) -> None:
        for letter in text:
            self.strokes += 1
            QTest.keyClicks(self.tab.focusWidget(), letter)

    def column(self, number: int = 3) -> str:
        rows = self.store.read(register, self.cohort, TODAY).rows
        return "".join(row.marks[number].letter or "." for row in rows)

    def entries(self) -> int:
        from academy.store import history

        return self.store.read(history.latest)

    def row(self) -> int:
        return self.tab.grid.main.currentIndex().row()

    def click(self, row: int, letter: str) -> None:
        main, column = self.tab.grid.main, self.tab.model.column_of(self.tab.model.open_session)
        rect = main.visualRect(self.tab.model.index(row, column))
        at = rect.center() + QPoint(38 * "PLAE".index(letter) - 57, 0)
        self.strokes += 1
        QTest.mouseClick(main.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page(qtbot)
    yield made
    journal_explains(made.store)


def test_it_opens_at_todays_session(page: Page) -> None:
    assert page.tab.model.open_session == page.today
    assert page.tab.grid.current() is not None
    assert page.tab.grid.main.hasFocus()


def test_job_1_everyone_except_takes_twelve_keys_with_the_enter_that_opens_it(page: Page) -> None:
    page.press(Key.Key_Equal)
    page.type("3a 9l 17e")
    page.press(Key.Key_Return)
    assert page.column() == "PPAPPPPPLPPPPPPPEPPPPPPP"
    assert page.strokes <= 11
    assert page.tab.grid.main.hasFocus()


def test_job_1_by_letters_takes_twenty_four_keys(page: Page) -> None:
    before = page.entries()
    page.press(Key.Key_P, Key.Key_P, Key.Key_A, *[Key.Key_P] * 5, Key.Key_L)
    page.press(*[Key.Key_P] * 7, Key.Key_E, *[Key.Key_P] * 7)
    assert page.column() == "PPAPPPPPLPPPPPPPEPPPPPPP"
    assert page.strokes == 24
    assert page.entries() == before + 24


def test_job_1_by_mouse_takes_four_clicks_on_the_page(page: Page) -> None:
    for row, letter in ((2, "A"), (8, "L"), (13, "E")):
        page.click(row, letter)
    page.strokes += 1
    QTest.mouseClick(page.tab.chrome.fill, Qt.MouseButton.LeftButton)
    assert page.column() == "PPAPPPPPLPPPPEPPPPPPPPPP"
    assert page.strokes <= 4


def test_job_8_apologies_for_a_session_to_come_are_one_key(page: Page) -> None:
    page.tab.grid.go_to(4, page.tab.model.column_of(page.to_come))
    page.press(Key.Key_E)
    assert page.column(4)[4] == "E"
    page.press(Key.Key_P)
    assert page.column(4) == "....E" + "." * 19
    assert page.refusals == ["A session to come takes apologies (E) only."]


def test_filling_touches_blanks_only_and_is_one_gesture(page: Page) -> None:
    page.press(Key.Key_A)
    before = page.entries()
    page.press(Key.Key_Return, held=CTRL)
    assert page.column() == "A" + "P" * 23
    assert page.entries() == before + 1
    page.desk.undo()
    assert page.column() == "A" + "." * 23


def test_shift_marks_without_moving_and_space_toggles(page: Page) -> None:
    page.press(Key.Key_L, held=SHIFT)
    assert (page.column()[0], page.row()) == ("L", 0)
    page.press(Key.Key_Down)
    page.press(Key.Key_Space)
    assert (page.column()[:2], page.row()) == ("LP", 2)
    page.press(Key.Key_Up)
    page.press(Key.Key_Space)
    assert page.column()[:2] == "L."


def test_a_letter_marks_a_whole_selected_block_and_delete_clears_it(page: Page) -> None:
    before = page.entries()
    page.press(Key.Key_Down, Key.Key_Down, held=SHIFT)
    page.press(Key.Key_E)
    assert page.column()[:4] == "EEE."
    assert page.entries() == before + 1
    page.press(Key.Key_Delete)
    assert page.column() == "." * 24


def test_ctrl_space_takes_the_whole_session_and_ctrl_d_fills_down(page: Page) -> None:
    page.press(Key.Key_L, held=SHIFT)
    page.press(Key.Key_Space, held=CTRL)
    page.press(Key.Key_D, held=CTRL)
    assert page.column() == "L" * 24


def test_ctrl_g_goes_to_the_next_blank(page: Page) -> None:
    page.press(Key.Key_P, Key.Key_P)
    page.tab.grid.go_to(0, 4)
    page.press(Key.Key_G, held=CTRL)
    assert page.row() == 2


def test_tab_leaves_the_grid_and_arrows_stay_in_it(page: Page) -> None:
    page.press(Key.Key_Right)
    assert page.tab.grid.main.hasFocus()
    page.press(Key.Key_Tab)
    assert not page.tab.grid.main.hasFocus()


def test_what_the_bar_cannot_read_is_named_and_nothing_is_marked(page: Page) -> None:
    page.press(Key.Key_Equal)
    page.type("3a, zed, 99l")
    page.press(Key.Key_Return)
    assert page.column() == "." * 24
    assert "‘zed’, ‘99l’" in page.tab.chrome.except_bar.message.text()
    page.press(Key.Key_Escape)
    assert page.tab.grid.main.hasFocus()


def test_exceptions_can_be_named(page: Page) -> None:
    page.press(Key.Key_Equal)
    page.type("zed03 l, zed09")
    page.press(Key.Key_Return)
    assert page.column() == "PPLPPPPPA" + "P" * 15


def test_finding_goes_to_the_row(page: Page) -> None:
    page.press(Key.Key_Slash)
    page.type("zed17")
    assert page.row() == 16
    page.type("x")
    assert "No people match ‘zed17x’" in page.tab.chrome.find_bar.message.text()


def test_a_block_from_excel_is_pasted_as_one_gesture_and_the_rest_is_listed(page: Page) -> None:
    page.tab.grid.go_to(0, 3)
    before = page.entries()
    QGuiApplication.clipboard().setText("Present\tLate\r\nno\t✓\r\nmaybe\tE\r\n")
    page.press(Key.Key_V, held=CTRL)
    assert page.column(2)[:3] == "PAA"
    assert page.column(3)[:3] == "LPE"
    assert page.entries() == before + 1
    assert (
        page.refusals == ["1 cell(s) were left alone: ‘maybe’ (3)"] or "maybe" in page.refusals[0]
    )


def test_copying_gives_the_letters_of_the_block(page: Page) -> None:
    model = page.tab.model
    block = QItemSelection(model.index(0, 1), model.index(1, 3))
    page.tab.grid.main.selectionModel().select(
        block, QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    page.press(Key.Key_C, held=CTRL)
    assert QGuiApplication.clipboard().text() == "P\tP\tP\nL\tP\tA"


def test_undo_and_redo_keep_the_place(page: Page) -> None:
    page.press(Key.Key_P, Key.Key_P, Key.Key_A)
    assert page.row() == 3
    page.desk.undo()
    assert (page.column()[:3], page.row()) == ("PP.", 3)
    page.desk.redo()
    assert page.column()[:3] == "PPA"


def test_cells_speak_name_session_and_mark(page: Page) -> None:
    page.press(Key.Key_A, held=SHIFT)
    index = page.tab.grid.main.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Pat Zed01, Session 4, Absent"


def test_a_click_on_a_header_opens_that_session(page: Page) -> None:
    page.tab.grid.main.horizontalHeader().sectionClicked.emit(2)
    session = page.tab.doing.session()
    assert session is not None
    assert session.number == 2


def test_marks_are_held_while_the_disk_is_full_and_written_when_it_is_not(page: Page) -> None:
    pages = page.store.read(_pragma, "page_count")
    page.store.read(_pragma, f"max_page_count={pages}")
    for _ in range(400):  # until the file would have to grow
        page.press(Key.Key_P, held=SHIFT)
        page.press(Key.Key_A, held=SHIFT)
        if page.tab.model.held:
            break
    assert page.tab.model.held
    assert page.tab.chrome.trouble.isVisible()
    assert "Make room" in page.tab.chrome.trouble.words.text()
    shown = page.tab.model.mark_at(0, 4).letter
    page.store.read(_pragma, "max_page_count=1000000")
    page.tab.doing.try_again()
    assert not page.tab.model.held
    assert not page.tab.chrome.trouble.isVisible()
    assert page.column()[0] == shown


def _pragma(db, words: str) -> int:
    return int(db.connection().exec_driver_sql(f"PRAGMA {words}").scalar() or 0)


def test_a_withdrawn_persons_later_cells_take_no_marks(page: Page) -> None:
    from academy.store.journal import Gesture
    from academy.usecases import cohorts

    place = page.tab.model.rows[0].place_id
    page.store.write(Gesture("withdraw", {"n": 1}), cohorts.withdraw, [place], TODAY - timedelta(1))
    page.press(Key.Key_P)
    assert page.column()[0] == "."
    assert "left the cohort on 25 November 2026" in page.refusals[0]
    page.press(Key.Key_Return, held=CTRL)
    assert page.column() == "." + "P" * 23


def test_everything_that_takes_focus_has_a_name(page: Page) -> None:
    from PySide6.QtWidgets import QWidget

    unnamed = [
        widget
        for widget in page.tab.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(page.tab)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert not unnamed


def test_late_can_count_half() -> None:
    from academy.domain.attendance import attendance

    letters = "PLE "
    assert attendance(letters).percent == 66
    assert attendance(letters, late_counts_half=True).percent == 50
