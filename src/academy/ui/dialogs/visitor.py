"""Asks for the name of somebody who visits a session."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label


class VisitorDialog(FormDialog):
    """One name. `filled` carries it as "name"."""

    def __init__(self, parent: QWidget | None) -> None:
        form = Form(width=420)
        super().__init__(parent, self.tr("Add a visitor"), self.tr("Add visitor"), form)
        words = self.tr("Visitors are noted by name; who they are can be said in the register.")
        form.put(label(words, "muted", wrap=True))
        form.text("name", self.tr("&Name"), "", missing=self.tr("Enter the visitor’s name."))
