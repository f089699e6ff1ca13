"""The theme: which colours and sizes the program has now, and everybody who must know of a change.

Screens import all they need for painting from here: ``colour px font icon draw_icon theme``.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from academy.paths import resource
from academy.ui.kit.icons import draw_icon, icon, picture
from academy.ui.kit.style_sheet import palette, style_sheet
from academy.ui.kit.tokens import (
    Look,
    colour,
    contrast_colours,
    factor,
    font,
    is_dark,
    metrics,
    px,
    theme_colours,
    token,
    use,
)

__all__ = [
    "Scheme",
    "Theme",
    "apply",
    "colour",
    "draw_icon",
    "factor",
    "font",
    "icon",
    "is_dark",
    "metrics",
    "motion",
    "picture",
    "px",
    "theme",
    "token",
]

SMALLEST, LARGEST = 0.8, 2.0
"""The range of the zoom."""


class Scheme(StrEnum):
    """Which colours the person chose in the View menu."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Tells of a change of colours or sizes; there is one for the program, see :func:`theme`."""

    changed = Signal()
    """Sent after palette and sheet are set: make icons anew, measure anew, paint anew."""

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Scheme.SYSTEM
        self.zoom = 1.0
        self._application: QApplication | None = None

    def apply(self, application: QApplication, scheme: Scheme, zoom: float) -> None:
        """Show the program in these colours and at this zoom (0.8 to 2), and follow the system."""
        self.scheme = scheme
        self.zoom = min(LARGEST, max(SMALLEST, zoom))
        if self._application is not application:
            self._application = application
            _load_fonts()
            application.setStyle("Fusion")
            application.styleHints().colorSchemeChanged.connect(self._follow)
        _tell_system(scheme)
        self._refresh()

    def set_scheme(self, scheme: Scheme) -> None:
        """Change the colours of a running program."""
        if self._application is not None:
            self.apply(self._application, scheme, self.zoom)

    def set_zoom(self, zoom: float) -> None:
        """Change the zoom of a running program; it stays between 80 % and 200 %."""
        if self._application is not None:
            self.apply(self._application, self.scheme, zoom)

    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        if self.scheme is Scheme.SYSTEM:
            QTimer.singleShot(0, self, self._refresh)

    def _refresh(self) -> None:
        application = self._application
        if application is None:
            return
        use(_look(application, self.scheme, self.zoom))
        application.setFont(font("body"))
        application.setPalette(palette())
        application.setStyleSheet(style_sheet())
        self.changed.emit()


_theme: list[Theme] = []


def theme() -> Theme:
    """Return the program's one theme."""
    if not _theme:
        _theme.append(Theme())
    return _theme[0]


def apply(application: QApplication, scheme: Scheme = Scheme.SYSTEM, zoom: float = 1.0) -> Theme:
    """Give the program its look; call once at start, before the first window."""
    theme().apply(application, scheme, zoom)
    return theme()


def motion() -> bool:
    """Whether things may move on the screen; the system can ask for rest."""
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()  # held here: the inner object dies with its outer one
    preference = getattr(accessibility, "motionPreference", None)
    return preference is None or "Reduced" not in str(preference())


def _look(application: QApplication, scheme: Scheme, zoom: float) -> Look:
    size = _system_text_size() / 14 * zoom
    hints = application.styleHints()
    accessibility = hints.accessibility()
    if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        application.setPalette(QPalette())
        return Look("contrast", size, contrast_colours(application.palette()))
    dark = scheme is Scheme.DARK or (
        scheme is Scheme.SYSTEM and hints.colorScheme() == Qt.ColorScheme.Dark
    )
    name = "dark" if dark else "light"
    return Look(name, size, theme_colours(name))


def _system_text_size() -> float:
    """Return the system's text size in px, at least the 14 of the design."""
    if QGuiApplication.platformName() in {"offscreen", "minimal", "vnc"}:
        return 14.0
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return float(max(14, QFontInfo(general).pixelSize()))


def _tell_system(scheme: Scheme) -> None:
    """Let the system draw its own parts, such as the title bar, in the same scheme."""
    hints = QGuiApplication.styleHints()
    if scheme is Scheme.SYSTEM:
        hints.unsetColorScheme()
    else:
        wanted = Qt.ColorScheme.Dark if scheme is Scheme.DARK else Qt.ColorScheme.Light
        hints.setColorScheme(wanted)


def _load_fonts() -> None:
    for file in sorted(resource("fonts").glob("AcademyInterface-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
