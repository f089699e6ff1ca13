"""Asks which people get a place: everybody who is here, narrowed as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from academy.ui.kit import paint
from academy.ui.kit.columns import folded, matches, words_of_filter
from academy.ui.kit.entry import PartEntry, Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import column, field, holder, label
from academy.ui.kit.row_list import ROW, RowList, RowView
from academy.ui.kit.rows import Index, RowDelegate
from academy.ui.kit.theme import px
from academy.usecases.people import PersonRow

SHOWN = 200
"""How many people are listed at once; typing finds the others."""


class Rows(RowDelegate):
    """Paints a person: the name, and below where they are from and where they take part."""

    height = 48

    def content(
        self, painter: QPainter, rect: QRectF, index: Index, ink: str, option: QStyleOptionViewItem  # noqa: ARG002
    ) -> None:  # fmt: skip
        """Paint one person."""
        row: PersonRow = index.data(ROW)
        room = QRectF(rect.x() + px(12), rect.y() + px(5), rect.width() - px(24), px(20))
        paint.text(painter, room, row.name, "label", ink)
        told = " · ".join(part for part in (row.organisation, row.email, row.cohorts) if part)
        soft = ink if ink == "on-accent" else "muted"
        paint.text(painter, room.translated(0, px(19)), told, "caption", soft)


class ChoosePersonDialog(FormDialog):
    """One list; several can be chosen with Ctrl or Shift. `filled` carries ids as "people"."""

    def __init__(self, parent: QWidget | None, title: str, people: Sequence[PersonRow]) -> None:
        form = Form(width=520)
        super().__init__(parent, title, self.tr("Enrol"), form)
        self._people = people
        self.search = field(self.tr("Find a person"), hint=self.tr("Type a name or council"))
        model: RowList[PersonRow] = RowList(lambda row: row.id, _words, _words)
        self.list = RowView(model, Rows(), self.tr("People"))
        self.list.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.view.setFixedHeight(px(48 * 6))
        self.list.view.doubleClicked.connect(self.save.click)
        self.list.fill(people[:SHOWN])
        self._none = label(self.tr("Nobody else is here by that name."), "muted")
        self._none.hide()
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.list.view.selectionModel().selectionChanged.connect(self._count)
        part = holder(column(self.search, self._none, self.list.view, gap=4))
        part.setFocusProxy(self.search)
        form.add("people", PartEntry(self.tr("&People"), part, self._read))
        self._count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down choose in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            last = len(self.list.model.rows) - 1
            if step and last >= 0:
                number = self.list.view.currentIndex().row() + step
                self.list.show_number(max(0, min(number, last)))
                return True
        return super().eventFilter(watched, event)

    def chosen(self) -> list[int]:
        """Return the ids of the chosen people."""
        rows = self.list.view.selectionModel().selectedRows()
        return [self.list.model.rows[index.row()].id for index in rows]

    def _find(self, typed: str) -> None:
        words = words_of_filter(typed)
        found = [
            row
            for row in self._people
            if matches(words, folded(f"{row.name} {row.full_name} {row.organisation} {row.email}"))
        ]
        self.list.fill(found[:SHOWN])
        self._none.setVisible(not found)
        self.list.view.setVisible(bool(found))
        self._count()

    def _count(self) -> None:
        many = len(self.chosen())
        self.save.setText(self.tr("Enrol %n person(s)", "", many) if many else self.tr("Enrol"))

    def _read(self) -> list[int]:
        if not self.chosen():
            raise Problem(self.tr("Choose at least one person"))
        return self.chosen()


def _words(row: PersonRow) -> str:
    return f"{row.name}, {row.organisation}" if row.organisation else row.name
