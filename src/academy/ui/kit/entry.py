"""One line of a form: label, hint, field, and its problem with a red bar; and what it reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from academy.domain.dates import clock, long_day, parse_day, parse_time, short_day
from academy.domain.words import RuleBroken
from academy.ui.kit import labels
from academy.ui.kit.parts import Field, Painted, Sized, column, label, restyle, row
from academy.ui.kit.theme import draw_icon, px

Check = Callable[[str], str]
"""Looks at what was typed and returns what to do about it, or nothing."""


OVERRIDES: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""They turn the direction of the writing round; a field that holds one says so."""

KEPT: Final = "\n\t\u200c\u200d" + OVERRIDES
"""What tidying leaves though it cannot be seen: joiners belong to names in Persian and Hindi."""


def tidy(text: str) -> str:
    """Return pasted text without stray spaces and invisible characters."""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    seen = "".join(c for c in plain if c in KEPT or unicodedata.category(c) not in ("Cf", "Cc"))
    return re.sub(r"[ \t]+", " ", seen).strip()


class Problem(Exception):  # noqa: N818 - it is what the person sees
    """An entry cannot be used; the sentence says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Entry(QWidget):
    """A field of a form under its label. ``read`` returns its value or raises Problem.

    `beside` stands at the right of a field that has a width of its own.
    """

    changed = Signal()

    def __init__(
        self, words: str, widget: QWidget, *, hint: str = "", beside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.words, self.widget = words, widget
        self.label = label(words, "label")
        self.label.setBuddy(widget)
        name = words.replace("&", "")
        widget.setAccessibleName(name)
        self._hint = hint
        widget.setAccessibleDescription(hint)
        self._problem = label("", "error", wrap=True)
        sign = Painted(_draw_sign, width=16, height=20)
        self._problem_line = QWidget()
        self._problem_line.setLayout(row(sign, self._problem, gap=6))
        self._bar = Sized(width=4)
        self._bar.setObjectName("errorBar")
        lines = column(self.label, gap=4)
        if hint:
            lines.put(label(hint, "caption", wrap=True))
        lines.put(widget if beside is None else row(widget, beside, None, gap=12))
        lines.put(self._problem_line)
        self.setLayout(row(self._bar, lines, gap=12))
        self.show_problem("")

    def read(self) -> object:
        """Return the value; raise Problem with the sentence if it cannot be used."""
        raise NotImplementedError

    def show_problem(self, sentence: str) -> None:
        """Show what to do about the field, or that all is well."""
        self._problem.setText(sentence)
        self._problem_line.setVisible(bool(sentence))
        self._bar.setVisible(bool(sentence))
        lines = self.layout()
        if lines is not None:
            lines.setSpacing(px(12) if sentence else 0)
        self.widget.setAccessibleDescription(sentence or self._hint)
        restyle(self.widget, "problem", bool(sentence))

    def problem(self) -> str:
        """Return the sentence that is shown, or nothing."""
        return self._problem.text()


class TextEntry(Entry):
    """A line of text, or several. `missing` is the sentence if it must not be empty."""

    def __init__(
        self,
        words: str,
        value: str = "",
        *,
        hint: str = "",
        missing: str = "",
        check: Check | None = None,
        width: float = 0,
        lines: int = 1,
    ) -> None:
        self._missing, self._check = missing, check
        field: Field | QPlainTextEdit
        if lines > 1:
            field = QPlainTextEdit(value)
            field.setTabChangesFocus(True)
            field.setFixedHeight(px(20 * lines + 14))
        else:
            field = Field(words, value, width=width)
        super().__init__(words, field, hint=hint, beside=QWidget() if width else None)
        self._field = field
        field.textChanged.connect(self.changed)

    def typed(self) -> str:
        """Return the text as it stands, tidied."""
        field = self._field
        return tidy(field.text() if isinstance(field, Field) else field.toPlainText())

    def read(self) -> str:
        """Return the tidied text."""
        text = self.typed()
        if not text and self._missing:
            raise Problem(self._missing)
        if odd := dict.fromkeys(c for c in text if c in OVERRIDES):
            codes = ", ".join(f"U+{ord(c):04X}" for c in odd)
            raise Problem(labels.rule(RuleBroken("refused_characters", characters=codes)))
        sentence = self._check(text) if self._check is not None and text else ""
        if sentence:
            raise Problem(sentence)
        return text


class EchoedEntry(Entry):
    """A field whose reading is echoed beside it, such as a date."""

    def __init__(self, words: str, text: str, *, hint: str, missing: str, width: float) -> None:
        self._field = Field(words, text, width=width)
        self._missing = missing
        self._echo = label("", "muted")
        super().__init__(words, self._field, hint=hint, beside=self._echo)
        self._field.textChanged.connect(self._show_echo)
        self._field.textChanged.connect(self.changed)
        self._show_echo()

    def echo(self) -> str:
        """Return how the text is understood, or nothing."""
        raise NotImplementedError

    def _show_echo(self) -> None:
        try:
            self._echo.setText(self.echo() if self._field.text().strip() else "")
        except RuleBroken:
            self._echo.setText("")


class DayEntry(EchoedEntry):
    """A date, typed as people type it (5/3/26, 5 Mar, tomorrow, +14, thu)."""

    def __init__(
        self,
        words: str,
        value: date | None,
        today: date,
        *,
        hint: str = "",
        missing: str = "",
    ) -> None:
        self._today = today
        text = short_day(value) if value is not None else ""
        super().__init__(words, text, hint=hint, missing=missing, width=140)

    def echo(self) -> str:
        """Return the date in words."""
        return long_day(parse_day(self._field.text(), self._today))

    def read(self) -> date | None:
        """Return the date, or None if it may be left out."""
        if not self._field.text().strip() and not self._missing:
            return None
        try:
            return parse_day(self._field.text(), self._today)
        except RuleBroken as broken:
            empty = not self._field.text().strip()
            raise Problem(self._missing if empty else labels.rule(broken)) from broken


class TimeEntry(EchoedEntry):
    """A time of day, typed as people type it (9:30, 0930, 2pm, midday)."""

    def __init__(
        self, words: str, value: time | None, *, hint: str = "", missing: str = ""
    ) -> None:
        text = clock(value) if value is not None else ""
        super().__init__(words, text, hint=hint, missing=missing, width=100)

    def echo(self) -> str:
        """Return the time in words."""
        return clock(parse_time(self._field.text()))

    def read(self) -> time | None:
        """Return the time, or None if it may be left out."""
        if not self._field.text().strip() and not self._missing:
            return None
        try:
            return parse_time(self._field.text())
        except RuleBroken as broken:
            empty = not self._field.text().strip()
            raise Problem(self._missing if empty else labels.rule(broken)) from broken


class PartEntry(Entry):
    """Any other widget: `reading` returns its value or raises Problem."""

    def __init__(
        self,
        words: str,
        widget: QWidget,
        reading: Callable[[], object],
        *,
        hint: str = "",
        beside: QWidget | None = None,
    ) -> None:
        super().__init__(words, widget, hint=hint, beside=beside)
        self._reading = reading

    def read(self) -> object:
        """Return what the widget holds."""
        return self._reading()


def _draw_sign(painter: QPainter, rect: QRectF) -> None:
    place = QRectF(0, rect.center().y() - px(8), px(16), px(16))
    draw_icon(painter, "circle-alert", place, "bad", 2)
