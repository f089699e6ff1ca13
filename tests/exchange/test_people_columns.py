"""What each column of a list of people becomes, for every list that people have sent."""

import json
from pathlib import Path

import pytest

from academy.domain.words import FileProblem
from academy.exchange.people_columns import (
    ColumnGuess,
    check_mapping,
    guess,
    headers_key,
    mapping_of,
)
from academy.exchange.people_rows import person, read_person_rows
from academy.exchange.tables import pasted_table, read_table

DATA = Path(__file__).parents[1] / "data"
LISTS = {
    entry["file"]: entry
    for entry in json.loads((DATA / "spreadsheets" / "headers.json").read_text(encoding="utf-8"))
}
FIELDS = {
    "L01": {"Name": "full_name", "Email": "email", "Role": "role"},
    "L02": {"name": "full_name", "klasse": "cohort"},
    "L03": {"Full Name": "full_name"},
    "L07": {"Student Name": "full_name", "Phone": "phone"},
    "L08": {"Name": "full_name", "Group": "cohort"},
    "L10": {"Student": "full_name"},
    "L11": {
        "Student ID": "external_id", "Cohort": "cohort", "First Name": "given_name",
        "Last Name": "family_name",
    },
    "L12": {
        "Business Email": "email", "Full Name": "full_name", "Organisation": "organisation",
        "Job Title": "job_title",
    },
    "L14": {
        "Email Address": "email", "First Name": "given_name", "Last Name": "family_name",
        "Organisation": "organisation", "Job Title": "job_title",
    },
    "L16a": {"Student Name": "full_name", "Email Address": "email"},
    "L16b": {"canonical_name": "full_name"},
    "L17": {
        "First name": "given_name", "Last name": "family_name", "Email": "email", "Team": "team",
    },
    "L21": {
        "first name": "given_name", "last name": "family_name", "email address": "email",
        "job title": "job_title", "organisation": "organisation",
    },
    "L22": {
        "first name": "given_name", "last name": "family_name", "email address": "email",
        "job title": "job_title", "organisation": "organisation",
    },
    "L24": {"Full Name": "full_name", "Role Type": "role"},
}  # fmt: skip
PRIVATE = {
    ("L08", "Age"): "equality",
    ("L08", "Allergies"): "health",
    ("L21", "match with similar identity"): "equality",
    ("L21", "identity to match"): "equality",
    ("L22", "characteristics"): "equality",
}
REGISTRATIONS = {
    "E02-eventbrite-2023-order-id-variant.csv": {"Name": "full_name", "Email": "email"},
    "F01-forms-application.xlsx": {
        "Email": "email", "Full name": "full_name", "Council or organisation": "organisation",
        "Job title": "job_title",
    },
    "M01-moodle-users-cohort-enrol.csv": {
        "firstname": "given_name", "lastname": "family_name", "email": "email",
        "institution": "organisation", "department": "team", "idnumber": "external_id",
        "cohort1": "cohort", "role1": "role",
    },
}  # fmt: skip


def kept(guesses):
    return {one.header: one.field for one in guesses if one.field != "leave_out"}


def why(guesses):
    return {one.header: one.why for one in guesses if one.field == "leave_out"}


def people(table):
    return read_person_rows(table, mapping_of(guess(table)))


@pytest.mark.parametrize("entry", LISTS.values(), ids=lambda entry: entry["id"])
def test_each_list_is_understood_as_its_keeper_meant_it(entry):
    table = read_table(DATA / "spreadsheets" / entry["file"])
    assert list(table.headers) == entry["headers"]
    guesses = guess(table)
    assert kept(guesses) == FIELDS[entry["id"]]
    reasons = {(entry["id"], header): reason for header, reason in why(guesses).items()}
    private = {key: reason for key, reason in reasons.items() if reason in {"equality", "health"}}
    assert private == {key: reason for key, reason in PRIVATE.items() if key[0] == entry["id"]}
    rows = people(table)
    assert [row.row_number for row in rows] == list(table.row_numbers)
    assert all(row.problem is None and row.values["full_name"] for row in rows)


