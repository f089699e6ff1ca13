"""What a person's page does for mentoring: make them a mentor, ask what they wish for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from academy.domain.words import CohortState, PlaceState, Role
from academy.ui.kit.desk import Desk
from academy.ui.kit.parts import button
from academy.ui.kit.screen import ItemCommand
from academy.ui.screens.mentee_doing import MenteeDoing
from academy.ui.screens.mentoring_doing import MentoringDoing
from academy.usecases.person_record import PersonCohort, PersonRecord


class PersonMentoring(QObject):
    """Buttons in the page's head; a graduate has “Make a mentor…” on every tab."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._record: PersonRecord | None = None
        self._mentors, self._mentees = MentoringDoing(desk, page), MenteeDoing(desk, page)
        self.mentor = button(self.tr("&Make a mentor…"), picture="handshake")
        self.wishes = button(self.tr("&Wishes…"))
        self.buttons = (self.wishes, self.mentor)
        self.mentor.clicked.connect(self.edit_mentor)
        self.wishes.clicked.connect(self.ask_wishes)

    def show_record(self, record: PersonRecord, tab: str, *, room: float) -> None:
        """Show what can be done for a person on a tab."""
        self._record = record
        none = record.mentor is None
        self.mentor.setText(self.tr("&Make a mentor…") if none else self.tr("E&dit mentor…"))
        graduated = any(place.state is PlaceState.COMPLETED for place in record.cohorts)
        shown = tab == "mentoring" or (tab == "certificates" and graduated and none)
        able = self._able() and room >= 720
        self.mentor.setVisible(able and (shown or (graduated and none)))
        self.wishes.setVisible(able and tab == "mentoring" and self._place() is not None)

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what the menu can do here."""
        if self._record is None or not self._able():
            return ()
        found = [ItemCommand(self.mentor.text(), self.edit_mentor)]
        if self._place() is not None:
            found.append(ItemCommand(self.wishes.text(), self.ask_wishes))
        return found

    def edit_mentor(self) -> None:
        """Ask what they offer; saving makes them a mentor."""
        if self._record is not None:
            self._mentors.edit_mentor(self._record.person.id)

    def ask_wishes(self) -> None:
        """Ask what they wish for in the cohort they are in."""
        place = self._place()
        if place is not None:
            self._mentees.ask_wishes(place.place_id)

    def _able(self) -> bool:
        store = self._desk.store
        return store.who.role is Role.ADMINISTRATOR and not store.read_only

    def _place(self) -> PersonCohort | None:
        """Return their place in a cohort that is going on, the latest first."""
        places = self._record.cohorts if self._record else ()
        done = CohortState.FINISHED
        held = [p for p in places if p.state is PlaceState.ENROLLED and p.cohort_state is not done]
        return held[0] if held else None
