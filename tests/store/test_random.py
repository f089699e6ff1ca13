"""Whatever people do, undo restores, redo repeats, and the journal explains the database."""

import contextlib
import os
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import select

from academy.domain.words import RuleBroken
from academy.store import history, undo
from explains import journal_explains, rows_of

from .odd import (
    Club,
    Evening,
    G,
    Membership,
    Presence,
    Pupil,
    Visit,
    add,
    admit,
    alter,
    hold,
    mark,
    odd_store,
    open_club,
    remove,
)

pytestmark = pytest.mark.long
N = st.integers(0, 9)
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
LONG = timedelta(days=9999)
WORDS = st.dictionaries(TEXT, st.integers(-(2**53), 2**53) | TEXT | st.none(), max_size=2)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXT,
        "phone": st.none() | TEXT,
        "born": st.none() | st.dates(),
        "photo": st.none() | st.binary(max_size=9),
        "fee": st.none() | st.decimals(0, 99999999, places=2),
        "seen_at": st.none() | st.datetimes(),
        "wakes": st.none() | st.times(),
        "took": st.none() | st.timedeltas(-LONG, LONG),
        "token": st.none() | st.uuids(),
        "score": st.none() | st.floats(allow_nan=False, allow_infinity=False),
        "active": st.booleans(),
        "extra": st.none() | WORDS,
        "note": st.none() | TEXT,
    },
)
KINDS = st.sampled_from([Club, Pupil, Membership, Evening, Visit])
few = precondition(lambda self: len(self.past) < 40)


class AnyUse(RuleBasedStateMachine):
    """A model of what the database must hold: every state it was in, and where we are."""

    def __init__(self):
        super().__init__()
        self.store = odd_store()
        self.past, self.future = [self.rows()], []

    def rows(self):
        return self.store.read(rows_of)

    def pick(self, kind, n):
        ids = self.store.read(lambda db: db.scalars(select(kind.id).order_by(kind.id)).all())
        return ids[n % len(ids)] if ids else None

    def do(self, *command, **values):
        newest = self.store.read(history.latest)
        with contextlib.suppress(RuleBroken):
            self.store.write(G, *command, **values)
        if self.store.read(history.latest) > newest:
            self.past.append(self.rows())
            self.future.clear()

    @few
    @rule()
    def open(self):
        self.do(open_club, f"c{self.store.read(history.latest)}")

    @few
    @rule(values=VALUES)
    def arrive(self, values):
        self.do(lambda db: add(db, Pupil(**{"name": "p"} | values)))

    @few
    @rule(n=N, values=VALUES)
    def change(self, n, values):
        if pupil := self.pick(Pupil, n):
            self.do(alter, Pupil, pupil, **values)

    @few
    @rule(n=N, m=N)
    def mentor(self, n, m):
        pupil, mentor = self.pick(Pupil, n), self.pick(Pupil, m)
        if pupil and mentor <= pupil:  # no rings: the session could not delete their members
            self.do(alter, Pupil, pupil, mentor_id=None if mentor == pupil else mentor)

    @few
    @rule(n=N, m=N)
    def admit(self, n, m):
        club, pupil = self.pick(Club, n), self.pick(Pupil, m)
        if club and pupil:
            self.do(admit, club, pupil)

    @few
    @rule(n=N)
    def hold(self, n):
        if club := self.pick(Club, n):
            self.do(hold, club)

    @few
    @rule(n=N, m=N, presence=st.sampled_from(Presence))
    def mark(self, n, m, presence):
        evening, member = self.pick(Evening, n), self.pick(Membership, m)
        if evening and member:
            self.do(mark, evening, member, presence)

    @few
    @rule(n=N, kind=KINDS)
    def remove(self, n, kind):
        if row := self.pick(kind, n):
            self.do(remove, kind, row)

    @few
    @rule(n=N, m=N, values=VALUES)
    def do_several_things_to_the_same_rows(self, n, m, values):
        club, pupil = self.pick(Club, n), self.pick(Pupil, m)

        def several(db):
            new = Pupil(name="new")
            add(db, new)
            new.phone = "7"
            db.flush()
            if pupil:
                alter(db, Pupil, pupil, **values)
                db.flush()
                alter(db, Pupil, pupil, phone="8")
                new.mentor_id = pupil
            if club and pupil:
                brief = Membership(club_id=club, pupil_id=pupil)
                add(db, brief)
                db.delete(brief)
                db.flush()
                db.add(Membership(club_id=club, pupil=new))

        self.do(several)

    @precondition(lambda self: self.store.read(undo.stacks).undo)
    @rule()
    def undo(self):
        self.store.undo()
        self.future.append(self.past.pop())

    @precondition(lambda self: len(self.store.read(undo.stacks).undo) > 2)
    @rule(n=st.integers(2, 3))
    def take_the_last_ones_back_together(self, n):
        last = self.store.read(undo.stacks).undo[-n:]
        self.store.reverse(*(entry.id for entry in last))
        self.store.redo()
        assert self.rows() == self.past[-1]
        # what was several entries is one now
        del self.past[-n:-1]
        self.future.clear()
        self.do(lambda db: add(db, Pupil(name="ends redo")))

    @precondition(lambda self: self.store.read(undo.stacks).redo)
    @rule()
    def redo(self):
        self.store.redo()
        self.past.append(self.future.pop())

    @invariant()
    def matches(self):
        assert self.rows() == self.past[-1]
        stacks = self.store.read(undo.stacks)
        assert (len(stacks.undo), len(stacks.redo)) == (len(self.past) - 1, len(self.future))

    def teardown(self):
        journal_explains(self.store)
        while len(self.past) > 1:
            self.undo()
            self.matches()
        while self.future:
            self.redo()
            self.matches()
        journal_explains(self.store)
        self.store.close()


TestAnyUse = AnyUse.TestCase
TestAnyUse.settings = settings(
    max_examples=int(os.environ.get("ACADEMY_EXAMPLES", "15")),
    stateful_step_count=25,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
