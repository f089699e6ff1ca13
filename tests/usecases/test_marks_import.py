"""Lists of marks: what goes out comes back the same; what differs or is unclear stays out."""

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from academy.domain.words import Letter, Role, RuleBroken, SessionState
from academy.exchange.tables import pasted_table, read_table, write_table
from academy.store import history
from academy.store.journal import Gesture
from academy.usecases import exports, people, register, session_exports, sessions
from academy.usecases.attendance import MarkDraft, mark
from academy.usecases.marks_import import import_marks, marks_gesture
from academy.usecases.marks_plan import MarkFate, MarksRequest, plan_marks
from builders import (
    TODAY,
    WEEK,
    a_cohort,
    a_person,
    a_session,
    an_academy,
    as_role,
    enrolled,
    marks,
)
from explains import journal_explains

P, L, A, E = Letter
FILES = Path(__file__).parents[1] / "data" / "registrations"


@pytest.fixture
def world():
    """Four people and three sessions on 5, 12 and 19 November, the first one marked."""
    store = an_academy()
    cohort = a_cohort(store, sessions=3, name="Top Talent 7")
    enrolled(store, cohort, 4)
    marks(store, cohort, "P", "L", "A", "E")
    yield store, cohort
    journal_explains(store)


def planned(store, cohort, text, **changes):
    request = MarksRequest(pasted_table(text), cohort.id, TODAY)
    return store.read(plan_marks, replace(request, **changes))


def applied(store, plan):
    return store.write(marks_gesture(plan), import_marks, plan, TODAY)


def letters(store, cohort):
    rows = store.read(register.register, cohort.id, TODAY).rows
    return {row.full_name: "".join(m.letter or "-" for m in row.marks) for row in rows}


def problems(plan):
    return [row.problem.rule for row in plan.of(MarkFate.LEFT_OUT)]


def test_a_grid_is_read_by_the_dates_of_its_columns(world):
    store, cohort = world
    plan = planned(store, cohort, "Name\t12 Nov 2026\t2026-11-19\nNoor Ahmed\tPresent\tx\n"
                                  "Byrne, Aoife\tlate\t\n")  # fmt: skip
    assert applied(store, plan) == 3
    found = letters(store, cohort)
    assert (found["Noor Ahmed"], found["Aoife Byrne"]) == ("PPP", "LL-")
    entry = store.read(history.entries, 1)[0].entry
    assert (entry.key, entry.facts) == ("import_mark_list", {"n": 3})


def test_an_empty_cell_changes_nothing_and_what_differs_stays_unless_taken(world):
    store, cohort = world
    text = "Name\tS1\tS2\nNoor Ahmed\tA\t\nAoife Byrne\t\tP"
    plan = planned(store, cohort, text)
    [conflict] = plan.of(MarkFate.CONFLICT)
    assert (conflict.ours, conflict.theirs, len(plan.applied)) == (P, A, 1)
    taken = planned(store, cohort, text, taken=frozenset({conflict.key}))
    assert applied(store, taken) == 2
    assert letters(store, cohort)["Noor Ahmed"] == "A--"
    store.undo()
    assert letters(store, cohort) == {
        "Noor Ahmed": "P--", "Aoife Byrne": "L--", "Ğülşen Çelik": "A--", "Siân Hughes": "E--",
    }  # fmt: skip


def test_what_cannot_be_used_is_named_and_the_rest_comes_in(world):
    store, cohort = world
    plan = planned(store, cohort, "Name\tSession 2\tAttended\nNoor Ahmed\tmaybe\t1\n"
                                  "Nobody Here\tP\t1\nSiân Hughes\tP\t1\n")  # fmt: skip
    assert problems(plan) == ["mark_unknown", "mark_person_unknown"]
    assert plan.ignored == ("Attended",)
    assert applied(store, plan) == 1


def test_columns_that_are_no_sessions_are_told(world):
    store, cohort = world
    plan = planned(store, cohort, "Name\tSession 2\tShoe size\nNoor Ahmed\tP\t9\n")
    assert plan.ignored == ("Shoe size",)


