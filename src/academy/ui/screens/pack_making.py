"""From the register: marking its open session full screen, or taking it away as a pack.

Both are loaded when they are asked for.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from academy.domain.words import RuleBroken
from academy.ui.kit import labels, pickers
from academy.ui.kit.desk import Desk


def _tr(words: str) -> str:
    return QCoreApplication.translate("packs", words)


def facilitate(page: QWidget, desk: Desk, session_id: int) -> None:
    """Mark a session full screen."""
    if not session_id:
        desk.refused.emit(_tr("Plan a session first; then it can be marked."))
        return
    from academy.ui.screens.facilitator import FacilitatorWindow
    from academy.ui.screens.facilitator_books import AcademyBook

    FacilitatorWindow(AcademyBook(desk, session_id), page.window()).showFullScreen()


def make_pack(page: QWidget, desk: Desk, session_id: int) -> Path | None:
    """Ask where a session's pack is kept, write it, and note that it left."""
    from academy.exchange.packs import write_pack
    from academy.ui.kit.toast import show_toast
    from academy.usecases import packs

    try:
        pack = desk.read(packs.make_pack, session_id)
        kinds = [pickers.FileKind(_tr("Register packs"), ("register",))]
        name = file_name(f"{pack.cohort} Session {pack.number}.register")
        path = pickers.save_file(page, _tr("Make a register pack"), name, kinds, "packs")
        if path is None:
            return None
        write_pack(path, pack)
    except RuleBroken as broken:
        desk.refused.emit(labels.rule(broken))
        return None
    if not desk.store.read_only:
        desk.do(packs.made_gesture(), packs.note_pack_made, session_id)
    folder = QUrl.fromLocalFile(str(path.parent))
    words = _tr("Pack made: {name}. It holds names: treat it like a printed sign-in sheet.")
    show_toast(page, words.format(name=path.name), _tr("Open folder"),
               lambda: QDesktopServices.openUrl(folder))  # fmt: skip
    return path


def file_name(name: str) -> str:
    """Return a name that every system takes for a file."""
    kept = "".join(" " if one in '<>:"/\\|?*' or ord(one) < 32 else one for one in name)
    return " ".join(kept.split())
