"""Lists of sessions: what goes out comes back the same; what differs or is unclear stays out."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from academy.domain.words import ClashKind, Role, RuleBroken, SessionFormat, SessionState
from academy.exchange.tables import pasted_table, read_table, write_table
from academy.store import history
from academy.store.journal import Gesture
from academy.usecases import facilitators, session_exports, sessions
from academy.usecases.sessions_import import import_sessions, sessions_gesture
from academy.usecases.sessions_plan import SessionFate, SessionsRequest, plan_sessions
from builders import TODAY, a_cohort, a_person, a_session, an_academy, as_role
from explains import journal_explains

FILES = Path(__file__).parents[1] / "data" / "registrations"
HEAD = "Date\tFrom\tTo\tSession\tPlace\n"


@pytest.fixture
def world():
    """A cohort with one session, on 19 November, 9:30am to 12:30pm."""
    store = an_academy()
    cohort = a_cohort(store, sessions=1, name="Top Talent 7")
    yield store, cohort
    journal_explains(store)


def planned(store, cohort, text, **changes):
    request = SessionsRequest(pasted_table(text), cohort.id, TODAY)
    return store.read(plan_sessions, replace(request, **changes))


def applied(store, plan):
    return store.write(sessions_gesture(plan), import_sessions, plan)


def here(store, cohort):
    rows = store.read(sessions.sessions, cohort.id)
    return [(row.held_on, row.starts, row.ends, row.title, row.room) for row in rows]


def problems(plan):
    return [row.problem.rule for row in plan.of(SessionFate.LEFT_OUT)]


def test_sessions_come_in_as_one_entry_and_go_with_one_undo(world):
    store, cohort = world
    before = here(store, cohort)
    plan = planned(store, cohort, HEAD + "3 Dec 2026\t9.30am\t12:30\tLeading change\tRoom 2\n"
                                         "Thursday 10 December 2026\t1400\t4pm\t\t\n")  # fmt: skip
    assert applied(store, plan) == 2
    assert here(store, cohort)[1:] == [
        (date(2026, 12, 3), time(9, 30), time(12, 30), "Leading change", "Room 2"),
        (date(2026, 12, 10), time(14), time(16), "Session 3", ""),
    ]
    entry = store.read(history.entries, 1)[0].entry
    assert (entry.key, entry.facts) == ("import_sessions", {"n": 2})
    store.undo()
    assert here(store, cohort) == before


def test_the_list_of_mod_attendance_comes_in(world):
    store, cohort = world
    table = read_table(FILES / "M03-moodle-attendance-sessions-import.csv")
    plan = store.read(plan_sessions, SessionsRequest(table, cohort.id, TODAY))
    assert applied(store, plan) == 1
    launch = (date(2026, 9, 15), time(9, 30), time(12, 30), "Launch day", "")
    assert launch in here(store, cohort)
    assert plan.ignored == (
        "Course shortname", "Groups", "Absentee report", "Create calendar event for session",
    )  # fmt: skip


def test_what_repeats_in_mod_attendance_comes_in_day_by_day(world):
    store, cohort = world
    text = ("Date\tfrom:\tto:\tDescription\tRepeat on\tRepeat every\tRepeat until\n"
            "2026-12-01\t09:30\t12:30\tTogether\tTue,Thu\t2\t2026-12-31\n")  # fmt: skip
    days = [row.session.held_on.day for row in planned(store, cohort, text).applied]
    assert days == [1, 3, 15, 17, 29, 31]
    odd = planned(store, cohort, text.replace("Tue,Thu", "T"))
    assert problems(odd) == ["weekday_unknown"]


def test_a_session_that_is_here_is_known_and_stays_unless_the_list_is_taken(world):
    store, cohort = world
    text = HEAD + "2026-11-19\t09:30\t13:00\tSession 1\t\n"
    plan = planned(store, cohort, text)
    [found] = plan.of(SessionFate.CONFLICT)
    assert [(one.field, one.ours, one.theirs) for one in found.differences] == [
        ("ends", time(12, 30), time(13)),
    ]  # fmt: skip
    assert not plan.applied
    taken = planned(store, cohort, text, taken=frozenset({found.session.id}))
    assert applied(store, taken) == 1
    assert here(store, cohort)[0][2] == time(13)
    again = planned(store, cohort, text)
    assert [row.fate for row in again.rows] == [SessionFate.SAME]


def test_an_empty_cell_takes_nothing_away(world):
    store, cohort = world
    ours = replace(store.read(sessions.session, cohort.sessions[0]), room="Room 2")
    store.write(Gesture("change_session"), sessions.save_session, ours)
    plan = planned(store, cohort, HEAD + "2026-11-19\t9:30\t12:30\t\t\n")
    assert [row.fate for row in plan.rows] == [SessionFate.SAME]


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("2027-03-28\t01:30\t03:30\tNight\t", "time_skipped"),
        ("2026-10-25\t01:30\t03:30\tNight\t", "list_time_doubled"),
        ("3 December 2026\t2pm\t1pm\tBackwards\t", "ends_before_start"),
        ("31/11/2026\t9:30\t12:30\tNo such day\t", "date_unreal"),
        ("someday\t9:30\t12:30\tLater\t", "date_unreadable"),
        ("3 December 2026\t\t12:30\tNo start\t", "session_start_missing"),
        ("3 December 2026\t9:30\t\tNo end\t", "session_end_missing"),
        ("3 December 2026\tearly\t12:30\tOdd\t", "time_unreadable"),
    ],
)
def test_what_cannot_be_a_session_is_named_and_the_rest_comes_in(world, row, rule):
    store, cohort = world
    plan = planned(store, cohort, HEAD + f"{row}\n17 December 2026\t9:30\t12:30\tGood\t\n")
    assert problems(plan) == [rule]
    assert applied(store, plan) == 1


def test_a_doubled_time_comes_in_once_it_is_said_which_is_meant(world):
    store, cohort = world
    plan = planned(store, cohort, "Date\tStart\tEnd\tSecond hour\n2026-10-25\t01:30\t03:00\tyes\n")
    applied(store, plan)
    row = store.read(sessions.sessions, cohort.id)[0]
    assert store.read(sessions.session, row.id).second_hour is True


def test_dates_that_can_be_read_both_ways_are_asked_about(world):
    store, cohort = world
    text = HEAD + "03/12/2026\t9:30\t12:30\tOne\t\n04/12/2026\t9:30\t12:30\tTwo\t\n"
    plan = planned(store, cohort, text)
    assert plan.problem is not None
    assert plan.problem.rule == "date_order_open"
    assert [day for _, day in plan.readings] == [date(2026, 12, 3), date(2026, 3, 12)]
    with pytest.raises(RuleBroken, match="date_order_open"):
        applied(store, plan)
    for order, first in (("DMY", date(2026, 12, 3)), ("MDY", date(2026, 3, 12))):
        assert planned(store, cohort, text, order=order).rows[0].session.held_on == first
    decided = planned(store, cohort, text + "17/12/2026\t9:30\t12:30\tThree\t\n")
    assert [row.session.held_on.day for row in decided.rows] == [3, 4, 17]


def test_dates_that_contradict_each_other_stop_the_list(world):
    store, cohort = world
    plan = planned(store, cohort, HEAD + "17/12/2026\t9\t12\tOne\t\n12/17/2026\t9\t12\tTwo\t\n")
    assert plan.problem is not None
    assert plan.problem.rule == "list_dates_disagree"


def test_clashes_and_bank_holidays_are_told_and_forbid_nothing(world):
    store, cohort = world
    other = a_cohort(store, name="Top Talent 8")
    held = replace(store.read(sessions.suggested_session, other.id), title="Theirs",
                   held_on=date(2026, 12, 3), room="Room 2")  # fmt: skip
    store.write(Gesture("add_session"), sessions.save_session, held)
    plan = planned(store, cohort, HEAD + "2026-12-03\t11:00\t13:00\tOurs\troom 2\n"
                                         "2026-12-03\t12:00\t14:00\tAlso ours\t\n"
                                         "2026-12-25\t9:30\t12:30\tFeast\t\n")  # fmt: skip
    first, second, third = plan.rows
    assert [(clash.kind, clash.title) for clash in first.clashes] == [(ClashKind.ROOM, "Theirs")]
    assert [(clash.kind, clash.title) for clash in second.clashes] == [(ClashKind.COHORT, "Ours")]
    assert third.holiday == "Christmas Day"
    assert applied(store, plan) == 3


def test_a_session_said_twice_comes_in_once(world):
    store, cohort = world
    line = "2026-12-03\t11:00\t13:00\tOurs\t\n"
    plan = planned(store, cohort, HEAD + line + line)
    assert problems(plan) == ["session_said_twice"]
    assert applied(store, plan) == 1


def test_facilitators_are_people_of_the_academy_or_new_ones(world):
    store, cohort = world
    dana = a_person(store, "Dana Price", email="dana@kent.example")
    a_person(store, "Sam Lee")
    a_person(store, "Sam Lee")
    text = ("Date\tTime\tTrainers\n3 Dec 2026\t9.30am to 12.30pm\tdana@kent.example; New Person\n"
            "10 Dec 2026\t9:30-12:30\tSam Lee\n")  # fmt: skip
    plan = planned(store, cohort, text)
    assert problems(plan) == ["facilitator_ambiguous"]
    applied(store, plan)
    led = store.read(sessions.session, store.read(sessions.sessions, cohort.id)[-1].id)
    assert [one.name for one in led.facilitators] == ["Dana Price", "New Person"]
    assert led.facilitators[0].person_id == dana
    assert [one.name for one in store.read(facilitators.facilitators_called, "New Person")] == [
        "New Person"
    ]


def test_a_list_that_is_none_says_what_is_missing(world):
    store, cohort = world
    for text, rule in (
        ("Name\tShoe size\nNoor Ahmed\t9\n", "sessions_without_times"),
        (HEAD + "2026-12-03\t9\t12\tX\t\n" * 501, "sessions_too_many"),
    ):
        plan = planned(store, cohort, text)
        assert plan.problem is not None
        assert plan.problem.rule == rule
        with pytest.raises(RuleBroken, match=rule):
            applied(store, plan)


def test_a_plan_that_is_out_of_date_asks_for_another_look(world):
    store, cohort = world
    plan = planned(store, cohort, HEAD + "2026-12-03\t9:30\t12:30\tNew\t\n")
    a_session(store, cohort.id, date(2026, 12, 3))
    with pytest.raises(RuleBroken, match="sessions_changed_meanwhile"):
        applied(store, plan)


def test_only_an_administrator_imports_sessions(world):
    store, cohort = world
    plan = planned(store, cohort, HEAD + "2026-12-03\t9:30\t12:30\tNew\t\n")
    as_role(store, Role.FACILITATOR)
    with pytest.raises(RuleBroken, match="not_allowed"):
        applied(store, plan)


def a_rich_cohort(store):
    cohort = a_cohort(store, name="Top Talent 6")
    dana = a_person(store, "Dana Price")
    plain = sessions.SessionDraft(cohort_id=cohort.id)
    led = (facilitators.Facilitator(dana, "Dana Price"),)
    night = date(2026, 10, 25)
    for draft in (
        replace(plain, title="=Sum", held_on=TODAY, room="+1", facilitators=led, required=True),
        replace(plain, title="Siân’s, “two”", held_on=TODAY, starts=time(14), ends=time(15),
                format=SessionFormat.HYBRID, room="R 1", link="https://a.example/?b=1"),
        replace(plain, title="Night", held_on=night, starts=time(1, 30), ends=time(3),
                second_hour=True, state=SessionState.NOT_HELD, staff_notes="Bring\ncake"),
    ):  # fmt: skip
        store.write(Gesture("add_session"), sessions.save_session, draft)
    return cohort


def facts(store, cohort):
    rows = store.read(sessions.sessions, cohort.id)
    drafts = [store.read(sessions.session, row.id) for row in rows]
    return [replace(draft, id=0, version=0, cohort_id=0, cohort="") for draft in drafts]


@pytest.mark.parametrize("name", ["sessions.xlsx", "sessions.csv"])
def test_what_goes_out_comes_back_the_same(world, tmp_path, name):
    store, _ = world
    cohort, path = a_rich_cohort(store), tmp_path / name
    table = store.read(session_exports.sessions_list, cohort.id)
    write_table(path, table.headers, table.rows, sheet="Sessions")
    same = store.read(plan_sessions, SessionsRequest(read_table(path), cohort.id, TODAY))
    assert [row.fate for row in same.rows] == [SessionFate.SAME] * 3
    other = a_cohort(store)
    plan = store.read(plan_sessions, SessionsRequest(read_table(path), other.id, TODAY))
    assert (problems(plan), plan.ignored) == ([], ("Cohort",))
    applied(store, plan)
    assert facts(store, other) == facts(store, cohort)


def test_what_goes_out_for_mod_attendance_has_its_columns_and_comes_back(world, tmp_path):
    store, _ = world
    cohort, path = a_rich_cohort(store), tmp_path / "moodle.csv"
    table = store.read(session_exports.sessions_for_moodle, cohort.id)
    write_table(path, table.headers, table.rows)
    theirs = read_table(FILES / "M03-moodle-attendance-sessions-import.csv")
    assert read_table(path).headers == theirs.headers
    first = dict(zip(table.headers, table.rows[-1], strict=True))
    assert (first["Course shortname"], first["from:"], first["to:"], first["Description"]) == (
        "Top Talent 6", "14:00", "15:00", "Siân’s, “two”",
    )  # fmt: skip
    again = store.read(plan_sessions, SessionsRequest(read_table(path), cohort.id, TODAY))
    assert {row.fate for row in again.rows} <= {SessionFate.SAME, SessionFate.LEFT_OUT}
