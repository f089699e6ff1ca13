"""Asks from which day people have left their cohort."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label


class WithdrawDialog(FormDialog):
    """One day, today at first. `filled` carries it as "on". `names` are those who leave."""

    def __init__(self, parent: QWidget | None, names: str, people: int, today: date) -> None:
        form = Form(width=440)
        title = self.tr("Withdraw %n person(s)", "", people)
        super().__init__(parent, title, title, form)
        form.put(label(names, "strong", wrap=True))
        words = self.tr("Their marks stay; sessions after this day no longer count for them.")
        missing = self.tr("Enter the day they left")
        form.day("on", self.tr("&Left on"), today, today, hint=words, missing=missing)
