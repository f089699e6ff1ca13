"""What can be done in mentoring: dialogs asked, gestures done, for one cohort and for all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from academy.store.journal import Gesture
from academy.ui.dialogs import meeting as meeting_dialog
from academy.ui.dialogs import mentor as mentor_dialog
from academy.ui.dialogs.choose_mentor import ChooseMentorDialog
from academy.ui.dialogs.choose_person import people_to_choose
from academy.ui.dialogs.end_pair import EndPairDialog
from academy.ui.dialogs.mentoring_fields import FIELDS
from academy.ui.kit.choosers import Find
from academy.ui.kit.desk import Desk, Outcome
from academy.ui.kit.form_dialog import FormDialog
from academy.ui.kit.screen import Screen
from academy.ui.kit.toast import show_toast
from academy.ui.screens.mentoring_rows import MentorRows, natural
from academy.usecases import mentoring, mentors, people, themes
from academy.usecases.mentoring import MeetingDraft, PairRow, UnpairedRow
from academy.usecases.mentors import MentorDraft
from academy.usecases.people import PersonRow


class MentoringDoing(QObject):
    """Pairs, contacts and mentors, each by a dialog and one gesture."""

    asked = Signal(str)
    """The address to go to: suggestions, when a pair ended and another mentor is wanted."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.desk = self._desk = desk
        self._page = page
        if isinstance(page, Screen):
            self.asked.connect(page.asked)

    # ---- pairs ---------------------------------------------------------------------------------

    def choose_mentor(self, cohort_id: int, waiting: UnpairedRow) -> None:
        """Ask who shall mentor somebody, and pair them; without a mentor, ask for one first."""
        choices = self._desk.read(mentors.mentor_choices, waiting.person_id)
        if not choices:
            self.add_mentor()
            return
        dialog = ChooseMentorDialog(self._page, natural(waiting.name), choices, MentorRows())

        def pair(values: dict[str, Any]) -> None:
            gesture = Gesture("pair", once=dialog.form.commit_key)
            ids = (cohort_id, waiting.person_id, values["mentor"])
            done = self._desk.attempt(gesture, mentoring.pair, *ids, self._desk.today())
            end_dialog(dialog, done, "mentor")

        dialog.filled.connect(pair)
        dialog.open()

    def pair(self, cohort_id: int, mentee_id: int, mentor_id: int) -> None:
        """Pair two people at once, as a drop says it."""
        ids = (cohort_id, mentee_id, mentor_id)
        self._desk.do(Gesture("pair"), mentoring.pair, *ids, self._desk.today())

    def open_pair(self, pair: PairRow) -> None:
        """Go to the page of a pair."""
        self.asked.emit(f"pair/{pair.id}")

    def end_pair(self, pair: PairRow) -> None:
        """Ask why a pair ends, end it, and go to the suggestions if another mentor is wanted."""
        dialog = EndPairDialog(self._page, f"{natural(pair.mentee)} – {natural(pair.mentor)}")

        def end(values: dict[str, Any]) -> None:
            gesture = Gesture("end_pair", once=dialog.form.commit_key)
            reason, today = dialog.reason(values), self._desk.today()
            ended = self._desk.attempt(gesture, mentoring.end_pair, pair.id, reason, today)
            end_dialog(dialog, ended, "")
            if ended.done:
                self._undoable(self.tr("Pair ended."))
                if values["rematch"]:
                    self.asked.emit(f"cohort/{pair.cohort_id}/mentoring/suggestions")

        dialog.filled.connect(end)
        dialog.open()

    # ---- contacts ------------------------------------------------------------------------------

    def log_contact(self, pair: PairRow, draft: MeetingDraft | None = None) -> None:
        """Ask when a pair met, or change a contact logged before."""
        today = self._desk.today()
        who = f"{natural(pair.mentee)} – {natural(pair.mentor)}"
        draft = draft or MeetingDraft(held_on=today)
        dialog = meeting_dialog.MeetingDialog(self._page, draft, today, who)

        def log(values: dict[str, Any]) -> None:
            gesture = Gesture("log_meeting", once=dialog.form.commit_key)
            filled = dialog.drafted(values)
            done = self._desk.attempt(gesture, mentoring.log_meeting, pair.id, filled, today)
            end_dialog(dialog, done, meeting_dialog.FIELDS.get(done.rule, ""))

        dialog.filled.connect(log)
        dialog.open()

    def note_contact(self, pair: PairRow) -> None:
        """Note that a pair met today, without asking; a message offers to undo it."""
        today = self._desk.today()
        draft = MeetingDraft(held_on=today)
        if self._desk.do(Gesture("log_meeting"), mentoring.log_meeting, pair.id, draft, today).done:
            self._undoable(self.tr("Contact noted for today."))

    def remove_contact(self, meeting_id: int) -> None:
        """Take back that a pair met; a message offers to undo it."""
        gesture = Gesture("remove_meeting")
        if self._desk.do(gesture, mentoring.remove_meeting, meeting_id).done:
            self._undoable(self.tr("Contact removed."))

    # ---- mentors -------------------------------------------------------------------------------

    def add_mentor(self) -> None:
        """Ask who becomes a mentor."""
        known = {mentor.person_id for mentor in self._desk.read(mentors.mentors)}
        self._open_mentor(MentorDraft(0), "", people_to_choose(self._desk, known))

    def edit_mentor(self, person_id: int) -> None:
        """Ask what a mentor offers from now on; somebody who is none yet becomes one."""
        name = self._desk.read(people.person, person_id).full_name
        self._open_mentor(self._desk.read(mentors.mentor, person_id), name)

    def _open_mentor(
        self, draft: MentorDraft, name: str, find: Find[PersonRow] | None = None
    ) -> None:
        offered, today = self._desk.read(themes.offered), self._desk.today()
        dialog = mentor_dialog.MentorDialog(self._page, draft, name, find, offered, today)

        def save(values: dict[str, Any]) -> None:
            gesture = Gesture("save_mentor", once=dialog.form.commit_key)
            done = self._desk.attempt(gesture, mentors.save_mentor, dialog.drafted(values))
            end_dialog(dialog, done, FIELDS.get(done.rule, ""))

        dialog.filled.connect(save)
        dialog.open()

    def _undoable(self, words: str) -> None:
        undo: Callable[[], object] = self._desk.undo
        show_toast(self._page, words, self.tr("Undo"), undo)


def end_dialog(dialog: FormDialog, outcome: Outcome[Any], field: str) -> None:
    """Close a dialog whose gesture was done, or show why not at the field it belongs to."""
    if outcome.done:
        dialog.close()
    else:
        dialog.form.show_problems({field: outcome.refusal})
