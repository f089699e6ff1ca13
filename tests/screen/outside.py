"""A running program as a screen reader meets it: from outside its process, over AT-SPI 2.

Only for the system’s own Python, which has the bindings (python3-gi, gir1.2-atspi-2.0), and inside
a D-Bus session of its own, so that nothing else is in the tree. Everything waits for what is to be
seen, never for a while.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402 # only after the version is said

PATIENCE = 20.0  # seconds: far more than anything takes, for a machine that is busy
END = 150  # seconds: then the program is ended, whatever it waits for
STRUCTURE = {
    "application", "filler", "panel", "layered pane", "scroll pane", "split pane", "viewport",
    "separator", "scroll bar", "tool bar", "status bar", "menu bar", "canvas", "graphic", "image",
    "menu", "popup menu", "window", "label", "unknown",
}  # fmt: skip
"""Roles that only hold others or speak for themselves; all others are controls and have names.

What is “unknown” is the line between two parts of a page, which the mouse moves."""
FOCUSED, FOCUSABLE, SHOWING = (
    Atspi.StateType.FOCUSED, Atspi.StateType.FOCUSABLE, Atspi.StateType.SHOWING,
)  # fmt: skip
TABLES = {"table", "tree table", "tree", "list"}
MENUS = {"menu bar", "menu", "popup menu", "menu item"}


class NotSeen(Exception):
    """Something did not come in time."""


def join_bus() -> None:
    """Find the accessible tree of this D-Bus session, for us and for the programs we start."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    place = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    told = bus.call_sync(*place, None, None, Gio.DBusCallFlags.NONE, -1, None)
    os.environ["AT_SPI_BUS_ADDRESS"] = told.unpack()[0]
    Atspi.init()
    Atspi.set_timeout(10_000, 10_000)  # milliseconds that an answer may take


