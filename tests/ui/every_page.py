"""A walk through the window on the sample academy: every page, every dialog its pages open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from academy.ui.kit.pickers import Answer
from academy.ui.main_window.window import MainWindow
from academy.usecases.sample import practice_files
from ui.windows import Answers, settle

PERSON_TABS = ("details", "cohorts", "mentoring", "certificates", "history")
TABS = ("overview", "people", "register", "mentoring", "completion")
ADDRESSES = {
    "home": ["home"],
    "cohorts": ["cohorts"],
    "cohort": [
        *(f"cohort/3/{tab}" for tab in TABS),
        "cohort/3/register/{first}",
        "cohort/1/completion",
    ],
    "people": ["people", "people/new"],
    "person": [f"person/1/{tab}" for tab in PERSON_TABS],
    "organisations": ["organisations", "organisation/1"],
    "calendar": ["calendar", "calendar/week", "calendar/list"],
    "mentoring": ["mentoring"],
    "pair": ["pair/1", "pair/20"],
    "mentor-group": ["mentor-group/1"],
    "sets": ["cohort/3/sets", "cohort/4/sets"],
    "bench": ["mentoring/mentors", "mentor/1"],
    "import-mentors": ["mentoring/import", "mentoring/import?file={people}"],
    "import-mentees": ["cohort/3/import-mentees", "cohort/3/import-mentees?file={people}"],
    "certificates": ["certificates", "certificates/expiring/1"],
    "templates": ["templates"],
    "template": ["template/1", "template/2"],
    "issue": ["cohort/1/issue", "cohort/2/issue"],
    "import-people": ["people/import", "cohort/3/import", "people/import?file={people}"],
    "import-meeting": ["session/{today}/import", "session/{today}/import?file={teams}"],
    "import-pack": ["import-pack"],
    "import-marks": ["cohort/3/import-marks"],
    "import-sessions": ["cohort/3/import-sessions"],
    "history": ["history"],
    "settings": ["settings"],
    "help": ["help"],
}
"""Where each page of the registry is seen in the sample. A new page gets a line."""


def addresses(today: int, first: int, folder: Path) -> list[str]:
    """Return all addresses of the sample; `today` and `first` are sessions of Top Talent 7.

    Its practice files lie in a folder.
    """
    files = practice_files(folder, date.today())
    known = {"today": today, "first": first, "people": files.enrolments, "teams": files.teams}
    return [one.format(**known) for some in ADDRESSES.values() for one in some]


class Careful(Answers):
    """Gives every question the safe answer, and keeps those that would have lost something."""

    def __init__(self) -> None:
        super().__init__()
        self.unsafe: list[str] = []

    def ask(
        self,
        parent: QWidget | None,
        question: str,
        more: str,
        answers: Sequence[Answer],
        safe: str,
    ) -> str:
        if any(answer.key == safe and answer.destroys for answer in answers):
            self.unsafe.append(question)
        return super().ask(parent, question, more, answers, safe)


# ---- what there is -----------------------------------------------------------------------------


def shown(root: QWidget, kind: type[Any] = QWidget) -> list[Any]:
    """Return the visible widgets of a kind that belong to a window or a part of it."""
    own = root.window()
    found = root.findChildren(kind)
    return [one for one in found if one.isVisible() and one.window() is own]


def reached(root: QWidget) -> list[QWidget]:
    """Return the visible widgets that Tab reaches."""
    return [one for one in shown(root) if one.isEnabled() and one.focusPolicy() & _TAB]


_TAB = Qt.FocusPolicy.TabFocus


def said(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    buddies = [b.text() for b in widget.window().findChildren(QLabel) if b.buddy() is widget]
    own = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return (own or " ".join(buddies)).strip()


def unnamed(root: QWidget) -> list[str]:
    """Return the widgets with a place in the Tab order and no name."""
    return [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in reached(root)
        if not said(one)
        and not isinstance(one.parent(), QAbstractSpinBox | QComboBox | QAbstractItemView)
    ]


def too_small(root: QWidget) -> list[str]:
    """Return what can be clicked and is smaller than 24 px."""
    kinds = QAbstractButton | QLineEdit | QComboBox
    return [
        f"{type(one).__name__} ‘{said(one)}’ {one.width()}×{one.height()}"
        for one in shown(root)
        if isinstance(one, kinds)
        and not isinstance(one.parent(), QComboBox | QAbstractItemView)
        and min(one.width(), one.height()) < 24
    ]


def access_key(text: str) -> str:
    """Return the letter after a single &, in capitals; nothing where there is none."""
    key = QKeySequence.mnemonic(text).toString()
    return key.removeprefix("Alt+")


def doubled(texts: Sequence[str]) -> list[str]:
    """Return the texts that share their access key with another."""
    keys = Counter(filter(None, map(access_key, texts)))
    return [text for text in texts if keys[access_key(text)] > 1]


def texts_with_keys(root: QWidget) -> list[str]:
    """Return the texts of buttons and labels that Alt and a letter reach."""
    buttons = [one.text() for one in shown(root, QAbstractButton) if one.isEnabled()]
    labels = [one.text() for one in shown(root, QLabel) if one.buddy() is not None]
    return [text for text in (*buttons, *labels) if access_key(text)]


def shortcuts(root: QWidget) -> list[str]:
    """Return the keys that would act twice: those two live shortcuts of a window share."""
    keys: Counter[str] = Counter()
    for action in root.findChildren(QAction):
        if action.isEnabled():
            keys.update(key.toString() for key in action.shortcuts())
    for one in root.findChildren(QShortcut):
        parent: QObject = one.parent()
        if one.isEnabled() and isinstance(parent, QWidget) and parent.isVisible():
            bound: list[QKeySequence] = one.keys()
            keys.update(key.toString() for key in bound)
    return sorted(key for key, many in keys.items() if many > 1)


# ---- dialogs -----------------------------------------------------------------------------------


LEAVING = ("&Restore a backup…",)
"""What leads away from the academy, to a page of its own."""


def ways_to_ask(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what opens something on the page that is shown: all whose words end in “…”."""
    assert window.workspace is not None
    screen = window.workspace.screen
    assert screen is not None
    ways: dict[str, Callable[[], object]] = {
        line.words: line.act for line in screen.item_commands() if line.words.endswith("…")
    }
    asking = ("new", "new_series", "preview")
    ways |= {key: act for key, act in screen.commands().items() if key in asking}
    for one in shown(screen, QPushButton):
        for action in one.menu().actions() if one.menu() is not None else []:
            if action.text().endswith("…") and action.isEnabled():
                ways[action.text()] = action.trigger
        if one.menu() is None and one.isEnabled() and said(one).endswith("…"):
            ways[said(one)] = one.click
    return {words: act for words, act in ways.items() if words not in LEAVING}


