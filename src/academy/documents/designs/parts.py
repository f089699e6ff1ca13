"""Parts of a sheet that several designs lay out alike: the statement, and two ways of a foot.

Points, origin bottom left. Places of two languages stand beside each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from academy.documents.blocks import Style
from academy.documents.designs.setting import Slot

#: The places of one language, and the boxes of signatures (x, y, width, height).
Places = dict[str, Slot]
Box = tuple[float, float, float, float]
_OVER_RULE = 6.0  # a signature stands a little above its rule
_SIGNATURE, _LOW_SIGNATURE = 38.0, 30.0


@dataclass(frozen=True)
class BodyStyles:
    """The type of the statement."""

    heading: Style
    quiet: Style
    programme: Style
    plain: Style


@dataclass(frozen=True)
class BodyRows:
    """The baselines of the statement."""

    heading: float
    certifies: float
    did: float
    programme: float
    run: float
    hours: float


@dataclass(frozen=True)
class Columns:
    """Where the languages stand side by side; with one language, over the whole width.

    `align` is 0 for columns that begin at a left edge, 0.5 for centred ones.
    """

    left: float
    width: float
    languages: int
    align: float = 0
    gap: float = 24
    most_lift: float = 28  # how far the statement may move up for the academy's own lines

    def of(self, language: int) -> tuple[float, float]:
        """Return where the column of a language is set from, and its width."""
        width = (self.width - self.gap * (self.languages - 1)) / self.languages
        left = self.left + language * (width + self.gap)
        return left + self.align * width, width

    @property
    def whole(self) -> tuple[float, float]:
        """Where what is said once is set from, and its width."""
        return self.left + self.align * self.width, self.width

    def lift(self, extra: int) -> float:
        """Return how far the statement moves up for so many lines of the academy's own."""
        return min(self.most_lift, (14.0 if self.languages > 1 else 9.0) * extra)


def body(styles: BodyStyles, rows: BodyRows, columns: Columns, language: int, extra: int) -> Places:
    """Return the places of the statement; `extra` lines of the academy stand below the hours."""
    x, width = columns.of(language)
    two = columns.languages > 1
    lift = columns.lift(extra)

    def slot(style: Style, y: float, row_count: int = 1) -> Slot:
        return Slot(style, x, y + lift, width, columns.align, rows=row_count, leading=1.2)

    whole, all_ = columns.whole
    hang = 0.0 if columns.align else 0.05  # of the size: the stem of a C or a T meets the edge
    step = styles.plain.size * 1.25
    below = rows.hours - (step * 0.95 if two else 0)
    places = {
        "heading": slot(styles.heading, rows.heading).moved(right=-hang * styles.heading.size),
        "certifies": slot(styles.quiet, rows.certifies),
        "did": slot(styles.quiet, rows.did),
        "programme": Slot(
            styles.programme, whole - hang * 20, rows.programme + lift, all_, columns.align
        ),
        "run": slot(styles.plain, rows.run),
        "hours": slot(styles.plain, rows.hours, 2 if two else 1),
    }
    return places | {
        f"line {n}": slot(styles.plain, below - step * (n + 1)) for n in range(max(extra, 0))
    }


@dataclass(frozen=True)
class FootStyles:
    """The type of the foot. Captions are set in small letters where `capitals` are drawn small."""

    who: Style
    role: Style
    caption: Style
    value: Style
    check_caption: Style
    check: Style
    capitals: bool = False


@dataclass(frozen=True)
class Foot:
    """A foot: places for each language, boxes of signatures, rules under them, and the code.

    Rules are (x, y, width); the code is (right, bottom, side).
    """

    places: tuple[Places, ...]
    boxes: tuple[Box, ...]
    rules: tuple[tuple[float, float, float], ...]
    code: tuple[float, float, float]


@dataclass(frozen=True)
class FootFrame:
    """What a foot is laid out in: its edges, the lowest baseline, who signs, the languages."""

    left: float
    right: float
    low: float
    signing: int
    languages: int
    side: float = 86
    gap: float = 14