def until(look: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """Wait for something to be there, and return it."""
    context = GLib.MainContext.default()
    end = time.monotonic() + patience
    while time.monotonic() < end:
        while context.iteration(False):
            pass
        try:
            found = look()
        except GLib.Error:  # what was looked at has gone meanwhile
            found = None
        if found:
            return found
        time.sleep(0.01)
    raise NotSeen(what)


class Desk:
    """A screen where windows have the keyboard, and one program on it."""

    def __init__(self, command: list[str], **streams: Any) -> None:
        signal.signal(signal.SIGALRM, _too_long)
        signal.alarm(END)
        self._manager = None
        if not _managed():
            quiet = subprocess.DEVNULL
            self._manager = subprocess.Popen(["openbox"], stdout=quiet, stderr=quiet)
        until(_managed, "somebody who gives windows the keyboard")
        join_bus()
        asked = {
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_LOGGING_RULES": "qt.accessibility.atspi=false",  # what went while we asked
        }
        self.program = subprocess.Popen(command, env={**os.environ, **asked}, **streams)

    def __enter__(self) -> Tree:
        return Tree(self.program)

    def __exit__(self, *_: object) -> None:
        for one in (self.program, self._manager):
            if one is not None and one.poll() is None:
                one.terminate()
                one.wait(PATIENCE)


def _too_long(*_: object) -> None:
    raise NotSeen(f"the end, in {END} seconds")


def _managed() -> bool:
    return subprocess.run(["xdotool", "get_desktop"], capture_output=True).returncode == 0


def strike(*keys: str) -> None:
    """Strike keys, as at a keyboard."""
    subprocess.run(["xdotool", "key", *keys], check=True)


def has_keyboard(title: str) -> bool:
    """Whether a window with these words in its title has the keyboard."""
    command = ["xdotool", "getwindowfocus", "getwindowname"]
    told = subprocess.run(command, capture_output=True, encoding="utf-8")
    return title in told.stdout


class Tree:
    """The accessible tree of one program, and what it says by itself when the focus goes."""

    def __init__(self, program: subprocess.Popen[Any]) -> None:
        self._program = program
        self.heard: list[str] = []
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:state-changed:focused")
        self.root = until(self._find, "the program in the accessible tree")
        self.root.set_cache_mask(Atspi.Cache.NONE)  # everything is asked for anew

    def _hear(self, event: Any) -> None:
        if event.detail1:
            self.heard.append(event.source.get_name())

    def _find(self) -> Any:
        if self._program.poll() is not None:
            raise NotSeen(f"the program: it ended with {self._program.returncode}")
        for found in children(Atspi.get_desktop(0)):
            if found.get_process_id() == self._program.pid and found.get_child_count():
                return found
        return None

    def names(self) -> list[str]:
        """Return what everything that is shown is called."""
        return [name for node in self.shown() if (name := node.get_name())]

    def titled(self, words: str) -> bool:
        """Whether these words stand in a window’s title."""
        return any(words in (window.get_name() or "") for window in children(self.root))

    def shown(self, node: Any = None) -> Iterator[Any]:
        """Yield everything that can be seen, and every menu; cells and lines are left out."""
        node = self.root if node is None else node
        yield node
        if node.get_role_name() not in TABLES:
            for child in children(node):
                if has(child, SHOWING) or child.get_role_name() in MENUS:
                    yield from self.shown(child)

    def find(self, role: str, name: str) -> Any:
        """Return what is shown with this role and name; wait for it."""

        def look() -> Any:
            of_role = (node for node in self.shown() if node.get_role_name() == role)
            return next((node for node in of_role if node.get_name() == name), None)

        return until(look, f"{role} ‘{name}’")

    def unnamed(self) -> list[str]:
        """Return what can be acted on, or reached with the keyboard, and has no name.

        Where a dialog is open, in the dialog: it is all that can be reached. What is still being
        made or unmade is looked at again.
        """
        found: list[str] = []

        def all_named() -> bool:
            found[:] = self._nameless()
            return not found

        with suppress(NotSeen):
            until(all_named, "a name for everything", patience=1)
        return found

    def _nameless(self) -> list[str]:
        found = []
        dialogs = [one for one in children(self.root) if one.get_role_name() == "dialog"]
        for node in self.shown(dialogs[-1] if dialogs else None):
            within = parts(node) if node.get_role_name() in TABLES else []
            found += [whereabouts(one) for one in (node, *within) if needs_name(one)]
        return found


def needs_name(node: Any) -> bool:
    """Whether something is a control and says nothing."""
    role = node.get_role_name()
    own = role not in STRUCTURE or has(node, FOCUSABLE)
    return own and not (node.get_name() or "").strip()


def parts(table: Any) -> list[Any]:
    """Return the headers and cells of a table, the lines of a list: those that can be seen."""
    return [part for part in children(table) if has(part, SHOWING)]


def whereabouts(node: Any) -> str:
    """Return a thing and what it lies in, for whoever has to name it."""
    more = node.get_description()
    way, above = [node.get_role_name() + (f" ({more})" if more else "")], node.get_parent()
    while above is not None and len(way) < 6:
        way.append(f"{above.get_role_name()} ‘{above.get_name()}’")
        above = above.get_parent()
    return " in ".join(way)


def children(node: Any) -> list[Any]:
    """Return what lies directly in something."""
    found = (node.get_child_at_index(n) for n in range(node.get_child_count()))
    return [child for child in found if child is not None]


def has(node: Any, state: Any) -> bool:
    """Whether something is in a state, such as shown or focused."""
    return bool(node.get_state_set().contains(state))


def column(table: Any, number: int) -> list[Any]:
    """Return the cells of a column of a table, top to bottom."""
    grid = table.get_table_iface()
    rows = range(Atspi.Table.get_n_rows(grid))
    return [Atspi.Table.get_accessible_at(grid, row, number) for row in rows]


def headers(table: Any) -> list[str]:
    """Return what the headers of a table’s columns say."""
    grid = table.get_table_iface()
    numbers = range(Atspi.Table.get_n_columns(grid))
    return [Atspi.Table.get_column_header(grid, number).get_name() for number in numbers]
