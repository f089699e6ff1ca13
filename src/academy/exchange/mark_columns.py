"""What the columns of a list of marks hold: a grid of sessions, or one row per person and session.

mod_attendance's own list of marks (`user, scantime, status`) is of the second kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from academy.exchange.column_words import field_of_header, header_key
from academy.exchange.tables.model import Cell, Table

_WORDS: Final = {
    "person id": "person_id", "place id": "", "session id": "session_id",
    "session": "session", "session title": "session", "session name": "session",
    "title": "session", "date": "date", "session date": "date", "day": "date",
    "mark": "mark", "status": "mark", "attendance": "mark", "letter": "mark",
    "user": "user", "username": "user", "scantime": "scantime", "scan time": "scantime",
}  # fmt: skip
_OF_PEOPLE: Final = frozenset({"full_name", "given_name", "family_name", "email", "external_id"})
WHO: Final = ("person_id", "full_name", "given_name", "email", "external_id", "user")


@dataclass(frozen=True)
class MarkColumns:
    """Which column is which field; in a grid, `others` may each be a session."""

    fields: Mapping[str, int]
    others: tuple[int, ...]

    @property
    def long(self) -> bool:
        """Whether each row is one mark."""
        return "mark" in self.fields

    @property
    def names_people(self) -> bool:
        """Whether some column says who a row is about."""
        return any(name in self.fields for name in WHO)

    def cell(self, row: tuple[Cell, ...], name: str) -> Cell:
        """Return a row's cell of a field, "" where there is no such column."""
        return row[self.fields[name]] if name in self.fields else ""


def mark_columns(table: Table) -> MarkColumns:
    """Recognise columns by their headers; the first of two that mean the same counts."""
    fields: dict[str, int] = {}
    others: list[int] = []
    for number, header in enumerate(table.headers):
        name = _field(header)
        if not name:
            others.append(number)
        else:
            fields.setdefault(name, number)
    return MarkColumns(fields, tuple(others))


def _field(header: str) -> str:
    known = _WORDS.get(header_key(header))
    if known is not None:
        return known
    field = field_of_header(header)
    return field if field in _OF_PEOPLE else ""
