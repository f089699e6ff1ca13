"""The lines of History as its table asks for them: of everything, of a cohort, of one record."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.domain.words import Letter
from academy.store.history import Edit
from academy.store.tables import Bar, Kind
from academy.ui.kit import labels
from academy.ui.kit.columns import Column, haystack, matches, sought, words_of_filter
from academy.ui.kit.desk import Desk
from academy.ui.kit.labels.gestures import GESTURES
from academy.ui.kit.table_model import SortKey, in_order
from academy.usecases import history, history_pages
from academy.usecases.history import Change
from academy.usecases.history_pages import FOLDED, Words


@dataclass(frozen=True)
class HistoryLine:
    """A line of the page. Without entries it is one field of a record, only to be read."""

    id: int
    at: datetime
    what: str
    by: str
    why_not: Bar | None
    entries: tuple[int, ...] = ()


def history_columns(desk: Desk) -> list[Column[HistoryLine]]:
    """Return the columns of History."""

    def when(line: HistoryLine) -> str:
        return dates.moment(labels.local(line.at), desk.today())

    return [
        Column("when", _tr("When"), when, lambda line: line.at, width=170, whole=True),
        Column("what", _tr("What"), lambda line: line.what, width=320),
        Column("who", _tr("Who"), lambda line: line.by, width=120),
        Column("undo", _tr("Undo"), state, width=200),
    ]


class Changes:
    """All changes, or those of a cohort: the newest read and folded, of older ones the ids."""

    def __init__(self, desk: Desk, cohort_id: int | None = None) -> None:
        self._desk, self._cohort_id = desk, cohort_id
        self._newest: dict[int, HistoryLine] = {}
        self._before = 0

    def total(self) -> int:
        """Read the newest changes; return how many lines there are with all the older ones."""
        found = self._desk.read(history.recent_changes, FOLDED, self._cohort_id)
        self._newest = {line.id: line for line in map(_line, found)}
        read = [entry for change in found for entry in change.entries]
        self._before = min(read, default=0)
        return len(found) + self._desk.read(
            history_pages.number_of_entries, self._before, self._cohort_id
        )

    def ids(self, typed: str, keys: Sequence[SortKey]) -> Sequence[int]:
        """Return which lines match, the newest first unless they are sorted otherwise."""
        columns, sought = history_columns(self._desk), words_of_filter(typed)
        words = _words(self._desk.today())
        lines = self._newest.values()
        ids = array("q", [one.id for one in lines if matches(sought, haystack(columns, one))])
        ids += self._desk.read(
            history_pages.ids_before, self._before, typed, words, self._cohort_id
        )
        order = [(key.column, key.descending) for key in keys]
        if not order or order[0] == ("when", True):
            return ids
        return self._desk.read(history_pages.in_order, ids, order, words)

    def rows(self, ids: Sequence[int]) -> Sequence[HistoryLine]:
        """Return these lines; those that are folded already are at hand."""
        older = [one for one in ids if one not in self._newest]
        read = self._desk.read(history_pages.changes_of_page, older)
        known = self._newest | {line.id: line for line in map(_line, read)}
        return [known[one] for one in ids]


class Edits:
    """Who changed which field of one record: all of it, for it is not much."""

    def __init__(self, desk: Desk, table: str, row_id: int) -> None:
        self._desk, self._of = desk, (table, row_id)
        self._lines: list[HistoryLine] = []

    def total(self) -> int:
        """Read the changes anew; return how many there are."""
        found = self._desk.read(history.record_history, *self._of)
        self._lines = [_edited(number, edit) for number, edit in enumerate(found)]
        return len(found)

    def ids(self, typed: str, keys: Sequence[SortKey]) -> Sequence[int]:
        """Return which lines match, in order."""
        columns, words = history_columns(self._desk), words_of_filter(typed)
        found = [line for line in self._lines if matches(words, haystack(columns, line))]
        return [line.id for line in in_order(found, columns, keys)]

    def rows(self, ids: Sequence[int]) -> Sequence[HistoryLine]:
        """Return these lines."""
        return [self._lines[number] for number in ids]


def _tr(words: str) -> str:
    return QCoreApplication.translate("HistoryScreen", words)


def _words(today: date) -> Words:
    near = {today - timedelta(days): words for days, words in enumerate(("today", "yesterday"))}
    letters = {letter.value: sought(labels.word(letter)) for letter in Letter}
    bars = {bar: sought(labels.word(bar)) for bar in Bar}
    return Words(_gestures(), letters, bars, near)


@cache
def _gestures() -> dict[tuple[Kind, str], tuple[str, str]]:
    """Return the words for every gesture, done, taken back and done again."""
    frames = {Kind.DO: "{what}", Kind.UNDO: GESTURES["undone"], Kind.REDO: GESTURES["redone"]}
    return {
        (kind, key): (_bare(frame, words, 1), _bare(frame, words, 2))
        for kind, frame in frames.items()
        for key, words in GESTURES.items()
    }


def _bare(frame: str, words: str, n: int) -> str:
    """Return what was done to so many, without what is filled in."""
    said = QCoreApplication.translate("labels", words, None, n)
    whole = QCoreApplication.translate("labels", frame).replace("{what}", said)
    return sought(re.sub(r"\{\w+\}|\d", "", whole))


def state(line: HistoryLine) -> str:
    """Return why a line cannot be undone; nothing where it can be."""
    return "" if line.why_not is None else labels.word(line.why_not)


def change_words(change: Change) -> str:
    """Return “Mark 24 people present”, “Undone: mark 24 people present”."""
    words = labels.gesture(change.key, change.facts)
    if change.kind is not Kind.DO:
        words = labels.text(
            GESTURES["undone" if change.kind is Kind.UNDO else "redone"], {"what": words}
        )
    return words[:1].upper() + words[1:]


def _line(change: Change) -> HistoryLine:
    return HistoryLine(
        change.entries[0],
        change.at,
        change_words(change),
        change.by,
        change.why_not,
        change.entries,
    )


def _edited(number: int, edit: Edit) -> HistoryLine:
    words = labels.gesture(edit.entry.key, edit.entry.facts)
    if edit.field:
        name = edit.field.removesuffix("_id").replace("_", " ")
        words = f"{name}: {_shown(edit.before)} → {_shown(edit.after)}"
    return HistoryLine(
        number,
        edit.entry.at,
        words[:1].upper() + words[1:],
        edit.entry.by,
        None,
    )


def _shown(value: object) -> str:
    match value:
        case None | "":
            return "–"
        case bool():
            return "✓" if value else "–"
        case StrEnum():
            return labels.word(value)
        case datetime():
            return dates.moment(value, value.date())
        case date():
            return dates.plain_day(value)
        case time():
            return dates.clock(value)
        case bytes():
            return "…"
        case _:
            return str(value)
