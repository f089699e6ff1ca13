"""Buttons that count the people of a meeting report by their marks, and show only these."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from academy.domain.words import Letter
from academy.ui.kit.parts import Box, button, row
from academy.ui.screens.import_meeting_rows import asks
from academy.usecases.meeting_plan import MeetingPlan
from academy.usecases.meeting_rows import MeetingRow

ALL: Final = "all"
SIGNS: Final = {
    ALL: "", "asks": "circle-question-mark", "P": "check", "L": "clock", "A": "x", "E": "minus",
    "kept": "lock",
}  # fmt: skip
INKS: Final = {"asks": "link", "P": "good", "L": "warning", "A": "bad", "E": "info"}


def kind_of(one: MeetingRow) -> str:
    """Return under which button a person is shown."""
    if asks(one) or one.letter is None:
        return "asks"
    if one.existing is not None and not one.changes:
        return "kept"
    return one.letter.value


def counted(kind: str, n: int) -> str:
    """Return the words of a button."""

    def _tr(source: str) -> str:
        return QCoreApplication.translate("ImportMeeting", source)

    words = {
        ALL: _tr("All {n}"),
        "asks": _tr("{n} to look at"),
        Letter.PRESENT.value: _tr("{n} present"),
        Letter.LATE.value: _tr("{n} late"),
        Letter.ABSENT.value: _tr("{n} absent"),
        Letter.EXCUSED.value: _tr("{n} apologies"),
        "kept": _tr("{n} marked already"),
    }
    return words[kind].format(n=n)


class MeetingKinds(QWidget):
    """A line of buttons, one for each kind there is; the one that is looked at stays chosen."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.now = ALL
        self._counts: dict[str, int] = {}
        self._lines: Box = row(gap=6)
        self.setLayout(self._lines)

    def show_plan(self, plan: MeetingPlan | None) -> None:
        """Count the people of another plan."""
        rows = plan.rows if plan else ()
        counts = {ALL: len(rows)}
        for one in rows:
            counts[kind_of(one)] = counts.get(kind_of(one), 0) + 1
        if not counts.get(self.now):
            self._choose(ALL)
        if counts != self._counts:
            self._counts = counts
            self._fill()

    def _fill(self) -> None:
        self._lines.empty()
        for kind in SIGNS:
            if count := self._counts.get(kind):
                made = button(counted(kind, count), picture=SIGNS[kind], small=True)
                made.set_ink(INKS.get(kind, "muted"))
                made.setCheckable(True)
                made.setAutoExclusive(True)
                made.setChecked(kind == self.now)
                made.clicked.connect(lambda _on=False, kind=kind: self._choose(kind))
                self._lines.put(made)
        self._lines.put(None)

    def _choose(self, kind: str) -> None:
        self.now = kind
        self.chosen.emit(kind)
