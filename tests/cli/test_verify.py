"""`academy certificates` signs, `academy verify` checks: as a script calls them."""

import pytest

from academy.domain.words import Who
from academy.exchange.public_keys import keys_json
from academy.store.file import open_academy
from academy.usecases import keys
from terminal import academy, answer, cohort_id

PHRASE = "four words that fit nowhere"


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    """A sample academy that has issued 18 signed certificates."""
    folder = tmp_path_factory.mktemp("signed")
    file = folder / "Sample.academy"
    answer("sample", "--to", file)
    (folder / "phrase").write_text(PHRASE + "\n")
    cohort = cohort_id(file, "Top Talent 5")
    made = answer(
        "certificates", file, "--cohort", cohort, "--due", "--out", folder / "out",
        "--passphrase-file", folder / "phrase",
    ).result  # fmt: skip
    assert made["signed"] is True
    assert len(made["certificates"]) == 18
    return folder


@pytest.fixture(scope="module")
def pdf(signed):
    return min((signed / "out").glob("*.pdf"))


def public_keys(signed):
    store = open_academy(signed / "Sample.academy", Who("Ann"), read_only=True)
    text = keys_json("Sample Leadership Academy", store.read(keys.public_keys))
    store.close()
    (signed / "keys.json").write_text(text)
    return signed / "keys.json"


def test_the_register_says_genuine_and_the_same_file(signed, pdf):
    found = answer("verify", pdf, "--file", signed / "Sample.academy").result
    assert (found["verdict"], found["same_file"], found["asked"]) == ("genuine", True, "register")
    assert found["facts"]["number"] in pdf.name
    assert found["facts"]["issued_on"]
    said = academy("verify", pdf, "--file", signed / "Sample.academy").stdout
    assert said.startswith("Genuine: LA-")


def test_public_keys_alone_are_enough(signed, pdf):
    found = answer("verify", pdf, "--keys", public_keys(signed), "--temp").result
    assert (found["verdict"], found["same_file"], found["asked"]) == ("genuine", None, "token")


def test_a_changed_file_and_an_unknown_token_end_with_1(signed, pdf, tmp_path):
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(pdf.read_bytes() + b"\n")
    found = answer("verify", changed, "--file", signed / "Sample.academy", code=1)
    assert found.result["verdict"] == "changed"
    assert found.result["same_file"] is False
    assert found.problems[0]["code"] == "changed"
    unknown = answer("verify", "eyJhbGciOi", "--file", signed / "Sample.academy", code=1)
    assert unknown.result["verdict"] == "unknown"


def test_a_number_of_the_sample_that_was_revoked(signed):
    file = signed / "Sample.academy"
    rows = answer("show", file, "certificates").result
    [revoked] = [row["number"] for row in rows if row["state"] == "revoked"]
    found = answer("verify", revoked, "--file", file, code=1).result
    assert found["verdict"] == "revoked"
    assert found["on"]


def test_a_file_that_cannot_be_read_ends_with_a_sentence(signed, tmp_path):
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(b"%PDF-1.7\n")
    found = answer("verify", cut, "--file", signed / "Sample.academy", code=1)
    assert found.result["verdict"] == "unknown"
    assert "cut off or damaged" in found.problems[0]["text"]
    for words in (["no.pdf", "--keys", cut], [cut, "--keys", tmp_path / "no.json"]):
        assert answer("verify", *words, code=1).problems


def test_without_an_academy_it_says_what_to_name(pdf):
    found = answer("verify", pdf, "--temp", code=1)
    assert found.problems[0]["code"] == "no_academy_to_ask"


def test_a_key_that_stays_locked_issues_nothing(signed, tmp_path):
    file = signed / "Sample.academy"
    wrong = tmp_path / "wrong"
    wrong.write_text("not this one at all")
    two_lines = tmp_path / "two"
    two_lines.write_text("one\ntwo\n")
    cohort = cohort_id(file, "Top Talent 5")
    due = ("certificates", file, "--cohort", cohort, "--due", "--out", tmp_path / "out")
    before = answer("show", file, "certificates").result
    assert answer(*due).result["certificates"] == []  # all have theirs: no key is asked for
    assert answer("show", file, "certificates").result == before


def test_a_wrong_passphrase_and_none_stop_before_anything_is_issued(tmp_path):
    file = tmp_path / "Sample.academy"
    answer("sample", "--to", file)
    cohort = cohort_id(file, "Top Talent 5")
    due = ("certificates", file, "--cohort", cohort, "--due", "--out", tmp_path / "out")
    (tmp_path / "short").write_text("short")
    (tmp_path / "two").write_text("one\ntwo\n")
    for name, rule in (("short", "passphrase_length"), ("two", "passphrase_file"),
                       ("none", "passphrase_file")):  # fmt: skip
        found = answer(*due, "--passphrase-file", tmp_path / name, code=1)
        assert found.problems[0]["code"] == rule
    looked = answer(*due, "--dry-run").result
    assert looked["signed"] is False
    made = answer(*due, "--unsigned").result
    assert made["signed"] is False
    assert len(made["certificates"]) == 18
