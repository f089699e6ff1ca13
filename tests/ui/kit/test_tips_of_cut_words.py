"""What is cut is told whole in a tool tip: which words that are."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtWidgets import QApplication

from academy.ui.kit import strokes
from academy.ui.kit.whole_words import cut_words

ROOM = QRectF(0, 0, 60, 20)


def test_only_what_has_no_room_is_told(qapp: QApplication) -> None:
    def draw(painter: QPainter) -> None:
        strokes.text(painter, ROOM, "Kent")
        strokes.text(painter, ROOM, "Kent and Medway Towns Fire Authority")

    assert cut_words(draw) == ["Kent and Medway Towns Fire Authority"]
    assert cut_words(lambda painter: strokes.text(painter, ROOM, "Kent")) == []


def test_who_watches_inside_of_another_takes_nothing_from_them(qapp: QApplication) -> None:
    sheet = QPicture()
    painter = QPainter(sheet)
    with strokes.watching() as outer:
        with strokes.watching() as inner:
            pass
        strokes.text(painter, ROOM, "Kent and Medway Towns Fire Authority")
    painter.end()
    assert (len(outer), inner) == (1, [])
