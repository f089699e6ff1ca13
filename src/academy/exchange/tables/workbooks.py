"""Sheets of a workbook as rows of cells, read by calamine after the guards have passed it."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from academy.domain.words import FileProblem
from academy.exchange.tables.guards import check_workbook
from academy.exchange.tables.limits import MAX_CELLS, MAX_SHEETS
from academy.exchange.tables.model import Cell
from academy.exchange.tables.old_workbooks import check_old_workbook
from academy.exchange.text import MAX_COLUMNS, MAX_ROWS

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


@dataclass(frozen=True)
class RawSheet:
    """A sheet from its first row and column on."""

    name: str
    rows: list[list[Cell]] = field(repr=False)
    hidden: bool = False


def sheets_of_workbook(data: bytes, kind: str) -> list[RawSheet]:
    """Return all sheets of a .xlsx or .ods (`kind` zip) or .xls (`kind` office), in their order.

    Raises FileProblem as `check_workbook` does, and file_password, file_damaged.
    """
    if kind == "zip":
        check_workbook(data)
    else:
        check_old_workbook(data)
    return _guarded(data)


def _guarded(data: bytes) -> list[RawSheet]:
    """Turn everything the reader can throw into a FileProblem."""
    from python_calamine import CalamineError, PasswordError

    try:
        with _without_rust_messages():
            return _read(data)
    except PasswordError as problem:
        raise FileProblem("file_password") from problem
    except (CalamineError, ValueError, OverflowError, OSError) as problem:
        raise FileProblem("file_damaged") from problem
    except BaseException as panic:  # a panic of the reader's Rust code is no Exception
        if type(panic).__name__ != "PanicException":
            raise
        raise FileProblem("file_damaged") from panic


@contextmanager
def _without_rust_messages() -> Iterator[None]:
    """Keep a panic's own report off the terminal: Rust writes it past Python, to descriptor 2."""
    try:
        kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # a window program on Windows has no such descriptor, so nothing is shown
        yield
        return
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _read(data: bytes) -> list[RawSheet]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        kept = [
            (at, one.name, one.visible != SheetVisibleEnum.Visible)
            for at, one in enumerate(book.sheets_metadata[:MAX_SHEETS])
            if one.typ == SheetTypeEnum.WorkSheet
        ]
        if not kept:
            raise FileProblem("not_a_spreadsheet")
        return [RawSheet(name, _rows(book, at), hidden) for at, name, hidden in kept]


def _rows(book: CalamineWorkbook, at: int) -> list[list[Cell]]:
    sheet = book.get_sheet_by_index(at)
    _check_size(sheet)
    lead: list[list[Cell]] = [[] for _ in range(sheet.start[0] if sheet.start else 0)]
    cells = sheet.to_python(skip_empty_area=True)
    return [*lead, *map(_cells, cells)]


def _cells(row: list[Any]) -> list[Cell]:
    """Return a row's cells; most are text that stays as it is, so that is seen to in place."""
    return [
        value
        if type(value) is str and "\r" not in value and "_x000D_" not in value
        else _cell(value)
        for value in row
    ]


def _check_size(sheet: CalamineSheet) -> None:
    if sheet.total_height > MAX_ROWS:
        raise FileProblem("too_many_rows", limit=MAX_ROWS)
    if sheet.total_width > MAX_COLUMNS:
        raise FileProblem("too_many_columns", row=1, limit=MAX_COLUMNS)
    if sheet.height * sheet.width > MAX_CELLS:
        raise FileProblem("too_many_cells", limit=MAX_CELLS)


def _cell(value: object) -> Cell:
    """Return text, a date or a time. Whole numbers arrive as floats: 7.0 is “7”."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == dt.time() else value
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return value if isinstance(value, (dt.date, dt.time)) else _plain(value)


def _plain(value: object) -> str:
    return str(value).replace("\r\n", "\n").replace("_x000D_", "")
