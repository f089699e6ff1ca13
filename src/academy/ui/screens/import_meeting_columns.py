"""The columns of a report that no label tells: the person says what each one holds."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from academy.exchange.meetings.by_hand import FIELDS, ReportColumn
from academy.ui.kit.page import room_of
from academy.ui.kit.parts import Choice, choice, column, holder, label
from academy.ui.kit.theme import px, theme

SHOWN: Final = 24  # columns; a report has eight to fifteen


def field_name(field: str) -> str:
    """Return the words for what a column may hold."""

    def _tr(source: str) -> str:
        return QCoreApplication.translate("ImportMeeting", source)

    words = {
        "name": _tr("Name"),
        "email": _tr("E-mail"),
        "joined": _tr("Joined"),
        "left": _tr("Left"),
        "minutes": _tr("Minutes"),
        "leave_out": _tr("Leave out"),
    }
    return words[field]


class MeetingColumns(QWidget):
    """A choice for each column, with its header above and what it holds first below."""

    chosen = Signal(int, str)
    """The column's number and its field."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[ReportColumn, ...] = ()
        self._grid = QGridLayout()
        self.choices: list[Choice] = []
        self._parts: list[QWidget] = []
        told = self.tr("The columns are not known. Say what each one holds; it is remembered.")
        heading = label(told, "strong", wrap=True)
        self.setLayout(column(heading, holder(self._grid), gap=8))
        theme().changed.connect(self._lay)
        self.hide()

    def show_columns(self, columns: tuple[ReportColumn, ...]) -> None:
        """Show what the columns are taken for; the same ones are left standing."""
        self.setVisible(bool(columns))
        same = [one.at for one in columns] == [one.at for one in self._columns]
        same = same and [one.header for one in columns] == [one.header for one in self._columns]
        self._columns = columns
        if same:
            for made, one in zip(self.choices, columns, strict=False):
                made.setCurrentIndex(made.findData(one.field))
            return
        self._fill()

    def _fill(self) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.deleteLater()
        self.choices = [self._choice(one) for one in self._columns[:SHOWN]]
        self._parts = [
            holder(column(_head(one), made, label(one.example or "–", "caption"), gap=3))
            for one, made in zip(self._columns, self.choices, strict=False)
        ]
        if self.choices:
            self.setFocusProxy(self.choices[0])
        self._lay()

    def _choice(self, one: ReportColumn) -> Choice:
        made = choice(_header(one), [(field_name(field), field) for field in FIELDS], one.field)
        made.activated.connect(lambda: self.chosen.emit(one.at, str(made.currentData())))
        return made

    def _lay(self) -> None:
        across = self._across()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(10))
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // across, number % across)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < across else 0)

    def _across(self) -> int:
        return 4 if room_of(self) >= 1008 else 3 if room_of(self) >= 800 else 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        self._lay()
        super().resizeEvent(event)


def _header(one: ReportColumn) -> str:
    unnamed = QCoreApplication.translate("ImportMeeting", "Column {number}")
    return one.header or unnamed.format(number=one.at + 1)


def _head(one: ReportColumn) -> QWidget:
    return label(_header(one), "caption-strong")
