"""“Go anywhere” finds people, cohorts, sessions, councils and certificates in the database."""

from __future__ import annotations

import pytest

from academy.domain.words import Who
from academy.store.file import in_memory
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.usecases import organisations, people, search
from academy.usecases.people import PersonDraft
from academy.usecases.sample import scaled_rows
from builders import TODAY, a_person, an_academy


@pytest.fixture(scope="module")
def store() -> Store:
    made = in_memory(Who("Dana Price"))
    made.fill(Gesture("make_sample"), scaled_rows(40, TODAY))
    return made


def texts(store: Store, typed: str, *kinds: search.Kind) -> list[str]:
    return [one.text for one in store.read(search.found, typed, kinds or search.KINDS)]


@pytest.mark.parametrize("typed", ["sian", "SIÂN", "hughes sian", "Siân Hugh"])
def test_names_are_found_without_accents_case_and_order(store: Store, typed: str) -> None:
    found = texts(store, typed, "person")
    assert "Siân" in found[0]  # before Osian
    assert all("siân" in text.casefold() for text in found if "Osian" not in text)


def test_apostrophes_and_special_letters_count_for_nothing() -> None:
    store = an_academy()
    a_person(store, "Zoë O’Brien")
    a_person(store, "Łukasz Żółć")
    assert texts(store, "obrien") == texts(store, "o'brien") == ["Zoë O’Brien"]
    assert texts(store, "zolc") == ["Łukasz Żółć"]


def test_signs_that_mean_something_to_the_database_are_plain_letters() -> None:
    store = an_academy()
    a_person(store, "Ann One")
    assert texts(store, "100%") == texts(store, "_") == texts(store, "\\") == []


def test_words_that_begin_with_the_letters_come_first() -> None:
    store = an_academy()
    for name in ("Joanne Able", "Ann Zed", "Hannah Baker"):
        a_person(store, name)
    assert texts(store, "ann")[0] == "Ann Zed"


def test_the_council_finds_its_people_with_or_without_a_name() -> None:
    store = an_academy()
    gesture = Gesture("add_organisation")
    mon = store.write(gesture, organisations.add_organisation, "Ynys Môn Council")
    joy = PersonDraft(full_name="Joy Adeyemi", organisation_id=mon)
    store.write(Gesture("add_person"), people.save_person, joy)
    a_person(store, "Joy Novak")
    assert texts(store, "mon joy", "person") == ["Joy Adeyemi"]
    assert texts(store, "ynys mon") == ["Joy Adeyemi", "Ynys Môn Council"]


def test_a_session_is_found_by_its_title_and_its_cohort(store: Store) -> None:
    found = store.read(search.found, "talent 17 leading", ["session"])
    assert found
    assert all("Top Talent 17" in one.more for one in found)


def test_first_letters_will_do_where_nothing_has_the_word(store: Store) -> None:
    assert "Top Talent 33" in texts(store, "tt33")


def test_few_of_many_come_back_and_none_for_no_letters(store: Store) -> None:
    assert len(texts(store, "a", "person")) == search.CANDIDATES
    assert texts(store, " ") == []
    assert len(texts(store, "", "cohort")) == 40


def test_visited_pages_are_named_while_they_are_there(store: Store) -> None:
    gone = ["person/999999", "home", "cohort/1/people", "person/new"]
    asked = ["cohort/2", "person/30", *gone, "cohort/2/register/11"]
    found = store.read(search.at_addresses, asked)
    assert [one.address for one in found] == ["cohort/2", "person/30", "cohort/2/register/11"]
