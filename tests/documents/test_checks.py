"""What is listed before a certificate is issued."""

from __future__ import annotations

import pytest

from academy.documents.blocks import Part
from academy.documents.checks import Checker, Finding
from academy.documents.look import Look
from documents.certificates import LONG_NAME, facts


def findings(**changed):
    return Checker(Look()).findings(facts(**changed))


def test_a_usual_certificate_has_nothing_to_tell():
    assert findings() == []


def test_letters_that_cannot_be_shown_are_named_and_stop_the_issue():
    found = findings(name="Bruce 李小龍 李")

    assert found == [Finding("letters_missing", Part.NAME, "李小龍", blocks=True)]


def test_letters_that_nobody_can_see_are_named_by_their_number():
    (found,) = findings(name="Priya\u200b Rastogi")

    assert found.what == "U+200B"


@pytest.mark.parametrize(
    "name",
    [
        "Zoe\u0308 Fitzgerald\u2011Cholmondeley", "Bjørn Å\u212bngström", "Priya\u00a0Rastogi",
        "Te\u02bbo Fa’asavalu", "Llŷr Ŷ", "Dòmhnall MacGilleFhaolain", "Łucja Wiśniewska-Żak",
    ],
)  # fmt: skip
def test_letters_written_in_another_way_are_no_problem(name):
    assert findings(name=name) == []


def test_a_long_name_is_told_but_stops_nothing():
    assert findings(name=LONG_NAME) == [Finding("name_smaller", Part.NAME)]


def test_text_too_long_for_its_place_is_told_with_the_place():
    found = findings(programme="Leading change " * 20)

    assert found == [Finding("text_too_small", Part.PROGRAMME)]


def test_a_signature_that_is_no_picture_stops_the_issue():
    assert findings(signature=b"GIF89a") == [
        Finding("picture_unreadable", Part.SIGNATORY, blocks=True)
    ]


@pytest.mark.parametrize("claim", ["ILM", "accredited", "City & Guilds"])
def test_claims_that_others_grant_are_told(claim):
    (found,) = findings(programme=f"Leading teams ({claim})")

    assert (found.key, found.what) == ("claim_of_others", claim)


def test_a_word_that_only_holds_a_claim_is_none():
    assert findings(programme="Filming for Councils") == []
