"""The palette in the window: what it offers, and what the last ten were."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from academy.ui.kit import session_memory
from academy.ui.kit.palette import Group, Palette, PaletteEntry
from academy.ui.main_window import finding

if TYPE_CHECKING:
    from academy.ui.main_window.window import MainWindow
    from academy.ui.main_window.workspace import Workspace

LEFT_OUT = frozenset({"palette", "cut", "copy", "paste", "find_next", "sidebar", "undo", "redo"})
PICTURES = {
    "new": "plus",
    "new_academy": "plus",
    "open": "folder-open",
    "close_academy": "x",
    "import": "file-down",
    "export": "upload",
    "print": "printer",
    "preview": "printer",
    "check": "shield-check",
    "back_up": "hard-drive",
    "restore": "history",
    "history": "history",
    "settings": "settings",
    "help": "circle-question-mark",
}


def open_palette(window: MainWindow) -> Palette | None:
    """Open the palette over the page, unless it is open already."""
    space = window.workspace
    if space is None or window.findChild(Palette) is not None:
        return None
    own = [*page_entries(space), *command_entries(window)]
    recent = session_memory.recent_addresses(space.path)
    known = {entry.address: entry for entry in (*own, *finding.visited(space.desk, recent))}
    last = [known[address] for address in recent if address in known]
    look = partial(finding.entries, space.desk)
    meant = partial(_meant, window)
    palette = Palette(window.frame, own, last or page_entries(space), meant, look)
    palette.went.connect(window.go)
    palette.open()
    return palette


def _meant(window: MainWindow, typed: str) -> list[PaletteEntry]:
    """Offer to check a certificate whose token, or address with one, was pasted."""
    if "eyJ" not in typed:
        return []
    from academy.ui.main_window import checking

    words = QCoreApplication.translate("going", "Check this certificate")
    act = partial(checking.check_typed, window, typed)
    return [PaletteEntry(Group.CERTIFICATES, words, "shield-check", act=act)]


def page_entries(space: Workspace) -> list[PaletteEntry]:
    """Return the pages of the sidebar."""
    return [
        PaletteEntry(
            Group.PAGES, item.name, item.picture, shortcut=item.shortcut, address=item.address
        )
        for item in (*space.items(), *space.foot())
    ]


def command_entries(window: MainWindow) -> list[PaletteEntry]:
    """Return the commands of the menus; those that cannot run say why."""
    made = []
    for key, action in window.menus.actions.items():
        if key in LEFT_OUT or key.startswith("theme_"):
            continue
        made.append(
            PaletteEntry(
                Group.COMMANDS,
                plain(action.text()),
                PICTURES.get(key, "chevron-right"),
                QCoreApplication.translate("going", "Command"),
                shown(action),
                act=_runner(window, key),
                why_not="" if action.isEnabled() else action.statusTip(),
            )
        )
    return made


def _runner(window: MainWindow, key: str) -> Callable[[], None]:
    return lambda: window.run(key)


def plain(words: str) -> str:
    """Return a menu's words without access key and shortcut."""
    return words.partition("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&")


def shown(action: QAction) -> str:
    """Return an action's first shortcut as people read it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
