"""What can be done for a mentee: their wishes asked, and somebody kept apart from them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from academy.store.journal import Gesture
from academy.ui.dialogs.mentoring_fields import FIELDS
from academy.ui.dialogs.wishes import WishesDialog
from academy.ui.kit.desk import Desk
from academy.ui.kit.toast import show_toast
from academy.usecases import mentees, people, themes


class MenteeDoing(QObject):
    """The wishes of a mentee, by a dialog and one gesture."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask_wishes(self, place_id: int) -> None:
        """Ask what somebody with a place in a cohort wishes for."""
        person_id = self._desk.read(mentees.who, place_id)
        name = self._desk.read(people.person, person_id).full_name
        apart = self._desk.read(mentees.conflicts, person_id)
        draft, offered = self._desk.read(mentees.mentee, place_id), self._desk.read(themes.offered)
        dialog = WishesDialog(self._page, draft, name, offered, apart)

        def save(values: dict[str, Any]) -> None:
            gesture = Gesture("save_mentee", once=dialog.form.commit_key)
            done = self._desk.attempt(
                gesture, mentees.save_wishes, dialog.drafted(values), dialog.reunited(values)
            )
            if done.done:
                dialog.close()
            else:
                dialog.form.show_problems({FIELDS.get(done.rule, ""): done.refusal})

        dialog.filled.connect(save)
        dialog.open()

    def keep_apart(self, mentee_id: int, mentor_id: int) -> None:
        """Never pair two people; a message offers to undo it."""
        gesture = Gesture("declare_conflict")
        if self._desk.do(gesture, mentees.declare_conflict, mentee_id, mentor_id).done:
            words = self.tr("These two will not be paired.")
            show_toast(self._page, words, self.tr("Undo"), self._desk.undo)
