"""How things stand, in words: window title, status line, badges, and what the menus may do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.ui.kit.theme import theme
from academy.ui.main_window.menus import Menus

if TYPE_CHECKING:
    from academy.ui.kit.screen import Screen
    from academy.ui.main_window.window import MainWindow
    from academy.ui.main_window.workspace import Workspace


def _tr(words: str) -> str:
    return QCoreApplication.translate("state", words)


def window_title(space: Workspace) -> str:
    """Return “Register – Top Talent 7 – Academy”."""
    page = space.screen.title() if space.screen is not None else ""
    return f"{page} – Academy" if page else "Academy"


def status(space: Workspace) -> tuple[str, str]:
    """Return “All saved 12:41pm  ·  backup today 9:12am”, and who works here."""
    from academy.store import history
    from academy.ui.kit import backups, labels

    store = space.desk.store
    if store.read_only:
        return _read_only(store.why_read_only or "asked"), store.who.name
    newest = store.read(history.newest)
    parts = []
    if newest is not None:
        at = labels.local(newest.at)
        today = at.date() == space.desk.today()
        said = dates.clock(at.time()) if today else dates.moment(at, space.desk.today())
        parts.append(_tr("All saved {when}").format(when=said))
    parts.append(backups.status_words(store.path, space.desk.today()))
    return "  ·  ".join(parts), store.who.name


def _read_only(why: str) -> str:
    words = {
        "asked": _tr("Open for reading only: nothing can be changed here."),
        "file": _tr("Open for reading only: your account may not change this file."),
        "copy": _tr("Open for reading only: this is a mended copy of the file."),
    }
    return words[why]


def dress_menus(menus: Menus, space: Workspace | None, window: MainWindow) -> None:
    """Enable what can be done now; the rest says why not."""
    closed = "" if space else _tr("Open an academy first.")
    reasons = dict.fromkeys(
        ("close_academy", "history", "up", "refresh", "settings", "palette", "restore", "back_up",
         "cut", "copy", "paste", "sidebar", "facilitator", "help", "shortcuts", "about",
         "check"), closed
    )  # fmt: skip
    reading = _tr("This academy is open for reading only.")
    if space is not None and space.desk.store.read_only:
        reasons |= dict.fromkeys(("back_up", "restore"), reading)
    reasons["back"] = "" if space and space.can_go_back else _tr("There is no page to go back to.")
    ahead = space is not None and space.can_go_forward
    reasons["forward"] = "" if ahead else _tr("You have not gone back from a page.")
    reasons |= _of_page(space)
    menus.allow(reasons)
    menus.actions["full_screen"].setChecked(window.isFullScreen())
    menus.actions["sidebar"].setChecked(window.frame.has_sidebar)
    menus.actions[f"theme_{theme().scheme}"].setChecked(True)
    _dress_undo(menus, space)


def _of_page(space: Workspace | None) -> dict[str, str]:
    """Return why the page that is shown does not do what some pages do."""
    why = {
        "new": _tr("There is nothing to add on this page."),
        "new_series": _tr("Open an academy first."),
        "filter": _tr("There is no list to filter on this page."),
        "find_next": _tr("There is no list to search on this page."),
        "import": _tr("Go to People or to a cohort to bring people in."),
        "export": _tr("There is no table on this page."),
        "print": _tr("Go to Home or to a register to print a sign-in sheet."),
        "preview": _tr("Go to Home or to a register to print a sign-in sheet."),
        "next_tab": _tr("This page has no tabs."),
        "previous_tab": _tr("This page has no tabs."),
    }
    screen = space.screen if space is not None else None
    offered = set(screen.commands()) if screen is not None else set()
    if space is not None and not space.desk.store.read_only:
        offered.add("new_series")
    if screen is not None and "export" not in offered and _has_table(screen):
        offered.add("export")
    if hasattr(screen, "turn"):
        offered |= {"next_tab", "previous_tab"}
    return {key: "" if key in offered else reason for key, reason in why.items()}


def _has_table(screen: Screen) -> bool:
    if "academy.ui.kit.data_view" not in sys.modules:
        return False  # no page with a table was made yet: at the start Home is shown first
    from academy.ui.kit.table_export import table_on

    return table_on(screen) is not None


def _dress_undo(menus: Menus, space: Workspace | None) -> None:
    if space is None or space.desk.store.read_only:
        nothing = _tr("There is nothing to undo.")
        menus.allow({"undo": nothing, "redo": _tr("There is nothing to redo.")})
        menus.word("undo", _tr("&Undo"))
        menus.word("redo", _tr("&Redo"))
        return
    from academy.store import undo
    from academy.ui.kit import labels

    stacks = space.desk.store.read(undo.stacks)
    for key, words, stack in (
        ("undo", _tr("&Undo {what}"), stacks.undo),
        ("redo", _tr("&Redo {what}"), stacks.redo),
    ):
        said = labels.gesture(stack[-1].key, stack[-1].facts) if stack else ""
        menus.word(key, words.format(what=said.replace("&", "&&")).strip())
    blocked = bool(stacks.undo) or stacks.blocked_by is not None  # it then says what is in the way
    menus.allow(
        {
            "undo": "" if blocked else _tr("There is nothing to undo."),
            "redo": "" if stacks.redo else _tr("There is nothing to redo."),
        }
    )
