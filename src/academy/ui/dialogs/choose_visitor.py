"""Asks who a visitor is: one person of all who are here."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QWidget

from academy.ui.dialogs.choose_person import ChoosePersonDialog
from academy.ui.kit.choosers import Find
from academy.usecases.people import PersonRow


class ChooseVisitorDialog(ChoosePersonDialog):
    """One list, one of it. `filled` carries the id in "people"."""

    def __init__(self, parent: QWidget | None, name: str, find: Find[PersonRow]) -> None:
        super().__init__(parent, self.tr("Who is {name}?").format(name=name), find)
        self.list.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.search.setText(name)

    def _count(self) -> None:
        self.save.setText(self.tr("Link"))
