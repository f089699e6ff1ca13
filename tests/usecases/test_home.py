"""Home: the definitions of what needs somebody, and numbers that equal their lists."""

from datetime import date, datetime, time, timedelta

import pytest

from academy.domain.words import CohortState, Letter, Need, RiskReason, Role, SessionState
from academy.store.journal import Gesture
from academy.ui.screens import home_words
from academy.usecases import (
    attendance,
    certificates,
    cohorts,
    home,
    mentoring,
    needs,
    register,
    sessions,
)
from academy.usecases.attendance import MarkDraft
from academy.usecases.mentoring import MeetingDraft
from asked import asked
from builders import (
    NOW,
    TODAY,
    WEEK,
    a_cohort,
    a_mentor,
    a_pair,
    a_programme,
    a_session,
    an_academy,
    as_role,
    certified,
    enrolled,
    marks,
    rules,
)

DAY = timedelta(days=1)


def lines(store, now=NOW):
    page = store.read(home.home, now)
    return {(line.need, line.cohort): line.count for line in page.lines}


def of(store, need, now=NOW):
    return [count for (kind, _), count in lines(store, now).items() if kind is need]


def test_an_academy_with_nothing_in_it_needs_nobody():
    page = an_academy().read(home.home, NOW)
    assert (page.today, page.lines, page.coming) == ((), (), ())
    assert (page.programmes, page.cohorts, page.people) == (False, False, False)


def test_a_register_is_missing_from_the_minute_its_session_ends():
    store = an_academy()
    cohort = a_cohort(store)
    a_session(store, cohort.id, TODAY)
    enrolled(store, cohort, 2)
    assert of(store, Need.REGISTERS_MISSING, datetime(2026, 11, 26, 12, 29)) == []
    assert of(store, Need.REGISTERS_MISSING, datetime(2026, 11, 26, 12, 30)) == [1]


def test_a_register_is_missing_only_where_an_enrolled_person_is_blank():
    store = an_academy()
    cohort = a_cohort(store, sessions=2)
    ann, ben = enrolled(store, cohort, 2)
    marks(store, cohort, "PP", "P ")
    [missing] = store.read(needs.registers_missing, NOW)
    assert (missing.session_id, missing.number, missing.blank) == (cohort.sessions[1], 2, 1)
    store.write(Gesture("withdraw", {"n": 1}), cohorts.withdraw, [ben.id], TODAY)
    assert of(store, Need.REGISTERS_MISSING) == []
    store.undo()
    text = "Rang to say why"
    store.write(Gesture("note_mark"), attendance.note, cohort.sessions[1], ben.id, text)
    assert of(store, Need.REGISTERS_MISSING) == [1]  # a note is no mark
    assert ann.id != ben.id


@pytest.mark.parametrize("state", [SessionState.CANCELLED, SessionState.NOT_HELD])
def test_cancelled_and_not_held_sessions_miss_no_register(state):
    store = an_academy()
    cohort = a_cohort(store, sessions=1)
    enrolled(store, cohort, 1)
    change = sessions.change_session_state
    store.write(Gesture("change_session"), change, cohort.sessions[0], state)
    assert of(store, Need.REGISTERS_MISSING) == []


@pytest.mark.parametrize("state", [s for s in CohortState if s is not CohortState.RUNNING])
def test_only_running_cohorts_miss_registers_and_have_people_at_risk(state):
    store = an_academy()
    cohort = a_cohort(store, sessions=3)
    enrolled(store, cohort, 1)
    marks(store, cohort, "AA")
    assert set(lines(store)) == {
        (Need.REGISTERS_MISSING, store.read(cohorts.cohort, cohort.id).name),
        (Need.AT_RISK, store.read(cohorts.cohort, cohort.id).name),
    }
    store.write(Gesture("change_cohort"), cohorts.change_state, cohort.id, state)
    assert not {Need.REGISTERS_MISSING, Need.AT_RISK} & {need for need, _ in lines(store)}


@pytest.mark.parametrize(
    ("letters", "reason"),
    [
        ("PPPPPPPAA", RiskReason.ABSENT_IN_A_ROW),
        ("PPPPPPAEA", RiskReason.CANNOT_REACH),
        ("PPPPPPPPA", None),
        ("AAA", RiskReason.CANNOT_REACH),
        ("APAPP", RiskReason.BELOW_AT_HALF),
        ("APAP", None),
        ("", None),
    ],
)
def test_people_are_at_risk_for_the_stated_reasons(letters, reason):
    store = an_academy()
    cohort = a_cohort(store, sessions=10, last=TODAY)
    enrolled(store, cohort, 1)
    marks(store, cohort, letters)
    assert [row.reason for row in store.read(needs.at_risk, TODAY)] == ([reason] if reason else [])


