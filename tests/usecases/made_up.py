"""Cohorts made up by dice, with everything that counts somewhere and in every order.

Entities are added as they are, past the rules of gestures, so that nearly everything is in them;
but sessions to come take apologies only. The same dice make the same cohort.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random

from sqlalchemy import select

from academy.domain.academy import Academy
from academy.domain.attendance import Mark
from academy.domain.certificates import Certificate, CertificateFile
from academy.domain.cohorts import Cohort, Place, RequirementMet
from academy.domain.locking import SessionReopening
from academy.domain.mentoring import MentoringMeeting, MentoringPair
from academy.domain.people import Person
from academy.domain.programmes import CompletionRules, Programme, Requirement
from academy.domain.sessions import SessionFacilitator, TrainingSession
from academy.domain.visitors import SessionVisitor
from academy.domain.words import (
    CertificateKind,
    CertificateState,
    CohortState,
    Letter,
    PlaceState,
    SessionState,
)
from academy.store.journal import Db
from builders import TODAY

NOTES = ("", "", "", "late train", 'said “yes”, [1] {"a": \\n} \t', "é ł 🎓", "[", "null")
NAMES = ("Noor Ahmed", "Siân Hughes", "Sian Hughes", "Ğülşen Çelik", "Pat Zed", "pat zed")


def made_up(db: Db, dice: Random) -> int:
    """Add a cohort with everything that a register shows; return its id."""
    db.scalars(select(Academy)).one().lock_days = dice.choice((0, 0, 10, 40))
    programme = Programme(name=f"Programme {dice.random()}", late_counts_half=dice.random() < 0.5)
    target = dice.choice((None, 50, 75, 80, 100))
    rules = CompletionRules(programme=programme, version=1, since=TODAY, attendance_percent=target)
    state = dice.choice((*CohortState, CohortState.RUNNING))
    cohort = Cohort(programme=programme, rules=rules, name=f"Cohort {dice.random()}", state=state)
    people = [Person(full_name=dice.choice(NAMES)) for _ in range(dice.randrange(7))]
    for person in people:
        person.family_name = dice.choice(("", person.full_name.split()[-1]))
    places = [_place(cohort, person, dice) for person in people]
    sessions = [_session(cohort, dice) for _ in range(dice.randrange(9))]
    db.add_all([cohort, *places, *sessions])
    _mark(db, places, sessions, dice)
    for session in sessions:
        _visit(db, session, people, dice)
    _ask(rules, dice)
    for place in places:
        _do(db, place, rules, dice)
    db.flush()
    return cohort.id


def _place(cohort: Cohort, person: Person, dice: Random) -> Place:
    state = dice.choice((*PlaceState, PlaceState.ENROLLED))
    place = Place(cohort=cohort, person=person, state=state, enrolled_on=TODAY)
    if state is PlaceState.WITHDRAWN:
        place.withdrawn_on = _some_day(dice)
    return place


def _some_day(dice: Random) -> date:
    return TODAY + timedelta(days=dice.choice((-60, -35, -20, -9, -2, -1, 0, 1, 7, 30)))


def _session(cohort: Cohort, dice: Random) -> TrainingSession:
    states = (*SessionState, SessionState.PLANNED, SessionState.PLANNED)
    return TrainingSession(
        cohort=cohort,
        title=f"Day {dice.randrange(3)}",
        held_on=_some_day(dice),
        starts=time(dice.choice((9, 14)), 30),
        ends=time(16),
        state=dice.choice(states),
        required=dice.random() < 0.5,
        moved_from=dice.choice((None, TODAY)),
        room=dice.choice(("", "Hall")),
        staff_notes=dice.choice(NOTES),
        residential=dice.choice(("", "abc")),
    )


def _mark(db: Db, places: list[Place], sessions: list[TrainingSession], dice: Random) -> None:
    """Mark most cells; in some cohorts people have the same letters, which are counted once."""
    often = dice.choice(
        ([Letter.PRESENT], [Letter.LATE], list(Letter), [Letter.ABSENT, Letter.PRESENT])
    )
    alike = dice.random() < 0.5
    for session in sessions:
        same = dice.choice((*often, None))
        for place in places:
            if alike or dice.random() < 0.8:
                letter = same if alike else dice.choice((*often, *often, None))
                if letter and session.held_on > TODAY:
                    letter = Letter.EXCUSED
                note, source = dice.choice(NOTES), dice.choice(("", "", "teams 148 180"))
                made = Mark(session=session, place=place, letter=letter, note=note, source=source)
                db.add(made)


def _visit(db: Db, session: TrainingSession, people: list[Person], dice: Random) -> None:
    db.add_all(SessionVisitor(session=session, name=f"V {n}") for n in range(dice.randrange(3)))
    if dice.random() < 0.3:
        again = SessionReopening(session=session, reopened_on=_some_day(dice), reason="x")
        db.add_all([again, SessionReopening(session=session, reopened_on=TODAY, reason="y")])
    for person in people[: dice.randrange(3)]:
        session.facilitators.append(SessionFacilitator(person=person))


def _ask(rules: CompletionRules, dice: Random) -> None:
    rules.mentoring_meetings = dice.choice((0, 0, 1, 2))
    names = dice.choice(((), (), ("Project",), ("Project", "Talk")))
    rules.requirements = [Requirement(name=name) for name in names]


def _do(db: Db, place: Place, rules: CompletionRules, dice: Random) -> None:
    """Let somebody meet requirements and mentors, and get certificates, or not."""
    for requirement in rules.requirements:
        if dice.random() < 0.7:
            place.met.append(RequirementMet(requirement=requirement, met_on=TODAY))
    if dice.random() < 0.7:
        mentor = Person(full_name="Joy Adeyemi")
        pair = MentoringPair(
            cohort=place.cohort, mentee=place.person, mentor=mentor, began_on=TODAY
        )
        days = range(dice.randrange(4))
        pair.meetings = [MentoringMeeting(held_on=TODAY - timedelta(days=n)) for n in days]
        db.add(pair)
    for state in dice.sample(list(CertificateState), dice.choice((0, 0, 0, 1, 2))):
        db.add(_certificate(place, state, dice))


def _certificate(place: Place, state: CertificateState, dice: Random) -> Certificate:
    number = dice.randrange(10**12)
    return Certificate(
        place=place,
        number=f"TT-{number}",
        year=2026,
        sequence=number,
        kind=CertificateKind.COMPLETION,
        issued_on=TODAY,
        state=state,
        template="Classic",
        facts={"name": place.person.full_name},
        sha256="",
        file=CertificateFile(content=b""),
    )
