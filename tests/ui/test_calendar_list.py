"""The calendar's list by pages against the plain way: every session read, sorted, filtered."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

import pytest
from sqlalchemy import select

from academy.domain.invitations import Invitation, Invited
from academy.domain.people import Person
from academy.domain.sessions import TrainingSession
from academy.domain.words import Answer, SessionFormat
from academy.store.journal import Db, Gesture
from academy.ui.kit.columns import haystack, words_of_filter
from academy.ui.kit.desk import Desk
from academy.ui.kit.table_model import SortKey, in_order
from academy.ui.screens import calendar_words
from academy.ui.screens.calendar import CalendarScreen
from academy.ui.screens.calendar_listed import ListedSessions
from academy.usecases import calendar
from builders import NOW, TODAY, a_cohort, an_academy
from ui.windows import settle
from usecases.made_up import made_up

COLUMNS = calendar_words.columns()
WORDS = ("nov", "2026", "day 1", "hall", "14:30", "sian", "cancel", "moved from", "moved 2026",
         "accepted", "3", "room", "online", "changed", "cohort 0.1", "· day", "person", "nowhere",
         "1 declined", "16:00 nov", "celik", "at")  # fmt: skip


def some_sessions(db: Db, dice: Random) -> None:
    """Make cohorts up, rename sessions, invite people."""
    for _ in range(4):
        made_up(db, dice)
    people = db.scalars(select(Person)).all()
    days = [TODAY + timedelta(days=n) for n in (-370, -40, -3, 0, 0, 5, 90)]
    for number, session in enumerate(db.scalars(select(TrainingSession))):
        session.format, session.held_on = dice.choice(tuple(SessionFormat)), dice.choice(days)
        session.title = dice.choice((session.title, f"Session {number % 7}", "Being heard – étude"))
        session.residential = ""
        if dice.random() < 0.5:
            told = Invitation(session_id=session.id, sent_at=datetime.combine(TODAY, time()))
            some = dice.sample(people, min(len(people), dice.randrange(5)))
            told.invited = [
                Invited(person_id=one.id, email="", answer=dice.choice(tuple(Answer)))
                for one in some
            ]
            db.add(told)


@pytest.fixture(scope="module", params=range(3))
def desk(request, qapp) -> Desk:
    store = an_academy()
    store.write(Gesture("make_sample"), some_sessions, Random(request.param))
    return Desk(store, lambda: NOW)


def everything(desk: Desk) -> list[calendar.CalendarSession]:
    return desk.read(calendar.calendar, date.min, date.max - timedelta(days=1), TODAY)


def listed(desk: Desk, cohort: int | None = None) -> ListedSessions:
    made = ListedSessions(desk, lambda: cohort)
    made.look()
    return made


def test_pages_show_the_very_rows(desk):
    rows = everything(desk)
    assert rows
    assert listed(desk).rows([row.id for row in reversed(rows)]) == rows[::-1]
    assert listed(desk).total() == len(rows)


@pytest.mark.parametrize("typed", WORDS)
def test_the_same_sessions_are_found(desk, typed):
    words = words_of_filter(typed)
    rows = everything(desk)
    expected = [s.id for s in rows if all(word in haystack(COLUMNS, s) for word in words)]
    found = listed(desk).ids(typed, ())
    if expected or len(found) == 0:
        assert list(found) == expected


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("key", [column.key for column in COLUMNS])
def test_the_same_order(desk, key, down):
    keys = (SortKey(key, down), SortKey("cohort"), SortKey("day", descending=True))
    rows = everything(desk)
    found = list(listed(desk).ids("", keys))
    assert sorted(found) == sorted(row.id for row in rows)
    by_id, column = {row.id: row for row in rows}, next(c for c in COLUMNS if c.key == key)
    plain = in_order(rows, COLUMNS, keys)
    if key != "state":  # there days stand in their own order, not in that of their letters
        assert [column.text(by_id[one]) for one in found] == [column.text(one) for one in plain]
        assert found == [row.id for row in plain]


def test_one_cohort_alone(desk):
    rows = everything(desk)
    cohort = rows[0].cohort_id
    mine = [row.id for row in rows if row.cohort_id == cohort]
    assert list(listed(desk, cohort).ids("", (SortKey("day"), SortKey("starts")))) == mine
    coming = [row.id for row in rows if row.cohort_id == cohort and row.held_on >= TODAY]
    assert listed(desk, cohort).first_to_come() == (coming[0] if coming else mine[-1])


def test_a_seldom_column_is_shown_when_it_has_anything_to_tell(desk):
    told = {column.key for column in COLUMNS if any(column.text(row) for row in everything(desk))}
    assert listed(desk).telling == told & set(calendar_words.SELDOM)


def test_the_list_of_many_is_filled_once_at_the_session_that_is_next(qtbot):
    store = an_academy()
    cohort = a_cohort(store, sessions=0).id
    days = [TODAY + timedelta(days=n) for n in range(-400, 300)]
    store.write(Gesture("make_sample"), many_sessions, cohort, days)
    screen = CalendarScreen(Desk(store, lambda: NOW))
    qtbot.addWidget(screen)
    screen.resize(1055, 720)
    filled = []
    screen.model.has_changed.connect(lambda: filled.append(screen.model.rowCount()))
    screen.go(("list",))
    screen.show()
    settle()
    view = screen.table.view
    assert filled == [700]
    assert screen.chosen().held_on == TODAY
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    screen.model.sort_by([SortKey("day", descending=True)])
    assert screen.model.row_at(0).held_on == days[-1]
    assert screen.chosen().held_on == TODAY
    screen.model.filter_by(f"{days[600]:%b} {days[600].year}")
    assert {row.held_on.month for row in screen.model.rows} == {days[600].month}


def many_sessions(db: Db, cohort: int, days: list[date]) -> None:
    """Plan a session on each day."""
    for day in days:
        made = TrainingSession(
            cohort_id=cohort, title="Day", held_on=day, starts=time(9), ends=time(10)
        )
        db.add(made)
