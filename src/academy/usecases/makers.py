"""Who set the marks of a session, and when: read from the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select

from academy.domain.attendance import Mark
from academy.store.journal import Db
from academy.store.tables import journal_changes, journal_entries
from academy.usecases.rights import STAFF, allowed


@dataclass(frozen=True)
class Made:
    """Whose doing a mark is, and the moment in UTC."""

    by: str
    at: datetime


@allowed(*STAFF)
def marks_made(db: Db, session_id: int) -> dict[int, Made]:
    """Return who set each mark of a session as it stands now, by place, in one statement.

    Marks that came with the first contents of the academy are nobody's doing.
    """
    later = journal_changes.alias()
    set_it = func.json_extract(later.c.after, "$.letter").is_not(None)
    newest = (
        select(func.max(later.c.entry_id))
        .where(later.c.table_name == Mark.__tablename__, later.c.row_id == Mark.id, set_it)
        .correlate(Mark)
        .scalar_subquery()
    )
    entry = journal_entries.c
    wanted = (
        select(Mark.place_id, entry.by, entry.at)
        .join(journal_entries, entry.id == newest)
        .where(Mark.session_id == session_id, Mark.letter.is_not(None))
    )
    return {place: Made(by, at.replace(tzinfo=UTC)) for place, by, at in db.execute(wanted)}
