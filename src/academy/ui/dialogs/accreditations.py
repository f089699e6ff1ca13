"""Accreditations as text, one a line: “CPD Service; A123; 1 Jan 2026; 31 Dec 2027”."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from academy.domain import dates
from academy.domain.words import RuleBroken
from academy.usecases.programmes import AccreditationLine


def accreditations_text(lines: Sequence[AccreditationLine]) -> str:
    """Return the lines as they can be typed and read again."""
    return "\n".join(map(_line_text, lines))


def _line_text(line: AccreditationLine) -> str:
    days = [dates.short_day(day) if day else "" for day in (line.valid_from, line.valid_to)]
    parts = [line.body.replace(";", ","), line.reference.replace(";", ","), *days]
    return "; ".join(parts).rstrip("; ")


def read_accreditations(
    text: str, today: date
) -> tuple[tuple[AccreditationLine, ...], list[tuple[int, str]]]:
    """Return the accreditations, and what was not understood with the number of its line."""
    lines: list[AccreditationLine] = []
    unread: list[tuple[int, str]] = []
    for number, row in enumerate(text.splitlines(), 1):
        if not row.strip(" ;"):
            continue
        parts = [" ".join(part.split()) for part in row.split(";")]
        parts += [""] * (4 - len(parts))
        body, reference, days = parts[0], parts[1], parts[2:]
        unread += [(number, more) for more in days[2:] if more]
        valid: list[date | None] = []
        for typed in days[:2]:
            try:
                valid.append(dates.parse_day(typed, today) if typed else None)
            except RuleBroken:
                unread.append((number, typed))
                valid.append(None)
        if body:
            lines.append(AccreditationLine(body, reference, *valid))
        else:
            unread.append((number, row.strip()))
    return tuple(lines), unread
