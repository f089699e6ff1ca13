"""The names by which people are sorted and searched follow what is typed, and its undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from academy.domain.names import search_key
from academy.domain.people import Person
from academy.domain.words import Who
from academy.store.file import in_memory
from academy.store.journal import Gesture
from academy.store.store import Store
from academy.usecases import history, people
from academy.usecases.sample import scaled_rows
from builders import a_person, an_academy
from explains import journal_explains


def followed(store: Store, person_id: int) -> tuple[str, str]:
    wanted = select(Person.sort_name, Person.found_by).where(Person.id == person_id)
    sort_name, found_by = store.read(lambda db: db.execute(wanted).one())
    return sort_name.split("\t")[0], found_by


def test_they_follow_each_change_of_a_name_and_its_undo() -> None:
    store = an_academy()
    zofia = a_person(store, "Łukasz Żółć")
    before = followed(store, zofia)
    assert before[1].startswith("lukasz zolc")
    draft = store.read(people.person, zofia)
    new = replace(draft, full_name="Siân O’Neil", family_name="O’Neil", email="s@x.example")
    store.write(Gesture("change_person"), people.save_person, new)
    assert followed(store, zofia) == ("oneil, sian", "sian oneil s@x.example")
    store.undo()
    assert followed(store, zofia) == before
    journal_explains(store)


def test_a_filled_academy_has_them_too() -> None:
    store = in_memory(Who("Dana Price"))
    store.fill(Gesture("make_sample"), scaled_rows(1, date(2026, 11, 22)))
    rows = store.read(lambda db: db.execute(select(Person.full_name, Person.found_by)).all())
    assert rows
    assert all(found_by.startswith(search_key(name)) for name, found_by in rows)


def test_a_record_s_history_tells_the_name_alone() -> None:
    store = an_academy()
    person = a_person(store, "Noor Ahmed")
    draft = store.read(people.person, person)
    renamed = replace(draft, known_as="Nooria")
    store.write(Gesture("change_person"), people.save_person, renamed)
    fields = {edit.field for edit in store.read(history.record_history, "people", person)}
    assert "known_as" in fields
    assert not fields & {"sort_name", "found_by"}
