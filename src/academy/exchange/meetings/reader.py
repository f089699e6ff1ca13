"""One meeting report, from bytes to people."""

from __future__ import annotations

from datetime import date, datetime

from academy.domain.words import FileProblem
from academy.exchange import text as texts
from academy.exchange.meetings import labels
from academy.exchange.meetings.columns import complete, without_header
from academy.exchange.meetings.dateorder import date_order
from academy.exchange.meetings.layout import Layout, Table, layout_of
from academy.exchange.meetings.lines import MOMENTS, Reading, dates_in, lines_of
from academy.exchange.meetings.moments import Written, written
from academy.exchange.meetings.people import people_of
from academy.exchange.meetings.report import DateOrder, Line, MeetingReport, Note, Source

MAX_LINES = 50_000  # the largest town halls have 20,000 people


def read_meeting(
    data: bytes, name: str, day: date | None, order: DateOrder | None = None
) -> MeetingReport:
    """Read an attendance report of Teams, Zoom or Google Meet.

    `name` is the file's name (downloads carry a date in it), `day` the session's date if it is
    known, `order` the user's answer where the report was undecided. An undecided report is read
    day first, to be shown and not to be used. Raises FileProblem: file_empty, file_too_large,
    file_not_text (kind), not_a_meeting_report (headers), dates_disagree (first, second), or a
    limit of `exchange.text`.
    """
    layout = layout_of(_text(data))
    if not layout.tables:
        without_header(layout)
    for table in layout.tables:
        complete(table)
    tables = [table for table in layout.tables if _holds_people(table)]
    if not tables:
        raise FileProblem("not_a_meeting_report", headers=_headers(layout))
    _within_limits(tables)
    return _report(layout, tables, name, day, order)


def _within_limits(tables: list[Table]) -> None:
    if sum(len(table.rows) for table in tables) > MAX_LINES:
        raise FileProblem("too_many_rows", limit=MAX_LINES)


def _text(data: bytes) -> str:
    if kind := texts.binary_kind(data):
        raise FileProblem("file_not_text", kind=kind)
    text = texts.decode(data).replace("\x00", "")
    if not text.strip():
        raise FileProblem("file_empty")
    return text


def _headers(layout: Layout) -> str:
    found = layout.tables[0].header if layout.tables else layout.first_row
    return ", ".join(" ".join(cell.split())[:40] for cell in found if cell.strip()[:1])[:200]


def _holds_people(table: Table) -> bool:
    """Tell a table of attendance: somebody, and a time or a duration or an answer of theirs."""
    if table.column("engaged") is not None or (table.section or 0) >= 4:
        return False
    somebody = table.column("name", "first", "last", "email") is not None
    return somebody and table.column(*MOMENTS, "duration", "total", "attended") is not None


def _is_activities(table: Table, tables: list[Table]) -> bool:
    """Tell section 3, also where its title was lost: joins after a table of first joins."""
    if table.section is not None:
        return table.section == 3
    first_joins = any(other.column("first_join") is not None for other in tables)
    return first_joins and table.column("first_join") is None and table.column("join") is not None


def _report(
    layout: Layout, tables: list[Table], name: str, day: date | None, told: DateOrder | None
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
    source = _source(tables, moments)
    return MeetingReport(
        source=source,
        generation=_generation(source, layout, tables),
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
    if role != "title" or not layout.facts:
        return None
    label, value = layout.facts[0]
    unknown = labels.meaning(label) is None and written(value) is None
    return value.strip() if unknown and value.strip() and not value.strip().isdigit() else None


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


def _source(tables: list[Table], moments: list[Written]) -> Source:
    """Tell the program that wrote a report by labels that only it uses."""
    found = {labels.folded(label) for table in tables for label in table.header}
    if found & {"time joined", "time exited"}:
        return "meet"
    if any(labels.is_zoom_name(label) or label.endswith(("(minutes)", "(min)")) for label in found):
        return "zoom"
    if found & {"user email", "recording consent", "in waiting room"}:
        return "zoom"
    if any("(min" in label for label in found):
        return "zoom"
    return "meet" if moments and not any(moment.numbers for moment in moments) else "teams"


def _generation(source: Source, layout: Layout, tables: list[Table]) -> str:
    """Name the form of the report, for people who look for what they downloaded."""
    has = {role for table in tables for role in table.roles}
    if source == "meet":
        return "first and last" if has & {"first", "last"} else "name"
    if "attended" in has or "registered" in has:
        return "webinar"
    if source == "zoom":
        return "joins" if has & set(MOMENTS) else "totals"
    if any("utc" in labels.folded(label) for table in tables for label in table.header):
        return "live event"
    if "action" in has:
        return "list"
    sections = any(table.section is not None for table in layout.tables)
    return "sections" if sections or "first_join" in has else "summary"
