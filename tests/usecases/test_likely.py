"""People, managers, facilitators and organisations as they are found while one types."""

from __future__ import annotations

import pytest

from academy.store.journal import Gesture
from academy.store.store import Store
from academy.usecases import directory, facilitators, managers, organisation_choices, organisations
from builders import a_person, an_academy

LIMIT = 3


@pytest.fixture
def store() -> Store:
    return an_academy()


def test_the_likeliest_come_first_and_the_others_are_counted(store: Store) -> None:
    ids = [a_person(store, name) for name in ("Bo Anson", "Ann Bow", "Cy Anand", "Al Janan")]
    assert store.read(directory.likely_people, "an", LIMIT) == ([ids[1], ids[0], ids[2]], 4)
    assert store.read(directory.likely_people, "JÁNAN", LIMIT) == ([ids[3]], 1)
    assert store.read(directory.likely_people, "an", LIMIT, {ids[1]})[1] == 3
    assert store.read(directory.likely_people, "", 9)[1] == 4
    assert store.read(directory.likely_people, "nobody", LIMIT) == ([], 0)


def test_a_manager_is_meant_by_a_name_that_one_person_has(store: Store) -> None:
    own, jo = a_person(store, "Own Self"), a_person(store, "Jo (Joanna) Frost")
    twins = [a_person(store, "Sam Lee", email=f"sam{n}@leeds.example") for n in (1, 2)]

    def meant(typed: str) -> int | None:
        return store.read(managers.manager_meant, typed, own)

    assert meant("jo (joanna)  FROST") == jo
    assert [meant(typed) for typed in ("Sam Lee", "Own Self", "Sam", "", "(")] == [None] * 5
    offered = store.read(managers.managers_like, "sam", own, LIMIT)
    assert offered == [f"Sam Lee (sam{n}@leeds.example)" for n in (1, 2)]
    assert [meant(one) for one in offered] == twins
    assert store.read(managers.manager_named, jo, own) == "Jo (Joanna) Frost"
    assert store.read(managers.manager_named, twins[1], own) == offered[1]


def test_of_namesakes_whom_nothing_tells_apart_none_is_taken_for_the_other(store: Store) -> None:
    own = a_person(store, "Own Self")
    twins = [a_person(store, "Sam Lee", email="office@leeds.example") for _ in range(2)]
    offered = store.read(managers.manager_named, twins[1], own)
    assert offered == "Sam Lee (office@leeds.example)"
    assert store.read(managers.manager_meant, offered, own) is None


def test_facilitators_are_known_by_name_or_address(store: Store) -> None:
    dana = a_person(store, "Dána Price", email="dana@kent.example")
    a_person(store, "Dana Priceless")
    called = facilitators.facilitators_called
    assert [one.person_id for one in store.read(called, "dána price")] == [dana]
    assert [one.person_id for one in store.read(called, "DANA@kent.example")] == [dana]
    assert store.read(called, "Dana") == store.read(called, "–") == []
    like = store.read(facilitators.facilitators_like, "dana", LIMIT, {dana})
    assert [one.name for one in like] == ["Dana Priceless"]


def test_no_council_is_looked_for_while_the_academys_own_are_enough(store: Store) -> None:
    for name in ("Kent Fire Academy", "Kent Housing"):
        store.write(Gesture("add_organisation"), organisations.add_organisation, name)
    found = store.read(organisation_choices.organisation_names, "kent", 2)
    assert found == ["Kent Fire Academy", "Kent Housing"]


def test_organisations_of_the_academy_come_before_the_registers(store: Store) -> None:
    store.write(Gesture("add_organisation"), organisations.add_organisation, "Kent Fire Academy")
    found = store.read(organisation_choices.organisation_names, "kent", LIMIT)
    assert found[:2] == ["Kent Fire Academy", "Kent County Council"]
