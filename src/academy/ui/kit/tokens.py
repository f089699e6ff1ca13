"""Colours, sizes and type of the present theme, by the names of ``resources/themes/tokens.json``.

Everything with a colour asks :func:`colour`, everything with a size asks :func:`px`, all text
asks :func:`font`. Which theme and zoom are present is decided in ``theme.apply`` alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypedDict, cast

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette

from academy.paths import resource

FAMILY = "Academy Interface"
"""Inter under a name of our own: an installed Inter would mix its faces with ours."""


class TypeStyle(TypedDict, total=False):
    """How one kind of text is set: pixels at 100 %, weight, line height, font features."""

    px: int
    weight: int
    line: int
    features: list[str]


@dataclass(frozen=True)
class Look:
    """The present theme: its name, its colours as hex text, and the factor of all sizes."""

    name: str = "light"
    factor: float = 1.0
    colours: dict[str, str] = field(default_factory=dict)


@cache
def _file() -> dict[str, dict[str, object]]:
    text = resource("themes/tokens.json").read_text("utf-8")
    return cast("dict[str, dict[str, object]]", json.loads(text))


@cache
def theme_colours(name: str) -> dict[str, str]:
    """Return all colours of the theme "light" or "dark", hex by token."""
    parts = cast("dict[str, dict[str, str]]", _file()[name])
    return {**parts["core"], **parts["derived"]}


def contrast_colours(system: QPalette) -> dict[str, str]:
    """Return every token taken from the system's own palette, for people who set high contrast."""
    role = QPalette.ColorRole

    def of(which: QPalette.ColorRole) -> str:
        return system.color(QPalette.ColorGroup.Active, which).name()

    names = dict.fromkeys(theme_colours("light"), of(role.Text))
    grounds = [n for n in names if n.endswith(("-ground", "-track"))]
    plain = ["base", "alternate", "open-column", "hover", "frame-hover", "pressed", "nav-selected"]
    names |= dict.fromkeys([*grounds, *plain, "selected-quiet", "tooltip"], of(role.Base))
    names |= dict.fromkeys(["accent", "accent-hover", "accent-pressed"], of(role.Highlight))
    names |= {
        "window": of(role.Base),
        "on-accent": of(role.HighlightedText),
        "link": of(role.Link),
        "disabled-text": system.color(QPalette.ColorGroup.Disabled, role.Text).name(),
        "scrim": theme_colours("light")["scrim"],
    }
    return names


class _Present:
    """Holds the look in use and what was made for it."""

    look = Look(colours={})
    colours: dict[str, QColor]
    fonts: dict[tuple[object, ...], QFont]
    metrics: dict[str, QFontMetrics]


_present = _Present()


def use(look: Look) -> None:
    """Make this look the present one and forget what was made for the old one."""
    _present.look = look
    _present.colours = {name: QColor(value) for name, value in look.colours.items()}
    _present.fonts = {}
    _present.metrics = {}


use(Look(colours=dict(theme_colours("light"))))


def look() -> Look:
    """Return the present look."""
    return replace(_present.look)


def is_dark() -> bool:
    """Whether text is light on a dark ground now."""
    return _present.look.name == "dark"


def factor() -> float:
    """By how much all sizes are multiplied: the system's text size times the zoom."""
    return _present.look.factor


def px(size: float) -> int:
    """Return a size of the design in device-independent pixels at the present zoom."""
    return round(size * _present.look.factor)


def token(name: str) -> str:
    """Return a colour as hex text. An unknown name is a mistake of ours: KeyError."""
    return _present.look.colours[name]


def colour(name: str) -> QColor:
    """Return a colour of the present theme by its token."""
    return QColor(_present.colours[name])


def type_style(role: str) -> TypeStyle:
    """Return how text of this role is set (px, weight, line, features)."""
    return cast("TypeStyle", _file()["font"][role])


def font(
    role: str = "body",
    *,
    size: float | None = None,
    weight: int | None = None,
    features: tuple[str, ...] | None = None,
) -> QFont:
    """Return the font of a role; figures in tables have equal widths. Shared: leave it as it is."""
    key = (role, size, weight, features)
    made = _present.fonts.get(key)
    if made is None:
        made = _present.fonts[key] = _font(role, size, weight, features)
    return made


def _font(
    role: str, size: float | None, weight: int | None, features: tuple[str, ...] | None
) -> QFont:
    style = type_style(role)
    made = QFont([FAMILY])
    made.setPixelSize(max(1, px(style["px"] if size is None else size)))
    made.setWeight(QFont.Weight(style["weight"] if weight is None else weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in style.get("features", []) if features is None else features:
        made.setFeature(QFont.Tag(feature), 1)
    return made


def metrics(of: QFont) -> QFontMetrics:
    """Return the measures of a font, made once."""
    key = f"{of.key()},{len(of.featureTags())}"
    made = _present.metrics.get(key)
    if made is None:
        made = _present.metrics[key] = QFontMetrics(of)
    return made
