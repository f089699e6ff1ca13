"""Many rows at once are written as SQLAlchemy writes them one by one, only sooner."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

import academy.domain.model  # noqa: F401 - registers the entities
from academy.domain.base import Entity
from academy.store.engine import open_engine
from academy.store.filling import insert_rows
from academy.usecases.sample import rows, scaled_rows
from store.odd import Club, Odd, Pupil

TODAY = date(2026, 11, 26)
BY_CHANCE = {"version", "note", "uid"}  # never the same twice
tables = Entity.metadata.tables
PUPILS, CLUBS = (Odd.metadata.tables[kind.__tablename__] for kind in (Pupil, Club))

_values: dict[str, st.SearchStrategy[Any]] = {
    "name": st.text(st.characters(codec="utf-8")),
    "phone": st.none() | st.text(st.characters(codec="utf-8")),
    "born": st.none() | st.dates(),
    "photo": st.none() | st.binary(),
    "fee": st.none() | st.decimals(-1000, 1000, places=2),
    "seen_at": st.none() | st.datetimes(),
    "wakes": st.none() | st.times(),
    "took": st.none() | st.timedeltas(timedelta(-9), timedelta(9)),
    "token": st.none() | st.uuids(),
    "score": st.none() | st.floats(allow_nan=False, allow_infinity=False),
    "active": st.booleans(),
    "extra": st.none() | st.dictionaries(st.text("abc"), st.integers(-9, 9)),
    "note": st.none() | st.text("abc"),
}


@st.composite
def pupils(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw rows that name the same columns: the name always, others or not."""
    named = draw(st.lists(st.sampled_from(sorted(_values.keys() - {"name"})), unique=True))
    row = st.fixed_dictionaries({name: _values[name] for name in ("name", *named)})
    return draw(st.lists(row, min_size=1, max_size=5))


def plainly(connection: sa.Connection, table: sa.Table, drawn: list[dict[str, Any]]) -> None:
    """Insert rows as SQLAlchemy does, each prepared by itself."""
    if drawn:
        connection.execute(sa.insert(table), drawn)


def kept(write: Any, *parts: tuple[sa.Table, list[dict[str, Any]]]) -> list[tuple[Any, ...]]:
    """Return what a new file itself holds after rows were written table by table."""
    engine = open_engine(None)
    found = []
    with engine.execution_options(writing=True).begin() as connection:
        parts[0][0].metadata.create_all(connection)
        for table, drawn in parts:
            write(connection, table, drawn)
        for table in dict(parts):
            columns = ", ".join(c.name for c in table.c if c.name not in BY_CHANCE)
            found += connection.exec_driver_sql(f"SELECT {columns} FROM {table.name}").all()
    engine.dispose()
    return [tuple(row) for row in found]


@settings(max_examples=80, deadline=None)
@given(pupils())
def test_rows_are_kept_as_sqlalchemy_keeps_them(drawn):
    assert kept(insert_rows, (PUPILS, drawn)) == kept(plainly, (PUPILS, drawn))


@pytest.mark.parametrize("sample", [rows(TODAY), scaled_rows(3, TODAY)])
def test_a_sample_is_kept_as_sqlalchemy_keeps_it(sample):
    parts = [(tables[entity.__tablename__], drawn) for entity, drawn in sample]
    found = kept(insert_rows, *parts)
    assert len(found) > 300
    assert found == kept(plainly, *parts)


def test_sealed_text_comes_back():
    engine = open_engine(None)
    with engine.execution_options(writing=True).begin() as connection:
        Odd.metadata.create_all(connection)
        insert_rows(connection, PUPILS, [{"name": "Jo", "note": "told in confidence"}])
        assert connection.scalars(sa.select(PUPILS.c.note)).all() == ["told in confidence"]
        held = connection.exec_driver_sql("SELECT note FROM odd_pupils").scalar_one()
    engine.dispose()
    assert b"confidence" not in held


def test_rows_that_name_different_columns_stop_it():
    unlike = [{"name": "Chess", "size": 3}, {"name": "Go"}]
    with pytest.raises(ValueError, match="name the same columns"):
        kept(insert_rows, (CLUBS, unlike))


def test_nothing_is_written_where_there_are_no_rows():
    assert kept(insert_rows, (CLUBS, [])) == []


def test_a_column_that_is_not_there_stops_it():
    with pytest.raises(ValueError, match="all of them its own"):
        kept(insert_rows, (CLUBS, [{"name": "Go", "colour": "red"}]))


def test_a_rule_of_the_table_stops_it():
    with pytest.raises(IntegrityError):
        kept(insert_rows, (CLUBS, [{"name": "Chess", "size": 3}] * 2))
