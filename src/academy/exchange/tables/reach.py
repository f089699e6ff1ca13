"""How far the filled cells of a sheet reach, read from its XML before room is made for them.

`cells_at_most` looks for the places of cells as bytes, without an object for each element: an
upper bound in a tenth of the time, wherever places are written as every program writes them.
`cells_reached` follows each element and is right whatever is written; it says what is too far.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from math import inf
from xml.parsers import expat

from academy.domain.words import FileProblem
from academy.exchange.tables.limits import MAX_CELLS
from academy.exchange.text import MAX_COLUMNS, MAX_ROWS

_CHUNK = 256 * 1024
# Sheets by their first element, and by what a reader looks for, for that ignores the first one.
_SHEETS = {
    "worksheet": re.compile(rb"[<:]sheetData[\s/>]"),
    "document-content": re.compile(rb"[<:]table-row[\s/>]"),
}

# An element of a cell or row with its place as its first attribute; one without it has no group.
_CELL = rb'<c(?: r="([A-Z]{1,2})\d{1,%d}"|[\s/>])'
_ROW = re.compile(rb'<row(?: r="(\d{1,5})"|[\s/>])')
_ROW_OF_CELL = re.compile(rb'<c r="[A-Z]+(\d+)"')
_PREFIXED = re.compile(rb":(?:c|row)[\s/>]")
_BYTES_ARE_LETTERS = re.compile(rb"(?:\xef\xbb\xbf)?<[?A-Za-z]")  # and not every other byte
_SHORTEST = len(b'<c r="AA1"/>')
_ROUGH_LIMIT = MAX_CELLS // 2


class _NotASheetError(Exception):
    """The entry is no sheet; nothing to measure."""


class _OutOfTheOrdinaryError(Exception):
    """The sheet is written so that its bytes do not tell how far it reaches."""


def cells_at_most(content: bytes) -> float:
    """Return how many cells a sheet spans at most, 0 for another entry, infinity if it is not told.

    A finite number means that `cells_reached` raises nothing and is not above it.
    """
    try:
        _follow_plainly(content)
    except _NotASheetError:
        return inf if _kind_inside(content) else 0
    except (_OutOfTheOrdinaryError, expat.ExpatError):
        return inf
    if len(content) > _SHORTEST * MAX_CELLS and content.count(b"<c ") > MAX_CELLS:
        return inf
    rows = set(_ROW.findall(content))
    if b"" in rows or _PREFIXED.search(content):
        return inf
    last = max(map(int, rows), default=0)
    digits = len(str(last))
    columns = set(re.findall(_CELL % digits, content))  # more digits than the last row: no group
    if b"" in columns:
        return inf
    widest = max(map(_column, columns), default=0)
    most = int("9" * digits) * widest
    if most > _ROUGH_LIMIT:  # few sheets need a closer look
        last = max(last, *map(int, set(_ROW_OF_CELL.findall(content))))
        most = last * widest
    return most


def _kind_inside(content: bytes) -> str:
    """Return which kind of sheet a reader could find in an entry that does not begin as one."""
    return next((kind for kind, mark in _SHEETS.items() if mark.search(content)), "")


def _follow_plainly(content: bytes) -> None:
    """Let expat check that the XML is sound and of the ordinary kind; it calls us for the root."""
    if not _BYTES_ARE_LETTERS.match(content):
        raise _OutOfTheOrdinaryError
    parser = expat.ParserCreate()
    parser.XmlDeclHandler = _declared
    parser.StartDoctypeDeclHandler = _document_type
    parser.StartElementHandler = partial(_root, parser)
    for chunk in _chunks(content):
        parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position only


def _declared(_version: str, encoding: str | None, _alone: int) -> None:
    if (encoding or "utf-8").casefold() != "utf-8":
        raise _OutOfTheOrdinaryError


def _document_type(*_told: object) -> None:
    raise _OutOfTheOrdinaryError  # its entities could hold cells


def _root(parser: expat.XMLParserType, name: str, _attributes: dict[str, str]) -> None:
    parser.StartElementHandler = None
    if name.rpartition(":")[2] not in _SHEETS:
        raise _NotASheetError
    if name != "worksheet":
        raise _OutOfTheOrdinaryError


def _chunks(content: bytes) -> Iterable[bytes]:
    """Cut an entry up, so that one that is no sheet is left at its first element."""
    return (content[at : at + _CHUNK] for at in range(0, len(content), _CHUNK))


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column


def cells_reached(content: bytes, cells_left: int) -> int:
    """Return how many cells the sheets of an entry span, 0 where it is no sheet.

    Raises FileProblem: too_many_rows, too_many_columns, too_many_cells (above `cells_left`),
    file_damaged.
    """
    return _Reach(cells_left).check(content)


class _Reach:
    """How far the filled cells of one entry reach; other kinds of entry pass."""

    def __init__(self, cells_left: int) -> None:
        self._cells_left = cells_left
        self._cells = 0  # of the sheets of this entry that are done
        self._kind = self._inside = ""
        self._row = self._column = 0
        self._last_row = self._last_column = 0
        self._rows_again = 1
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def check(self, content: bytes) -> int:
        """Follow the entry to its end and return how many cells its sheets span."""
        self._inside = _kind_inside(content)
        try:
            for chunk in _chunks(content):
                self._parser.Parse(chunk, False)  # noqa: FBT003 - as above
        except _NotASheetError:
            return 0
        except expat.ExpatError as problem:
            if self._kind or self._inside:
                raise FileProblem("file_damaged") from problem
        return self._cells + self._last_row * self._last_column

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self._kind:
            self._kind = local if local in _SHEETS else self._inside
            if not self._kind:
                raise _NotASheetError
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
        elif local in {"v", "is"} and self._column:  # what is kept of another file has no “c”
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
