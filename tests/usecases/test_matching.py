"""Matching a cohort: from what the academy knows to pairs, as one entry that can be undone."""

from dataclasses import replace

import pytest

from academy.domain.cohorts import Place
from academy.domain.mentoring import MenteeProfile, MentoringConflict
from academy.domain.people import Mentor, Person
from academy.domain.words import Aim, Criterion, Obstacle, RuleBroken
from academy.store.journal import Gesture
from academy.usecases import matching, matching_settings, mentoring, mentors
from academy.usecases.matching_input import MatchingRequest, matching_input
from academy.usecases.mentors import MentorDraft
from builders import TODAY, a_cohort, a_mentor, a_pair, an_academy, enrolled


def a_bench(store, *names, capacity=1):
    return [a_mentor(store, name, capacity=capacity) for name in names]


def wish(store, place_id, **wishes):
    def command(db):
        db.add(MenteeProfile(place=db.get_one(Place, place_id), **wishes))

    store.write(Gesture("save_mentee"), command)


def change(store, entity, **values):
    def command(db):
        wanted = values.pop("where")
        for name, value in values.items():
            setattr(db.query(entity).filter_by(**wanted).one(), name, value)

    store.write(Gesture("save_mentor"), command)


def planned(store, cohort, **asked):
    request = MatchingRequest(cohort.id, **asked)
    return matching.matched(store.read(matching_input, request, TODAY))


def confirm(store, plan):
    return store.write(matching.confirm_gesture(plan), matching.confirm_pairs, plan, TODAY)


def told(plan):
    return {pair.mentee.name: pair.mentor.name for pair in plan.pairs}


def test_a_whole_cohort_is_paired_as_one_entry_that_can_be_undone():
    store = an_academy()
    cohort = a_cohort(store)
    enrolled(store, cohort, ["Ann One", "Bob Two", "Cy Three"])
    a_bench(store, "Pat Ellis", "Jo Frost", "Lee Brand")
    plan = planned(store, cohort)
    assert len(plan.pairs) == 3
    assert store.read(mentoring.pairs, cohort.id, TODAY) == []
    confirm(store, plan)
    made = store.read(mentoring.pairs, cohort.id, TODAY)
    assert {row.mentee: row.mentor for row in made} == told(plan)
    store.undo()
    assert store.read(mentoring.pairs, cohort.id, TODAY) == []


def test_themes_decide_and_are_told_as_reasons():
    store = an_academy()
    cohort = a_cohort(store)
    ann, bob = enrolled(store, cohort, ["Ann One", "Bob Two"])
    pat, jo = a_bench(store, "Pat Ellis", "Jo Frost")
    wish(store, ann.id, themes=["cyber security"])
    wish(store, bob.id, themes=["smart places"])
    change(store, Mentor, where={"person_id": pat}, themes=["smart places"])
    change(store, Mentor, where={"person_id": jo}, themes=["Cyber security"])
    first, second = planned(store, cohort).pairs
    assert (first.mentor.id, second.mentor.id) == (jo, pat)
    said = {reason.key: dict(reason.facts) for reason in first.reasons}
    assert said["themes_common"] == {"what": "cyber security"}
    assert "new_to_mentoring" in said
    assert first.runner_up is not None
    assert first.runner_up.id == pat
    assert first.cost is not None
    assert first.cost.points == pytest.approx(50)  # both pairs lose the theme’s 25


def test_capacity_counts_over_all_programmes():
    store = an_academy()
    cohort, other = a_cohort(store), a_cohort(store)
    [pat] = a_bench(store, "Pat Ellis", capacity=1)
    a_pair(store, other, enrolled(store, other, ["Zoe Zed"])[0].person_id, pat)
    enrolled(store, cohort, ["Ann One"])
    [left] = planned(store, cohort).left_over
    assert left.obstacles == {Obstacle.FULL: 1}
    assert [mentor.id for mentor in left.would_help] == [pat]
    assert told(planned(store, cohort, capacities=((pat, 2),)))


def test_a_manager_at_any_height_a_former_mentor_and_a_conflict_are_never_suggested():
    store = an_academy()
    cohort = a_cohort(store)
    [ann] = enrolled(store, cohort, ["Ann One"])
    boss, middle, former, foe = a_bench(store, "Top Boss", "Mid Dle", "For Mer", "Con Flict")
    change(store, Person, where={"id": ann.person_id}, manager_id=middle)
    change(store, Person, where={"id": middle}, manager_id=boss)
    pair = a_pair(store, cohort, ann.person_id, former)
    store.write(Gesture("end_pair"), mentoring.end_pair, pair, "Moved", TODAY)
    conflict = MentoringConflict(mentee_id=ann.person_id, mentor_id=foe)
    store.write(Gesture("save_conflict"), lambda db: db.add(conflict))
    [left] = planned(store, cohort).left_over
    assert left.obstacles == {
        Obstacle.REPORTING_LINE: 2, Obstacle.FORMER_PAIR: 1, Obstacle.CONFLICT: 1
    }  # fmt: skip
    assert left.would_help == ()


def test_a_ring_of_managers_does_no_harm():
    store = an_academy()
    cohort = a_cohort(store)
    ann, bob = enrolled(store, cohort, ["Ann One", "Bob Two"])
    change(store, Person, where={"id": ann.person_id}, manager_id=bob.person_id)
    change(store, Person, where={"id": bob.person_id}, manager_id=ann.person_id)
    a_bench(store, "Pat Ellis", "Jo Frost")
    assert len(planned(store, cohort).pairs) == 2


