"""Planning sessions of a cohort: dialogs asked, gestures done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from academy.domain import dates
from academy.domain.words import RuleBroken, SessionState
from academy.store.journal import Gesture
from academy.ui.dialogs import series as series_dialog
from academy.ui.dialogs import session as session_dialog
from academy.ui.dialogs.facilitators_entry import known_people
from academy.ui.dialogs.move_session import MoveSessionDialog
from academy.ui.dialogs.series import SeriesDialog
from academy.ui.dialogs.session import SessionDialog
from academy.ui.kit import labels
from academy.ui.kit.desk import Desk, Outcome
from academy.ui.kit.toast import show_toast
from academy.ui.screens import residential_doing
from academy.ui.screens.residential_doing import Meant
from academy.usecases import residential, series, sessions
from academy.usecases.series import SeriesDraft
from academy.usecases.sessions import SessionDraft


class SessionPlanner:
    """Adds, changes, moves and removes sessions of one cohort."""

    def __init__(self, desk: Desk, parent: QWidget, cohort_id: int = 0) -> None:
        self._desk = desk
        self._parent = parent
        self.cohort_id = cohort_id

    def add(self) -> None:
        """Ask for one session."""
        self._ask(self._suggested())

    def add_series(self, cohorts: Sequence[tuple[str, int]] = ()) -> None:
        """Ask for a series of sessions; `cohorts` are offered to choose from."""
        desk, first = self._desk, self._suggested()
        curriculum = desk.read(series.curriculum_of_cohort, self.cohort_id)
        fresh = not desk.read(sessions.sessions, self.cohort_id)
        draft = SeriesDraft(first, curriculum=bool(curriculum) and fresh)
        dialog = SeriesDialog(
            self._parent,
            draft,
            desk.today(),
            known_people(desk),
            curriculum=curriculum,
            cohorts=cohorts,
        )
        dialog.considered.connect(lambda wanted: self._plan_series(dialog, wanted))
        dialog.filled.connect(lambda values: self._save_series(dialog, values))
        dialog.consider()
        dialog.open()

    def add_residential(self) -> None:
        """Ask for several days in a row that keep together."""
        residential_doing.ask_residential(self._desk, self._parent, self._suggested())

    def change(self, session_id: int) -> None:
        """Ask what shall change in a session."""
        if session_id:
            self._ask(self._desk.read(sessions.session, session_id))

    def remove(self, session_id: int) -> None:
        """Remove a session that nobody is marked in."""
        if session_id:
            self._desk.do(Gesture("remove_session"), sessions.remove_session, session_id)

    def change_state(self, session_id: int, state: SessionState) -> None:
        """Say that a session is cancelled, was not held, or takes place after all."""
        meant = Meant.NOTHING
        if session_id:
            meant = residential_doing.ask_call_off(self._desk, self._parent, session_id)
        if meant is Meant.WHOLE:
            days = residential_doing.days_of(self._desk, session_id)
            gesture = Gesture("change_residential", {"n": days})
            self._desk.do(gesture, residential.change_residential_state, session_id, state)
        elif meant is Meant.DAY:
            gesture = Gesture("change_session")
            self._desk.do(gesture, sessions.change_session_state, session_id, state)

    def note(self, session_id: int, text: str) -> None:
        """Keep the staff notes of a session."""
        if session_id:
            self._desk.do(Gesture("note_session"), sessions.note_session, session_id, text)

    def move(self, session_id: int, day: date) -> bool:
        """Let a session take place on another day; a toast offers to take it back.

        A day of a residential may take the others along.
        """
        meant = residential_doing.ask_move(self._desk, self._parent, session_id)
        if meant is Meant.NOTHING:
            return False
        outcome = self._moved(session_id, day, whole=meant is Meant.WHOLE)
        if outcome.rule == "time_doubled":
            self.change(session_id)  # its form asks which of the two times is meant
        elif not outcome.done:
            self._desk.refused.emit(outcome.refusal)
        else:
            words = _tr("Moved to {day}").format(day=dates.long_day(day))
            show_toast(self._parent, words, _tr("Undo"), self._desk.undo)
        return outcome.done

    def ask_move(self, session_id: int) -> None:
        """Ask for the day a session moves to."""
        draft = self._desk.read(sessions.session, session_id)
        days = residential_doing.days_of(self._desk, session_id)
        dialog = MoveSessionDialog(self._parent, draft, self._desk.today(), days=days)

        def save(values: dict[str, Any]) -> None:
            whole, once = bool(values.get("whole")), dialog.form.commit_key
            done = self._moved(session_id, values["day"], whole=whole, once=once)
            if done.rule == "time_doubled":
                dialog.close()
                self.change(session_id)
            elif done.done:
                dialog.close()
            else:
                dialog.form.show_problems({"day": done.refusal})

        dialog.considered.connect(lambda wanted: self._plan_session(dialog, wanted))
        dialog.filled.connect(save)
        dialog.consider()
        dialog.open()

    def _moved(
        self, session_id: int, day: date, *, whole: bool, once: str | None = None
    ) -> Outcome[None]:
        if not whole:
            gesture = Gesture("move_session", once=once)
            return self._desk.attempt(gesture, sessions.move_session, session_id, day)
        days = residential_doing.days_of(self._desk, session_id)
        gesture = Gesture("move_residential", {"n": days}, once=once)
        return self._desk.attempt(gesture, residential.move_residential, session_id, day)

    # ---- one session ----------------------------------------------------------------------------

    def _ask(self, draft: SessionDraft) -> None:
        known = known_people(self._desk)
        dialog = SessionDialog(self._parent, draft, self._desk.today(), known)
        dialog.considered.connect(lambda wanted: self._plan_session(dialog, wanted))
        dialog.filled.connect(lambda values: self._save(dialog, values))
        dialog.consider()
        dialog.open()

    def _plan_session(self, dialog: SessionDialog | MoveSessionDialog, draft: SessionDraft) -> None:
        try:
            dialog.show_plan(self._desk.read(series.plan_of_session, draft))
        except RuleBroken as broken:
            dialog.show_plan(labels.rule(broken))

    def _save(self, dialog: SessionDialog, values: dict[str, Any]) -> None:
        draft = dialog.drafted(values)
        gesture = Gesture(
            "change_session" if draft.id else "add_session", once=dialog.form.commit_key
        )
        outcome = self._desk.attempt(gesture, sessions.save_session, draft)
        if outcome.done:
            dialog.close()
            return
        field = session_dialog.FIELDS.get(outcome.rule, "")
        dialog.form.show_problems({field: outcome.refusal})

    # ---- a series -------------------------------------------------------------------------------

    def _plan_series(self, dialog: SeriesDialog, draft: SeriesDraft) -> None:
        try:
            dialog.show_plan(self._desk.read(series.series_plan, draft))
        except RuleBroken as broken:
            dialog.show_plan(labels.rule(broken))

    def _save_series(self, dialog: SeriesDialog, values: dict[str, Any]) -> None:
        draft = dialog.drafted(values)
        count = sum(not day.left_out for day in dialog.plan.days)
        gesture = Gesture("add_sessions", {"n": count}, once=dialog.form.commit_key)
        outcome = self._desk.attempt(gesture, series.add_series, draft)
        if outcome.done:
            dialog.close()
            return
        field = series_dialog.FIELDS.get(outcome.rule, "")
        dialog.form.show_problems({field: outcome.refusal})

    def _suggested(self) -> SessionDraft:
        """Return a draft like the cohort's last session, four weeks later and not before today."""
        found = self._desk.read(sessions.suggested_session, self.cohort_id)
        today = self._desk.today()
        return replace(found, held_on=max(today, _later(found.held_on)))


def _tr(words: str) -> str:
    return QCoreApplication.translate("planning", words)


def _later(day: date) -> date:
    return day + timedelta(weeks=4) if day.year < 9999 else day
