"""Asks why a mentor and a mentee part: one of the usual reasons, and more in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.ui.dialogs.reason import LONGEST
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label


class EndPairDialog(FormDialog):
    """The reason, and whether another mentor is to be found at once.

    `filled` carries "usual", "more" and "rematch"; `reason` puts the first two together.
    """

    def __init__(self, parent: QWidget | None, names: str) -> None:
        form = Form(width=480)
        super().__init__(parent, self.tr("End this pair"), self.tr("End this pair"), form)
        words = self.tr("{names}. Their meetings, goals and notes stay, and meetings still count.")
        form.put(label(words.format(names=names), "muted", wrap=True))
        usual = (
            self.tr("Goals reached"),
            self.tr("Programme over"),
            self.tr("Changed job or left"),
            self.tr("Too little time"),
            self.tr("Not the right match"),
            self.tr("Out of contact"),
        )
        options: list[tuple[str, object]] = [(reason, reason) for reason in usual]
        options.append((self.tr("Another reason"), ""))
        form.choose("usual", self.tr("&Reason"), options)
        hint = self.tr("Keep to what both may read.")
        form.text("more", self.tr("&More (optional)"), hint=hint, check=self._check)
        form.tick("rematch", self.tr("&Look for another mentor now"), on=True)

    def _check(self, text: str) -> str:
        words = self.tr("The reason can have up to {limit} characters")
        return words.format(limit=LONGEST) if len(text) > LONGEST else ""

    @staticmethod
    def reason(values: Mapping[str, Any]) -> str:
        """Return “Too little time: moved to another service”."""
        return ": ".join(part for part in (str(values["usual"]), values["more"]) if part)
