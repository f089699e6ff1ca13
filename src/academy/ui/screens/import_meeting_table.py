"""The check table as one works it: ticks by click and Space, marks by letter or menu."""

from __future__ import annotations

from functools import partial
from typing import Final, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from academy.domain.words import Letter
from academy.ui.kit import labels
from academy.ui.kit.fitted_table import FittedTable
from academy.ui.screens.import_meeting_rows import (
    COLUMNS,
    NARROW,
    WIDTHS,
    MeetingDelegate,
    MeetingModel,
)
from academy.usecases.meeting_plan import MeetingPlan
from academy.usecases.meeting_rows import MeetingRow

_KEYS: Final = {
    Qt.Key.Key_P: Letter.PRESENT,
    Qt.Key.Key_L: Letter.LATE,
    Qt.Key.Key_A: Letter.ABSENT,
    Qt.Key.Key_E: Letter.EXCUSED,
}


class MeetingTable(FittedTable):
    """Space ticks, P L A E choose another mark, Delete goes back to the proposal, Enter offers."""

    ticked = Signal(int, bool)  # place id, applied or not
    lettered = Signal(int, object)  # place id, Letter; none: as proposed
    parted = Signal(str)  # a name that is not this person's

    def __init__(self, name: str) -> None:
        super().__init__(name, row_height=36)
        self.model_ = MeetingModel()
        self.setModel(self.model_)
        self.setItemDelegate(MeetingDelegate(self))
        self.set_widths(WIDTHS, stretch=6)
        self.viewport().installEventFilter(self)

    def show_plan(self, plan: MeetingPlan | None) -> None:
        """Show another plan; the current row stays."""
        self.model_.show_plan(plan)
        if self.model_.rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model_.index(0, 1))

    def fit(self, *, narrow: bool, tiny: bool) -> None:
        """Give way where there is little room."""
        self.set_widths(NARROW if narrow else WIDTHS, stretch=6)
        self.setColumnHidden(COLUMNS.index("minutes"), narrow)  # the reason says them
        for column in ("joined", "left"):
            self.setColumnHidden(COLUMNS.index(column), tiny)

    def current(self) -> MeetingRow | None:
        """Return the current person."""
        index = self.currentIndex()
        return self.model_.rows[index.row()] if index.isValid() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick at a click on the box, offer marks at a click on the mark."""
        if event.type() == QEvent.Type.MouseButtonPress and watched is self.viewport():
            press = cast("QMouseEvent", event)
            index = self.indexAt(press.position().toPoint())
            if press.button() == Qt.MouseButton.LeftButton and index.isValid():
                return self._click(index)
        return super().eventFilter(watched, event)

    def _click(self, index: QModelIndex) -> bool:
        column = COLUMNS[index.column()]
        if column not in ("tick", "mark"):
            return False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(index)
        row = self.model_.rows[index.row()]
        if column == "tick":
            self._toggle(row)
        else:
            self.open_menu(index)
        return True

    def _toggle(self, row: MeetingRow) -> None:
        if row.letter is not None and row.letter is not row.existing:
            self.ticked.emit(row.place_id, not row.ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, choose a mark, or offer what can be chosen."""
        row = self.current()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if row is None or not plain:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self._toggle(row)
        elif key in _KEYS:
            self.lettered.emit(row.place_id, _KEYS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.lettered.emit(row.place_id, None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_menu(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be chosen, also at the menu key."""
        index = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard or not index.isValid():
            index = self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self.open_menu(index)

    def open_menu(self, index: QModelIndex) -> None:
        """Offer what can be chosen for a person."""
        menu = self.menu_of(self.model_.rows[index.row()])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def menu_of(self, row: MeetingRow) -> QMenu:
        """Return the marks, the way back to the proposal, and how to part a name from a person."""
        menu = QMenu(self)
        for letter in Letter:
            words = f"{labels.word(letter)}\t{letter}"
            action = menu.addAction(words, partial(self.lettered.emit, row.place_id, letter))
            action.setCheckable(True)
            action.setChecked(row.letter is letter)
        menu.addSeparator()
        if row.reason == "chosen":
            words = self.tr("As proposed\tDelete")
            menu.addAction(words, partial(self.lettered.emit, row.place_id, None))
        if row.ticked:
            words = self.tr("Leave out\tSpace")
            menu.addAction(words, partial(self.ticked.emit, row.place_id, False))  # noqa: FBT003
        for name in row.shown:
            words = self.tr("“{name}” is somebody else").format(name=name.replace("&", "&&"))
            menu.addAction(words, partial(self.parted.emit, name))
        return menu
