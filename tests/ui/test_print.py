"""Paper from the window: two keys to a sheet, the preview, what is kept for the next time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from academy.store.store import Store
from academy.ui.dialogs.print_preview import PrintPreview
from academy.ui.kit import printing
from academy.ui.kit.desk import Desk
from academy.ui.kit.printing import Printing
from academy.ui.kit.toast import Toast
from academy.ui.main_window.window import MainWindow
from academy.ui.screens.home import HomeScreen
from academy.ui.screens.register import RegisterTab
from academy.usecases import paper
from builders import NOW, TODAY, WEEK, ACohort, a_cohort, a_session, enrolled, made_once, marks
from documents.paper_words import pages_of
from ui.answers import Prepared
from ui.windows import settle, window_on

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class AtThePrinter(Printing):
    """A dialog like the system's with [Print] as its default, and a printer that writes a file."""

    def __init__(self, out: Path) -> None:
        self.out, self.keys, self.answer = out, 0, Key.Key_Return
        self.seen: list[tuple[str, QPrinter.ColorMode]] = []
        self.colour = QPrinter.ColorMode.Color

    def choose(self, printer: QPrinter, parent: QWidget | None) -> bool:
        self.seen.append((printer.docName(), printer.colorMode()))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.out))
        printer.setColorMode(self.colour)
        dialog = QDialog(parent)
        buttons = QDialogButtonBox(dialog)
        buttons.addButton("Print", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.accepted.connect(dialog.accept)
        QVBoxLayout(dialog).addWidget(buttons)
        QTimer.singleShot(0, dialog, lambda: self._press(dialog))
        return dialog.exec() == QDialog.DialogCode.Accepted

    def _press(self, dialog: QDialog) -> None:
        self.keys += 1
        QTest.keyClick(dialog, self.answer)


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[AtThePrinter]:
    made = AtThePrinter(tmp_path / "paper.pdf")
    before = printing.use(made)
    yield made
    printing.use(before)


def planned(store: Store) -> tuple[ACohort, int, int, int]:
    """Plan two sessions today and one to come; return the cohort and the three."""
    cohort = a_cohort(store, name="Top Talent 7", sessions=3)
    soon = a_session(store, cohort.id, title="Morning", starts=time(13, 0), ends=time(14, 0))
    later = a_session(store, cohort.id, title="Evening", starts=time(17, 0), ends=time(19, 0))
    to_come = a_session(store, cohort.id, TODAY + WEEK, title="Money")
    names = ["Siân Ŵyn-Hughes", "Łukasz Żółć", "Ğülşen Çelik"]
    enrolled(store, cohort, [*names, *(f"Pat Zed{n:02}" for n in range(4, 25))])
    marks(store, cohort, "PPP", "LPA", "PAA")
    return cohort, soon, later, to_come


class Academy:
    """Two sessions today, one of them soon; one to come; 24 people."""

    def __init__(self) -> None:
        self.store, (self.cohort, self.soon, self.later, self.next) = made_once(planned)


@pytest.fixture
def academy() -> Iterator[Academy]:
    made = Academy()
    yield made
    made.store.close()


@pytest.fixture
def window(academy: Academy, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(Desk, "now", lambda _desk: NOW)  # 12:41
    monkeypatch.setattr(Desk, "today", lambda _desk: TODAY)
    made = window_on(academy.store)
    yield made
    made.let_go()


def press(window: MainWindow, key: Qt.Key, *, held: Qt.KeyboardModifier = CTRL) -> int:
    if QApplication.activeWindow() is None:  # a closed dialog leaves none where there is no desktop
        window.activateWindow()
        settle()
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    settle()
    return 1


def preview_of(window: MainWindow) -> PrintPreview:
    return window.findChild(PrintPreview)


def ways(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    sizes = [page.get_size() for page in document]
    document.close()
    return ["wide" if wide > high else "high" for wide, high in sizes]


def home_of(window: MainWindow) -> HomeScreen:
    screen = window.workspace.screen
    assert isinstance(screen, HomeScreen)
    return screen


def test_job_7_a_sign_in_sheet_takes_two_keys(window: MainWindow, printer: AtThePrinter) -> None:
    keys = press(window, Key.Key_P) + printer.keys
    assert keys == 2
    assert ways(printer.out) == ["high"]
    assert window.findChild(Toast).accessibleName() == "Sent to the printer: Sign-in sheet"


def test_home_prints_the_session_with_the_focus_else_the_next_one(
    window: MainWindow, academy: Academy, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, printed = home_of(window), []
    monkeypatch.setattr(home.paper, "print_sheet", printed.append)
    press(window, Key.Key_Down, held=Qt.KeyboardModifier.NoModifier)
    press(window, Key.Key_P)
    home.needs.take_focus(0)
    press(window, Key.Key_P)
    monkeypatch.setattr(Desk, "now", lambda _desk: datetime.combine(TODAY, time(20)))
    home.reload()
    home.needs.take_focus(0)
    press(window, Key.Key_P)
    assert printed == [academy.later, academy.soon, academy.next]


def test_a_session_more_than_an_hour_away_has_the_sheet_on_its_button(window: MainWindow) -> None:
    home = home_of(window)
    assert [item.verb for item in home.today.rows.items] == ["Mark register", "Sign-in sheet"]
    press(window, Key.Key_Down, held=Qt.KeyboardModifier.NoModifier)
    press(window, Key.Key_Return, held=Qt.KeyboardModifier.NoModifier)
    assert preview_of(window).paper.words == "Sign-in sheet"


def test_the_register_prints_the_sheet_of_the_open_session(
    window: MainWindow, academy: Academy, printer: AtThePrinter
) -> None:
    window.go(f"cohort/{academy.cohort.id}/register/{academy.next}")
    settle()
    press(window, Key.Key_P)
    assert printer.keys == 1
    assert ways(printer.out) == ["high"]


def test_thinking_better_of_it_prints_nothing(window: MainWindow, printer: AtThePrinter) -> None:
    printer.answer = Key.Key_Escape
    press(window, Key.Key_P)
    assert not printer.out.exists()
    assert window.findChild(Toast) is None


def test_the_preview_offers_the_filled_register_and_large_type(
    window: MainWindow, academy: Academy, printer: AtThePrinter
) -> None:
    window.go(f"cohort/{academy.cohort.id}/register")
    settle()
    press(window, Key.Key_P, held=CTRL | SHIFT)
    shown = preview_of(window)
    assert (shown.count.text(), shown.large.isHidden()) == ("1 page", False)
    shown.large.click()
    assert shown.count.text() == "2 pages"
    shown.document.setCurrentIndex(1)
    assert shown.large.isHidden()
    QTest.keyClick(shown.print, Key.Key_Return)
    settle()
    assert ways(printer.out) == ["wide"]
    assert preview_of(window) is None


def test_settings_are_kept_for_each_kind_of_document(
    window: MainWindow, academy: Academy, printer: AtThePrinter
) -> None:
    printer.colour = QPrinter.ColorMode.GrayScale
    press(window, Key.Key_P)
    press(window, Key.Key_P, held=CTRL | SHIFT)
    preview_of(window).large.click()
    preview_of(window).reject()
    settle()
    press(window, Key.Key_P)
    assert printer.seen[-1] == ("Sign-in sheet", QPrinter.ColorMode.GrayScale)
    assert len(ways(printer.out)) == 2
    press(window, Key.Key_P, held=CTRL | SHIFT)
    preview_of(window).document.setCurrentIndex(1)
    QTest.keyClick(preview_of(window).print, Key.Key_Return)
    assert printer.seen[-1] == ("Filled register", QPrinter.ColorMode.Color)


def test_saving_asks_for_the_folder_once_and_offers_to_open_the_file(
    window: MainWindow, academy: Academy, answers: Prepared, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    answers.will(folder)
    press(window, Key.Key_P, held=CTRL | SHIFT)
    shown = preview_of(window)
    QTest.keyClick(shown, Key.Key_S, CTRL)
    QTest.keyClick(shown, Key.Key_S, CTRL)
    saved = folder / f"Top Talent 7 Session 4 sign-in {TODAY}.pdf"
    assert [path.name for path in folder.iterdir()] == [saved.name]
    facts = academy.store.read(paper.sign_in_sheet, academy.soon)
    assert saved.read_bytes() == paper.sign_in_pdf(facts)
    assert shown.message.words.text() == f"Saved as {saved.name}"
    assert len(answers.asked) == 1


def test_a_folder_that_went_away_is_asked_for_again(
    window: MainWindow, answers: Prepared, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file")
    answers.will(tmp_path / "taken", tmp_path / "new")
    press(window, Key.Key_P, held=CTRL | SHIFT)
    shown = preview_of(window)
    shown.save.click()
    assert "Choose another folder" in shown.message.words.text()
    shown.save.click()
    assert len(list((tmp_path / "new").iterdir())) == 1


def test_a_name_that_cannot_be_printed_is_told_before(window: MainWindow, academy: Academy) -> None:
    enrolled(academy.store, a_cohort(academy.store, name="Top Talent 9", sessions=1), ["李小龍"])
    cohort = academy.store.read(_newest_cohort)
    window.go(f"cohort/{cohort}/register")
    settle()
    press(window, Key.Key_P, held=CTRL | SHIFT)
    assert "李小龍" in preview_of(window).message.words.text()


def _newest_cohort(db) -> int:
    from academy.usecases import cohorts

    return max(row.id for row in cohorts.cohorts(db))


def test_pages_without_sheets_say_where_they_are(window: MainWindow) -> None:
    window.go("settings")
    settle()
    action = window.menus.actions["print"]
    assert not action.isEnabled()
    assert action.statusTip() == "Go to Home or to a register to print a sign-in sheet."


def test_the_sheet_has_the_numbers_of_the_grid(academy: Academy) -> None:
    from academy.store.journal import Gesture
    from academy.usecases import cohorts
    from academy.usecases.register import register

    rows = academy.store.read(register, academy.cohort.id, TODAY).rows
    gone = Gesture("withdraw", {"n": 1})
    academy.store.write(gone, cohorts.withdraw, [rows[1].place_id], TODAY - timedelta(1))
    facts = academy.store.read(paper.sign_in_sheet, academy.soon)
    assert [(p.number, p.name) for p in facts.people] == [
        (row.number, row.name) for row in rows if row.number != 2
    ]
    assert all(p.name in " ".join(pages_of(paper.sign_in_pdf(facts))) for p in facts.people)


def test_the_button_of_the_register_opens_the_preview(window: MainWindow, academy: Academy) -> None:
    window.go(f"cohort/{academy.cohort.id}/register")
    settle()
    window.findChild(RegisterTab).chrome.sheet_button.click()
    settle()
    assert preview_of(window).print.hasFocus()
    QTest.keyClick(preview_of(window), Key.Key_Escape)
    settle()
    assert preview_of(window) is None
