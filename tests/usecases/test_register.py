"""Sessions, marks and the register they make."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from academy.domain.words import Letter, RuleBroken, SessionState
from academy.store.journal import Gesture
from academy.usecases import attendance, cohorts, register, series, sessions
from academy.usecases.attendance import MarkDraft
from academy.usecases.series import SeriesDraft
from academy.usecases.sessions import SessionDraft
from asked import asked
from builders import TODAY, WEEK, a_cohort, a_session, an_academy, enrolled, marks

MARK = Gesture("mark_several", {"n": 1})


def letters(store, cohort, today=TODAY):
    rows = store.read(register.register, cohort.id, today).rows
    return ["".join(mark.letter or " " for mark in row.marks) for row in rows]


def a_marked_cohort(*rows, last=TODAY - WEEK):
    store = an_academy()
    cohort = a_cohort(store, sessions=3, last=last)
    places = enrolled(store, cohort, ["Ann One", "Ben Two", "Cy Three"][: len(rows)])
    marks(store, cohort, *rows)
    return store, cohort, places


def test_the_register_shows_marks_rates_and_absences_in_a_row():
    store, cohort, _ = a_marked_cohort("PLA", "PAA", "E  ")
    assert letters(store, cohort) == ["PLA", "PAA", "E  "]
    found = store.read(register.register, cohort.id, TODAY)
    assert [(r.number, r.attended, r.marked, r.percent, r.missed) for r in found.rows] == [
        (1, 2, 3, 66, 1), (2, 1, 3, 33, 2), (3, 0, 1, 0, 0),
    ]  # fmt: skip
    assert (found.present(0), found.blanks(1), found.blanks(0)) == (2, 1, 0)


def test_marking_counts_what_changed_and_the_last_of_two_counts():
    store, cohort, [ann] = a_marked_cohort("P  ")
    one, two, _ = cohort.sessions
    same = MarkDraft(one, ann.id, Letter.PRESENT)
    assert store.write(MARK, attendance.mark, [same], TODAY) == 0
    twice = [MarkDraft(two, ann.id, Letter.ABSENT), MarkDraft(two, ann.id, Letter.LATE)]
    assert store.write(MARK, attendance.mark, twice, TODAY) == 1
    assert letters(store, cohort) == ["PL "]
    clear = [MarkDraft(one, ann.id, None), MarkDraft(one, ann.id, None)]
    assert store.write(MARK, attendance.mark, clear, TODAY) == 1
    assert letters(store, cohort) == [" L "]


def test_filling_blanks_leaves_marks_and_people_who_left_alone():
    store, cohort, [_ann, ben, cy] = a_marked_cohort("A", " ", " ", last=TODAY)
    store.write(Gesture("withdraw"), cohorts.withdraw, [cy.id], TODAY - WEEK * 3)
    fill = Gesture("fill_blanks", {"n": 1})
    assert store.write(fill, attendance.fill_blanks, cohort.sessions[0], TODAY) == 1
    assert letters(store, cohort) == ["A  ", "P  ", "   "]
    assert ben.id != cy.id


def test_a_session_to_come_takes_apologies_only():
    store, cohort, [ann] = a_marked_cohort("", last=TODAY + WEEK)
    last = cohort.sessions[2]
    for letter in Letter.PRESENT, Letter.LATE, Letter.ABSENT:
        with pytest.raises(RuleBroken, match="future_takes_only_apologies"):
            store.write(MARK, attendance.mark, [MarkDraft(last, ann.id, letter)], TODAY)
    store.write(MARK, attendance.mark, [MarkDraft(last, ann.id, Letter.EXCUSED)], TODAY)
    [row] = store.read(register.register, cohort.id, TODAY).rows
    assert (row.marks[2].letter, row.marked) == (Letter.EXCUSED, 0)
    with pytest.raises(RuleBroken, match="future_takes_only_apologies"):
        store.write(MARK, attendance.fill_blanks, cohort.sessions[1], TODAY - WEEK)


def test_marks_go_only_where_they_belong():
    store, cohort, [ann] = a_marked_cohort("")
    other = a_cohort(store, sessions=1)
    off = a_session(store, cohort.id, TODAY, state=SessionState.CANCELLED)
    for session, rule in (
        (other.sessions[0], "not_in_cohort"),
        (999, "not_in_cohort"),
        (off, "session_does_not_count"),
    ):
        with pytest.raises(RuleBroken, match=rule):
            store.write(MARK, attendance.mark, [MarkDraft(session, ann.id, Letter.LATE)], TODAY)
    store.write(Gesture("withdraw"), cohorts.withdraw, [ann.id], TODAY - WEEK * 2)
    late = [MarkDraft(cohort.sessions[2], ann.id, Letter.LATE)]
    with pytest.raises(RuleBroken, match="place_withdrawn"):
        store.write(MARK, attendance.mark, late, TODAY)


def test_the_terminal_marks_people_by_their_own_id():
    store, cohort, [ann] = a_marked_cohort("")
    by_person = attendance.mark_person
    store.write(MARK, by_person, cohort.sessions[0], ann.person_id, Letter.LATE, TODAY)
    assert letters(store, cohort) == ["L  "]
    for session, person, rule in (
        (999, ann.person_id, "session_unknown"),
        (cohort.sessions[0], 999, "not_in_cohort"),
    ):
        with pytest.raises(RuleBroken, match=rule):
            store.write(MARK, by_person, session, person, Letter.LATE, TODAY)


def test_a_note_stays_when_its_mark_is_cleared_and_goes_when_emptied():
    store, cohort, [ann] = a_marked_cohort("P  ")
    session = cohort.sessions[0]
    write = Gesture("note_mark")
    store.write(write, attendance.note, session, ann.id, " Came by taxi ")
    store.write(MARK, attendance.mark, [MarkDraft(session, ann.id, None)], TODAY)
    [row] = store.read(register.register, cohort.id, TODAY).rows
    assert (row.marks[0].letter, row.marks[0].note) == (None, "Came by taxi")
    store.write(write, attendance.note, session, ann.id, "")
    [row] = store.read(register.register, cohort.id, TODAY).rows
    assert row.marks[0] == register.BLANK


def test_a_register_takes_two_statements_however_large_it_is():
    store, cohort, _ = a_marked_cohort("PPP", "PAL", "E")
    assert len(asked(store, register.register, cohort.id, TODAY)) == 2


def test_a_series_keeps_its_weekday_across_the_clock_change():
    store = an_academy()
    cohort = a_cohort(store)
    first = SessionDraft(cohort_id=cohort.id, held_on=date(2026, 10, 15), starts=time(9, 30))
    made = store.write(Gesture("add_sessions"), series.add_series, SeriesDraft(first, 2, 3))
    found = store.read(sessions.sessions, cohort.id)
    assert [(s.id, s.number, s.title) for s in found] == [
        (id_, n, f"Session {n}") for n, id_ in enumerate(made, 1)
    ]
    assert {(s.held_on.weekday(), s.starts) for s in found} == {(3, time(9, 30))}


def test_a_session_with_marks_is_cancelled_not_removed():
    store, cohort, _ = a_marked_cohort("P  ")
    remove = Gesture("remove_session")
    with pytest.raises(RuleBroken, match="session_has_marks"):
        store.write(remove, sessions.remove_session, cohort.sessions[0])
    store.write(remove, sessions.remove_session, cohort.sessions[1])
    assert len(store.read(sessions.sessions, cohort.id)) == 2


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"title": " "}, "session_title_missing"),
        ({"ends": time(9)}, "ends_before_start"),
        ({"held_on": date(2026, 3, 29), "starts": time(1, 30)}, "time_skipped"),
        ({"zone": "Nowhere"}, "zone_unknown"),
    ],
)
def test_a_session_that_cannot_be_is_refused(fields, rule):
    store, cohort, _ = a_marked_cohort("P  ")
    draft = store.read(sessions.session, cohort.sessions[0])
    with pytest.raises(RuleBroken, match=rule):
        store.write(Gesture("change_session"), sessions.save_session, replace(draft, **fields))
    assert store.read(sessions.session, cohort.sessions[0]) == draft


def test_a_session_that_moves_takes_its_number_with_it():
    store, cohort, _ = a_marked_cohort("PAL")
    draft = store.read(sessions.session, cohort.sessions[0])
    later = replace(draft, held_on=TODAY - timedelta(days=1))
    store.write(Gesture("change_session"), sessions.save_session, later)
    assert letters(store, cohort) == ["ALP"]
