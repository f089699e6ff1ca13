"""What goes out of sessions: a list with all that is known, and mod_attendance’s two own forms.

The list comes back through the import of sessions as it went out. mod_attendance’s forms hold
less: its sessions have neither place nor facilitator, its marks are of one session.
"""

from __future__ import annotations

from datetime import time

from sqlalchemy import select

from academy.domain.attendance import Mark
from academy.domain.cohorts import Cohort, Place
from academy.domain.names import folded, sort_key
from academy.domain.people import Person
from academy.domain.sessions import TrainingSession
from academy.domain.words import RuleBroken, SessionState
from academy.exchange.session_columns import OF_MOD_ATTENDANCE, OF_OURS
from academy.store.journal import Db
from academy.usecases.exports import Cell, ExportTable
from academy.usecases.facilitators import Facilitator, facilitators_called
from academy.usecases.rights import ADMINISTRATORS, allowed
from academy.usecases.sessions import SessionDraft, session, sessions

_SETTINGS = {
    "Allow students to record own attendance": "0",
    "Allow students to update own attendance": "0",
    "Random password": "0",
    "Automatic marking": "0",
    "Automatically select highest status available": "0",
    "Absentee report": "1",
    "Prevent students sharing IP address": "0",
    "Create calendar event for session": "1",
    "Include QR code": "0",
    "Rotate QR code": "0",
    "Open session early for marking": "0",
}
"""mod_attendance’s own settings as they are until somebody chooses others."""


@allowed(*ADMINISTRATORS)
def sessions_list(db: Db, cohort_id: int | None = None) -> ExportTable:
    """Return the sessions of one or all cohorts with all that is known of them."""
    drafts = [session(db, row.id) for row in sessions(db, cohort_id)]
    names = {one.name for draft in drafts for one in draft.facilitators}
    shared = {folded(name) for name in names if len(facilitators_called(db, name)) > 1}
    rows = [(draft.cohort, *_cells(draft, shared)) for draft in drafts]
    return ExportTable(("Cohort", *OF_OURS.values()), rows)


def _cells(draft: SessionDraft, shared: set[str]) -> tuple[Cell, ...]:
    second = {None: "", True: "yes", False: "no"}[draft.second_hour]
    cells: dict[str, Cell] = {
        "session_id": draft.id,
        "title": draft.title,
        "date": draft.held_on,
        "starts": _clock(draft.starts),
        "ends": _clock(draft.ends),
        "second_hour": second,
        "format": draft.format.value.replace("_", " "),
        "room": draft.room,
        "link": draft.link,
        "facilitators": "; ".join(_named(one, shared) for one in draft.facilitators),
        "required": "yes" if draft.required else "no",
        "state": draft.state.value.replace("_", " "),
        "staff_notes": draft.staff_notes,
    }
    return tuple(cells[name] for name in OF_OURS)


def _named(one: Facilitator, shared: set[str]) -> str:
    """Return a name, or the address of somebody whose name others have too."""
    return one.email if one.email and folded(one.name) in shared else one.name


def _clock(at: time) -> str:
    return at.strftime("%H:%M")


@allowed(*ADMINISTRATORS)
def sessions_for_moodle(db: Db, cohort_id: int | None = None) -> ExportTable:
    """Return the planned sessions in the form in which mod_attendance imports sessions.

    Its course is the cohort’s name. Cancelled sessions and those not held stay here.
    """
    names = {row.id: row.name for row in db.execute(select(Cohort.id, Cohort.name))}
    rows: list[tuple[Cell, ...]] = []
    for row in sessions(db, cohort_id):
        if row.state is SessionState.PLANNED:
            told = {
                **_SETTINGS, "Course shortname": names[row.cohort_id],
                "Date": row.held_on.isoformat(), "from:": _clock(row.starts),
                "to:": _clock(row.ends), "Description": row.title,
            }  # fmt: skip
            rows.append(tuple(told.get(header, "") for header in OF_MOD_ATTENDANCE))
    return ExportTable(OF_MOD_ATTENDANCE, rows)


@allowed(*ADMINISTRATORS)
def marks_for_moodle(db: Db, session_id: int) -> ExportTable:
    """Return the marks of one session in the form in which mod_attendance imports marks.

    A user is an e-mail address. Who has none is in `left_out`; who is not marked is nowhere.
    """
    if db.get(TrainingSession, session_id) is None:
        raise RuleBroken("session_unknown", session=session_id)
    wanted = (
        select(Person.full_name, Person.family_name, Person.email, Mark.letter)
        .join(Place, Place.person_id == Person.id)
        .join(Mark, Mark.place_id == Place.id)
        .where(Mark.session_id == session_id, Mark.letter.is_not(None))
    )
    found = sorted(db.execute(wanted), key=lambda row: sort_key(row.full_name, row.family_name))
    rows: list[tuple[Cell, ...]] = [
        (row.email, "", row.letter.value) for row in found if row.email and row.letter
    ]
    left_out = tuple(row.full_name for row in found if not row.email)
    return ExportTable(("user", "scantime", "status"), rows, left_out)
