"""Who a list means, against the plain way: everybody read, each row compared with each name."""

from __future__ import annotations

from random import Random

from sqlalchemy import func, select

from academy.domain.names import email_key, folded, suggestive
from academy.domain.organisations import Organisation
from academy.domain.people import Person
from academy.store.journal import Db, Gesture
from academy.usecases.people_matching import (
    ALIKE,
    DIFFERENT,
    Known,
    Match,
    Matcher,
    _alike,
    _asked,
    _candidate,
    _Wanted,
)
from builders import an_academy

GIVEN = ("Siân", "Sian", "Noor", "Nora", "Anne-Marie", "Anne Marie", "Zoë", "François", "Łucja")
FAMILY = ("Hughes", "Hughs", "O’Brien", "OBrien", "Mc Laren", "McLaren", "Ahmed", "Ahmad", "Çelik")
WRITTEN = ("noor@kent.example", "NOOR@kent.example", "zoë@kent.example", "ZOË@kent.example")
EMAILS = (*[""] * 12, *WRITTEN, *(f"p{n}@kent.example" for n in range(20)))
KEPT = [name for name in Known.__dataclass_fields__ if name != "organisation"]


def a_name(dice: Random) -> str:
    name = f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}"
    if dice.random() < 0.3:
        at = dice.randrange(len(name))
        name = name[:at] + dice.choice(("", "e", name[at] * 2)) + name[at + 1 :]
    return dice.choice((name, name, name.upper(), " ".join(reversed(name.split()))))


def some_people(db: Db, dice: Random) -> None:
    places = [Organisation(name=name) for name in ("Kent", "Medway")]
    db.add_all(places)
    for _ in range(40):
        printed = a_name(dice) if dice.random() < 0.2 else ""
        place = dice.choice((None, *places))
        made = Person(full_name=a_name(dice), email=dice.choice(EMAILS), organisation=place)
        made.name_on_certificate = printed
        db.add(made)


def some_rows(dice: Random):
    return [
        ({"full_name": a_name(dice), "email": dice.choice(EMAILS)}, dice.choice((None, 1, 2)))
        for _ in range(25)
    ]


def plainly(db: Db, rows) -> list[Match]:
    columns = [getattr(Person, name) for name in KEPT]
    everybody = select(*columns, func.coalesce(Organisation.name, ""))
    everybody = everybody.outerjoin(Person.organisation).order_by(Person.id)
    people = [Known(*row) for row in db.execute(everybody)]
    return [one(people, values, place) for values, place in rows]


def one(people: list[Known], values: dict[str, str], place: int | None) -> Match:
    from rapidfuzz import fuzz

    name, email = values["full_name"], email_key(values["email"])
    same = [p for p in people if email and email_key(p.email) == email]
    if len(same) == 1 and _alike(name, same[0].full_name) >= DIFFERENT:
        return Match(same[0].id, "email")
    if same:
        return Match(candidates=_asked(name, same, "other_name"))
    certain = [
        p for p in people
        if folded(p.full_name) == folded(name) and not (p.email and email)
        and place in (None, p.organisation_id)
    ]  # fmt: skip
    if len(certain) == 1:
        return Match(certain[0].id, "name")
    spelt = {form: None for p in people for form in dict.fromkeys(forms(p))}
    near = [(fuzz.token_sort_ratio(suggestive(name), form), form) for form in spelt if form]
    best = sorted((n for n in near if n[0] >= ALIKE), key=lambda n: -n[0])[:5]
    found = {}
    for _, form in best:
        for p in people:
            if form in forms(p) and (asked := _candidate(p, _Wanted.of(values, place))):
                found[p.id] = asked
    return Match(
        candidates=tuple(sorted(found.values(), key=lambda c: (-c.score, c.person_id))[:3])
    )


def forms(person: Known) -> list[str]:
    return [suggestive(person.full_name), suggestive(person.name_on_certificate)]


def test_the_same_people_are_meant_as_by_comparing_each_row_with_everybody():
    kinds = set()
    for number in range(40):
        dice = Random(number)
        store = an_academy()
        store.write(Gesture("make_sample"), some_people, dice)
        rows = some_rows(dice)
        found = store.read(lambda db, rows=rows: Matcher(db).matches(rows))
        assert found == store.read(plainly, rows)
        kinds |= {match.why for match in found} | {c.why for m in found for c in m.candidates}
    assert kinds >= {
        None, "email", "name", "spelling", "other_email", "other_organisation", "other_name"
    }  # fmt: skip


def test_somebody_is_known_by_their_id():
    store = an_academy()
    store.write(Gesture("make_sample"), some_people, Random(1))
    first = store.read(lambda db: Matcher(db).known(1))
    assert first is not None
    assert first.id == 1
    assert store.read(lambda db: Matcher(db).known(10**6)) is None


def test_of_many_names_just_as_like_those_who_came_first_are_asked_about():
    store = an_academy()
    endings = "zyxwvut"
    store.write(Gesture("make_sample"), lambda db: db.add_all(
        [Person(full_name=f"Noor Ahmed{one}") for one in endings]))  # fmt: skip
    row = ({"full_name": "Noor Ahmedq", "email": ""}, None)
    (found,) = store.read(lambda db: Matcher(db).matches([row]))
    assert [c.name for c in found.candidates] == [f"Noor Ahmed{one}" for one in endings[:3]]
    assert found == store.read(plainly, [row])[0]
