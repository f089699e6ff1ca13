"""Kerning: how much closer or wider two glyphs stand, read from a font's own GPOS table.

ReportLab sets every glyph at its full advance; a name in large letters shows it. The bundled files
keep no feature but kerning, so every pair lookup of the table counts (OpenType 1.9, GPOS types 2
and 9).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable

_Pairs = Callable[[int, int], int | None]


class Kerning:
    """The pair values of one font file, in the font's own units."""

    def __init__(self, font: bytes) -> None:
        self._data = font
        self._subtables = [self._subtable(at) for at in self._places()]

    def between(self, left: int, right: int) -> int:
        """Return the change of the left glyph's advance before the right glyph, 0 when none."""
        for pairs in self._subtables:
            value = pairs(left, right)
            if value is not None:
                return value
        return 0

    def _u16(self, at: int, count: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{count}H", self._data, at)

    def _table(self, tag: bytes) -> int | None:
        (count,) = self._u16(4, 1)
        for record in range(12, 12 + 16 * count, 16):
            if self._data[record : record + 4] == tag:
                return int(struct.unpack_from(">I", self._data, record + 8)[0])
        return None

    def _places(self) -> list[int]:
        """Return where each pair subtable begins, in the order in which they apply."""
        gpos = self._table(b"GPOS")
        if gpos is None:
            return []
        lookups = gpos + self._u16(gpos + 8, 1)[0]
        places = []
        for offset in self._u16(lookups + 2, self._u16(lookups, 1)[0]):
            lookup = lookups + offset
            kind, _, count = self._u16(lookup, 3)
            for inner in self._u16(lookup + 6, count):
                places += self._pair_place(kind, lookup + inner)
        return places

    def _pair_place(self, kind: int, at: int) -> list[int]:
        if kind == 9:  # the same thing behind a longer offset
            _, kind = self._u16(at, 2)
            at += int(struct.unpack_from(">I", self._data, at + 4)[0])
        return [at] if kind == 2 else []

    def _subtable(self, at: int) -> _Pairs:
        form, cover, first, second = self._u16(at, 4)
        covered = self._coverage(at + cover)
        size = 2 * (first.bit_count() + second.bit_count())
        advance = 2 * (first & 0b11).bit_count() if first & 0b100 else None
        if form == 1:
            return self._by_glyph(at, covered, 2 + size, advance)
        return self._by_class(at, covered, size, advance)

    def _value(self, at: int, advance: int | None) -> int:
        if advance is None:
            return 0
        return int(struct.unpack_from(">h", self._data, at + advance)[0])

    def _by_glyph(self, at: int, covered: dict[int, int], size: int, advance: int | None) -> _Pairs:
        sets = self._u16(at + 10, self._u16(at + 8, 1)[0])
        found: dict[int, dict[int, int]] = {}

        def pairs(left: int, right: int) -> int | None:
            if left not in covered:
                return None
            if left not in found:
                start = at + sets[covered[left]]
                records = range(start + 2, start + 2 + size * self._u16(start, 1)[0], size)
                found[left] = {self._u16(r, 1)[0]: self._value(r + 2, advance) for r in records}
            return found[left].get(right)

        return pairs

    def _by_class(self, at: int, covered: dict[int, int], size: int, advance: int | None) -> _Pairs:
        left_classes, right_classes, _, count = self._u16(at + 8, 4)
        left_class = self._classes(at + left_classes)
        right_class = self._classes(at + right_classes)

        def pairs(left: int, right: int) -> int | None:
            column = right_class(right)
            if left not in covered or not column:
                return None
            return self._value(at + 16 + (left_class(left) * count + column) * size, advance)

        return pairs

    def _coverage(self, at: int) -> dict[int, int]:
        form, count = self._u16(at, 2)
        if form == 1:
            return {glyph: n for n, glyph in enumerate(self._u16(at + 4, count))}
        covered: dict[int, int] = {}
        for record in range(at + 4, at + 4 + 6 * count, 6):
            start, end, index = self._u16(record, 3)
            covered |= {glyph: index + glyph - start for glyph in range(start, end + 1)}
        return covered

    def _classes(self, at: int) -> Callable[[int], int]:
        form, start, count = self._u16(at, 3)
        if form == 1:
            listed = dict(enumerate(self._u16(at + 6, count), start))
            return lambda glyph: listed.get(glyph, 0)
        ranges = [self._u16(r, 3) for r in range(at + 4, at + 4 + 6 * start, 6)]
        starts = [first for first, _, _ in ranges]

        def of(glyph: int) -> int:
            n = bisect_right(starts, glyph) - 1
            return ranges[n][2] if n >= 0 and glyph <= ranges[n][1] else 0

        return of
