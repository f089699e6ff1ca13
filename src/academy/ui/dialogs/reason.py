"""Asks why: a pair ends, a certificate is revoked, or one is issued that is not due."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label

LONGEST = 300
"""How long a reason can be, in characters."""


class ReasonDialog(FormDialog):
    """One sentence, and what becomes of it. `filled` carries it as "reason"."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        what: str,
        verb: str,
        *,
        missing: str = "",
        reason: str = "",
    ) -> None:
        form = Form(width=460)
        super().__init__(parent, title, verb, form)
        form.put(label(what, "muted", wrap=True))
        words = self.tr("&Reason") if missing else self.tr("&Reason (optional)")
        form.text("reason", words, reason, missing=missing, check=self._check)

    def _check(self, text: str) -> str:
        words = self.tr("The reason can have up to {limit} characters")
        return words.format(limit=LONGEST) if len(text) > LONGEST else ""
