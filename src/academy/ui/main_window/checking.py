"""Checking a certificate from anywhere: a dropped PDF, the menu, a token pasted in the palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from academy.domain.words import FileProblem
from academy.ui.dialogs.certificate_check import CheckDialog
from academy.ui.kit import labels, pickers, session_memory
from academy.usecases import verification

if TYPE_CHECKING:
    from academy.ui.main_window.window import MainWindow
    from academy.ui.main_window.workspace import Workspace

DOORS = 2
"""So many academies are offered to check a certificate with; the others can be opened."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("checking", words)


def open_check(window: MainWindow) -> CheckDialog | None:
    """Open the dialog that takes a PDF, a token or a number."""
    space = window.workspace
    if space is None:
        return None
    dialog = CheckDialog(window)
    dialog.typed.connect(lambda text: _show_typed(space, dialog, text))
    dialog.file_wished.connect(lambda: _choose(space, dialog))
    dialog.open()
    return dialog


def check_typed(window: MainWindow, text: str) -> None:
    """Check a token or a number, and show what it is."""
    dialog = open_check(window)
    if dialog is not None and window.workspace is not None:
        dialog.put(text)
        _show_typed(window.workspace, dialog, text)


def check_file(window: MainWindow, path: Path) -> None:
    """Check a PDF, and show what it is."""
    dialog = open_check(window)
    if dialog is not None and window.workspace is not None:
        _show_file(window.workspace, dialog, path)


def ask_for_academy(window: MainWindow, path: Path) -> None:
    """Say that a certificate is checked by the academy that issued it; offer those known here."""
    window.show_start()
    words = _tr(
        "A certificate is checked by the academy that issued it. "
        "Open that academy, then check {name}."
    )
    known = [Path(file.path) for file in session_memory.recent_files()]
    doors: list[tuple[str, Callable[[], object]]] = [
        (
            _tr("Check with {academy}").format(academy=one.stem),
            partial(_open_first, window, one, path),
        )
        for one in known[:DOORS]
        if one.exists()
    ]
    window.start.show_problem(words.format(name=path.name), doors)


def _open_first(window: MainWindow, academy: Path, certificate: Path) -> None:
    if window.open(academy):
        check_file(window, certificate)


def _choose(space: Workspace, dialog: CheckDialog) -> None:
    kinds = [pickers.FileKind(_tr("Certificates"), ("pdf",))]
    path = pickers.open_file(dialog, _tr("Check a certificate"), kinds, "checked")
    if path is not None:
        _show_file(space, dialog, path)


def _show_typed(space: Workspace, dialog: CheckDialog, text: str) -> None:
    found = space.desk.read(verification.check_token, text, space.desk.today())
    dialog.show_verdict(found)


def _show_file(space: Workspace, dialog: CheckDialog, path: Path) -> None:
    from academy.documents.reading import read_certificate

    try:
        file = read_certificate(path)
    except FileProblem as problem:
        dialog.show_unreadable(labels.rule(problem))
        return
    found = space.desk.read(verification.check_file, file, space.desk.today())
    dialog.show_verdict(found, path.name)
