"""What a key means in the register's grid (experience 6.4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from academy.domain.words import Letter


class Wish(Enum):
    """What the person wants the grid to do."""

    MARK = auto()
    TOGGLE = auto()
    CLEAR = auto()
    FILL = auto()
    FILL_DOWN = auto()
    EXCEPT = auto()
    FIND = auto()
    NOTE = auto()
    NEXT_BLANK = auto()
    WHOLE_SESSION = auto()
    COPY = auto()
    PASTE = auto()
    AWAY = auto()


@dataclass(frozen=True)
class Stroke:
    """A wish, the letter it is about, and whether the current cell moves down after it."""

    wish: Wish
    letter: Letter | None = None
    moves: bool = False


_KEYS: Final[dict[Qt.Key, Stroke]] = {
    Qt.Key.Key_Space: Stroke(Wish.TOGGLE, moves=True),
    Qt.Key.Key_Delete: Stroke(Wish.CLEAR),
    Qt.Key.Key_Backspace: Stroke(Wish.CLEAR),
    Qt.Key.Key_F2: Stroke(Wish.NOTE),
    Qt.Key.Key_N: Stroke(Wish.NOTE),
    Qt.Key.Key_Equal: Stroke(Wish.EXCEPT),
    Qt.Key.Key_Slash: Stroke(Wish.FIND),
}
_WITH_CTRL: Final[dict[Qt.Key, Stroke]] = {
    Qt.Key.Key_Return: Stroke(Wish.FILL),
    Qt.Key.Key_Enter: Stroke(Wish.FILL),
    Qt.Key.Key_D: Stroke(Wish.FILL_DOWN),
    Qt.Key.Key_F: Stroke(Wish.FIND),
    Qt.Key.Key_G: Stroke(Wish.NEXT_BLANK),
    Qt.Key.Key_Space: Stroke(Wish.WHOLE_SESSION),
    Qt.Key.Key_C: Stroke(Wish.COPY),
    Qt.Key.Key_V: Stroke(Wish.PASTE),
}


def stroke(event: QKeyEvent) -> Stroke | None:
    """Return what a key means here, or nothing where it is the table's or the window's."""
    key = Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.ControlModifier:
        return _WITH_CTRL.get(key)
    if held & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    letter = event.text().upper()
    if letter in set(Letter):
        return Stroke(Wish.MARK, Letter(letter), moves=not held)
    if event.text() in ("=", "/"):  # with Shift on some keyboards
        return Stroke(Wish.EXCEPT if event.text() == "=" else Wish.FIND)
    return _KEYS.get(key) if not held else None
