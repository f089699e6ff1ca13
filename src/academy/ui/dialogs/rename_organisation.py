"""Asks what an organisation is called from now on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog


class RenameOrganisationDialog(FormDialog):
    """One name. `filled` carries it as "name"; the old one still finds the organisation."""

    def __init__(self, parent: QWidget | None, name: str) -> None:
        form = Form(width=440)
        super().__init__(parent, self.tr("Rename organisation"), self.tr("Rename"), form)
        form.text(
            "name",
            self.tr("&Name"),
            name,
            hint=self.tr("Lists that say ‘{name}’ still mean it.").format(name=name),
            missing=self.tr("Enter the name of the organisation"),
        )
