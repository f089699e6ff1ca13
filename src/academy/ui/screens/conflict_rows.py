"""Two marks for one person, ours and theirs: the buttons [Keep E] [Take A], by click and key."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from enum import StrEnum
from typing import Any, Final, Protocol, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from academy.domain.words import Letter
from academy.ui.kit import paint
from academy.ui.kit.fitted_table import FittedTable
from academy.ui.kit.theme import font, px

CONFLICT: Final = "conflict"
"""The fate of a row that asks, in packs and in lists alike."""


class Disputed(Protocol):
    """A row that may ask whose mark counts."""

    @property
    def fate(self) -> StrEnum:
        """What becomes of the row."""

    @property
    def ours(self) -> Letter | str | None:
        """The mark that is here; "" for more than one letter says."""

    @property
    def theirs(self) -> Letter | str | None:
        """The mark that came."""

    @property
    def takes(self) -> bool:
        """Whether theirs is taken."""


Answers = list[tuple[str, QRectF, bool]]
"""Painted buttons: the letter, the place, whether it is theirs."""


def answers_of(rect: QRectF, row: Disputed) -> Answers:
    """Return the painted buttons of a conflict; none for any other row."""
    if row.fate != CONFLICT or row.ours is None or row.theirs is None:
        return []
    wide, right = px(72 if row.ours else 56), rect.right() - px(12)
    keep = QRectF(right - 2 * wide - px(6), rect.center().y() - px(13), wide, px(26))
    take = QRectF(right - wide, keep.y(), wide, px(26))
    return [(str(row.ours), keep, False), (str(row.theirs), take, True)]


def paint_answers(painter: QPainter, answers: Answers, row: Disputed) -> None:
    """Paint the buttons of a conflict, the chosen one filled."""
    for letter, place, theirs in answers:
        chosen = row.takes is theirs
        paint.box(painter, place, px(6), "info-ground" if chosen else "base",
                  "info" if chosen else "control", 1.5 if chosen else 1)  # fmt: skip
        take, keep = _tr("Take {letter}"), _tr("Keep {letter}")
        words = (take if theirs else keep).format(letter=letter).strip()
        type_ = font("caption", weight=600 if chosen else 500)
        paint.text(painter, place, words, type_, "info" if chosen else "text", paint.CENTRE)


def _tr(words: str) -> str:
    return QCoreApplication.translate("conflicts", words)


class ConflictTable(FittedTable):
    """Space or a click on a button answers a conflict; K keeps, T takes.

    Who derives it says which rows there are, and what an answer names a row by.
    """

    answered = Signal(object, bool)  # the key of a row, whether theirs is taken
    fate_column = 3

    def __init__(self, name: str, *, row_height: float) -> None:
        super().__init__(name, row_height=row_height)
        self.viewport().installEventFilter(self)

    def disputed(self) -> Sequence[Any]:
        """Return the rows as they stand."""
        raise NotImplementedError

    def key_of(self, row: Any) -> Hashable:
        """Return what an answer names a row by."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer at a press on a button."""
        pressed = event.type() == QEvent.Type.MouseButtonPress and watched is self.viewport()
        if pressed and self._press(cast("QMouseEvent", event).position()):
            return True
        return super().eventFilter(watched, event)

    def _press(self, at: QPointF) -> bool:
        index = self.indexAt(at.toPoint())
        if not index.isValid() or index.column() != self.fate_column:
            return False
        row = self.disputed()[index.row()]
        for _, place, theirs in answers_of(QRectF(self.visualRect(index)), row):
            if place.contains(at):
                self.setCurrentIndex(index)
                self.answered.emit(self.key_of(row), theirs)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key."""
        index = self.currentIndex()
        row = self.disputed()[index.row()] if index.isValid() else None
        if row is None or row.fate != CONFLICT or event.modifiers():
            super().keyPressEvent(event)
            return
        answers = {Qt.Key.Key_Space: not row.takes, Qt.Key.Key_K: False, Qt.Key.Key_T: True}
        key = Qt.Key(event.key())
        if key in answers:
            self.answered.emit(self.key_of(row), answers[key])
        else:
            super().keyPressEvent(event)
