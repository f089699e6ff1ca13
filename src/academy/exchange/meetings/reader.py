"""One meeting report, from bytes to people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from academy.domain.words import FileProblem
from academy.exchange.collector import collector_resting
from academy.exchange.meetings import labels
from academy.exchange.meetings.by_hand import layout_by_hand, text_of
from academy.exchange.meetings.columns import complete, without_header
from academy.exchange.meetings.dateorder import date_order
from academy.exchange.meetings.layout import Layout, Table, layout_of
from academy.exchange.meetings.lines import MOMENTS, Reading, dates_in, lines_of
from academy.exchange.meetings.moments import Written, written
from academy.exchange.meetings.people import people_of
from academy.exchange.meetings.programs import generation_of, source_of
from academy.exchange.meetings.report import ByHand, DateOrder, Line, MeetingReport, Note

MAX_LINES = 50_000  # the largest town halls have 20,000 people


def read_meeting(
    data: bytes,
    name: str,
    day: date | None,
    order: DateOrder | None = None,
    *,
    columns: ByHand | None = None,
) -> MeetingReport:
    """Read an attendance report of Teams, Zoom, Google Meet, Webex or a tracker of one of them.

    `name` is the file's name (downloads carry a date in it), `day` the session's date if it is
    known, `order` the user's answer where the report was undecided, `columns` what the user said
    the columns are (see `by_hand`). An undecided report is read day first, to be shown and not to
    be used. Raises FileProblem: file_empty, file_too_large, file_not_text (kind),
    not_a_meeting_report (headers), dates_disagree (first, second), who_is_missing,
    when_is_missing, or a limit of `exchange.text`.
    """
    with collector_resting():
        return _read(text_of(data), name, day, order, columns)


def _read(
    text: str, name: str, day: date | None, order: DateOrder | None, columns: ByHand | None
) -> MeetingReport:
    if columns is not None:
        layout = layout_by_hand(text, dict(columns.fields))
        _within_limits(layout.tables)
        return replace(_report(layout, layout.tables, name, day, order, columns), by_hand=columns)
    layout = layout_of(text)
    if not layout.tables:
        without_header(layout)
    for table in layout.tables:
        complete(table)
    tables = [table for table in layout.tables if _holds_people(table)]
    if not tables:
        raise FileProblem("not_a_meeting_report", headers=_headers(layout))
    tables += [table for table in layout.tables if _is_list_of_registered(table)]
    _within_limits(tables)
    return _report(layout, tables, name, day, order)


def _within_limits(tables: list[Table]) -> None:
    if sum(len(table.rows) for table in tables) > MAX_LINES:
        raise FileProblem("too_many_rows", limit=MAX_LINES)


def _headers(layout: Layout) -> str:
    found = layout.tables[0].header if layout.tables else layout.first_row
    return ", ".join(" ".join(cell.split())[:40] for cell in found if cell.strip()[:1])[:200]


def _holds_people(table: Table) -> bool:
    """Tell a table of attendance: somebody, and a time or a duration or an answer of theirs."""
    if table.column("engaged") is not None:
        return False
    if (table.section or 0) >= 4 and not {"join", "leave"} <= _labelled(table):
        return False
    somebody = table.column("name", "first", "last", "email") is not None
    return somebody and table.column(*MOMENTS, "duration", "total", "attended") is not None


def _labelled(table: Table) -> set[str | None]:
    return {labels.meaning(label) for label in table.header}


def _is_list_of_registered(table: Table) -> bool:
    """Tell the list of a webinar that says who registered, and nothing of who came."""
    somebody = table.column("name", "first", "last", "email") is not None
    told = table.column(*MOMENTS, "duration", "total", "attended", "engaged") is not None
    return somebody and not told and table.column("registered") is not None


def _is_activities(table: Table, tables: list[Table]) -> bool:
    """Tell section 3, also where its title was lost: joins after a table of first joins."""
    if table.section is not None:
        return table.section >= 3 and table.column("first_join") is None
    first_joins = any(other.column("first_join") is not None for other in tables)
    return first_joins and table.column("first_join") is None and table.column("join") is not None


def _report(
    layout: Layout,
    tables: list[Table],
    name: str,
    day: date | None,
    told: DateOrder | None,
    columns: ByHand | None = None,
) -> MeetingReport:
    moments, others = dates_in(layout, tables)
    order, readings = (told, ()) if told else date_order(moments, others, day, name)
    reading = Reading(order, day)
    lines: list[Line] = []
    activities: list[Line] = []
    for table in tables:
        into = activities if _is_activities(table, tables) else lines
        into += lines_of(table, reading)
    starts, ends = _bounds(layout, reading)
    times = [moment for line in lines + activities for moment in (line.join, line.leave) if moment]
    last = max([*times, *([ends] if ends else [])], default=None)
    people, notes = people_of(lines, activities, last)
    source = "report" if columns else source_of(tables, layout, moments)
    return MeetingReport(
        source=source,
        generation=generation_of(source, layout, tables),
        title=_summary(layout, "title"),
        starts=starts or min(times, default=None),
        ends=ends or last,
        utc=_is_utc(tables, moments),
        date_order=order,
        readings=readings,
        people=tuple(people),
        has_times=bool(times),
        notes=(*reading.notes, *notes, *_notes(tables, moments, times, lines + activities)),
        lines=tuple(lines),
        activities=tuple(activities),
    )


def _notes(
    tables: list[Table], moments: list[Written], times: list[datetime], lines: list[Line]
) -> list[Note]:
    """Say what the user should know about the report as a whole."""
    told = {
        "nobody": not lines,
        "totals_only": bool(lines) and not times,
        "columns_inferred": any(table.inferred for table in tables),
        "times_without_date": bool(times) and not any(found.numbers for found in moments),
        "waiting_room_left_out": any(line.waiting for line in lines),
    }
    return [Note(key) for key, holds in told.items() if holds]


def _summary(layout: Layout, role: str) -> str | None:
    """Give a value of the summary by its label; the title of an unknown language comes first."""
    for label, value in layout.facts:
        if labels.meaning(label) == role and value.strip():
            return value.strip()
    if stated := _on_a_row(layout, role):
        return stated
    if role != "title" or not layout.facts:
        return None
    label, value = layout.facts[0]
    unknown = labels.meaning(label) is None and written(value) is None
    return value.strip() if unknown and value.strip() and not value.strip().isdigit() else None


def _on_a_row(layout: Layout, role: str) -> str | None:
    """Give what each row says of the meeting itself, as Webex writes it."""
    for table in layout.tables:
        column = table.column(role)
        if column is not None and table.rows and column < len(table.rows[0]):
            return table.rows[0][column].strip() or None
    return None


def _bounds(layout: Layout, reading: Reading) -> tuple[datetime | None, datetime | None]:
    """Give the start and end that the summary states; by content where its labels are unknown."""
    start, end = _summary(layout, "start"), _summary(layout, "end")
    if start is None and end is None:
        values = [value for label, value in layout.facts if labels.meaning(label) is None]
        dated = [value for value in values if (found := written(value)) and found.numbers]
        start, end = (dated[0], dated[1]) if len(dated) >= 2 else (None, None)
    return reading.moment(start or ""), reading.moment(end or "")


def _is_utc(tables: list[Table], moments: list[Written]) -> bool:
    named = (
        "utc" in labels.folded(table.header[column])
        for table in tables
        for column in table.columns(*MOMENTS)
    )
    return any(named) or (bool(moments) and all(found.utc for found in moments))
