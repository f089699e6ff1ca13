"""Whatever an administrator does with the real commands, undo restores and redo repeats it."""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from academy.domain.attendance import Mark
from academy.domain.cohorts import Cohort, Place
from academy.domain.mentoring import MentoringMeeting, MentoringPair
from academy.domain.people import Person
from academy.domain.programmes import Programme
from academy.domain.sessions import TrainingSession
from academy.domain.words import CohortState, Letter, RuleBroken, SessionState
from academy.store import history, undo
from academy.store.journal import Gesture
from academy.usecases import (
    attendance,
    cohorts,
    completion,
    mentoring,
    people,
    programmes,
    series,
    sessions,
)
from academy.usecases.attendance import MarkDraft
from academy.usecases.mentoring import MeetingDraft
from academy.usecases.series import SeriesDraft
from builders import NOW, TODAY, a_cohort, a_mentor, a_programme, an_academy
from explains import journal_explains, rows_of

pytestmark = pytest.mark.long
N = st.integers(0, 7)
NAMES = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=8)
G = Gesture("change_settings")
few = precondition(lambda self: len(self.past) < 40)


class AnyUse(RuleBasedStateMachine):
    """The states the academy was in, and where in them it is."""

    def __init__(self) -> None:
        super().__init__()
        self.store = an_academy()
        programme = a_programme(self.store)
        a_cohort(self.store, programme, sessions=2, capacity=3)
        a_mentor(self.store, capacity=1)
        while self.store.read(undo.stacks).undo:  # what was made here is not part of the play
            self.store.write(Gesture("issue_certificates", undoable=False), self.touch)
        self.past, self.future = [self.rows()], []

    @staticmethod
    def touch(db: Any) -> None:
        db.scalars(select(Programme)).first().description += "."

    def rows(self) -> object:
        return self.store.read(rows_of)

    def pick(self, kind: type, n: int) -> int:
        ids = self.store.read(lambda db: db.scalars(select(kind.id).order_by(kind.id)).all())
        return ids[n % len(ids)] if ids else 0

    def do(self, command: Any, *args: object) -> None:
        newest = self.store.read(history.latest)
        with contextlib.suppress(RuleBroken):
            self.store.write(G, command, *args)
        if self.store.read(history.latest) > newest:
            self.past.append(self.rows())
            self.future.clear()
        else:
            assert self.rows() == self.past[-1]  # refused or nothing new: nothing changed

    @few
    @rule(name=NAMES, percent=st.none() | st.integers(0, 101), meetings=st.integers(-1, 3))
    def revise_rules(self, name, percent, meetings):
        draft = self.store.read(programmes.programme, self.pick(Programme, 0))
        rules = replace(
            draft.rules,
            attendance_percent=percent,
            mentoring_meetings=meetings,
            requirements=(name,),
        )
        self.do(programmes.save_programme, replace(draft, rules=rules), TODAY)

    @few
    @rule(name=NAMES)
    def add_person(self, name):
        self.do(people.save_person, people.PersonDraft(full_name=name))

    @few
    @rule(n=N, name=NAMES)
    def rename(self, n, name):
        draft = self.store.read(people.person, self.pick(Person, n))
        self.do(people.save_person, replace(draft, full_name=name, known_as=name))

    @few
    @rule(name=NAMES)
    def add_cohort(self, name):
        draft = cohorts.CohortDraft(programme_id=self.pick(Programme, 0), name=name, capacity=2)
        self.do(cohorts.save_cohort, draft)

    @few
    @rule(n=N, state=st.sampled_from(CohortState))
    def change_state(self, n, state):
        self.do(cohorts.change_state, self.pick(Cohort, n), state)

    @few
    @rule(n=N, m=N)
    def enrol(self, n, m):
        self.do(cohorts.enrol, self.pick(Cohort, n), [self.pick(Person, m)], TODAY)

    @few
    @rule(n=N)
    def withdraw(self, n):
        if place := self.pick(Place, n):
            self.do(cohorts.withdraw, [place], TODAY)

    @few
    @rule(n=N, weeks=st.integers(0, 3), count=st.integers(0, 4))
    def add_series(self, n, weeks, count):
        first = sessions.SessionDraft(cohort_id=self.pick(Cohort, n), held_on=TODAY)
        self.do(series.add_series, SeriesDraft(first, weeks, count))

    @few
    @rule(n=N, days=st.integers(-30, 30), state=st.sampled_from(SessionState))
    def move_session(self, n, days, state):
        if session := self.pick(TrainingSession, n):
            draft = self.store.read(sessions.session, session)
            moved = replace(draft, held_on=TODAY + timedelta(days), state=state)
            self.do(sessions.save_session, moved)

    @few
    @rule(n=N)
    def remove_session(self, n):
        if session := self.pick(TrainingSession, n):
            self.do(sessions.remove_session, session)

    @few
    @rule(letters=st.lists(st.none() | st.sampled_from(Letter), min_size=1, max_size=4), n=N, m=N)
    def mark(self, letters, n, m):
        session = self.pick(TrainingSession, n)
        drafts = [MarkDraft(session, self.pick(Place, m + i), x) for i, x in enumerate(letters)]
        if session and drafts[0].place_id:
            self.do(attendance.mark, drafts, TODAY)

    @few
    @rule(n=N)
    def fill(self, n):
        if session := self.pick(TrainingSession, n):
            self.do(attendance.fill_blanks, session, TODAY)

    @few
    @rule(n=N, text=st.text(max_size=3))
    def note(self, n, text):
        if mark := self.pick(Mark, n):
            cell = self.store.read(lambda db: db.get_one(Mark, mark).session_id), mark
            place = self.store.read(lambda db: db.get_one(Mark, mark).place_id)
            self.do(attendance.note, cell[0], place, text)

    @few
    @rule(n=N, m=N, k=N)
    def pair(self, n, m, k):
        mentee, mentor = self.pick(Person, m), self.pick(Person, k)
        self.do(mentoring.pair, self.pick(Cohort, n), mentee, mentor, TODAY)

    @few
    @rule(n=N, minutes=st.none() | st.integers(0, 2000))
    def meet(self, n, minutes):
        if pair := self.pick(MentoringPair, n):
            draft = MeetingDraft(held_on=TODAY, minutes=minutes)
            self.do(mentoring.log_meeting, pair, draft, TODAY)

    @few
    @rule(n=N)
    def forget_meeting(self, n):
        if meeting := self.pick(MentoringMeeting, n):
            self.do(mentoring.remove_meeting, meeting)

    @few
    @rule(n=N)
    def end_pair(self, n):
        if pair := self.pick(MentoringPair, n):
            self.do(mentoring.end_pair, pair, "moved on", TODAY)

    @few
    @rule(n=N)
    def finish(self, n):
        self.do(completion.finish_cohort, self.pick(Cohort, n), NOW)

    @precondition(lambda self: self.store.read(undo.stacks).undo)
    @rule()
    def undo(self):
        self.store.undo()
        self.future.append(self.past.pop())

    @precondition(lambda self: self.store.read(undo.stacks).redo)
    @rule()
    def redo(self):
        self.store.redo()
        self.past.append(self.future.pop())

    @invariant()
    def is_where_it_should_be(self):
        assert self.rows() == self.past[-1]
        stacks = self.store.read(undo.stacks)
        assert (len(stacks.undo), len(stacks.redo)) == (len(self.past) - 1, len(self.future))

    def teardown(self) -> None:
        while self.store.read(undo.stacks).undo:
            self.undo()
        assert self.rows() == self.past[0]
        while self.store.read(undo.stacks).redo:
            self.redo()
        self.is_where_it_should_be()
        journal_explains(self.store)
        self.store.close()


TestAnyUse = AnyUse.TestCase
TestAnyUse.settings = settings(
    max_examples=int(os.environ.get("EXAMPLES", "15")),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
