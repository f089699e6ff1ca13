"""People and their places in cohorts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.domain.words import CohortState, PlaceState, RuleBroken
from academy.store.journal import Gesture
from academy.usecases import cohorts, organisations, people
from academy.usecases.cohorts import CohortDraft
from builders import (
    TODAY,
    a_cohort,
    a_mentor,
    a_pair,
    a_person,
    an_academy,
    enrolled,
    marks,
)


def save(store, person_id, **fields):
    draft = replace(store.read(people.person, person_id), **fields)
    return store.write(Gesture("change_person"), people.save_person, draft)


def test_a_person_is_kept_as_typed_but_for_stray_spaces():
    store = an_academy()
    kent = store.write(
        Gesture("add_organisation"), organisations.add_organisation, "Kent County Council"
    )
    person = a_person(store, " Siân  Ŵyn Hughes ")
    save(
        store, person, family_name="Ŵyn Hughes", email=" Sian@kent.example ", phone=" 01622 1 ",
        external_id="00417", organisation_id=kent,
    )  # fmt: skip
    [row] = store.read(people.people)
    assert (row.name, row.full_name) == ("Ŵyn Hughes, Siân", "Siân Ŵyn Hughes")
    assert (row.email, row.phone, row.organisation) == (
        "Sian@kent.example", "01622 1", "Kent County Council",
    )  # fmt: skip
    assert store.read(people.person, person).external_id == "00417"


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"full_name": " "}, "full_name_missing"),
        ({"full_name": "x" * 201}, "text_too_long"),
        ({"known_as": "x" * 201}, "text_too_long"),
        ({"phone": "1" * 201}, "text_too_long"),
        ({"full_name": "Ann\u202eOne"}, "refused_characters"),
        ({"name_on_certificate": "Ann\x00One"}, "refused_characters"),
        ({"email": "ann@@kent.example"}, "email_one_at"),
        ({"email": "ann.kent.example"}, "email_one_at"),
    ],
)
def test_what_cannot_be_a_person_is_refused_and_nothing_changes(fields, rule):
    store = an_academy()
    person = a_person(store, "Ann One")
    before = store.read(people.person, person)
    with pytest.raises(RuleBroken, match=rule):
        save(store, person, **fields)
    assert store.read(people.person, person) == before


def test_a_shared_address_is_noticed_however_it_is_written():
    store = an_academy()
    ann = a_person(store, "Ann One", email="Ann.One@Kent.example")
    assert store.read(people.same_email, "ann.one@kent.EXAMPLE ", 0) == "Ann One"
    assert store.read(people.same_email, "ann.one@kent.example", ann) is None
    assert store.read(people.same_email, " ", 0) is None


def test_people_are_listed_by_name_with_the_cohorts_they_are_in():
    store = an_academy()
    one, two = a_cohort(store, name="One"), a_cohort(store, name="Two")
    places = enrolled(store, one, ["Zoe Abbott", "Émile Zola", "Ann Byrne"])
    for place, family in zip(places, ("Abbott", "Zola", "Byrne"), strict=True):
        save(store, place.person_id, family_name=family)
    store.write(Gesture("enrol"), cohorts.enrol, two.id, [places[0].person_id], TODAY)
    store.write(Gesture("withdraw"), cohorts.withdraw, [places[2].id], TODAY)
    found = [(row.name, row.cohorts) for row in store.read(people.people)]
    assert found == [("Abbott, Zoe", "One, Two"), ("Byrne, Ann", ""), ("Zola, Émile", "One")]
    assert [row.name for row in store.read(people.people, one.id)] == ["Abbott, Zoe", "Zola, Émile"]


def test_only_somebody_without_places_and_pairs_is_removed():
    store = an_academy()
    cohort = a_cohort(store)
    [ann] = enrolled(store, cohort, ["Ann One"])
    pat = a_mentor(store, "Pat Ellis")
    a_pair(store, cohort, ann.person_id, pat)
    free = a_mentor(store, "Free Mentor")
    for person, rule in (ann.person_id, "person_has_places"), (pat, "person_has_pairs"):
        with pytest.raises(RuleBroken, match=rule):
            store.write(Gesture("remove_person"), people.remove_person, person)
    store.write(Gesture("remove_person"), people.remove_person, free)
    assert [row.name for row in store.read(people.people)] == ["Ann One", "Pat Ellis"]


def test_a_cohort_is_counted_and_dated_in_its_list():
    store = an_academy()
    cohort = a_cohort(store, sessions=3, last=TODAY, name="Top Talent 7")
    ann, _ = enrolled(store, cohort, 2)
    store.write(Gesture("withdraw"), cohorts.withdraw, [ann.id], TODAY)
    a_cohort(store, cohort.programme_id, state=CohortState.FINISHED)
    row, _ = store.read(cohorts.cohorts, cohort.programme_id)
    assert (row.name, row.people, row.sessions) == ("Top Talent 7", 1, 3)
    assert (row.first_day, row.last_day) == (TODAY - timedelta(weeks=2), TODAY)


def test_withdrawing_keeps_the_marks_and_coming_back_brings_the_place_back():
    store = an_academy()
    cohort = a_cohort(store, sessions=2)
    [ann] = enrolled(store, cohort, ["Ann One"])
    marks(store, cohort, "PA")
    store.write(Gesture("withdraw"), cohorts.withdraw, [ann.id], TODAY)
    [row] = store.read(cohorts.places, cohort.id)
    assert (row.state, row.withdrawn_on) == (PlaceState.WITHDRAWN, TODAY)
    again = store.write(Gesture("enrol"), cohorts.enrol, cohort.id, [ann.person_id], TODAY)
    assert again == [ann.id]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"name": ""}, "cohort_name_missing"),
        ({"name": "Taken"}, "cohort_name_taken"),
        ({"capacity": 0}, "capacity_out_of_range"),
        ({"capacity": 501}, "capacity_out_of_range"),
        ({"capacity": 1}, "capacity_below_people"),
    ],
)
def test_a_cohort_that_cannot_be_is_refused(fields, rule):
    store = an_academy()
    a_cohort(store, name="Taken")
    cohort = a_cohort(store)
    enrolled(store, cohort, 2)
    draft = replace(store.read(cohorts.cohort, cohort.id), **fields)
    with pytest.raises(RuleBroken, match=rule):
        store.write(Gesture("change_cohort"), cohorts.save_cohort, draft)


def test_a_cohort_belongs_to_a_programme():
    store = an_academy()
    with pytest.raises(RuleBroken, match="programme_missing"):
        store.write(Gesture("add_cohort"), cohorts.save_cohort, CohortDraft(name="Stray"))


def test_enrolling_several_is_all_or_nothing():
    store = an_academy()
    cohort = a_cohort(store, capacity=2)
    three = [a_person(store, name) for name in ("Ann One", "Ben Two", "Cy Three")]
    with pytest.raises(RuleBroken, match="cohort_full"):
        store.write(Gesture("enrol"), cohorts.enrol, cohort.id, three, TODAY)
    assert store.read(cohorts.places, cohort.id) == []
