"""Write a table as .xlsx or .csv, so that text stays text and opens in Excel without a warning."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from academy.domain.words import FileProblem
from academy.exchange.collector import collector_resting
from academy.exchange.files import written_whole

_RISKY = ("=", "+", "-", "@", "\t", "\r")
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r"}
_LONGEST = 32_767  # characters in a cell
OutCell = str | int | float | bool | dt.date | dt.time | None
"""A cell to write. A date becomes a real date; an id with leading zeros is given as text."""


def write_table(
    path: Path, headers: Sequence[str], rows: Iterable[Sequence[OutCell]], *, sheet: str = "People"
) -> None:
    """Write headers and rows to `path`; its ending, .xlsx or .csv, says in which form.

    Raises FileProblem ending_unknown for another ending, and what `written_whole` raises.
    """
    ways = {".xlsx": _write_workbook, ".csv": _write_text}
    write = ways.get(path.suffix.lower())
    if write is None:
        raise FileProblem("ending_unknown", name=path.name)
    with written_whole(path) as beside:
        write(beside, sheet, headers, rows)


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe before = + - @ tab CR."""
    return f"'{text}" if text.startswith(_RISKY) else text


def _write_text(
    path: Path, _sheet: str, headers: Sequence[str], rows: Iterable[Sequence[OutCell]]
) -> None:
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)  # a tab in a cell splits nothing
        writer.writerow([guarded(header) for header in headers])
        for row in rows:
            writer.writerow([_text(cell) for cell in row])


def _text(cell: OutCell) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (dt.date, dt.time)):
        return cell.isoformat(sep=" ") if isinstance(cell, dt.datetime) else cell.isoformat()
    if cell is None or isinstance(cell, (int, float)):
        return "" if cell is None else str(cell)
    return guarded(cell.replace("\0", ""))


def _write_workbook(
    path: Path, sheet: str, headers: Sequence[str], rows: Iterable[Sequence[OutCell]]
) -> None:
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(str(path), options)
    page = book.add_worksheet(sheet[:31])
    formats = _formats(book)
    widths = {at: len(header) for at, header in enumerate(headers)}
    for at, header in enumerate(headers):
        page.write_string(0, at, _clean(header), formats["head"])
    with collector_resting():
        for number, row in enumerate(rows, 1):
            _write_row(page, number, row, formats, widths)
        for at, width in widths.items():
            page.set_column(at, at, min(max(width + 2, 8), 60))
        page.freeze_panes(1, 0)
        _close(book)


def _close(book: Any) -> None:
    from xlsxwriter.exceptions import XlsxWriterException

    try:
        book.close()
    except XlsxWriterException as problem:
        raise OSError(str(problem)) from problem


def _formats(book: Any) -> dict[str, Any]:
    kinds = {"date": "d mmm yyyy", "moment": "d mmm yyyy hh:mm", "time": "hh:mm", "text": "@"}
    formats = {name: book.add_format({"num_format": shown}) for name, shown in kinds.items()}
    return {**formats, "head": book.add_format({"bold": True, "num_format": "@"})}


def _write_row(
    page: Any, number: int, row: Sequence[OutCell], formats: dict[str, Any], widths: dict[int, int]
) -> None:
    """Write a row, and note how wide each column becomes. Most cells are text and come first."""
    for at, cell in enumerate(row):
        if type(cell) is str:
            width = len(cell)
            if cell:
                page.write_string(number, at, _clean(cell), formats["text"])
        else:
            width = len(_text(cell))
            _write_cell(page, (number, at), cell, formats)
        if width > widths.get(at, width):
            widths[at] = width


def _clean(text: str) -> str:
    """Return text as XlsxWriter may have it: without control characters, and not too long.

    It takes “<r>…</r>” for XML of its own making and writes it as it is, so that is made so.
    """
    if text.isprintable() and len(text) <= _LONGEST and not text.startswith("<r>"):
        return text  # nearly always
    kept = text.translate(_CONTROLS)[:_LONGEST]
    if kept.startswith("<r>") and kept.endswith("</r>"):
        return f'<r><t xml:space="preserve">{escape(kept)}</t></r>'
    return kept


def _write_cell(page: Any, place: tuple[int, int], cell: OutCell, formats: dict[str, Any]) -> None:
    if isinstance(cell, bool):
        page.write_boolean(*place, cell)
    elif isinstance(cell, (int, float)):
        page.write_number(*place, cell)
    elif isinstance(cell, dt.datetime):
        page.write_datetime(*place, cell, formats["moment"])
    elif isinstance(cell, dt.date):
        page.write_datetime(*place, cell, formats["date"])
    elif isinstance(cell, dt.time):
        page.write_datetime(*place, cell, formats["time"])
    elif cell:
        page.write_string(*place, _clean(cell), formats["text"])
