"""Facilitator mode over the window: of the open academy's session, or of a pack by itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from academy.domain.words import FileProblem, SessionState
from academy.ui.kit import labels, pickers
from academy.ui.screens.facilitator import FacilitatorWindow
from academy.ui.screens.facilitator_books import AcademyBook, Book, PackBook

if TYPE_CHECKING:
    from academy.ui.main_window.window import MainWindow
    from academy.usecases.sessions import SessionRow


def _tr(words: str) -> str:
    return QCoreApplication.translate("facilitating", words)


def open_pack(window: MainWindow, path: Path) -> FacilitatorWindow | None:
    """Mark a pack, with or without an academy; say why if it cannot be opened."""
    if window.workspace is None:
        window.show_start()
    try:
        book = PackBook(path)
    except FileProblem as problem:
        words = labels.rule(problem)
        if window.workspace is None:
            window.start.show_problem(words, [])
        else:
            window.show_problem(words)
        return None
    shown = _locked(window, book)
    shown.closed.connect(partial(_send_back, window, path))
    return shown


def _send_back(window: MainWindow, path: Path) -> None:
    """Say what is to be done with a marked pack."""
    if window.workspace is None:
        words = _tr("The marks are in {name}. Send this file back to the academy.")
        folder = QUrl.fromLocalFile(str(path.absolute().parent))
        doors = [(_tr("Open folder"), lambda: QDesktopServices.openUrl(folder))]
        window.start.message.say(words.format(name=path.name), "good", doors)


def open_session(window: MainWindow, session_id: int) -> FacilitatorWindow | None:
    """Mark a session of the open academy full screen."""
    space = window.workspace
    if space is None:
        return None
    if session_id not in {row.id for row in _sessions(window)}:
        window.show_problem(_tr("There is no session {id}.").format(id=session_id))
        return None
    return _locked(window, AcademyBook(space.desk, session_id))


def open_today(window: MainWindow) -> FacilitatorWindow | None:
    """Mark today's session; ask which, where there are several; say if there is none."""
    space = window.workspace
    if space is None:
        return None
    today = [
        row
        for row in _sessions(window)
        if row.held_on == space.desk.today() and row.state is SessionState.PLANNED
    ]
    if not today:
        window.show_problem(
            _tr("No session is today. Open the register of another one, then press Ctrl+Shift+F.")
        )
        return None
    chosen = today[0].id if len(today) == 1 else _asked(window, today)
    return open_session(window, chosen) if chosen else None


def begin(window: MainWindow, which: str) -> FacilitatorWindow | None:
    """Do what `--register` asks: “today”, or the id of a session."""
    if window.workspace is None:
        return None
    return open_session(window, int(which)) if which.isdecimal() else open_today(window)


def _locked(window: MainWindow, book: Book) -> FacilitatorWindow:
    """Show a session; if a passphrase is set, an open academy is out of sight until it."""
    from academy.usecases import passphrases

    desk = window.workspace.desk if window.workspace is not None else None
    if desk is None or not desk.read(passphrases.has_passphrase):
        return _shown(FacilitatorWindow(book, window))
    made = FacilitatorWindow(book, guard=lambda typed: desk.read(passphrases.is_passphrase, typed))
    made.closed.connect(window.show)
    made.quit_wished.connect(partial(_quit, window, made))
    _shown(made)
    window.hide()
    return made


def _quit(window: MainWindow, made: FacilitatorWindow) -> None:
    """Close the whole program from facilitator mode; nothing of the academy is shown again."""
    made.closed.disconnect()
    made.release()
    window.close()


def _shown(made: FacilitatorWindow) -> FacilitatorWindow:
    made.showFullScreen()
    made.activateWindow()
    return made


def _sessions(window: MainWindow) -> list[SessionRow]:
    from academy.usecases.sessions import sessions

    assert window.workspace is not None
    return window.workspace.desk.read(sessions)


def _asked(window: MainWindow, today: list[SessionRow]) -> int:
    from academy.usecases.sessions import session

    assert window.workspace is not None
    desk = window.workspace.desk
    words = _tr("{cohort}: Session {n} “{title}”")
    answers = [
        pickers.Answer(
            str(row.id),
            words.format(
                cohort=desk.read(session, row.id).cohort, n=row.number, title=row.title
            ).replace("&", "&&"),
        )
        for row in today
    ]
    answers.append(pickers.Answer("", _tr("Cancel")))
    question = _tr("Which of today’s sessions do you want to mark?")
    chosen = pickers.ask(window, question, "", answers, "")
    return int(chosen) if chosen else 0
