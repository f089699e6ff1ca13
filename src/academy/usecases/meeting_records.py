"""What the academy knows when a meeting report comes: people, names, earlier reports, marks."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from academy.domain.attendance import Mark
from academy.domain.cohorts import Place
from academy.domain.meetings import ReportedStay
from academy.domain.names import listed, sort_key
from academy.domain.people import MeetingName, Person
from academy.domain.sessions import TrainingSession
from academy.domain.words import Letter
from academy.store.journal import Db
from academy.usecases.attendance import attending
from academy.usecases.meeting_matching import Known
from academy.usecases.meeting_presence import Reported
from academy.usecases.rights import STAFF, allowed

Stays = dict[int, list[Reported]]  # place id -> what reports said


@allowed(*STAFF)
def people_of(db: Db, session: TrainingSession) -> list[Known]:
    """Return who holds a place when the session takes place, in the order of the register."""
    wanted = (
        select(
            Place.id, Place.person_id, Person.full_name, Person.family_name, Person.known_as,
            Person.name_on_certificate, Person.email,
        )
        .join(Place.person)
        .where(Place.cohort_id == session.cohort_id, attending(session.held_on))
    )  # fmt: skip
    rows = sorted(
        db.execute(wanted), key=lambda p: (sort_key(p.full_name, p.family_name), p.person_id)
    )
    return [
        Known(
            place_id=row.id,
            person_id=row.person_id,
            name=listed(row.full_name, row.family_name),
            names=_names(row.full_name, row.family_name, row.known_as, row.name_on_certificate),
            email=row.email,
        )
        for row in rows
    ]


def _names(full: str, family: str, known_as: str, printed: str) -> tuple[str, ...]:
    """Return all that a person goes by: “Elizabeth Pugh”, “Beth Pugh”, the name in print."""
    called = known_as if not family or family in known_as else f"{known_as} {family}"
    return tuple(
        dict.fromkeys(name for name in (full, printed, called if known_as else "") if name)
    )


@allowed(*STAFF)
def remembered_names(db: Db) -> dict[str, int]:
    """Return whom the names of earlier reports belong to, by the folded name."""
    return {
        row.name: row.person_id
        for row in db.execute(select(MeetingName.name, MeetingName.person_id))
    }


@allowed(*STAFF)
def reported_stays(db: Db, session_id: int) -> Stays:
    """Return what earlier reports of a session said."""
    stay, found = ReportedStay, defaultdict[int, list[Reported]](list)
    wanted = (
        select(stay.place_id, stay.report, stay.joined, stay.left, stay.seconds)
        .where(stay.session_id == session_id)
        .order_by(stay.id)
    )
    for row in db.execute(wanted):
        found[row.place_id].append(Reported(row.report, row.joined, row.left, row.seconds))
    return found


@allowed(*STAFF)
def marks_of(db: Db, session_id: int) -> dict[int, tuple[Letter, str]]:
    """Return the marks of a session and where they came from, by place."""
    wanted = select(Mark.place_id, Mark.letter, Mark.source).where(
        Mark.session_id == session_id, Mark.letter.is_not(None)
    )
    return {row.place_id: (row.letter, row.source) for row in db.execute(wanted) if row.letter}
