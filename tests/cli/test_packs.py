"""Register packs by the command line: made, marked, read, read again, refused."""

import json
from dataclasses import replace

import pytest

from academy.domain.words import Letter
from academy.exchange.packs import read_pack, write_pack
from terminal import academy, answer, cohort_id


@pytest.fixture(scope="module")
def made(sample, folder):
    cohort = cohort_id(sample, "Top Talent 7")
    sessions = answer("show", sample, "sessions", "--cohort", cohort).result
    marked = {m["session_id"] for m in answer("show", sample, "marks", "--cohort", cohort).result}
    session = next(s["id"] for s in sessions if s["id"] in marked)
    goal = folder / "one.register"
    said = answer("pack", "make", sample, "--session", session, "--to", goal).result
    assert said["file"] == str(goal)
    assert said["people"] == len(read_pack(goal).people)
    return goal, session, cohort


def marks(sample, session, cohort):
    rows = answer("show", sample, "marks", "--cohort", cohort).result
    return {row["person_id"]: row["mark"] for row in rows if row["session_id"] == session}


def test_a_pack_that_says_the_same_changes_nothing(sample, made):
    goal, session, cohort = made
    here = marks(sample, session, cohort)
    pack = read_pack(goal)
    write_pack(goal, replace(pack, marks={p: Letter(mark) for p, mark in here.items()}))
    before = sample.read_bytes()
    read = answer("pack", "read", sample, goal).result
    assert not any(row["applied"] for row in read["marks"])
    assert marks(sample, session, cohort) == here
    assert answer("pack", "read", sample, goal, "--dry-run").result == read
    assert len(sample.read_bytes()) == len(before)


def test_what_differs_stays_and_is_told(sample, made):
    goal, session, cohort = made
    here = marks(sample, session, cohort)
    pack = read_pack(goal)
    one = next(person for person, mark in here.items() if mark == "P")
    write_pack(goal, replace(pack, marks={one: Letter.ABSENT}))
    read = answer("pack", "read", sample, goal, code=1)
    assert [problem["code"] for problem in read.problems] == ["pack_differs"]
    assert len(read.result["left_out"]) == 1
    assert marks(sample, session, cohort) == here


def test_blank_marks_are_filled_under_the_facilitators_name(sample, made):
    goal, session, cohort = made
    one = next(iter(marks(sample, session, cohort)))
    assert academy("mark", sample, "--session", session, "-", typed=f"{one},\n").returncode == 0
    write_pack(goal, replace(read_pack(goal), marks={one: Letter.LATE}))
    read = answer("pack", "read", sample, goal).result
    assert [row["person_id"] for row in read["marks"] if row["applied"]] == [one]
    assert marks(sample, session, cohort)[one] == "L"
    again = answer("pack", "read", sample, goal).result
    assert not any(row["applied"] for row in again["marks"])


def test_an_altered_pack_and_a_foreign_one_are_refused(sample, made, folder):
    goal, *_ = made
    found = json.loads(goal.read_text("utf-8"))
    found["people"][0]["name"] = "Somebody Else"
    other = folder / "altered.register"
    other.write_text(json.dumps(found), encoding="utf-8")
    assert answer("pack", "read", sample, other, code=1).problems[0]["code"] == "pack_altered"
    write_pack(other, replace(read_pack(goal), academy="f" * 16))
    refused = answer("pack", "read", sample, other, code=1)
    assert refused.problems[0]["code"] == "pack_of_other_academy"
    missing = answer("pack", "read", sample, folder / "none.register", code=1)
    assert missing.problems[0]["code"] == "file_missing"


def test_words_that_make_no_sense_are_wrong_usage(sample, folder):
    answer("pack", "make", sample, code=2)
    answer("pack", "read", sample, code=2)
    answer("pack", "make", sample, "--session", 1, "--to", folder / "a.txt", code=2)
    answer("--register", "sometime", code=2)
