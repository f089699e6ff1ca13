"""Step 1 of an import: what each column of the list becomes; and the buttons of step 2."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QWidget

from academy.ui.kit import paint
from academy.ui.kit.page import room_of
from academy.ui.kit.parts import Box, Painted, button, choice, column, holder, label, row
from academy.ui.kit.theme import px, theme
from academy.ui.screens import import_words
from academy.ui.screens.import_rows import kind_of
from academy.usecases.people_plan import LEAVE_OUT, PeoplePlan, PlanColumn

LONGEST = 22  # letters of a header, as forms ask whole sentences
SIGNS = {
    "all": "", "added": "plus", "updated": "pencil", "identical": "check", "skipped": "minus",
    "asks": "circle-question-mark", "problem": "x", "left_out": "minus",
}  # fmt: skip


def step(number: int, words: str, note: str) -> Painted:
    """Return the heading of a step."""

    def draw(painter: QPainter, rect: QRectF) -> None:
        tile = QRectF(0, rect.center().y() - px(11), px(22), px(22))
        paint.box(painter, tile, px(11), "info-ground")
        paint.text(painter, tile, str(number), "chip", "info", paint.CENTRE)
        used = paint.text(painter, rect.adjusted(px(32), 0, 0, 0), words, "section")
        room = rect.adjusted(px(44) + used, px(1), 0, 0)
        paint.text(painter, room, note, "caption", "muted")

    made = Painted(draw, height=26)
    made.setAccessibleName(f"{number} {words}: {note}")
    return made


class ImportColumns(QWidget):
    """A choice for each column, as many beside each other as there is room for."""

    chosen = Signal(str, str)  # header, field

    def __init__(self, fields: Sequence[str] = ()) -> None:
        super().__init__()
        self._fields = [*(fields or _offered()), LEAVE_OUT]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns: tuple[PlanColumn, ...] = ()
        self._parts: list[QWidget] = []
        self._across = 0
        theme().changed.connect(self._lay)

    def show_columns(self, columns: Sequence[PlanColumn]) -> None:
        """Show what the columns become; the same ones are left standing."""
        if tuple(columns) == self._columns:
            return
        self._columns = tuple(columns)
        for part in self._parts:
            self._grid.removeWidget(part)
            part.deleteLater()
        self._parts = [self._part(one) for one in columns]
        self._lay()

    def fit(self) -> None:
        """Follow the room there is."""
        if self._across != self._room_for():
            self._lay()

    def _part(self, one: PlanColumn) -> QWidget:
        fixed = one.why in ("equality", "health")
        fields = [LEAVE_OUT] if fixed else self._fields
        head = one.header or self.tr("(no header)")
        options = [(import_words.field_name(field), field) for field in fields]
        picked = one.field if one.field in fields else LEAVE_OUT
        made = choice(head, options, picked)
        made.setEnabled(not fixed)
        made.activated.connect(lambda: self.chosen.emit(one.header, str(made.currentData())))
        reason = label(import_words.why(one.why), "caption")
        short = head if len(head) <= LONGEST else f"{head[: LONGEST - 1].rstrip()}…"
        named = label(short, "caption-strong")
        named.setToolTip(head if short != head else "")
        lines = column(row(named, None, reason), made, gap=3)
        return holder(lines)

    def _room_for(self) -> int:
        """Return how many stand beside each other; the sidebar takes its part of the window."""
        room = room_of(self)
        return 4 if room >= 1180 else 3 if room >= 760 else 2

    def _lay(self) -> None:
        across = self._across = self._room_for()
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(10))
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // across, number % across)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < across else 0)


def _offered() -> list[str]:
    return [field for field in import_words.FIELDS if field not in import_words.IGNORED]


class Kinds(QWidget):
    """Buttons that count the rows of each kind and show only these."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: Box = row(gap=6)
        self.setLayout(self._lines)
        self._now = "all"

    def show_plan(self, plan: PeoplePlan) -> None:
        """Count the rows of another plan."""
        counts = {"all": len(plan.rows)}
        for one in plan.rows:
            counts[kind_of(one)] = counts.get(kind_of(one), 0) + 1
        self._lines.empty()
        for key in SIGNS:
            if counts.get(key):
                self._lines.put(self._button(key, counts[key]))
        self._lines.put(None)

    def _button(self, key: str, count: int) -> QWidget:
        made = button(import_words.counted(key, count), picture=SIGNS[key], small=True)
        made.setCheckable(True)
        made.setChecked(key == self._now)
        made.clicked.connect(lambda: self._choose(key))
        return made

    def _choose(self, key: str) -> None:
        self._now = key
        self.chosen.emit(key)
