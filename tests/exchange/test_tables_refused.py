"""Files that are no table, or too much of one: one clear problem each, whatever is in them."""

import io
import random
import zipfile
import zlib
from pathlib import Path

import pytest

from academy.domain.words import FileProblem
from academy.exchange.tables import read_table
from exchange.test_tables import text_file, workbook

DATA = Path(__file__).parents[1] / "data"
PEOPLE = [["Name", "Email", "Council"], *[[f"P {n}", f"p{n}@x.example", "Kent"] for n in range(20)]]


def problem_of(path):
    with pytest.raises(FileProblem) as told:
        read_table(path)
    return told.value.rule


def packed(path, entries, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def changed(path, source, name, change):
    """Copy a workbook with one entry changed."""
    with zipfile.ZipFile(source) as archive:
        entries = {entry: archive.read(entry) for entry in archive.namelist()}
    entries[name] = change(entries[name])
    return packed(path, entries)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "file_empty"),
        (b" \r\n\r\n", "file_empty"),
        (b"\xef\xbb\xbf\r\n", "file_empty"),
        (b"\0" * 500, "file_empty"),
        (b"%PDF-1.7 ...", "not_a_spreadsheet"),
        (b"\x89PNG\r\n\x1a\n....", "not_a_spreadsheet"),
        (b"SQLite format 3\0...", "not_a_spreadsheet"),
        (b"<html><table><tr><td>Name</td></tr></table></html>", "not_a_spreadsheet"),
        (b"<?xml version='1.0'?><Workbook/>", "not_a_spreadsheet"),
        (bytes(range(256)) * 20, "not_a_spreadsheet"),
        (b"PK\x03\x04 and no more", "file_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file_damaged"),
    ],
)
def test_what_is_no_spreadsheet_is_said_in_one_word(tmp_path, content, rule):
    path = tmp_path / "people.xlsx"
    path.write_bytes(content)
    assert problem_of(path) == rule


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path):
    assert problem_of(tmp_path / "gone.csv") == "file_missing"
    assert problem_of(tmp_path) == "file_unreadable"


def test_a_zip_of_other_things_and_an_empty_workbook_are_refused(tmp_path):
    assert problem_of(packed(tmp_path / "x.xlsx", {"a.txt": "Name"})) == "not_a_spreadsheet"
    assert problem_of(workbook(tmp_path / "y.xlsx", Sheet1=[])) == "file_empty"


def test_passwords_of_all_kinds_are_found(tmp_path):
    office = tmp_path / "x.xlsx"
    old = (DATA / "spreadsheets" / "own-list.xls").read_bytes()
    sealed = "EncryptedPackage".encode("utf-16-le").ljust(64, b"\0") + b"\x22\0"
    at = old.index("Workbook".encode("utf-16-le"))
    office.write_bytes(old[:at] + sealed + old[at + 66 :])
    assert problem_of(office) == "file_password"
    old_office = tmp_path / "x.xls"
    at = old.index(b"\x09\x08\x10\0") + 20  # the record after the first
    old_office.write_bytes(old[:at] + b"\x2f\0" + old[at + 2 :])
    assert problem_of(old_office) == "file_password"
    packed(tmp_path / "y.zip", {"xl/workbook.xml": "<workbook/>"})
    data = bytearray((tmp_path / "y.zip").read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "y.xlsx").write_bytes(data)
    assert problem_of(tmp_path / "y.xlsx") == "file_password"
    manifest = '<m:manifest><m:file-entry><m:encryption-data m:checksum="x"/></m:file-entry>'
    entries = {"content.xml": "x", "META-INF/manifest.xml": manifest}
    assert problem_of(packed(tmp_path / "z.ods", entries)) == "file_password"


def test_files_that_would_unpack_to_too_much_are_refused_unopened(tmp_path):
    large = {"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": bytes(160 * 1024 * 1024)}
    assert problem_of(packed(tmp_path / "a.xlsx", large)) == "file_too_large"
    swollen = {"xl/workbook.xml": "<workbook/>", "xl/sheet1.xml": bytes(12_000_000)}
    assert problem_of(packed(tmp_path / "b.xlsx", swollen)) == "file_too_large"
    many = {"xl/workbook.xml": "<workbook/>", **{f"xl/{n}.xml": "" for n in range(2_001)}}
    assert problem_of(packed(tmp_path / "c.xlsx", many)) == "file_too_large"
    lying = packed(
        tmp_path / "d.xlsx", {"xl/workbook.xml": "<workbook/>", "xl/s.xml": bytes(9_000)}
    )
    data = lying.read_bytes()
    told = (9_000).to_bytes(4, "little")
    lying.write_bytes(data.replace(told, (10).to_bytes(4, "little")))
    assert problem_of(lying) == "file_damaged"
    big = tmp_path / "e.csv"
    big.write_bytes(b"Name\n" + b"Gwen Llewellyn\n" * 1_500_000)
    assert problem_of(big) == "file_too_large"


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        (b"XFD9", "too_many_columns"),
        (b"A1048576", "too_many_rows"),
        (b"BXX150000", "too_many_cells"),
    ],
)
def test_a_cell_far_away_takes_no_memory(tmp_path, cell, rule):
    source = workbook(tmp_path / "x.xlsx", Sheet1=PEOPLE)
    sheet = "xl/worksheets/sheet1.xml"
    far = changed(
        tmp_path / "y.xlsx", source, sheet, lambda xml: xml.replace(b'"C20"', b'"%s"' % cell)
    )
    assert problem_of(far) == rule


