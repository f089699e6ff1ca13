"""Look at a workbook before anything unpacks it: size, entries, passwords, and how far cells reach.

A file of a few kilobytes can claim a cell in the last column of the last row; a reader that makes
room for all cells before it would take the computer down. So the positions are read first.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import IO
from xml.parsers import expat

from academy.domain.words import FileProblem
from academy.exchange.tables.limits import MAX_CELLS, MAX_ENTRIES, MAX_UNPACKED
from academy.exchange.text import MAX_BYTES, MAX_COLUMNS, MAX_ROWS

_RATIO = 300  # how much smaller an honest large entry can have been packed
_CHUNK = 256 * 1024


def check_workbook(data: bytes) -> None:
    """Raise a FileProblem if a .xlsx or .ods must not be unpacked; `data` are its bytes.

    Keys: file_too_large, file_password, file_damaged, not_a_spreadsheet, too_many_rows,
    too_many_columns, too_many_cells.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_entries(archive)
            cells = 0
            for entry in archive.infolist():
                with archive.open(entry) as file:
                    cells += _Reach(file, MAX_CELLS - cells).check()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as problem:
        raise FileProblem("file_damaged") from problem
    except (OSError, RuntimeError, LookupError) as problem:
        raise FileProblem("file_damaged") from problem


def _check_entries(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileProblem("file_password")
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise FileProblem("file_too_large", megabytes=MAX_BYTES // (1024 * 1024))
    if any(_swollen(entry) for entry in entries):
        raise FileProblem("file_too_large", megabytes=MAX_BYTES // (1024 * 1024))
    if len(set(names)) < len(names):
        raise FileProblem("file_damaged")
    if not any(name == "content.xml" or name.endswith("workbook.xml") for name in names):
        raise FileProblem("not_a_spreadsheet")
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in archive.read(manifest):
        raise FileProblem("file_password")


def _swollen(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > 10_000_000 and entry.file_size > _RATIO * max(entry.compress_size, 1)


class _NotASheetError(Exception):
    """The entry is no sheet; nothing to measure."""


class _Reach:
    """How far the filled cells of one entry reach, read as a stream; other kinds of entry pass."""

    def __init__(self, file: IO[bytes], cells_left: int) -> None:
        self._file = file
        self._cells_left = cells_left
        self._cells = 0  # of the sheets of this entry that are done
        self._kind = ""
        self._row = self._column = 0
        self._last_row = self._last_column = 0
        self._rows_again = 1
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def check(self) -> int:
        """Read the entry to its end and return how many cells its sheets span.

        Raises a FileProblem if they reach too far.
        """
        try:
            while chunk := self._file.read(_CHUNK):
                self._parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position only
        except _NotASheetError:
            self._drain()
        except expat.ExpatError as problem:
            if self._kind:
                raise FileProblem("file_damaged") from problem
            self._drain()
        return self._cells + self._last_row * self._last_column

    def _drain(self) -> None:
        """Unpack the rest without keeping it: an entry must not be larger than it says."""
        while self._file.read(_CHUNK):
            pass

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self._kind:
            if local not in {"worksheet", "document-content"}:
                raise _NotASheetError
            self._kind = local
        elif self._kind == "worksheet":
            self._start_excel(local, attributes)
        else:
            self._start_open_document(local, attributes)

    def _start_excel(self, local: str, attributes: dict[str, str]) -> None:
        if local == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif local == "c":
            self._place(attributes.get("r", ""))
        elif local in {"v", "is"}:
            self._fill(self._row, self._column)

    def _place(self, reference: str) -> None:
        found = re.fullmatch(r"([A-Za-z]{1,3})(\d{1,7})", reference)
        if not found:
            self._column += 1
            return
        column = 0
        for letter in found[1].upper():
            column = column * 26 + ord(letter) - 64
        self._row, self._column = int(found[2]), column

    def _start_open_document(self, local: str, attributes: dict[str, str]) -> None:
        again = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if local == "table":
            self._cells += self._last_row * self._last_column
            self._row = self._last_row = self._last_column = 0
        elif local == "table-row":
            self._rows_again = int(again.get("number-rows-repeated", 1))
            self._column = 0
        elif local in {"table-cell", "covered-table-cell"}:
            self._column += int(again.get("number-columns-repeated", 1))
            if "value-type" in again:
                self._fill(self._row + self._rows_again, self._column)
        elif local == "p":
            self._fill(self._row + self._rows_again, self._column)

    def _end(self, name: str) -> None:
        if self._kind == "document-content" and name.rpartition(":")[2] == "table-row":
            self._row += self._rows_again

    def _fill(self, row: int, column: int) -> None:
        self._last_row = max(self._last_row, row)
        self._last_column = max(self._last_column, column)
        if self._last_row > MAX_ROWS:
            raise FileProblem("too_many_rows", limit=MAX_ROWS)
        if self._last_column > MAX_COLUMNS:
            raise FileProblem("too_many_columns", row=row, limit=MAX_COLUMNS)
        if self._cells + self._last_row * self._last_column > self._cells_left:
            raise FileProblem("too_many_cells", limit=MAX_CELLS)