class Visitor(QObject):
    """Looks at each dialog that is shown, then rejects it; menus that open are closed."""

    def __init__(self, look: Callable[[QDialog], object]) -> None:
        super().__init__()
        self._look = look
        self.timer = QTimer(self, interval=5)  # also beats while a dialog or menu blocks
        self.timer.timeout.connect(self._visit)
        self.timer.start()

    def _visit(self) -> None:
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        elif isinstance(dialog, QDialog):
            self.timer.stop()
            settle()
            self._look(dialog)
            self.timer.start()
            if still_there(dialog):
                dialog.reject()


def visit_dialogs(window: MainWindow, address: str, look: Callable[[str, QDialog], object]) -> None:
    """Open every dialog of a page, one after the other, and look at each.

    The page is read again only where a dialog, though rejected, has led elsewhere.
    """
    now = ""
    assert window.workspace is not None
    window.go(address)
    settle()
    visitor = Visitor(lambda dialog: look(f"{address}: {now}", dialog))
    for now in list(ways_to_ask(window)):
        if window.workspace.address != address:
            window.go(address)
            settle()
        act = ways_to_ask(window).get(now)
        if act is not None:
            act()
            QTest.qWait(12)
            settle()
    visitor.timer.stop()
    visitor.deleteLater()


def still_there(widget: QWidget) -> bool:
    """Whether a widget is neither closed nor freed."""
    return isValid(widget) and widget.isVisible()
