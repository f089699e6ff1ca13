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
    assert answer(*words).result["counts"]["updated"] == 24
    assert len(answer("show", sample, "people", "--cohort", cohort).result) == 24
    assert len(answer("show", sample, "people").result) == 145
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
