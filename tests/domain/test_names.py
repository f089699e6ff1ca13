"""Names as people write them: every row of the list of names, and what each must become."""

import csv
import re
import unicodedata
from pathlib import Path

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import example, given
from hypothesis import strategies as st

from academy.domain import names
from academy.domain.words import RuleBroken
from academy.exchange.meetings.names import shown

DATA = Path(__file__).parents[1] / "data" / "names"
ROWS = list(csv.DictReader((DATA / "uk-names.csv").read_text(encoding="utf-8").splitlines()))
BY_ID = {row["id"]: row for row in ROWS}


def person_name(typed):
    """Return a name as a meeting report's reader cleans it before comparing."""
    return shown(typed).clean


def typed(row_id):
    return BY_ID[row_id]["full_as_typed"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_name_is_kept_as_typed_but_for_its_spaces(row):
    name = row["full_as_typed"]
    kept = names.tidied(name)
    assert kept == names.tidied(kept) == kept.strip()
    assert kept
    assert [c for c in kept if c.isalpha()] == [c for c in name if c.isalpha()]
    assert names.folded(kept) == names.folded(name)


@pytest.mark.parametrize("row", [r for r in ROWS if r["family"]], ids=lambda row: row["id"])
def test_a_name_with_a_family_name_is_listed_under_it(row):
    full, family = person_name(row["full_as_typed"]), row["family"]
    in_list = names.listed(full, family)
    if " " not in names.folded(full):
        assert in_list == full
    else:
        assert names.folded(in_list).startswith(names.folded(family) + ",")
    assert names.sort_key(full, family).endswith(f"\t{names.folded(in_list)}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("N001", "N002"), ("N004", "N005"), ("N004", "N007"), ("N023", "N025"), ("N023", "N026"),
        ("N052", "N053"), ("N052", "N055"),
    ],
)  # fmt: skip
def test_two_writings_of_one_name_are_equal(one, other):
    first, second = (names.folded(person_name(typed(row))) for row in (one, other))
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jürgen Groß", "JÜRGEN GROSS"),
        ("佐藤\u3000さくら\u3000", "佐藤 さくら"),
        (unicodedata.normalize("NFD", "김서연"), "김서연"),
        ("Bjørn \u212bngström", "Bjørn Ångström"),
        ("Te'o Fa'asavalu", "Te\u02bbo Fa\u02bcasavalu"),
        ("Chloë-Maë D’Arcy-Jones 🌸", "chloë-maë d'arcy-jones"),
        ("Jane Wood 👩🏽‍💻", "Jane Wood"),
        ("Priya Rastogi", "  Priya \t Rastogi\n"),
    ],
)
def test_folding_looks_through_how_a_name_was_written(one, other):
    assert names.folded(one) == names.folded(other)


def test_an_accent_makes_another_name_that_is_only_suggested():
    assert names.folded("Sian Morgan") != names.folded("Siân Morgan")
    assert names.suggestive("Sian Morgan") == names.suggestive("Siân Morgan")
    assert names.suggestive(typed("N040")) == "lucja wisniewska zak"
    assert names.suggestive(typed("N016")) == names.suggestive("Angus McLaren")
    assert names.folded(typed("N016")) != names.folded("Angus McLaren")
    assert names.suggestive(typed("N041")) == names.suggestive("Jurgen Gross")
    assert names.suggestive("다나카") == "다나카"


@pytest.mark.parametrize("row_id", ["N008", "N010", "N011", "N017", "N049", "N061", "N062", "N064"])
def test_capitals_spaces_and_signs_inside_a_name_stay(row_id):
    assert names.tidied(typed(row_id)) == typed(row_id)


@pytest.mark.parametrize(
    ("full", "family", "in_list"),
    [
        ("Rhys ap Iorwerth", "ap Iorwerth", "ap Iorwerth, Rhys"),
        ("Li Na", "Li", "Li, Na"),
        ("Nilofer", "Nilofer", "Nilofer"),
        ("Gwen Llewellyn", "", "Gwen Llewellyn"),
        ("Gwen Llewellyn", "Davies", "Gwen Llewellyn"),
        ("Gwen Ap-Llewellyn", "Llewellyn", "Gwen Ap-Llewellyn"),
        ("Siobhán O’Brien", "o'brien", "O’Brien, Siobhán"),
    ],
)
def test_lists_put_the_family_name_first(full, family, in_list):
    assert names.listed(full, family) == in_list


def test_people_sort_by_family_name_with_accents_beside_their_letter():
    people = [("Zoë Ash", "Ash"), ("Anna Łuczak", "Łuczak"), ("Bo Lund", "Lund"), ("Pingu", "")]
    ordered = sorted(people, key=lambda person: names.sort_key(*person))
    assert [person[0] for person in ordered] == ["Zoë Ash", "Anna Łuczak", "Bo Lund", "Pingu"]


@pytest.mark.parametrize(
    ("name", "full", "family"),
    [
        ("Llewellyn, Gwen", "Gwen Llewellyn", "Llewellyn"),
        ("ap Iorwerth ,  Rhys", "Rhys ap Iorwerth", "ap Iorwerth"),
        ("Gwen Llewellyn", "Gwen Llewellyn", ""),
        ("Gwen Llewellyn, MBE", "Gwen Llewellyn, MBE", ""),
        ("Li, Ma", "Ma Li", "Li"),
        ("Smith, John, Jr", "Smith, John, Jr", ""),
        (", Gwen", ", Gwen", ""),
    ],
)
def test_an_inverted_name_is_turned_round(name, full, family):
    assert names.inverted(name) == (full, family)


