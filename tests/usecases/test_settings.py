"""The academy's settings, its programmes, its organisations: saved, or refused with a reason."""

from dataclasses import replace

import pytest

from academy.domain.words import RuleBroken, Who
from academy.store.journal import Gesture
from academy.usecases import academy, cohorts, organisation_choices, organisations, programmes
from builders import DANA, TODAY, a_cohort, a_programme, a_signatory, an_academy, rules

CHANGE = Gesture("change_settings")


def test_a_new_academy_has_settings_that_suit_most():
    settings = an_academy("Kent Leadership").read(academy.academy)
    assert (settings.name, settings.issuer) == ("Kent Leadership", "Kent Leadership")
    assert (settings.quiet_days, settings.absences_in_a_row) == (42, 2)
    assert not settings.sample


def test_settings_are_saved_and_an_empty_issuer_is_the_academy():
    store = an_academy()
    settings = replace(store.read(academy.academy), name="  Kent   Academy ", issuer=" ")
    store.write(CHANGE, academy.save_academy, settings)
    saved = store.read(academy.academy)
    assert (saved.name, saved.issuer) == ("Kent Academy", "Kent Academy")


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"name": " "}, "academy_name_missing"),
        ({"name": "x" * 201}, "text_too_long"),
        ({"meeting_percent": 0}, "percent_out_of_range"),
        ({"meeting_percent": 101}, "percent_out_of_range"),
        ({"quiet_days": 0}, "setting_below_one"),
        ({"quiet_days": 10**12}, "setting_too_large"),
        ({"late_after_minutes": -1}, "setting_below_one"),
        ({"certificate_pattern": "LA"}, "number_pattern"),
        ({"check_address": "ftp://example.org"}, "check_address"),
        ({"check_address": "https://example.org/a b"}, "check_address"),
        ({"check_address": "https://example.org/" + "x" * 200}, "check_address"),
        ({"zone": "Europe/Londn"}, "zone_unknown"),
        ({"zone": "../../etc/passwd"}, "zone_unknown"),
    ],
)
def test_settings_that_cannot_be_are_refused_and_nothing_changes(change, rule):
    store = an_academy()
    before = store.read(academy.academy)
    with pytest.raises(RuleBroken, match=rule):
        store.write(CHANGE, academy.save_academy, replace(before, **change))
    assert store.read(academy.academy) == before


def test_the_address_of_the_check_is_kept_without_what_follows_it():
    store = an_academy()
    typed = " https://example.org/check?#eyJ "
    settings = replace(store.read(academy.academy), check_address=typed)
    store.write(CHANGE, academy.save_academy, settings)
    assert store.read(academy.academy).check_address == "https://example.org/check"


def test_signatories_are_kept_the_retired_ones_last():
    store = an_academy()
    first, second = a_signatory(store, "Ann One"), a_signatory(store, "Ben Two")
    ann = store.read(academy.signatories)[0]
    save = academy.save_signatory
    store.write(Gesture("save_signatory"), save, replace(ann, retired=True))
    assert [s.id for s in store.read(academy.signatories)] == [second, first]
    with pytest.raises(RuleBroken, match="signatory_name_missing"):
        store.write(Gesture("save_signatory"), save, academy.SignatoryDraft())


def change(store, programme_id, **fields):
    draft = replace(store.read(programmes.programme, programme_id), **fields)
    return store.write(Gesture("change_programme"), programmes.save_programme, draft, TODAY)


def test_changed_rules_are_a_new_version_and_cohorts_that_began_keep_theirs():
    store = an_academy()
    programme = a_programme(store, "Top Talent", rules(80, "Project"))
    began = a_cohort(store, programme)
    change(store, programme, rules=rules(70))
    [row] = store.read(programmes.programmes)
    assert row.rules_version == 2
    from academy.usecases import completion

    assert [r.name for r in store.read(completion.requirements, began.id)] == ["Project"]
    assert store.read(completion.requirements, a_cohort(store, programme).id) == []
    store.write(Gesture("adopt_rules"), cohorts.adopt_newest_rules, began.id)
    assert store.read(completion.requirements, began.id) == []


def test_a_programme_changed_in_name_only_keeps_its_version():
    store = an_academy()
    programme = a_programme(store, "Top Talent")
    change(store, programme, name="Top Talents")
    assert store.read(programmes.programmes)[0].rules_version == 1


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        (rules(0), "percent_out_of_range"),
        (rules(101), "percent_out_of_range"),
        (rules(meetings=-1), "meetings_below_zero"),
        (rules(80, " "), "requirement_name_missing"),
        (rules(80, "Project", "project"), "requirement_twice"),
    ],
)
def test_rules_that_nobody_could_meet_are_refused(asked, rule):
    store = an_academy()
    with pytest.raises(RuleBroken, match=rule):
        a_programme(store, rules=asked)
    assert store.read(programmes.programmes) == []


def test_two_programmes_do_not_share_a_name():
    store = an_academy()
    a_programme(store, "Top Talent")
    with pytest.raises(RuleBroken, match="programme_name_taken"):
        a_programme(store, "Top  Talent ")


def test_saving_over_somebodys_newer_change_is_refused_and_names_them():
    store = an_academy()
    programme = a_programme(store, "Top Talent")
    mine = store.read(programmes.programme, programme)
    store.who = Who("Sam Reed")
    change(store, programme, description="Sam was here")
    store.who = DANA
    with pytest.raises(RuleBroken) as broken:
        store.write(
            Gesture("change_programme"), programmes.save_programme,
            replace(mine, name="Mine"), TODAY,
        )  # fmt: skip
    assert (broken.value.rule, broken.value.facts["by"]) == ("changed_meanwhile", "Sam Reed")
    assert store.read(programmes.programme, programme).name == "Top Talent"


def test_a_council_is_added_once_and_a_name_finds_what_is_known():
    store = an_academy()
    add = Gesture("add_organisation")
    code = store.read(organisation_choices.councils_like, "Kent", 1)[0].code
    kent = store.write(add, organisations.add_council, code)
    assert store.write(add, organisations.add_council, code) == kent
    [row] = store.read(organisations.organisations)
    assert store.write(add, organisations.add_organisation, row.name.upper()) == kent
    store.write(add, organisations.remember_alias, kent, "Kent CC")
    assert store.write(add, organisations.add_organisation, "kent  cc") == kent
    assert store.write(add, organisations.add_organisation, "Medway Maritime") != kent
    with pytest.raises(RuleBroken, match="organisation_name_missing"):
        store.write(add, organisations.add_organisation, " ")
