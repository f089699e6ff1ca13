"""The whole of History in the order of a table, read a page at a time.

An academy keeps every change for good. The newest of them are read and folded
(`history.recent_changes`); of those before only the ids are held, filtered and sorted here.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    case,
    func,
    or_,
    select,
    true,
    type_coerce,
)

from academy.domain.names import search_key
from academy.store import history
from academy.store.ids import ids_of
from academy.store.journal import Db
from academy.store.tables import Bar, Kind, journal_entries
from academy.usecases.directory import Order
from academy.usecases.found_days import moment_holds
from academy.usecases.history import Change, about_cohort, change
from academy.usecases.rights import ADMINISTRATORS, allowed

FOLDED: Final = 500
"""How many of the newest entries are read at once, neighbouring single marks as one line."""
_e = journal_entries.c


@dataclass(frozen=True)
class Words:
    """What things are called in History, folded: gestures, letters of marks, reasons, days."""

    gestures: Mapping[tuple[Kind, str], tuple[str, str]]  # of one thing, of several
    letters: Mapping[str, str]
    bars: Mapping[Bar, str]
    near: Mapping[date, str]


@allowed(*ADMINISTRATORS)
def number_of_entries(db: Db, before: int, cohort_id: int | None = None) -> int:
    """Return how many entries there are before one, of the academy or of one cohort."""
    count = select(func.count()).select_from(journal_entries)
    if cohort_id is not None:
        return db.scalar(_among(db, count.where(_e.id < before), cohort_id)) or 0
    later = count.where(_e.id >= before)  # a table is counted whole much faster than in part
    return (db.scalar(count) or 0) - (db.scalar(later) or 0)


@allowed(*ADMINISTRATORS)
def ids_before(
    db: Db, before: int, typed: str, words: Words, cohort_id: int | None = None
) -> array[int]:
    """Return the ids of the entries before one that hold each typed word, newest first.

    No entry is ever deleted, so without a filter every number is one; a million are counted in a
    tenth of the time it takes to read them.
    """
    if not typed.strip() and cohort_id is None and number_of_entries(db, before) == before - 1:
        return array("q", range(before - 1, 0, -1))
    wanted = _among(db, select(_e.id).where(_e.id < before), cohort_id)
    for word in search_key(typed).split():
        wanted = wanted.where(_holds(db, word, words))
    return ids_of(db, wanted.order_by(_e.id.desc()))


@allowed(*ADMINISTRATORS)
def in_order(db: Db, ids: Sequence[int], order: Order, words: Words) -> array[int]:
    """Return these entries sorted otherwise; equal ones newest first."""
    given = func.json_each(f"[{','.join(map(str, ids))}]").table_valued("value")
    wanted = select(_e.id).join(given, given.c.value == _e.id)
    columns: dict[str, Callable[[], ColumnElement[Any]]] = {
        "when": lambda: _e.id, "what": lambda: _rank(db, words),
        "who": lambda: _e.by, "undo": lambda: _why(db, words),
    }  # fmt: skip
    for key, down in order:
        by = columns[key]()
        wanted = wanted.order_by((by.desc() if down else by.asc()).nulls_last())
    return ids_of(db, wanted.order_by(_e.id.desc()))


@allowed(*ADMINISTRATORS)
def changes_of_page(db: Db, ids: Sequence[int]) -> list[Change]:
    """Return these entries as lines, in the order of their ids; none is ever deleted."""
    found = {line.entry.id: line for line in history.lines(db, ids)}
    return [change(found[one]) for one in ids]


def _among(db: Db, wanted: Select[int], cohort_id: int | None) -> Select[int]:
    if cohort_id is None:
        return wanted
    return wanted.where(_e.id.in_(about_cohort(db, cohort_id)))


def _rank(db: Db, words: Words) -> ColumnElement[int]:
    """Return where the words of a gesture stand in the alphabet, of all that there are."""
    done = {(row.kind, row.key) for row in db.execute(select(_e.kind, _e.key).distinct())}
    known = sorted((words.gestures.get(one, ("", "")), *one) for one in done)
    ranks = [
        ((_e.kind == kind) & (_e.key == key), rank) for rank, (_, kind, key) in enumerate(known)
    ]
    return case(*ranks, else_=-1)


def _why(db: Db, words: Words) -> ColumnElement[str]:
    """Return in words why an entry cannot be undone; NULL where it can be."""
    return case({bar.value: said for bar, said in words.bars.items()}, value=history.bar(db))


def _holds(db: Db, word: str, words: Words) -> ColumnElement[bool]:
    """Return the condition that a word stands in what the table shows of an entry."""
    bars = [bar.value for bar, said in words.bars.items() if word in said]
    letters = [letter for letter, said in words.letters.items() if word in said]
    by = [who for who in history.people(db) if word in search_key(who)]
    days = [_on(day) for day, said in words.near.items() if word in said]
    found = [_e.by.in_(by), *_done(word, words), moment_holds(_e.at, word), *days]
    if letters:
        found.append(_e.facts["letter"].as_string().in_(letters))
    if word.isdecimal():
        found.append(type_coerce(_e.facts, String).contains(word))
    if bars:
        found.append(history.bar(db).in_(bars))
    return or_(*found)


def _on(day: date) -> ColumnElement[bool]:
    """Return the condition that an entry is of a day here; its moment is kept in UTC."""
    near = _e.at > datetime.combine(day, time()) - timedelta(days=1)
    return near & (func.date(_e.at, "localtime") == day.isoformat())


def _done(word: str, words: Words) -> list[ColumnElement[bool]]:
    """Return the conditions that a word stands in what was done, to one thing or to several."""
    single = func.coalesce(_e.facts["n"].as_integer(), 0) == 1
    found: dict[tuple[Kind, bool, bool], list[str]] = {}
    for (kind, key), (one, several) in words.gestures.items():
        found.setdefault((kind, word in one, word in several), []).append(key)
    return [
        (_e.kind == kind) & _e.key.in_(keys) & (true() if one == several else single == one)
        for (kind, one, several), keys in found.items()
        if one or several
    ]
