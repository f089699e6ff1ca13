"""Every session of the calendar in the order of a table, read a page at a time.

Filter and order are the database's. What only Python knows, the clashes to come and the answers,
is looked up first where the filter or the order asks for it, and joined by the sessions' ids.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVarTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    SQLColumnExpression,
    String,
    and_,
    case,
    cast,
    func,
    or_,
    select,
    true,
)

from academy.domain.cohorts import Cohort
from academy.domain.invitations import Invited
from academy.domain.names import search_key, suggestive
from academy.domain.people import Person
from academy.domain.sessions import SessionFacilitator, TrainingSession
from academy.domain.words import SessionFormat, SessionState
from academy.store.ids import ids_of
from academy.store.journal import Db
from academy.usecases.answers import Answers, answers_among
from academy.usecases.calendar import IN_TIME, number_in_cohort
from academy.usecases.clashes import Clash, clashes
from academy.usecases.directory import Order
from academy.usecases.facilitators import facilitators_of
from academy.usecases.found_days import day_holds
from academy.usecases.rights import EVERYBODY, allowed

_s: Final = TrainingSession
Ts = TypeVarTuple("Ts")
ToCome = Mapping[int, tuple[Clash, ...]]
"""The clashes from today on, by the session's id; none stands for none."""


@dataclass(frozen=True)
class Words:
    """What the list calls things, folded as the filter compares.

    `lone` is what a session without a title is called, with its number in braces. `told` is a
    sentence with every word that `answers` may say but figures.
    """

    formats: Mapping[SessionFormat, str]
    states: Mapping[SessionState, str]
    moved: str
    lone: str
    clashes: Callable[[tuple[Clash, ...]], str]
    answers: Callable[[Answers], str]
    told: str


@allowed(*EVERYBODY)
def number_of_sessions(db: Db, cohort_id: int | None) -> int:
    """Return how many sessions there are, of all cohorts or one."""
    return db.scalar(_of(select(func.count(_s.id)), cohort_id)) or 0


@allowed(*EVERYBODY)
def clashes_to_come(db: Db, today: date, cohort_id: int | None) -> dict[int, tuple[Clash, ...]]:
    """Return the clashes from today on, of those sessions that have any."""
    last = db.scalar(select(func.max(_s.held_on)))
    if last is None or last < today:
        return {}
    own = None if cohort_id is None else set(db.scalars(_of(select(_s.id), cohort_id)))
    found = clashes(db, today, last)
    return {one: some for one, some in found.items() if some and (own is None or one in own)}


@allowed(*EVERYBODY)
def first_to_come(db: Db, today: date, cohort_id: int | None) -> int:
    """Return the first session from today on, or else the last there is; 0 without one."""
    wanted = _of(select(_s.id), cohort_id).limit(1)
    coming = db.scalar(wanted.where(_s.held_on >= today).order_by(*IN_TIME))
    return coming or db.scalar(wanted.order_by(*(by.desc() for by in IN_TIME))) or 0


@allowed(*EVERYBODY)
def anything_unusual(db: Db, cohort_id: int | None) -> bool:
    """Tell whether any session was cancelled, not held or moved."""
    unusual = or_(_s.state != SessionState.PLANNED, _s.moved_from.is_not(None))
    return db.scalar(_of(select(_s.id), cohort_id).where(unusual).limit(1)) is not None


@allowed(*EVERYBODY)
def anybody_invited(db: Db, cohort_id: int | None) -> bool:
    """Tell whether anybody was invited to any session."""
    if cohort_id is None:
        return db.scalar(select(Invited.id).limit(1)) is not None
    return any(told.invited for told in _told(db, cohort_id).values())


@allowed(*EVERYBODY)
def ids_in_order(
    db: Db, cohort_id: int | None, typed: str, order: Order, words: Words, found: ToCome
) -> array[int]:
    """Return the ids of the sessions that hold each typed word, in order; else by their time."""
    wanted = _of(select(_s.id), cohort_id)
    if typed.strip() or "cohort" in dict(order):
        wanted = wanted.join(_s.cohort)
    for word in search_key(typed).split():
        wanted = wanted.where(_holds(db, cohort_id, word, words, found))
    for key, down in order:
        if key in _TOLD:
            said = _TOLD[key](db, cohort_id, words, found)
            wanted, columns = _joined(wanted, said)
        else:
            columns = _columns(key, words)
        for one in columns:
            wanted = wanted.order_by(*_empty_last(one), one.desc() if down else one.asc())
    return ids_of(db, wanted.order_by(*_rest(order)))


def _rest(order: Order) -> Sequence[SQLColumnExpression[Any]]:
    """Return what else to order by; named twice, SQLite would sort what an index has in order."""
    by_time = [(key, False) for key in ("day", "starts")]
    return IN_TIME[2:] if list(order) == by_time else IN_TIME


def _empty_last(column: SQLColumnExpression[Any]) -> tuple[SQLColumnExpression[Any], ...]:
    """Return what brings empty cells to the end; nothing for days and times, which all have."""
    if any(column is one for one in (_s.held_on, _s.starts, _s.ends)):
        return ()
    return (func.coalesce(column, "") == "",)


