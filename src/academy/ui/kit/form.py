"""Forms: labelled fields in one column, checked on Save, with a summary of what needs fixing.

form = Form()
form.section(self.tr("Who"))
form.text("name", self.tr("Full name"), draft.name, missing=self.tr("Enter the person’s full name"))
form.day("starts", self.tr("First day"), draft.starts, today)
if form.check():
    values = form.values()
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from academy.ui.kit.entry import Check, DayEntry, Entry, PartEntry, Problem, TextEntry, TimeEntry
from academy.ui.kit.parts import (
    Choice,
    Painted,
    Sized,
    button,
    choice,
    column,
    label,
    row,
    tick,
)
from academy.ui.kit.theme import draw_icon, px

__all__ = ["Check", "Entry", "Form", "Problem"]


class Summary(QFrame):
    """What needs fixing, at the top of a form: each line is a link to its field."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "errors")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading = label("", "section")
        sign = Painted(self._sign, width=20, height=26)
        self._links = column(gap=0)
        links = row(30, self._links, None, gap=0)
        self.setLayout(
            column(row(sign, self.heading, None, gap=10), links, gap=4, margins=(16, 12, 16, 10))
        )
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """List the sentences with their ways to the fields, and take the focus."""
        count = len(problems)
        words = (
            QCoreApplication.translate("form", "1 thing needs fixing")
            if count == 1
            else QCoreApplication.translate("form", "%n things need fixing", "", count)
        )
        self.heading.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(". ".join(sentence for sentence, _ in problems))
        self._links.empty()
        for sentence, go in problems:
            link = button(sentence, "link")
            link.setProperty("underlined", "true")
            link.clicked.connect(lambda _checked=False, go=go: go())
            self._links.put(link)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing needs fixing."""
        self.hide()

    def _sign(self, painter: QPainter, rect: QRectF) -> None:
        place = QRectF(0, rect.center().y() - px(10), px(20), px(20))
        draw_icon(painter, "circle-alert", place, "bad", 2)


class Form(Sized):
    """Entries by key. Nothing is checked before Save, and Save is never disabled."""

    changed = Signal()

    def __init__(self, *, width: float = 560) -> None:
        super().__init__(width=width)
        self.entries: dict[str, Entry] = {}
        self.summary = Summary()
        self.commit_key = uuid4().hex
        self._lines = column(self.summary, gap=14)
        self._lines.put(None)
        self.setLayout(self._lines)

    # ---- what it asks --------------------------------------------------------------------------

    def section(self, words: str, note: str = "") -> None:
        """Begin a part of the form under a heading."""
        heading = column(label(words, "section"), gap=2, margins=(0, 10, 0, 0))
        if note:
            heading.put(label(note, "caption", wrap=True))
        self._lines.insertLayout(self._lines.count() - 1, heading)

    def add(self, key: str, entry: Entry) -> Entry:
        """Add an entry of any kind."""
        self.entries[key] = entry
        self._lines.insertWidget(self._lines.count() - 1, entry)
        entry.changed.connect(self.changed)
        return entry

    def put(self, widget: QWidget) -> None:
        """Add something that is not asked, such as a hint."""
        self._lines.insertWidget(self._lines.count() - 1, widget)

    def text(self, key: str, words: str, value: str = "", **more: Any) -> TextEntry:
        """Ask for text; see ``TextEntry`` for hint, missing, check, width, lines."""
        made = TextEntry(words, value, **more)
        self.add(key, made)
        return made

    def day(self, key: str, words: str, value: date | None, today: date, **more: Any) -> DayEntry:
        """Ask for a date, echoed in words; `missing` is the sentence if it must be there."""
        made = DayEntry(words, value, today, **more)
        self.add(key, made)
        return made

    def time(self, key: str, words: str, value: time | None, **more: Any) -> TimeEntry:
        """Ask for a time of day."""
        made = TimeEntry(words, value, **more)
        self.add(key, made)
        return made

    def choose(
        self,
        key: str,
        words: str,
        options: Sequence[tuple[str, object]],
        chosen: object = None,
        **more: Any,
    ) -> Choice:
        """Ask for one of (words, value) pairs."""
        made = choice(words, options, chosen)
        made.currentIndexChanged.connect(self.changed)
        self.add(key, PartEntry(words, made, made.currentData, **more))
        return made

    def tick(self, key: str, words: str, *, on: bool = False, hint: str = "") -> None:
        """Ask for yes or no."""
        made = tick(words, on=on)
        made.toggled.connect(self.changed)
        entry = PartEntry(words, made, made.isChecked, hint=hint)
        entry.label.hide()
        self.add(key, entry)

    # ---- what it holds -------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """Return all values by key. Call it after ``check``."""
        return {key: entry.read() for key, entry in self.entries.items()}

    def check(self) -> bool:
        """Check everything; show what needs fixing, or return True."""
        problems = {}
        for key, entry in self.entries.items():
            try:
                entry.read()
            except Problem as problem:
                problems[key] = problem.sentence
        return self.show_problems(problems)

    def show_problems(self, problems: Mapping[str, str]) -> bool:
        """Show sentences by key, also those of a rule found on saving. True if there are none.

        An unknown key, such as "", is shown in the summary alone.
        """
        for key, entry in self.entries.items():
            entry.show_problem(problems.get(key, ""))
        self._title_errors(bool(problems))
        if not problems:
            self.summary.clear()
            return True
        self.summary.show_problems(
            [(sentence, self._way_to(key)) for key, sentence in problems.items()]
        )
        QTimer.singleShot(0, self, lambda: self._bring_up(self.summary))
        return False

    def saved(self) -> None:
        """Note that the values were written: the next save is a new one."""
        self.commit_key = uuid4().hex
        self.show_problems({})

    def _way_to(self, key: str) -> Callable[[], None]:
        def go() -> None:
            entry = self.entries.get(key)
            if entry is not None:
                entry.widget.setFocus(Qt.FocusReason.OtherFocusReason)
                self._bring_up(entry)

        return go

    def _bring_up(self, part: QWidget) -> None:
        step = self.parentWidget()
        while step is not None:
            if isinstance(step, QScrollArea):
                step.ensureWidgetVisible(part, px(16), px(16))
                return
            step = step.parentWidget()

    def _title_errors(self, errors: bool) -> None:  # noqa: FBT001 - one state
        """Say in the window's title that something needs fixing."""
        prefix = self.tr("Error: ")
        window = self.window()
        plain = window.windowTitle().removeprefix(prefix)
        window.setWindowTitle(prefix + plain if errors and plain else plain)
