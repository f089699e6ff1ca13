"""`academy badges`: the certificates of a cohort as Open Badges, a PNG each."""

from academy.exchange.badges import badge_in
from terminal import answer, cohort_id


def test_badges_need_the_academys_key(sample, folder):
    cohort = cohort_id(sample, "Empowering Women 3")
    refused = answer("badges", sample, "--cohort", cohort, "--out", folder / "out", code=1)
    assert refused.problems[0]["code"] == "badges_need_key"
    assert not (folder / "out").exists()


def test_each_certificate_in_force_becomes_a_picture_with_its_badge(sample, folder):
    typed = folder / "passphrase.txt"
    typed.write_text("correct horse battery staple\n", "utf-8")
    cohort = cohort_id(sample, "Top Talent 5")
    due = ("certificates", sample, "--cohort", cohort, "--due", "--passphrase-file", typed)
    issued = answer(*due, "--out", folder / "issued").result["certificates"]
    out = folder / "badges"
    made = answer("badges", sample, "--cohort", cohort, "--passphrase-file", typed, "--out", out)
    assert [one["number"] for one in made.result["badges"]] == [one["number"] for one in issued]
    assert len(list(out.iterdir())) == 18
    assert all(badge_in(path.read_bytes()).count(".") == 2 for path in out.iterdir())


def test_a_cohort_without_certificates_in_force_has_no_badge(sample, folder):
    typed = folder / "passphrase.txt"
    typed.write_text("correct horse battery staple\n", "utf-8")
    due = ("certificates", sample, "--cohort", cohort_id(sample, "Top Talent 5"), "--due")
    answer(*due, "--passphrase-file", typed, "--out", folder / "issued")
    none = cohort_id(sample, "Top Talent 7")
    refused = answer("badges", sample, "--cohort", none, "--out", folder / "out", code=1)
    assert refused.problems[0]["code"] == "badges_of_none"
