"""Checking a certificate from anywhere: a dropped PDF, the menu, a token pasted in the palette."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from academy.domain.words import FileProblem
from academy.ui.dialogs.certificate_check import CheckDialog
from academy.ui.kit import labels, pickers
from academy.usecases import verification

if TYPE_CHECKING:
    from academy.ui.main_window.window import MainWindow
    from academy.ui.main_window.workspace import Workspace


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
