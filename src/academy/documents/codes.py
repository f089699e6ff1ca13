"""QR codes at the speed of certificates: a symbol is one integer, one bit a module.

A library that builds a symbol module by module and tries all eight masks takes tens of
milliseconds for a signed token. With the whole symbol in one integer, masking is one exclusive or
and each penalty rule of ISO/IEC 18004:2015, 7.8.3, is a handful of shifts, so that the best mask is
found in less time than one loop over the modules takes. Function patterns, codeword order,
format bits and block sizes come from segno's tables; a test compares every module with its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, Final

import segno.consts
import segno.encoder

from academy.documents.blocks import Code

#: Light modules that a reader needs around the symbol (ISO/IEC 18004, 6.3.8).
QUIET = 4
#: The widest a module may get, in points: a short text keeps a sensible symbol.
WIDEST_MODULE = 2.0

#: segno's inner parts have no types.
_tables_of: Final[Any] = segno.consts
_drawing: Final[Any] = segno.encoder

_LEVELS = {
    "L": _tables_of.ERROR_LEVEL_L,
    "M": _tables_of.ERROR_LEVEL_M,
    "Q": _tables_of.ERROR_LEVEL_Q,
}
#: Light modules kept between rows, so that shifts never wrap and rule N3 sees the quiet zone.
_PAD = 4
_RUN = re.compile("1+")


class CodeTooLongError(ValueError):
    """A text of more bytes than the largest symbol holds."""


@dataclass(frozen=True)
class Symbol:
    """A QR code: its side in modules, its rows of ‘0’ (light) and ‘1’ (dark), the mask chosen."""

    side: int
    rows: tuple[str, ...]
    mask: int


@dataclass(frozen=True)
class Placed:
    """A symbol on the page: content-stream operators and the box of its ink, in points."""

    operators: str
    box: tuple[float, float, float, float]


def symbol(text: str, level: str = "M") -> Symbol:
    """Return the smallest symbol of a text, in byte mode, with the mask of lowest penalty.

    `level` is the error correction: L, M or Q. Raises CodeTooLongError.
    """
    data = text.encode()
    version = _version(len(data), level)
    tables = _tables(version, level)
    bits = bin(int.from_bytes(b"\x01" + _codewords(data, version, tables), "big"))[3:]
    raw = tables.base | int("".join(tables.place(bits + "0")), 2)
    mask = min(range(8), key=lambda number: _penalty(raw ^ tables.masks[number], tables))
    done = raw ^ tables.masks[mask] ^ tables.finish[mask]
    side, stride = tables.side, tables.side + _PAD
    shown = bin(1 << stride * (side + 2 * _PAD) | done)[3:]
    starts = range(_PAD * stride, (_PAD + side) * stride, stride)
    return Symbol(side, tuple(shown[start : start + side] for start in starts), mask)


def placed(text: str, code: Code) -> Placed:
    """Return a code drawn black on white in its place, with its quiet zone.

    Place and side measure the ink, so that it aligns with type; the quiet zone lies outside.
    """
    made = symbol(text)
    module = min(code.side / made.side, WIDEST_MODULE)
    ink, quiet = module * made.side, QUIET * module
    left, bottom = code.right - ink, code.bottom
    zone = f"{left - quiet:.2f} {bottom - quiet:.2f} {ink + 2 * quiet:.2f} {ink + 2 * quiet:.2f}"
    grid = f"{module:.5f} 0 0 {-module:.5f} {left:.3f} {bottom + ink:.3f} cm"
    rows = "\n".join([_row(row) for row in made.rows])
    return Placed(
        f"q 1 g {zone} re f 0 g {grid}\n{rows}\nQ", (left, bottom, code.right, bottom + ink)
    )


class _Rectangles(dict[tuple[int, int], str]):
    """The operators of a run of dark modules, made once for every start and end."""

    def __missing__(self, span: tuple[int, int]) -> str:
        self[span] = text = f"{span[0]} 0 {span[1] - span[0]} 1.02 re "
        return text


_rectangles = _Rectangles()


def _row(row: str) -> str:
    """Draw one row; dark runs overlap the row below by a hair, or viewers show white seams."""
    return "".join([_rectangles[run.span()] for run in _RUN.finditer(row)]) + "f 1 0 0 1 0 1 cm"


# ---- codewords ------------------------------------------------------------------------------


def _version(length: int, level: str) -> int:
    """Return the smallest version that holds so many bytes."""
    for version in range(1, 41):
        blocks = _tables_of.ECC[version][_LEVELS[level]]
        words = sum(block.num_data * block.num_blocks for block in blocks)
        if length + (2 if version < 10 else 3) <= words:  # mode and length
            return version
    raise CodeTooLongError(length)


def _codewords(data: bytes, version: int, tables: _Tables) -> bytes:
    """Return data and error words in the order in which they are placed (7.4.10, 7.5, 7.6)."""
    head = 8 if version < 10 else 16
    number = (4 << head | len(data)) << 8 * len(data) | int.from_bytes(data, "big")
    width = 4 + head + 8 * len(data)
    number <<= min(4, 8 * tables.capacity - width)  # the terminator fills the last byte
    words = number.to_bytes((width + 4) // 8, "big")
    words += (b"\xec\x11" * tables.capacity)[: tables.capacity - len(words)]
    parts, errors, at = [], [], 0
    for size, error in tables.blocks:
        parts.append(words[at : at + size])
        errors.append(_error_words(parts[-1], error))
        at += size
    return _interleaved(parts) + _interleaved(errors)


def _interleaved(blocks: Sequence[bytes]) -> bytes:
    """Return the first word of each block, then the second …; the shorter blocks come first."""
    longest = len(blocks[-1])
    return bytes(block[n] for n in range(longest) for block in blocks if n < len(block))


@cache
def _remainders(words: int) -> list[int]:
    """Return what the remainder is XORed with, for each value of the leading byte."""
    generator = _tables_of.GEN_POLY[words][:words]
    logarithm, power = _tables_of.GALIOS_LOG, _tables_of.GALIOS_EXP
    rows = (bytes(power[logarithm[byte] + g] for g in generator) for byte in range(1, 256))
    return [0, *(int.from_bytes(row, "big") for row in rows)]


def _error_words(block: bytes, words: int) -> bytes:
    """Return the Reed–Solomon error words of a block."""
    table, top, keep = _remainders(words), 8 * (words - 1), (1 << 8 * (words - 1)) - 1
    remainder = 0
    for byte in block:
        remainder = ((remainder & keep) << 8) ^ table[byte ^ (remainder >> top)]
    return remainder.to_bytes(words, "big")


# ---- what a version and level fix -----------------------------------------------------------


@dataclass(frozen=True)
class _Tables:
    """Everything that depends on version and level alone. Integers hold padded symbols."""

    side: int
    capacity: int  # data words
    blocks: list[tuple[int, int]]  # (data words, error words) of each block
    place: Callable[[str], tuple[str, ...]]  # codeword bits -> padded symbol, row by row
    base: int  # function patterns as they are rated: without format and version (7.8.1)
    masks: list[int]
    finish: list[int]  # format and version information for each mask
    valid: int  # the modules of the symbol
    everything: int  # these and the padding


_Cell = Callable[[int, int], int]


@lru_cache(maxsize=64)
def _tables(version: int, level: str) -> _Tables:
    error, side = _LEVELS[level], _drawing.calc_matrix_size(version)
    blocks = [
        (info.num_data, info.num_total - info.num_data)
        for info in _tables_of.ECC[version][error]
        for _ in range(info.num_blocks)
    ]
    plain = _drawing.make_matrix(side, side)
    _drawing.add_finder_patterns(plain, side, side)
    _drawing.add_alignment_patterns(plain, side, side)
    free = [[value == 2 for value in row] for row in plain]
    order = _order(plain, free, version, 8 * sum(data + errors for data, errors in blocks))
    # rated with the reserved areas still light and the dark module not yet set
    base = _packed(side, lambda y, x: not free[y][x] and plain[y][x])
    return _Tables(
        side=side,
        capacity=sum(data for data, _ in blocks),
        blocks=blocks,
        place=itemgetter(*order),
        base=base,
        masks=_masks(side, free),
        finish=[_finish(plain, free, (version, error, mask)) ^ base for mask in range(8)],
        valid=_packed(side, lambda _y, _x: 1),
        everything=(1 << len(order)) - 1,
    )


def _order(
    plain: Sequence[bytearray], free: Sequence[Sequence[bool]], version: int, used: int
) -> list[int]:
    """Return for each module the number of its codeword bit; -1 picks the trailing ‘0’."""
    side = len(free)
    labels: list[list[int]] = [list(row) for row in plain]
    # numbers instead of bits, from 10 on: the order of placement stays to be read
    _drawing.add_codewords(labels, range(10, 10 + sum(map(sum, free))), version)
    edge = [-1] * (_PAD * (side + _PAD))
    order = list(edge)
    for row, open_ in zip(labels, free, strict=True):
        order += [
            label - 10 if is_free and label - 10 < used else -1
            for label, is_free in zip(row, open_, strict=True)
        ]
        order += [-1] * _PAD
    return order + edge


def _packed(side: int, cell: _Cell) -> int:
    edge = "0" * (_PAD * (side + _PAD))
    rows = ("".join(str(int(cell(y, x))) for x in range(side)) + "0" * _PAD for y in range(side))
    return int(edge + "".join(rows) + edge, 2)


def _masks(side: int, free: Sequence[Sequence[bool]]) -> list[int]:
    def masked(function: _Cell) -> _Cell:
        return lambda y, x: free[y][x] and function(y, x)

    return [
        _packed(side, masked(each)) for each in _drawing.get_data_mask_functions(is_micro=False)
    ]


def _finish(
    plain: Sequence[bytearray], free: Sequence[Sequence[bool]], which: tuple[int, int, int]
) -> int:
    """Return the function patterns with format and version information of a mask."""
    version, error, mask = which
    full = [bytearray(row) for row in plain]
    _drawing.add_format_info(full, version, error, mask)
    _drawing.add_version_info(full, version)
    return _packed(len(full), lambda y, x: not free[y][x] and full[y][x])


# ---- the penalty of a mask (7.8.3) ----------------------------------------------------------


def _penalty(dark: int, tables: _Tables) -> int:
    light, stride = tables.valid ^ dark, tables.side + _PAD
    outside = tables.everything ^ dark  # light, the quiet zone included
    score = sum(_runs(plane, step) for plane in (dark, light) for step in (1, stride))
    score += sum(_finders(dark, outside, step) for step in (1, stride))
    for plane in (dark, light):  # N2: blocks of 2 by 2
        two = plane & plane >> 1
        score += 3 * (two & two >> stride).bit_count()
    share = 100 * dark.bit_count() / tables.side**2
    return score + 10 * int(abs(share - 50) / 5)  # N4


def _runs(plane: int, step: int) -> int:
    """N1: a run of five counts 3, each further module 1."""
    two = plane & plane >> step
    five = two & two >> 2 * step & plane >> 4 * step
    return five.bit_count() + 2 * (five & ~(five << step)).bit_count()


def _finders(dark: int, outside: int, step: int) -> int:
    """N3: what looks like a finder pattern (1 : 1 : 3 : 1 : 1) with four light modules beside."""
    two = outside & outside >> step
    clear = two & two >> 2 * step
    middle = dark >> 2 * step & dark >> 3 * step & dark >> 4 * step
    finder = dark & outside >> step & middle & outside >> 5 * step & dark >> 6 * step
    return 40 * (finder & (clear << 4 * step | clear >> 7 * step)).bit_count()