def _of(wanted: Select[*Ts], cohort_id: int | None) -> Select[*Ts]:
    return wanted if cohort_id is None else wanted.where(_s.cohort_id == cohort_id)


def _told(db: Db, cohort_id: int | None) -> Mapping[int, Answers]:
    return answers_among(db, true() if cohort_id is None else _s.cohort_id == cohort_id)


# ---- what only Python knows ---------------------------------------------------------------------


def _clash_words(_db: Db, _cohort: int | None, words: Words, found: ToCome) -> dict[int, str]:
    return {one: words.clashes(clashing) for one, clashing in found.items()}


def _answer_words(db: Db, cohort: int | None, words: Words, _found: ToCome) -> dict[int, str]:
    return {one: words.answers(told) for one, told in _told(db, cohort).items()}


def _leading(db: Db, cohort: int | None, _words: Words, _found: ToCome) -> dict[int, str]:
    led = select(SessionFacilitator.session_id)
    rows = db.execute(_of(select(_s.id, facilitators_of()), cohort).where(_s.id.in_(led)))
    return {one: suggestive(names) for one, names in rows}


_TOLD: Final = {"facilitators": _leading, "clashes": _clash_words, "answers": _answer_words}


def _joined(
    wanted: Select[int], said: Mapping[int, str]
) -> tuple[Select[int], tuple[SQLColumnExpression[Any], ...]]:
    """Join what is said of sessions; as a table of its own, so that SQLite finds its rows."""
    each = func.json_each(json.dumps(said)).table_valued("key", "value")
    known = select(cast(each.c.key, _s.id.type).label("id"), each.c.value.label("words"))
    rows: CTE = known.cte().prefix_with("MATERIALIZED")
    return wanted.outerjoin(rows, rows.c.id == _s.id), (func.coalesce(rows.c.words, ""),)


# ---- what the file knows ------------------------------------------------------------------------


def _columns(key: str, words: Words) -> tuple[SQLColumnExpression[Any], ...]:
    """Return what to order by for a column of the table."""
    columns: dict[str, Callable[[], tuple[SQLColumnExpression[Any], ...]]] = {
        "day": lambda: (_s.held_on,),
        "starts": lambda: (_s.starts,),
        "ends": lambda: (_s.ends,),
        "cohort": lambda: (Cohort.found_by,),
        "session": lambda: (_number_and_title(words),),
        "room": lambda: (_place(words),),
        "state": lambda: (_state(words), _s.moved_from),
    }
    return columns[key]()


def _number_and_title(words: Words) -> ColumnElement[str]:
    number = cast(number_in_cohort(), String)
    lone = func.replace(words.lone, "{number}", number)
    return case((func.lower(_s.title) == lone, _s.found_by), else_=number + " · " + _s.found_by)


def _place(words: Words) -> ColumnElement[str]:
    formats = ((_s.format == one, said) for one, said in words.formats.items())
    return case((_s.room != "", func.lower(_s.room)), *formats)


def _state(words: Words) -> ColumnElement[str]:
    """Return what is unusual, without the day; nothing (an empty text) where nothing is."""
    states = (
        (_s.state == one, said) for one, said in words.states.items() if one != SessionState.PLANNED
    )
    return case(*states, (_s.moved_from.is_not(None), words.moved), else_="")


def _holds(
    db: Db, cohort_id: int | None, word: str, words: Words, to_come: ToCome
) -> ColumnElement[bool]:
    """Return the condition that a word stands in what the table shows of a session."""
    led = select(SessionFacilitator.session_id).join(SessionFacilitator.person)
    states = [one for one, said in words.states.items() if word in said]
    formats = [one for one, said in words.formats.items() if word in said]
    moved = true() if word in words.moved else day_holds(_s.moved_from, word)
    found = [
        day_holds(_s.held_on, word),
        *(func.substr(at, 1, 5, type_=String).contains(word) for at in (_s.starts, _s.ends)),
        Cohort.found_by.contains(word, autoescape=True),
        _s.found_by.contains(word, autoescape=True),
        _s.room.in_(_rooms(db, word)),
        _s.id.in_(led.where(Person.found_by.contains(word, autoescape=True))),
        and_(_s.room == "", _s.format.in_(formats)),
        and_(_s.state != SessionState.PLANNED, _s.state.in_(states)),
        and_(_s.moved_from.is_not(None), moved),
    ]  # fmt: skip
    if word.isdecimal():
        found.append(cast(number_in_cohort(), String).contains(word))
    said = _clash_words(db, cohort_id, words, to_come)
    if word in words.told or any(letter.isdigit() for letter in word):
        said = _both(said, _answer_words(db, cohort_id, words, to_come))
    ids = [one for one, text in said.items() if word in text]
    found.append(_s.id.in_(select(func.json_each(json.dumps(ids)).table_valued("value").c.value)))
    return or_(*found)


def _both(one: Mapping[int, str], two: Mapping[int, str]) -> dict[int, str]:
    return {key: f"{one.get(key, '')} {two.get(key, '')}" for key in (*one, *two)}


def _rooms(db: Db, word: str) -> list[str]:
    """Return the rooms in whose name a word stands, as they are written; there are few."""
    return [room for room in db.scalars(select(_s.room).distinct()) if word in search_key(room)]
