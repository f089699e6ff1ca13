"""Facilitator mode: letters and presses mark, a pack keeps each mark at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from academy.domain.words import Letter
from academy.exchange.packs import read_pack, write_pack
from academy.store.store import Store
from academy.ui.dialogs.visitor import VisitorDialog
from academy.ui.main_window import facilitating
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.facilitator import FacilitatorWindow
from academy.ui.screens.facilitator_books import AcademyBook, PackBook
from academy.ui.screens.facilitator_list import BUTTONS, letter_at
from academy.usecases import packs, visitors
from academy.usecases.register import register
from builders import TODAY, ACohort, a_cohort, a_session, an_academy, enrolled
from ui.answers import Prepared
from ui.windows import settle, window_on

P, L, A, E = Letter
CTRL = Qt.KeyboardModifier.ControlModifier


def a_store(sessions_today: int = 0) -> tuple[Store, ACohort]:
    store = an_academy()
    cohort = a_cohort(store, sessions=2, name="Top Talent 7")
    enrolled(store, cohort, 4)
    for number in range(sessions_today):
        from datetime import date, time

        a_session(store, cohort.id, date.today(), starts=time(9 + number),
                  ends=time(10 + number), title=f"Today {number}")  # fmt: skip
    return store, cohort


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    store, cohort = a_store()
    path = tmp_path / "Top Talent 7 Session 2.register"
    write_pack(path, store.read(packs.make_pack, cohort.sessions[1]))
    return path


def shown(qtbot: QtBot, book: PackBook | AcademyBook) -> FacilitatorWindow:
    made = FacilitatorWindow(book)
    qtbot.addWidget(made, before_close_func=lambda _w: None)
    made.resize(1280, 800)
    made.show()
    settle()
    return made


def letters(path: Path) -> list[Letter | None]:
    found = read_pack(path)
    return [found.marks.get(person.id) for person in found.people]


def test_letters_mark_and_move_down_and_the_pack_has_them_at_once(qtbot: QtBot, pack: Path) -> None:
    window = shown(qtbot, PackBook(pack))
    for key, now in (("p", [P]), ("l", [P, L]), ("a", [P, L, A]), ("e", [P, L, A, E])):
        QTest.keyClicks(window.table, key)
        assert letters(pack)[: len(now)] == now
    assert window.counted() == "4 of 4 marked"


def test_arrows_move_shift_stays_space_and_delete_clear(qtbot: QtBot, pack: Path) -> None:
    window = shown(qtbot, PackBook(pack))
    QTest.keyClick(window.table, Qt.Key.Key_Down)
    QTest.keyClick(window.table, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window.table, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert letters(pack) == [None, L, None, None]
    QTest.keyClick(window.table, Qt.Key.Key_Delete)
    QTest.keyClick(window.table, Qt.Key.Key_Space)
    assert letters(pack) == [None, P, None, None]


def test_everyone_else_is_present_and_undo_gives_it_back(qtbot: QtBot, pack: Path) -> None:
    window = shown(qtbot, PackBook(pack))
    QTest.keyClicks(window.table, "a")
    QTest.keyClick(window.table, Qt.Key.Key_Return, CTRL)
    assert letters(pack) == [A, P, P, P]
    assert not window.fill.isEnabled()
    window.undo.click()
    assert letters(pack) == [A, None, None, None]
    window.undo.click()
    assert letters(pack) == [None] * 4
    assert not window.undo.isEnabled()


def test_a_press_on_a_button_marks_its_row(qtbot: QtBot, pack: Path) -> None:
    window = shown(qtbot, PackBook(pack))
    cell = window.table.visualRect(window.table.model_.index(2, BUTTONS))
    spots = [x for x in range(cell.left(), cell.right()) if letter_at(QRectF(cell), x) == "E"]
    spot = QPoint(spots[len(spots) // 2], cell.center().y())
    QTest.mouseClick(window.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert letters(pack) == [None, None, E, None]


def test_rows_are_48_high_with_16_point_names_and_speak(qtbot: QtBot, pack: Path) -> None:
    window = shown(qtbot, PackBook(pack))
    assert window.table.rowHeight(0) == 48
    QTest.keyClicks(window.table, "l")
    index = window.table.model_.index(0, 0)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert window.table.model_.data(index, role) == "Aoife Byrne, Late"


def test_a_pack_that_cannot_be_written_keeps_its_marks_for_the_next(
    qtbot: QtBot, pack: Path
) -> None:
    window = shown(qtbot, PackBook(pack))
    whole, away = pack.parent, pack.parent.with_name("away")
    whole.rename(away)
    QTest.keyClicks(window.table, "p")
    assert "Unable to save" in window.message.words.text()
    away.rename(whole)
    QTest.keyClicks(window.table, "l")
    assert letters(pack)[:2] == [P, L]
    assert window.message.isHidden()


def test_a_session_of_the_academy_is_marked_as_in_the_register(qtbot: QtBot) -> None:
    store, cohort = a_store()
    main = window_on(store)
    window = facilitating.open_session(main, cohort.sessions[1])
    assert window is not None
    settle()
    QTest.keyClicks(window.table, "pa")
    QTest.keyClick(window.table, Qt.Key.Key_Return, CTRL)
    rows = store.read(register, cohort.id, TODAY).rows
    assert [row.marks[1].letter for row in rows] == [P, A, P, P]
    window.take_back()
    window.take_back()
    window.take_back()
    window.take_back()  # and no further: the people were enrolled before
    rows = store.read(register, cohort.id, TODAY).rows
    assert [row.marks[1].letter for row in rows] == [None] * 4
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, FacilitatorWindow)
                and w.isVisible()]  # fmt: skip


def test_a_visitor_is_noted_in_the_academy_and_a_pack_has_no_such_button(
    qtbot: QtBot, pack: Path
) -> None:
    store, cohort = a_store()
    main = window_on(store)
    window = facilitating.open_session(main, cohort.sessions[1])
    assert window is not None
    window.visitor.click()
    dialog = window.findChild(VisitorDialog)
    assert dialog is not None
    dialog.filled.emit({"name": "Kim Guest"})
    settle()
    assert [one.name for one in store.read(visitors.visitors, cohort.sessions[1])] == ["Kim Guest"]
    window.take_back()
    assert store.read(visitors.visitors, cohort.sessions[1]) == []
    assert shown(qtbot, PackBook(pack)).visitor.isHidden()


def full_screen() -> FacilitatorWindow:
    settle()
    [found] = [w for w in QApplication.topLevelWidgets() if isinstance(w, FacilitatorWindow)]
    assert found.isFullScreen()
    return found


def test_the_menu_opens_todays_session_and_says_when_there_is_none(qtbot: QtBot) -> None:
    store, _ = a_store()
    window = window_on(store)
    assert window.menus.actions["facilitator"].shortcut() == QKeySequence("Ctrl+Shift+F")
    window.run("facilitator")
    assert "No session is today" in window.frame.message.words.text()
    a_session_today, _ = a_store(1)
    other = window_on(a_session_today)
    other.run("facilitator")
    assert "Today 0" in full_screen().heading.text()


def test_several_sessions_of_today_are_asked_for(qtbot: QtBot, answers: Prepared) -> None:
    store, cohort = a_store(2)
    window = window_on(store)
    second = next(s.id for s in store.read(register, cohort.id, TODAY).sessions
                  if s.title == "Today 1")  # fmt: skip
    answers.will(str(second))
    facilitating.begin(window, "today")
    assert "Today 1" in full_screen().heading.text()


def test_a_pack_needs_no_academy_and_says_what_to_do_when_done(qtbot: QtBot, pack: Path) -> None:
    window = MainWindow()
    window.show()
    assert window.open(pack)
    marking = full_screen()
    QTest.keyClicks(marking.table, "p")
    marking.done.click()
    settle()
    assert "Send this file back" in window.start.message.words.text()
    assert letters(pack)[0] is P


def test_what_is_no_pack_is_said_on_the_start_page(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.register"
    path.write_text("{}")
    window = MainWindow()
    window.show()
    assert not window.open(path)
    assert "is no register pack" in window.start.message.words.text()


def test_a_title_that_is_only_the_number_is_not_said_twice(qtbot: QtBot, pack: Path) -> None:
    write_pack(pack, replace(read_pack(pack), title="Leading change"))
    assert PackBook(pack).title == "Session 2 “Leading change”"
    write_pack(pack, replace(read_pack(pack), title="Session 2"))
    assert PackBook(pack).title == "Session 2"
