"""What goes out as spreadsheets: people, marks, certificates, each row with its ids.

Headers are those that the import of people knows, so that a table comes back as it went out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from academy.domain.attendance import Mark
from academy.domain.cohorts import Cohort, Place
from academy.domain.names import sort_key
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.domain.sessions import TrainingSession
from academy.domain.words import PlaceState
from academy.store.journal import Db
from academy.usecases import certificates as log
from academy.usecases.marks_matching import grid_header
from academy.usecases.rights import ADMINISTRATORS, allowed
from academy.usecases.sessions import sessions

Cell = str | int | date | None


@dataclass(frozen=True)
class ExportTable:
    """A table to be written: its headers, rows of as many cells, and who could not be told."""

    headers: tuple[str, ...]
    rows: list[tuple[Cell, ...]]
    left_out: tuple[str, ...] = ()


@allowed(*ADMINISTRATORS)
def people(db: Db, cohort_id: int | None = None) -> ExportTable:
    """Return everybody, or the people of a cohort, with how to reach them."""
    wanted = (
        select(
            Person.id, Person.full_name, Person.family_name, Person.email, Person.phone,
            Person.job_title, func.coalesce(Organisation.name, ""), Person.external_id,
        )
        .outerjoin(Person.organisation)
        .order_by(Person.id)
    )  # fmt: skip
    if cohort_id is not None:
        wanted = wanted.join(Place, Place.person_id == Person.id).where(
            Place.cohort_id == cohort_id, Place.state != PlaceState.WITHDRAWN
        )
    headers = ("Person ID", "Full name", "Family name", "E-mail", "Phone", "Job title",
               "Organisation", "External ID")  # fmt: skip
    return ExportTable(headers, [tuple(row) for row in db.execute(wanted)])


@allowed(*ADMINISTRATORS)
def marks(db: Db, cohort_id: int | None = None) -> ExportTable:
    """Return all marks, one a row, with the session and the person they belong to."""
    wanted = (
        select(
            Cohort.name, Mark.session_id, TrainingSession.title, TrainingSession.held_on,
            Place.person_id, Person.full_name, Mark.letter, Mark.note,
        )
        .join(Mark.session)
        .join(Mark.place)
        .join(Place.person)
        .join(Place.cohort)
        .where(Mark.letter.is_not(None))
        .order_by(Cohort.id, TrainingSession.held_on, Mark.session_id, Person.id)
    )  # fmt: skip
    if cohort_id is not None:
        wanted = wanted.where(Place.cohort_id == cohort_id)
    headers = ("Cohort", "Session ID", "Session", "Date", "Person ID", "Full name", "Mark", "Note")
    rows: list[tuple[Cell, ...]] = [
        (*row[:6], row.letter.value if row.letter else "", row.note) for row in db.execute(wanted)
    ]
    return ExportTable(headers, rows)


@allowed(*ADMINISTRATORS)
def marks_grid(db: Db, cohort_id: int) -> ExportTable:
    """Return a cohort's marks as a grid: people by sessions, in the order of the register."""
    held = sessions(db, cohort_id)
    place, person = Place, Person
    wanted = select(
        place.id, person.id, person.full_name, person.family_name, person.email
    ).join(place.person).where(place.cohort_id == cohort_id)  # fmt: skip
    people = sorted(db.execute(wanted), key=lambda p: (sort_key(p[2], p[3]), p[1]))
    found = db.execute(
        select(Mark.place_id, Mark.session_id, Mark.letter)
        .join(Mark.place)
        .where(Place.cohort_id == cohort_id, Mark.letter.is_not(None))
    )
    letters = {(one.place_id, one.session_id): str(one.letter) for one in found}
    rows: list[tuple[Cell, ...]] = [
        (who[1], who[2], who[4], *(letters.get((who[0], one.id), "") for one in held))
        for who in people
    ]
    heads = [grid_header(one) for one in held]
    return ExportTable(("Person ID", "Full name", "E-mail", *heads), rows)


@allowed(*ADMINISTRATORS)
def certificates(db: Db, cohort_id: int | None = None) -> ExportTable:
    """Return the log of certificates, the oldest number first."""
    headers = ("Certificate ID", "Number", "Person ID", "Name printed", "Cohort", "Programme",
               "Kind", "Issued", "Expires", "State", "Since", "Reason", "Replaces",
               "Replaced by", "Template", "Key", "SHA-256")  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (c.id, c.number, c.person_id, c.printed_name, c.cohort, c.programme, c.kind.value,
         c.issued_on, c.expires_on, c.state.value, c.state_on, c.reason, c.replaces,
         c.replaced_by, c.template, c.key, c.sha256)
        for c in reversed(log.certificates(db, cohort_id))
    ]  # fmt: skip
    return ExportTable(headers, rows)
