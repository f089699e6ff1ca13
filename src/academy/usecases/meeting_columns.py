"""Reports of unknown columns: what the user said they hold is remembered for the same headers."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from academy.domain.remembered import ColumnChoice
from academy.domain.words import FileProblem
from academy.exchange.meetings import ByHand, MeetingReport, read_meeting
from academy.exchange.meetings.by_hand import LEAVE_OUT, ReportColumn, headers_of, report_columns
from academy.exchange.meetings.report import DateOrder
from academy.exchange.people_columns import headers_key
from academy.store.journal import Db
from academy.usecases.rights import STAFF, allowed

_OURS = "meeting report\n"  # a list of people with the same headers has columns of its own


def by_hand(columns: tuple[ReportColumn, ...]) -> ByHand:
    """Return what was said of the columns, as a report is read by it and remembered."""
    fields = tuple((one.at, one.field) for one in columns if one.field != LEAVE_OUT)
    return ByHand(headers_of(columns), fields)


@allowed(*STAFF)
def read_report(
    db: Db, data: bytes, name: str, day: date | None, order: DateOrder | None = None
) -> MeetingReport:
    """Read a report by its labels; where they are unknown, as its columns were named before.

    Raises FileProblem as `read_meeting` does.
    """
    try:
        report = read_meeting(data, name, day, order)
    except FileProblem as problem:
        if problem.rule != "not_a_meeting_report" or (known := _remembered(db, data)) is None:
            raise
        return read_meeting(data, name, day, order, columns=known)
    if not any(note.key == "columns_inferred" for note in report.notes):
        return report
    known = _remembered(db, data)
    return read_meeting(data, name, day, order, columns=known) if known else report


def _remembered(db: Db, data: bytes) -> ByHand | None:
    headers = headers_of(report_columns(data))
    if not any(headers):
        return None
    kept = db.scalar(select(ColumnChoice.fields).where(ColumnChoice.headers == _key(headers)))
    if not kept:
        return None
    return ByHand(headers, tuple((int(at), str(field)) for at, field in kept.items()))


@allowed(*STAFF)
def remember_columns(db: Db, chosen: ByHand | None) -> None:
    """Remember what the columns of a report were said to hold; part of applying it."""
    if chosen is None or not any(chosen.headers):
        return
    key, fields = _key(chosen.headers), {str(at): field for at, field in chosen.fields}
    kept = db.scalar(select(ColumnChoice).where(ColumnChoice.headers == key))
    if kept is None:
        db.add(ColumnChoice(headers=key, fields=fields))
    elif kept.fields != fields:
        kept.fields = fields


def _key(headers: tuple[str, ...]) -> str:
    return _OURS + headers_key(headers)
