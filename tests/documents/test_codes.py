"""QR codes: equal to segno's, module for module, and read by a scanner."""

from __future__ import annotations

import random
import string
from typing import Any

import pytest
import segno
from segno import encoder

from academy.documents.blocks import Code
from academy.documents.codes import CodeTooLongError, placed, symbol

LETTERS = string.ascii_letters + string.digits + "-_"


def link(length: int) -> str:
    """Return an address with so many letters of a token after it."""
    chosen = random.Random(length)
    token = "".join(chosen.choice(LETTERS) for _ in range(length))
    return f"https://academy.example.gov.uk/check#{token}"


def fill_to_the_byte(buffer: Any, _version: int, length: int) -> None:
    """Pad as ISO/IEC 18004, 7.4.10, says; segno 1.6.6 adds a byte too many on a full one."""
    if length % 8:
        buffer.extend([0] * (8 - length % 8))


@pytest.mark.parametrize("level", ["L", "M", "Q"])
@pytest.mark.parametrize(
    "text",
    ["A", "LA-2026-0212", "Ŵ Ł ğ ễ", *(link(n) for n in (0, 11, 60, 131, 260, 294, 331, 462, 700))],
)
def test_every_module_and_the_mask_are_segnos(monkeypatch, text, level):
    monkeypatch.setattr(encoder, "write_padding_bits", fill_to_the_byte)
    options = {"micro": False, "boost_error": False, "mode": "byte", "encoding": "utf-8"}
    theirs = segno.make(text, error=level, eci=False, **options)

    ours = symbol(text, level)

    assert ours.mask == theirs.mask
    assert list(ours.rows) == ["".join(map(str, row)) for row in theirs.matrix]


def test_the_mask_of_many_short_texts_is_segnos_too(monkeypatch):
    monkeypatch.setattr(encoder, "write_padding_bits", fill_to_the_byte)
    options = {"micro": False, "boost_error": False, "mode": "byte", "error": "l"}

    for number in range(60):
        text = f"LA-{number * 7}"
        assert symbol(text, "L").mask == segno.make(text, **options).mask, text


def test_a_code_brings_its_own_white_ground_four_modules_wide():
    drawn = placed("A", Code(right=100, bottom=50, side=42, colour="#000000", alternative=""))

    assert drawn.box == (58, 50, 100, 92)
    assert drawn.operators.startswith("q 1 g 50.00 42.00 58.00 58.00 re f 0 g")


def test_a_text_of_more_than_the_largest_symbol_is_refused():
    with pytest.raises(CodeTooLongError):
        symbol("x" * 2332)

    assert symbol("x" * 2331).side == 177
