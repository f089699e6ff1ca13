"""The bench: what mentors offer, what mentees wish, who is kept apart, who reports to whom."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.domain.words import RuleBroken
from academy.store.journal import Gesture
from academy.usecases import mentees, mentor_bench, mentoring, mentors, people, themes
from builders import TODAY, WEEK, a_cohort, a_mentor, a_pair, a_person, an_academy, enrolled
from explains import journal_explains


@pytest.fixture
def store():
    store = an_academy()
    yield store
    journal_explains(store)
    store.close()


def save_mentor(store, draft):
    return store.write(Gesture("save_mentor"), mentors.save_mentor, draft)


def save_mentee(store, draft):
    return store.write(Gesture("save_mentee"), mentees.save_mentee, draft)


def test_everything_a_mentor_offers_is_kept_and_shown(store):
    pat = a_mentor(store)
    draft = replace(
        store.read(mentors.mentor, pat), capacity=3, offers="finance,  housing",
        themes=("Cyber Security", "beekeeping"), tells="ten years in housing",
        region="Kent", online=False, days=("Friday", "Tuesday"), grade=8,
        trained_on=TODAY, agreed_on=TODAY,
    )  # fmt: skip
    save_mentor(store, draft)
    kept = store.read(mentors.mentor, pat)
    assert kept.themes == ("cyber security", "beekeeping")
    assert kept.days == ("Tuesday", "Friday")
    [row] = store.read(mentors.mentors)
    assert (row.offers, row.region, row.online, row.grade) == ("finance, housing", "Kent", False, 8)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"online": False, "in_person": False}, "mentoring_format"),
        ({"days": ("Someday",)}, "mentoring_day"),
        ({"grade": 12}, "mentoring_grade"),
        ({"tells": "x" * 501}, "text_too_long"),
        ({"offers": "a\u202eb"}, "refused_characters"),
    ],
)
def test_what_nobody_can_offer_is_refused(store, change, rule):
    draft = store.read(mentors.mentor, a_mentor(store))
    with pytest.raises(RuleBroken, match=rule):
        save_mentor(store, replace(draft, **change))


def test_a_capacity_is_never_lowered_below_the_mentees_there_are(store):
    pat, cohort = a_mentor(store, capacity=3), a_cohort(store)
    for place in enrolled(store, cohort, ["Ann One", "Ben Two"]):
        a_pair(store, cohort, place.person_id, pat)
    draft = store.read(mentors.mentor, pat)
    with pytest.raises(RuleBroken, match="mentor_below_load"):
        save_mentor(store, replace(draft, capacity=1, offers="else"))
    assert store.read(mentors.mentor, pat) == draft
    save_mentor(store, replace(draft, capacity=2))
    assert store.read(mentors.mentors)[0].free == 0


def test_the_bench_tells_rest_agreement_last_use_and_what_a_graduate_completed(store):
    pat, cohort = a_mentor(store), a_cohort(store, name="Top Talent 5")
    pair = a_pair(store, cohort, enrolled(store, cohort)[0].person_id, pat)
    store.write(Gesture("end_pair"), mentoring.end_pair, pair, "Done", TODAY)
    draft = store.read(mentors.mentor, pat)
    save_mentor(store, replace(draft, rest_until=TODAY + WEEK, agreed_on=TODAY))
    [row] = store.read(mentor_bench.bench, TODAY)
    assert (row.free, row.rests, row.agreement_due) == (0, True, False)
    assert (row.mentor.times, row.mentor.last_used) == (1, TODAY)
    [later] = store.read(mentor_bench.bench, TODAY + timedelta(days=800))
    assert (later.free, later.rests, later.agreement_due) == (2, False, True)


def test_a_mentee_has_wishes_of_their_own_in_each_cohort(store):
    [ann] = enrolled(store, a_cohort(store), ["Ann One"])
    assert store.read(mentees.mentee, ann.id).in_person
    draft = store.read(mentees.mentee, ann.id)
    save_mentee(
        store, replace(draft, wants="finance", wishes="has changed career", days=("Monday",))
    )
    kept = store.read(mentees.mentee, ann.id)
    assert (kept.wants, kept.wishes, kept.days) == ("finance", "has changed career", ("Monday",))
    with pytest.raises(RuleBroken, match="changed_meanwhile"):
        save_mentee(store, replace(draft, version=-1))


def test_two_people_are_kept_apart_until_that_is_withdrawn(store):
    ann, pat = a_person(store, "Ann One"), a_mentor(store, "Pat Ellis")
    declare = Gesture("declare_conflict")
    made = store.write(declare, mentees.declare_conflict, ann, pat)
    assert store.write(declare, mentees.declare_conflict, ann, pat) == made
    assert [row.mentor_id for row in store.read(mentees.conflicts, ann)] == [pat]
    store.write(Gesture("withdraw_conflict"), mentees.withdraw_conflict, made)
    assert store.read(mentees.conflicts, ann) == []
    with pytest.raises(RuleBroken, match="mentor_is_mentee"):
        store.write(declare, mentees.declare_conflict, ann, ann)


def test_nobody_is_their_own_line_manager_through_others(store):
    ann, ben, cas = (a_person(store, name) for name in ("Ann One", "Ben Two", "Cas Three"))

    def report(person, manager):
        draft = replace(store.read(people.person, person), manager_id=manager)
        store.write(Gesture("change_person"), people.save_person, draft)

    report(ann, ben)
    report(ben, cas)
    for manager in (ann, cas):
        with pytest.raises(RuleBroken, match="manager_ring"):
            report(cas, manager)
    report(ben, None)
    report(cas, ann)
    assert store.read(people.person, cas).manager_id == ann


def test_an_academy_has_themes_of_its_own(store):
    assert "smart places" in store.read(themes.themes)
    store.write(Gesture("save_themes"), themes.save_themes, ["Housing", " housing ", "Finance"])
    assert store.read(themes.themes) == ["Housing", "Finance"]
    pat = a_mentor(store)
    save_mentor(store, replace(store.read(mentors.mentor, pat), themes=("bees", "housing")))
    assert store.read(themes.themes_to_choose) == ["Housing", "Finance", "bees"]
