"""The window on a real X screen: what no offscreen platform can show."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from academy.domain.words import Letter
from academy.ui.main_window.application import prepared
from academy.ui.main_window.files import who
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.register import RegisterTab
from academy.usecases.register import register
from academy.usecases.sample import make_sample

pytestmark = pytest.mark.screen


def test_the_sample_is_shown_and_a_key_marks_somebody(qtbot, tmp_path):
    assert QGuiApplication.platformName() == "xcb"
    today = date.today()
    store = make_sample(tmp_path / "sample.academy", who(), today)
    prepared()
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.show_store(store, "home")
    window.go("cohort/3/register")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    [tab] = window.findChildren(RegisterTab)
    tab.focus_first()

    def letters():
        return [row.marks[3].letter for row in store.read(register, 3, today).rows]

    assert letters() == [None] * 24
    QTest.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_L)
    qtbot.waitUntil(lambda: letters() == [Letter.LATE] + [None] * 23, timeout=5000)
    shot = window.grab().toImage()
    colours = {shot.pixel(x, y) for x in range(0, 1280, 16) for y in range(0, 800, 16)}
    assert len(colours) > 5
    window.close()


def test_what_is_copied_can_be_pasted_by_other_programs(qtbot):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Siân\tP")
    qtbot.waitUntil(lambda: clipboard.text() == "Siân\tP", timeout=5000)