def foot_beside(styles: FootStyles, frame: FootFrame) -> Foot:
    """Return a foot of four columns: signatures, day and number, how to check it, the code."""
    two, low = frame.languages > 1, frame.low
    sign = 190.0 if frame.signing == 1 else 152.0
    issued = frame.left + (210 if two else 250) if frame.signing == 1 else frame.left + 334
    both = two and frame.signing == 1  # room for the number beside the day
    check = frame.left + (434 if two else 410) if frame.signing == 1 else frame.left + 448
    end = frame.right - frame.side - frame.gap
    bottom = low - 14.5 if two else low
    found = []
    for n in range(frame.languages):
        top = low + 53 - 37.5 * n
        width = 112.0 if both else check - frame.gap - issued
        places = _captioned(styles, "issued", (issued, top), width)
        if both:
            places |= _captioned(styles, "number", (issued + 116, low + 53), 100)
        elif two:
            places |= _captioned(styles, "number", (issued, low - 22), width)
        else:
            places |= _captioned(styles, "number", (issued, low + 15.5), width)
        places |= _check(styles, (check, top), end - check)
        found.append(places)
    rules, boxes = [], []
    for n in range(frame.signing):
        x = frame.left + n * (sign + 14)
        rules.append((x, low + 32, sign))
        boxes.append((x + 4, low + 32 + _OVER_RULE, sign - 20, _SIGNATURE))
        found[-1] |= _signer(styles, n, (x, low + 15.5), sign)
    return Foot(tuple(found), tuple(boxes), tuple(rules), (frame.right, bottom, frame.side))


def foot_below(styles: FootStyles, frame: FootFrame, sign: float) -> Foot:
    """Return a foot of three columns: signatures, day and number over how to check it, the code.

    Two signatures stand side by side; on a narrow sheet above the rest.
    """
    two, low = frame.languages > 1, frame.low
    if two and frame.signing > 1:
        return _foot_of_all(styles, frame)
    narrow = frame.signing > 1 and frame.right - frame.left < 500
    sign = sign if frame.signing == 1 else 196 if narrow else 126
    signers_at = low + 124 if narrow else low
    x = frame.left if narrow else frame.left + frame.signing * (sign + 14) + 12
    end = frame.right - frame.side - frame.gap
    stacked = end - x < 200  # too narrow for the number beside the day
    number = (x, 64.0) if stacked else (x + (end - x) * 0.56, 126.0 if two else 62.0)
    raised = (33 if two else 35) if stacked else 0
    if stacked and two:
        number = (x, 93.0)
    found = []
    for n in range(frame.languages):
        top = low + (62 if not two else 126 - 33 * n) + raised
        width = end - x if stacked else number[0] - x - 8
        places = _captioned(styles, "issued", (x, top), width)
        place = number[0], low + number[1]
        places |= _captioned(styles, "number", place, end - number[0])
        check = low + (25 if not two else 59 - 34 * n)
        places |= _check(styles, (x, check), end - x)
        found.append(places)
    return _signed(styles, frame, found, sign, signers_at)


def _foot_of_all(styles: FootStyles, frame: FootFrame) -> Foot:
    """Return a foot for two languages side by side, under two signatures."""
    room = frame.right - frame.side - frame.gap - frame.left
    third, half = room / 3, (room + 8) / 2
    found = []
    for n in range(frame.languages):
        day, check = frame.left + third * n, frame.left + half * n
        places = _captioned(styles, "issued", (day, frame.low + 62), third - 8)
        number = (frame.left + third * 2, frame.low + 62)
        places |= _captioned(styles, "number", number, third)
        found.append(places | _check(styles, (check, frame.low + 25), half - 8))
    return _signed(styles, frame, found, min(196.0, room / 2), frame.low + 94, _LOW_SIGNATURE)


def _signed(
    styles: FootStyles,
    frame: FootFrame,
    places: list[Places],
    sign: float,
    low: float,
    high: float = _SIGNATURE,
) -> Foot:
    """Return a foot with its signatures side by side, rules of `sign` points under them."""
    rules, boxes = [], []
    for n in range(frame.signing):
        left = frame.left + n * (sign + 14)
        rules.append((left, low + 32, sign))
        boxes.append((left + 4, low + 32 + _OVER_RULE, sign - 16, high))
        places[-1] |= _signer(styles, n, (left, low + 15.5), sign)
    code = (frame.right, frame.low - 2, frame.side)
    return Foot(tuple(places), tuple(boxes), tuple(rules), code)


def _captioned(styles: FootStyles, key: str, place: tuple[float, float], width: float) -> Places:
    x, y = place
    return {
        f"{key} caption": Slot(styles.caption, x, y, width, lower=styles.capitals),
        key: Slot(styles.value, x, y - 15, width),
    }


def _check(styles: FootStyles, place: tuple[float, float], width: float) -> Places:
    x, y = place
    return {
        "check caption": Slot(styles.check_caption, x, y, width, lower=styles.capitals),
        "check": Slot(styles.check, x, y - 14.5, width, leading=1.25),
    }


def _signer(styles: FootStyles, number: int, place: tuple[float, float], width: float) -> Places:
    x, y = place
    return {
        f"signatory {number}": Slot(styles.who, x, y, width),
        f"role {number}": Slot(styles.role, x, y - 15.5, width),
    }
