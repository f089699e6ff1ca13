"""The palette and the one style sheet, filled with the present theme's colours and sizes."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtGui import QPalette

from academy.paths import resource
from academy.ui.kit.icons import icon_file
from academy.ui.kit.tokens import colour, px, token

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "alternate",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "base",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "on-tooltip",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "base",
    QPalette.ColorRole.Midlight: "hairline",
    QPalette.ColorRole.Mid: "hairline-strong",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "shadow",
}

_SIGNS = {"check-on": ("check", "on-accent", 2.5), "minus-on": ("minus", "on-accent", 2.5)}
"""Pictures of the sheet that are not simply muted: source, colour, stroke."""


def palette() -> QPalette:
    """Return the palette of the present theme, set role by role."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, colour(name))
    off, unfocused = QPalette.ColorGroup.Disabled, QPalette.ColorGroup.Inactive
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(off, role, colour("disabled-text"))
    made.setColor(unfocused, QPalette.ColorRole.Highlight, colour("selected-quiet"))
    made.setColor(unfocused, QPalette.ColorRole.HighlightedText, colour("text"))
    return made


@cache
def _source() -> str:
    """Return the sheet without its comments, which may hold placeholders of their own."""
    text = resource("themes/theme.qss").read_text("utf-8")
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def _sign(match: re.Match[str]) -> str:
    name = match[1]
    source, col, stroke = _SIGNS.get(name, (name, "muted", 2.0))
    return icon_file(source, col, stroke=stroke).as_posix()


def style_sheet() -> str:
    """Return the style sheet for the present theme and zoom; pictures go to a cache folder."""
    text = re.sub(r"@icon\(([\w-]+)\)", _sign, _source())
    text = re.sub(r"@px\((-?[\d.]+)\)", lambda match: f"{px(float(match[1]))}px", text)
    return re.sub(r"@([a-z][a-z-]*[a-z])", lambda match: token(match[1]), text)