def test_rows_are_matched_by_id_email_and_name(world):
    store, cohort = world
    rows = store.read(register.register, cohort.id, TODAY).rows
    person_id = next(row.person_id for row in rows if row.full_name == "Aoife Byrne")
    aoife = replace(store.read(people.person, person_id), email="aoife@kent.example")
    store.write(Gesture("change_person"), people.save_person, aoife)
    plan = planned(store, cohort, "E-mail\tDate\tMark\nAOIFE@kent.example\t12/11/2026\tP\n")
    assert [row.name for row in plan.applied] == ["Aoife Byrne"]
    by_id = planned(store, cohort, f"Person ID\tDate\tMark\n{aoife.id}\t2026-11-12\tL\n")
    assert [row.name for row in by_id.applied] == ["Aoife Byrne"]


def test_an_id_of_another_academy_is_not_believed(world):
    store, cohort = world
    noor = store.read(register.register, cohort.id, TODAY).rows[0]
    text = f"Person ID\tFull name\tDate\tMark\n{noor.person_id}\tJoan Smith\t2026-11-12\tP\n"
    assert problems(planned(store, cohort, text)) == ["mark_id_of_other"]


def test_two_of_one_name_are_asked_for_and_a_mark_said_twice_is_kept_out(world):
    store, cohort = world
    enrolled(store, cohort, ["Noor Ahmed"])
    plan = planned(store, cohort, "Name\tDate\tMark\nNoor Ahmed\t2026-11-12\tP\n"
                                  "Aoife Byrne\t2026-11-12\tP\nAoife Byrne\t2026-11-12\tA\n"
                                  "Siân Hughes\t2026-11-13\tA\n")  # fmt: skip
    assert problems(plan) == ["mark_person_doubled", "mark_said_twice", "mark_session_unknown"]
    assert len(plan.applied) == 1


def test_future_and_cancelled_sessions_take_no_marks(world):
    store, cohort = world
    a_session(store, cohort.id, TODAY + WEEK, title="To come")
    off = a_session(store, cohort.id, TODAY - 2 * WEEK, title="Off", starts=time(14), ends=time(15))
    store.write(Gesture("change_session"), sessions.change_session_state, off,
                SessionState.CANCELLED)  # fmt: skip
    plan = planned(store, cohort, "Name\tTo come\tOff\nNoor Ahmed\tP\tP\nAoife Byrne\tE\t\n")
    assert problems(plan) == ["future_takes_only_apologies", "session_does_not_count"]
    assert applied(store, plan) == 1


def test_a_list_without_people_or_sessions_says_what_is_missing(world):
    store, cohort = world
    for text, rule in (
        ("Date\tMark\n2026-11-12\tP\n", "marks_without_people"),
        ("Name\tShoe size\nNoor Ahmed\t9\n", "marks_without_sessions"),
        ("Name\tSession 2\tS2\nNoor Ahmed\tP\tP\n", "columns_doubled"),
    ):
        plan = planned(store, cohort, text)
        assert plan.problem is not None
        assert plan.problem.rule == rule
        with pytest.raises(RuleBroken, match=rule):
            applied(store, plan)


def test_marks_of_mod_attendance_come_in(world):
    store = an_academy()
    cohort = a_cohort(store)
    from datetime import date

    a_session(store, cohort.id, date(2026, 9, 15), title="Launch day")
    users = (("Gwen Llewellyn", "gllewellyn"), ("Yusuf Zaman", "yzaman"), ("N J", "njardine"))
    ids = [a_person(store, name, email=f"{user}@example.gov.uk") for name, user in users]
    from academy.usecases import cohorts

    store.write(Gesture("enrol", {"n": 3}), cohorts.enrol, cohort.id, ids, TODAY - 20 * WEEK)
    table = read_table(FILES / "M04-moodle-attendance-marks-import.csv")
    plan = store.read(plan_marks, MarksRequest(table, cohort.id, TODAY))
    assert applied(store, plan) == 3
    assert letters(store, cohort) == {"Gwen Llewellyn": "P", "Yusuf Zaman": "L", "N J": "E"}


