"""What the columns of a list of sessions hold: a plain list, ours, or mod_attendance’s own form.

The headers of mod_attendance are those of its sessions import (`Course shortname`, `from:`, …).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from academy.exchange.column_words import header_key
from academy.exchange.meetings.dateorder import Readings, date_order
from academy.exchange.meetings.moments import written
from academy.exchange.meetings.report import DateOrder
from academy.exchange.tables.model import Cell, Table, cell_text

FIELDS: Final = {
    "session_id": "session id",
    "title": """session|title|session title|session name|name|topic|theme|subject|module|workshop
        |description|event|event name|what""",
    "date": "date|day|session date|start date|held on|when",
    "hours": "time|times|hours",
    "starts": "starts|start|start time|from|begins|begin|starts at|time from",
    "ends": "ends|end|end time|to|until|finish|finishes|finish time|ends at|time to",
    "format": "format|mode|delivery",
    "room": "room|place|venue|location|where|address",
    "link": "link|url|meeting link|joining link|join link|teams link|zoom link",
    "facilitators": """facilitators|facilitator|led by|trainer|trainers|tutor|tutors|speaker
        |speakers|lead""",
    "required": "required|mandatory|must attend",
    "state": "state|status",
    "second_hour": "second hour",
    "staff_notes": "notes|note|staff notes|comments",
    "repeat_on": "repeat on",
    "repeat_every": "repeat every",
    "repeat_until": "repeat until",
}
_BY_WORDS: Final = {
    " ".join(words.split()): field for field, said in FIELDS.items() for words in said.split("|")
}
OF_OURS: Final = {
    "session_id": "Session ID", "title": "Session", "date": "Date", "starts": "Starts",
    "ends": "Ends", "second_hour": "Second hour", "format": "Format", "room": "Room",
    "link": "Link", "facilitators": "Facilitators", "required": "Required", "state": "State",
    "staff_notes": "Notes",
}  # fmt: skip
"""The headers of the list that goes out, by field."""
OF_MOD_ATTENDANCE: Final = (
    "Course shortname", "Groups", "Date", "from:", "to:", "Description", "Repeat on",
    "Repeat every", "Repeat until", "Allow students to record own attendance",
    "Allow students to update own attendance", "Student password", "Random password", "Subnet",
    "Automatic marking", "Automatically select highest status available", "Absentee report",
    "Prevent students sharing IP address", "Time to allow re-use of IP address (minutes)",
    "Create calendar event for session", "Include QR code", "Rotate QR code",
    "Open session early for marking",
)  # fmt: skip
"""The headers that mod_attendance imports sessions by, in its order."""


@dataclass(frozen=True)
class SessionColumns:
    """Which column is which field; `others` say nothing of a session."""

    fields: Mapping[str, int]
    others: tuple[int, ...]

    @property
    def dated(self) -> bool:
        """Whether the list says when each session is: a day and a time, or both in one cell."""
        return "starts" in self.fields or {"date", "hours"} <= self.fields.keys()

    def text(self, row: Sequence[Cell], name: str) -> str:
        """Return the text of a row's cell of a field, "" where there is no such column."""
        return cell_text(row[self.fields[name]]).strip() if name in self.fields else ""


def session_columns(table: Table) -> SessionColumns:
    """Recognise columns by their headers; the first of two that mean the same counts."""
    fields: dict[str, int] = {}
    others: list[int] = []
    for number, header in enumerate(table.headers):
        name = _BY_WORDS.get(header_key(header), "")
        if not name or name in fields:
            others.append(number)
        else:
            fields[name] = number
    return SessionColumns(fields, tuple(others))


def unused(table: Table, columns: SessionColumns) -> tuple[str, ...]:
    """Return the headers of the other columns that hold something; 0 and blank are nothing."""
    said = [
        at for at in columns.others if any(t.strip() not in ("", "0") for t in table.column(at))
    ]
    return tuple(table.headers[at] or str(at + 1) for at in said)


def order_of_dates(table: Table, columns: SessionColumns) -> tuple[DateOrder | None, Readings]:
    """Return in which order day and month stand, or no order and both readings of the first day.

    Raises FileProblem dates_disagree where no single order fits the whole list.
    """
    dated = [
        found
        for name in ("date", "starts", "repeat_until")
        if name in columns.fields
        for text in table.column(columns.fields[name])
        if (found := written(text.strip())) is not None and found.numbers
    ]
    real = [found for found in dated if found.day("DMY") or found.day("MDY")]
    return date_order(real, [], None, "")


def day_in(text: str, order: DateOrder | None) -> date | None:
    """Return the day that stands in a cell as numbers; none where there is no such day."""
    found = written(text)
    return found.day(order) if found is not None else None
