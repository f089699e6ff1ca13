"""Asks who a visitor is: one person of all who are here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QWidget

from academy.ui.dialogs.choose_person import ChoosePersonDialog
from academy.usecases.people import PersonRow


class ChooseVisitorDialog(ChoosePersonDialog):
    """One list, one of it. `filled` carries the id in "people"."""

    def __init__(self, parent: QWidget | None, name: str, people: Sequence[PersonRow]) -> None:
        super().__init__(parent, self.tr("Who is {name}?").format(name=name), people)
        self.list.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.search.setText(name)

    def _count(self) -> None:
        self.save.setText(self.tr("Link"))
