"""Bytes of a text table into rows of cells: encoding, delimiter, quoting, and limits.

Programs export the same table as UTF-16 with tabs, UTF-8 with commas or Windows-1252 with
semicolons, whatever the file's ending says. So the bytes decide the encoding and the header row
decides the delimiter. Quoting follows RFC 4180 and forgives what real exports break.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from academy.domain.words import FileProblem

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 2_000

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_DELIMITERS = "\t;,|"
_BINARY = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\x1f\x8b", "zip"),
    (b"7z\xbc\xaf", "zip"),
    (b"Rar!", "zip"),
    (b"SQLite format 3\x00", "database"),
)


def binary_kind(data: bytes) -> str | None:
    """Name what a file is that is no text: zip (also xlsx), office (xls), pdf, picture, database.

    None for everything that may be text.
    """
    return next((kind for magic, kind in _BINARY if data.startswith(magic)), None)


def decode(data: bytes) -> str:
    """Return the text of `data`; it never fails on an encoding, only on size.

    A byte order mark decides. Without one: UTF-16 where every other byte is zero, UTF-8 where it
    is sound, else Windows-1252. Raises FileProblem("file_too_large") above MAX_BYTES.
    """
    if len(data) > MAX_BYTES:
        raise FileProblem("file_too_large", megabytes=MAX_BYTES // (1024 * 1024))
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if wide := _utf16_without_mark(data):
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as broken:
        if broken.start >= len(data) - 3 and broken.reason == "unexpected end of data":
            return data[: broken.start].decode("utf-8")  # a file cut off inside a letter
        return data.decode("cp1252", errors="replace")


def _utf16_without_mark(data: bytes) -> str | None:
    """Name the UTF-16 order by where the zero bytes of plain letters stand."""
    sample = data[:4096]
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    enough = max(3, len(sample) // 20)
    if second >= enough and second > 4 * first:
        return "utf-16-le"
    if first >= enough and first > 4 * second:
        return "utf-16-be"
    return None


def delimiter(header_line: str) -> str:
    """Return the delimiter of a header row: tab, semicolon, comma or bar; comma when it has none.

    Characters inside quotes do not count; on a tie the rarer character in words wins.
    """
    bare = "".join(header_line.split('"')[0::2])
    counts = {mark: bare.count(mark) for mark in _DELIMITERS}
    best = max(counts.values())
    return next(mark for mark in _DELIMITERS if counts[mark] == best) if best else ","


def rows(text: str, delimiter: str) -> list[list[str]]:
    """Split `text` into rows of cells as written, blank lines as empty rows.

    A quoted cell may hold delimiters, line breaks and doubled quotes. One stray quote does not
    swallow the rest of the file: then each line is read on its own. Raises FileProblem with
    too_many_rows, too_many_columns or cell_too_large.
    """
    if text.count('"') % 2:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return _guarded(csv.reader(_closed(lines), delimiter=delimiter))
    return _guarded(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _closed(lines: list[str]) -> list[str]:
    """Take the quotes out of each line where they do not pair."""
    return [line.replace('"', "") if line.count('"') % 2 else line for line in lines]


def _guarded(reader: Iterator[list[str]]) -> list[list[str]]:
    found: list[list[str]] = []
    try:
        for row in reader:
            if len(row) > MAX_COLUMNS:
                raise FileProblem("too_many_columns", row=len(found) + 1, limit=MAX_COLUMNS)
            if len(found) >= MAX_ROWS:
                raise FileProblem("too_many_rows", limit=MAX_ROWS)
            found.append(row)
    except csv.Error as problem:
        raise FileProblem("cell_too_large", row=len(found) + 1) from problem
    return found
