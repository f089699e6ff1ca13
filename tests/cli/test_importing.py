"""Importing by the command line: plans shown, plans run, what is left out."""

import pytest

from terminal import answer, cohort_id


@pytest.fixture(scope="module")
def practice(sample):
    files = sample.with_name("sample practice files")
    return {file.suffix + file.name[:4]: file for file in files.iterdir()}


def test_a_dry_run_shows_the_whole_plan_and_writes_nothing(sample, practice):
    cohort = cohort_id(sample, "Empowering Women 5")
    before = sample.read_bytes()
    plan = answer("import", sample, "--people", practice[".xlsxTop "], "--cohort", cohort,
                  "--dry-run").result  # fmt: skip
    assert sample.read_bytes() == before
    columns = {column["header"]: column["field"] for column in plan["columns"]}
    assert columns["Delegate name"] == "full_name"
    assert columns["Diet"] == "leave_out"
    assert [row["fate"] for row in plan["rows"]] == ["updated"] * 24
    assert plan["rows"][0]["fields"]["email"].endswith(".example")


def test_people_come_in_once_whatever_is_said_twice(sample, practice):
    cohort = cohort_id(sample, "Empowering Women 5")
    words = ("import", sample, "--people", practice[".xlsxTop "], "--cohort", cohort)
    before = answer("show", sample, "people").result
    assert answer(*words).result["counts"]["updated"] == 24
    assert len(answer("show", sample, "people", "--cohort", cohort).result) == 24
    assert answer("show", sample, "people").result == before
    assert answer(*words).result["counts"]["identical"] == 24


def test_rows_with_problems_are_left_out_and_the_rest_comes_in(sample, folder):
    cohort = cohort_id(sample, "Top Talent 8")
    people = folder / "people.csv"
    people.write_text(
        "Full name,E-mail\nNia Sparkes,nia.sparkes@powys.example\nJo Okafor,jo@@kent\n"
        "Evil \u202ename,evil@powys.example\n",
        encoding="utf-8",
    )
    found = answer("import", sample, "--people", people, "--cohort", cohort, code=1)
    assert found.result["counts"]["added"] == 1
    assert [row["row"] for row in found.result["left_out"]] == [3, 4]
    assert [problem["code"] for problem in found.problems] == [
        "email_one_at", "refused_characters",
    ]  # fmt: skip
    names = [p["name"] for p in answer("show", sample, "people", "--cohort", cohort).result]
    assert "Nia Sparkes" in names
    assert len(names) == 20


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "file_empty"),
        (b"%PDF-1.7 nothing", "not_a_spreadsheet"),
        (b"Team,Since\nBlue,2026\n", "column_missing"),
    ],
)
def test_a_file_that_is_no_list_of_people_writes_nothing(sample, folder, content, problem):
    (folder / "odd.csv").write_bytes(content)
    before = sample.read_bytes()
    found = answer("import", sample, "--people", folder / "odd.csv", "--cohort", 4, code=1)
    assert [one["code"] for one in found.problems] == [problem]
    assert sample.read_bytes() == before


# ---- meeting reports ---------------------------------------------------------------------------


def test_a_teams_report_is_looked_at_first_then_becomes_marks(sample, practice):
    cohort = cohort_id(sample, "Top Talent 7")
    words = ("import", sample, "--teams", practice[".csvLead"], "--cohort", cohort)
    before = sample.read_bytes()
    plan = answer(*words, "--dry-run").result
    assert sample.read_bytes() == before
    assert len(plan["people"]) == 24
    host, *people = plan["people"]
    assert (host["name"], host["matched"], host["mark"]) == ("Dana Price", None, None)
    assert sorted(person["mark"] for person in people) == ["A", "L", "L", *["P"] * 20]
    assert people[0]["first_join"].endswith("T09:26:00")
    assert answer(*words).result["session_id"] == plan["session_id"]
    kept = answer("show", sample, "marks", "--cohort", cohort).result
    today = [row["mark"] for row in kept if row["session_id"] == plan["session_id"]]
    assert sorted(today) == ["A", "L", "L", *["P"] * 20]
    again = answer(*words).result
    assert not any(row["applied"] for row in again["marks"])


def test_a_name_that_is_nobodys_is_told_and_the_rest_is_marked(sample, practice):
    cohort = cohort_id(sample, "Top Talent 7")
    zoom = practice[".csvpart"]
    found = answer("import", sample, "--zoom", zoom, "--cohort", cohort, "--dry-run", code=1)
    assert found.result["left_out"] == ["iPhone (2)"]
    assert [problem["code"] for problem in found.problems] == ["name_unmatched"]


def test_a_report_of_another_day_or_cohort_marks_nothing(sample, practice):
    report, before = practice[".csvLead"], sample.read_bytes()
    cohort = cohort_id(sample, "Top Talent 6")
    words = ("import", sample, "--teams", report, "--cohort", cohort)
    assert answer(*words, code=1).problems[0]["code"] == "session_open"
    first = answer("show", sample, "sessions", "--cohort", cohort).result[0]["id"]
    other = answer(*words, "--session", first, code=1)
    assert other.problems[0]["code"] == "report_of_other_day"
    unknown = answer(*words, "--session", 999, code=1)
    assert unknown.problems[0]["code"] == "session_unknown"
    assert sample.read_bytes() == before


@pytest.mark.parametrize("program", ["meet", "webex"])
def test_meet_and_webex_reports_become_marks_by_the_same_plan(sample, folder, practice, program):
    cohort = cohort_id(sample, "Top Talent 7")
    plan = answer("import", sample, "--teams", practice[".csvLead"], "--cohort", cohort,
                  "--dry-run").result  # fmt: skip
    people = [person for person in plan["people"] if person["matched"]]
    report = folder / f"{program}.csv"
    report.write_text(WRITERS[program](people), encoding="utf-8")
    before = sample.read_bytes()
    found = answer("import", sample, f"--{program}", report, "--cohort", cohort, "--session",
                   plan["session_id"], "--dry-run").result  # fmt: skip
    assert sample.read_bytes() == before
    assert {row["name"]: row["mark"] for row in found["people"]} == {
        person["name"]: person["mark"] for person in people
    }
    assert answer("read-meeting", report).result["source"] == program


def webex(people):
    rows = ["Meeting Name,Display Name,Attendee Email,Join Time,Leave Time,Attendance Duration"]
    for one in people:
        times = [f'="{one[key]}"'.replace("T", " ") for key in ("first_join", "last_leave")]
        rows.append(",".join(["Leading change", f'"{one["name"]}"', one["email"], *times, "9 min"]))
    return "\n".join(rows)


def meet(people):
    rows = ["Name,Email,Duration,Time joined,Time exited"]
    for one in people:
        times = [one[key][11:16] for key in ("first_join", "last_leave")]
        rows.append(",".join([f'"{one["name"]}"', one["email"], "9 min", *times]))
    return "\n".join(rows)


WRITERS = {"webex": webex, "meet": meet}