def test_an_open_document_that_repeats_a_cell_for_ever_is_refused(tmp_path):
    content = (
        '<o:document-content xmlns:o="o" xmlns:t="t"><t:table t:name="A">'
        '<t:table-row t:number-rows-repeated="1048576"><t:table-cell o:value-type="string">'
        "<p>Gwen</p></t:table-cell></t:table-row></t:table></o:document-content>"
    )
    assert problem_of(packed(tmp_path / "x.ods", {"content.xml": content})) == "too_many_rows"


def test_an_old_workbook_with_a_cell_far_away_takes_no_memory(tmp_path):
    old = bytearray((DATA / "spreadsheets" / "own-list.xls").read_bytes())
    numbers = old.index(b"\xbd\0\x12\0\x03\0")  # MULRK, 18 bytes, row 3
    old[numbers + 4 : numbers + 6] = b"\xff\xff"
    old[numbers + 20 : numbers + 22] = b"\xff\0"
    (tmp_path / "x.xls").write_bytes(old)
    assert problem_of(tmp_path / "x.xls") == "too_many_cells"
    old = bytearray((DATA / "spreadsheets" / "own-list.xls").read_bytes())
    stated = old.index(b"\0\x02\x0e\0\0\0\0\0")  # DIMENSIONS, from row 0
    old[stated + 8 : stated + 12] = b"\xff\xff\xff\xff"
    (tmp_path / "y.xls").write_bytes(old)
    assert problem_of(tmp_path / "y.xls") == "file_damaged"


def test_entities_of_a_sheet_do_not_grow(tmp_path):
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "Gwen"}">' for n in range(9))
    sheet = (
        f"<!DOCTYPE x [{levels}]><worksheet><sheetData><row><c><v>&e8;</v></c></row></sheetData>"
    )
    entries = {"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": sheet}
    assert problem_of(packed(tmp_path / "x.xlsx", entries)) == "file_damaged"


def damaged(data, chance):
    """Return bytes with a few changed, cut out, doubled or cut off."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(found))
        way = chance.randrange(4)
        if way == 0:
            found[at] = chance.randrange(256)
        elif way == 1:
            del found[at : at + chance.randrange(1, 40)]
        elif way == 2:
            found[at:at] = found[at : at + chance.randrange(1, 40)]
        else:
            del found[max(at, 8) :]
        if len(found) < 8:
            break
    return bytes(found)


def damaged_inside(data, chance):
    """Return a workbook whose entries are damaged but packed soundly."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            copy.writestr(name, damaged(content, chance) if chance.random() < 0.3 else content)
    return target.getvalue()


@pytest.mark.parametrize("seed", range(6))
def test_damaged_files_are_read_or_refused_and_nothing_else(tmp_path, capfd, seed):
    chance = random.Random(seed)
    form = (DATA / "registrations" / "F01-forms-application.xlsx").read_bytes()
    own = workbook(tmp_path / "own.xlsx", People=PEOPLE, hidden=PEOPLE).read_bytes()
    text = text_file(
        tmp_path, "Name;Email\nSiân;s@x.example\n" * 20, encoding="utf-16"
    ).read_bytes()
    old = (DATA / "spreadsheets" / "own-list.xls").read_bytes()
    target = tmp_path / "damaged.xlsx"
    refused = 0
    for _ in range(20):
        for data in (
            damaged(form, chance), damaged(own, chance), damaged(text, chance),
            damaged_inside(form, chance), damaged_inside(own, chance), damaged(old, chance),
        ):  # fmt: skip
            target.write_bytes(data)
            try:
                read_table(target)
            except FileProblem:
                refused += 1
    assert 20 <= refused < 120
    assert capfd.readouterr() == ("", "")


def test_a_wrong_checksum_is_damage(tmp_path):
    path = workbook(tmp_path / "x.xlsx", Sheet1=PEOPLE)
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        crc = zlib.crc32(archive.read("xl/worksheets/sheet1.xml")).to_bytes(4, "little")
    path.write_bytes(data.replace(crc, b"\1\2\3\4"))
    assert problem_of(path) == "file_damaged"


def test_a_panic_of_the_reader_is_damage_and_says_nothing_on_the_terminal(tmp_path, capfd):
    old = (DATA / "spreadsheets" / "own-list.xls").read_bytes()
    path = tmp_path / "x.xls"
    path.write_bytes(old[: old.index("Root Entry".encode("utf-16-le")) + 128 * 3 + 23])
    assert problem_of(path) == "file_damaged"
    assert capfd.readouterr() == ("", "")
