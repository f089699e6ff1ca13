"""A curriculum as text, one session a line: “Leading change; 3 hours; 4 weeks; required”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from academy.usecases.programmes import CurriculumLine

_HOURS = re.compile(
    r"(\d{1,2})(?:[.,](\d))?\s*h(?:ours?|rs?)?(?:\s*(\d{1,2})\s*(?:m(?:in(?:utes)?)?)?)?"
)
_MINUTES = re.compile(r"(\d{1,3})\s*m(?:in(?:utes)?)?")
_WEEKS = re.compile(r"(\d{1,2})\s*w(?:eeks?|ks?)?(?:\s+(?:later|after))?")


def _tr(words: str) -> str:
    return QCoreApplication.translate("curriculum", words)


def curriculum_text(lines: Sequence[CurriculumLine]) -> str:
    """Return the lines as they can be typed and read again."""
    return "\n".join(map(_line_text, lines))


def _line_text(line: CurriculumLine) -> str:
    hours, minutes = divmod(line.minutes, 60)
    length = f"{hours}h {minutes}min" if hours and minutes else ""
    length = length or (f"{hours}h" if hours else f"{minutes}min")
    weeks = _tr("{n} weeks").format(n=line.weeks_after)
    parts = [line.title.replace(";", ","), length, weeks]
    return "; ".join([*parts, _tr("required")] if line.required else parts)


def read_curriculum(text: str) -> tuple[tuple[CurriculumLine, ...], list[tuple[int, str]]]:
    """Return the sessions, and what was not understood with the number of its line."""
    lines: list[CurriculumLine] = []
    unread: list[tuple[int, str]] = []
    for number, row in enumerate(text.splitlines(), 1):
        title, *parts = (" ".join(part.split()) for part in row.split(";"))
        if not title:
            unread += [(number, part) for part in parts if part]
            continue
        line = CurriculumLine(title)
        for part in filter(None, parts):
            meant = _read(part.casefold(), line)
            if meant is None:
                unread.append((number, part))
            line = meant or line
        lines.append(line)
    return tuple(lines), unread


def _read(part: str, line: CurriculumLine) -> CurriculumLine | None:
    """Return the line with what a part says; none if it cannot be understood."""
    if part in ("required", _tr("required").casefold()):
        return replace(line, required=True)
    if weeks := _WEEKS.fullmatch(part):
        return replace(line, weeks_after=int(weeks[1]))
    if hours := _HOURS.fullmatch(part):
        whole, tenth, minutes = int(hours[1]), int(hours[2] or 0), int(hours[3] or 0)
        return replace(line, minutes=whole * 60 + tenth * 6 + minutes)
    if minutes_only := _MINUTES.fullmatch(part):
        return replace(line, minutes=int(minutes_only[1]))
    return None
