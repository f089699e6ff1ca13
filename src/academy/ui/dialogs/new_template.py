"""Asks for the name of a new template, and which one it begins as a copy of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.usecases.templates import TemplateRow


class NewTemplateDialog(FormDialog):
    """Name and model of a new template; the name follows the model until it is typed."""

    def __init__(
        self,
        parent: QWidget | None,
        known: Sequence[TemplateRow],
        chosen: int,
        proposed: Callable[[str], str],
    ) -> None:
        form = Form()
        super().__init__(parent, self.tr("New template"), self.tr("Add template"), form)
        names = {one.id: one.name for one in known}
        missing = self.tr("Enter the name of the template")
        first = proposed(names.get(chosen, ""))
        form.text("name", self.tr("&Name"), first, missing=missing)
        options = [(one.name, one.id) for one in known]
        hint = self.tr("It begins as a copy and goes its own way from there")
        form.choose("model", self.tr("&Like"), options, chosen, hint=hint)
