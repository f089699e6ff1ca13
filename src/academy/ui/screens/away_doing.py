"""“Away from … to …”: asked for one person, done as one gesture, from wherever one is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from academy.store.journal import Gesture
from academy.ui.dialogs.away import AwayDialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.toast import show_toast
from academy.usecases import away


class AwayAsker(QObject):
    """Asks for the days and notes the apologies."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask(self, person_id: int, name: str) -> AwayDialog:
        """Open the dialog for somebody."""
        sessions = self._desk.read(away.expected_sessions, person_id)
        dialog = AwayDialog(self._page, name, sessions, self._desk.today())

        def note(values: dict[str, date]) -> None:
            first, last = values["first"], values["last"]
            inside = [s for s in sessions if first <= s.held_on <= last and s.letter is None]
            gesture = Gesture("set_away", {"n": len(inside)}, once=dialog.form.commit_key)
            today = self._desk.today()
            done = self._desk.attempt(gesture, away.set_away, person_id, first, last, today)
            if not done.done:
                dialog.form.show_problems({"last": done.refusal})
                return
            dialog.close()
            words = self.tr("Apologies set for %n session(s).", "", done.value or 0)
            show_toast(self._page, words, self.tr("Undo"), self._desk.undo)

        dialog.filled.connect(note)
        dialog.open()
        return dialog
