"""Organisations: councils of the register, others by name, and what they were called before."""

import pytest

from academy.domain.words import Role, RuleBroken
from academy.store.journal import Gesture
from academy.usecases import organisations, people
from academy.usecases.organisation_choices import (
    councils_like,
    organisation_for,
    organisation_meant,
    organisation_names,
)
from builders import a_person, an_academy, as_role
from explains import journal_explains

ADD, RENAME = Gesture("add_organisation"), Gesture("rename_organisation")


def names(store):
    return [row.name for row in store.read(organisations.organisations)]


def like(store, typed):
    return [choice.name for choice in store.read(councils_like, typed, 5)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kent", "Kent County Council"),
        ("LB Camden", "London Borough of Camden"),
        ("camdn", "London Borough of Camden"),
        ("ynys mon", "Isle of Anglesey County Council"),
        ("Derry", "Derry City and Strabane District Council"),
    ],
)
def test_a_council_is_found_as_one_types(typed, first):
    assert like(an_academy(), typed)[0] == first


def test_nothing_typed_lists_the_register_and_nonsense_nothing():
    store = an_academy()
    assert len(like(store, "")) == 5
    assert like(store, "Zzyzx Housing") == []


def test_a_council_added_twice_is_there_once():
    store = an_academy()
    code = store.read(councils_like, "kent county", 1)[0].code
    one = store.write(ADD, organisations.add_council, code)
    assert store.write(ADD, organisations.add_council, code) == one
    assert names(store) == ["Kent County Council"]
    journal_explains(store)


def test_a_typed_name_means_the_council_and_an_unknown_one_is_kept_as_typed():
    store = an_academy()
    camden = store.write(ADD, organisation_for, "LB Camden")
    trust = store.write(ADD, organisation_for, "  Acme  Housing Trust ")
    assert names(store) == ["Acme Housing Trust", "London Borough of Camden"]
    assert store.read(organisation_meant, "camden council").organisation_id == camden
    assert store.write(ADD, organisation_for, "acme housing trust") == trust
    assert store.write(ADD, organisation_for, "   ") is None


def test_names_of_the_academy_come_before_those_of_the_register():
    store = an_academy()
    for own in ("Kent Homes", "Kent Housing"):
        store.write(ADD, organisations.add_organisation, own)
    names = store.read(organisation_names, "kent", 3)
    assert names == ["Kent Homes", "Kent Housing", "Kent County Council"]
    assert store.read(organisation_names, "kent", 2) == names[:2]


def test_a_renamed_organisation_is_still_found_by_what_it_was_called():
    store = an_academy()
    trust = store.write(ADD, organisations.add_organisation, "Acme Housing")
    a_person(store, organisation_id=trust)
    store.write(RENAME, organisations.rename_organisation, trust, "Acme Homes")
    assert [row.organisation for row in store.read(people.people)] == ["Acme Homes"]
    assert store.write(ADD, organisations.add_organisation, "acme housing") == trust
    journal_explains(store)


def test_a_rename_can_be_undone():
    store = an_academy()
    trust = store.write(ADD, organisations.add_organisation, "Acme Housing")
    store.write(RENAME, organisations.rename_organisation, trust, "Acme Homes")
    store.undo()
    assert names(store) == ["Acme Housing"]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("  ", "organisation_name_missing"),
        ("Leeds City Council", "organisation_name_taken"),
        ("leeds city council", "organisation_name_taken"),
        ("Ac\u202eme", "refused_characters"),
        ("x" * 201, "text_too_long"),
    ],
)
def test_a_name_that_cannot_be_is_refused(name, rule):
    store = an_academy()
    store.write(ADD, organisations.add_organisation, "Leeds City Council")
    trust = store.write(ADD, organisations.add_organisation, "Acme Housing")
    with pytest.raises(RuleBroken) as refused:
        store.write(RENAME, organisations.rename_organisation, trust, name)
    assert refused.value.rule == rule
    assert names(store) == ["Acme Housing", "Leeds City Council"]


def test_a_new_name_with_hidden_directions_is_refused():
    store = an_academy()
    with pytest.raises(RuleBroken) as refused:
        store.write(ADD, organisations.add_organisation, "Ac\u202eme")
    assert refused.value.rule == "refused_characters"


def test_only_administrators_add_and_rename():
    store = an_academy()
    trust = store.write(ADD, organisations.add_organisation, "Acme Housing")
    as_role(store, Role.FACILITATOR)
    with pytest.raises(RuleBroken):
        store.write(ADD, organisations.add_organisation, "Other")
    with pytest.raises(RuleBroken):
        store.write(RENAME, organisations.rename_organisation, trust, "Other")
