"""People are looked up before they are compared, and nobody is missed by it."""

from __future__ import annotations

import random

import pytest
from rapidfuzz import fuzz, process

from academy.domain.names import suggestive
from academy.exchange.meetings.report import Attendee
from academy.store.journal import Db
from academy.store.store import Store
from academy.usecases import meeting_matching, people_matching
from academy.usecases.meeting_likeness import Likeness
from academy.usecases.meeting_matching import ASKED, WORTH_ASKING, Known, Matching, Suggestion
from academy.usecases.people_matching import ALIKE, Matcher
from builders import a_person, an_academy

GIVEN = ("Siân", "Sian", "Noor", "Łukasz", "J", "Jo", "Ann", "Anne", "佐藤", "O", "Al", "!")
FAMILY = (
    "Hughes",
    "Hughes-Ahmed",
    "Ahmed",
    "O’Brien",
    "OBrien",
    "Mc Laren",
    "McLaren",
    "Ng",
    "",
    "B",
)


def a_name(chance: random.Random) -> str:
    """Return a name, as often as not with letters left out or doubled."""
    name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)} {chance.choice(('', '', 'Jo', 'Lee'))}"
    letters = list(" ".join(name.split()))
    for _ in range(chance.choice((0, 0, 1, 2))):
        at = chance.randrange(len(letters))
        letters[at : at + 1] = chance.choice(([], [letters[at]] * 2, ["e"]))
        letters = letters or ["x"]
    return "".join(letters)


def attendee(name: str, other: str) -> Attendee:
    return Attendee(name, name, other, "", "", "", "person", (), None, None, None, False, None)


@pytest.mark.parametrize("seed", range(5))
def test_who_may_be_meant_in_a_report_is_who_is_alike_among_all(seed: int) -> None:
    chance = random.Random(seed)
    people = [
        Known(n, n, name, tuple(dict.fromkeys((name, a_name(chance))))[: chance.randint(1, 2)], "")
        for n, name in enumerate(a_name(chance) for _ in range(15))
    ]
    asked = 0
    for _ in range(100):
        shown = attendee(a_name(chance), a_name(chance) if chance.random() < 0.3 else "")
        matching = Matching(people, {}, {}, [shown])
        scores = [(p, meeting_matching._alike(shown, p)) for p in people]
        worth = [Suggestion(p.person_id, p.name, s) for p, s in scores if s >= WORTH_ASKING]
        plain = sorted(worth, key=lambda one: (-one.score, one.name))[:ASKED]
        assert matching.suggestions(shown) == tuple(plain)
        asked += bool(plain)
    assert asked > 20


def test_a_name_without_a_word_may_be_anybody() -> None:
    likeness = Likeness(["Siân Hughes", "??? !!!"], WORTH_ASKING)
    assert likeness.of("!!! ???") == {0, 1}
    assert likeness.of("Noor Ahmed") == {1}
    assert likeness.of("Sian Hughs") == {0, 1}


def looked_for(db: Db, names: list[str]) -> Matcher:
    """Return what looked for people of names like these."""
    matcher = Matcher(db)
    matcher._look_for_like(set(names))
    return matcher


def test_who_is_near_to_a_row_is_who_scores_among_all() -> None:
    chance = random.Random(1)
    store: Store = an_academy()
    for _ in range(40):
        a_person(store, a_name(chance))
    rows = [suggestive(a_name(chance)) for _ in range(300)]
    matcher = store.read(looked_for, rows)
    here, found = list(matcher._spellings), 0
    for wanted in rows:
        plain = process.extract(
            wanted, here, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, limit=5
        )
        assert matcher._near[wanted] == [key for key, _, _ in plain if wanted]
        found += bool(plain)
    assert 20 < found < 300
    assert people_matching._in_order("b a") == "a b"