def test_apologies_break_no_row_of_absences():
    store = an_academy()
    cohort = a_cohort(store, a_programme(store, rules=rules(None)), sessions=4)
    enrolled(store, cohort, 2)
    marks(store, cohort, "PAEA", "PAPA")
    found = store.read(needs.at_risk, TODAY)
    assert [(row.reason, row.missed) for row in found] == [(RiskReason.ABSENT_IN_A_ROW, 2)]


def test_home_and_the_register_agree_on_who_is_at_risk():
    store = an_academy()
    for half in True, False:
        programme = a_programme(store, late_counts_half=half)
        cohort = a_cohort(store, programme, sessions=5, last=TODAY + WEEK)
        enrolled(store, cohort, 6)
        marks(store, cohort, "LLLL", "PPAA", "PEEE", "PAPAE", "AEA", "PPPP")
        rows = store.read(register.register, cohort.id, TODAY).rows
        expected = {(row.place_id, row.risk) for row in rows if row.risk}
        found = store.read(needs.at_risk, TODAY, cohort.id)
        assert {(row.place_id, row.reason) for row in found} == expected
        assert expected


def test_a_pair_is_quiet_after_42_days_and_not_on_the_42nd():
    store = an_academy()
    cohort = a_cohort(store)
    ann, ben = enrolled(store, cohort, 2)
    pat = a_mentor(store)
    a_pair(store, cohort, ann.person_id, pat, met=[TODAY - 42 * DAY])
    quiet = a_pair(store, cohort, ben.person_id, pat, met=[TODAY - 43 * DAY])
    assert [pair.id for pair in store.read(mentoring.quiet_pairs, TODAY)] == [quiet]
    assert of(store, Need.QUIET_PAIRS) == [1]
    end = mentoring.end_pair
    store.write(Gesture("end_pair"), end, quiet, "Moved away", TODAY)
    assert of(store, Need.QUIET_PAIRS) == []


def test_a_new_pair_is_quiet_only_42_days_after_it_began():
    store = an_academy()
    cohort = a_cohort(store)
    [ann] = enrolled(store, cohort, 1)
    a_pair(store, cohort, ann.person_id, began_on=TODAY - 42 * DAY)
    assert of(store, Need.QUIET_PAIRS) == []
    assert of(store, Need.QUIET_PAIRS, NOW + DAY) == [1]


def test_places_are_left_while_applications_are_open():
    store = an_academy()
    cohort = a_cohort(store, state=CohortState.RECRUITING, capacity=3, apply_by=TODAY)
    enrolled(store, cohort, 1)
    assert of(store, Need.PLACES_LEFT) == [2]
    assert of(store, Need.PLACES_LEFT, NOW + DAY) == []
    enrolled(store, cohort, ["Ben Two", "Cy Three"])
    assert of(store, Need.PLACES_LEFT) == []


def a_busy_academy():
    store = an_academy()
    programme = a_programme(store, rules=rules(80))
    for name in "One", "Two":
        running = a_cohort(store, programme, name=f"Running {name}", sessions=4, last=TODAY)
        people = enrolled(store, running, 4)
        marks(store, running, "PAA", "PPPP", "AAP", "AA")
        for place in people[:2]:
            a_pair(store, running, place.person_id, began_on=date(2026, 1, 5))
        over = a_cohort(store, programme, name=f"Over {name}", sessions=2)
        people = enrolled(store, over, 4)
        marks(store, over, "PP", "PA", "PL", "PP")
        certified(store, over, people[3:], expires_on=TODAY + 4 * WEEK)
    a_cohort(store, programme, name="Open", state=CohortState.RECRUITING, capacity=7)
    return store


