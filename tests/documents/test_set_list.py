"""The list of learning sets on paper: every set whole on a page, every table heard in order."""

from datetime import date

from academy.documents.set_list import set_list_pdf
from academy.documents.set_list_texts import SetListFacts, SetMemberOnPaper, SetOnPaper
from documents.paper_words import pages_of
from documents.reading import read_aloud

LONG = "Alexandra Wilhelmina Georgiana Davies-Worthington-Featherstonehaugh"


def set_list(sets: int = 2, members: int = 6) -> SetListFacts:
    people = tuple(
        SetMemberOnPaper(f"{LONG} {n}" if n == 1 else f"Ŵyn, Siân {n}", "Kent County Council", "")
        for n in range(1, members + 1)
    )
    made = (SetOnPaper(n, "Dana Price" if n % 2 else "", people) for n in range(1, sets + 1))
    academy = "Kent & Medway Leadership Academy"
    return SetListFacts(academy, "Top Talent", "Top Talent 7", date(2026, 11, 26), tuple(made))


def test_each_set_stands_with_its_facilitator_and_its_members():
    (page,) = pages_of(set_list_pdf(set_list()))
    for words in (
        "Action-learning sets",
        "Top Talent · Top Talent 7 · as of 26 November 2026",
        "Facilitated by Dana Price",
        "Nobody facilitates this set yet",
        "Ŵyn, Siân 6",
        "Page 1 of 1",
    ):
        assert words in page


def test_a_set_is_never_parted_by_the_end_of_a_page():
    pages = pages_of(set_list_pdf(set_list(sets=9)))
    assert len(pages) > 1
    assert all(page.count("Set ") == page.count("Ŵyn, Siân 6") for page in pages)


def test_a_cohort_with_an_empty_set_has_a_list_too():
    (page,) = pages_of(set_list_pdf(set_list(members=0)))
    assert "Nobody is in this set." in page


def test_it_is_read_in_the_order_of_the_page():
    said = " ".join(str(part) for part in read_aloud(set_list_pdf(set_list(sets=1))))
    words = ("Action-learning sets", "Set 1", "Facilitated by", "Name", LONG, "Siân 6")
    places = [said.index(one) for one in words]
    assert places == sorted(places)


def test_a_set_longer_than_a_page_goes_on_on_the_next():
    pages = pages_of(set_list_pdf(set_list(sets=1, members=60), large=True))
    assert len(pages) > 1
    assert sum(page.count("Ŵyn, Siân") for page in pages) == 59
