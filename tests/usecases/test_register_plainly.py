"""The register against the plain way: entity by entity, cell by cell, on made-up registers.

The register counts texts of letters that the database puts together, and reads plain rows; here
the same is worked out of entities with nothing clever, for every kind of cohort, session and mark.
"""

from __future__ import annotations

from random import Random

import pytest
from sqlalchemy import select

from academy.domain.academy import Academy
from academy.domain.attendance import Mark
from academy.domain.cohorts import Cohort, Place
from academy.domain.locking import SessionReopening, is_locked
from academy.domain.people import Person
from academy.domain.sessions import TrainingSession
from academy.domain.visitors import SessionVisitor
from academy.domain.words import (
    Chance,
    CohortState,
    Letter,
    PlaceState,
    RiskReason,
    SessionState,
)
from academy.store.journal import Db, Gesture
from academy.usecases.register import BLANK, Register, RegisterMark, RegisterRow, register
from builders import TODAY, an_academy
from usecases.made_up import made_up

REASONS = (RiskReason.CANNOT_REACH, RiskReason.ABSENT_IN_A_ROW, RiskReason.BELOW_AT_HALF)


def compare(db: Db, cohort_id: int, found: Register) -> None:
    """Hold a register against its entities."""
    cohort = db.get_one(Cohort, cohort_id)
    own = db.scalars(select(TrainingSession).where(TrainingSession.cohort_id == cohort_id))
    sessions = sorted(own, key=lambda s: (s.held_on, s.starts, s.id))
    head = (cohort.name, cohort.programme.name, cohort.state, cohort.rules.attendance_percent)
    assert (found.cohort, found.programme, found.state, found.target) == head
    assert found.late_counts_half is cohort.programme.late_counts_half
    assert len(found.sessions) == len(sessions)
    for number, (shown, session) in enumerate(zip(found.sessions, sessions, strict=True), 1):
        assert shown.number == number
        _compare_session(db, vars(shown), session)
    by_name = sorted(cohort.places, key=lambda p: (p.person.sort_name, p.person_id))
    assert [row.place_id for row in found.rows] == [place.id for place in by_name]
    for row, place in zip(found.rows, by_name, strict=True):
        _compare_row(db, row, place, sessions)


def _compare_session(db: Db, shown: dict[str, object], session: TrainingSession) -> None:
    fields = (
        "id", "title", "held_on", "starts", "ends", "zone", "room", "link", "staff_notes",
        "required", "state", "moved_from", "residential",
    )  # fmt: skip
    for field in fields:
        assert shown[field] == getattr(session, field)
        assert type(shown[field]) is type(getattr(session, field))
    assert shown["facilitator"] == ", ".join(l.person.full_name for l in session.facilitators)  # noqa: E741
    visits = db.scalars(select(SessionVisitor).where(SessionVisitor.session_id == session.id))
    assert shown["visitors"] == len(visits.all())
    again = select(SessionReopening.reopened_on).where(SessionReopening.session_id == session.id)
    days = db.scalars(select(Academy)).one().lock_days
    latest = max(db.scalars(again), default=None)
    assert shown["locked"] is is_locked(session.held_on, latest, days, TODAY)


def _compare_row(db: Db, row: RegisterRow, place: Place, sessions: list[TrainingSession]) -> None:
    assert (row.person_id, row.name) == (place.person_id, place.person.listed_name)
    assert (row.state, row.withdrawn_on) == (place.state, place.withdrawn_on)
    kept = {m.session_id: m for m in db.scalars(select(Mark).where(Mark.place_id == place.id))}
    marks = [kept.get(session.id) for session in sessions]
    assert list(row.marks) == [
        RegisterMark(m.letter, m.note, m.source) if m else BLANK for m in marks
    ]
    left = place.withdrawn_on
    mine = [
        (m.letter if m else None, s)
        for m, s in zip(marks, sessions, strict=True)
        if s.state is SessionState.PLANNED and (left is None or s.held_on <= left)
    ]
    _compare_amounts(row, place.cohort, mine, [s.id for s in sessions])


def _compare_amounts(
    row: RegisterRow,
    cohort: Cohort,
    mine: list[tuple[Letter | None, TrainingSession]],
    order: list[int],
) -> None:
    late = 0.5 if cohort.programme.late_counts_half else 1
    so_far = [letter for letter, s in mine if letter and s.held_on <= TODAY]
    attended = sum({"P": 1, "L": late}.get(letter, 0) for letter in so_far)
    assert (row.attended, row.marked) == (attended, len(so_far))
    assert row.percent == (int(100 * attended / len(so_far)) if so_far else None)
    assert row.missed == _missed(so_far)
    blank = [s for letter, s in mine if letter is None]
    whole = len(so_far) + len([x for x, s in mine if x and s.held_on > TODAY]) + len(blank)
    best = int(100 * (attended + len(blank)) / whole) if whole else None
    target = cohort.rules.attendance_percent
    runs = cohort.state is CohortState.RUNNING and row.state is PlaceState.ENROLLED
    in_a_row = 2  # what an academy begins with
    holds = (
        target is not None and best is not None and best < target,
        row.missed >= in_a_row,
        None not in (target, row.percent)
        and len(so_far) * 2 >= len(mine) and row.percent < target,  # type: ignore[operator]
    )  # fmt: skip
    reasons = [reason for reason, true in zip(REASONS, holds, strict=True) if true and runs]
    assert row.risk == (reasons[0] if reasons else None)
    forecast = row.outlook.forecast
    assert (forecast.open, forecast.best, forecast.target) == (len(blank), best, target)
    assert row.outlook.to_come is all(s.held_on >= TODAY for s in blank)
    if forecast.chance is Chance.OPEN:
        decisive = blank[forecast.decides]  # type: ignore[index]
        shown = order.index(decisive.id) + 1, decisive.held_on
        assert (row.outlook.decides, row.outlook.decides_on) == shown
    else:
        assert row.outlook.decides is None


def _missed(so_far: list[Letter]) -> int:
    count = 0
    for letter in reversed(so_far):
        if letter in (Letter.PRESENT, Letter.LATE):
            break
        count += letter is Letter.ABSENT
    return count


@pytest.mark.parametrize("seed", range(8))
def test_a_register_shows_what_its_cohort_holds(seed: int) -> None:
    store, dice = an_academy(), Random(seed)
    for _ in range(10):
        cohort_id = store.write(Gesture("change_cohort"), made_up, dice)
        store.read(lambda db, i: compare(db, i, register(db, i, TODAY)), cohort_id)


def test_a_command_sees_the_marks_it_has_just_set() -> None:
    def set_and_read(db: Db) -> None:
        cohort_id = made_up(db, Random(3))
        place = Place(cohort_id=cohort_id, person=Person(full_name="Pat Zed"), enrolled_on=TODAY)
        db.add(place)
        names = [row.full_name for row in register(db, cohort_id, TODAY).rows]
        assert "Pat Zed" in names

    an_academy().write(Gesture("change_cohort"), set_and_read)
