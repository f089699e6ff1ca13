"""What the sections of Settings are made of: a line with a name, a hint and a control."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLayout, QWidget

from academy.ui.kit import paint
from academy.ui.kit.layout import Painted
from academy.ui.kit.parts import Box, Button, Thing, column, holder, label, row
from academy.ui.kit.theme import px


def section(words: str, *things: Thing, note: str = "") -> QWidget:
    """Return a part of the page under its heading."""
    lines: Box = column(label(words, "section"), gap=4, margins=(0, 8, 0, 16))
    if note:
        lines.put(label(note, "caption", wrap=True))
    lines.put(4, *things)
    made = holder(lines)
    made.setAccessibleName(words)
    return made


def setting(words: str, hint: str, control: QWidget | QLayout) -> QWidget:
    """Return a line: what it is and what it does at the left, the control at the right."""
    name = label(words, "label", wrap=True)
    told = column(name, gap=0)
    if hint:
        told.put(label(hint, "caption", wrap=True))
    if isinstance(control, QWidget):
        name.setBuddy(control)
        if hint and not isinstance(control, Button):
            control.setAccessibleDescription(hint)
    line = row(told, control, gap=16, margins=(0, 6, 0, 6))
    line.setStretch(0, 1)
    return holder(line)


class SignaturePicture(Painted):
    """A signature, small, on paper white; its name says whether there is one."""

    def __init__(self, picture: bytes | None) -> None:
        super().__init__(self._paint, width=120, height=40)
        self._image = QImage.fromData(picture) if picture else QImage()
        self.setAccessibleName(self.tr("Signature") if picture else self.tr("No picture"))

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        if self._image.isNull():
            paint.box(painter, rect, px(6), "alternate", "hairline")
            paint.text(painter, rect, self.tr("No picture"), "caption", "muted", paint.CENTRE)
            return
        paint.box(painter, rect, px(6), QColor("#ffffff"), "hairline")
        room = rect.adjusted(px(6), px(4), -px(6), -px(4))
        size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.center().x() - size.width() / 2
        top = room.center().y() - size.height() / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
