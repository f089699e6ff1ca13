"""Tables as they come: found headers, kept numbers, dates and zeros, and the right sheet."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from academy.domain.words import FileProblem
from academy.exchange.tables import pasted_table, read_table

DATA = Path(__file__).parents[1] / "data"


def workbook(path, **sheets):
    """Make a .xlsx of sheets given as rows; a name that begins with “hidden” is hidden."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            if name.startswith("hidden"):
                page.hide()
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    page.write(at, column, cell, day if isinstance(cell, dt.date) else None)
    return path


def text_file(tmp_path, content, name="people.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(content.encode(encoding))
    return path


def test_numbers_dates_and_leading_zeros_arrive_as_they_look(tmp_path):
    table = read_table(
        workbook(
            tmp_path / "x.xlsx",
            People=[
                ["Name", "Student ID", "Started", "Years", "Phone", "Share", "Paid"],
                ["Gwen", "0007", dt.date(2026, 9, 1), 7, 447700900123, 0.5, True],
            ],
        )
    )
    assert table.rows == (
        ("Gwen", "0007", dt.date(2026, 9, 1), "7", "447700900123", "0.5", "TRUE"),
    )


def test_title_lines_and_blank_rows_are_left_out_and_row_numbers_stay(tmp_path):
    rows = [
        ["Top Talent 8: enrolments"],
        ["Last changed by Kit, 3 August"],
        [],
        ["Name", "Email", "Council"],
        ["Gwen Llewellyn", "g@x.example", "Kent"],
        [],
        ["", " ", ""],
        ["Kwame Oyelaran", "k@x.example", "Camden"],
    ]
    table = read_table(workbook(tmp_path / "x.xlsx", Sheet1=rows))
    assert table.headers == ("Name", "Email", "Council")
    assert table.row_numbers == (5, 8)
    lines = "\r\n".join(",".join(row) for row in [[rows[0][0]], ["Kit"], *rows[2:]])
    table = read_table(text_file(tmp_path, lines))
    assert table.headers == ("Name", "Email", "Council")
    assert table.row_numbers == (5, 8)


def test_two_header_rows_become_one(tmp_path):
    below = [
        ["Name", "Email", "Sessions", "", ""],
        ["", "", "15 Sep", "22 Sep", "29 Sep"],
        ["Gwen", "g@x.example", "P", "A", "P"],
    ]
    table = read_table(workbook(tmp_path / "x.xlsx", A=below))
    assert table.headers == (
        "Name",
        "Email",
        "Sessions 15 Sep",
        "Sessions 22 Sep",
        "Sessions 29 Sep",
    )
    assert table.row_numbers == (3,)
    above = [
        ["Person", "", "", "Marks", ""],
        ["First name", "Surname", "Email", "One", "Two"],
        ["Gwen", "Llewellyn", "g@x.example", "P", "A"],
    ]
    table = read_table(workbook(tmp_path / "y.xlsx", A=above))
    assert table.headers == ("First name", "Surname", "Email", "Marks One", "Marks Two")


def test_a_first_header_may_be_empty(tmp_path):
    table = read_table(text_file(tmp_path, ",Email,Council\nGwen,g@x.example,Kent\n"))
    assert table.headers == ("", "Email", "Council")
    assert table.column(0) == ("Gwen",)


def test_a_list_without_headers_loses_nobody(tmp_path):
    table = read_table(text_file(tmp_path, "Gwen Llewellyn\nKwame Oyelaran\n"))
    assert table.headers == ("",)
    assert table.column(0) == ("Gwen Llewellyn", "Kwame Oyelaran")
    table = read_table(text_file(tmp_path, "Gwen,g@x.example\nKwame,k@x.example\n"))
    assert table.headers == ("", "")
    assert len(table.rows) == 2


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Name;E-mail;Council\nSiân Jones;s@x.example;Kent\n", "utf-8-sig"),
        ("Name\tE-mail\tCouncil\nSiân Jones\ts@x.example\tKent\n", "utf-16"),
        ("Name,E-mail,Council\r\nSiân Jones,s@x.example,Kent\r\n", "cp1252"),
        ('sep=;\r\n"Name";"E-mail";"Council"\r\n"Siân Jones";s@x.example;"Kent"\r\n', "utf-8"),
    ],
)
def test_text_tables_are_read_whatever_their_encoding_and_delimiter(tmp_path, content, encoding):
    table = read_table(text_file(tmp_path, content, encoding=encoding))
    assert table.headers == ("Name", "E-mail", "Council")
    assert table.rows == (("Siân Jones", "s@x.example", "Kent"),)
    assert table.row_numbers == (3 if content.startswith("sep") else 2,)


