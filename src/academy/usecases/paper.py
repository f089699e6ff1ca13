"""The register on paper: what its documents say, the documents themselves, and their files.

The queries read; everything below them touches no store, so that it can run in a task.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sqlalchemy import select

from academy.documents.register_facts import (
    OUT,
    FilledFacts,
    RegisterColumn,
    RegisterPerson,
    SheetPerson,
    SignInFacts,
)
from academy.domain.academy import Academy
from academy.domain.certificates import file_name
from academy.domain.cohorts import Cohort
from academy.domain.sessions import TrainingSession
from academy.domain.words import Letter, RuleBroken
from academy.store.journal import Db
from academy.usecases.certificate_files import write_files
from academy.usecases.certificates import IssuedFile
from academy.usecases.register import Register, RegisterRow, RegisterSession, register
from academy.usecases.rights import STAFF, allowed


@allowed(*STAFF)
def sign_in_sheet(db: Db, session_id: int) -> SignInFacts:
    """Return the sheet of a session: who holds a place that day, numbered as in the register."""
    session = db.get(TrainingSession, session_id)
    if session is None:
        raise RuleBroken("session_unknown", session=session_id)
    found = register(db, session.cohort_id, session.held_on)
    column = next(one for one in found.sessions if one.id == session_id)
    people = tuple(
        SheetPerson(row.number, row.name, _letter(row, column) is Letter.EXCUSED)
        for row in found.rows
        if row.attends(column)
    )
    return SignInFacts(
        _academy(db), found.programme, found.cohort, column.number, column.title, column.held_on,
        column.starts, column.ends, column.room, column.facilitator, people,
    )  # fmt: skip


@allowed(*STAFF)
def filled_register(db: Db, cohort_id: int, today: date) -> FilledFacts:
    """Return every mark of a cohort with rates and totals, as they stand today."""
    if db.get(Cohort, cohort_id) is None:
        raise RuleBroken("cohort_unknown", cohort=cohort_id)
    found = register(db, cohort_id, today)
    rates = [row.percent for row in found.rows if row.percent is not None]
    return FilledFacts(
        _academy(db), found.programme, found.cohort, found.target, found.late_counts_half, today,
        tuple(_column(found, session) for session in found.sessions),
        tuple(_person(found, row) for row in found.rows),
        sum(rates) // len(rates) if rates else None,
    )  # fmt: skip


def _academy(db: Db) -> str:
    return db.scalar(select(Academy.name)) or ""


def _letter(row: RegisterRow, session: RegisterSession) -> Letter | None:
    return row.marks[session.number - 1].letter


def _column(found: Register, session: RegisterSession) -> RegisterColumn:
    number = session.number - 1
    begun = session.counts and found.begun(number)
    return RegisterColumn(
        session.number,
        session.title,
        session.held_on,
        session.state,
        found.present(number) if begun else None,
        sum(row.attends(session) for row in found.rows),
    )


def _person(found: Register, row: RegisterRow) -> RegisterPerson:
    letters = tuple(
        (_letter(row, session) or "") if session.counts and row.attends(session) else OUT
        for session in found.sessions
    )
    below = found.target is not None and row.percent is not None and row.percent < found.target
    return RegisterPerson(
        row.number, row.name, row.withdrawn_on, letters, row.attended, row.marked, row.percent,
        below,
    )  # fmt: skip


# ---- documents and their files -----------------------------------------------------------------


def sign_in_pdf(facts: SignInFacts, *, large: bool = False) -> bytes:
    """Return the sign-in sheet as a PDF, in large type if wanted."""
    from academy.documents.register_texts import ENGLISH
    from academy.documents.sign_in_sheet import sign_in_sheet_pdf

    return sign_in_sheet_pdf(facts, ENGLISH, large=large)


def register_pdf(facts: FilledFacts) -> bytes:
    """Return the filled register as a PDF."""
    from academy.documents.filled_register import filled_register_pdf
    from academy.documents.register_texts import ENGLISH

    return filled_register_pdf(facts, ENGLISH)


def sign_in_name(facts: SignInFacts) -> str:
    """Return the safe name of a sheet's file: “Top Talent 7 Session 4 sign-in 2026-11-26.pdf”."""
    return file_name(facts.cohort, f"Session {facts.number} sign-in {facts.held_on}")


def register_name(facts: FilledFacts) -> str:
    """Return the safe name of a register's file: “Top Talent 7 register 2026-11-26.pdf”."""
    return file_name(facts.cohort, f"register {facts.today}")


def unprintable(names: Iterable[str]) -> list[str]:
    """Return the names that have letters the printed type lacks."""
    from academy.documents.faces import face

    return [name for name in names if face("AcademyInterface-Regular").missing(name)]


def save_pdf(path: Path, content: bytes) -> Path:
    """Write a document in place of an older one of its name; raise FileProblem if that fails."""
    return write_files(path.parent, [IssuedFile(0, path.name, content)])[0]
