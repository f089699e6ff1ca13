"""The calendar's wishes carried out: opening, moving, changing, inviting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from academy.domain.words import SessionState
from academy.ui.kit.desk import Desk
from academy.ui.kit.screen import ItemCommand
from academy.ui.screens.calendar_days import DAY, WEEK
from academy.ui.screens.invitation_doing import InvitationDoing
from academy.ui.screens.planning_anywhere import plan_residential, plan_series
from academy.ui.screens.session_planning import SessionPlanner
from academy.usecases import sessions
from academy.usecases.calendar import CalendarSession


class CalendarDoing(QObject):
    """Does with the chosen session, or the cohort that is shown alone, what a page is asked."""

    asked = Signal(str)
    """An address to go to."""

    moved = Signal(int, object)
    """A session takes place on another day now."""

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        chosen: Callable[[], CalendarSession | None],
        cohort: Callable[[], int | None],
    ) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._chosen, self._cohort = chosen, cohort
        self.planner = SessionPlanner(desk, page)
        self.invitations = InvitationDoing(desk, page)
        self.read_replies = self.invitations.read_replies

    def open(self, session_id: int) -> None:
        """Go to the register of a session."""
        cohort_id = self._desk.read(sessions.session, session_id).cohort_id
        self.asked.emit(f"cohort/{cohort_id}/register/{session_id}")

    def open_chosen(self) -> None:
        """Go to the register of the chosen session."""
        session = self._chosen()
        if session is not None:
            self.open(session.id)

    def move_session(self, session_id: int, day: date) -> None:
        """Let a session take place on another day."""
        if self.planner.move(session_id, day):
            self.moved.emit(session_id, day)

    def move_by(self, step: timedelta) -> None:
        """Move the chosen session by some days."""
        session = self._chosen()
        if session is not None:
            self.move_session(session.id, session.held_on + step)

    def ask_move(self) -> None:
        """Ask for the day the chosen session moves to."""
        session = self._chosen()
        if session is not None:
            self.planner.ask_move(session.id)

    def change(self) -> None:
        """Ask what shall change in the chosen session."""
        session = self._chosen()
        if session is not None:
            self.planner.change(session.id)

    def change_state(self, state: SessionState) -> None:
        """Cancel the chosen session, or let it take place after all."""
        session = self._chosen()
        if session is not None:
            self.planner.change_state(session.id, state)

    def add_series(self) -> None:
        """Ask for a series of the cohort that is shown, or of the chosen session's."""
        session = self._chosen()
        plan_series(self._desk, self._page, self._cohort() or (session.cohort_id if session else 0))

    def add_residential(self) -> None:
        """Ask for a residential of the cohort that is shown, or of the chosen session's."""
        session = self._chosen()
        cohort_id = self._cohort() or (session.cohort_id if session else 0)
        plan_residential(self._desk, self._page, cohort_id)

    def save_calendar(self) -> None:
        """Write the sessions that are shown as an .ics file."""
        cohort_id = self._cohort()
        name = self.tr("Academy calendar")
        if cohort_id is not None:
            name = self._desk.read(sessions.suggested_session, cohort_id).cohort
        self.invitations.save_calendar(cohort_id, name)

    def draft_invitations(self) -> None:
        """Draft what the cohort that is shown, or the chosen session's, must be told."""
        session = self._chosen()
        cohort_id = self._cohort() or (session.cohort_id if session else None)
        if cohort_id is None:
            self._desk.refused.emit(self.tr("Choose a cohort or a session first."))
        else:
            self.invitations.draft(cohort_id)

    def draft_for_chosen(self) -> None:
        """Draft what people must be told of the chosen session."""
        session = self._chosen()
        if session is not None:
            self.invitations.draft(session.cohort_id, session.id)

    def item_commands(self) -> Sequence[ItemCommand]:
        """Return what can be done with the chosen session."""
        session = self._chosen()
        residential = ItemCommand(self.tr("New residenti&al…"), self.add_residential)
        if session is None:
            return (residential,)
        planned = session.state is SessionState.PLANNED
        other = SessionState.CANCELLED if planned else SessionState.PLANNED
        words = self.tr("&Cancel session") if planned else self.tr("&Hold it after all")
        return (
            ItemCommand(self.tr("&Open register"), self.open_chosen, "Enter"),
            ItemCommand(self.tr("Change &session…"), self.change, "Alt+Enter"),
            ItemCommand(self.tr("&Move to…"), self.ask_move, "F2"),
            ItemCommand(self.tr("One day &later"), lambda: self.move_by(DAY), "Ctrl+Shift+Right"),
            ItemCommand(self.tr("One week late&r"), lambda: self.move_by(WEEK), "Ctrl+Shift+Down"),
            ItemCommand(words, lambda: self.change_state(other)),
            ItemCommand(self.tr("&Draft invitations to this session…"), self.draft_for_chosen),
            residential,
        )
