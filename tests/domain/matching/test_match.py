"""Matching finds the best plan there is, says why, and leaves nobody out without a cause."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from academy.domain.matching.facts import Matching, Mentee, Mentor, Rules
from academy.domain.matching.match import match
from academy.domain.matching.scores import Scores
from academy.domain.words import Aim, Criterion, Obstacle
from domain.matching.cases import cohort, every_plan

SMALL = [(seed, 2 + seed % 4, 2 + seed % 3) for seed in range(60)]


def allowed_points(case) -> dict[tuple[int, int], int]:
    mentees, mentors, rules = case
    scores = Scores(mentees, mentors, rules)
    return {
        (mentee.id, mentor.id): int(scores.points[i, j])
        for i, mentee in enumerate(mentees)
        for j, mentor in enumerate(mentors)
        if scores.obstacle(i, j) is None
    }


def rank(plan: dict[int, int], points: dict[tuple[int, int], int], aim: Aim) -> tuple[int, ...]:
    got = [points[pair] for pair in plan.items()]
    first = (len(got), sum(got)) if aim is Aim.MOST_PEOPLE else (sum(got), len(got))
    return (*first, min(got, default=0))


def plan_of(found: Matching) -> dict[int, int]:
    return {s.mentee_id: s.mentor_id for s in found.suggestions}


@pytest.mark.parametrize("aim", Aim)
@pytest.mark.parametrize(("seed", "mentees", "mentors"), SMALL)
def test_no_plan_is_better(seed, mentees, mentors, aim):
    waiting, bench, rules = cohort(seed, mentees, mentors)
    rules = replace(rules, aim=aim)
    points = allowed_points((waiting, bench, rules))
    room = {mentor.id: mentor.room for mentor in bench}
    best = max(rank(plan, points, aim) for plan in every_plan(waiting, points, room))
    assert rank(plan_of(match(waiting, bench, rules)), points, aim) == best


@pytest.mark.parametrize(("seed", "mentees", "mentors"), SMALL)
def test_the_change_told_for_a_pair_is_the_best_plan_without_it(seed, mentees, mentors):
    waiting, bench, rules = cohort(seed, mentees, mentors)
    points = allowed_points((waiting, bench, rules))
    room = {mentor.id: mentor.room for mentor in bench}
    found = match(waiting, bench, rules)
    plans = list(every_plan(waiting, points, room))
    best = rank(plan_of(found), points, rules.aim)
    for pair in found.suggestions:
        others = [p for p in plans if p.get(pair.mentee_id) != pair.mentor_id]
        people, total, _ = max(rank(plan, points, rules.aim) for plan in others)
        assert pair.change is not None
        assert pair.change.people == best[0] - people
        assert pair.change.points == pytest.approx((best[1] - total) / 1000, abs=0.002)
        same = [
            p.get(pair.mentee_id)
            for p in others
            if rank(p, points, rules.aim)[:2] == (people, total)
        ]
        assert pair.change.mentor_id in same


def test_pairs_may_be_in_any_order_and_come_out_the_same():
    waiting, bench, rules = cohort(7, 12, 9)
    wanted = match(waiting, bench, rules)

    @settings(max_examples=25, deadline=None)
    @given(st.permutations(waiting), st.permutations(bench))
    def check(some, others):
        assert match(some, others, rules) == wanted

    check()


def test_an_empty_cohort_and_an_empty_bench():
    assert match([], [Mentor(1)], Rules()) == Matching((), ())
    left = match([Mentee(1)], [], Rules())
    assert [m.mentee_id for m in left.unmatched] == [1]


def test_nobody_is_left_over_without_a_cause():
    boss, friend = Mentor(10, line=frozenset({1})), Mentor(11, organisation=5)
    mentee = Mentee(1, organisation=5)
    [left] = match([mentee], [boss, friend, Mentor(12, paused=True)], Rules()).unmatched
    assert left.obstacles == {
        Obstacle.REPORTING_LINE: 1, Obstacle.SAME_ORGANISATION: 1, Obstacle.PAUSED: 1
    }  # fmt: skip
    assert left.would_help == ()


def test_one_more_place_is_named_where_it_would_help():
    mentees = [Mentee(1, themes=frozenset({"cyber"})), Mentee(2)]
    found = match(mentees, [Mentor(10, room=1, themes=frozenset({"cyber"}))], Rules())
    [left] = found.unmatched
    assert left.would_help == (10,)
    more = match(mentees, [Mentor(10, room=2)], Rules())
    assert not more.unmatched


def test_a_pin_stands_whatever_its_score():
    mentees = [Mentee(1, themes=frozenset({"cyber"})), Mentee(2, themes=frozenset({"skills"}))]
    bench = [Mentor(10, themes=frozenset({"cyber"})), Mentor(11, themes=frozenset({"skills"}))]
    found = match(mentees, bench, Rules(), pins=[(1, 11)])
    assert plan_of(found) == {1: 11, 2: 10}
    assert [s.pinned for s in found.suggestions] == [True, False]


def test_pins_that_break_a_rule_or_each_other_are_told():
    bench = [Mentor(10), Mentor(11, paused=True)]
    found = match([Mentee(1), Mentee(2)], bench, Rules(), pins=[(1, 11), (1, 10), (2, 10), (1, 10)])
    told = [(p.mentee_id, p.mentor_id, p.obstacle) for p in found.refused_pins]
    assert told == [(1, 11, Obstacle.PAUSED), (2, 10, Obstacle.FULL), (1, 10, None)]
    assert plan_of(found) == {1: 10}


def test_more_people_go_before_better_scores_if_that_is_the_aim():
    cyber = frozenset({"cyber"})
    mentees = [Mentee(1, themes=cyber), Mentee(2, themes=cyber, line=frozenset({11}))]
    bench = [Mentor(10, themes=cyber), Mentor(11)]
    assert plan_of(match(mentees, bench, Rules())) == {1: 11, 2: 10}


def test_a_theme_weighs_what_its_weight_says():
    mentee = Mentee(1, themes=frozenset({"cyber", "skills"}))
    weights = {Criterion.THEMES: 30, Criterion.WANTS: 10}
    [pair] = match(
        [mentee], [Mentor(2, themes=frozenset({"Cyber"}))], Rules(weights=weights)
    ).suggestions
    assert [(s.criterion, s.points / 1000, s.of / 1000) for s in pair.shares] == [
        (Criterion.WANTS, 10, 10), (Criterion.THEMES, 15, 30)
    ]  # fmt: skip
    assert pair.score == pytest.approx(62.5)


def test_an_equality_field_is_no_input():
    told = {*Mentee.__dataclass_fields__, *Mentor.__dataclass_fields__}
    assert not told & {"gender", "ethnicity", "disability", "age", "religion", "characteristics"}
