"""Certificates: numbers by a pattern, safe file names, revoking."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.domain.certificates import Certificate, counts_by_year, file_name, number_of
from academy.domain.words import CertificateState, RuleBroken

DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("LA-{year}-{number:04}", "LA-2026-0012"),
        ("{number}", "12"),
        ("{number:03}/{year}", "012/2026"),
        ("K{number:06} Kent", "K000012 Kent"),
    ],
)
def test_a_number_follows_the_pattern(pattern, number):
    assert number_of(pattern, 2026, 12) == number


@pytest.mark.parametrize(
    "pattern",
    [
        "", "LA", "LA-{year}", "{number", "{number}}", "{other}{number}", "{number!r}", "{0}",
        "{number:{year}}", "{number.real}", "{number:0999999999}", "{number:c}", "{number}{number}",
        "{year}{year}{number}", "A\n{number}", "x" * 40 + "{number}", "LA-{year}-{year}-{number}",
        "{number}{year}{year}",
    ],
)  # fmt: skip
def test_a_pattern_that_gives_no_safe_number_is_refused(pattern):
    with pytest.raises(RuleBroken, match="number_pattern"):
        number_of(pattern, 2026, 1)


@given(st.text(max_size=30), st.integers(1, 10**6), st.integers(1, 10**6))
def test_two_certificates_of_a_year_never_share_a_number(pattern, one, other):
    for tried in pattern, f"{pattern}{{number}}", f"{{year}}{pattern}{{number:04}}":
        try:
            same = number_of(tried, 2026, one) == number_of(tried, 2026, other)
        except RuleBroken:
            continue
        assert same is (one == other)


def test_numbers_begin_anew_each_year_only_when_the_year_is_in_them():
    assert counts_by_year("LA-{year}-{number:04}")
    assert not counts_by_year("LA-{number}")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Siân Hughes", "LA-2026-0212 Sian Hughes.pdf"),
        ("Ğülşen Çelik", "LA-2026-0212 Gulsen Celik.pdf"),
        ("Łukasz Søren-Groß", "LA-2026-0212 Lukasz Soren-Gross.pdf"),
        ("李小龍", "LA-2026-0212.pdf"),
        ("../../etc/passwd", "LA-2026-0212 ..-..-etc-passwd.pdf"),
        ("", "LA-2026-0212.pdf"),
    ],
)
def test_a_file_name_can_be_read_and_harms_nothing(name, file):
    assert file_name("LA-2026-0212", name) == file


@given(st.text(max_size=200))
def test_every_file_name_is_plain_short_and_starts_with_the_number(name):
    file = file_name("LA-2026-0212", name)
    assert re.fullmatch(r"LA-2026-0212( [A-Za-z0-9 ._-]+)?\.pdf", file)
    assert len(file) <= 80


def test_a_number_with_a_slash_gives_one_file_and_no_folder():
    assert file_name("012/2026", "Siân Hughes") == "012-2026 Sian Hughes.pdf"


def test_a_file_has_a_name_even_when_nothing_given_can_be_written():
    assert file_name("番号", "李小龍") == "certificate.pdf"


def a_certificate(state=CertificateState.ISSUED):
    return Certificate(number="LA-2026-0001", state=state, reason="")


def test_revoking_takes_a_reason_and_happens_once():
    certificate = a_certificate()
    with pytest.raises(RuleBroken, match="reason_missing"):
        certificate.revoke(DAY, " ")
    assert certificate.state is CertificateState.ISSUED
    certificate.revoke(DAY, "Name misspelt")
    assert (certificate.state, certificate.state_on) == (CertificateState.REVOKED, DAY)
    with pytest.raises(RuleBroken, match="certificate_not_live"):
        certificate.revoke(DAY, "Again")
