"""The menu bar: every command with its shortcut; what cannot be done now says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

if TYPE_CHECKING:
    from academy.ui.kit.nav import NavItem
    from academy.ui.kit.session_memory import RecentFile

SHOWN_KEYS = {"cut": "Ctrl+X", "copy": "Ctrl+C", "paste": "Ctrl+V", "filter": "Ctrl+F"}
"""Keys that belong to whatever has focus: the menus show them and do not take them."""


@dataclass(frozen=True)
class Command:
    """A line of a menu: its key, its words with an access key, its shortcuts, the first shown."""

    key: str
    words: str
    keys: tuple[str, ...] = ()
    checkable: bool = False


Lines = Sequence[Command | str | None]
"""Commands; a text is the key of a submenu filled elsewhere, None a separator."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("menus", words)


def _file() -> Lines:
    return (
        Command("new_academy", _tr("&New academy…")),
        Command("open", _tr("&Open…"), ("Ctrl+O",)),
        "recent",
        Command("close_academy", _tr("&Close academy")),
        None,
        Command("import", _tr("&Import…"), ("Ctrl+I",)),
        Command("export", _tr("&Export this table…"), ("Ctrl+E",)),
        None,
        Command("check", _tr("Chec&k a certificate…")),
        None,
        Command("preview", _tr("Print pre&view…"), ("Ctrl+Shift+P",)),
        Command("print", _tr("&Print…"), ("Ctrl+P",)),
        None,
        Command("back_up", _tr("&Back up now")),
        Command("restore", _tr("&Restore a backup…")),
        None,
        Command("quit", _tr("&Quit"), ("Ctrl+Q",)),
    )