@pytest.mark.parametrize("name", REGISTRATIONS)
def test_each_registration_export_is_understood(name):
    table = read_table(DATA / "registrations" / name)
    assert kept(guess(table)) == REGISTRATIONS[name]
    assert [row.problem for row in people(table)] == [None, None]


def test_inverted_names_become_full_and_family_name():
    rows = people(read_table(DATA / "spreadsheets" / "L01-roster-name-email-role.csv"))
    assert rows[0].values == {
        "full_name": "Gwen Llewellyn",
        "family_name": "Llewellyn",
        "email": "gwen.llewellyn@example.gov.uk",
        "role": "Student",
    }


def test_a_family_name_first_without_a_comma_stays_as_typed():
    rows = people(read_table(DATA / "spreadsheets" / "L02-students-nr-name-klasse.csv"))
    assert rows[0].values == {"full_name": "Birtwhistle Harriet", "cohort": "1A"}


def test_given_and_family_names_are_put_together_and_zeros_stay():
    rows = people(read_table(DATA / "spreadsheets" / "L11-cohort-roster-bpid.csv"))
    assert rows[0].values["full_name"] == "Gwen Llewellyn"
    assert rows[0].values["family_name"] == "Llewellyn"
    assert rows[0].values["external_id"] == "0007"


def test_a_form_answer_without_an_account_has_no_address():
    rows = people(read_table(DATA / "registrations" / "F01-forms-application.xlsx"))
    assert rows[0].values["email"] == "gwen.llewellyn@example.gov.uk"
    assert rows[1].values == {
        "full_name": "Efua",
        "organisation": "Cyngor Sir Rhywle",
        "job_title": "Arweinydd Tîm",
    }


def test_disabled_in_an_account_export_is_no_disability():
    accounts = read_table(DATA / "spreadsheets" / "L14-user-export-lastlogin-disabled.csv")
    assert why(guess(accounts))["Disabled"] == "account"
    answers = pasted_table("Name\tDisabled\nGwen\tYes\nKwame\tNo\n")
    assert why(guess(answers))["Disabled"] == "equality"


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Ethnic group", "equality"),
        ("What is your ethnicity?", "equality"),
        ("Do you consider yourself disabled?", "equality"),
        ("Gender identity", "equality"),
        ("Sex", "equality"),
        ("Sexual orientation", "equality"),
        ("Religion or belief", "equality"),
        ("Age band", "equality"),
        ("Date of birth", "equality"),
        ("Pronouns", "equality"),
        ("Dietary requirements", "health"),
        ("Access needs", "health"),
        ("Any reasonable adjustments?", "health"),
        ("Line manager email", "somebody_else"),
        ("Emergency contact name", "somebody_else"),
        ("Grade", "unknown"),
    ],
)
def test_what_must_not_stand_beside_a_name_is_left_out_with_its_reason(header, reason):
    table = pasted_table(f"Name\t{header}\nGwen\tx\n")
    assert guess(table)[1] == ColumnGuess(1, header, "leave_out", reason)


def test_equality_answers_are_known_by_what_they_say_and_never_by_memory():
    table = pasted_table("Name\tGroup\nGwen\tWhite British\nKwame\tBlack African\nJo\t\n")
    assert why(guess(table)) == {"Group": "equality"}
    table = pasted_table("Name\tEthnicity\nGwen\tx\n")
    assert why(guess(table, {"Ethnicity": "team"})) == {"Ethnicity": "equality"}


def test_a_remembered_choice_wins_over_the_guess():
    table = pasted_table("Name\tGrade\tTeam\nGwen\tG10\tDigital\n")
    guesses = guess(table, {"Grade": "job_title", "Team": "leave_out"})
    assert kept(guesses) == {"Name": "full_name", "Grade": "job_title"}
    assert {one.why for one in guesses[1:]} == {"remembered"}
    assert headers_key(table.headers) == headers_key(["name:", "GRADE", " Team "])


