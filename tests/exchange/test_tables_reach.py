"""How far a sheet reaches: the quick look never says less than the one that follows each cell."""

import io
import random
import zipfile
import zlib
from math import inf

import pytest
import xlsxwriter

from academy.domain.words import FileProblem
from academy.exchange.tables import read_table
from academy.exchange.tables.guards import check_workbook
from academy.exchange.tables.limits import MAX_CELLS
from academy.exchange.tables.reach import cells_at_most, cells_reached
from exchange.test_tables_refused import PEOPLE, changed, packed, problem_of, workbook

SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><sheetData>'
TAIL = "</sheetData></worksheet>"


def sheet_of(rows, columns, **options):
    """Return the XML of a sheet as XlsxWriter writes it."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, options) as book:
        page = book.add_worksheet()
        for row in range(rows):
            page.write_row(row, 0, [f"r {row} = {column}: <c " for column in range(columns)])
    with zipfile.ZipFile(target) as archive:
        return archive.read(SHEET)


@pytest.mark.parametrize("options", [{}, {"constant_memory": True}])
@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (12, 3), (300, 40), (1_000, 5), (0, 0)])
def test_what_programs_write_needs_no_second_look(rows, columns, options):
    content = sheet_of(rows, columns, **options)
    assert cells_reached(content, MAX_CELLS) == rows * columns
    assert rows * columns <= cells_at_most(content) <= max(9, rows * 10) * columns


def test_a_long_sheet_that_is_wide_is_still_measured_by_its_bytes():
    cells = "".join(f'<c r="{column}12345"><v>1</v></c>' for column in ("A", "Z", "BZ"))
    content = f'{HEAD}<row r="12345">{cells}</row>{TAIL}'.encode()
    assert cells_at_most(content) == cells_reached(content, MAX_CELLS) == 12345 * 78


UNUSUAL = [
    "<row r=\"1\"><c r='XFD1'><v>1</v></c></row>",
    '<row r="1"><c\tr="XFD1"><v>1</v></c></row>',
    '<row r="1"><c t="n" r="XFD1"><v>1</v></c></row>',
    '<row r="1"><c\nr = "XFD1"><v>1</v></c></row>',
    '<row r="1"><c r="xfd1"><v>1</v></c></row>',
    '<row r="1"><c r="&#88;FD1"><v>1</v></c></row>',
    '<row r="1"><x:c xmlns:x="y" r="XFD1"><v>1</v></x:c></row>',
    '<row r="1"><c r="A1048576"><v>1</v></c></row>',
    '<row r="1048576"><c><v>1</v></c></row>',
    '<x:row xmlns:x="y" r="1048576"><c><v>1</v></c></x:row>',
    "<row>" + "<c><v>1</v></c>" * 2_001 + "</row>",
    '<row r="1"><c r="ZZ1"/>' + "<c/>" * 1_300 + "<c><v>1</v></c></row>",
    '<row r="1"><c r="A99999"><v>1</v></c><c r="ZZ1"><v>1</v></c></row>',
]


@pytest.mark.parametrize("cells", UNUSUAL)
def test_a_place_far_away_is_seen_however_it_is_written(tmp_path, cells):
    content = f"{HEAD}{cells}{TAIL}".encode()
    with pytest.raises(FileProblem) as told:
        cells_reached(content, MAX_CELLS)
    assert cells_at_most(content) > MAX_CELLS
    source = workbook(tmp_path / "x.xlsx", Sheet1=PEOPLE)
    assert problem_of(changed(tmp_path / "y.xlsx", source, SHEET, lambda _: content)) == (
        told.value.rule
    )


def test_an_encoding_or_a_document_type_that_could_hide_cells_is_looked_at_closely():
    plain = f'{HEAD}<row r="1"><c r="A1"><v>1</v></c></row>{TAIL}'
    assert cells_at_most(plain.encode()) == 9
    for encoding in ("utf-16", "cp037", "latin-1"):
        assert cells_at_most(plain.replace("UTF-8", encoding).encode(encoding)) == inf
    assert cells_at_most(plain.replace("<worksheet", "<!DOCTYPE x><worksheet").encode()) == inf


def test_what_is_no_sheet_counts_nothing():
    assert cells_at_most(b'<?xml version="1.0"?><styleSheet><c r="XFD1"/></styleSheet>') == 0
    picture = b"\x89PNG\r\n\x1a\n <c r='XFD1'>"
    assert cells_reached(picture, MAX_CELLS) == 0


FAR = '<sheetData><row r="1000000"><c r="XFD1000000"><v>1</v></c></row></sheetData>'


@pytest.mark.parametrize("disguised", [
    f"<foo>{FAR}</foo>", f"<sheetData/><worksheet>{FAR}</worksheet>", f"hello <worksheet>{FAR}",
    f'<x:foo xmlns:x="y">{FAR.replace("sheetData", "x:sheetData")}</x:foo>',
    f"<a/><worksheet>{FAR}</worksheet>", "<foo>" + FAR.replace("<sheetData>", "<sheetData\n>"),
])  # fmt: skip
def test_a_sheet_that_begins_as_something_else_is_measured_all_the_same(tmp_path, disguised):
    """The reader looks for the cells wherever they are; room for all would end the program."""
    source = workbook(tmp_path / "x.xlsx", Sheet1=PEOPLE)
    far = changed(tmp_path / "y.xlsx", source, SHEET, lambda _: disguised.encode())
    assert problem_of(far) in {"too_many_rows", "file_damaged"}


def test_a_spreadsheet_of_another_office_is_measured_however_it_begins():
    cells = '<t:table-cell t:number-columns-repeated="16000"><p>x</p></t:table-cell>'
    far = f'<t:table-row t:number-rows-repeated="1000000">{cells}</t:table-row>'
    content = f'<foo xmlns:t="t"><t:table>{far}</t:table></foo>'.encode()
    with pytest.raises(FileProblem) as told:
        cells_reached(content, MAX_CELLS)
    assert told.value.rule == "too_many_rows"
    assert cells_at_most(content) == inf


def test_what_is_kept_of_another_file_takes_no_room():
    """Excel keeps the cells that formulas ask for of other files in the same words."""
    kept = '<row r="900000"><cell r="A900000"><v>1</v></cell></row>'
    link = f"<externalLink><sheetDataSet><sheetData>{kept}</sheetData></sheetDataSet>"
    assert cells_reached(f"{link}</externalLink>".encode(), MAX_CELLS) == 0


@pytest.mark.parametrize("seed", range(4))
def test_the_quick_look_is_never_below_the_close_one(seed):
    chance = random.Random(seed)
    usual = sheet_of(12, 3, constant_memory=True)
    finite = 0
    for _ in range(150):
        content = bytearray(usual)
        for _ in range(chance.randint(1, 4)):
            at, piece = chance.randrange(len(content)), chance.choice(PIECES)
            content[at : at + chance.choice((0, 1, len(piece)))] = piece
        most = cells_at_most(bytes(content))
        if most <= MAX_CELLS:
            finite += 1
            assert cells_reached(bytes(content), MAX_CELLS) <= most
    assert finite > 8


PIECES = [
    b'<c r="ZZ9999"><v>1</v></c>', b"<c>", b"</c>", b"<row>", b'"', b"'", b" ", b"\t", b"9", b"Z",
    b"XFD", b"1048576", b"<!-- ", b" -->", b"<v>1</v>", b'<c r="B2"/>', b"&#65;", b"\0", b"x:",
]  # fmt: skip


def test_an_entry_that_holds_more_than_it_claims_is_refused(tmp_path):
    """A zip reader that trusts the size would stop there; the next one would not."""
    source = workbook(tmp_path / "x.xlsx", Sheet1=PEOPLE)
    with zipfile.ZipFile(source) as archive:
        sheet = archive.read(SHEET)
    lying = packed(tmp_path / "y.xlsx", {"xl/workbook.xml": "<workbook/>", SHEET: sheet})
    data = lying.read_bytes()
    for told, claimed in (
        (len(sheet).to_bytes(4, "little"), (100).to_bytes(4, "little")),
        (zlib.crc32(sheet).to_bytes(4, "little"), zlib.crc32(sheet[:100]).to_bytes(4, "little")),
    ):
        assert data.count(told) == 2
        data = data.replace(told, claimed)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read(SHEET) == sheet[:100]
    with pytest.raises(FileProblem) as refused:
        check_workbook(data)
    assert refused.value.rule == "file_damaged"


def test_entries_that_are_stored_or_empty_are_read_too(tmp_path):
    source = workbook(tmp_path / "x.xlsx", Sheet1=PEOPLE)
    with zipfile.ZipFile(source) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    stored = packed(tmp_path / "y.xlsx", {**entries, "xl/empty.bin": b""}, zipfile.ZIP_STORED)
    assert read_table(stored).rows == read_table(source).rows
    odd = packed(tmp_path / "z.xlsx", entries, zipfile.ZIP_BZIP2)
    assert problem_of(odd) == "file_damaged"
