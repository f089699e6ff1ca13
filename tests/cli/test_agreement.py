"""`academy agreement`, as a script uses it."""

from documents.paper_words import pages_of
from terminal import answer


def test_the_agreement_of_a_pair_names_the_two_and_what_is_agreed(sample, tmp_path):
    pair = answer("show", sample, "pairs").result[0]
    goal = tmp_path / "agreement.pdf"
    made = answer("agreement", sample, "--pair", pair["id"], "--weeks", 6, "--to", goal)
    said = " ".join(pages_of(goal.read_bytes()))
    assert made.result["mentor"] in said
    assert made.result["mentee"] in said
    assert "We meet every 6 weeks." in said


def test_a_pair_that_is_not_there_is_said_so(sample, tmp_path):
    made = answer("agreement", sample, "--pair", 4711, "--to", tmp_path / "a.pdf", code=1)
    assert "4711" in made.problems[0]["text"]
    assert not (tmp_path / "a.pdf").exists()
