"""Foreign text tables are read whatever program wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.domain.words import FileProblem
from academy.exchange import text

WELSH = "Name\tEmail\r\nSiân Ŵyn\tsian@example.org\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_letters_survive_every_unicode_encoding_with_or_without_its_mark(encoding):
    assert text.decode(WELSH.encode(encoding)) == WELSH


def test_a_big_endian_mark_is_understood():
    assert text.decode(b"\xfe\xff" + WELSH.encode("utf-16-be")) == WELSH


def test_bytes_of_an_old_windows_program_keep_their_accents():
    assert text.decode("Zoë;Groß;“x”".encode("cp1252")) == "Zoë;Groß;“x”"


def test_a_file_cut_off_inside_a_letter_loses_only_that_letter():
    assert text.decode("Siân, Zoë".encode()[:-1]) == "Siân, Zo"


def test_a_file_above_the_limit_is_refused_with_the_limit():
    with pytest.raises(FileProblem) as refused:
        text.decode(b"x" * (text.MAX_BYTES + 1))
    assert refused.value.rule == "file_too_large"
    assert refused.value.facts == {"megabytes": 20}


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("Full Name\tUser Action\tTimestamp", "\t"),
        ("Full Name,User Action,Timestamp", ","),
        ("Nama;Join Time;Leave Time", ";"),
        ('"a,b,c,d";e', ";"),
        ("Email, if known;Name", ";"),
        ("Name", ","),
    ],
)
def test_the_header_row_tells_the_delimiter(line, mark):
    assert text.delimiter(line) == mark


def test_a_quoted_cell_may_hold_tabs_breaks_and_quotes():
    table = 'a\t"b\t""c""\r\nd"\te\r\n\r\nf'
    assert text.rows(table, "\t") == [["a", 'b\t"c"\r\nd', "e"], [], ["f"]]


def test_one_stray_quote_spoils_one_line_only():
    assert text.rows('a,b\n"c,d\ne,f\n', ",") == [["a", "b"], ["c", "d"], ["e", "f"], []]


def test_a_bare_carriage_return_ends_a_row():
    assert text.rows("a,b\rc,d\r", ",") == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        ("x" * 200_000, "cell_too_large"),
        ("," * 5_000, "too_many_columns"),
        ("\n" * 200_001, "too_many_rows"),
    ],
)
def test_a_table_beyond_reason_is_refused_by_name(table, rule):
    with pytest.raises(FileProblem) as refused:
        text.rows(table, ",")
    assert refused.value.rule == rule


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(data):
    written = text.decode(data)
    text.rows(written, text.delimiter(written[:100]))