def test_marks_go_out_in_the_form_of_mod_attendance_and_come_back(world, tmp_path):
    store, cohort = world
    rows = store.read(register.register, cohort.id, TODAY).rows
    for row in rows[:3]:
        email = f"{row.place_id}@kent.example"
        draft = replace(store.read(people.person, row.person_id), email=email)
        store.write(Gesture("change_person"), people.save_person, draft)
    table = store.read(session_exports.marks_for_moodle, cohort.sessions[0])
    path = tmp_path / "marks.csv"
    write_table(path, table.headers, table.rows)
    read = read_table(path)
    assert read.headers == read_table(FILES / "M04-moodle-attendance-marks-import.csv").headers
    assert len(read.rows) == 3
    assert table.left_out == (rows[3].full_name,)
    request = MarksRequest(read, cohort.id, TODAY, cohort.sessions[0])
    assert {row.fate for row in store.read(plan_marks, request).rows} == {MarkFate.SAME}
    with pytest.raises(RuleBroken, match="session_unknown"):
        store.read(session_exports.marks_for_moodle, 999)


def test_a_late_scan_is_late(world):
    store, cohort = world
    plan = planned(store, cohort, "user\tscantime\tstatus\nx\t2026-11-12 09:41\t\n")
    assert problems(plan) == ["mark_person_unknown"]
    draft = replace(store.read(people.person, store.read(people.people)[0].id), email="x@a.example")
    store.write(Gesture("change_person"), people.save_person, draft)
    late = planned(store, cohort, "user\tscantime\tstatus\nx\t2026-11-12 09:41\t\n")
    assert [row.theirs for row in late.applied] == [L]


def test_a_plan_that_is_out_of_date_asks_for_another_look(world):
    store, cohort = world
    plan = planned(store, cohort, "Name\tS2\nNoor Ahmed\tP\n")
    marks(store, cohort, "PA")
    with pytest.raises(RuleBroken, match="register_changed_meanwhile"):
        applied(store, plan)


def test_a_facilitator_may_and_a_viewer_may_not(world):
    store, cohort = world
    as_role(store, Role.FACILITATOR)
    assert applied(store, planned(store, cohort, "Name\tS2\nNoor Ahmed\tP\n")) == 1
    as_role(store, Role.VIEWER)
    with pytest.raises(RuleBroken, match="not_allowed"):
        planned(store, cohort, "Name\tS2\nNoor Ahmed\tP\n")


@pytest.mark.parametrize("form", ["grid.xlsx", "grid.csv", "long.xlsx", "long.csv"])
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(st.text("PLAE ", min_size=3, max_size=3), min_size=5, max_size=5))
def test_what_goes_out_comes_back_the_same(form, rows, tmp_path):
    store = an_academy()
    cohort = a_cohort(store, sessions=2)
    a_session(store, cohort.id, TODAY - WEEK, title="Again", starts=time(14), ends=time(15))
    enrolled(store, cohort, [*("Noor Ahmed", "Noor Ahmed", "=Sum", "Siân O’Neil"), "Li, Wei"])
    cohort = replace(cohort, sessions=(*cohort.sessions, cohort.sessions[1] + 1))
    marks(store, cohort, *rows)
    out = letters_by_id(store, cohort)
    query = exports.marks_grid if form.startswith("grid") else exports.marks
    table, path = store.read(query, cohort.id), tmp_path / form
    write_table(path, table.headers, table.rows, sheet="Marks")
    same = store.read(plan_marks, MarksRequest(read_table(path), cohort.id, TODAY))
    assert (same.applied, problems(same), same.of(MarkFate.CONFLICT)) == ([], [], [])
    cleared = [MarkDraft(*key, None) for key in out]
    store.write(Gesture("clear_marks", {"n": 1}), mark, cleared, TODAY)
    again = store.read(plan_marks, MarksRequest(read_table(path), cohort.id, TODAY))
    applied(store, again)
    assert letters_by_id(store, cohort) == out


def letters_by_id(store, cohort):
    found = store.read(register.register, cohort.id, TODAY)
    return {
        (session.id, row.place_id): row.marks[number].letter
        for row in found.rows
        for number, session in enumerate(found.sessions)
        if row.marks[number].letter
    }
