"""The calendar's sessions in words: for cells, for the list, for screen readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from academy.domain import dates
from academy.domain.words import SessionState
from academy.ui.kit import labels
from academy.ui.kit.table import Column
from academy.usecases.answers import Answers
from academy.usecases.calendar import CalendarSession
from academy.usecases.clashes import Clash


def _tr(words: str, n: int = -1) -> str:
    return QCoreApplication.translate("calendar", words, None, n)


def numbered(session: CalendarSession) -> str:
    """Return “Session 4 · Leading change”, or the title alone where it says the same."""
    number = lone_title(str(session.number))
    return number if session.title == number else f"{number} · {session.title}"


def moved_words(day: str) -> str:
    """Return “Moved from 26 Nov 2026”."""
    return _tr("Moved from {day}").format(day=day)


def lone_title(number: str) -> str:
    """Return what a session without a title of its own is called."""
    return _tr("Session {number}").format(number=number)


def state_words(session: CalendarSession) -> str:
    """Return what is unusual: cancelled, not held, moved; nothing else."""
    parts = []
    if session.state is not SessionState.PLANNED:
        parts.append(labels.word(session.state))
    if session.moved_from is not None:
        parts.append(moved_words(dates.short_day(session.moved_from)))
    return ", ".join(parts)


def answer_words(told: Answers) -> str:
    """Return “3 of 24 accepted, 1 declined”, or that people must be told of a change."""
    if not told.invited:
        return ""
    parts = [
        _tr("{accepted} of {invited} accepted").format(accepted=told.accepted, invited=told.invited)
    ]
    if told.declined:
        parts.append(_tr("%n declined", told.declined))
    if told.behind:
        parts.append(_tr("changed since people were told"))
    return ", ".join(parts)


def spoken(session: CalendarSession) -> str:
    """Return everything a cell shows of a session, as one sentence."""
    clash = _tr("%n clash(es)", len(session.clashes)) if session.clashes else ""
    parts = [
        dates.hours(session.starts, session.ends),
        session.cohort,
        numbered(session),
        session.room,
        session.facilitator,
        state_words(session),
        clash,
        answer_words(session.answers),
    ]
    return ", ".join(part for part in parts if part)


def spoken_day(day: date, sessions: Sequence[CalendarSession], holidays: Mapping[date, str]) -> str:
    """Return “Thursday 26 November 2026, 2 sessions: 9:30am to 12:30pm, Top Talent 7, …”."""
    parts = [dates.long_day(day)]
    if day in holidays:
        parts.append(_tr("{name}, bank holiday").format(name=holidays[day]))
    head = ", ".join(parts)
    if not sessions:
        return head
    count = _tr("%n session(s)", len(sessions))
    return f"{head}, {count}: {'; '.join(map(spoken, sessions))}"


def span_words(view: str, day: date, *, short: bool = False) -> str:
    """Return what a view shows: “November 2026”, “16 to 22 November 2026”, or nothing."""
    if view == "list":
        return ""
    if view == "month":
        return f"{dates.MONTHS[day.month - 1]} {day.year}"
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    if short:
        start = str(first.day) if first.month == last.month else dates.tiny_day(first)
        return f"{start} to {dates.tiny_day(last)}"
    same = first.month == last.month
    return f"{first.day} to {dates.plain_day(last)}" if same else dates.span(first, last)


def columns() -> list[Column[CalendarSession]]:
    """Return the columns of the list."""
    return [
        Column("day", _tr("Date"), lambda s: dates.short_day(s.held_on), lambda s: s.held_on,
               spoken=lambda s: dates.long_day(s.held_on), width=126, whole=True),
        Column("starts", _tr("Starts"), lambda s: f"{s.starts:%H:%M}", lambda s: s.starts,
               width=72, whole=True),
        Column("ends", _tr("Ends"), lambda s: f"{s.ends:%H:%M}", lambda s: s.ends, width=72,
               whole=True, yields=True),
        Column("cohort", _tr("Cohort"), lambda s: s.cohort, width=170),
        Column("session", _tr("Session"), _number_and_title, spoken=numbered, width=230),
        Column("room", _tr("Room"), lambda s: s.room or labels.word(s.format), width=140),
        Column("facilitators", _tr("Facilitators"), lambda s: s.facilitator, width=150,
               yields=True),
        Column("state", _tr("Changes"), state_words, width=150),
        Column("clashes", _tr("Clashes"), lambda s: clash_kinds(s.clashes), width=200),
        Column("answers", _tr("Answers"), lambda s: answer_words(s.answers), width=190),
    ]  # fmt: skip


def _number_and_title(session: CalendarSession) -> str:
    """Return “4 · Leading change” under a header that says what is counted."""
    if session.title == lone_title(str(session.number)):
        return session.title
    return f"{session.number} · {session.title}"


def clash_kinds(clashes: Sequence[Clash]) -> str:
    """Return what kinds of clashes there are: “One room, two sessions; …”."""
    return "; ".join(dict.fromkeys(labels.word(clash.kind) for clash in clashes))


SELDOM: Final = ("state", "clashes", "answers")
"""Columns that are left out of the list while there is nothing to tell in them."""
