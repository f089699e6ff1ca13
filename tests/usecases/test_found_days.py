"""Words of a day are found exactly where the day in words holds them, midnights and all."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Date, DateTime, column, select, values

from academy.domain import dates
from academy.usecases.found_days import day_holds, moment_holds
from builders import an_academy

WORDS = ("1", "3", "28", "30", "31", "nov", "ju", "december", "may", "2021", "202", "29", "zzz")


@pytest.mark.parametrize("word", WORDS)
def test_a_word_stands_in_a_day_as_tables_show_it(word: str) -> None:
    days = [date(2019, 12, 25) + timedelta(17 * n) for n in range(150)]
    told = values(column("day", Date)).data([(day,) for day in days]).cte("told")
    wanted = select(told.c.day).where(day_holds(told.c.day, word))
    found = set(an_academy().read(lambda db: list(db.scalars(wanted))))
    assert found == {day for day in days if word in dates.short_day(day).lower()}


@pytest.mark.parametrize("word", WORDS)
def test_a_word_stands_in_the_day_of_a_moment_here(word: str) -> None:
    chance = random.Random(7)
    begins = datetime(2019, 1, 1, tzinfo=UTC)
    moments = [begins + timedelta(minutes=chance.randrange(60 * 24 * 365 * 4)) for _ in range(400)]
    moments += [datetime(2021, month, 1, 0, 0, tzinfo=UTC) + timedelta(minutes=shift)
                for month in range(1, 13) for shift in (-61, -1, 1, 61)]  # fmt: skip
    plain = [moment.replace(tzinfo=None) for moment in moments]
    told = values(column("at", DateTime)).data([(moment,) for moment in plain]).cte("told")
    wanted = select(told.c.at).where(moment_holds(told.c.at, word))
    found = set(an_academy().read(lambda db: list(db.scalars(wanted))))
    here = {moment: moment.astimezone().date() for moment in moments}
    assert found == {
        moment.replace(tzinfo=None) for moment, day in here.items()
        if word in dates.plain_day(day).lower()
    }  # fmt: skip