def test_overrides_and_control_characters_are_refused_by_their_number():
    assert "U+202E" in names.refused_characters(typed("N056"))
    with pytest.raises(RuleBroken) as told:
        names.check_characters("Gwen\x07 \u202eLlewellyn")
    assert told.value.rule == "refused_characters"
    assert told.value.facts == {"characters": "U+0007, U+202E"}
    refused = {row["id"] for row in ROWS if names.refused_characters(row["full_as_typed"])}
    assert refused == {"N056"}


@pytest.mark.parametrize(
    ("row_id", "kind"), [("N058", "phone"), ("N073", "bot"), ("N071", "person"), ("N038", "person")]
)
def test_phones_and_bots_of_meetings_are_told_from_people(row_id, kind):
    assert shown(typed(row_id)).kind == kind


@pytest.mark.parametrize(
    "address",
    [
        "gwen.llewellyn@example.gov.uk", "s.morgan@powys.example", "siân@council.example",
        "a+b@x.test", "O'Brien@kent.example", " gwen@x.example\u00a0",
    ],
)  # fmt: skip
def test_addresses_are_taken_as_typed(address):
    assert names.check_email(address) == address.strip()


def test_mail_links_and_shown_names_give_their_address():
    assert names.check_email("mailto:Gwen@X.example") == "Gwen@X.example"
    assert names.check_email("Llewellyn Gwen <gwen@x.example>") == "gwen@x.example"
    assert names.email_key(" Gwen@X.Example") == "gwen@x.example"


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("j.okafor@@kent.example", "email_one_at"),
        ("plain", "email_one_at"),
        ("", "email_one_at"),
        ("a@x.example; b@x.example", "email_one_at"),
        ("@x.example", "email_before_at"),
        ("gwen@", "email_after_at"),
        ("gwen l@x.example", "email_characters"),
        ("gwen@kent", "email_domain"),
        ("gwen@kent..example", "email_domain"),
        ("gwen@-kent.example", "email_form"),
        ("gwen..l@kent.example", "email_form"),
        ("gwen\u202e@x.example", "refused_characters"),
    ],
)
def test_an_address_that_cannot_work_names_what_to_mend(address, rule):
    with pytest.raises(RuleBroken) as told:
        names.check_email(address)
    assert told.value.rule == rule


def test_hostile_strings_are_kept_compared_or_refused_but_never_break():
    for line in (DATA / "blns.txt").read_text(encoding="utf-8").splitlines():
        kept = names.tidied(line)
        assert names.folded(kept) == names.folded(line)
        assert names.sort_key(line, line)
        names.suggestive(line)
        names.inverted(line)


@pytest.mark.parametrize("character", [chr(code) for code in range(32, 127)])
def test_plain_names_fold_like_those_with_accents(character):
    name = f"A{character}b"
    assert names.folded(f"{name}é") == f"{names.folded(name)}é"


LETTERS = st.one_of(
    st.sampled_from("aéłŁßAÅ각ﬁ½ '’-–@,\t\u0300\u0327\u034f\u200d\u202a"),
    st.characters(exclude_categories=("Cs",)),
)


@given(st.text(LETTERS, max_size=12))
@example("Mc Łaren-Éß")
def test_letters_count_by_themselves_as_they_do_in_a_name(text):
    """What is looked up letter by letter is what the whole name amounts to."""
    whole = unicodedata.normalize("NFKD", names.folded(text).translate(names._LETTERS))
    bare = "".join(letter for letter in whole if not "\u0300" <= letter <= "\u036f")
    bare = unicodedata.normalize("NFC", bare).replace("'", "").replace("-", " ")
    expected = re.sub(r"\b(mc|mac) (?=\w)", r"\1", " ".join(bare.split()))
    assert names.suggestive(text) == expected


@given(st.text(LETTERS, max_size=12))
def test_a_text_without_odd_characters_is_tidied_like_any_other(text):
    shown = "".join(c for c in text if not names._invisible(c))
    assert names.tidied(text) == " ".join(shown.split()).strip("\u200c\u200d")


@given(
    st.text("ab1.-_+@é ", max_size=5),
    st.sampled_from(("@", "", "@@", " @", "a@")),
    st.text("ab1-.é", max_size=6),
    st.sampled_from((".com", ".example", ".uk", ".", "", ".123", ".c-d", ".xn--a", " ")),
)
@example("a" * 64, "@", "b", ".com")
@example("a" * 65, "@", "b", ".com")
@example("a", "@", "b" * 64, ".com")
@example("a", "@", ".".join(["b" * 60] * 4), ".example")
@example("a", "@", ".".join(["b" * 60] * 4), ".uk")
def test_an_address_is_taken_as_it_is_when_the_library_takes_it(before, at, domain, ending):
    address = f"{before}{at}{domain}{ending}"
    try:
        validate_email(address, check_deliverability=False, test_environment=True)
        sound = True
    except EmailNotValidError:
        sound = False
    try:
        taken = names.check_email(address) == address
    except RuleBroken:
        taken = False
    assert taken == sound
