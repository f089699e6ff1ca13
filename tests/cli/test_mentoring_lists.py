"""Lists of mentors and mentees by the command line."""

from pathlib import Path

from terminal import answer, cohort_id

DATA = Path(__file__).parents[1] / "data"


def test_mentors_come_in_and_equality_columns_are_named_as_left_out(sample):
    words = ("import", sample, "--mentors", DATA / "mentoring/mentors.csv")
    dry = answer(*words, "--dry-run").result
    assert dry["counts"]["added"] == 50
    assert dry["never_taken"] == ["characteristics", "biography"]
    assert answer(*words).result == dry
    assert answer(*words).result["counts"]["identical"] == 50


def test_mentees_need_a_cohort_and_rows_of_the_other_side_are_told(sample, folder):
    topics = folder / "topics.csv"
    topics.write_text(
        "Full Name,Role Type,Leadership,Grade\nGwen Test,mentee,1,Band 9\nNuala Test,mentor,1,\n",
        encoding="utf-8",
    )
    answer("import", sample, "--mentees", topics, code=2)
    cohort = cohort_id(sample, "Top Talent 8")
    found = answer("import", sample, "--mentees", topics, "--cohort", cohort, code=1)
    assert found.result["counts"]["added"] == 1
    assert found.result["unread"] == [{"row": 2, "column": "Grade", "text": "Band 9"}]
    assert [problem["code"] for problem in found.problems] == ["row_no_mentee"]
