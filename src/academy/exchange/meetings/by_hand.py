"""A table whose columns no program and no content tells: the user says what they are.

A column is known by its position, because headers may be empty or repeat. Two columns that hold
the name are given name and family name, in the order they stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from academy.domain.words import FileProblem
from academy.exchange import text as texts
from academy.exchange.meetings.columns import complete
from academy.exchange.meetings.layout import (
    LOOKED_AT,
    Layout,
    Table,
    cells_of,
    looks_like_data,
    unsplit,
)

NAME: Final = "name"
LEAVE_OUT: Final = "leave_out"
FIELDS: Final = (NAME, "email", "joined", "left", "minutes", LEAVE_OUT)
_ROLES: Final = {NAME: "name", "email": "email", "joined": "join", "left": "leave",
                 "minutes": "duration"}  # fmt: skip
_FIELDS: Final = {
    "name": NAME, "first": NAME, "last": NAME, "email": "email", "join": "joined",
    "first_join": "joined", "at": "joined", "leave": "left", "last_leave": "left",
    "duration": "minutes", "total": "minutes",
}  # fmt: skip


@dataclass(frozen=True)
class ReportColumn:
    """A column to be asked about: its header, what stands in it first, what it may be."""

    at: int
    header: str
    example: str
    field: str


def report_columns(data: bytes) -> tuple[ReportColumn, ...]:
    """List the columns of a table of people; empty where the file holds no table.

    Raises FileProblem as `read_meeting` does for what is no text.
    """
    header, rows, _ = _grid(text_of(data))
    if len(rows) < 1 or max(len(row) for row in rows) < 2:
        return ()
    table = Table(None, list(header), _known(header), rows)
    complete(table)
    fields = _once([_FIELDS.get(role or "", LEAVE_OUT) for role in table.roles])
    return tuple(
        ReportColumn(at, " ".join(label.split()), _example(rows, at), fields[at])
        for at, label in enumerate(table.header)
        if label.strip() or _example(rows, at)
    )


def with_field(columns: tuple[ReportColumn, ...], at: int, field: str) -> tuple[ReportColumn, ...]:
    """Say what a column is; another that was it is left out, but for a second name."""

    def now(one: ReportColumn) -> str:
        if one.at == at:
            return field
        return LEAVE_OUT if one.field == field != NAME else one.field

    return tuple(ReportColumn(one.at, one.header, one.example, now(one)) for one in columns)


def headers_of(columns: tuple[ReportColumn, ...]) -> tuple[str, ...]:
    """Return the headers under which a choice is remembered."""
    return tuple(column.header for column in columns)


def layout_by_hand(text: str, fields: Mapping[int, str]) -> Layout:
    """Return the layout of a table whose columns were named by hand.

    Raises FileProblem: who_is_missing without a name or address, when_is_missing without a time
    or minutes.
    """
    given = {field for field in fields.values() if field in _ROLES}
    if not given & {NAME, "email"}:
        raise FileProblem("who_is_missing")
    if not given & {"joined", "left", "minutes"}:
        raise FileProblem("when_is_missing")
    header, rows, above = _grid(text)
    width = max([len(header), *fields, *(len(row) for row in rows)]) + 1
    header = [*header, *[""] * (width - len(header))]
    table = Table(None, header, _roles(fields, width), rows)
    unsplit(table)
    return Layout(tables=[table], loose=above, first_row=list(header))


def text_of(data: bytes) -> str:
    """Decode a report. Raises FileProblem: file_not_text, file_empty, file_too_large."""
    if kind := texts.binary_kind(data):
        raise FileProblem("file_not_text", kind=kind)
    text = texts.decode(data).replace("\x00", "")
    if not text.strip():
        raise FileProblem("file_empty")
    return text


def _roles(fields: Mapping[int, str], width: int) -> list[str | None]:
    roles: list[str | None] = [_ROLES.get(fields.get(at, "")) for at in range(width)]
    named = [at for at, role in enumerate(roles) if role == "name"]
    if len(named) > 1:
        roles[named[0]], roles[named[1]] = "first", "last"
    return roles


def _known(header: list[str]) -> list[str | None]:
    from academy.exchange.meetings.labels import meaning

    return [role if (role := meaning(cell)) in _FIELDS else None for cell in header]


def _once(fields: list[str]) -> list[str]:
    """Let the first column keep a field; two may hold parts of the name."""
    seen: list[str] = []
    for field in fields:
        room = 2 if field == NAME else 1
        full = field != LEAVE_OUT and seen.count(field) >= room
        seen.append(LEAVE_OUT if full else field)
    return seen


def _example(rows: list[list[str]], at: int) -> str:
    found = (" ".join(row[at].split()) for row in rows if at < len(row))
    return next((cell[:60] for cell in found if cell), "")


def _grid(text: str) -> tuple[list[str], list[list[str]], list[list[str]]]:
    """Split a text into header, rows and what stands above the header.

    The header is the first row that is as wide as most rows and holds no data; a table whose
    first wide row is data has none.
    """
    grid = [row for row in cells_of(text) if any(cell.strip() for cell in row)]
    widths = [sum(bool(cell.strip()) for cell in row) for row in grid]
    sample = sorted(widths[:LOOKED_AT])
    usual = sample[len(sample) // 2] if sample else 0
    start = next((at for at, width in enumerate(widths) if width * 3 >= usual * 2), 0)
    if not grid:
        return [], [], []
    if any(looks_like_data(cell) for cell in grid[start] if cell.strip()):
        return [], grid[start:], grid[:start]
    return grid[start], grid[start + 1 :], grid[:start]
