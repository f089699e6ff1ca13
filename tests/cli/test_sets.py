"""`academy sets`, as a script uses it."""

from terminal import answer, cohort_id


def test_a_dry_run_tells_sets_with_reasons_and_makes_none(sample):
    cohort = cohort_id(sample, "Top Talent 8")
    told = answer("sets", sample, "--cohort", cohort, "--dry-run").result
    sizes = [len(one["members"]) for one in told["sets"]]
    assert (sorted(sizes), told["gap"], told["replaced"]) == ([6, 6, 7], 0, 0)
    for number, one in enumerate(told["sets"], 1):
        assert (one["number"], one["facilitator"]) == (number, None)
        assert set(one["mixes"]) == {"organisation", "region", "role"}
        assert one["mixes"]["organisation"] <= len(one["members"])
    assert answer("sets", sample, "--cohort", cohort, "--dry-run").result == told


def test_sets_are_made_and_made_anew_until_one_has_met(sample):
    cohort = cohort_id(sample, "Empowering Women 4")
    words = ("--smallest", 4, "--largest", 6, "--facilitator", 1)
    first = answer("sets", sample, "--cohort", cohort, *words).result
    assert {one["facilitator"]["id"] for one in first["sets"]} == {1}
    again = answer("sets", sample, "--cohort", cohort).result
    assert again["replaced"] == len(first["sets"])
    met = answer("sets", sample, "--cohort", cohort_id(sample, "Top Talent 7"), code=1)
    assert met.problems[0]["code"] == "sets_have_met"


def test_what_cannot_be_is_a_problem_in_words(sample):
    cohort = cohort_id(sample, "Top Talent 8")
    for words, code in (
        (("--smallest", 9), "sets_sizes"),
        (("--smallest", 20, "--largest", 40), "sets_too_few"),
    ):
        told = answer("sets", sample, "--cohort", cohort, *words, "--dry-run", code=1)
        assert told.problems[0]["code"] == code
    unknown = answer("sets", sample, "--cohort", 99999, "--dry-run", code=1)
    assert unknown.problems[0]["code"] == "cohort_unknown"
