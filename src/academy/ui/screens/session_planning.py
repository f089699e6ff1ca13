"""Planning sessions of a cohort: dialogs asked, gestures done."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from academy.domain.words import SessionState
from academy.store.journal import Gesture
from academy.ui.dialogs.session import FIELDS, SessionDialog
from academy.ui.kit.desk import Desk, Outcome
from academy.usecases import sessions
from academy.usecases.sessions import SessionDraft


class SessionPlanner:
    """Adds, changes and removes sessions of one cohort."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent
        self.cohort_id = 0

    def add(self) -> None:
        """Ask for one session, or with “repeat” for several."""
        self._open(self._suggested(), repeat=False)

    def add_series(self) -> None:
        """Ask for a series of sessions."""
        self._open(self._suggested(), repeat=True)

    def change(self, session_id: int) -> None:
        """Ask what shall change in a session."""
        if not session_id:
            return
        self._open(self._desk.read(sessions.session, session_id), repeat=False)

    def remove(self, session_id: int) -> None:
        """Remove a session that nobody is marked in."""
        if session_id:
            self._desk.do(Gesture("remove_session"), sessions.remove_session, session_id)

    def change_state(self, session_id: int, state: SessionState) -> None:
        """Say that a session is cancelled, was not held, or takes place after all."""
        if session_id:
            gesture = Gesture("change_session")
            self._desk.do(gesture, sessions.change_session_state, session_id, state)

    def note(self, session_id: int, text: str) -> None:
        """Keep the staff notes of a session."""
        if session_id:
            self._desk.do(Gesture("note_session"), sessions.note_session, session_id, text)

    def _open(self, draft: SessionDraft, *, repeat: bool) -> None:
        dialog = SessionDialog(self._parent, draft, self._desk.today(), repeat=repeat)
        dialog.filled.connect(lambda values: self._save(dialog, values))
        dialog.open()

    def _save(self, dialog: SessionDialog, values: dict[str, Any]) -> None:
        draft, weeks, count = dialog.drafted(values)
        outcome = self._written(draft, weeks, count, dialog.form.commit_key)
        if outcome.done:
            dialog.close()
        else:
            dialog.form.show_problems({FIELDS.get(outcome.rule, ""): outcome.refusal})

    def _written(
        self, draft: SessionDraft, weeks: int, count: int, once: str
    ) -> Outcome[int] | Outcome[list[int]]:
        if draft.id:
            gesture = Gesture("change_session", once=once)
            return self._desk.attempt(gesture, sessions.save_session, draft)
        gesture = Gesture("add_sessions", {"n": count}, once=once)
        return self._desk.attempt(gesture, sessions.add_series, draft, weeks, count)

    def _suggested(self) -> SessionDraft:
        """Return a draft like the cohort's last session, four weeks later."""
        known = self._desk.read(sessions.sessions, self.cohort_id)
        today = self._desk.today()
        if not known:
            return SessionDraft(cohort_id=self.cohort_id, held_on=today)
        last = known[-1]
        return SessionDraft(
            cohort_id=self.cohort_id,
            held_on=max(today, last.held_on + timedelta(weeks=4)),
            starts=last.starts,
            ends=last.ends,
            room=last.room,
            facilitator=last.facilitator,
        )