def _edit() -> Lines:
    return (
        Command("undo", _tr("&Undo"), ("Ctrl+Z",)),
        Command("redo", _tr("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
        None,
        Command("cut", _tr("Cu&t")),
        Command("copy", _tr("&Copy")),
        Command("paste", _tr("&Paste")),
        None,
        Command("filter", _tr("&Filter")),
        Command("find_next", _tr("Find &next"), ("F3",)),
        None,
        Command("history", _tr("&History…")),
    )


def _view() -> Lines:
    return (
        "theme",
        None,
        Command("zoom_in", _tr("Zoom &in"), ("Ctrl++", "Ctrl+=")),
        Command("zoom_out", _tr("Zoom &out"), ("Ctrl+-",)),
        Command("zoom_reset", _tr("Zoom &100%"), ("Ctrl+0",)),
        None,
        Command("sidebar", _tr("&Sidebar"), checkable=True),
        Command("facilitator", _tr("Facilitator &mode"), ("Ctrl+Shift+F",)),
        Command("full_screen", _tr("&Full screen"), ("F11",), checkable=True),
        Command("refresh", _tr("&Refresh"), ("F5", "Ctrl+R")),
    )


def _go() -> Lines:
    return (
        Command("back", _tr("&Back"), ("Alt+Left",)),
        Command("forward", _tr("&Forward"), ("Alt+Right",)),
        Command("up", _tr("&Up"), ("Alt+Up",)),
        None,
        "pages",
        None,
        Command("next_tab", _tr("Ne&xt tab"), ("Ctrl+Tab", "Ctrl+PgDown")),
        Command("previous_tab", _tr("Pre&vious tab"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
        None,
        Command("settings", _tr("&Settings"), ("Ctrl+,",)),
        Command("palette", _tr("&Go to anything…"), ("Ctrl+K",)),
    )


def _item() -> Lines:
    return (
        Command("new", _tr("&New…"), ("Ctrl+N",)),
        Command("new_series", _tr("New session ser&ies…"), ("Ctrl+Shift+N",)),
        "item",
    )


def _help() -> Lines:
    return (
        Command("help", _tr("&Help"), ("F1",)),
        Command("shortcuts", _tr("&Keyboard shortcuts"), ("Ctrl+?",)),
        None,
        Command("about", _tr("&About Academy")),
    )


class Menus(QObject):
    """The six menus. `chosen` carries the key of a command, `went` an address."""

    chosen = Signal(str)
    went = Signal(str)
    opened = Signal(str)
    """The path of a recent file."""
    unfolding = Signal()
    """A menu is about to be shown: bring it up to date."""

    themed = Signal(str)
    """The scheme that was chosen: system, light or dark."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self.actions: dict[str, QAction] = {}
        self.submenus: dict[str, QMenu] = {}
        self._inserted: dict[str, list[QAction]] = {"pages": [], "item": []}
        self._anchors: dict[str, tuple[QMenu, QAction]] = {}
        for words, lines in (
            (_tr("&File"), _file()),
            (_tr("&Edit"), _edit()),
            (_tr("&View"), _view()),
            (_tr("&Go"), _go()),
            (_tr("&Item"), _item()),
            (_tr("&Help"), _help()),
        ):
            menu = bar.addMenu(words)
            menu.setToolTipsVisible(False)
            for line in lines:
                self._add(menu, line)
            menu.aboutToShow.connect(self.unfolding)
        self._fill_theme()

    def _add(self, menu: QMenu, line: Command | str | None) -> None:
        if line is None:
            menu.addSeparator()
        elif isinstance(line, Command):
            self._add_command(menu, line)
        elif line in ("recent", "theme"):
            words = _tr("Open recen&t") if line == "recent" else _tr("&Theme")
            self.submenus[line] = menu.addMenu(words)
        else:
            self._anchors[line] = (menu, menu.addSeparator())

    def _add_command(self, menu: QMenu, line: Command) -> None:
        words = f"{line.words}\t{SHOWN_KEYS[line.key]}" if line.key in SHOWN_KEYS else line.words
        made = menu.addAction(words)
        made.setShortcuts([QKeySequence(key) for key in line.keys])
        made.setCheckable(line.checkable)
        made.setMenuRole(_role(line.key))
        made.triggered.connect(lambda _=False, key=line.key: self.chosen.emit(key))
        self.actions[line.key] = made

    def _fill_theme(self) -> None:
        group = QActionGroup(self)
        for key, words in (
            ("system", _tr("As the &system")),
            ("light", _tr("&Light")),
            ("dark", _tr("&Dark")),
        ):
            made = self.submenus["theme"].addAction(words)
            made.setCheckable(True)
            made.triggered.connect(lambda _=False, key=key: self.themed.emit(key))
            group.addAction(made)
            self.actions[f"theme_{key}"] = made

    def fill_recent(self, files: Sequence[RecentFile]) -> None:
        """Offer the files opened before."""
        menu = self.submenus["recent"]
        menu.clear()
        for number, file in enumerate(files, 1):
            made = menu.addAction(f"&{number % 10} {file.name.replace('&', '&&')}")
            made.setStatusTip(file.path)
            made.triggered.connect(lambda _=False, path=file.path: self.opened.emit(path))
        menu.setEnabled(bool(files))

    def fill_pages(self, items: Sequence[NavItem]) -> None:
        """Offer the pages of the sidebar with Ctrl+1 to Ctrl+9."""
        menu, anchor = self._emptied("pages")
        for item in items:
            made = QAction(item.name, menu)
            made.setShortcut(QKeySequence(item.shortcut))
            made.triggered.connect(lambda _=False, address=item.address: self.went.emit(address))
            menu.insertAction(anchor, made)
            self._inserted["pages"].append(made)

    def fill_item(self, lines: Sequence[tuple[str, str, Callable[[], object]]]) -> None:
        """Offer what can be done with the selected thing: words, shortcut as shown, act."""
        menu, anchor = self._emptied("item")
        for words, shortcut, act in lines:
            made = QAction(f"{words}\t{shortcut}" if shortcut else words, menu)
            made.triggered.connect(lambda _=False, act=act: act())
            menu.insertAction(anchor, made)
            self._inserted["item"].append(made)

    def _emptied(self, place: str) -> tuple[QMenu, QAction]:
        menu, anchor = self._anchors[place]
        for old in self._inserted[place]:
            menu.removeAction(old)
            old.deleteLater()
        self._inserted[place] = []
        return menu, anchor

    def allow(self, reasons: Mapping[str, str]) -> None:
        """Enable each command whose reason is empty; the others say their reason."""
        for key, reason in reasons.items():
            self.actions[key].setEnabled(not reason)
            self.actions[key].setStatusTip(reason)

    def word(self, key: str, words: str) -> None:
        """Give a command other words."""
        self.actions[key].setText(words)


def _role(key: str) -> QAction.MenuRole:
    roles = {
        "settings": QAction.MenuRole.PreferencesRole,
        "about": QAction.MenuRole.AboutRole,
        "quit": QAction.MenuRole.QuitRole,
    }
    return roles.get(key, QAction.MenuRole.NoRole)
