"""Look at a .xls before anything unpacks it: its password, and how far its cells reach.

The layout is that of [MS-CFB] (a small file system in a file) and [MS-XLS] (a stream of records).
Only what the check needs is read; whatever does not fit is a damaged file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from academy.domain.words import FileProblem
from academy.exchange.tables.limits import MAX_CELLS

_END = 0xFFFFFFFA  # sector numbers from here on say “no sector”
_BEGIN_SHEET, _DIMENSIONS, _PASSWORD = 0x0809, 0x0200, 0x002F
_CELLS = frozenset({0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x027E})
_CELLS_IN_A_ROW = frozenset({0x00BD, 0x00BE})
_LAST_ROW, _LAST_COLUMN = 65_536, 256


def check_old_workbook(data: bytes) -> None:
    """Raise a FileProblem if a .xls must not be unpacked; `data` are its bytes.

    Keys: file_password, file_damaged, not_a_spreadsheet, too_many_cells.
    """
    try:
        streams = _Streams(data)
        if streams.has("EncryptedPackage"):
            raise FileProblem("file_password")
        _check_records(streams.read("Workbook", "Book"))
    except (struct.error, IndexError, UnicodeDecodeError) as problem:
        raise FileProblem("file_damaged") from problem


def _check_records(stream: bytes) -> None:
    """Add up the rectangles that the sheets' cells span."""
    cells, reach = 0, _Reach()
    for kind, content in _records(stream):
        if kind == _PASSWORD:
            raise FileProblem("file_password")
        if kind == _BEGIN_SHEET:
            cells, reach = cells + reach.area, _Reach()
        elif kind == _DIMENSIONS:
            _check_dimensions(content)
        elif kind in _CELLS:
            reach.take(kind, content)
        if cells + reach.area > MAX_CELLS:
            raise FileProblem("too_many_cells", limit=MAX_CELLS)


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _check_dimensions(content: bytes) -> None:
    """Refuse a stated size that no .xls can have: the reader makes room for it."""
    layout = "<IIHH" if len(content) >= 14 else "<HHHH"
    _, rows, _, columns = struct.unpack_from(layout, content)
    if rows > _LAST_ROW or columns > _LAST_COLUMN:
        raise FileProblem("file_damaged")


class _Reach:
    """The rectangle that the cells of one sheet span."""

    def __init__(self) -> None:
        self._rows: tuple[int, int] | None = None
        self._columns = (0, 0)

    @property
    def area(self) -> int:
        """How many cells the rectangle has."""
        if self._rows is None:
            return 0
        return (self._rows[1] - self._rows[0] + 1) * (self._columns[1] - self._columns[0] + 1)

    def take(self, kind: int, content: bytes) -> None:
        """Widen the rectangle by the cell or cells of one record."""
        row, first = struct.unpack_from("<HH", content)
        last = first
        if kind in _CELLS_IN_A_ROW:
            last = max(first, struct.unpack_from("<H", content, len(content) - 2)[0])
        rows, columns = self._rows or (row, row), self._columns if self._rows else (first, last)
        self._rows = min(rows[0], row), max(rows[1], row)
        self._columns = min(columns[0], first), max(columns[1], last)


class _Streams:
    """The streams of a compound file, by name."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in {9, 12}:
            raise FileProblem("file_damaged")
        self._size = 1 << shift
        self._next = self._table()
        (start,) = struct.unpack_from("<I", data, 48)
        self._entries = self._directory(self._chain(start))

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _table(self) -> list[int]:
        """Return which sector follows which, from the sectors that the header lists."""
        listed = list(struct.unpack_from("<109I", self._data, 76))
        (more,) = struct.unpack_from("<I", self._data, 68)
        seen: set[int] = set()
        while more < _END and more not in seen:
            seen.add(more)
            numbers = _numbers(self._sector(more))
            listed += numbers[:-1]
            more = numbers[-1]
        return [n for at in listed if at < _END for n in _numbers(self._sector(at))]

    def _chain(self, start: int) -> bytes:
        parts, seen, at = [], set(), start
        while at < _END and at not in seen:
            seen.add(at)
            parts.append(self._sector(at))
            at = self._next[at]
        return b"".join(parts)

    @staticmethod
    def _directory(chain: bytes) -> dict[str, tuple[int, int]]:
        entries = {}
        for at in range(0, len(chain) - 127, 128):
            (length,) = struct.unpack_from("<H", chain, at + 64)
            name = chain[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le")
            start, size = struct.unpack_from("<II", chain, at + 116)
            entries[name] = start, size
        return entries

    def has(self, name: str) -> bool:
        """Whether there is a stream of this name."""
        return name in self._entries

    def read(self, *names: str) -> bytes:
        """Return the first stream that there is of these names."""
        name = next((name for name in names if name in self._entries), "")
        if not name:
            raise FileProblem("not_a_spreadsheet")
        start, size = self._entries[name]
        (cutoff,) = struct.unpack_from("<I", self._data, 56)
        if size >= cutoff or "Root Entry" not in self._entries:
            return self._chain(start)[:size]
        return self._small(start)[:size]

    def _small(self, start: int) -> bytes:
        """Return a small stream: 64-byte pieces inside the root's stream."""
        (first,) = struct.unpack_from("<I", self._data, 60)
        following = _numbers(self._chain(first))
        root = self._chain(self._entries["Root Entry"][0])
        parts, seen, at = [], set(), start
        while at < _END and at not in seen:
            seen.add(at)
            parts.append(root[at * 64 : at * 64 + 64])
            at = following[at]
        return b"".join(parts)


def _numbers(sector: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))
