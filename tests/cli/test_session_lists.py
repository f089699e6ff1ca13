"""Lists of sessions by the command line: what goes out comes back, what is unclear is told."""

import pytest

from terminal import answer, cohort_id


def titles(sample, cohort):
    rows = answer("show", sample, "sessions", "--cohort", cohort).result
    return [row["title"] for row in rows]


@pytest.mark.parametrize("form", ["list.xlsx", "list.csv", "moodle.csv"])
def test_what_was_exported_has_nothing_to_import(sample, folder, form):
    cohort, goal = cohort_id(sample, "Top Talent 7"), folder / form
    moodle = ["--for", "moodle"] if form.startswith("moodle") else []
    answer("export", sample, "--what", "sessions", "--cohort", cohort, "--to", goal, *moodle)
    read = answer("import", sample, "--sessions", goal, "--cohort", cohort).result
    assert read["left_out"] == []
    assert {row["fate"] for row in read["sessions"]} == {"same"}


def test_clear_sessions_come_in_and_the_others_are_told(sample, folder):
    cohort, path = cohort_id(sample, "Top Talent 7"), folder / "few.csv"
    path.write_text(
        "Date,From,To,Session\n2031-01-07,9:30,12:30,New one\n2031-01-14,9:30,9:00,Odd\n",
        encoding="utf-8",
    )
    before = titles(sample, cohort)
    words = ("import", sample, "--sessions", path, "--cohort", cohort)
    dry = answer(*words, "--dry-run", code=1)
    assert titles(sample, cohort) == before
    done = answer(*words, code=1)
    assert dry.result == done.result
    assert [problem["code"] for problem in done.problems] == ["ends_before_start"]
    assert titles(sample, cohort) == [*before, "New one"]


def test_dates_that_can_be_read_both_ways_need_a_word(sample, folder):
    cohort, path = cohort_id(sample, "Top Talent 7"), folder / "both.csv"
    path.write_text("Date,From,To\n03/04/2031,9:30,12:30\n", encoding="utf-8")
    words = ("import", sample, "--sessions", path, "--cohort", cohort, "--dry-run")
    assert answer(*words, code=1).problems[0]["code"] == "date_order_open"
    [row] = answer(*words, "--dates", "mdy").result["sessions"]
    assert row["date"] == "2031-03-04"


def test_marks_of_one_session_go_out_for_moodle_and_come_back(sample, folder):
    cohort, goal = cohort_id(sample, "Top Talent 7"), folder / "marks.csv"
    first = answer("show", sample, "sessions", "--cohort", cohort).result[0]["id"]
    words = ("--what", "marks", "--for", "moodle", "--session", first, "--to", goal)
    assert answer("export", sample, *words).result["columns"] == ["user", "scantime", "status"]
    read = answer("import", sample, "--marks", goal, "--cohort", cohort, "--session", first).result
    assert {row["fate"] for row in read["marks"]} == {"same"}


@pytest.mark.parametrize(
    "words",
    [
        ("--what", "people", "--for", "moodle"),
        ("--what", "marks", "--for", "moodle"),
        ("--what", "marks", "--session", "1"),
    ],
)
def test_the_form_of_moodle_is_for_sessions_and_marks_of_one(sample, folder, words):
    answer("export", sample, *words, "--to", folder / "x.csv", code=2)
