"""The check table as one works it: answers by click, menu and key; editing in place."""

from __future__ import annotations

from functools import partial
from typing import Final, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from academy.ui.kit.fitted_table import FittedTable
from academy.ui.screens.import_rows import (
    COLUMNS,
    EDITABLE,
    ImportDelegate,
    ImportModel,
    buttons_of,
)
from academy.usecases.people_plan import LEAVE_OUT, NEW, PlanRow

WIDTHS: Final = (56, 184, 224, 232, 300)


class ImportTable(FittedTable):
    """The check table. Enter asks or edits, F2 edits, a click on Same or New answers."""

    answered = Signal(int, object)  # row, Answer
    council_chosen = Signal(str, str)  # typed, code ("" as typed)

    def __init__(self, name: str) -> None:
        super().__init__(name, row_height=36)
        self.model_ = ImportModel()
        self.setModel(self.model_)
        delegate = ImportDelegate(self)
        self.setItemDelegate(delegate)
        self.set_widths(WIDTHS, stretch=4)
        self.viewport().installEventFilter(self)
        self.doubleClicked.connect(self.edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer a question at a click on its button."""
        if event.type() == QEvent.Type.MouseButtonPress and watched is self.viewport():
            press = cast("QMouseEvent", event)
            if self._click(press.position()):
                return True
        return super().eventFilter(watched, event)

    def _click(self, at: QPointF) -> bool:
        index = self.indexAt(at.toPoint())
        if not index.isValid() or COLUMNS[index.column()] != "fate":
            return False
        row = self.model_.rows[index.row()]
        for _, place, answer in buttons_of(QRectF(self.visualRect(index)), row):
            if place.contains(at):
                self.answered.emit(row.row, answer)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit at F2, answer or edit at Enter, leave a row out at Delete."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if editing or not index.isValid():  # Enter in the editor is the editor's
            super().keyPressEvent(event)
            return
        row = self.model_.rows[index.row()]
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            menu = self.menu(index)
            menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))
        elif event.key() == Qt.Key.Key_F2:
            self.edit(self._first_editable(index))
        elif event.key() == Qt.Key.Key_Delete:
            self.answered.emit(row.row, LEAVE_OUT)
        else:
            super().keyPressEvent(event)

    def menu(self, index: QModelIndex) -> QMenu:
        """Return what can be said about a row: who it is, which council, or to edit it."""
        row = self.model_.rows[index.row()]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in row.candidates:
            words = self.tr("Same as {name}").format(name=one.name)
            if one.organisation:
                words += f" ({one.organisation})"
            menu.addAction(words, partial(self.answered.emit, row.row, one.person_id))
        if row.candidates:
            menu.addAction(self.tr("A new person"), lambda: self.answered.emit(row.row, NEW))
        self._councils(menu, row)
        menu.addAction(self.tr("Leave out"), lambda: self.answered.emit(row.row, LEAVE_OUT))
        field = self._first_editable(index)
        menu.addAction(self.tr("Edit…\tF2"), lambda: self.edit(field))
        return menu

    def _councils(self, menu: QMenu, row: PlanRow) -> None:
        found = self.model_.organisation(row)
        if found is None or not (found.candidates or found.code):
            return
        for code, name in found.candidates:
            words = self.tr("{typed} is {name}").format(typed=found.typed, name=name)
            menu.addAction(words, partial(self.council_chosen.emit, found.typed, code))
        as_typed = self.tr("Keep “{typed}” as it is").format(typed=found.typed)
        menu.addAction(as_typed, lambda: self.council_chosen.emit(found.typed, ""))

    def _first_editable(self, index: QModelIndex) -> QModelIndex:
        if COLUMNS[index.column()] in EDITABLE:
            return index
        row = self.model_.rows[index.row()]
        told = str(row.problem.facts.get("field", "")) if row.problem else ""
        rule = row.problem.rule if row.problem else ""
        field = "email" if rule.startswith("email") else told if told in EDITABLE else "full_name"
        return index.siblingAtColumn(COLUMNS.index(field))
