"""What was changed, by whom and when: of one record, and lately."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import CompoundSelect, Select, func, select, union

from academy.domain.attendance import Mark
from academy.domain.base import Entity
from academy.domain.certificates import Certificate
from academy.domain.cohorts import Cohort, Place, RequirementMet
from academy.domain.locking import SessionReopening
from academy.domain.mentoring import MentoringMeeting, MentoringPair
from academy.domain.sessions import TrainingSession
from academy.domain.visitors import SessionVisitor
from academy.store import history
from academy.store.history import Edit, Line
from academy.store.journal import Db
from academy.store.tables import Bar, Kind, journal_changes
from academy.usecases.rights import ADMINISTRATORS, allowed

_SINGLE = frozenset({"mark", "clear_marks", "mark_several"})
_FAR_ENOUGH = 2_000  # entries back in which rows are looked for that are there no more


@dataclass(frozen=True)
class Change:
    """A line of History. Several entries are neighbouring single marks, to be undone together.

    `why_not` says why it cannot be undone; none: it can.
    """

    entries: tuple[int, ...]
    at: datetime
    by: str
    key: str
    facts: Mapping[str, int | str]
    kind: Kind
    rows: int
    why_not: Bar | None


@allowed(*ADMINISTRATORS)
def record_history(db: Db, table: str, row_id: int) -> list[Edit]:
    """Return who changed which field of a record, and when; the newest first."""
    return history.history(db, table, row_id)[::-1]


@allowed(*ADMINISTRATORS)
def recent_changes(db: Db, limit: int, cohort_id: int | None = None) -> list[Change]:
    """Return the latest changes of the academy or of one cohort, the newest first.

    Neighbouring single marks by one person in one session are one line.
    """
    among = None if cohort_id is None else about_cohort(db, cohort_id)
    lines = history.entries(db, limit, among=among)
    return _folded(db, lines)


def _folded(db: Db, lines: Sequence[Line]) -> list[Change]:
    sessions = _sessions_of_single_marks(db, lines)
    changes: list[Change] = []
    last: tuple[str, str, Bar | None] | None = None
    for line in lines:
        entry, session = line.entry, sessions.get(line.entry.id)
        this = None if session is None else (entry.by, session, line.why_not)
        if this is not None and this == last:
            changes[-1] = _with(changes[-1], entry.id, session or "")
        else:
            changes.append(change(line))
        last = this
    return changes


def change(line: Line) -> Change:
    """Return an entry as a line of History."""
    entry = line.entry
    return Change(
        (entry.id,), entry.at, entry.by, entry.key, entry.facts, entry.kind, line.rows,
        line.why_not,
    )  # fmt: skip


def _with(change: Change, entry_id: int, session: str) -> Change:
    """Return a line with one more single mark in it."""
    facts: dict[str, int | str] = {"n": change.rows + 1, "session": session}
    entries = (*change.entries, entry_id)
    return replace(
        change, entries=entries, key="marks_in_session", facts=facts, rows=change.rows + 1
    )


def _sessions_of_single_marks(db: Db, lines: Sequence[Line]) -> dict[int, str]:
    """Return the session's title of every entry that set or cleared one mark."""
    single = [
        line.entry.id
        for line in lines
        if line.entry.key in _SINGLE and line.entry.kind is Kind.DO and line.rows == 1
    ]
    c = journal_changes.c  # asked for a table, SQLite would look through all changes of it
    wanted = select(c.entry_id, c.table_name, c.row_id, c.before, c.after).where(
        c.entry_id.in_(single)
    )
    changes = [row for row in db.execute(wanted) if row.table_name == Mark.__tablename__]
    marks = select(Mark.id, Mark.session_id).where(Mark.id.in_({row.row_id for row in changes}))
    known = {row.id: row.session_id for row in db.execute(marks)}
    of_entry = {
        row.entry_id: {**(row.before or {}), **(row.after or {})}.get("session_id")
        or known.get(row.row_id)
        for row in changes
    }
    titled = select(TrainingSession.id, TrainingSession.title).where(
        TrainingSession.id.in_({session for session in of_entry.values() if session})
    )
    titles = {row.id: row.title for row in db.execute(titled)}
    return {entry: titles[session] for entry, session in of_entry.items() if session in titles}


def about_cohort(db: Db, cohort_id: int) -> CompoundSelect[int]:
    """Select the entries that changed rows of a cohort, those there no more included."""
    places = select(Place.id).where(Place.cohort_id == cohort_id)
    pairs = select(MentoringPair.id).where(MentoringPair.cohort_id == cohort_id)
    sessions = select(TrainingSession.id).where(TrainingSession.cohort_id == cohort_id)
    here: list[tuple[type[Entity], Select[int]]] = [
        (Cohort, select(Cohort.id).where(Cohort.id == cohort_id)),
        (Place, places),
        (TrainingSession, sessions),
        (
            SessionReopening,
            select(SessionReopening.id).where(SessionReopening.session_id.in_(sessions)),
        ),
        (SessionVisitor, select(SessionVisitor.id).where(SessionVisitor.session_id.in_(sessions))),
        (Mark, select(Mark.id).where(Mark.place_id.in_(places))),
        (RequirementMet, select(RequirementMet.id).where(RequirementMet.place_id.in_(places))),
        (MentoringPair, pairs),
        (MentoringMeeting, select(MentoringMeeting.id).where(MentoringMeeting.pair_id.in_(pairs))),
        (Certificate, select(Certificate.id).where(Certificate.place_id.in_(places))),
    ]
    c, recent = journal_changes.c, history.latest(db) - _FAR_ENOUGH
    gone = [
        (Mark, "place_id", places),
        (TrainingSession, "cohort_id", select(Cohort.id).where(Cohort.id == cohort_id)),
        (Place, "cohort_id", select(Cohort.id).where(Cohort.id == cohort_id)),
    ]
    return union(
        *(
            select(c.entry_id).where(c.table_name == kind.__tablename__, c.row_id.in_(ids))
            for kind, ids in here
        ),
        *(
            select(c.entry_id).where(
                c.entry_id > recent,
                c.table_name.concat("") == kind.__tablename__,  # not along the index of all marks
                func.json_extract(func.coalesce(c.before, c.after), f"$.{column}").in_(ids),
            )
            for kind, column, ids in gone
        ),
    )
