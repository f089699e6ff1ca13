"""Asks for the name on a certificate that is issued anew, and why: both in one place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from academy.ui.dialogs.reason import LONGEST
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label
from academy.usecases.certificates import CertificateRow
from academy.usecases.templates import TemplateRow


class ReissueDialog(FormDialog):
    """The name is asked for a single certificate only.

    `filled` carries "name", "template" (an id) and "reason".
    """

    def __init__(
        self,
        parent: QWidget | None,
        rows: Sequence[CertificateRow],
        known: Sequence[TemplateRow],
        template_id: int,
    ) -> None:
        form = Form(width=460)
        title = self.tr("Reissue %n certificate(s)", "", len(rows))
        super().__init__(parent, title, self.tr("&Reissue %n certificate(s)", "", len(rows)), form)
        form.put(label(self._what(rows), "muted", wrap=True))
        if len(rows) == 1:
            form.text(
                "name",
                self.tr("&Name on certificate"),
                rows[0].printed_name,
                missing=self.tr("Enter the name as it is to be printed"),
                hint=self.tr("Also kept as the person’s name on certificates."),
            )
        missing = self.tr("Enter the reason; it is kept in the log")
        form.text("reason", self.tr("R&eason"), missing=missing, check=self._check)
        offered = [(one.name, one.id) for one in known if not one.retired or one.id == template_id]
        if offered:
            first = template_id or offered[0][1]
            form.choose("template", self.tr("&Template"), offered, first)

    def _what(self, rows: Sequence[CertificateRow]) -> str:
        if len(rows) > 1:
            return self.tr(
                "Each gets a new number and today’s date, with names, hours and design as they "
                "are now. The old ones stay in the log as replaced."
            )
        words = self.tr(
            "A new number and today’s date, with hours and design as they are now. "
            "{number} stays in the log as replaced."
        )
        return words.format(number=rows[0].number)

    def _check(self, text: str) -> str:
        words = self.tr("The reason can have up to {limit} characters")
        return words.format(limit=LONGEST) if len(text) > LONGEST else ""
