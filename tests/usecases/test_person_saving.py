"""Saving a person with a typed organisation, and with a place in a cohort at once."""

import pytest

from academy.domain.words import RuleBroken
from academy.store.journal import Gesture
from academy.usecases import cohorts, organisations, people
from academy.usecases.organisation_choices import councils_like, organisation_meant
from academy.usecases.people import PersonDraft
from academy.usecases.person_saving import save_person_of
from builders import TODAY, a_cohort, an_academy, enrolled


def save(store, organisation, cohort_id=None, **fields):
    draft = PersonDraft(**fields)
    gesture = Gesture("add_person")
    return store.write(gesture, save_person_of, draft, organisation, cohort_id, TODAY)


def names(store):
    return [one.name for one in store.read(organisations.organisations)]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Kent CC", ["Kent County Council"]),
        ("  kent   county council ", ["Kent County Council"]),
        ("Acme Trust", ["Acme Trust"]),
        ("", []),
    ],
)
def test_a_typed_organisation_becomes_the_council_it_means_or_a_new_one(typed, kept):
    store = an_academy()
    save(store, typed, full_name="Noor Ahmed")
    assert names(store) == kept
    assert [one.organisation for one in store.read(people.people)] == (kept or [""])
    save(store, typed, full_name="Aoife Byrne")
    assert names(store) == kept


def test_a_person_and_their_place_are_one_step_to_undo():
    store = an_academy()
    cohort = a_cohort(store)
    save(store, "Kent CC", cohort.id, full_name="Noor Ahmed")
    assert [one.name for one in store.read(cohorts.places, cohort.id)] == ["Noor Ahmed"]
    store.undo()
    assert store.read(people.people) == []
    assert names(store) == []


def test_without_room_in_the_cohort_nothing_is_saved():
    store = an_academy()
    cohort = a_cohort(store, capacity=1)
    enrolled(store, cohort)
    with pytest.raises(RuleBroken, match="cohort_full"):
        save(store, "Acme Trust", cohort.id, full_name="Aoife Byrne")
    assert len(store.read(people.people)) == 1
    assert names(store) == []


def test_councils_are_found_as_one_types():
    store = an_academy()
    first = [one.name for one in store.read(councils_like, "Kent CC", 5)]
    assert first == ["Kent County Council"]
    found = [one.name for one in store.read(councils_like, "medw", 5)]
    assert found == ["Medway Council"]
    assert len(store.read(councils_like, "", 7)) == 7
    assert store.read(councils_like, "Acme", 5) == []
    assert store.read(organisation_meant, "  ") is None
