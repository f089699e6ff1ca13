"""The check table of a list of sessions: what is new, what differs, what clashes."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.ui.dialogs.clash_words import clash_fact
from academy.ui.kit import labels
from academy.ui.screens.check_rows import CheckDelegate, CheckModel
from academy.ui.screens.import_list import ListTable
from academy.usecases.facilitators import Facilitator
from academy.usecases.sessions_plan import Difference, PlannedSession, SessionFate

WIDTHS: Final = (52, 116, 116, 184, 124, 340)
NARROW: Final = (52, 112, 114, 130, 0, 300)
ROW, TIME, PLACE = 0, 2, 4


@dataclass(frozen=True)
class ListedSession:
    """A planned session as the table shows it; `ours` and `theirs` have no single letter."""

    planned: PlannedSession

    @property
    def fate(self) -> SessionFate:
        """What becomes of it."""
        return self.planned.fate

    @property
    def ours(self) -> str:
        """What is here; the words of the row say it."""
        return ""

    @property
    def theirs(self) -> str:
        """What the list says."""
        return ""

    @property
    def takes(self) -> bool:
        """Whether the list’s is taken."""
        return self.planned.takes


class SessionsModel(CheckModel):
    """The sessions of a list; what is the same is only counted."""

    columns = ("row", "day", "hours", "title", "room", "fate")
    order = (SessionFate.LEFT_OUT, SessionFate.CONFLICT, SessionFate.NEW)

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return (self.tr("Row"), self.tr("Date"), self.tr("Time"), self.tr("Session"),
                self.tr("Place"), self.tr("What will happen"))  # fmt: skip

    def words(self, row: ListedSession, column: str) -> str:
        """Return what stands in a cell; of a row that cannot be read, what stands in the list."""
        planned = row.planned
        if column == "fate":
            return happens(planned)
        if column == "row":
            return str(planned.row)
        one = planned.session
        if planned.said is not None:
            return planned.said if column == "title" else ""
        hours = f"{one.starts:%H:%M}–{one.ends:%H:%M}"
        shown = {"day": dates.short_day(one.held_on), "hours": hours, "title": one.title}
        return shown.get(column, one.room)

    def spoken(self, row: ListedSession) -> str:
        """Return what is said aloud of a row."""
        cells = [self.words(row, column) for column in ("title", "day", "hours", "room", "fate")]
        return ", ".join(words for words in cells if words)


class SessionsDelegate(CheckDelegate):
    """Paints a sign of warning where a new session clashes or falls on a bank holiday."""

    def sign(self, row: ListedSession) -> tuple[str, str] | None:
        """Return the sign of a row and its colour."""
        if row.fate is SessionFate.NEW and (row.planned.clashes or row.planned.holiday):
            return "triangle-alert", "warning"
        return super().sign(row)


class SessionsTable(ListTable):
    """Space or a click on a button answers what differs; K keeps, T takes."""

    def __init__(self, name: str) -> None:
        super().__init__(name, SessionsModel())
        self.setItemDelegate(SessionsDelegate(self))
        self.set_widths(WIDTHS, stretch=5)

    def fit(self, room: float) -> None:
        """Give way where there is little room: the place goes first, then row and time."""
        self.setColumnHidden(PLACE, room < 900)
        for column in (ROW, TIME):
            self.setColumnHidden(column, room < 720)
        self.set_widths(NARROW if room < 900 else WIDTHS, stretch=5)

    def key_of(self, row: ListedSession) -> Hashable:
        """Return what an answer names a row by."""
        return row.planned.session.id


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("ImportSessions", words, None, n)


def happens(planned: PlannedSession) -> str:
    """Return what becomes of a session: “New”, what clashes, or what differs."""
    if planned.problem is not None:
        return labels.rule(planned.problem)
    told = [_tr("Bank holiday: {name}.").format(name=planned.holiday)] if planned.holiday else []
    told += [clash_fact(clash) for clash in planned.clashes]
    if planned.fate is SessionFate.CONFLICT:
        first, more = planned.differences[0], len(planned.differences) - 1
        words = _tr("{field}: {ours} here, {theirs} in the list")
        shown = words.format(field=field_name(first.field), **_both(first))
        return " ".join([shown + (_tr(", and %n more", more) if more else ""), *told])
    if planned.fate is SessionFate.SAME:
        return _tr("The same here")
    new = [one.name for one in planned.session.facilitators if not one.person_id]
    if new:
        told.append(_tr("Adds to People: {names}.").format(names=", ".join(new)))
    return " ".join([_tr("New."), *told]) if told else _tr("New")


def _both(difference: Difference) -> dict[str, str]:
    return {"ours": shown(difference.ours), "theirs": shown(difference.theirs)}


def field_name(field: str) -> str:
    """Return what a field of a session is called."""
    return {
        "title": _tr("Title"),
        "held_on": _tr("Date"),
        "starts": _tr("Start"),
        "ends": _tr("End"),
        "format": _tr("Format"),
        "room": _tr("Place"),
        "link": _tr("Link"),
        "facilitators": _tr("Facilitators"),
        "required": _tr("Required"),
        "state": _tr("State"),
        "second_hour": _tr("Second hour"),
        "staff_notes": _tr("Notes"),
    }[field]


def shown(fact: object) -> str:
    """Return a fact of a session in words; nothing is a dash."""
    if isinstance(fact, StrEnum):
        return labels.word(fact)
    if isinstance(fact, bool):
        return _tr("yes") if fact else _tr("no")
    if isinstance(fact, date):
        return dates.short_day(fact)
    if isinstance(fact, time):
        return dates.clock(fact)
    if isinstance(fact, tuple):
        return ", ".join(one.name for one in fact if isinstance(one, Facilitator)) or "–"
    return str(fact or "–")
