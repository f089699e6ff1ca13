"""What people type for a council, and the council meant."""

import csv
from pathlib import Path

import pytest

from academy.domain import councils
from academy.domain.councils import match

DATA = Path(__file__).parents[1] / "data" / "councils"


def rows_of(name):
    return list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines()))


CASES = rows_of("match-cases.csv")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"])
def test_what_people_type_means_the_council_they_meant(case):
    found = match(case["typed"])
    warned = case["expected_action"] == "match with warning"
    assert found.action == case["expected_action"].removesuffix(" with warning")
    assert (found.council.code if found.council else "") == case["expected_code"]
    assert (found.former is not None) == (warned or case["why"].startswith("replaced by"))
    if found.action == "ask" and case["why"].startswith("replaced by"):
        codes = case["why"].split(":")[1].strip().split(",")
        assert [council.code for council in found.candidates] == codes
    if case["gss_code"]:
        assert found.council.gss_code == case["gss_code"]
        assert found.council.official_name.split() == case["official_name"].split()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Kent CC", "KEN"),
        ("kent county council", "KEN"),
        ("KENT", "KEN"),
        ("LB Camden", "CMD"),
        ("LB of Tower Hamlets", "TWH"),
        ("Leeds CC", "LDS"),
        ("Leicester City", "LCE"),
        ("Saint Helens MBC", "SHN"),
        ("St Helens", "SHN"),
        ("Kensington & Chelsea", "KEC"),
        ("Oxford CC", "OXO"),
        ("Oxfordshire CC", "OXF"),
        ("City of York", "YOR"),
        ("City of London", "LND"),
        ("Cornwall County Council", "CON"),
        ("Peterborough CC", "PTE"),
        ("Cyngor Bwrdeistref Sirol Pen-y-bont ar Ogwr", "BGE"),
        ("Pen y Bont ar Ogwr", "BGE"),
        ("Sir Gâr", "CMN"),
        ("Cyngor Sir Gar", "CMN"),
        ("Abertawe", "SWA"),
        ("Ynys Mon", "AGY"),
        ("Brighton & Hove City Council", "BNH"),
        ("Somerset", "SMT"),
        ("Bournemouth, Christchurch & Poole", "BPC"),
        ("The Vale of Glamorgan Council", "VGL"),
    ],
)
def test_short_forms_ampersands_saints_and_welsh_names_match(typed, code):
    found = match(typed)
    assert (found.action, found.council and found.council.code) == ("match", code)
    assert found.former is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Birmigham City Council", "BIR"),
        ("Wolverhamton", "WLV"),
        ("LBBD", "BDG"),
        ("Brighton", "BNH"),
        ("Basingstoke BC", "BAN"),
        ("Stoke CC", "STE"),
        ("Sunderlnd", "SND"),
        ("Herts CC", "HRT"),
        ("South Cambs", "SCA"),
        ("Leeds City Council - Digital", "LDS"),
        ("Stockport Council (SMBC)", "SKP"),
    ],
)
def test_misspellings_initials_and_parts_are_only_suggested(typed, code):
    found = match(typed)
    assert (found.action, found.council and found.council.code) == ("suggest", code)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Newcastle", {"NET", "NEC"}),
        ("Newcastle Council", {"NET", "NEC"}),
        ("Kingston", {"KHL", "KTT"}),
        ("London", {"LND", "GLA"}),
        ("Northants", {"NNT", "WNT"}),
        ("Derby County", {"DER", "DBY"}),
        ("Cambridge County Council", {"CAB", "CAM"}),
        ("Cheshire", {"CHE", "CHW"}),
    ],
)
def test_what_may_mean_several_councils_is_asked(typed, codes):
    found = match(typed)
    assert found.action == "ask"
    assert found.council is None
    assert codes <= {council.code for council in found.candidates}


@pytest.mark.parametrize(
    "typed",
    [
        "", "  ", "-", "n/a", "None", "Freelance", "Self-employed", "Anytown MBC",
        "Anytown Council", "Othertown Council", "Cyngor Sir Rhywle",
        "University of Kent", "NHS", "Kent Police",
        "Ministry of Justice", "council", "Unknown", "Accenture", "LGA", "佐藤", "<b>", "=1+1",
        "Anytown Metropolitan Borough Council",
    ],
)  # fmt: skip
def test_what_is_no_council_stays_free_text(typed):
    assert match(typed).action == "none"


def test_each_official_name_of_a_current_council_means_that_council():
    for council in councils.councils().values():
        if council.current:
            assert match(council.official_name).council == council


def test_the_names_of_the_published_look_up_never_mean_another_council():
    wrong = []
    for row in rows_of("lookup_name_to_registry.csv"):
        meant = councils.councils()[row["local-authority-code"]]
        found = match(row["la-name"])
        possible = councils.successors(meant)
        if found.action == "match" and found.council not in possible and meant.current:
            wrong.append((row["la-name"], meant.code, found.council.code))
    assert wrong == []


def test_a_former_council_of_northern_ireland_leads_to_its_successor():
    found = match("Magherafelt District Council")
    assert (found.action, found.council.code, found.former.code) == ("match", "MUL", "NIR-H")


def test_the_register_holds_the_397_current_authorities():
    everyone = councils.councils().values()
    assert sum(council.current for council in everyone) == 397
    assert all(councils.successors(council) for council in everyone)
    assert all(not council.replaced_by for council in everyone if council.current)


def test_hostile_strings_are_only_text():
    path = DATA.parent / "names" / "blns.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        match(line)
