"""Learning sets: as mixed as can be, vetoes kept, and what could not be helped is told."""

from __future__ import annotations

from itertools import combinations, product
from random import Random

import pytest

from academy.domain.grouping.facts import Closeness, Member, Trait, Wishes, close
from academy.domain.grouping.sets import divided, number_of_sets
from academy.domain.words import RuleBroken


def cohort(n: int, organisations: int, seed: int = 1) -> list[Member]:
    chance = Random(seed)
    return [
        Member(
            id=k,
            organisation=f"council {chance.randrange(organisations)}",
            region=chance.choice(["Wales", "Kent", "Leeds"]),
            role=chance.choice(["housing", "finance", "planning", "digital"]),
        )
        for k in range(1, n + 1)
    ]


def groups_of(division) -> list[set[int]]:
    return [set(one.members) for one in division.sets]


def test_twenty_four_people_make_three_sets_of_eight():
    division = divided(cohort(24, 20), Wishes())
    assert sorted(map(len, groups_of(division))) == [8, 8, 8]
    assert set.union(*groups_of(division)) == set(range(1, 25))
    assert division.gap == 0


def test_three_of_a_council_go_into_three_sets():
    members = [Member(n, organisation="Kent" if n <= 3 else f"c{n}") for n in range(1, 22)]
    division = divided(members, Wishes())
    assert all(len(group & {1, 2, 3}) == 1 for group in groups_of(division))
    assert division.together == ()


def test_what_could_not_be_helped_is_told():
    members = [Member(n, organisation="Kent" if n <= 4 else f"c{n}") for n in range(1, 22)]
    [pair] = divided(members, Wishes()).together
    assert pair.closeness is Closeness.ORGANISATION
    assert {pair.first, pair.second} < {1, 2, 3, 4}


def test_a_reporting_line_weighs_more_than_an_organisation():
    boss = Member(1, organisation="Kent")
    others = [Member(2, organisation="Leeds", line=frozenset({1})), Member(3, organisation="Kent")]
    rest = [Member(n) for n in range(4, 11)]
    for group in groups_of(divided([boss, *others, *rest], Wishes())):
        assert not {1, 2} <= group


def test_a_veto_is_never_broken():
    vetoes = frozenset(frozenset(pair) for pair in ((1, 2), (2, 3), (1, 3)))
    division = divided(cohort(20, 4), Wishes(vetoes=vetoes))
    assert not any(
        frozenset(pair) in vetoes for g in groups_of(division) for pair in combinations(g, 2)
    )


def test_vetoes_that_leave_nothing_are_told():
    everybody = frozenset(frozenset(pair) for pair in combinations(range(1, 11), 2))
    with pytest.raises(RuleBroken, match="sets_vetoed"):
        divided(cohort(10, 4), Wishes(vetoes=everybody))


@pytest.mark.parametrize(("people", "sets"), [(5, 1), (8, 1), (10, 2), (16, 2), (17, 3), (24, 3)])
def test_as_few_sets_as_the_size_allows(people, sets):
    assert number_of_sets(people, Wishes()) == sets


@pytest.mark.parametrize("people", [0, 4, 9])
def test_too_few_people_are_told(people):
    with pytest.raises(RuleBroken, match="sets_too_few"):
        number_of_sets(people, Wishes())


def cost(groups: list[list[Member]], everybody: list[Member]) -> int:
    total = 0
    for trait, group in product(Trait, groups):
        for value in {m.trait(trait) for m in everybody} - {""}:
            of_all = sum(m.trait(trait) == value for m in everybody)
            here = sum(m.trait(trait) == value for m in group)
            if of_all > 1:
                total += 2 * max(0, here - -(-of_all // len(groups)))
                total += 10 * max(0, here - 1) * (trait is Trait.ORGANISATION)
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    return total + 40 * sum(close(*pair) is Closeness.REPORTING_LINE for pair in pairs)


@pytest.mark.parametrize("seed", range(8))
def test_no_division_costs_less(seed):
    members = cohort(10, 4, seed)
    members[0] = Member(1, organisation="x", line=frozenset({2, 5}))
    found = [
        [m for m in members if m.id in group] for group in groups_of(divided(members, Wishes()))
    ]
    ways = (
        [list(half), [m for m in members if m not in half]] for half in combinations(members, 5)
    )
    assert cost(found, members) == min(cost(way, members) for way in ways)


def test_the_order_of_members_changes_nothing():
    members = cohort(18, 6)
    assert divided(reversed(members), Wishes()) == divided(members, Wishes())


def test_facilitators_take_turns_and_stay_out_of_their_own_line():
    members = [Member(n, line=frozenset({100}) if n < 3 else frozenset()) for n in range(1, 17)]
    division = divided(members, Wishes(facilitators=((100, frozenset()), (101, frozenset()))))
    assert sorted(one.facilitator for one in division.sets) == [100, 101]
    [own] = [one for one in division.sets if one.facilitator == 100]
    assert not {1, 2} <= set(own.members)
