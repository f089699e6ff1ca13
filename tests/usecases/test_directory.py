"""Everybody in the order of the People table, found by what the table shows."""

from __future__ import annotations

import pytest

from academy.domain.words import Who
from academy.store.file import in_memory
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.usecases import directory, people
from academy.usecases.sample import scaled_rows
from builders import TODAY, a_cohort, a_person, an_academy, enrolled


@pytest.fixture(scope="module")
def store() -> Store:
    made = in_memory(Who("Dana Price"))
    made.fill(Gesture("make_sample"), scaled_rows(12, TODAY))
    return made


def rows(store: Store, typed: str = "", *order: tuple[str, bool]) -> list[people.PersonRow]:
    ids = store.read(directory.ids_in_order, typed, order)
    return store.read(directory.people_of_page, ids)


def test_pages_say_what_the_list_of_all_says(store: Store) -> None:
    assert rows(store) == store.read(people.people)
    assert store.read(directory.number_of_people) == len(rows(store))


@pytest.mark.parametrize("key", ["name", "organisation", "cohorts", "email", "job", "phone"])
def test_each_column_sorts_both_ways_with_empty_cells_last(store: Store, key: str) -> None:
    of = {"job": "job_title", "name": "sort"}.get(key, key)
    for down in (False, True):
        found = [getattr(row, of).casefold() for row in rows(store, "", (key, down))]
        filled = [text for text in found if text]
        assert found == filled + [""] * (len(found) - len(filled))
        if key != "organisation":  # sorted without its accents
            assert filled == sorted(filled, reverse=down)


def test_words_are_found_in_names_councils_cohorts_and_addresses(store: Store) -> None:
    [one, *_] = rows(store, "", ("email", False))
    for typed in (one.name, one.organisation, one.email, f"{one.organisation} {one.full_name}"):
        assert one.id in [row.id for row in rows(store, typed)]
    of_cohort = rows(store, "talent 11")
    assert sum(row.cohorts == "Top Talent 11" for row in of_cohort) == 24
    assert rows(store, "nobody at all") == []


def test_somebody_in_two_cohorts_is_one_row_and_one_removed_is_blank() -> None:
    store = an_academy()
    noor = a_person(store)
    for name in ("First", "Second"):
        enrolled(store, a_cohort(store, name=name), 1)
    assert [row.name for row in store.read(directory.people_of_page, [noor, 999])][1] == ""