def test_a_plan_made_before_something_changed_is_refused():
    store = an_academy()
    cohort = a_cohort(store)
    enrolled(store, cohort, ["Ann One"])
    [pat] = a_bench(store, "Pat Ellis")
    plan = planned(store, cohort)
    change(store, Mentor, where={"person_id": pat}, paused=True)
    with pytest.raises(RuleBroken, match="changed_since_review"):
        confirm(store, plan)


def test_what_if_says_who_would_move():
    store = an_academy()
    cohort = a_cohort(store)
    ann, bob = enrolled(store, cohort, ["Ann One", "Bob Two"])
    a_bench(store, "Pat Ellis", "Jo Frost")
    before = planned(store, cohort)
    other = {pair.mentee.id: pair.mentor.id for pair in before.pairs}[bob.person_id]
    after = planned(store, cohort, pins=((ann.person_id, other),))
    assert [move.mentee.id for move in matching.moves(before, after)] == [
        ann.person_id, bob.person_id
    ]  # fmt: skip
    assert matching.moves(before, before) == []


def test_weights_and_the_aim_are_the_academys_unless_asked_otherwise():
    store = an_academy()
    cohort = a_cohort(store)

    def settle(db):
        academy = db.query(matching_academy()).one()
        academy.matching = {"weights": {"themes": 70}, "aim": "best_scores"}

    store.write(Gesture("save_academy"), settle)
    rules = store.read(matching_input, MatchingRequest(cohort.id), TODAY).rules
    assert (rules.aim, rules.weight(Criterion.THEMES)) == (Aim.BEST_SCORES, 70)
    asked = MatchingRequest(cohort.id, weights=((Criterion.THEMES, 5),), aim=Aim.MOST_PEOPLE)
    rules = store.read(matching_input, asked, TODAY).rules
    assert (rules.aim, rules.weight(Criterion.THEMES)) == (Aim.MOST_PEOPLE, 5)


def matching_academy():
    from academy.domain.academy import Academy

    return Academy


def test_no_plan_is_confirmed_without_pairs():
    store = an_academy()
    cohort = a_cohort(store)
    plan = planned(store, cohort)
    with pytest.raises(RuleBroken, match="no_pairs"):
        confirm(store, replace(plan, pairs=()))


def test_a_mentor_who_is_a_mentee_too_never_gets_themselves():
    store = an_academy()
    cohort = a_cohort(store)
    [ann] = enrolled(store, cohort, ["Ann One"])
    store.write(Gesture("save_mentor"), mentors.save_mentor, MentorDraft(ann.person_id))
    [left] = planned(store, cohort).left_over
    assert left.obstacles == {Obstacle.ONESELF: 1}
    assert matching.causes(left) == [("oneself", 1)]
    [pat] = a_bench(store, "Pat Ellis")
    assert told(planned(store, cohort)) == {"Ann One": "Pat Ellis"}
    refused = planned(store, cohort, pins=((ann.person_id, ann.person_id),)).refused_pins
    assert [pin.obstacle for pin in refused] == [Obstacle.ONESELF]
    assert pat


def test_a_capacity_below_the_load_leaves_no_place_and_parts_nobody():
    store = an_academy()
    cohort, other = a_cohort(store), a_cohort(store)
    [pat] = a_bench(store, "Pat Ellis", capacity=2)
    for name in ("Zoe Zed", "Yan Why"):
        a_pair(store, other, enrolled(store, other, [name])[0].person_id, pat)
    enrolled(store, cohort, ["Ann One"])
    [left] = planned(store, cohort, capacities=((pat, 1),)).left_over
    assert left.obstacles == {Obstacle.FULL: 1}
    assert len(store.read(mentoring.pairs, other.id, TODAY)) == 2


def test_more_people_than_places_leaves_over_only_as_many_as_must_be():
    store = an_academy()
    cohort = a_cohort(store)
    enrolled(store, cohort, ["Ann One", "Bob Two", "Cy Three"])
    a_bench(store, "Pat Ellis", "Jo Frost")
    plan = planned(store, cohort)
    assert (len(plan.pairs), len(plan.left_over)) == (2, 1)
    assert matching.causes(plan.left_over[0]) == [("taken", 2)]
    assert len(plan.left_over[0].would_help) == 2


def test_another_suggestion_is_the_best_plan_without_the_declined_pair():
    store = an_academy()
    cohort = a_cohort(store)
    [ann] = enrolled(store, cohort, ["Ann One"])
    a_bench(store, "Pat Ellis", "Jo Frost")
    [first] = planned(store, cohort).pairs
    declined = (ann.person_id, first.mentor.id)
    [second] = planned(store, cohort, declined=(declined,)).pairs
    assert second.mentor == first.runner_up
    both = (declined, (ann.person_id, second.mentor.id))
    [left] = planned(store, cohort, declined=both).left_over
    assert left.obstacles == {Obstacle.DECLINED: 2}


def test_weights_are_settled_for_the_academy_and_nonsense_is_refused():
    store = an_academy()
    cohort = a_cohort(store)
    kept = store.read(matching_settings.matching_settings)
    wanted = replace(kept, aim=Aim.BEST_SCORES, weights={Criterion.THEMES: 100})
    save = matching_settings.save_matching_settings
    store.write(Gesture("change_settings"), save, wanted)
    rules = store.read(matching_input, MatchingRequest(cohort.id), TODAY).rules
    assert (rules.aim, rules.most) == (Aim.BEST_SCORES, 100)
    for weights, key in (({Criterion.DAYS: 101}, "matching_weight"), ({}, "weighs_nothing")):
        with pytest.raises(RuleBroken, match=key):
            store.write(Gesture("change_settings"), save, replace(kept, weights=weights))
