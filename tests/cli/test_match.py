"""`academy match`, as a script uses it."""

import json

from terminal import academy, answer, cohort_id


def active(sample, cohort):
    rows = answer("show", sample, "pairs", "--cohort", cohort).result
    return [row for row in rows if row["state"] == "active"]


def test_a_dry_run_tells_pairs_with_reasons_and_writes_nothing(sample):
    cohort = cohort_id(sample, "Empowering Women 4")
    told = answer("match", sample, "--cohort", cohort, "--dry-run").result
    assert len(told["pairs"]) == 18
    assert told["unmatched"] == []
    for pair in told["pairs"]:
        assert pair["mentee"]["id"] != pair["mentor"]["id"]
        assert 0 <= pair["score"] <= 100
        assert pair["for"]
        assert pair["runner_up"] is None or pair["runner_up"] != pair["mentor"]
        assert pair["change_cost"]["people"] >= 0
    assert active(sample, cohort) == []
    again = answer("match", sample, "--cohort", cohort, "--dry-run", "--aim", "most-people")
    assert again.result == told


def test_pins_that_cannot_stand_are_told_and_the_others_are_paired(sample):
    cohort = cohort_id(sample, "Empowering Women 4")
    plan = answer("match", sample, "--cohort", cohort, "--dry-run").result["pairs"]
    mentee, mentor = plan[0]["mentee"]["id"], plan[1]["mentor"]["id"]
    words = ["--pin", f"{mentee},{mentor}", "--pin", f"{mentee},{plan[2]['mentor']['id']}"]
    told = answer("match", sample, "--cohort", cohort, "--dry-run", *words, code=1)
    [refused] = told.result["refused_pins"]
    assert refused["mentee"]["id"] == mentee
    pinned = next(pair for pair in told.result["pairs"] if pair["mentee"]["id"] == mentee)
    assert (pinned["mentor"]["id"], pinned["pinned"]) == (mentor, True)
    assert told.problems[0]["code"] == "pin_refused"
    assert len(told.result["pairs"]) == 18


def test_words_that_make_no_sense_are_wrong_usage_and_an_unknown_cohort_a_problem(sample):
    for words in (["--pin", "1"], ["--aim", "luck"]):
        done = academy("match", sample, "--cohort", 1, *words, "--json")
        assert done.returncode == 2
        assert json.loads(done.stdout)["problems"][0]["code"] == "usage"
    unknown = answer("match", sample, "--cohort", 99999, "--dry-run", code=1)
    assert unknown.problems[0]["code"] == "cohort_unknown"


def test_a_cohort_is_paired_and_a_second_run_finds_nobody_left(sample):
    cohort = cohort_id(sample, "Empowering Women 4")
    told = answer("match", sample, "--cohort", cohort).result
    assert len(active(sample, cohort)) == len(told["pairs"]) == 18
    again = answer("match", sample, "--cohort", cohort).result
    assert again == {"pairs": [], "unmatched": [], "refused_pins": []}


def test_who_stays_without_a_mentor_is_told_with_the_cause(sample):
    cohort = cohort_id(sample, "Top Talent 8")
    told = answer("match", sample, "--cohort", cohort, "--dry-run", code=1)
    assert told.result["unmatched"]
    for one in told.result["unmatched"]:
        assert one["cause"]
        assert one["would_help"]
    assert {problem["code"] for problem in told.problems} == {"unmatched"}
