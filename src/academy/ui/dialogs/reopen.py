"""Asks why a closed register is opened again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label


class ReopenDialog(FormDialog):
    """One sentence. `filled` carries it as "reason"."""

    def __init__(self, parent: QWidget | None, session: str) -> None:
        form = Form(width=440)
        super().__init__(parent, self.tr("Reopen a register"), self.tr("Reopen"), form)
        form.put(label(session, "strong", wrap=True))
        hint = self.tr("It is kept in History. The register then stays open as long again.")
        missing = self.tr("Say why it is opened again")
        form.text("reason", self.tr("&Reason"), hint=hint, missing=missing)
