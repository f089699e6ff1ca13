"""Asks for what a new academy needs: its name, and the folder its file is kept in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from academy.ui.kit import pickers
from academy.ui.kit.entry import PartEntry, Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import Field, button


class NewAcademyDialog(FormDialog):
    """Name and folder; `filled` carries them, the folder as a path."""

    def __init__(self, parent: QWidget | None) -> None:
        form = Form()
        super().__init__(parent, self.tr("Start your own academy"), self.tr("Start academy"), form)
        form.text(
            "name",
            self.tr("&Name of the academy"),
            missing=self.tr("Enter the name of the academy"),
            hint=self.tr("As your councils know it, like Kent & Medway Leadership Academy"),
        )
        self.folder = Field(self.tr("Folder"), str(pickers.last_folder("academies")))
        choose = button(self.tr("&Choose folder…"))
        choose.clicked.connect(self._choose)
        hint = self.tr(
            "One file holds everything. Keep it on this computer, not in a shared folder."
        )
        words = self.tr("&Folder to keep the file in")
        form.add(
            "folder", PartEntry(words, self.folder, self._read_folder, hint=hint, beside=choose)
        )
        self.folder.setMinimumWidth(300)

    def _choose(self) -> None:
        found = pickers.choose_folder(self, self.tr("Folder to keep the file in"), "academies")
        if found is not None:
            self.folder.setText(str(found))

    def _read_folder(self) -> Path:
        folder = Path(self.folder.text().strip()).expanduser()
        if not self.folder.text().strip() or not folder.is_dir():
            raise Problem(self.tr("Choose a folder that is there"))
        return folder
