"""The painting functions that all delegates share.

Each takes a painter, a place and token names, and returns how far it came; delegates only
arrange them.
"""

from academy.ui.kit.signs import (
    MARKS,
    chip,
    chip_width,
    keycap,
    keycap_width,
    mark,
    pips,
    segment_at,
    segments,
    shape,
    strip,
)
from academy.ui.kit.strokes import (
    CENTRE,
    LEFT,
    RIGHT,
    Ink,
    as_colour,
    bar,
    box,
    disc,
    hline,
    ring,
    shadow,
    text,
    width,
    wrapped,
)

__all__ = [
    "CENTRE",
    "LEFT",
    "MARKS",
    "RIGHT",
    "Ink",
    "as_colour",
    "bar",
    "box",
    "chip",
    "chip_width",
    "disc",
    "hline",
    "keycap",
    "keycap_width",
    "mark",
    "pips",
    "ring",
    "segment_at",
    "segments",
    "shadow",
    "shape",
    "strip",
    "text",
    "width",
    "wrapped",
]