def test_home_numbers_equal_their_lists():
    store = a_busy_academy()
    page = store.read(home.home, NOW)
    lists = {
        Need.REGISTERS_MISSING: store.read(needs.registers_missing, NOW),
        Need.CERTIFICATES_DUE: store.read(certificates.due, None, NOW),
        Need.CERTIFICATES_EXPIRING: store.read(certificates.expiring, TODAY),
        Need.AT_RISK: store.read(needs.at_risk, TODAY),
        Need.QUIET_PAIRS: store.read(mentoring.quiet_pairs, TODAY),
    }
    for need, rows in lists.items():
        of_need = [line for line in page.lines if line.need is need]
        assert sum(line.count for line in of_need) == len(rows) > 0
        for line in of_need:
            assert line.count == len(line.rows)
            assert list(line.rows) == [row for row in rows if row.cohort_id == line.cohort_id]
    [left] = [line for line in page.lines if line.need is Need.PLACES_LEFT]
    assert left.count == store.read(needs.places_left, TODAY)[0].left == 7


def test_each_number_is_right_at_once_after_a_change_and_its_undo():
    store = a_busy_academy()
    before = lines(store)
    [session, *_] = store.read(needs.registers_missing, NOW)
    fill = attendance.fill_blanks
    store.write(Gesture("fill_blanks", {"n": 1}), fill, session.session_id, TODAY)
    assert lines(store) != before
    store.undo()
    assert lines(store) == before


def test_a_snoozed_line_comes_back_on_its_day():
    store = a_busy_academy()
    [line, *_] = store.read(home.home, NOW).lines
    put_off = Gesture("snooze")
    store.write(put_off, home.snooze, line.need, line.cohort_id, TODAY + DAY)
    page = store.read(home.home, NOW)
    assert line not in page.lines
    assert page.snoozed == 1
    assert store.read(home.home, NOW + DAY).snoozed == 0
    store.undo()
    assert store.read(home.home, NOW).snoozed == 0
    store.write(put_off, home.snooze, line.need, line.cohort_id, None)
    assert store.read(home.home, NOW + 400 * DAY).snoozed == 1
    assert store.write(Gesture("unsnooze"), home.unsnooze) == 1
    assert line in store.read(home.home, NOW).lines


def test_today_and_what_is_coming_are_listed_by_the_clock():
    store = an_academy()
    cohort = a_cohort(store, sessions=1)
    two = a_session(store, cohort.id, TODAY, title="Later", starts=time(14), ends=time(16))
    one = a_session(store, cohort.id, TODAY, title="Early")
    a_session(store, cohort.id, TODAY, title="Off", state=SessionState.CANCELLED)
    soon = a_session(store, cohort.id, TODAY + WEEK)
    place = enrolled(store, cohort, 2)[0]
    store.write(Gesture("mark"), attendance.mark, [MarkDraft(one, place.id, Letter.PRESENT)], TODAY)
    page = store.read(home.home, NOW)
    assert [(s.session_id, s.number, s.people, s.blank) for s in page.today] == [
        (one, 2, 2, 1),
        (two, 4, 2, 2),
    ]
    assert [s.session_id for s in page.coming] == [soon]


def test_each_role_sees_of_home_what_it_may_see():
    store = a_busy_academy()
    seen = {}
    for role in Role:
        as_role(store, role)
        seen[role] = {line.need for line in store.read(home.home, NOW).lines}
    assert seen[Role.ADMINISTRATOR] == set(Need)
    assert seen[Role.FACILITATOR] == {Need.REGISTERS_MISSING, Need.AT_RISK, Need.PLACES_LEFT}
    assert seen[Role.VIEWER] == {Need.PLACES_LEFT}


def test_home_takes_as_many_statements_for_many_cohorts_as_for_few():
    counts = []
    store = a_busy_academy()
    for _ in range(2):
        counts.append(len(asked(store, home.home, NOW)))
        for _ in range(3):
            more = a_cohort(store, sessions=3)
            enrolled(store, more, 3)
            marks(store, more, "PA", "AA", "PPP")
    assert counts[0] == counts[1]


def test_the_next_mentoring_meetings_are_listed_for_administrators_alone():
    store = an_academy()
    cohort = a_cohort(store)
    [place] = enrolled(store, cohort, 1)
    pair = a_pair(store, cohort, place.person_id)
    draft = MeetingDraft(TODAY - WEEK, next_on=TODAY + WEEK)
    store.write(Gesture("log_meeting"), mentoring.log_meeting, pair, draft, TODAY)
    page = store.read(home.home, NOW)
    assert [one.id for one in page.meetings] == [pair]
    assert "Noor Ahmed – Pat Ellis" in str(home_words.coming(page))
    as_role(store, Role.FACILITATOR)
    assert store.read(home.home, NOW).meetings == ()