def test_unquoted_inverted_names_stay_one_column(tmp_path):
    table = read_table(text_file(tmp_path, "Full Name\nLlewellyn, Gwen\nOyelaran, Kwame\nPingu\n"))
    assert table.column(0) == ("Llewellyn, Gwen", "Oyelaran, Kwame", "Pingu")


def test_the_sheet_with_the_people_is_chosen_and_hidden_ones_are_not(tmp_path):
    people = [["Name", "Email"], ["Gwen", "g@x.example"]]
    path = workbook(
        tmp_path / "x.xlsx",
        Notes=[["Read me"], ["Do not sort"]],
        hidden_old=[["Name", "Email"], *[["Old", "o@x.example"]] * 30],
        Final=people,
        Codes=[["Code", "Meaning"], ["P", "Present"]],
    )
    table = read_table(path)
    assert table.sheet == "Final"
    assert table.sheets == ("Notes", "Final", "Codes")
    assert table.hidden_sheets == ("hidden_old",)
    assert read_table(path, "Codes").headers == ("Code", "Meaning")
    assert len(read_table(path, "hidden_old").rows) == 30
    with pytest.raises(FileProblem, match="sheet_missing"):
        read_table(path, "People")


def test_an_old_excel_file_is_read_like_a_new_one():
    table = read_table(DATA / "spreadsheets" / "own-list.xls")
    assert table.headers[:4] == ("Full name", "Email", "Organisation", "Staff number")
    assert table.rows[0][3:] == ("0042", dt.date(2026, 9, 1), "7")
    assert table.row_numbers == (2, 4)
    assert table.hidden_sheets == ("Old",)


def test_an_open_document_is_read_with_its_blank_rows_counted(tmp_path):
    def row(*cells, again=1):
        cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
        blank = '<table:table-cell table:number-columns-repeated="16384"/>'
        texts = "".join(map(cell.format, cells)) or blank
        return f'<table:table-row table:number-rows-repeated="{again}">{texts}</table:table-row>'

    rows = row("Name", "Council") + row("Siân", "Powys") + row(again=3) + row("Noor", "Kent")
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="People">{rows}{row(again=1_048_000)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "people.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    table = read_table(path)
    assert (table.sheet, table.headers) == ("People", ("Name", "Council"))
    assert table.rows == (("Siân", "Powys"), ("Noor", "Kent"))
    assert table.row_numbers == (2, 6)


def test_what_was_copied_from_excel_can_be_pasted():
    table = pasted_table('Name\tEmail\r\n"Gwen\r\nLlewellyn"\tg@x.example\r\n')
    assert table.headers == ("Name", "Email")
    assert table.rows == (("Gwen\r\nLlewellyn", "g@x.example"),)


def test_hostile_strings_come_through_as_they_are(tmp_path):
    lines = (DATA / "names" / "blns.txt").read_text(encoding="utf-8").split("\n")
    shown = [line for line in lines if line.strip() and "\r" not in line]
    quoted = "".join(f'"{line.replace(chr(34), chr(34) * 2)}",x\n' for line in shown)
    table = read_table(text_file(tmp_path, "Name,Council\n" + quoted))
    assert table.column(0) == tuple(shown)
