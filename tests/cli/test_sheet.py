"""`academy sheet`, as a script uses it."""

import json

import pypdfium2

from documents.paper_words import pages_of
from terminal import academy, answer, cohort_id


def names(sample, cohort):
    return [row["name"] for row in answer("show", sample, "people", "--cohort", cohort).result]


def test_the_sheet_of_a_session_has_everybody(sample, tmp_path):
    cohort = cohort_id(sample, "Top Talent 7")
    session = answer("show", sample, "sessions", "--cohort", cohort).result[-1]["id"]
    goal = tmp_path / "sheet.pdf"
    made = answer("sheet", sample, "--session", session, "--to", goal)
    assert made.result == {"file": str(goal), "people": 24}
    said = " ".join(pages_of(goal.read_bytes()))
    assert "Sign-in sheet" in said
    for name in names(sample, cohort):
        assert name.split()[-1] in said


def test_large_type_takes_more_pages(sample, tmp_path):
    cohort = cohort_id(sample, "Top Talent 7")
    session = answer("show", sample, "sessions", "--cohort", cohort).result[-1]["id"]
    answer("sheet", sample, "--session", session, "--to", tmp_path / "a.pdf")
    answer("sheet", sample, "--session", session, "--large", "--to", tmp_path / "b.pdf")
    normal, large = (len(pypdfium2.PdfDocument(tmp_path / n)) for n in ("a.pdf", "b.pdf"))
    assert (normal, large) == (1, 2)


def test_the_filled_register_of_a_cohort_has_marks_and_rates(sample, tmp_path):
    cohort = cohort_id(sample, "Top Talent 7")
    goal = tmp_path / "register.pdf"
    made = answer("sheet", sample, "--cohort", cohort, "--filled", "--to", goal)
    assert made.result["people"] == 24
    assert "100%" in " ".join(pages_of(goal.read_bytes()))


def test_what_does_not_go_together_is_told_and_nothing_is_written(sample, tmp_path):
    goal = tmp_path / "x.pdf"
    for words in (["--cohort", 1], ["--session", 1, "--filled"], []):
        done = academy("sheet", sample, *words, "--to", goal, "--json")
        assert done.returncode == 2, done.stderr
        assert json.loads(done.stdout)["problems"][0]["code"] == "usage"
    unknown = answer("sheet", sample, "--session", 99999, "--to", goal, code=1)
    assert unknown.problems[0]["text"] == "There is no session 99999."
    lost = answer("sheet", sample, "--cohort", 99999, "--filled", "--to", goal, code=1)
    assert lost.problems[0]["code"] == "cohort_unknown"
    assert not goal.exists()


def test_a_folder_that_cannot_be_written_to_is_named(sample, tmp_path):
    (tmp_path / "taken").write_text("a file")
    goal = tmp_path / "taken" / "x.pdf"
    cohort = cohort_id(sample, "Top Talent 7")
    made = answer("sheet", sample, "--cohort", cohort, "--filled", "--to", goal, code=1)
    assert made.problems[0]["code"] == "folder_unwritable"
