"""Lucide pictures in the colours of the theme: for buttons, for painting, for the style sheet."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from tempfile import gettempdir

from PySide6.QtCore import QByteArray, QRectF, QStandardPaths, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from academy.paths import resource
from academy.ui.kit.tokens import look, px, token


@cache
def _svg(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")


def _coloured(name: str, hex_colour: str, stroke: float) -> str:
    text = _svg(name).replace("currentColor", hex_colour)
    return text.replace('stroke-width="2"', f'stroke-width="{stroke:g}"')


@lru_cache(maxsize=1024)
def picture(
    name: str, hex_colour: str, size: int, gap: int = 0, ratio: float = 1.0, stroke: float = 1.75
) -> QPixmap:
    """Return the picture in one colour, `size` px square, with `gap` empty px at its right."""
    made = QPixmap(round((size + gap) * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    data = QByteArray(_coloured(name, hex_colour, stroke).encode())
    QSvgRenderer(data).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


def icon(name: str, col: str = "text", size: float = 16, gap: float = 2) -> QIcon:
    """Return an icon for buttons and actions.

    `gap` is empty space at the right: Qt leaves 4 px between icon and text, the design wants 6.
    """
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    made = QIcon(picture(name, token(col), px(size), px(gap), ratio))
    off = picture(name, token("disabled-text"), px(size), px(gap), ratio)
    made.addPixmap(off, QIcon.Mode.Disabled)
    return made


def draw_icon(
    painter: QPainter, name: str, rect: QRectF, col: str | QColor, stroke: float = 1.75
) -> None:
    """Draw the picture in the middle of `rect`, as large as its shorter side."""
    hexa = col.name() if isinstance(col, QColor) else token(col)
    size = round(min(rect.width(), rect.height()))
    ratio = painter.device().devicePixelRatio()
    made = picture(name, hexa, size, 0, ratio, stroke)
    x = round(rect.x() + (rect.width() - size) / 2)
    y = round(rect.y() + (rect.height() - size) / 2)
    painter.drawPixmap(x, y, made)


def icon_file(name: str, col: str, size: float = 16, stroke: float = 2.0) -> Path:
    """Write the picture where the style sheet can read it and return its path.

    The name holds theme, colour and size: Qt keeps pictures by file name, and one name for two
    themes would show the old theme's picture.
    """
    file = _cache_folder() / f"{name}-{look().name}-{token(col)[1:]}-{px(size)}.svg"
    text = _coloured(name, token(col), stroke)
    if not file.exists() or file.read_text("utf-8") != text:
        file.write_text(text, "utf-8")
    return file


def _cache_folder() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    for folder in (Path(place) / "academy-icons", Path(gettempdir()) / "academy-icons"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        return folder
    raise OSError("There is no folder for temporary files.")
