"""What can be done with learning sets: dialogs asked, gestures done."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from academy.store.journal import Gesture
from academy.ui.dialogs import learning_sets as dialogs
from academy.ui.dialogs.facilitators_entry import KnownPeople, known_people
from academy.ui.kit.desk import Desk
from academy.ui.kit.toast import show_toast
from academy.ui.screens.mentoring_doing import end_dialog
from academy.ui.screens.mentoring_rows import natural
from academy.ui.screens.set_words import set_name
from academy.ui.screens.sets_suggested import SuggestedSets
from academy.usecases import facilitators, learning_sets, set_list, set_meetings, set_vetoes
from academy.usecases.facilitators import Facilitator
from academy.usecases.learning_sets import LearningSetRow, LearningSets, MemberRow
from academy.usecases.set_meetings import SetMeetingDraft, SetMeetingRow
from academy.usecases.set_people import SetPerson


class SetsDoing(QObject):
    """Each by a dialog and one gesture, or at once with a way to undo it."""

    def __init__(self, desk: Desk, page: QWidget, suggested: SuggestedSets) -> None:
        super().__init__(page)
        self._desk, self._page, self._suggested = desk, page, suggested
        self.found = LearningSets((), (), 0)

    def _people(self) -> list[SetPerson]:
        """Return everybody who can be in a set, by name."""
        inside = [row.person for one in self.found.sets for row in one.active]
        return sorted([*inside, *self.found.without], key=lambda p: (p.sort, p.place_id))

    def _others(self) -> KnownPeople:
        """Return everybody who is not to be divided, to facilitate."""
        return known_people(self._desk, self._here())

    def _chosen(self, *ids: int | None) -> list[Facilitator]:
        others = [one for one in ids if one is not None and one not in self._here()]
        return self._desk.read(facilitators.facilitators_of_ids, others)

    def _here(self) -> set[int]:
        return {person.person_id for person in self._people()}

    # ---- sets ----------------------------------------------------------------------------------

    def suggest(self) -> None:
        """Ask for sizes and facilitators, then suggest sets."""
        vetoes = self._desk.read(set_vetoes.vetoes, self._suggested.request.cohort_id)
        kept = [self.tr("%n person(s) are divided.", "", self.found.people)]
        kept += [
            self.tr("{first} and {second} stay apart.").format(
                first=natural(one.first.name), second=natural(one.second.name)
            )
            for one in vetoes
        ]
        if self.found.sets:
            words = self.tr("The %n set(s) there are will be replaced.", "", len(self.found.sets))
            kept.append(words)
        request = self._suggested.request
        now = self._chosen(*request.facilitators)
        dialog = dialogs.SuggestSetsDialog(self._page, request, now, self._others(), kept)

        def ask(values: dict[str, Any]) -> None:
            self._suggested.suggest(dialog.asked(values))

        def refuse(rule: str, sentence: str) -> None:
            dialog.form.show_problems({dialogs.SUGGEST_FIELDS.get(rule, ""): sentence})

        def close() -> None:
            if self._suggested.plan is not None:
                dialog.close()

        dialog.filled.connect(ask)
        self._suggested.refused.connect(refuse)
        self._suggested.changed.connect(close)
        dialog.finished.connect(lambda: self._suggested.refused.disconnect(refuse))
        dialog.finished.connect(lambda: self._suggested.changed.disconnect(close))
        dialog.open()

    def add_set(self) -> None:
        """Add a set with nobody in it."""
        self._desk.do(Gesture("add_set"), learning_sets.add_set, self._suggested.request.cohort_id)

    def remove_set(self, row: LearningSetRow) -> None:
        """Remove a set that has not met."""
        if self._desk.do(Gesture("remove_set"), learning_sets.remove_set, row.id).done:
            self._undoable(self.tr("{set} removed.").format(set=set_name(row)))

    def choose_facilitator(self, row: LearningSetRow) -> None:
        """Ask who facilitates a set."""
        title = self.tr("Facilitator of {set}").format(set=set_name(row))
        now = self._chosen(row.facilitator_id)
        dialog = dialogs.SetFacilitatorDialog(self._page, title, now, self._others())

        def save(values: dict[str, Any]) -> None:
            gesture = Gesture("set_facilitator", once=dialog.form.commit_key)
            who = dialog.person_id(values)
            done = self._desk.attempt(gesture, learning_sets.set_facilitator, row.id, who)
            end_dialog(dialog, done, "facilitator")

        dialog.filled.connect(save)
        dialog.open()

    def move(self, place_id: int, to: LearningSetRow | None) -> None:
        """Move somebody into another set, or out of all."""
        gesture = Gesture("move_member", {"n": 1})
        set_id = to.id if to is not None and to.id else None
        if self._desk.do(gesture, learning_sets.move_member, place_id, set_id).done:
            where = set_name(to) if to is not None and to.id else ""
            words = self.tr("Moved to {set}.").format(set=where) if where else ""
            self._undoable(words or self.tr("In no set now."))

    def print_list(self) -> None:
        """Show the list of all sets as it will be printed."""
        from academy.ui.dialogs.print_preview import PrintPreview
        from academy.ui.kit.printing import Paper

        cohort, today = self._suggested.request.cohort_id, self._desk.today()
        facts = self._desk.read(set_list.set_list, cohort, today)
        paper = Paper(
            "learning-sets",
            self.tr("Learning sets"),
            set_list.list_name(facts),
            lambda large: set_list.set_list_pdf(facts, large=large),
            enlarges=True,
        )
        PrintPreview(self._page.window(), [paper]).open()

    # ---- kept apart ----------------------------------------------------------------------------

    def keep_apart(self, member: MemberRow | None = None) -> None:
        """Ask for two people who are not to be in one set."""
        first = member.person.place_id if member is not None else None
        dialog = dialogs.KeepApartDialog(self._page, self._people(), first)

        def keep(values: dict[str, Any]) -> None:
            gesture = Gesture("veto", once=dialog.form.commit_key)
            pair = (values["first"], values["second"])
            end_dialog(dialog, self._desk.attempt(gesture, set_vetoes.veto, *pair), "second")

        dialog.filled.connect(keep)
        dialog.open()

    def withdraw_veto(self, veto_id: int) -> None:
        """Let two people be in one set again."""
        if self._desk.do(Gesture("withdraw_veto"), set_vetoes.withdraw_veto, veto_id).done:
            self._undoable(self.tr("They can be in one set again."))

    # ---- meetings ------------------------------------------------------------------------------

    def log_meeting(self, row: LearningSetRow) -> None:
        """Ask when a set met and who was there."""
        draft = SetMeetingDraft(row.id, self._desk.today())
        self._ask_meeting(draft, set_name(row), [one.person for one in row.active])

    def change_meeting(self, meeting: SetMeetingRow) -> None:
        """Ask what shall change in a meeting; whoever was marked then is there."""
        row = next(one for one in self.found.sets if one.id == meeting.set_id)
        people = {one.place_id: one for one, _ in meeting.marks}
        people |= {one.person.place_id: one.person for one in row.active}
        members = sorted(people.values(), key=lambda p: (p.sort, p.place_id))
        self._ask_meeting(meeting.draft, set_name(row), members)

    def _ask_meeting(self, draft: SetMeetingDraft, name: str, members: list[SetPerson]) -> None:
        today = self._desk.today()
        dialog = dialogs.SetMeetingDialog(self._page, draft, today, name, members)

        def log(values: dict[str, Any]) -> None:
            gesture = Gesture("log_set_meeting", once=dialog.form.commit_key)
            filled = dialog.drafted(values)
            done = self._desk.attempt(gesture, set_meetings.log_set_meeting, filled, today)
            end_dialog(dialog, done, dialogs.MEETING_FIELDS.get(done.rule, ""))

        dialog.filled.connect(log)
        dialog.open()

    def remove_meeting(self, meeting_id: int) -> None:
        """Remove a meeting; a message offers to undo it."""
        gesture = Gesture("remove_set_meeting")
        if self._desk.do(gesture, set_meetings.remove_set_meeting, meeting_id).done:
            self._undoable(self.tr("Meeting removed."))

    def _undoable(self, words: str) -> None:
        show_toast(self._page, words, self.tr("Undo"), self._desk.undo)
