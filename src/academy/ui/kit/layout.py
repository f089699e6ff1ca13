"""Rows and columns whose gaps are sizes of the design, and which follow the zoom.

A number among the things is a fixed space, ``None`` takes what is left.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from academy.ui.kit.theme import px, theme
from academy.ui.kit.whole_words import cut_words, tell

Thing = QWidget | QLayout | int | None
"""What stands in a row or column: a widget, another row or column, a space, or the rest."""

Margins = tuple[float, float, float, float]
"""Left, top, right, bottom, in px of the design."""

Draw = Callable[[QPainter, QRectF], object]
"""Paints a part into its rectangle."""


class Box(QBoxLayout):
    """A row or column that keeps its gaps in px of the design."""

    def __init__(
        self, direction: QBoxLayout.Direction, *, gap: float = 8, margins: Margins = (0, 0, 0, 0)
    ) -> None:
        super().__init__(direction)
        self._gap, self._margins = gap, margins
        self._spaces: list[tuple[QSpacerItem, int]] = []
        self._measure()
        theme().changed.connect(self._measure)

    def put(self, *things: Thing) -> None:
        """Add things at the end."""
        for thing in things:
            if thing is None:
                self.addStretch(1)
            elif isinstance(thing, int):
                spacer = QSpacerItem(0, 0)
                self._spaces.append((spacer, thing))
                self.addItem(spacer)
                self._measure_spacer(spacer, thing)
            elif isinstance(thing, QWidget):
                self.addWidget(thing)
            else:
                self.addLayout(thing)

    def set_margins(self, margins: Margins) -> None:
        """Give other margins, in px of the design."""
        self._margins = margins
        self._measure()

    def empty(self) -> None:
        """Take everything out; widgets are freed."""
        self._spaces.clear()
        while (item := self.takeAt(0)) is not None:
            widget, inner = item.widget(), item.layout()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
            elif isinstance(inner, Box):
                inner.empty()
                inner.deleteLater()

    def _measure(self) -> None:
        left, top, right, bottom = (px(m) for m in self._margins)
        self.setContentsMargins(left, top, right, bottom)
        self.setSpacing(px(self._gap))
        for spacer, size in self._spaces:
            self._measure_spacer(spacer, size)

    def _measure_spacer(self, spacer: QSpacerItem, size: int) -> None:
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        if self.direction() in (
            QBoxLayout.Direction.LeftToRight,
            QBoxLayout.Direction.RightToLeft,
        ):
            spacer.changeSize(px(size), 0, fixed, free)
        else:
            spacer.changeSize(0, px(size), free, fixed)
        self.invalidate()


def row(*things: Thing, gap: float = 8, margins: Margins = (0, 0, 0, 0)) -> Box:
    """Return things side by side."""
    made = Box(QBoxLayout.Direction.LeftToRight, gap=gap, margins=margins)
    made.put(*things)
    return made


def column(*things: Thing, gap: float = 8, margins: Margins = (0, 0, 0, 0)) -> Box:
    """Return things below each other."""
    made = Box(QBoxLayout.Direction.TopToBottom, gap=gap, margins=margins)
    made.put(*things)
    return made


def holder(layout: QLayout, name: str = "") -> QWidget:
    """Return a plain widget that holds a row or column; `name` is its name in the style sheet."""
    made = QWidget()
    made.setObjectName(name)
    made.setLayout(layout)
    return made


class Sized(QFrame):
    """A frame with a width or height in px of the design; 0 leaves a side free."""

    def __init__(self, *, width: float = 0, height: float = 0) -> None:
        super().__init__()
        self._design = (width, height)
        self._measure()
        theme().changed.connect(self._measure)

    def set_size(self, *, width: float = 0, height: float = 0) -> None:
        """Give another size; 0 leaves a side as it is."""
        self._design = (width or self._design[0], height or self._design[1])
        self._measure()

    def _measure(self) -> None:
        width, height = self._design
        if width:
            self.setFixedWidth(px(width))
        if height:
            self.setFixedHeight(px(height))


class Painted(Sized):
    """A widget that is one painting function: ``draw(painter, rect)``.

    What it says in words goes into `name`, for people who do not see it.
    """

    def __init__(self, draw: Draw, *, height: float = 0, width: float = 0, name: str = "") -> None:
        super().__init__(width=width, height=height)
        self.draw = draw
        self.setAccessibleName(name)
        theme().changed.connect(self.update)

    def event(self, event: QEvent) -> bool:
        """Tell under the mouse what is said aloud, if words had no room."""
        tip = isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip
        if not isinstance(event, QHelpEvent) or not tip or self.toolTip():
            return super().event(event)
        cut = cut_words(lambda painter: self.draw(painter, QRectF(self.rect())))
        tell(event, cut, self.accessibleName(), self)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Call the painting function."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(self.rect()))


class PaintedButton(QPushButton):
    """A button that is painted by its own class, with a fixed size and an accessible name.

    A width of 0 leaves the width free.
    """

    def __init__(self, name: str, size: tuple[float, float]) -> None:
        super().__init__()
        self._design = size
        self.setProperty("painted", "true")
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        self._measure()
        theme().changed.connect(self._measure)

    def set_design_size(self, size: tuple[float, float]) -> None:
        """Give another size in px of the design."""
        self._design = size
        self._measure()

    def sizeHint(self) -> QSize:
        """Return the size of the design at the present zoom."""
        return QSize(px(self._design[0] or 120), px(self._design[1]))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the style sheet's own least size is not for painted buttons."""
        return self.sizeHint()

    def _measure(self) -> None:
        size = self.sizeHint()
        self.setFixedHeight(size.height())
        if self._design[0]:
            self.setFixedWidth(size.width())
        self.update()


def framed(role: str, layout: QLayout) -> QFrame:
    """Return a frame of a style sheet's role (card, well, strip, errors) around a layout."""
    made = QFrame()
    made.setProperty("role", role)
    made.setLayout(layout)
    return made


def card(layout: Box, pad: float = 16) -> QFrame:
    """Return a card: only where figures stand side by side. 12 px of room in a strip."""
    layout.set_margins((pad, pad, pad, pad))
    return framed("card", layout)


def line() -> QFrame:
    """Return a hairline across."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def upright() -> QFrame:
    """Return a hairline from top to bottom."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedWidth(1)
    return made


class _Scrolled(QScrollArea):
    """A scroll area that asks for its content's width, so that nothing is cut at the side."""

    def minimumSizeHint(self) -> QSize:
        """Return the least size: what the content needs across, little from top to bottom."""
        inner = self.widget()
        across = inner.minimumSizeHint().width() if inner is not None else 0
        return QSize(min(across, px(600)) + px(14), px(80))


def scrolled(layout: QLayout) -> QScrollArea:
    """Return a layout that scrolls from top to bottom; it is no stop for the keyboard."""
    inner = QWidget()
    inner.setObjectName("scrolled")
    inner.setLayout(layout)
    area = _Scrolled()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    return area


def layout_of(widget: QWidget) -> Box:
    """Return the row or column of a widget that was built by this module."""
    return cast("Box", widget.layout())
