"""Buttons, labels and fields as they look on every page.

Layout (``row``, ``column``, ``card``, ``line``, ``Painted``, ``scrolled``) is offered from here
too, so that a screen imports its parts from one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from academy.ui.kit.layout import (
    Box,
    Margins,
    Painted,
    Sized,
    Thing,
    card,
    column,
    framed,
    holder,
    layout_of,
    line,
    row,
    scrolled,
    upright,
)
from academy.ui.kit.tags import Tag, Tags, chips
from academy.ui.kit.theme import icon, px, theme

__all__ = [
    "Box",
    "Button",
    "Choice",
    "Field",
    "Kind",
    "Margins",
    "Painted",
    "Sized",
    "Tag",
    "Tags",
    "Thing",
    "button",
    "card",
    "chips",
    "choice",
    "column",
    "field",
    "framed",
    "holder",
    "icon_button",
    "label",
    "layout_of",
    "line",
    "restyle",
    "row",
    "scrolled",
    "tick",
    "upright",
    "words_of",
]

Kind = Literal["primary", "normal", "quiet", "link"]
"""A button's rank: primary is one a page, link is for going somewhere."""


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, on a widget that may be shown already."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class _Wrapped(QLabel):
    """Text on as many lines as it needs; it asks for one line only, the rest follows its width."""

    def minimumSizeHint(self) -> QSize:
        """Return the size of one line: Qt's own hint is that of the narrowest column."""
        return QSize(px(120), self.fontMetrics().lineSpacing())


def label(words: str, role: str = "body", *, wrap: bool = False) -> QLabel:
    """Return text in a role of the style sheet (title section group strong muted caption …)."""
    made = _Wrapped(words) if wrap else QLabel(words)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
        made.setMinimumWidth(px(120))
    return made


class Button(QPushButton):
    """A push button of one rank. Its picture is made anew when theme or zoom change."""

    def __init__(
        self, words: str, kind: Kind = "normal", *, picture: str = "", small: bool = False
    ) -> None:
        super().__init__(words)
        self.kind: Kind = kind
        self._picture = picture
        self._chevron = False
        self._ink = {"primary": "on-accent", "link": "link"}.get(kind, "muted")
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setProperty("icononly", not words)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._draw_anew()
        theme().changed.connect(self._draw_anew)

    def open_below(self, menu: QMenu) -> None:
        """Open a menu when pressed, and show a chevron behind the words."""
        self.setMenu(menu)
        self._chevron = bool(self.text())
        if self._chevron:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._draw_anew()

    def set_ink(self, ink: str) -> None:
        """Draw the picture in another colour, on grounds that are not the page's."""
        self._ink = ink
        self._draw_anew()

    def _draw_anew(self) -> None:
        if self._chevron:
            self.setIcon(icon("chevron-down", self._ink, 14, 0))
            self.setIconSize(QSize(px(14), px(14)))
        elif self._picture:
            words = bool(self.text())
            self.setIcon(icon(self._picture, self._ink, 16, 2 if words else 0))
            self.setIconSize(QSize(px(16) + (px(2) if words else 0), px(16)))


def button(
    words: str,
    kind: Kind = "normal",
    picture: str = "",
    *,
    small: bool = False,
    menu: QMenu | None = None,
) -> Button:
    """Return a button with words; "…" at their end only if it asks for more."""
    made = Button(words, kind, picture=picture, small=small)
    if menu is not None:
        made.open_below(menu)
    return made


def icon_button(
    picture: str,
    name: str,
    kind: Kind = "quiet",
    *,
    small: bool = False,
    menu: QMenu | None = None,
) -> Button:
    """Return a button with a picture only; `name` says what it does, aloud and on hover."""
    made = Button("", kind, picture=picture, small=small)
    made.setAccessibleName(name)
    made.setToolTip(name)
    if menu is not None:
        made.open_below(menu)
    return made


class Field(QLineEdit):
    """A line to type into, named for people who cannot see its label."""

    def __init__(self, name: str, words: str = "", *, width: float = 0) -> None:
        super().__init__(words)
        self._design_width = width
        self.setAccessibleName(name)
        self._measure()
        theme().changed.connect(self._measure)

    def mark_problem(self, problem: str) -> None:
        """Show the field with a red border and tell why; an empty sentence takes it back."""
        restyle(self, "problem", bool(problem))
        self.setAccessibleDescription(problem)

    def _measure(self) -> None:
        if self._design_width:
            self.setFixedWidth(px(self._design_width))


def field(name: str, words: str = "", width: float = 0, *, hint: str = "") -> Field:
    """Return a field; `hint` shows while it is empty and must not hold anything important."""
    made = Field(name, words, width=width)
    made.setPlaceholderText(hint)
    return made


class Choice(QComboBox):
    """A list to choose one of, opened by a click or Alt+Down; the wheel does not change it."""

    def __init__(self, name: str, *, width: float = 0, small: bool = False) -> None:
        super().__init__()
        self._design_width = width
        self._offered: list[tuple[str, object]] = []
        self._values: list[object] = []
        self.setAccessibleName(name)
        self.setProperty("small", small)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._measure()
        theme().changed.connect(self._measure)

    def offer(self, options: Sequence[tuple[str, object]], chosen: object = None) -> None:
        """Offer words with their values, and choose one of the values if it is there."""
        offered = list(options)
        if offered == self._offered and chosen in self._values:  # thousands stay as they are
            self.setCurrentIndex(self._values.index(chosen))
            return
        self.clear()
        self._offered, self._values = offered, [value for _, value in options]
        for words, value in options:
            self.addItem(words, value)
            if value == chosen:
                self.setCurrentIndex(self.count() - 1)

    def currentData(self, role: int = Qt.ItemDataRole.UserRole) -> object:
        """Return the chosen value itself: Qt would turn members of text enums into plain text."""
        number = self.currentIndex()
        offered = 0 <= number < len(self._values) and role == Qt.ItemDataRole.UserRole
        return self._values[number] if offered else super().currentData(role)

    def event(self, event: QEvent) -> bool:
        """Leave the wheel to the page: scrolling past must not change an answer."""
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return super().event(event)

    def _measure(self) -> None:
        if self._design_width:
            self.setFixedWidth(px(self._design_width))


def choice(
    name: str,
    options: Sequence[tuple[str, object]] = (),
    chosen: object = None,
    *,
    width: float = 0,
    small: bool = False,
) -> Choice:
    """Return a choice of (words, value) pairs."""
    made = Choice(name, width=width, small=small)
    made.offer(options, chosen)
    return made


def tick(words: str, *, on: bool = False) -> QCheckBox:
    """Return a tick box with its words."""
    made = QCheckBox(words)
    made.setChecked(on)
    return made


def words_of(thing: QAbstractButton) -> str:
    """Return what a button says, without the mark of its access key."""
    return thing.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
