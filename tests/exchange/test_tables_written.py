"""Tables written: real dates, ids with their zeros, text that cannot run, whole files only."""

import datetime as dt
import gc
import re
import zipfile
from pathlib import Path

import pytest

from academy.domain.words import FileProblem
from academy.exchange.tables import read_table, write_table

HEADERS = ("Full name", "Email", "Staff number", "Started", "Council")
ROWS = [
    ("Siân O’Brien", "s@x.example", "0042", dt.date(2026, 9, 1), "Powys"),
    ("佐藤 さくら", "sato@x.example", "0043", dt.date(2026, 9, 8), "Kent"),
    ("Jo True", "jo@x.example", "1-2", None, 'Say "no", then'),
]
HOSTILE = [
    "=1+1",
    "+44 7700 900123",
    "-Jo Bloggs",
    "@SUM(A1)",
    "\tTab",
    "\rReturn",
    "=HYPERLINK(1)",
]


@pytest.mark.parametrize("name", ["people.xlsx", "people.csv"])
def test_what_is_exported_can_be_imported_again(tmp_path, name):
    write_table(tmp_path / name, HEADERS, ROWS)
    table = read_table(tmp_path / name)
    assert table.headers == HEADERS
    days = [
        row[3] if name.endswith("xlsx") else dt.date.fromisoformat(row[3]) for row in table.rows[:2]
    ]
    assert days == [dt.date(2026, 9, 1), dt.date(2026, 9, 8)]
    assert [row[:3] for row in table.rows] == [row[:3] for row in ROWS]
    assert [row[4] for row in table.rows] == [row[4] for row in ROWS]


def test_text_that_looks_like_a_formula_stays_text(tmp_path):
    rows = [(text,) for text in HOSTILE]
    write_table(tmp_path / "x.xlsx", ["Name"], rows)
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert not any("externalLink" in name or "hyperlink" in name for name in archive.namelist())
    assert read_table(tmp_path / "x.xlsx").column(0) == tuple(HOSTILE)
    write_table(tmp_path / "x.csv", ["Name"], rows)
    text = (tmp_path / "x.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    cells = text.decode("utf-8-sig").replace('"', "").split("\r\n")
    assert all(cell.startswith("'") for cell in cells[1:] if cell and not cell.startswith("Return"))
    assert read_table(tmp_path / "x.csv").column(0) == tuple(HOSTILE)


def test_text_that_looks_like_rich_text_of_the_writer_stays_as_it_is(tmp_path):
    rows = [("<r>Gwen & Siân</r>",), ("<r><t>bold</t></r>",), ("<r>open",)]
    write_table(tmp_path / "x.xlsx", ["Name"], rows)
    assert read_table(tmp_path / "x.xlsx").rows == tuple(rows)


def test_control_characters_and_what_is_too_long_for_a_cell_are_left_out(tmp_path):
    write_table(tmp_path / "x.xlsx", ["Name"], [("a\x01b\nc",), ("é" * 40_000,)])
    assert read_table(tmp_path / "x.xlsx").column(0) == ("ab\nc", "é" * 32_767)


def test_columns_are_as_wide_as_what_they_show(tmp_path):
    rows = [("Siân", None, 1), ("Llewellyn-Pritchard", dt.date(2026, 9, 1), 2.5, "beyond")]
    write_table(tmp_path / "x.xlsx", ["Name", "Started", "Days"], rows)
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    widths = [float(width) for width in re.findall(r'<col [^>]*width="([\d.]+)"', sheet)]
    assert [round(width) for width in widths] == [22, 13, 9]


def test_the_collector_is_as_it_was_after_a_table(tmp_path):
    write_table(tmp_path / "x.xlsx", HEADERS, ROWS)
    assert gc.isenabled()
    with pytest.raises(AttributeError):
        write_table(tmp_path / "y.xlsx", HEADERS, [(object(),)])
    assert gc.isenabled()


def test_hostile_strings_survive_a_workbook(tmp_path):
    path = Path(__file__).parents[1] / "data" / "names" / "blns.txt"
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    plain = [line for line in lines if line.isprintable() and "_x" not in line]
    write_table(tmp_path / "x.xlsx", ["Name"], [(line,) for line in lines])
    kept = set(read_table(tmp_path / "x.xlsx").column(0))
    assert {line for line in plain if line not in kept} == set()


def test_a_problem_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    goal = tmp_path / "people.xlsx"
    write_table(goal, HEADERS, ROWS)
    before = goal.read_bytes()

    def rows():
        yield ROWS[0]
        raise KeyError("the rows end here")

    with pytest.raises(KeyError):
        write_table(goal, HEADERS, rows())
    assert goal.read_bytes() == before
    assert list(tmp_path.iterdir()) == [goal]


def test_a_folder_that_is_not_there_and_another_ending_are_told(tmp_path):
    with pytest.raises(FileProblem, match="file_unwritable"):
        write_table(tmp_path / "gone" / "people.xlsx", HEADERS, ROWS)
    with pytest.raises(FileProblem, match="ending_unknown"):
        write_table(tmp_path / "people.pdf", HEADERS, ROWS)
