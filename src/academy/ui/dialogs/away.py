"""Asks from which day to which somebody is away, and shows the sessions between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.ui.kit.entry import Problem
from academy.ui.kit.form import Form
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.parts import label
from academy.ui.kit.theme import px
from academy.usecases.away import AwaySession

SHOWN = 4


class AwayDialog(FormDialog):
    """Two days, the first today at first. `filled` carries them as "first" and "last"."""

    def __init__(
        self, parent: QWidget | None, name: str, sessions: Sequence[AwaySession], today: date
    ) -> None:
        form = Form(width=440)
        super().__init__(parent, self.tr("Away from … to …"), self.tr("Set apologies"), form)
        self._sessions = sessions
        form.put(label(name, "strong", wrap=True))
        missing = self.tr("Enter a day, like 26 Nov")
        self.first = form.day("first", self.tr("Away &from"), today, today, missing=missing)
        self.last = form.day("last", self.tr("Away &to"), None, today, missing=missing)
        self.between = label("", "muted", wrap=True)
        self.between.setMinimumHeight(px(124))  # the dialog does not grow while one types
        self.between.setAlignment(Qt.AlignmentFlag.AlignTop)
        form.put(self.between)
        form.changed.connect(self._preview)
        self._preview()

    def _preview(self) -> None:
        try:
            first, last = self.first.read(), self.last.read()
        except Problem:
            self.between.setText(self.tr("Sessions that have a mark already keep it."))
            return
        assert first is not None
        assert last is not None
        inside = [one for one in self._sessions if first <= one.held_on <= last]
        open_ = [one for one in inside if one.letter is None]
        words = [self.tr("Apologies for %n session(s).", "", len(open_))]
        words += [_named(one) for one in open_[:SHOWN]]
        if len(open_) > SHOWN:
            words.append(self.tr("And %n more.", "", len(open_) - SHOWN))
        if len(open_) < len(inside):
            marked = len(inside) - len(open_)
            words.append(self.tr("%n session(s) marked already stay as they are.", "", marked))
        self.between.setText("\n".join(words))


def _named(one: AwaySession) -> str:
    return f"{dates.short_day(one.held_on)} · S{one.number} · {one.cohort}"
