"""The list of the issue page: who can get a certificate, ticked or not, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from academy.ui.kit import paint
from academy.ui.kit.line_breaks import Paragraph, TallRows, draw, height_of
from academy.ui.kit.parts import Painted, column, holder, line, row, tick
from academy.ui.kit.row_list import ROW, RowList
from academy.ui.kit.rows import Index, List, list_view
from academy.ui.kit.theme import draw_icon, font, px

SIGNS = {"warning": "▲", "bad": "A", "info": "●"}
"""The shape before a reason; colour is never alone."""


@dataclass(frozen=True)
class Candidate:
    """Somebody who can get a certificate. `kind` of what is said: "", info, warning or bad."""

    place_id: int
    name: str
    why: str
    kind: str
    ticked: bool


class CandidateList(RowList[Candidate]):
    """The people, those to be looked at first on top; each can be ticked."""

    def __init__(self) -> None:
        super().__init__(lambda person: person.place_id, lambda person: person.name, self._told)

    def fill(self, rows: Sequence[Candidate]) -> None:
        """Show other people, or the same ones in their order with news: then nothing jumps."""
        if [p.place_id for p in rows] == [p.place_id for p in self.rows]:
            self.rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            super().fill(rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each person can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return as every list does, and whether somebody is ticked."""
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            ticked = self.rows[index.row()].ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def _told(self, person: Candidate) -> str:
        words = self.tr("ticked") if person.ticked else self.tr("not ticked")
        return f"{person.name}, {words}, {person.why}"


class CandidateRows(TallRows):
    """Paints tick, name and reason below it; a click on the tick or Space changes it."""

    height, around = 48, 5
    left = 24
    """Where the ticks begin, in px of the design."""

    ticked = Signal(int)

    def paragraphs(self, index: Index, wide: float, ink: str) -> list[Paragraph]:
        """Return the name, and below it why somebody is ticked or not."""
        person: Candidate = index.data(ROW)
        active = ink == "on-accent"
        room = wide - px(self.left + 18 + 12 + 12)
        indent = px(15) if person.kind in SIGNS else 0
        soft = ink if active else person.kind or "muted"
        return [
            Paragraph(person.name, "strong" if active else "body", room, ink),
            Paragraph(person.why, "caption", room, soft, most=6, indent=indent),
        ]

    def content(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        ink: str,
        option: QStyleOptionViewItem,  # noqa: ARG002 - of the base class
    ) -> None:
        """Paint one person."""
        person: Candidate = index.data(ROW)
        active = ink == "on-accent"
        box = self._box(rect)
        if person.ticked:
            paint.box(painter, box, px(4), "on-accent" if active else "accent")
            inner = box.adjusted(px(2), px(2), -px(2), -px(2))
            draw_icon(painter, "check", inner, "accent" if active else "on-accent", 3)
        else:
            paint.box(painter, box, px(4), "base", "control")
        shown = self.paragraphs(index, rect.width(), ink)
        left, top = box.right() + px(12), rect.center().y() - height_of(shown) / 2
        why = draw(painter, left, top, shown)[1]
        if sign := SIGNS.get(person.kind, ""):
            place = QPointF(left + px(5), why.center().y())
            paint.shape(painter, place, sign, shown[1].ink, px(8))

    def editorEvent(
        self,
        event: QEvent,
        _model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Change a tick."""
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent):
            wide = self._box(QRectF(option.rect)).adjusted(-px(24), -px(15), px(8), px(15))
            hit = wide.contains(event.position())
        else:
            hit = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if hit:
            self.ticked.emit(index.data(ROW).place_id)
        return hit

    def _box(self, rect: QRectF) -> QRectF:
        return QRectF(rect.x() + px(self.left), rect.center().y() - px(9), px(18), px(18))


class CandidatePanel(QWidget):
    """The list under its head: everybody at once, how many are ticked, how many to look at."""

    toggled = Signal(int)
    all_toggled = Signal()
    chosen = Signal(int)
    """The place id of the current person."""

    def __init__(self) -> None:
        super().__init__()
        self.model, self.rows = CandidateList(), CandidateRows()
        self.everybody = tick("")
        self.everybody.setTristate(True)
        self.everybody.clicked.connect(self.all_toggled)
        self.look = Painted(self._draw_look, height=20, width=128)
        self.view: List = list_view(self.model, self.rows, self.tr("People to get a certificate"))
        self.model.setParent(self.view)
        self.rows.ticked.connect(self.toggled)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self._head = row(self.everybody, None, self.look, margins=(24, 6, 14, 6))
        self.setLayout(column(holder(self._head), line(), self.view, gap=0))
        self.setFocusProxy(self.view)

    def fill(self, people: Sequence[Candidate]) -> None:
        """Show the people; who is current stays so, else the first one is."""
        here = self.current()
        self.model.fill(people)
        self.view.scheduleDelayedItemsLayout()  # a reason may need more lines now
        ticked = sum(person.ticked for person in people)
        words = self.tr("{ticked} of {total} ticked").format(ticked=ticked, total=len(people))
        self.everybody.setText(words)
        state = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        self.everybody.setCheckState(
            Qt.CheckState.Checked if ticked == len(people) and ticked else state
        )
        wary = sum(person.kind in ("warning", "bad") for person in people)
        self.look.setAccessibleName(self.tr("%n to look at first", "", wary) if wary else "")
        self.look.update()
        number = self.model.number_of(here)
        if people and number < 0:
            ready = [n for n, person in enumerate(people) if person.ticked]
            number = ready[0] if ready else 0
        if people:
            self.view.setCurrentIndex(self.model.index(number))

    def fit(self, *, narrow: bool, tiny: bool) -> None:
        """Give way where there is little room."""
        self.rows.left = 16 if narrow else 24
        self._head.set_margins((self.rows.left, 6, 10, 6))
        self.look.setVisible(not tiny)
        self.view.viewport().update()

    def current(self) -> int:
        """Return the place id of the current person, or 0."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()].place_id if index.isValid() else 0

    def show_person(self, place_id: int) -> None:
        """Make somebody current."""
        number = self.model.number_of(place_id)
        if number >= 0:
            self.view.setCurrentIndex(self.model.index(number))

    def turn(self, step: int) -> None:
        """Go to the next (1) or previous (-1) ticked person, or to any if nobody is ticked."""
        people = self.model.rows
        here = self.view.currentIndex().row()
        stops = [n for n, person in enumerate(people) if person.ticked] or list(range(len(people)))
        ahead = [n for n in stops if (n > here if step > 0 else n < here)]
        if ahead:
            self.view.setCurrentIndex(self.model.index(ahead[0] if step > 0 else ahead[-1]))

    def _draw_look(self, painter: QPainter, rect: QRectF) -> None:
        words = self.look.accessibleName()
        paint.text(painter, rect, words, font("caption", weight=500), "warning", paint.RIGHT)

    def _tell(self) -> None:
        self.chosen.emit(self.current())
