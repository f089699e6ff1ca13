"""Toasts, long work, questions and mistakes of ours."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from academy.progress import counted
from academy.ui.kit import pickers, tasks, toast
from academy.ui.kit.errors import Mistakes, ProblemDialog
from academy.ui.kit.pickers import Answer, FileKind
from academy.ui.kit.reports import LogFolder
from academy.ui.kit.tasks import TaskPanel, run_task
from academy.ui.kit.toast import Toast, show_toast


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def button(widget: QWidget, words: str) -> QPushButton:
    return next(
        b for b in widget.findChildren(QPushButton) if words in (b.text(), b.accessibleName())
    )


# ---- toasts ------------------------------------------------------------------------------------


def test_a_toast_offers_undo_and_then_goes(window):
    done = []
    shown = show_toast(window, "3 people removed", "Undo", lambda: done.append("undone"))
    assert shown.isVisible()
    button(shown, "Undo").click()
    assert done == ["undone"]
    assert not shown.isVisible()


def test_a_toast_can_be_closed_and_a_new_one_takes_its_place(window):
    first = show_toast(window, "3 people removed")
    second = show_toast(window, "4 people removed")
    assert not first.isVisible()
    button(second, "Close message").click()
    assert not second.isVisible()


def test_a_toast_stays_ten_seconds_and_goes_by_itself(window, qtbot, monkeypatch):
    assert toast.SHOWN >= 10_000
    monkeypatch.setattr(toast, "SHOWN", 30)
    shown = show_toast(window, "3 people removed")
    qtbot.waitUntil(lambda: not window.findChildren(Toast))
    del shown


def test_a_toast_is_never_over_the_control_with_focus(window):
    field = QLineEdit(window)
    field.setGeometry(300, 520, 200, 32)
    field.show()
    field.setFocus()
    shown = show_toast(window, "3 people removed")
    assert not shown.geometry().intersects(field.geometry())


def test_a_toast_is_said_aloud_and_leaves_the_focus(window, monkeypatch):
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    said = []
    monkeypatch.setattr(toast.QAccessible, "updateAccessibility", said.append)
    show_toast(window, "24 people marked present")
    assert isinstance(said[0], QAccessibleAnnouncementEvent)
    assert said[0].message() == "24 people marked present"
    assert field.hasFocus()


# ---- long work ---------------------------------------------------------------------------------


def test_work_brings_its_result_back_to_the_window_thread(window, qtbot):
    got = []
    run_task(
        window,
        "Making certificate",
        lambda progress: [n * n for n in counted(range(5), progress)],
        lambda result: got.append((result, threading.current_thread() is threading.main_thread())),
    )
    qtbot.waitUntil(lambda: bool(got))
    assert got == [([0, 1, 4, 9, 16], True)]
    assert tasks.running() == 0


def test_nothing_is_shown_before_a_second_then_a_bar_with_cancel(window, qtbot, monkeypatch):
    assert tasks.PATIENCE == 1000
    monkeypatch.setattr(tasks, "PATIENCE", 20)
    done, reached = [], []

    def work(progress):
        for n in counted(range(1000), progress, lambda n: f"Person {n}"):
            reached.append(n)
            time.sleep(0.01)

    run_task(window, "Making certificate", work, done.append)
    assert window.findChildren(TaskPanel) == []
    qtbot.waitUntil(lambda: bool(window.findChildren(TaskPanel)))
    panel = window.findChildren(TaskPanel)[0]
    qtbot.waitUntil(lambda: "of 1000 – Person" in panel.words.text())
    panel.stop.click()
    qtbot.waitUntil(lambda: tasks.running() == 0)
    assert done == []
    assert len(reached) < 1000
    assert not panel.isVisible()


def test_a_problem_of_the_work_reaches_who_asked_for_it(window, qtbot):
    told = []

    def work(progress):
        raise OSError("no room")

    run_task(window, "Writing", work, lambda _: None, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], OSError)


def test_leaving_the_program_stops_all_work(window):
    task = run_task(
        window,
        "Waiting",
        lambda progress: [time.sleep(0.01) for _ in counted(range(10_000), progress)],
        lambda _: None,
    )
    assert tasks.stop_all()
    assert task.wait()
    QCoreApplication.processEvents()


# ---- questions ---------------------------------------------------------------------------------


def test_confirming_asks_with_a_verb_and_the_consequence(answers):
    answers.will("do", "cancel")
    assert pickers.confirm(None, "Erase Ada?", "This cannot be undone.", "Erase", destroys=True)
    assert not pickers.confirm(None, "Erase Ada?", "This cannot be undone.", "Erase")
    assert answers.asked[0] == ("Erase Ada?", "This cannot be undone.")


def test_the_folder_is_remembered_for_each_purpose(answers, tmp_path):
    place = tmp_path / "Lists"
    place.mkdir()
    answers.will(place / "people.xlsx", "proposed", None)
    kinds = [FileKind("Spreadsheets", ("xlsx",))]
    pickers.open_file(None, "Choose", kinds, "import")
    assert pickers.last_folder("import") == place
    saved = pickers.save_file(None, "Save", "out.xlsx", kinds, "import")
    assert saved == place / "out.xlsx"
    assert pickers.open_file(None, "Choose", kinds, "other") is None
    assert pickers.last_folder("other") != place


def test_the_real_question_has_the_safe_answer_as_default_and_for_escape(qtbot):
    real, seen = pickers.Pickers(), []

    def press() -> None:
        box = QApplication.activeModalWidget()
        seen.append(box.defaultButton().text())
        QTest.keyClick(box, Qt.Key.Key_Escape)

    from PySide6.QtCore import QTimer

    QTimer.singleShot(50, press)
    both = [Answer("do", "Erase", destroys=True), Answer("cancel", "Cancel")]
    assert real.ask(None, "Erase Ada?", "", both, "cancel") == "cancel"
    assert seen == ["Cancel"]


# ---- mistakes of ours --------------------------------------------------------------------------


@pytest.fixture
def mistakes(tmp_path):
    folder = LogFolder(tmp_path / "log", "1.0")
    folder.begin()
    made = Mistakes(folder)
    made.saved_at = lambda: "12:41pm"
    yield made
    folder.end()


def mistake(mistakes: Mistakes, words: str = "") -> None:
    problem = ZeroDivisionError(words)
    mistakes.take(type(problem), problem, problem.__traceback__)


def test_a_mistake_is_logged_and_told_once_with_what_is_saved(mistakes):
    mistake(mistakes, "a mistake")
    mistake(mistakes, "a mistake")
    dialog = mistakes.dialog
    assert isinstance(dialog, ProblemDialog)
    assert dialog.count == 2
    assert not dialog.findChild(QPlainTextEdit).isVisible()
    button(dialog, "Copy details").click()
    report = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in report
    assert "Academy 1.0" in report
    dialog.close()


def test_the_words_of_a_database_error_stay_out_of_log_and_report(mistakes):
    private = type("IntegrityError", (Exception,), {"__module__": "sqlalchemy.exc"})
    problem = private("INSERT … VALUES ('Siân Hughes')")
    mistakes.take(private, problem, problem.__traceback__)
    assert "Siân" not in mistakes.folder.log.read_text("utf-8")
    assert "sqlalchemy.exc.IntegrityError" in mistakes.folder.log.read_text("utf-8")
    mistakes.dialog.close()


def test_the_crash_log_of_last_time_is_found(tmp_path):
    first = LogFolder(tmp_path, "1.0")
    assert first.begin() == ""
    first.end()
    first.crash.write_text("Fatal Python error: Segmentation fault\n", "utf-8")
    again = LogFolder(tmp_path, "1.0")
    assert "Segmentation" in again.begin()
    again.end()


def test_the_report_is_saved_where_one_says(mistakes, answers, tmp_path):
    mistake(mistakes, "a mistake")
    answers.will(tmp_path / "report.txt")
    button(mistakes.dialog, "Save report…").click()
    assert "ZeroDivisionError" in (tmp_path / "report.txt").read_text("utf-8")
    mistakes.dialog.close()
