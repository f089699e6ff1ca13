"""Lists of marks by the command line: what goes out comes back, what is unclear is told."""

import pytest

from terminal import answer, cohort_id


@pytest.mark.parametrize("form", ["grid.xlsx", "long.csv"])
def test_what_was_exported_has_nothing_to_import(sample, folder, form):
    cohort, goal = cohort_id(sample, "Top Talent 7"), folder / form
    long = ["--long"] if form.startswith("long") else []
    answer("export", sample, "--what", "marks", "--cohort", cohort, "--to", goal, *long)
    read = answer("import", sample, "--marks", goal, "--cohort", cohort).result
    assert read["left_out"] == []
    assert {row["fate"] for row in read["marks"]} == {"same"}


def test_what_differs_or_is_unknown_is_left_out_and_told(sample, folder):
    cohort = cohort_id(sample, "Top Talent 7")
    before = answer("show", sample, "marks", "--cohort", cohort).result
    one = next(row for row in before if row["mark"] == "P")
    lines = f"Person ID,Session ID,Mark\n{one['person_id']},{one['session_id']},A\n9999,1,P\n"
    path = folder / "few.csv"
    path.write_text(lines, encoding="utf-8")
    words = ("import", sample, "--marks", path, "--cohort", cohort)
    dry, done = answer(*words, "--dry-run", code=1), answer(*words, code=1)
    assert dry.result == done.result
    assert len(done.result["left_out"]) == 2
    assert done.problems[0]["code"] == "mark_differs"
    assert answer("show", sample, "marks", "--cohort", cohort).result == before


def test_long_is_for_marks_only(sample, folder):
    answer("export", sample, "--what", "people", "--long", "--to", folder / "p.csv", code=2)
