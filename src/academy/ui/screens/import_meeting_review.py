"""What the import page of a meeting report holds: the report, the choices, the plan they give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from academy.domain.words import FileProblem, Letter, RuleBroken
from academy.exchange.meetings import MeetingReport, read_meeting
from academy.exchange.meetings.by_hand import ReportColumn, report_columns, with_field
from academy.exchange.meetings.report import DateOrder
from academy.ui.kit.desk import Desk, Outcome
from academy.usecases import cohorts
from academy.usecases.meeting_columns import by_hand, read_report
from academy.usecases.meeting_import import apply_meeting, meeting_gesture
from academy.usecases.meeting_plan import MeetingPlan, plan_meeting
from academy.usecases.meeting_rows import MeetingChoices
from academy.usecases.meeting_sessions import SessionCandidate, session_candidates
from academy.usecases.sessions import SessionDraft, session


class MeetingReview(QObject):
    """The plan is made anew after each choice; `broken` says why there is none."""

    planned = Signal()
    """There is another plan, or none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.session: SessionDraft | None = None
        self.cohort = ""
        self.report: MeetingReport | None = None
        self.plan: MeetingPlan | None = None
        self.broken: RuleBroken | None = None
        self.choices = MeetingChoices()
        self.file = Path()
        self.columns: tuple[ReportColumn, ...] = ()
        """The columns to be named by hand; none where the report tells them."""
        self._data = b""
        self._order: DateOrder | None = None
        self._unread: FileProblem | None = None

    def open(self, session_id: int) -> None:
        """Begin with a session, without a report."""
        self.forget()
        self.session = self._desk.read(session, session_id)
        self.cohort = self._desk.read(cohorts.cohort, self.session.cohort_id).name

    def forget(self) -> None:
        """Let go of the report and of what was chosen."""
        self.report, self.choices = None, MeetingChoices()
        self.columns, self._unread = (), None
        self.make()

    def read(self, file: Path) -> None:
        """Read a report and plan it; FileProblem if it is none."""
        try:
            self._data = file.read_bytes()
        except OSError as trouble:
            raise FileProblem("file_unreadable", name=file.name) from trouble
        self.file, self.choices = file, MeetingChoices()
        self.columns = ()
        self.read_as(None)

    def read_as(self, order: DateOrder | None) -> None:
        """Read it again with the day and month in an order."""
        self._order = order
        if not self.columns:
            try:
                self._unread = None
                self.report = self._desk.read(read_report, *self._as_told(order))
            except FileProblem as problem:
                if problem.rule == "not_a_meeting_report":
                    self.columns = report_columns(self._data)
                if not self.columns:
                    raise
        if self.columns:
            self._read_by_hand(order)
        self.make()

    def ask_columns(self) -> None:
        """Let the columns be named by hand, beginning with what they are taken for."""
        told = dict(self.report.by_hand.fields) if self.report and self.report.by_hand else {}
        self.columns = report_columns(self._data)
        for at, field in told.items():
            self.columns = with_field(self.columns, at, field)
        self.read_as(self._order)

    def name_column(self, at: int, field: str) -> None:
        """Say what a column holds, and read the report so."""
        self.columns = with_field(self.columns, at, field)
        self.read_as(self._order)

    def _read_by_hand(self, order: DateOrder | None) -> None:
        self.report, self._unread = None, None
        try:
            self.report = read_meeting(*self._as_told(order), columns=by_hand(self.columns))
        except FileProblem as problem:
            self._unread = problem

    def _as_told(self, order: DateOrder | None) -> tuple[bytes, str, date | None, DateOrder | None]:
        day = self.session.held_on if self.session else None
        return self._data, self.file.name, day, order

    def make(self) -> None:
        """Make the plan for what is chosen now."""
        self.plan, self.broken = None, self._unread
        if self.report is not None and self.session is not None:
            self._plan(self.report, self.session)
        self.planned.emit()

    def _plan(self, report: MeetingReport, session: SessionDraft) -> None:
        try:
            self.plan = self._desk.read(plan_meeting, report, session.id, self.choices)
        except RuleBroken as broken:
            self.broken = broken
        else:
            if self.plan.other_day is not None:
                days = {"report": self.plan.other_day, "session": session.held_on}
                self.broken = RuleBroken("report_of_other_day", **days)
            elif session.held_on > self._desk.today():
                self.broken = RuleBroken("future_takes_only_apologies")

    # choices ----------------------------------------------------------------------------------

    def pair(self, name: str, person_id: int | None) -> None:
        """Say whose a name is; none: nobody's here."""
        self._choose(pairings={**self.choices.pairings, name: person_id})

    def limit(self, percent: int, late_after: int) -> None:
        """Say from when somebody is present and late."""
        self._choose(percent=percent, late_after=late_after)

    def tick(self, place_id: int, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Say whether somebody's mark is applied."""
        self._choose(ticks={**self.choices.ticks, place_id: on})

    def letter(self, place_id: int, letter: Letter | None) -> None:
        """Give somebody another mark, or the proposed one back."""
        letters = {place: mark for place, mark in self.choices.letters.items() if place != place_id}
        ticks = {place: on for place, on in self.choices.ticks.items() if place != place_id}
        if letter is not None:
            letters[place_id] = letter
        self._choose(letters=letters, ticks=ticks)

    def _choose(self, **changes: Any) -> None:
        self.choices = replace(self.choices, **changes)
        self.make()

    # what follows -----------------------------------------------------------------------------

    @property
    def ready(self) -> bool:
        """Whether there are marks to apply or minutes to keep, and nothing is in the way."""
        return self.plan is not None and self.broken is None and self.plan.writes

    @property
    def fits(self) -> bool:
        """Whether there is a plan of this session's day, worth looking at."""
        return self.plan is not None and self.plan.other_day is None

    def others(self) -> list[SessionCandidate]:
        """Return the sessions of the cohort on the report's own day."""
        if self.report is None or self.session is None:
            return []
        return self._desk.read(session_candidates, self.report, self.session.cohort_id)

    def named_after(self) -> SessionCandidate | None:
        """Return the session whose title the report carries, if it is another one of that day."""
        if self.report is None or self.session is None or self.broken is not None:
            return None
        found = self._desk.read(session_candidates, self.report)
        mine = any(one.titled and one.session_id == self.session.id for one in found)
        return None if mine else next((one for one in found if one.titled and one.sure), None)

    def apply(self) -> Outcome[int]:
        """Apply the plan as it is shown."""
        assert self.plan is not None
        gesture = meeting_gesture(self.plan)
        return self._desk.do(gesture, apply_meeting, self.plan, self._desk.today())
