"""Visitors of a session."""

import pytest

from academy.domain.words import RuleBroken, SessionState
from academy.store.journal import Gesture
from academy.usecases import people, register, sessions, visitors
from builders import TODAY, a_cohort, a_person, an_academy, enrolled

ADD, LINK = Gesture("add_visitor"), Gesture("link_visitor")


@pytest.fixture
def office():
    store = an_academy()
    cohort = a_cohort(store, sessions=2, last=TODAY)
    return store, cohort, enrolled(store, cohort, ["Ann One"])


def add(store, session, name="Kim Doe"):
    return store.write(ADD, visitors.add_visitor, session, name)


def link(store, visitor, person):
    store.write(LINK, visitors.link_visitor, visitor, person)


def test_visitors_are_listed_and_counted_and_change_no_rate(office):
    store, cohort, _ = office
    last = cohort.sessions[1]
    before = store.read(register.register, cohort.id, TODAY).rows
    add(store, last)
    add(store, last, "Lee  Roy")
    assert [v.name for v in store.read(visitors.visitors, last)] == ["Kim Doe", "Lee Roy"]
    found = store.read(register.register, cohort.id, TODAY)
    assert [session.visitors for session in found.sessions] == [0, 2]
    assert found.rows == before


def test_a_visitor_is_linked_to_a_person_and_parted_again(office):
    store, cohort, _ = office
    kim, known = add(store, cohort.sessions[0]), a_person(store, "Kimberley Doe")
    link(store, kim, known)
    [found] = store.read(visitors.visitors, cohort.sessions[0])
    assert (found.name, found.person_id, found.person) == ("Kim Doe", known, "Kimberley Doe")
    link(store, kim, None)
    [found] = store.read(visitors.visitors, cohort.sessions[0])
    assert (found.person_id, found.person) == (None, "")


def test_somebody_on_the_register_is_no_visitor(office):
    store, cohort, [ann] = office
    kim = add(store, cohort.sessions[0])
    with pytest.raises(RuleBroken, match="visitor_on_register"):
        link(store, kim, ann.person_id)


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("  ", "visitor_name_missing"),
        ("KIM DOE", "visitor_there"),
        ("Kim\u202edoe", "refused_characters"),
    ],
)
def test_names_that_say_nothing_new_are_refused(office, name, rule):
    store, cohort, _ = office
    add(store, cohort.sessions[0])
    with pytest.raises(RuleBroken, match=rule):
        add(store, cohort.sessions[0], name)
    assert len(store.read(visitors.visitors, cohort.sessions[0])) == 1


def test_one_person_is_one_visitor(office):
    store, cohort, _ = office
    kim, lee = add(store, cohort.sessions[0]), add(store, cohort.sessions[0], "Lee Roy")
    known = a_person(store, "Kimberley Doe")
    link(store, kim, known)
    with pytest.raises(RuleBroken, match="visitor_there"):
        link(store, lee, known)


def test_a_session_called_off_has_no_visitors_and_one_with_visitors_stays(office):
    store, cohort, _ = office
    first, last = cohort.sessions
    change = Gesture("change_session")
    store.write(change, sessions.change_session_state, first, SessionState.CANCELLED)
    with pytest.raises(RuleBroken, match="session_does_not_count"):
        add(store, first)
    add(store, last)
    with pytest.raises(RuleBroken, match="session_has_visitors"):
        store.write(Gesture("remove_session"), sessions.remove_session, last)


def test_a_person_who_visited_stays(office):
    store, cohort, _ = office
    kim, known = add(store, cohort.sessions[0]), a_person(store, "Kimberley Doe")
    link(store, kim, known)
    with pytest.raises(RuleBroken, match="person_visited"):
        store.write(Gesture("remove_person"), people.remove_person, known)
    store.write(Gesture("remove_visitor"), visitors.remove_visitor, kim)
    store.write(Gesture("remove_person"), people.remove_person, known)