def test_columns_without_headers_are_known_by_their_cells():
    table = pasted_table(
        "\t\t\nGwen Llewellyn\tg@x.example\tKent CC\nKwame Oyelaran\tk@x.example\tHull\n"
    )
    assert [(one.field, one.why) for one in guess(table)] == [
        ("full_name", "content"), ("email", "content"), ("organisation", "content"),
    ]  # fmt: skip
    assert [row.values["full_name"] for row in people(table)] == [
        "Gwen Llewellyn",
        "Kwame Oyelaran",
    ]
    table = pasted_table(
        "\tEmail\tGrade\nLlewellyn, Gwen\tg@x.example\t5\nOyelaran, Kwame\tk@x.example\t6\n"
    )
    assert kept(guess(table)) == {"": "full_name", "Email": "email"}


def test_two_columns_for_one_field_are_both_named():
    table = pasted_table("Name\tE-mail\tWork email\nGwen\tg@x.example\tgl@x.example\n")
    with pytest.raises(FileProblem) as told:
        people(table)
    assert told.value.rule == "columns_doubled"
    assert told.value.facts == {"field": "email", "first": "E-mail", "second": "Work email"}
    empty = pasted_table("Name\tE-mail\tWork email\nGwen\tg@x.example\t\n")
    assert people(empty)[0].values["email"] == "g@x.example"


@pytest.mark.parametrize(
    "name", ["M03-moodle-attendance-sessions-import", "M04-moodle-attendance-marks-import"]
)
def test_a_table_without_names_says_that_they_are_missing(name):
    table = read_table(DATA / "registrations" / f"{name}.csv")
    with pytest.raises(FileProblem, match="column_missing"):
        people(table)
    with pytest.raises(FileProblem, match="column_missing"):
        check_mapping({0: "leave_out", 1: "email"}, ("a", "b"))


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({"full_name": "J Okafor", "email": "j.okafor@@kent.example"}, "email_one_at"),
        ({"email": "g@x.example"}, "full_name_missing"),
        ({"full_name": "\u202eevil\u202c Name"}, "refused_characters"),
        ({"full_name": "Gwen", "job_title": "Head\x07"}, "refused_characters"),
        ({"full_name": "G" * 101}, "text_too_long"),
    ],
)
def test_a_row_with_a_problem_keeps_what_was_typed_and_names_it(cells, rule):
    row = person(9, cells)
    assert row.row_number == 9
    assert row.problem.rule == rule
    assert row.values.items() >= {k: v for k, v in cells.items() if k != "full_name"}.items()


@pytest.mark.parametrize(
    ("cells", "full", "family"),
    [
        ({"full_name": "Gwen", "family_name": "Llewellyn"}, "Gwen Llewellyn", "Llewellyn"),
        ({"full_name": "Li Na", "family_name": "Li"}, "Li Na", "Li"),
        ({"family_name": "Nilofer"}, "Nilofer", "Nilofer"),
        ({"given_name": "Nilofer", "family_name": "Nilofer"}, "Nilofer", "Nilofer"),
        ({"given_name": "Efua"}, "Efua", ""),
        ({"full_name": "NaN Ei"}, "NaN Ei", ""),
        ({"given_name": "Jo", "family_name": "Null"}, "Jo Null", "Null"),
        ({"full_name": "  Priya\u00a0 Rastogi\u200b "}, "Priya Rastogi", ""),
    ],
)
def test_names_are_put_together_from_what_there_is(cells, full, family):
    row = person(2, cells)
    assert row.problem is None
    assert row.values["full_name"] == full
    assert row.values.get("family_name", "") == family


def test_hostile_strings_become_rows_or_problems():
    lines = (DATA / "names" / "blns.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        row = person(number, {"full_name": line, "email": line, "organisation": line})
        assert row.problem is not None or not row.values or "@" in line or row.values["full_name"]
